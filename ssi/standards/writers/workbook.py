"""A standard as a workbook (.xlsx) that an office can edit: one row a criterion, drop-downs, heads and ids that stay.

Never writes a formula, and nothing that changes by itself: the same standard is the same workbook, byte for byte. The
fonts are those that come with every office program and shape the script; where one is not there, the program takes
another that does.
"""

import io
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ssi.checklists.writers.office import FONTS
from ssi.model import Standard, Translation
from ssi.standards.cells import Cell
from ssi.standards.columns import (
    AREAS,
    CHANGES,
    CRITERIA,
    DROPS,
    HIDDEN,
    INHERITED,
    PAIR_COLUMNS,
    READ_ME,
    TRANSLATIONS,
    Head,
    Pair,
    pairs,
)
from ssi.standards.writers.grids import Grid, Lines, Table, grids

_FONT = "Arial"
_FROZEN = {CRITERIA: 2, CHANGES: 1, DROPS: 1, AREAS: 1, INHERITED: 1, TRANSLATIONS: 1}  # columns that stay
_MADE = datetime(2020, 1, 1, tzinfo=UTC)  # of every workbook: the clock does not belong in it
_SPARE = 200  # rows below the last that have the drop-downs too
_LINE, _LINE_OF_MARKS, _TALLEST = 13, 19, 409  # points of a line, and of the highest row that there can be
_LETTERS = 1.05  # of the size used here, for each unit of a column's width
_INPUT_LIMIT = 255  # characters of an input message
_HOW_TO = (
    ("What this is", "The standard {standard}, to be read, discussed and changed in a spreadsheet program."),
    (
        "How to change it",
        "Write in the cells. Add a criterion by writing a new row; take one out by deleting its row. The order of the"
        " rows is the order of the standard. A blank cell says nothing: the note on each column's name says what then"
        " holds.",
    ),
    (
        "Languages",
        "Columns such as text::ខ្មែរ (km) hold translations. To add a language, add columns named in the same way and a"
        " row on the sheet translations. Where you change a text and not its translation, the translation is marked:"
        " somebody must look at it again.",
    ),
    (
        "Remarks",
        "The sheet head holds the first lines of the file, which begin with #. They come back as they are, but for the"
        " version and the list of parts, which are written anew. Other remarks (lines with #) are not kept.",
    ),
    (
        "Worked examples",
        "They say what comes out for given scores, and are worked out again when the workbook comes back. A change of"
        " a class, a minimum or a weight may make some of them untrue: the import names them, and leaves them out of a"
        " draft only when asked to.",
    ),
    (
        "What may not be done",
        "No formulas, no merged cells, no hidden rows or columns: what nobody sees must not become a rule. Leave the"
        " names of sheets and columns as they are.",
    ),
    (
        "A new version",
        "A released standard is never changed. Write a new version number on the sheet standard: the last number for a"
        " wording, the middle one for a criterion that was added or made stricter, the first for anything that was"
        " loosened or taken out.",
    ),
    (
        "Back into the program",
        "ssi standard import FILE.xlsx --to standards/{id}/VERSION.toml   It names every fault by sheet, row and"
        " column, and writes nothing until all is well.",
    ),
)


def standard_workbook(
    tables: Table, standard: Standard, translations: Sequence[Translation], head: Lines = ()
) -> bytes:
    """The whole workbook. `tables` and `head` are the file's own, `standard` what it resolves to."""
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": str(standard), "created": _MADE})
        book.set_size(2400, 1500)
        draw = _Draw(book)
        draw.read_me(standard)
        for grid in grids(tables, standard, translations, head):
            draw.grid(grid, overlay="extends" in tables)
    return page.getvalue()


class _Draw:
    """One workbook being drawn; a format is made once for each look."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.formats: dict[tuple[str, bool, bool], Format] = {}
        head = {"bold": True, "font_name": _FONT, "text_wrap": True, "valign": "top", "bottom": 1}
        self.head = book.add_format({**head, "bg_color": "#DCE6E4"})
        self.foreign = book.add_format({**head, "bg_color": "#E9E4DA"})

    def look(self, language: str, *, text: bool, strong: bool = False) -> Format:
        """How a cell looks. `text`: the program is told to take what is typed for text, so that 1/2 is not made a date;
        only for short cells, because old programs show ### for a long one."""
        key = (language, text, strong)
        if key not in self.formats:
            font = FONTS.get(language.partition("-")[0], _FONT)
            look = {"font_name": font, "font_size": 10, "text_wrap": True, "valign": "top", "bold": strong}
            look |= {"bottom": 1, "bottom_color": "#CCCCCC"}
            self.formats[key] = self.book.add_format({**look, **({"num_format": "@"} if text else {})})
        return self.formats[key]

    def read_me(self, standard: Standard) -> None:
        sheet = self.book.add_worksheet(READ_ME)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 96)
        sheet.write_string(0, 0, standard.title, self.book.add_format({"font_name": _FONT, "bold": True, "size": 14}))
        values = {"standard": standard, "id": standard.id}
        for row, (name, words) in enumerate(_HOW_TO, 2):
            sheet.write_string(row, 0, name, self.look("", text=False, strong=True))
            sheet.write_string(row, 1, words.format_map(values), self.look("km", text=False))
            sheet.set_row(row, 22 * (1 + len(words) // 110))
        _on_paper(sheet, 0)

    def grid(self, grid: Grid, *, overlay: bool) -> None:
        sheet = self.book.add_worksheet(grid.name)
        known = {each.key: each for each in pairs(overlay=overlay).get(grid.name, ())}
        for at, head in enumerate(grid.heads):
            short = not head.language and head.column.width <= 24
            look = self.look(
                head.language, text=short or bool(known), strong=head.column.name == "id" or (bool(known) and at == 0)
            )
            sheet.set_column(at, at, head.column.width, look)
            sheet.write_string(0, at, head.label, self.foreign if head.language else self.head)
            if head.column.help:
                sheet.write_comment(0, at, head.column.help, {"x_scale": 1.6, "y_scale": 0.8})
            if not known:
                _choices(sheet, at, head, len(grid.rows))
            for row, cells in enumerate(grid.rows, 1):
                _write(sheet, row, at, cells[at], look)
        for row, cells in enumerate(grid.rows, 1):
            sheet.set_row(row, _height(cells, grid.heads))
            if str(cells[0]) in known:
                _value_choices(sheet, row, known[str(cells[0])])
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, _FROZEN.get(grid.name, 1))
        _on_paper(sheet, len(grid.heads))
        if grid.name in HIDDEN:
            sheet.hide()


def _height(cells: Sequence[Cell], heads: Sequence[Head]) -> float:
    """Of a row, in points, so that its longest text can be read: not every program works that out by itself."""
    lines = (_lines(str(cell or ""), head) for cell, head in zip(cells, heads, strict=True))
    return float(min(_TALLEST, 2 + max(lines)))


def _lines(text: str, head: Head) -> int:
    """How high the text stands in its column, in points. Marks above and below letters take no width but height."""
    tall = _LINE_OF_MARKS if head.language.partition("-")[0] in ("km", "lo", "my", "th") else _LINE
    letters = head.column.width * _LETTERS
    widths = [sum(_width(each) for each in line) for line in text.split("\n")]
    return tall * sum(max(1, ceil(width / letters)) for width in widths)


def _width(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, look)
    else:
        sheet.write_string(row, column, cell, look)


def _choices(sheet: Worksheet, at: int, head: Head, rows: int) -> None:
    """A drop-down where there is one word to choose; where there may be several, a message that names them."""
    column = head.column
    message = {"input_title": column.name[:32], "input_message": column.help[:_INPUT_LIMIT]} if column.help else {}
    if column.choices:
        rule = {"validate": "list", "source": list(column.choices), **message}
    elif column.kind in ("words", "names", "scores", "sheets", "methods", "figure", "figures", "score"):
        rule = {"validate": "any", **message}
    else:
        return
    sheet.data_validation(1, at, rows + _SPARE, at, rule)


def _value_choices(sheet: Worksheet, row: int, pair: Pair) -> None:
    if pair.choices:
        at = PAIR_COLUMNS.index("value")
        sheet.data_validation(row, at, row, at, {"validate": "list", "source": list(pair.choices)})


def _on_paper(sheet: Worksheet, columns: int) -> None:
    """Landscape A4, as wide as the columns need up to what can still be read, the heads on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.set_footer("&L&A&R&P / &N")
    if columns:
        sheet.repeat_rows(0)
        sheet.fit_to_pages(max(1, round(columns / 9)), 0)
