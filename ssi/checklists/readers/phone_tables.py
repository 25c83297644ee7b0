"""Exports of phone forms as tables: CSV, a workbook, a zip with a CSV in it → `Record`s.

Never refuses a table for what ordinary tables must not have: two columns of one name (a form that was put up twice
gives those), the header once more in the middle (two exports in one file), blank columns at the end.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ssi.checklists.phone import FORM
from ssi.checklists.readers.phone_records import Record, last_part, of_server
from ssi.checklists.readers.rows import clean
from ssi.checklists.readers.safety import opened
from ssi.errors import SsiError, Where, fault

Raw = Sequence[tuple[int, Sequence[str]]]


def csv_records(data: bytes, name: str) -> tuple[Record, ...] | None:
    """The submissions in a CSV file; None where its header is no phone export's. Raises SsiError where it is no table:
    not UTF-8, a quote that is not closed."""
    from ssi.checklists.readers import csv

    if not is_export([clean(each) for each in csv.head(data, name)]):
        return None
    return tuple(_records(csv.cells(data, name), name, book=False))


def workbook_records(data: bytes, name: str) -> tuple[Record, ...] | None:
    """The submissions on the first sheet of a workbook. Raises SsiError where it is none, or a bomb."""
    from ssi.checklists.readers import workbook

    raw = workbook.cells(data, name)
    head = next(([clean(each) for each in cells] for _, cells in raw if any(cells)), [])
    return tuple(_records(raw, name, book=True)) if is_export(head) else None


def zip_records(data: bytes, name: str) -> tuple[Record, ...]:
    """The submissions in the one table of a zip that is a phone export's; what else is in it (repeats, media) is not
    opened. Raises SsiError: a bomb, no such table or several."""
    package = opened(data, name)
    parts = [each for each in package.parts if each.casefold().endswith(".csv") and not each.startswith("__MACOSX/")]
    found = []
    for part in parts:
        records = csv_records(b"".join(package.pieces(part)), f"{name}/{PurePath(part).name}")
        found += [records] if records is not None else []
    if len(found) != 1:
        raise SsiError(fault("phone-zip", Where(name), count=len(found) or "no"))
    return found[0]


def is_export(head: Sequence[str]) -> bool:
    """Whether a header is a phone export's: of our form, or of any. A table of repeats inside a form is none."""
    ours = any(last_part(each) == FORM for each in head)
    return ours or (of_server(head) and "PARENT_KEY" not in head)


def _records(raw: Raw, name: str, *, book: bool) -> Iterator[Record]:
    head: tuple[str, ...] = ()
    for line, cells in raw:
        row = tuple(clean(each) for each in cells)
        if not any(row):
            continue
        if not head:
            head = row
        elif row != head:
            _refuse_long(row, head, name, line)
            yield Record(name, tuple(zip(head, row, strict=False)), line, book)


def _refuse_long(row: Sequence[str], head: Sequence[str], name: str, line: int) -> None:
    """A row that says something where the header has no column: a sign inside a text has moved what is behind it."""
    width = max((at for at, each in enumerate(head, 1) if each), default=0)
    said = max((at for at, each in enumerate(row, 1) if each), default=0)
    if said > width:
        raise SsiError(fault("row-too-long", Where(name, line), cells=said, columns=width))
