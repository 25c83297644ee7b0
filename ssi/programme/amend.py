"""Single cells of a table that people edit, changed in its bytes, so that every other byte stays as they left it.

Never reads or writes a file, and never adds a row. A spreadsheet or an editor has its own ways with quotes, blanks and
line ends; a table that came back rewritten would look changed everywhere. A workbook cannot be changed so.
"""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence

from ssi.checklists.readers.csv import decode
from ssi.checklists.readers.rows import Rows, clean, unguarded
from ssi.checklists.writers.table import guarded

_ENDS = ("\r\n", "\n", "\r")


def amended(data: bytes, rows: Rows, key: str, changes: Mapping[str, Mapping[str, str]]) -> bytes:
    """The CSV table in these bytes with other cells: `changes` is the cell of the column `key` in a row → column → its
    new text. `rows` is the same table as read. A column that is missing is added behind the others; every code must
    stand in the table (ValueError)."""
    lines = list(io.StringIO(decode(data, rows.file), newline=""))
    header = next(line for line in lines if line.strip())
    missing = dict.fromkeys(name for cells in changes.values() for name in cells if name not in rows.header)
    columns = [*rows.header, *missing]
    wanted = {rows.cell(row, key): row.line for row in rows}
    if unknown := changes.keys() - wanted.keys():
        raise ValueError(f"{sorted(unknown)} stand in no row")
    new = {wanted[code]: {columns.index(name): text for name, text in cells.items()} for code, cells in changes.items()}
    if missing:
        new[rows.header_line] = {columns.index(name): name for name in missing}
    records = [_with(record, new.get(number, {}), rows.delimiter) for number, record in _records(lines, rows.delimiter)]
    if missing and not records[-1].endswith(_ENDS):
        records[-1] += _end(header)  # a last line that is shorter than the header now would look cut off
    bom = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return bom + "".join(records).encode()


def _records(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, str]]:
    """Each row of the file as it stands there, line end and all, with the number of its first line."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    first = 0
    for _ in reader:
        yield first + 1, "".join(lines[first : reader.line_num])
        first = reader.line_num


def _with(record: str, cells: Mapping[int, str], delimiter: str) -> str:
    """The row with these cells, by their index; those that it lacks are added blank."""
    if not cells:
        return record
    end = _end(record)
    parts = _split(record.removesuffix(end), delimiter)
    parts += [""] * (max(cells) + 1 - len(parts))
    for at, text in cells.items():
        if clean(unguarded(parts[at])) != text:
            parts[at] = _quoted(guarded(text), delimiter)
    return delimiter.join(parts) + end


def _end(record: str) -> str:
    return next((end for end in _ENDS if record.endswith(end)), "")


def _split(line: str, delimiter: str) -> list[str]:
    """The cells as they stand in the line, quotes and blanks included. A quote quotes where a cell begins with one."""
    parts, quoted = [""], False
    for each in line:
        if each == '"' and parts[-1][:1] in ("", '"'):
            quoted = not quoted
        if each == delimiter and not quoted:
            parts.append("")
        else:
            parts[-1] += each
    return parts


def _quoted(text: str, delimiter: str) -> str:
    special = any(each in text for each in (delimiter, '"', "\n", "\r"))
    return '"' + text.replace('"', '""') + '"' if special else text
