"""A standard's workbook as a table that a test can edit: sheets of rows, with what a spreadsheet program may add."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import xlsxwriter
from python_calamine import load_workbook
from xlsxwriter.worksheet import Worksheet

Rows = list[list[object]]
Extra = Callable[[str, Worksheet, xlsxwriter.Workbook], None]

SMALL = """
format = 1
id = "small"
version = "1.0.0"
status = "draft"
language = "en"
title = "A small standard"
[[scale]]
value = 0
label = "not met"
points = "0"
[[scale]]
value = 1
label = "partly met"
points = "1/2"
[[scale]]
value = 2
label = "met"
points = "1"
[rules]
minimum = 2
weights = { critical = 3, must = 2, desired = 1 }
bands = [50, 62.5]
[[area]]
id = "SAF"
title = "Safety"
[[area.criterion]]
id = "SAF-01"
class = "critical"
gate = true
text = "Staff day and night"
anchors = ["nobody", "at some hours", "at all hours"]
guidance = "Look at the duty list."
methods = ["observe", "document"]
practice = true
remedy = "capacity"
source = ["own", "NY 453.5"]
[[area.criterion]]
id = "SAF-02"
class = "must"
text = "Enough toilets"
anchors = ["few", "some", "enough"]
na_when = "no house"
measure = { unit = "residents a toilet", better = "less", cuts = ["20", "7.5"] }
kinds = ["transit", "long-term"]
weight = "5/2"
[[area]]
id = "CHD"
title = "Children"
applies = "children"
[[area.criterion]]
id = "CHD-01"
key = "play-1"
class = "desired"
text = "A place to play"
anchors = ["none", "one", "a good one"]
minimum = 1
[[source]]
id = "own"
title = "our own"
[[source]]
id = "NY 453.5"
title = "a law"
address = "https://example.org/law"
[[example]]
title = "Two assessors, and one who saw nothing"
kind = "long-term"
all = 2
sheets = [{ "SAF-01" = 0, "SAF-02" = "NA" }, { "SAF-02" = "NS declined" }, {}]
methods = { "SAF-01" = ["observe"] }
level = 0
[[example]]
title = "All met"
children = "yes"
all = 2
methods = ["observe", "staff"]
percent = "100.0"
status = "meets"
unsettled = []
"""

KHMER = """
format = 1
standard = "small 1.0.0"
language = "km"
status = "reviewed"
made_by = "a translators' office"
reviewed_by = "the ministry"
title = "ស្តង់ដារ"
[[area]]
id = "SAF"
title = "សុវត្ថិភាព"
[[criterion]]
id = "SAF-01"
text = "បុគ្គលិក"
anchors = ["គ្មាន", "ខ្លះ", "ទាំងអស់"]
[[criterion]]
id = "SAF-02"
text = "បង្គន់"
unit = "នាក់"
[of]
"SAF-01.text" = "000000000000"
"SAF-02.text" = "{current}"
"""


def sheets_of(data: bytes) -> dict[str, Rows]:
    """Every sheet by name, its rows from the first cell on."""
    book = load_workbook(io.BytesIO(data))
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }


def workbook(sheets: Mapping[str, Rows], extra: Extra | None = None) -> bytes:
    """A workbook with these sheets, texts as texts; `extra` draws on each sheet."""
    page = io.BytesIO()
    with xlsxwriter.Workbook(page) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str) and cell:
                        sheet.write_string(row, column, cell)
                    elif cell != "":
                        sheet.write(row, column, cell)
            if extra:
                extra(name, sheet, book)
    return page.getvalue()


def at(rows: Rows, line: int, column: str, value: object) -> None:
    """Writes a cell: `line` as the spreadsheet program counts, `column` by its name without its language."""
    names = [str(each).partition("::")[0] for each in rows[0]]
    place = names.index(column)
    rows[line - 1] += [""] * (place + 1 - len(rows[line - 1]))
    rows[line - 1][place] = value


def laid_out(here: Path) -> Path:
    """`standards/small/1.0.0.toml` and its Khmer translation in this folder."""
    from ssi.model import fingerprint

    path = here / "standards" / "small" / "1.0.0.toml"
    path.parent.mkdir(parents=True)
    path.write_text(SMALL, encoding="utf-8")
    khmer = KHMER.format(current=fingerprint("Enough toilets"))
    path.with_name("1.0.0.km.toml").write_text(khmer, encoding="utf-8")
    return path
