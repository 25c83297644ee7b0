"""Faults of a standards file that was made from a workbook, shown at the cells that they come from.

Never finds a fault itself. The file's checks name a line and a column of the TOML text; the text was made here from the
workbook's tables, so each place in it is a path, and each path a cell.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from ssi.errors import Fault, Where
from ssi.standards.columns import sheet_names
from ssi.standards.readers.imported import Imported
from ssi.standards.toml_places import Path, Places

_TWINS = {"area-empty": "row-no-criterion", "source-undeclared": "row-no-source"}  # whose advice speaks of TOML


class Pointing:
    """`data` = the TOML that was made of `imported`."""

    def __init__(self, imported: Imported, data: bytes, name: str) -> None:
        self.imported, self.name = imported, name
        self.places = Places(data.decode(), name)

    def __call__(self, faults: Iterable[Fault]) -> list[Fault]:
        """The faults at their cells. Those of a cell that has been named before, with more to the point, fall away."""
        known = {each.where.cell for each in self.imported.faults if each.where.cell}
        pointed = [replace(each, code=_TWINS.get(each.code, each.code), where=self._where(each)) for each in faults]
        return [each for each in pointed if each.where.cell not in known]

    def path(self, found: Fault) -> Path:
        """The path in the file that a fault names."""
        return self._paths.get((found.where.line or 0, found.where.column or 0), ())

    def _where(self, found: Fault) -> Where:
        if found.where.file != self.name:
            return found.where
        return self.imported.where(self.path(found), str(found.values.get("key", "")))

    @cached_property
    def _paths(self) -> dict[tuple[int, int], Path]:
        """Line and column → the path that begins there; of several, the innermost."""
        paths: dict[tuple[int, int], Path] = {}
        text = self.places.text
        starts = [0, *(at + 1 for at, each in enumerate(text) if each == "\n")]
        line = 0
        for path, offset in sorted(self.places.offsets.items(), key=lambda each: (each[1], len(each[0]))):
            while line + 1 < len(starts) and starts[line + 1] <= offset:
                line += 1
            paths[line + 1, offset - starts[line] + 1] = path
        return paths


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Each fault once, by sheet, row and column; first those of the whole workbook."""
    once = {(each.where.cell, each.code, each.message): each for each in faults}.values()
    return sorted(once, key=_order)


def _order(each: Fault) -> tuple[int, int, int, str]:
    sheet, _, cell = each.where.cell.rpartition("!")
    letters = cell.rstrip("0123456789")
    sheets = sheet_names(overlay=False) + sheet_names(overlay=True)
    name = sheet.strip("'").casefold()
    return sheets.index(name) if name in sheets else -1, each.where.line or 0, len(letters), letters
