"""A table as CSV bytes that every spreadsheet opens rightly: UTF-8 with a BOM, CR LF, formulas guarded.

Never guards a number: `-5` given as a number stays one. The BOM is there because Excel shows Khmer wrongly without it.
What is written here, `ssi.checklists.readers.csv` reads back as the same cells.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from ssi.checklists.readers.rows import FORMULA_START

Cell = str | int | Decimal | None
_WOULD_START = re.compile(rf"'*[{re.escape(FORMULA_START)}]")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Columns and rows as CSV. A text that would start a formula, or that looks guarded already, gets one `'`."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow([guarded(each) for each in columns])
    writer.writerows([guarded(each) for each in row] for row in rows)
    return page.getvalue().encode("utf-8-sig")


def guarded(cell: Cell) -> str:
    """The cell's text, guarded if it is a text and not a number."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if _WOULD_START.match(cell) else cell
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)
