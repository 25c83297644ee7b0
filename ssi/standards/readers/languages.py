"""The sheets of a standard's workbook that are about its translations: who made them, of which source texts, and texts
that no other sheet has a row for.

Never judges a translation (`ssi.standards.readers.translated` does).
"""

from ssi.errors import Where
from ssi.standards.columns import FINGERPRINTS, INHERITED, TRANSLATION_COLUMNS, TRANSLATIONS, Column, parted
from ssi.standards.readers.imported import Imported
from ssi.standards.readers.sheets import Sheets

_KEY = Column("key", ())


def translations(sheets: Sheets, found: Imported) -> tuple[str, ...]:
    """Who made and reviewed each translation → the languages there are."""
    if TRANSLATIONS not in sheets:
        return ()
    sheet = sheets.headed(TRANSLATIONS, TRANSLATION_COLUMNS)
    for line in sheet.lines:
        said = {head.column.name: (text, where) for head, text, where in sheet.cells(line)}
        text, where = said.get("language", ("", Where(sheets.file, line)))
        if not text:
            found.wrong("row-nameless", where, column="language")
            continue
        code = parted(f"x::{text}")[1]
        if code in found.about:
            found.wrong("language-twice", where, column="language", language=code)
        found.about[code] = {name: each[0] for name, each in said.items() if name != "language"}
        found.text_places |= {(code, name): each[1] for name, each in said.items()}
    return tuple(found.about)


def inherited(sheets: Sheets, found: Imported) -> None:
    """Translations of texts that an overlay has from its base."""
    if INHERITED not in sheets or not sheets.overlay:
        return
    sheet = sheets.headed(INHERITED, (_KEY, Column("text", (), said="text")))
    for line in sheet.lines:
        key = sheet.cell(line, "key")
        for head, text, where in sheet.cells(line):
            if head.language not in ("", sheets.own):
                found.say(head.language, key, text, where)


def fingerprints(sheets: Sheets, found: Imported) -> None:
    """The sheet that only the program writes."""
    if FINGERPRINTS not in sheets:
        return
    rows = sheets.by_name[FINGERPRINTS].rows
    languages = [each for each in rows.get(min(rows, default=1), ())[1:] if each]
    sheet = sheets.headed(FINGERPRINTS, (_KEY, *(Column(each, ()) for each in languages)))
    for line in sheet.lines:
        key = sheet.cell(line, "key")
        for head, text, where in sheet.cells(line):
            of, _, own = text.partition(" ")
            if head.column.name == "key" or not text:
                continue
            if not own or not key:
                found.wrong("text-fingerprint", where)
            found.made_of.setdefault(head.column.name, {})[key] = (of, own)
