"""Reads back what is about to be kept, with the program's own readers, and compares it cell by cell.

Never lets a file stand that does not say what was written: one difference, and the first such cell is named, nothing is
kept. Texts are compared as every table is read (without blanks at their ends, in NFC), numbers by their value.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import zip_longest
from typing import Any, NamedTuple

from ssi.checklists.readers import read
from ssi.checklists.readers.csv import cells as csv_cells
from ssi.checklists.readers.rows import clean, letters, unguarded
from ssi.checklists.readers.workbook import load, text
from ssi.errors import SsiError, fault

Value = str | int | Decimal | bool | date | None
SHOWN = 60  # characters of a cell that a fault repeats
_ROW_MISSING = ("no such row",)


class Sheet(NamedTuple):
    """A sheet of a workbook as it was written: its head, then its rows."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Value]]


def csv_read_back(data: bytes, file: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Raises SsiError `export-not-read-back` unless these bytes are CSV that `ssi.checklists.readers` reads as this
    table. `file` is its name, for the fault."""
    try:
        found = read(data, "export.csv")
    except SsiError as error:
        raise _differs(file, "the file", "a table", error.faults[0].message) from None
    same([clean(each).casefold() for each in columns], found.header, file, 1)
    compare(rows, (row.cells for row in found), file)


def workbook_read_back(data: bytes, file: str, sheets: Iterable[Sheet]) -> None:
    """The same of a workbook with these sheets and no others."""
    book, names = load(data, file), []
    for sheet in sheets:
        names.append(sheet.name)
        if sheet.name not in book.sheet_names:
            raise _differs(file, "the workbook", f"a sheet {sheet.name}", ", ".join(book.sheet_names))
        _sheet_read_back(book, file, sheet)
    same(names, book.sheet_names, file, 1)


def page_read_back(data: bytes, file: str, tables: Iterable[Sheet]) -> None:
    """The same of a page's tables: the one table of a .csv file, or each on its sheet of a workbook, beside the sheet
    of text. The heads of a page's tables may be blank or equal, so they are read as they are."""
    if file.casefold().endswith(".csv"):
        grid = ([clean(unguarded(each)) for each in cells] for _, cells in csv_cells(data, file))
        for sheet in tables:
            compare([sheet.columns, *sheet.rows], grid, file, first=1)
        return
    book = load(data, file)
    for sheet in tables:
        _sheet_read_back(book, file, sheet)


def _sheet_read_back(book: Any, file: str, sheet: Sheet) -> None:
    rows = book.get_sheet_by_name(sheet.name).to_python()
    grid = ([clean(unguarded(text(each))) for each in row] for row in rows)
    compare([sheet.columns, *sheet.rows], grid, f"{file}, sheet {sheet.name}", first=1)


def files_read_back(written: Mapping[str, bytes], found: Mapping[str, bytes], file: str) -> None:
    """The same of a package of files, by their bytes."""
    for name in {**written, **found}:
        if written.get(name) != found.get(name):
            raise _differs(file, name, f"{len(written.get(name, b''))} bytes", f"{len(found.get(name, b''))} others")


def compare(written: Iterable[Sequence[Value]], found: Iterable[Sequence[str]], file: str, *, first: int = 2) -> None:
    """Row by row; `first` = the number of the first row in the file. A row may be read shorter where its last cells are
    empty."""
    for number, (one, other) in enumerate(zip_longest(written, found, fillvalue=_ROW_MISSING), first):
        same(one, other, file, number)


def same(written: Sequence[Value], found: Sequence[Value], file: str, number: int) -> None:
    """Raises SsiError where a cell of this row differs."""
    for at, (value, cell) in enumerate(zip_longest(written, found, fillvalue=None)):
        if not equal(value, "" if cell is None else str(cell)):
            shown = "" if value is None else str(value)
            raise _differs(file, f"cell {letters(at)}{number}", f"'{shown[:SHOWN]}'", f"'{str(cell or '')[:SHOWN]}'")


def equal(value: Value, cell: str) -> bool:
    """Whether the cell's text says this value."""
    if value is None:
        return cell == ""
    if isinstance(value, str):
        return value == cell or clean(value) == cell
    if isinstance(value, bool):
        return cell in (("true", "yes") if value else ("false", "no"))
    if isinstance(value, date):
        return value.isoformat() == cell
    return str(value) == cell or _number(cell) == value


def _number(cell: str) -> Decimal | None:
    try:
        return Decimal(cell)
    except InvalidOperation:
        return None


def _differs(file: str, place: str, written: str, found: str) -> SsiError:
    return SsiError(fault("export-not-read-back", file=file, place=place, written=written, read=found))
