"""How texts of seven languages look in a spreadsheet: the font that shapes them, and how high a row must be.

Never writes a workbook. Not every office program works out by itself how high a row must be, so that its longest text
can be read; a mark above or below a letter takes no width, but height.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from math import ceil

FONTS: Mapping[str, str] = {  # by language; what a Windows office has, and LibreOffice finds a twin for
    "km": "Leelawadee UI",
    "lo": "Leelawadee UI",
    "th": "Leelawadee UI",
    "my": "Myanmar Text",
    "zh": "Microsoft YaHei",
}
FONT = "Arial"
MADE = datetime(2020, 1, 1, tzinfo=UTC)  # of every workbook: the clock does not belong in it
TALLEST = 409.0  # points of the highest row that there can be
_LINE, _LINE_OF_MARKS = 13, 19  # points of a line
_LETTERS, _LETTERS_OF_MARKS = 1.25, 1.05  # of the size used here, for each unit of a column's width


def font_of(language: str) -> str:
    """The font for this language."""
    return FONTS.get(language.partition("-")[0], FONT)


def row_height(texts: Iterable[tuple[str, float, str]]) -> float:
    """Of a row, in points, from its cells as (text, width of the column, language)."""
    return min(TALLEST, 2 + max((text_height(*each) for each in texts), default=_LINE))


def text_height(text: str, column: float, language: str) -> float:
    """How high the text stands in a column of this width, in points."""
    marked = language.partition("-")[0] in ("km", "lo", "my", "th") and not text.isascii()
    tall, letters = (_LINE_OF_MARKS, _LETTERS_OF_MARKS) if marked else (_LINE, _LETTERS)
    widths = [_width(line) for line in text.split("\n")]
    return float(tall * sum(max(1, ceil(width / (column * letters))) for width in widths))


def _width(line: str) -> int:
    return len(line) if line.isascii() else sum(_of_character(each) for each in line)


def _of_character(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
