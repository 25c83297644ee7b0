"""What was read from a standard's workbook: tables, texts in other languages, and the cell that each of them stands in.

Never reads a sheet. The readers of sheets fill it; the checks of the file that it becomes know paths and not cells, and
`where` shows what they find at its cell.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from ssi.errors import Fault, Where, fault
from ssi.standards.cells import Unfit, read
from ssi.standards.columns import Head
from ssi.standards.toml_places import Path

CellsOfRow = list[tuple[Head, str, Where]]  # what a column holds, the text, the place


@dataclass
class Imported:
    """What a workbook says. `texts`: language → key → translation; `about`: language → status, made_by, reviewed_by;
    `made_of`: language → key → (fingerprint of the source text, fingerprint of the translation), as exported."""

    file: str
    tables: dict[str, Any] = field(default_factory=dict)
    head: tuple[str, ...] = ()
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    about: dict[str, dict[str, str]] = field(default_factory=dict)
    made_of: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    places: dict[Path, Where] = field(default_factory=dict)
    text_places: dict[tuple[str, str], Where] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True  # every sheet and column is there, so that the tables can be checked

    def where(self, path: Path, key: str = "") -> Where:
        """The cell of this path of the file, or of the nearest that there is; of `key` in its table, where named."""
        if key and (*path, key) in self.places:
            return self.places[(*path, key)]
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Where(self.file))

    def without_examples(self, left_out: Collection[int]) -> "Imported":
        """The same without these worked examples, by their number from 0."""
        examples = list(enumerate(self.tables.get("example", [])))
        new = {at: number for number, at in enumerate(at for at, _ in examples if at not in left_out)}
        moved: dict[Path, Path] = {("example", at): ("example", number) for at, number in new.items()}
        places = {
            (*moved.get(path[:2], path[:2]), *path[2:]): where
            for path, where in self.places.items()
            if path[:1] != ("example",) or len(path) == 1 or path[:2] in moved
        }
        tables = {**self.tables, "example": [each for at, each in examples if at in new]}
        return replace(self, tables=tables, places=places)

    def wrong(self, code: str, where: Where, **values: object) -> None:
        self.faults.append(fault(code, where, **values))

    def put(self, table: dict[str, Any], path: Path, kind: str, text: str, column: str, where: Where) -> None:
        """The value of a cell into a table; of a blank cell nothing, of one that cannot be read a fault."""
        if not text:
            return
        try:
            value = read(text, kind, column)
        except Unfit as error:
            code, values = error.args
            self.wrong(code, where, **{"hint": "", **values})
            return
        *outer, last = (str(each) for each in path)
        for each in outer:
            table = table.setdefault(each, {})
        table[last] = value

    def say(self, language: str, key: str, text: str, where: Where) -> None:
        """A text in another language."""
        self.text_places[language, key] = where
        if text:
            self.texts.setdefault(language, {})[key] = text
