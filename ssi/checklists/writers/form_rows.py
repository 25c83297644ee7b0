"""What a phone form is made of: its rows, and what it is about.

Never holds a question; `form_visit`, `form_criteria` and `form_totals` do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ssi.checklists.phone import VISIT
from ssi.checklists.writers.form_texts import Lines, Speech
from ssi.model import Area, Checklist, Criterion

SCREEN = "field-list"  # a group whose questions stand on one screen


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sheet survey; the texts in each language of the form, empty where there are none."""

    type: str
    name: str
    label: Lines = ()
    hint: Lines = ()
    relevant: str = ""
    constraint: str = ""
    constraint_message: Lines = ()
    required: str = ""
    calculation: str = ""
    appearance: str = ""
    default: str = ""


@dataclass(frozen=True)
class Form:
    """A checklist in some languages, for one visit or (without a shelter) blank."""

    checklist: Checklist
    words: Speech
    round: str = ""
    shelter: str = ""
    assessors: tuple[str, ...] = ()

    @cached_property
    def areas(self) -> Sequence[tuple[Area, Sequence[Criterion]]]:
        """The areas that have criteria on this checklist, each with those."""
        here = {each.id for each in self.checklist.criteria}
        areas = [(area, [each for each in area.criterion if each.id in here]) for area in self.checklist.standard.area]
        return [(area, criteria) for area, criteria in areas if criteria]


def marked(mark: str, words: Lines) -> Lines:
    """The label of a question: its mark, then the words."""
    return tuple(f"{mark} {each}" for each in words)


def of_visit(name: str, words: Lines) -> Lines:
    """The label of a question about the visit."""
    return marked(f"[{VISIT[name]}]", words)


def followed(words: Lines, answer: str, end: str = "") -> Lines:
    """The words, then the answer of another question as the phone shows it."""
    return tuple(f"{each} ${{{answer}}}{end}" for each in words)
