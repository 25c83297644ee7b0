"""The translators' workbook that came back → what they handed in, or every fault in it with its cell.

Never reads more than its first sheet, and nothing before the file is known to be safe to open. A row without a
translation is not translated, whatever its state; one with a translation is done, unless its state says to look again.
"""

import re
from pathlib import PurePath

from ssi.checklists.readers import Row, Rows, read
from ssi.checklists.readers.safety import opened
from ssi.checklists.readers.scan import scan
from ssi.errors import Fault, SsiError, Where, did_you_mean, fault, refuse
from ssi.standards.translating import Handed, HandedText
from ssi.standards.writers.translators import ABOUT, COLUMNS, MADE_BY, STATES

MOST_ROWS = 20_000
_NEEDED = ("key", "source", "translation", "state")
_CODE = re.compile(r".*\(([^()]+)\)\s*")


def handed_workbook(data: bytes, name: str) -> Handed:
    """The texts in this .xlsx or .ods. Raises SsiError: no workbook, too large, columns, keys twice, unknown states."""
    if PurePath(name).suffix.lower() != ".csv":
        _refuse_huge(data, name)
    rows = read(data, name)
    faults = rows.expect(_NEEDED, COLUMNS)
    if faults:
        raise SsiError(faults)
    about = next((row for row in rows if rows.cell(row, "key") == ABOUT), None)
    texts = [row for row in rows if row is not about]
    refuse(_faults(rows, texts))
    return Handed(
        rows.cell(about, "source") if about else "",
        _language(rows.cell(about, "translation")) if about else "",
        {rows.cell(row, "key"): _text(rows, row) for row in texts},
        {rows.cell(row, "key"): rows.where(row, "translation") for row in texts},
        _made_by(rows.cell(about, "remark")) if about else "",
    )


def _refuse_huge(data: bytes, name: str) -> None:
    for sheet in scan(opened(data, name), MOST_ROWS)[:1]:
        if sheet.rows > MOST_ROWS:
            raise SsiError(fault("workbook-rows", Where(name), sheet=sheet.name, most=MOST_ROWS))
        if sheet.bottom > MOST_ROWS * 2 or sheet.right > 200:
            values = {"sheet": sheet.name, "row": sheet.bottom, "column": sheet.right}
            raise SsiError(fault("workbook-spread", Where(name), **values))


def _language(cell: str) -> str:
    """`ខ្មែរ (km)` → `km`."""
    found = _CODE.fullmatch(cell)
    return found[1] if found else cell


def _made_by(remark: str) -> str:
    return remark.removeprefix(MADE_BY).strip() if remark.startswith(MADE_BY) else ""


def _text(rows: Rows, row: Row) -> HandedText:
    state = rows.cell(row, "state").casefold()
    return HandedText(rows.cell(row, "source"), rows.cell(row, "translation"), state == STATES[1])


def _faults(rows: Rows, texts: list[Row]) -> list[Fault]:
    found, seen = list[Fault](), set[str]()
    for row in texts:
        key, state = rows.cell(row, "key"), rows.cell(row, "state")
        if not key:
            found.append(fault("translation-row-without-key", rows.where(row, "key")))
        elif key in seen:
            found.append(fault("translation-key-twice", rows.where(row, "key"), key=key))
        if state and state.casefold() not in STATES:
            values = {"key": "state", "word": state, "allowed": ", ".join(STATES), "hint": did_you_mean(state, STATES)}
            found.append(fault("unknown-word", rows.where(row, "state"), **values))
        seen.add(key)
    return found
