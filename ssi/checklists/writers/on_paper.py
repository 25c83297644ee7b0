"""What stands on a printed scoring sheet, as nouns: the web page and the PDF draw the same ones.

Never holds a score, nor a line for anything that could identify a resident: a sheet is printed before the visit.
"""

from dataclasses import dataclass

from ssi.model import Interviews, Said


@dataclass(frozen=True, slots=True)
class Line:
    """A level's value, or NA, and what is so where it holds."""

    mark: str
    said: Said


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion. `steps`: from which value on which level is proposed, best last: `20 or less`, `1`."""

    id: str
    class_: str
    stop: bool
    practice: bool
    text: Said
    lines: tuple[Line, ...]
    guidance: Said | None
    unit: Said | None
    steps: tuple[tuple[str, str], ...]
    methods: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An area, or a station of the walk: then `about` says how it is done, and `too` are ids whose row stands at an
    earlier station."""

    id: str
    title: Said
    rows: tuple[Row, ...]
    about: str = ""
    too: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What one types at the laptop, and what it means; with ids of this very checklist where it has them."""

    line: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Reply:
    title: str
    about: str
    questions: tuple[str, ...]
    signed: str


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole sheet. `language` is that of the program's own words as they stand here, `foreign` that of the
    standard's texts where it is another. `papers`: id and text of what the shelter lays ready, on a sheet in walk
    order."""

    language: str
    foreign: str
    source: str
    say: dict[str, str]
    standard: str
    draft_standard: bool
    hash: str
    title: Said
    programme: str
    kind: str
    children: bool
    about_draft: str
    shelter: str
    round: str
    date: str
    assessors: tuple[str, ...]
    interviews: Interviews | None
    before: tuple[str, ...]
    scale: tuple[Line, ...]
    methods: tuple[tuple[str, str], ...]
    typed: tuple[Typed, ...]
    papers: tuple[tuple[str, Said], ...]
    parts: tuple[Part, ...]
    walked: bool
    reply: Reply
