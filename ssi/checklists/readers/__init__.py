"""Tables as people send them, read into the same `Rows` whatever program wrote them.

Never knows what a column means: rooms that do ask `Rows.expect` for their columns and read the cells themselves. Each
reader is a module with `read(data, name, sheet) -> Rows`, imported when a file with its ending comes, so that reading
a CSV file never loads a workbook library.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from ssi.checklists.readers.rows import Row, Rows
from ssi.errors import SsiError, fault

READERS: Mapping[str, str] = {
    ".csv": "ssi.checklists.readers.csv",
    ".xlsx": "ssi.checklists.readers.workbook",
    ".ods": "ssi.checklists.readers.workbook",
}

__all__ = ["READERS", "Row", "Rows", "read", "read_file"]


def read(data: bytes, name: str, sheet: str = "") -> Rows:
    """The table in these bytes; `name` chooses the reader by its ending and stands in faults, `sheet` is the sheet of
    a workbook (the first where none has that name). Raises SsiError with every fault of the table's form."""
    ending = Path(name).suffix.lower()
    if ending not in READERS:
        raise SsiError(fault("file-ending", file=name, known=" ".join(READERS)))
    rows: Rows = import_module(READERS[ending]).read(data, name, sheet)
    return rows


def read_file(path: Path, name: str = "", sheet: str = "") -> Rows:
    """The table in this file; `name` is what faults call it (default: the path). Raises SsiError as `read` does, also
    for a file that is not there."""
    if not path.is_file():
        raise SsiError(fault("file-missing", file=name or path))
    return read(path.read_bytes(), name or str(path), sheet)
