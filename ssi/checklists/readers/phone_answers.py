"""One submission → rows of the long form, each cell with its place in the file that the server wrote.

Never judges a score: `ssi.checklists.scores` reads what comes from here as it reads any other table. What is looked at
here is whether the columns agree with each other, and how a server writes an answer: as a name, as a label in some
language, as ticks in many columns. A blank stays a blank, which counts as not seen; it is never "not applicable".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ssi.checklists.phone import DOT, PRACTICE, Question, method_of, sign
from ssi.checklists.readers.phone_columns import Columns, of_visit
from ssi.checklists.readers.phone_records import COLUMNS, Record
from ssi.checklists.readers.remade import LONG, Remade
from ssi.checklists.readers.rows import Row
from ssi.checklists.scores import INTERVIEWS
from ssi.errors import Fault, Where, fault
from ssi.model import METHODS, Method, VisitRecord
from ssi.words import plain_digits

_LABELLED = re.compile(rf"(?:^|\s)([omsrd]){re.escape(DOT)}")
_TICKS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
_DECIMAL = re.compile(r"[0-9]+\.[0-9]*")
_TALKS = ("ssi_asked", "ssi_agreed", "ssi_declined")
_FREE = ("note", "reason")  # kept as they were written
Rowed = tuple[Mapping[str, str], Mapping[str, int | None]]  # cells; the index of each one's column, under "" the row's


class Answer(NamedTuple):
    """What was answered, the index of its column, and what it means, whichever way it was exported."""

    text: str
    at: int
    meant: str = ""


@dataclass
class Sheet:
    """The answers of one submission by question; `ticks`: criterion → method → its own column."""

    record: Record
    answers: dict[Question, Answer] = field(default_factory=dict)
    ticks: dict[str, dict[Method, Answer]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def put(self, question: Question, answer: Answer) -> None:
        """Two columns may answer one question, as long as they say the same."""
        there = self.answers.setdefault(question, answer)
        if there.meant != answer.meant:
            values = {"first": there.text[:40], "second": answer.text[:40]}
            self.faults.append(fault("phone-two-answers", self.record.where(answer.at), **values))

    def text(self, criterion: str, part: str) -> str:
        answer = self.answers.get(Question(criterion, part))
        return answer.meant if answer else ""

    def at(self, criterion: str, part: str) -> int | None:
        answer = self.answers.get(Question(criterion, part))
        return answer.at if answer else None


@dataclass(frozen=True)
class Places(Mapping[tuple[int, str], Where]):
    """Where the cells of a table stand in a submission, worked out when a fault asks: a round has half a million."""

    record: Record
    columns: Mapping[tuple[int, str], int | None]

    def __getitem__(self, cell: tuple[int, str]) -> Where:
        return self.record.where(self.columns[cell])

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)


def said(text: str) -> str:
    """The answer without what older exports write for none."""
    return "" if text.casefold() == "n/a" else text


def visit_answers(record: Record) -> dict[str, Answer]:
    """What the submission says of the visit: name of the question → answer. The first that says something counts."""
    found: dict[str, Answer] = {}
    for at, (column, text) in enumerate(record.answers):
        name = of_visit(column)
        if name and said(text):
            found.setdefault(name, Answer(text, at))
    return found


def is_practice(visit: Mapping[str, Answer]) -> bool:
    return "ssi_purpose" in visit and sign(visit["ssi_purpose"].text).casefold() == PRACTICE


def rows(record: Record, columns: Columns) -> tuple[Remade, list[Fault]]:
    """The submission in the long form, and what its columns disagree on."""
    sheet = Sheet(record)
    for at, (column, text) in enumerate(record.answers):
        found = columns.question(column) if said(text) else None
        if found and found[1]:
            sheet.ticks.setdefault(found[0].criterion, {})[found[1]] = Answer(text, at)
        elif found:
            meant = text if found[0].part in _FREE else _meant(found[0].part, text)
            sheet.put(found[0], Answer(text, at, meant))
    made = [*_talks(sheet), *(row for each in columns.names.standard.criteria for row in _row(sheet, each.id))]
    head = {column: sheet.text("", f"ssi_{column}") for column in ("round", "shelter", "assessor")}
    lines = tuple(
        Row(line, tuple({**head, **cells}.get(each, "") for each in LONG)) for line, (cells, _) in enumerate(made, 1)
    )
    places = {(line, column): at for line, (_, found) in enumerate(made, 1) for column, at in found.items()}
    places |= {(1, column): sheet.at("", f"ssi_{column}") for column in head if head[column]}
    table = Remade(
        record.file, LONG, lines, places=Places(record, places), visit=_visit(sheet), submission=record.submission
    )
    return table, sheet.faults


def _visit(sheet: Sheet) -> VisitRecord:
    ready = sheet.text("", "ssi_ready").casefold() in ("ok", "1", "true", "yes")
    return VisitRecord(sheet.text("", "ssi_date"), sheet.text("", "ssi_language"), ready=ready)


@lru_cache(COLUMNS)
def _meant(part: str, text: str) -> str:
    """The answer in one form, whichever way it was exported."""
    if part == "methods":
        return _methods(text)
    if part in ("score", "ssi_language", "ssi_purpose"):
        return sign(text)
    digits = plain_digits(text)
    return digits.rstrip("0").rstrip(".") if _DECIMAL.fullmatch(digits) else digits


def _methods(text: str) -> str:
    """`observe staff`, or the labels one after the other; a word that is no method stays, to be refused by name."""
    words = _LABELLED.findall(text) if DOT in text else re.split(r"[\s;,]+", text)
    known = [method_of(each) or each for each in words if each]
    return " ".join([*(each for each in METHODS if each in known), *(each for each in known if each not in METHODS)])


def _talks(sheet: Sheet) -> Iterator[Rowed]:
    """The row of interviews, `asked agreed declined`; a count that is missing shows as ? and is refused by name."""
    counts = [sheet.text("", each) for each in _TALKS]
    if any(counts):
        at = next(at for each in _TALKS if (at := sheet.at("", each)) is not None)
        yield {"criterion": INTERVIEWS, "score": " ".join(each or "?" for each in counts)}, {"": at}


def _row(sheet: Sheet, criterion: str) -> Iterator[Rowed]:
    score = sheet.text(criterion, "score")
    reason, note = sheet.text(criterion, "reason"), sheet.text(criterion, "note")
    explains = score == "NA" and reason
    ticked, column = _ticked(sheet, criterion)
    methods = sheet.text(criterion, "methods") or ticked
    cells = {"score": score, "methods": methods, "note": reason if explains else note}
    cells["value"] = sheet.text(criterion, "value")
    if not any(cells.values()):
        return
    asked = {"score": "score", "value": "value", "note": "reason" if explains else "note", "methods": "methods"}
    places = {name: at for name, part in asked.items() if (at := sheet.at(criterion, part)) is not None}
    if column is not None:
        places.setdefault("methods", column)
    yield {"criterion": criterion, **cells}, {"": next(iter(places.values()), None), **places}


def _ticked(sheet: Sheet, criterion: str) -> tuple[str, int | None]:
    """The methods that have a column each; a fault where a tick is neither yes nor no, or where the one column that
    names them all says something else."""
    ticks = sheet.ticks.get(criterion)
    if not ticks:
        return "", None
    chosen = []
    for method, answer in ticks.items():
        tick = _TICKS.get(plain_digits(answer.text).casefold())
        if tick is None:
            values = {"text": answer.text[:40], "method": method}
            sheet.faults.append(fault("phone-tick", sheet.record.where(answer.at), **values))
        chosen += [method] if tick else []
    text = " ".join(each for each in METHODS if each in chosen)
    first = next(iter(ticks.values())).at
    whole = sheet.text(criterion, "methods")
    if whole and whole != text and set(whole.split()) & set(METHODS) != set(chosen):
        sheet.faults.append(fault("phone-two-answers", sheet.record.where(first), first=whole[:40], second=text))
    return text, first
