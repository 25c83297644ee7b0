"""Which question a column of an export answers: by its name, or by the mark that its label begins with.

Never looks at an answer. KoboToolbox heads a column with the name or with the label in any language, each with or
without the groups before it; a question with several choices has one column, one for each choice, or both.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ssi.checklists.phone import DOT, FORM, OURS, VISIT, Names, Question, method_of
from ssi.checklists.readers.phone_records import COLUMNS, SEPARATORS, last_part, servers_own
from ssi.model import METHODS, Method

_MARK = re.compile(r"\[([^\[\]]+)\]")
_CHOICE = re.compile(rf"(?:^|\W)([omsrd]){re.escape(DOT)}[^·]*$")
_VISIT_NAMES: Mapping[str, Question] = {each: Question("", each) for each in (FORM, *VISIT)}
_VISIT_MARKS: Mapping[str, Question] = {mark: Question("", name) for name, mark in VISIT.items()}
Found = tuple[Question, Method | None]  # the method of a column of its own


@lru_cache(COLUMNS)
def of_visit(column: str) -> str:
    """The question about the visit that a column answers, by its name; empty where it is another. No standard is
    needed for these, and they say which one is."""
    marks = (_VISIT_MARKS[each] for each in _MARK.findall(column) if each in _VISIT_MARKS)
    question = next(marks, None) or _VISIT_NAMES.get(last_part(column))
    return question.part if question else ""


@dataclass(frozen=True)
class Columns:
    """The columns of exports of one standard's forms; what was found once is kept."""

    names: Names
    _found: dict[str, Found | None] = field(default_factory=dict)

    def question(self, column: str) -> Found | None:
        if column not in self._found:
            self._found[column] = self._by_mark(column) or self._by_name(column)
        return self._found[column]

    def asked(self, column: str) -> bool:
        """Whether the form asks for this or works it out, or the server adds it by itself."""
        ours = last_part(column).startswith(OURS)
        return not column or ours or servers_own(column) or self.question(column) is not None

    def _by_mark(self, column: str) -> Found | None:
        for mark in _MARK.finditer(column):
            question = self.names.by_mark.get(mark[1])
            if question:
                choice = _CHOICE.search(column[mark.end() :]) if question.part == "methods" else None
                return question, method_of(choice[1]) if choice else None
        return None

    def _by_name(self, column: str) -> Found | None:
        *before, last = SEPARATORS.split(column)
        if last in self.names.by_name:
            return self.names.by_name[last], None
        question = self.names.by_name.get(before[-1]) if before else None
        if question and question.part == "methods":
            return next(((question, each) for each in METHODS if each == last), None)
        return None
