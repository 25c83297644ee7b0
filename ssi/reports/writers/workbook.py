"""A Document as a workbook (.xlsx): its text on the first sheet, then one sheet a table, numbers as numbers.

Never writes a formula, and nothing that changes by itself: the same document is the same bytes. A number shows all the
decimals that it has (four at most), so that no spreadsheet program rounds it a second time. A text that would become a
formula when somebody edits its cell has the mark by which Excel keeps it a text. A chart is left to the table of its
numbers, which is always there.
"""

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ssi.document import CellKind, Document
from ssi.reports.writers.tabular import Grid, Value, grids
from ssi.reports.writers.workbook_text import lines
from ssi.words import Words

_MADE = datetime(2020, 1, 1, tzinfo=UTC)  # of every workbook: the clock does not belong in it
_PATTERNS: dict[CellKind, str] = {
    "percent": '0.0###"%"',
    "change": '+0.0###;"−"0.0###;0.0###',
    "points": "0.0###",
    "count": "#,##0",
    "level": "0",
    "text": "0",
    "id": "0",
    "date": "yyyy-mm-dd",
}
_WIDE, _NARROW = 60, 6  # of a column, in letters
_TEXT = 96  # of the sheet of text
_LINE, _TALLEST = 14, 409  # points of a line, and of the highest row that there can be
_LETTERS = 1.08  # of this size, for each unit of a column's width
_TALL = {"title": 20, "heading": 17}  # points of a line by its look


def write(document: Document) -> bytes:
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        book.set_properties({"title": document.title, "created": _MADE})
        draw = _Draw(book, document)
        found = grids(document)
        draw.text(found)
        for grid in found:
            draw.grid(grid)
    return page.getvalue()


class _Draw:
    """One workbook being drawn; a format is made once for each look."""

    def __init__(self, book: xlsxwriter.Workbook, document: Document) -> None:
        self.book, self.document, self.words = book, document, Words(document.language)
        self.formats: dict[str, Format] = {}
        wrap = {"text_wrap": True, "valign": "top"}
        self.looks = {
            "title": book.add_format({"bold": True, "size": 14, **wrap}),
            "heading": book.add_format({"bold": True, "size": 12, **wrap}),
            "strong": book.add_format({"bold": True, **wrap}),
            "quiet": book.add_format({"font_color": "#555555", **wrap}),
            "": book.add_format(wrap),
        }
        self.head = book.add_format({"bold": True, "bg_color": "#DCE6E4", "bottom": 1, **wrap})
        self.cell = book.add_format({**wrap, "quote_prefix": True})

    def text(self, found: tuple[Grid, ...]) -> None:
        """The first sheet: everything that is no table, and where the tables are."""
        sheet = self.book.add_worksheet(_free_name(self.words("Text"), found))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, _TEXT)
        sheet.set_column(1, 1, _WIDE)
        for row, (look, text, beside) in enumerate(lines(self.document, self.words, found)):
            sheet.write_string(row, 0, text, self.looks[look])
            if beside:
                sheet.write_string(row, 1, beside, self.looks[""])
            sheet.set_row(row, _height([(text, _TEXT), (beside, _WIDE)], _TALL.get(look, _LINE)))
        _on_paper(sheet)

    def grid(self, grid: Grid) -> None:
        sheet = self.book.add_worksheet(grid.name)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        if grid.columns:
            sheet.autofilter(0, 0, max(1, len(grid.rows)), len(grid.columns) - 1)
        widths = [_width(grid, at) for at in range(len(grid.columns))]
        for at, title in enumerate(grid.columns):
            sheet.write_string(0, at, title, self.head)
            sheet.set_column(at, at, widths[at])
        for number, (row, kinds) in enumerate(zip(grid.rows, grid.kinds, strict=True), 1):
            for at, (value, kind) in enumerate(zip(row, kinds, strict=True)):
                self._value(sheet, number, at, value, kind)
            sheet.set_row(number, _height([(str(each or ""), width) for each, width in zip(row, widths, strict=True)]))
        _on_paper(sheet)

    def _value(self, sheet: Worksheet, row: int, at: int, value: Value, kind: CellKind) -> None:
        if value is None or value == "":
            return
        if isinstance(value, str):
            sheet.write_string(row, at, value, self.cell)
        elif isinstance(value, date):
            sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), self._look(_PATTERNS["date"]))  # noqa: DTZ001
        else:
            sheet.write_number(row, at, value, self._look(self._pattern(kind, value)))

    def _pattern(self, kind: CellKind, value: int | Decimal) -> str:
        if kind != "money":
            return _PATTERNS[kind] if isinstance(value, int) or kind not in ("text", "id") else "0.0###"
        decimals = max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
        behind = f'" {self.document.currency}"' if self.document.currency else ""
        return "#,##0" + (f".{'0' * decimals}" if decimals else "") + behind

    def _look(self, pattern: str) -> Format:
        if pattern not in self.formats:
            self.formats[pattern] = self.book.add_format({"num_format": pattern, "valign": "top"})
        return self.formats[pattern]


def _width(grid: Grid, at: int) -> int:
    """Of a column, in letters: of its longest value, within limits."""
    longest = max((len(str(row[at])) for row in grid.rows if row[at] is not None), default=0)
    return min(_WIDE, max(len(grid.columns[at]) + 4, longest + 2, _NARROW))


def _height(cells: Iterable[tuple[str, int]], line: int = _LINE) -> int:
    """Of a row, in points, so that the longest of its texts (each with its column's width) can be read: not every
    program works that out by itself."""
    wrapped = (sum(max(1, ceil(len(each) / (width * _LETTERS))) for each in text.split("\n")) for text, width in cells)
    return min(_TALLEST, 3 + line * max(wrapped, default=1))


def _free_name(name: str, found: tuple[Grid, ...]) -> str:
    """The name of the sheet of text: no table has it."""
    while name.casefold() in {each.name.casefold() for each in found}:
        name += "_"
    return name


def _on_paper(sheet: Worksheet) -> None:
    """Landscape A4, as wide as the page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
