"""Bytes of .xlsx or .ods → the sheets as texts, or what must not stand in a standard's workbook.

Never knows what a sheet means (`ssi.standards.readers.tables` does), and nothing is opened before it is known to be
safe. What nobody sees must not become a rule, and what a program reckons is not what somebody wrote: so formulas,
merged cells, hidden rows, columns and sheets are faults, each with its place.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from python_calamine import CalamineError, CalamineSheet

from ssi.checklists.readers.rows import clean, letters
from ssi.checklists.readers.safety import Package, opened, unreadable
from ssi.checklists.readers.scan import Seen, refuse_spread, scan
from ssi.checklists.readers.workbook import Value, load, text
from ssi.errors import Fault, SsiError, Where, fault
from ssi.standards.columns import HIDDEN, READ_ME

MOST_ROWS = 20_000  # of a sheet of a standard
MOST_CELLS = 4_000_000
_MACROS = "vbaproject.bin"


@dataclass(frozen=True)
class RawSheet:
    """`rows`: line (from 1, as the program shows it) → the texts of its cells, cleaned, in NFC; blank rows are left
    out. `dates` = cells, as (line, index), that hold a date where a text or a number was meant."""

    name: str
    rows: Mapping[int, tuple[str, ...]]
    dates: frozenset[tuple[int, int]] = frozenset()

    def where(self, file: str, line: int, at: int) -> Where:
        """The place of a cell."""
        row = self.rows.get(line, ())
        name = self.name if self.name.isalnum() else f"'{self.name}'"
        shown = row[at].replace("\n", " ") if at < len(row) else ""
        return Where(file, line, None, shown, f"{name}!{letters(at)}{line}")


@dataclass(frozen=True)
class Book:
    """A workbook as it is read: its sheets in order, and what must not stand in it."""

    file: str
    sheets: tuple[RawSheet, ...]
    faults: tuple[Fault, ...]


def read_book(data: bytes, file: str) -> Book:
    """The sheets of the workbook. Raises SsiError where it cannot be opened safely, or is far too large."""
    package = opened(data, file)
    seen = scan(package, MOST_ROWS)
    _refuse_large(file, seen)
    book = load(data, file)
    try:
        sheets = tuple(_sheet(name, book.get_sheet_by_name(name)) for name in book.sheet_names)
    except CalamineError:
        unreadable(file, "it is no workbook, or only a part of one")
    return Book(file, sheets, tuple(_faults(package, seen)))


def _refuse_large(file: str, seen: tuple[Seen, ...]) -> None:
    large = [each for each in seen if each.rows > MOST_ROWS]
    if large:
        raise SsiError(fault("workbook-rows", Where(file), sheet=each.name, most=MOST_ROWS) for each in large)
    refuse_spread(file, seen, MOST_CELLS)


def _sheet(name: str, sheet: CalamineSheet) -> RawSheet:
    top, left = sheet.start or (0, 0)
    rows: dict[int, tuple[str, ...]] = {}
    dates: set[tuple[int, int]] = set()
    for line, values in enumerate(sheet.to_python(), top + 1):
        cells = (*[""] * left, *(_text(each) for each in values))
        if any(cells):
            rows[line] = cells
        dates |= {(line, left + at) for at, each in enumerate(values) if isinstance(each, date | time | timedelta)}
    return RawSheet(name, rows, frozenset(dates))


def _text(value: Value) -> str:
    return "" if value == "" else unicodedata.normalize("NFC", clean(text(value)))


def _faults(package: Package, seen: tuple[Seen, ...]) -> Iterator[Fault]:
    file = package.file
    if any(part.lower().endswith(_MACROS) for part in package.parts):
        yield fault("workbook-macros", Where(file))
    for each in seen:
        if each.name.strip().casefold() == READ_ME:
            continue
        if each.hidden and each.name.strip().casefold() not in HIDDEN:
            yield fault("workbook-hidden", Where(file), what=f"the sheet {each.name}")
        yield from _in_sheet(file, each)


def _in_sheet(file: str, seen: Seen) -> Iterator[Fault]:
    def at(place: str) -> Where:
        row = "".join(each for each in place.partition(":")[0] if each.isdecimal())
        name = seen.name if seen.name.isalnum() else f"'{seen.name}'"
        return Where(file, int(row) if row else None, cell=f"{name}!{place.partition(':')[0]}")

    yield from (fault("workbook-formula", at(each)) for each in seen.formulas)
    yield from (fault("workbook-merged", at(each), cells=each) for each in seen.merged)
    yield from (fault("workbook-error-value", at(each)) for each in seen.errors)
    for row in seen.hidden_rows:
        yield fault("workbook-hidden", at(f"A{row}"), what=f"row {row} of the sheet {seen.name}")
    for column in seen.columns_hidden():
        yield fault("workbook-hidden", at(f"{column}1"), what=f"column {column} of the sheet {seen.name}")
