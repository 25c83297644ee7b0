"""The sheets of a standard's workbook by name: which there are, which are missing, in which languages they speak.

Never reads a row but those that say what all the others mean: whether this is an overlay, its language, its levels.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ssi.errors import Where, did_you_mean
from ssi.standards.columns import (
    CHANGES,
    CRITERIA,
    DROPS,
    READ_ME,
    SCALE,
    STANDARD,
    Column,
    parted,
    sheet_names,
)
from ssi.standards.readers.heads import Headed, Wanted, headed
from ssi.standards.readers.imported import Imported
from ssi.standards.readers.workbook import Book, RawSheet

_LIKELY = "en"  # where the workbook does not say its language, so that all else is still looked at


@dataclass(frozen=True)
class Sheets:
    """`own` = the standard's language; `languages` = those on the sheet translations, once that was read."""

    file: str
    by_name: Mapping[str, RawSheet]
    found: Imported
    overlay: bool
    own: str
    languages: tuple[str, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.by_name

    def headed(self, name: str, columns: Sequence[Column], *, every_language: bool = True) -> Headed:
        """The sheet with its columns found; faults of its columns are kept in `found`."""
        wanted = Wanted(tuple(columns), self.own, self.languages if every_language else ())
        sheet = headed(self.file, self.by_name[name], wanted)
        self.found.faults += (*sheet.faults, *sheet.dates())
        self.found.whole &= not any(each.code == "sheet-columns" for each in sheet.faults)
        return sheet

    def scale(self) -> tuple[str, ...]:
        """The values of the levels: of the sheet scale, or of an overlay the level columns in their order."""
        name = CRITERIA if self.overlay else SCALE
        rows = list(self.by_name[name].rows.values()) if name in self else []
        if not rows:
            return ()
        if name == SCALE:
            at = next((at for at, each in enumerate(rows[0]) if each.casefold() == "value"), 0)
            return tuple(cells[at] for cells in rows[1:] if len(cells) > at and cells[at])
        names = [parted(each) for each in rows[0]]
        return tuple(
            each.removeprefix("level ")
            for each, language in names
            if each.startswith("level ") and language in ("", self.own)
        )


def sheets_of(book: Book, found: Imported) -> Sheets:
    """The sheets of this workbook; those that are missing, unknown or there twice are kept as faults in `found`."""
    by_name: dict[str, RawSheet] = {}
    for each in book.sheets:
        name = " ".join(each.name.split()).casefold()
        if name in by_name:
            found.wrong("sheet-twice", Where(book.file), sheet=each.name)
        by_name.setdefault(name, each)
    overlay = CHANGES in by_name or DROPS in by_name or bool(_peek(by_name, "extends"))
    names = sheet_names(overlay=overlay)
    for name, sheet in by_name.items():
        if name not in names:
            values = {"sheet": sheet.name, "hint": did_you_mean(name, names), "known": ", ".join(names)}
            found.wrong("sheet-unknown", Where(book.file), **values)
    for name in names:
        if name not in by_name and name != READ_ME:
            found.wrong("sheet-missing", Where(book.file), sheet=name)
            found.whole = False
    return Sheets(book.file, by_name, found, overlay, _peek(by_name, "language") or _LIKELY)


def _peek(by_name: Mapping[str, RawSheet], key: str) -> str:
    """The value of a key on the sheet standard, before that is read."""
    rows = by_name[STANDARD].rows.values() if STANDARD in by_name else ()
    return next((cells[1] for cells in rows if len(cells) > 1 and cells[0].casefold() == key), "")
