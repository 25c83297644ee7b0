"""What each assessor gave: one row a score, by sheet and criterion.

Never shows who was asked where few were: the notes that come in have been through the rule of five, and a sheet of
which it hides the method has an empty `by_resident` in every row, so that no row differs from another. A note stands
here only where somebody asked for notes.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from ssi.model import METHODS, Entry, Notes, Sheet, Standard
from ssi.tables.tidy import (
    CRITERION,
    LEVEL,
    NO_LEVEL,
    OF_CRITERION,
    OF_SHELTER,
    ROUND,
    SHELTER,
    Field,
    Row,
    Tidy,
    Value,
    code,
    level,
    tidy,
)

_METHODS: Mapping[str, str] = {
    "observe": "Whether it was seen with the eyes",
    "measure": "Whether it was measured or counted",
    "staff": "Whether staff were asked",
    "resident": "Whether residents were asked; empty on the whole sheet where fewer than 5 of them agreed to talk",
    "document": "Whether papers were read",
}


class Given(NamedTuple):
    """A sheet and what may be shown of its notes; `residents` = whether its method `resident` may be."""

    sheet: Sheet
    notes: Notes
    residents: bool


def scores(given: Iterable[tuple[Standard, Iterable[Given]]], *, notes: bool = False) -> Tidy:
    """Every score of these sheets, those of the agreed sheets among them (assessor `agreed`); with their notes where
    `notes` is true."""
    fields = (
        ROUND,
        SHELTER,
        code("assessor", "The assessor's code; agreed is what the team settled"),
        CRITERION,
        LEVEL,
        NO_LEVEL,
        *(Field(f"by_{each}", "boolean", _METHODS[each]) for each in METHODS),
        Field("value", "number", "What was measured or counted, in the criterion's unit"),
        *((Field("note", "string", "What the assessor noted; the reason where the level is NA"),) if notes else ()),
    )
    rows = (row for standard, sheets in given for each in sheets for row in _rows(standard, each, notes=notes))
    key = "round shelter assessor criterion"
    return tidy("scores", "What each assessor gave", fields, key, rows, OF_SHELTER, OF_CRITERION)


def _rows(standard: Standard, given: Given, *, notes: bool) -> Iterator[Row]:
    sheet, entries = given.sheet, given.notes.entries
    for criterion, score in zip(standard.criteria, sheet.levels, strict=True):
        if score is None:
            continue
        entry = entries.get(criterion.id, Entry(criterion.id, score))
        head = (sheet.round, sheet.shelter, sheet.assessor, criterion.id, *level(score))
        said = (*_used(entry, residents=given.residents), Decimal(entry.value) if entry.value else None)
        yield (*head, *said, entry.note or None) if notes else (*head, *said)


def _used(entry: Entry, *, residents: bool) -> Iterator[Value]:
    for each in METHODS:
        yield each in entry.methods if each != "resident" or residents else None
