"""The translators' workbook: one sheet, one row a text, the source locked, the translation to be written beside it.

Never holds a formula and nothing that changes by itself: the same translation is the same workbook. The first row below
the head names the standard and the language, so that a workbook that comes back months later is still known.
"""

import io
from datetime import UTC, datetime

import xlsxwriter

from ssi.model import Standard, Texts, Translation, texts_of
from ssi.standards.lint import name_of
from ssi.words import KNOWN_LANGUAGES

COLUMNS = ("key", "what", "source", "translation", "state", "remark")
STATES = ("to do", "look again", "done", "from the base")
ABOUT = "standard"  # the key of the row that says what this workbook is of
MADE_BY = "made by:"  # in the remark of that row, before who or what made the translation
_WIDTHS = (22, 30, 60, 60, 12, 30)
_MADE = datetime(2020, 1, 1, tzinfo=UTC)  # of every workbook: the clock does not belong in it


def translators_workbook(
    standard: Standard, language: str, translation: Translation | None, base: Translation | None = None
) -> bytes:
    """The workbook as .xlsx, every text of the standard in its order; what only `base` says, the translation of what
    the standard extends, is marked so."""
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        book.set_properties({"title": f"{standard}, {language}", "created": _MADE})
        sheet = book.add_worksheet(f"translation {language}"[:31])
        wrapped = {"text_wrap": True, "valign": "top"}
        locked = book.add_format({**wrapped, "bg_color": "#EEEEEE"})
        free = book.add_format({**wrapped, "locked": False})
        head = book.add_format({"bold": True, "bottom": 1})
        for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, head)
        rows = _rows(standard, language, translation, base)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell, locked if column < 3 or number == 1 else free)
        last = len(rows)
        sheet.data_validation(2, 4, last, 4, {"validate": "list", "source": list(STATES)})
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
        sheet.freeze_panes(2, 1)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
    return page.getvalue()


def _rows(
    standard: Standard, language: str, translation: Translation | None, base: Translation | None
) -> list[tuple[str, ...]]:
    texts, inherited = (each.texts if each else {} for each in (translation, base))
    stale = Texts(standard, translation).stale
    status = translation.status if translation else "draft"
    named = f"{KNOWN_LANGUAGES.get(language, language)} ({language})"
    by = f"{MADE_BY} {made.made_by}" if (made := translation or base) and made.made_by else ""
    rows: list[tuple[str, ...]] = [(ABOUT, "leave this row as it is", str(standard), named, status, by)]
    for key, source in texts_of(standard).items():
        state = STATES[1] if key in stale else STATES[2]
        if key not in texts:
            state = STATES[3] if key in inherited else STATES[0]
        rows.append((key, name_of(key), source, texts.get(key, inherited.get(key, "")), state, ""))
    return rows
