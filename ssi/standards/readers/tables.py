"""The sheets of a standard's workbook → the tables of its file, its translations' texts, and where each of them stands.

Never judges what the standard says: its file's own checks do (`ssi.standards.readers.pointing` shows their faults at
the cells that they come from). What a workbook alone can have wrong is named here: keys, rows, words that are no words.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ssi.errors import Where, did_you_mean
from ssi.standards.columns import (
    CHANGES,
    CRITERIA,
    HEAD,
    HEAD_COLUMN,
    PAIR_COLUMNS,
    STANDARD,
    Column,
    Form,
    Pair,
    forms,
    pairs,
)
from ssi.standards.head import lines
from ssi.standards.readers.imported import CellsOfRow, Imported
from ssi.standards.readers.languages import fingerprints, inherited, translations
from ssi.standards.readers.sheets import Sheets, sheets_of
from ssi.standards.readers.workbook import Book
from ssi.standards.toml_places import Path


def imported(book: Book) -> Imported:
    """All that the workbook says, with every fault of its form."""
    found = Imported(book.file, faults=list(book.faults))
    sheets = sheets_of(book, found)
    sheets = replace(sheets, languages=translations(sheets, found))
    for name, rows in pairs(overlay=sheets.overlay).items():
        if name in sheets:
            _pairs(sheets, name, rows)
    for form in forms(sheets.scale(), overlay=sheets.overlay):
        if form.name in sheets:
            _rows(sheets, form)
    _head(sheets)
    inherited(sheets, found)
    fingerprints(sheets, found)
    return found


def _head(sheets: Sheets) -> None:
    """The first lines of the file."""
    if HEAD in sheets:
        sheet = sheets.headed(HEAD, (HEAD_COLUMN,))
        sheets.found.head = tuple(lines(sheet.cell(line, HEAD_COLUMN.name) for line in sheet.lines))


def _pairs(sheets: Sheets, name: str, rows: Sequence[Pair]) -> None:
    """A sheet of keys and values."""
    key, value, meaning = (Column(each, ()) for each in PAIR_COLUMNS)
    spoken = name == STANDARD
    columns = (key, value._replace(said="title") if spoken else value, meaning)
    sheet, found = sheets.headed(name, columns, every_language=spoken), sheets.found
    known, before = {each.key: each for each in rows}, set[str]()
    found.places[() if spoken else (name,)] = sheet.sheet.where(sheets.file, sheet.line, 0)
    for line in sheet.lines:
        written = sheet.cell(line, "key")
        pair = known.get(written.casefold())
        if pair is None or pair.key in before:
            where = sheet.sheet.where(sheets.file, line, 0)
            code = "duplicate-row" if pair else "unknown-key"
            found.wrong(code, where, key=written or "(blank)", hint=did_you_mean(written, known))
            continue
        before.add(pair.key)
        _pair(sheets, [each for each in sheet.cells(line) if each[0].column.name == "value"], pair, name)


def _pair(sheets: Sheets, cells: CellsOfRow, pair: Pair, name: str) -> None:
    path = pair.path if name == STANDARD else (name, *pair.path)
    for head, text, where in cells:
        if head.language in ("", sheets.own):
            sheets.found.places[path] = where
            sheets.found.put(sheets.found.tables, path, pair.kind, text, pair.key, where)
        elif pair.key == "title":
            sheets.found.say(head.language, "title", text, where)


def _rows(sheets: Sheets, form: Form) -> None:
    """A sheet of rows: each a table of the file."""
    sheet = sheets.headed(form.name, form.columns)
    sheets.found.places.setdefault((form.key,), sheet.sheet.where(sheets.file, sheet.line, 0))
    for line in sheet.lines:
        cells = list(sheet.cells(line))
        if any(text for _, text, _ in cells):
            _row(sheets, form, cells)


def _row(sheets: Sheets, form: Form, cells: CellsOfRow) -> None:
    table: dict[str, Any] = {}
    path = _placed(sheets.found, form, table, cells)
    if not path:
        return
    found = sheets.found
    own = [each for each in cells if each[0].column.path and each[0].language in ("", sheets.own)]
    for head, text, where in own:
        found.places[(*path, *head.column.path)] = where
        if head.column.path[0] != "anchors":
            found.put(table, head.column.path, head.column.kind, text, head.column.name, where)
    _anchors(found, form, table, path, own)
    _named(found, form, path, own)
    for head, text, where in cells:
        if head.language not in ("", sheets.own):
            found.say(head.language, form.text_key(table) + head.column.said, text, where)


def _placed(found: Imported, form: Form, table: dict[str, Any], cells: CellsOfRow) -> Path:
    """Puts the table of a row where it lies in the file → its path; nowhere where its area is not known."""
    if form.name != CRITERIA:
        tables = found.tables.setdefault(form.key, [])
        tables.append(table)
        return (form.key, len(tables) - 1)
    areas = found.tables.get("area", [])
    name, where = next(((text, at) for head, text, at in cells if head.column.name == "area"), ("", Where(found.file)))
    ids = [each.get("id", "") for each in areas]
    if not name:
        found.wrong("row-nameless", where, column="area")
    elif name not in ids:
        hint = did_you_mean(name, filter(None, ids))
        found.wrong("row-area", where, area=name, hint=hint)
    if not name or name not in ids:
        return ()
    criteria = areas[ids.index(name)].setdefault("criterion", [])
    criteria.append(table)
    return ("area", ids.index(name), "criterion", len(criteria) - 1)


def _anchors(found: Imported, form: Form, table: dict[str, Any], path: Path, cells: CellsOfRow) -> None:
    """The level descriptions, in the order of the scale; in a change, all of them or none."""
    levels = {head.column.path[1]: (text, where) for head, text, where in cells if head.column.path[0] == "anchors"}
    texts = [levels[at][0] for at in sorted(levels, key=int)]
    if levels:
        found.places[(*path, "anchors")] = levels[min(levels, key=int)][1]
    if any(texts) or (levels and form.name != CHANGES):
        table["anchors"] = texts


def _named(found: Imported, form: Form, path: Path, cells: CellsOfRow) -> None:
    """What a row is called by stands for the row."""
    for head, text, where in cells:
        if head.column.name == form.named_by:
            found.places[path] = where
            if not text:
                found.wrong("row-nameless", where, column=form.named_by)
