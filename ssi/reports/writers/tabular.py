"""The tables of a Document as plain grids: heads, then values that a spreadsheet can reckon with.

Never lays anything out. A number is the number of the JSON, rounded half-even to 4 decimals; a percent stays of 100; a
dash on the page is an empty cell here. Tones and marks stay on the page: a mark in a cell would be no number.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ssi.document import Cell, CellKind, Document, Heading, Table
from ssi.reports.writers.cells import JSON_DECIMALS
from ssi.words import rounded

Value = str | int | Decimal | date | None
LONGEST_NAME = 31  # letters of a sheet's name, which a spreadsheet program takes
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Grid:
    """One table. `name` may be the name of a sheet, and no other grid of the page has it; `kinds` = how each value is
    to be drawn."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    kinds: tuple[tuple[CellKind, ...], ...]
    caption: str = ""


def grids(document: Document) -> tuple[Grid, ...]:
    """Every table of the page, in order, named by the heading that it stands under."""
    return tuple(_grids(document))


def _grids(document: Document) -> Iterator[Grid]:
    heading, taken = document.title, {""}
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            name = _free(heading, taken)
            taken.add(name.casefold())
            rows = tuple(tuple(value(cell) for cell in row) for row in block.rows)
            kinds = tuple(tuple(cell.kind for cell in row) for row in block.rows)
            yield Grid(name, tuple(each.title for each in block.columns), rows, kinds, block.caption)


def _free(text: str, taken: set[str]) -> str:
    """The text as the name of a sheet that is not taken: short, with a number behind it where need be."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", text).split()).strip("'") or "table"
    name, number = _cut(plain, LONGEST_NAME), 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        behind = f" {number}"
        name = _cut(plain, LONGEST_NAME - len(behind)) + behind
    return name


def _cut(text: str, longest: int) -> str:
    """The text cut behind a word, where it has blanks late enough."""
    if len(text) > longest:
        cut = text[: longest + 1].rpartition(" ")[0]
        text = cut if len(cut) > longest // 2 else text[:longest]
    return text.strip(" '")


def value(cell: Cell) -> Value:
    """The cell's value, a date as a date; what cannot be one stays the text that it is."""
    found = cell.value
    if cell.kind == "date" and isinstance(found, str):
        with suppress(ValueError):
            return date.fromisoformat(found[:10])
    if isinstance(found, Fraction):
        return Decimal(format(rounded(found, JSON_DECIMALS).normalize(), "f"))
    return found
