"""Tidy tables as a workbook: a data dictionary, then one sheet a table; numbers are numbers, texts are never formulas.

Never writes a formula, a link or a date. A text that would become a formula when somebody edits its cell has the mark
by which Excel keeps it a text; one that looks guarded already gets a `'` more, which our reader takes off.
"""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ssi.checklists.readers.rows import FORMULA_START
from ssi.checklists.writers.table import guarded
from ssi.tables.dictionary import dictionary
from ssi.tables.tidy import Field, Tidy, Value

MOST_ROWS = 1_048_575  # below the head, on one sheet
_NUMBERS = {"integer": "0", "number": "0.0###"}
_TRUTH = '"TRUE";"TRUE";"FALSE"'  # without it LibreOffice shows some of them as 1 and 0
_GUARDED = re.compile(rf"'+[{re.escape(FORMULA_START)}]")
_WIDE, _SAMPLE = 60, 200  # of a column, in letters; rows looked at to find how wide
Write = Callable[[int, int, Value], object]


def workbook(tables: Sequence[Tidy], *, title: str, made: datetime) -> bytes:
    """The whole workbook. `made` stands in its properties."""
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": made})
        draw = _Draw(book)
        for table in (dictionary(tables), *tables):
            draw.sheet(table)
    return page.getvalue()


class _Draw:
    """One workbook being drawn; a format is made once for each look."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.formats: dict[str, Format] = {}
        self.head = book.add_format({"bold": True, "bg_color": "#DCE6E4", "bottom": 1, "valign": "top"})
        self.said = book.add_format({"indent": 1})  # so that a text keeps off the number before it
        self.quoted = book.add_format({"indent": 1, "quote_prefix": True})
        self.truth = book.add_format({"num_format": _TRUTH, "align": "center"})

    def sheet(self, table: Tidy) -> None:
        sheet = self.book.add_worksheet(table.name)
        sheet.freeze_panes(1, min(len(table.key), 3))
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.fields) - 1)
        for at, each in enumerate(table.fields):
            sheet.write_string(0, at, each.name, self.head)
            sheet.set_column(at, at, _width(table, at))
        writes = [self._write(sheet, each) for each in table.fields]
        for row, values in enumerate(table.rows, 1):
            for at, value in enumerate(values):
                if value is not None:
                    writes[at](row, at, value)
        _on_paper(sheet)

    def _write(self, sheet: Worksheet, field: Field) -> Write:
        """How a value of this column is written."""
        if field.type == "boolean":
            return lambda row, at, value: sheet.write_boolean(row, at, value, self.truth)
        if field.type in _NUMBERS:
            look = self._number(field)
            return lambda row, at, value: sheet.write_number(row, at, value, look)
        return lambda row, at, value: self._text(sheet, row, at, str(value))

    def _text(self, sheet: Worksheet, row: int, at: int, text: str) -> None:
        if text[:1] and text[0] in FORMULA_START + "'":
            kept = guarded(text) if _GUARDED.match(text) else text
            sheet.write_string(row, at, kept, self.quoted)
        else:
            sheet.write_string(row, at, text, self.said)

    def _number(self, field: Field) -> Format:
        pattern = _NUMBERS[field.type]
        if field.decimals is not None:
            pattern = "#,##0" + (f".{'0' * field.decimals}" if field.decimals else "")
        if pattern not in self.formats:
            self.formats[pattern] = self.book.add_format({"num_format": pattern})
        return self.formats[pattern]


def _width(table: Tidy, at: int) -> int:
    """In letters: of the head with its arrow, or of the longest of the first values."""
    longest = max((len(each) for each in _texts(table, at)), default=0)
    return min(_WIDE, max(len(table.fields[at].name) + 4, longest + 2))


def _texts(table: Tidy, at: int) -> Iterator[str]:
    return (str(row[at]) for row in islice(table.rows, _SAMPLE) if row[at] is not None)


def _on_paper(sheet: Worksheet) -> None:
    """Landscape A4, the head on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
