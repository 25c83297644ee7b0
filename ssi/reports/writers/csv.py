"""A Document as CSV: the one table that it has. UTF-8 with a BOM, formulas guarded, numbers as numbers.

Never puts two tables into one file, where the second would have the first one's columns: a page with several is
refused, and the workbook, which has a sheet for each, is offered.
"""

from ssi.checklists.writers.table import write_csv
from ssi.document import Document
from ssi.errors import SsiError, fault
from ssi.reports.writers.tabular import Value, grids


def write(document: Document) -> bytes:
    """Raises SsiError `csv-one-table` where the page has none or several."""
    found = grids(document)
    if len(found) != 1:
        raise SsiError(fault("csv-one-table", count=len(found)))
    return write_csv(found[0].columns, ([_cell(each) for each in row] for row in found[0].rows))


def _cell(value: Value) -> str | int | None:
    return value if isinstance(value, str | int) or value is None else str(value)
