"""Workbooks (.xlsx, .ods) into the same `Rows` as CSV.

Never computes a formula: the value that the spreadsheet program saved counts. Numbers become the text a person would
type (5, not 5.0), dates ISO 8601, a tick yes or no. A cell that shows an error (#DIV/0!) comes as blank. Before the
library opens the file it is known that it cannot fill the memory (`safety`, `scan`).
"""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, load_workbook

from ssi.checklists.readers.rows import Rows, table
from ssi.checklists.readers.safety import opened, unreadable
from ssi.checklists.readers.scan import may_be_spread, refuse_spread, scan

Value = int | float | str | bool | time | date | datetime | timedelta


def read(data: bytes, name: str, sheet: str = "") -> Rows:
    """The table on the sheet of this name (case overlooked), else on the first sheet. Raises SsiError: a file that is
    no workbook, is cut off, has a password or is a bomb, and all that `rows.table` finds."""
    package = opened(data, name)
    if may_be_spread(package):
        refuse_spread(name, scan(package))
    book = load(data, name)
    try:
        raw = list(_raw(book.get_sheet_by_name(_chosen(book, sheet))))
    except CalamineError:
        unreadable(name, "it is no workbook, or only a part of one")
    return table(name, raw)


def load(data: bytes, name: str) -> CalamineWorkbook:
    """The workbook in these bytes, which `safety.opened` must have found safe. Raises SsiError."""
    try:
        return load_workbook(io.BytesIO(data))
    except CalamineError as error:
        locked = isinstance(error, PasswordError)
        unreadable(name, "it seems to have a password" if locked else "it is no workbook, or only a part of one")


def _chosen(book: CalamineWorkbook, sheet: str) -> str:
    names = book.sheet_names
    return next((each for each in names if each.strip().casefold() == sheet.casefold()), names[0])


def _raw(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    first_row, first_column = sheet.start or (0, 0)
    for number, values in enumerate(sheet.to_python(), first_row + 1):
        yield number, [*[""] * first_column, *(text(each) for each in values)]


def text(value: Value) -> str:
    """The value as a person would type it into a CSV file."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return format(Decimal(format(value, ".15g")), "f")  # 15 digits are what a spreadsheet keeps and shows
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)
