"""CSV as spreadsheets and people write it, into `Rows`: UTF-8 with or without a BOM, `,` `;` or tab.

Never guesses an encoding: a file that is not UTF-8 is refused, because a wrong guess turns Vietnamese or Khmer into
other words without anyone noticing. The delimiter is recognised from the header line alone, since notes in later lines
are full of commas and semicolons. Python's `csv` does the reading, strictly; the place of a cell is not asked of it.
"""

import csv
import io
import re
from collections.abc import Iterator

from ssi.checklists.readers.rows import Rows, table
from ssi.errors import SsiError, Where, fault

DELIMITERS = (",", ";", "\t")


def read(data: bytes, name: str, sheet: str = "") -> Rows:  # noqa: ARG001 - every reader is asked for a sheet
    """The table in these bytes, called `name` in faults. Raises SsiError: not UTF-8, NUL characters, a quote that is
    not closed, a last line that is cut off, and all that `rows.table` finds."""
    lines, delimiter = _lines(data, name)
    return table(name, _cells(lines, name, delimiter), lines, delimiter)


def head(data: bytes, name: str) -> list[str]:
    """The cells of the first row that says something, as they are; none where there is no such row."""
    lines, delimiter = _lines(data, name)
    return next((cells for _, cells in _raw(lines, name, delimiter) if any(cells)), [])


def cells(data: bytes, name: str) -> list[tuple[int, list[str]]]:
    """Every row as (line, cells), as they are: for a reader that knows tables with two columns of one name."""
    lines, delimiter = _lines(data, name)
    return _cells(lines, name, delimiter)


def _lines(data: bytes, name: str) -> tuple[tuple[str, ...], str]:
    """The lines and what stands between their cells."""
    lines = tuple(io.StringIO(decode(data, name), newline=""))
    _refuse_nul(lines, name)
    return lines, _delimiter(_header(lines))


def _header(lines: tuple[str, ...]) -> str:
    """The first row that says something: as many lines as its quotes need."""
    header = ""
    for line in lines:
        header += line
        if header.strip() and header.count('"') % 2 == 0:
            break
    return header


def _cells(lines: tuple[str, ...], name: str, delimiter: str) -> list[tuple[int, list[str]]]:
    raw = list(_raw(lines, name, delimiter))
    _refuse_cut(raw, lines, name)
    return raw


def decode(data: bytes, name: str) -> str:
    """The text of a UTF-8 file without its BOM. Raises SsiError `file-not-text`, with the line and a guess at why."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise SsiError(fault("file-not-text", Where(name), detail="it is UTF-16, which Excel calls 'Unicode Text'"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        line = data[start:].split(b"\n", 1)[0].rstrip(b"\r").decode("utf-8", "replace")
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        place = Where(name, data.count(b"\n", 0, error.start) + 1, column, line)
        raise SsiError(fault("file-not-text", place, detail=_why(data, error))) from None


def _why(data: bytes, error: UnicodeDecodeError) -> str:
    if error.end == len(data) and error.reason == "unexpected end of data":
        return "the file is cut off in the middle of a letter"
    return "it seems to be in an old Windows encoding (windows-1252, windows-1258 or the like)"


def _refuse_nul(lines: tuple[str, ...], name: str) -> None:
    for number, line in enumerate(lines, 1):
        if "\0" in line:
            place = Where(name, number, line.index("\0") + 1, line.rstrip("\r\n"))
            raise SsiError(fault("table-nul", place))


def _delimiter(header: str) -> str:
    outside = re.sub(r'"[^"]*"', "", header)
    return max(DELIMITERS, key=outside.count)


def _raw(lines: tuple[str, ...], name: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        first = reader.line_num + 1
        try:
            yield first, next(reader)
        except StopIteration:
            return
        except csv.Error:
            place = Where(name, first, None, lines[first - 1].rstrip("\r\n"))
            raise SsiError(fault("table-quote", place)) from None


def _refuse_cut(raw: list[tuple[int, list[str]]], lines: tuple[str, ...], name: str) -> None:
    """A last line with fewer cells than the header and no line end is what a broken copy leaves."""
    if len(raw) < 2 or lines[-1].endswith(("\n", "\r")):
        return
    line, cells = raw[-1]
    if any(cells) and len(cells) < len(raw[0][1]):
        place = Where(name, line, None, lines[line - 1].rstrip("\r\n"))
        raise SsiError(fault("table-cut", place, cells=len(cells), columns=len(raw[0][1])))
