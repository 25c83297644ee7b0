"""A table as its reader hands it on: a header, and for each row its line and its cells.

Never interprets a cell beyond cleaning it: blanks at its ends, the formula guard, Unicode NFC. Where a cell stands in
its line is worked out only when a fault points at it, because a round has 450,000 cells and few of them are wrong.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ssi.errors import Fault, SsiError, Where, did_you_mean, fault

FORMULA_START = "=+-@\t\r"  # a text that begins so is a formula to a spreadsheet
_GUARDED = re.compile(rf"'+[{re.escape(FORMULA_START)}]")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # zero width: joiners, direction marks, stray BOMs

# Words that, in the name of a column, say that its cells could tell who or where somebody is.
PRIVATE = frozenset(re.findall(r"\w+", """
    name names surname nickname person contact address street house village commune district city town location
    place gps latitude longitude lat lon lng coordinates map postcode zip phone telephone tel mobile email mail
    facebook whatsapp zalo passport birth birthday dob age resident residents client clients victim victims
    survivor
"""))  # fmt: skip


def clean(text: str) -> str:
    """The text without blanks at its ends (no-break and zero-width ones too), in NFC, lines ended by a line feed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.strip()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    while (shorter := text.strip(_INVISIBLE).strip()) != text:
        text = shorter
    return text


def unguarded(text: str) -> str:
    """The cell without the `'` that `ssi.checklists.writers.table` puts before what would start a formula."""
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text


@dataclass(frozen=True, slots=True)
class Row:
    """`line` counts from 1 as an editor or spreadsheet shows it; of a row over several lines it is the first. `cells`
    has one clean text for each column of the header."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Rows:
    """A table. `header` is in small letters. `lines` are the file's own, for faults; a workbook has none, and a fault
    shows the row with bars between its cells."""

    file: str
    header: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    header_line: int = 1
    lines: tuple[str, ...] = ()
    delimiter: str = ","

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def cell(self, row: Row, column: str) -> str:
        """The cell of this column; empty where the table has no such column."""
        return row.cells[self.header.index(column)] if column in self.header else ""

    def where(self, row: Row, column: str = "") -> Where:
        """The place of a row, or of its cell in this column (the column counted in characters of the line shown)."""
        return self._place(row.line, row.cells, self.header.index(column) if column in self.header else None)

    def where_column(self, column: str = "") -> Where:
        """The place of a column's name in the header."""
        return self._place(self.header_line, self.header, self.header.index(column) if column in self.header else None)

    def expect(self, needed: Iterable[str], free: Iterable[str] = ()) -> list[Fault]:
        """Faults of the header: a needed column that is missing, and one that is neither needed nor free. A column
        that could hold somebody's name or place has words of its own."""
        needed = tuple(needed)
        known = (*needed, *free)
        faults = [
            fault("column-missing", self.where_column(), column=each, columns=self.delimiter.join(known))
            for each in needed
            if each not in self.header
        ]
        for each in self.header:
            if each in known:
                continue
            code = "column-private" if PRIVATE & set(re.split(r"[\W\d_]+", each)) else "column-unknown"
            values = {"column": each, "hint": did_you_mean(each, known), "known": ", ".join(known)}
            faults.append(fault(code, self.where_column(each), **values))
        return faults

    def _place(self, line: int, cells: Sequence[str], at: int | None) -> Where:
        if not self.lines:
            shown = " | ".join(cells)
            column = None if at is None else 1 + sum(len(each) + 3 for each in cells[:at])
            return Where(self.file, line, column, shown, "" if at is None else f"{letters(at)}{line}")
        shown = self.lines[line - 1].rstrip("\r\n")
        return Where(self.file, line, None if at is None else _start(shown, at, self.delimiter), shown)


def letters(at: int) -> str:
    """A spreadsheet's name of the column with this index: A … Z, AA …"""
    return (letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _start(line: str, at: int, delimiter: str) -> int | None:
    """Where the cell with this index begins in the line, from 1; None where it stands on a later line of its row."""
    quoted = False
    for position, character in enumerate(line):
        if at == 0:
            return position + 1
        if character == '"':
            quoted = not quoted
        elif character == delimiter and not quoted:
            at -= 1
    return len(line) + 1 if at == 0 else None


def table(
    file: str, raw: Iterable[tuple[int, Sequence[str]]], lines: tuple[str, ...] = (), delimiter: str = ","
) -> Rows:
    """Raw rows, as (line, cells), into a table: cells cleaned, blank rows passed over, blank columns at the end left
    out. Raises SsiError with all faults: an empty file, columns without or with the same name, rows too long."""
    rows = [Row(line, tuple(clean(unguarded(each)) for each in cells)) for line, cells in raw]
    rows = [row for row in rows if any(row.cells)]
    if not rows:
        raise SsiError(fault("table-empty", Where(file)))
    head, body = rows[0], rows[1:]
    header = _without_blank_end(tuple(each.casefold() for each in head.cells))
    width = len(header)
    fitted = tuple(Row(row.line, (*row.cells, *[""] * (width - len(row.cells)))[:width]) for row in body)
    found = Rows(file, header, fitted, head.line, lines, delimiter)
    faults = [*_bad_names(found), *_too_long(found, body, len(head.cells))]
    if faults:
        raise SsiError(faults)
    return found


def _without_blank_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _bad_names(rows: Rows) -> Iterator[Fault]:
    twice = {each for each in rows.header if each and rows.header.count(each) > 1}
    for each in sorted(twice):
        yield fault("column-twice", rows.where_column(each), column=each)
    if "" in rows.header:
        yield fault("column-unnamed", rows.where_column(""), number=rows.header.index("") + 1)


def _too_long(rows: Rows, raw: Iterable[Row], written: int) -> Iterator[Fault]:
    """Rows with more cells than the header names, or than it has: there, blank cells at the end may be all that shows
    that a comma inside a text has moved every cell behind it."""
    width = len(rows.header)
    for row in raw:
        cells = max(len(_without_blank_end(row.cells)), len(row.cells) if len(row.cells) > written else 0)
        if cells > width:
            yield fault("row-too-long", rows.where(row), cells=cells, columns=width)
