"""One tidy table as CSV: UTF-8 with a BOM, formulas guarded, `true` and `false`, an empty cell for what is missing.

Never rounds. Exact fractions look like dates to a spreadsheet program (25/2): whoever uses one takes the workbook.
"""

from ssi.checklists.writers.table import Cell, write_csv
from ssi.tables.tidy import Tidy, Value


def csv_bytes(table: Tidy) -> bytes:
    return write_csv(table.columns, ([_cell(each) for each in row] for row in table.rows))


def _cell(value: Value) -> Cell:
    return ("false", "true")[value] if isinstance(value, bool) else value
