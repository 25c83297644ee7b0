"""The tables of a standards file and its translations as the sheets of a workbook: heads and rows of plain cells.

Never opens a workbook and never leaves anything out. Beside the sheets that people edit stand two that the program
needs when the workbook comes back: who made and reviewed each translation, and of which source text each of its texts
was made. So a text whose source was changed in the workbook, and whose translation was not, comes back as stale.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ssi.checklists.readers.rows import clean
from ssi.model import Standard, Translation, fingerprint, texts_of
from ssi.standards.cells import Cell, shown
from ssi.standards.columns import (
    CRITERIA,
    FINGERPRINTS,
    HEAD,
    HEAD_COLUMN,
    INHERITED,
    PAIR_COLUMNS,
    STANDARD,
    TRANSLATION_COLUMNS,
    TRANSLATIONS,
    Column,
    Form,
    Head,
    forms,
    pairs,
    sheet_names,
)

Table = Mapping[str, Any]
Lines = Sequence[str]


@dataclass(frozen=True)
class Grid:
    """One sheet. `heads` have a Column each; a row has one cell for each of them."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]


def grids(tables: Table, standard: Standard, translations: Sequence[Translation], head: Lines) -> tuple[Grid, ...]:
    """Every sheet but the first, in their order. `tables` and `head` are the file's own, `standard` what it resolves
    to."""
    overlay = "extends" in tables
    page = _Page(tables, standard, tuple(sorted(translations, key=lambda each: each.language)))
    found = {each.name: page.rows(each) for each in forms([each.value for each in standard.scale], overlay=overlay)}
    found |= {name: page.pairs(name, overlay=overlay) for name in pairs(overlay=overlay)}
    if overlay:
        found[INHERITED] = page.inherited([*found.values()])
    found[HEAD] = Grid(HEAD, (Head(HEAD_COLUMN),), tuple((each,) for each in head))
    found |= {TRANSLATIONS: page.translated(), FINGERPRINTS: page.fingerprints()}
    return tuple(found[name] for name in sheet_names(overlay=overlay) if name in found)


def row_tables(form: Form, tables: Table) -> Iterator[tuple[Table, Table]]:
    """The tables that are the rows of a sheet, each with the table it lies in."""
    if form.name == CRITERIA:
        for area in tables.get("area", ()):
            yield from ((each, area) for each in area.get("criterion", ()))
    else:
        yield from ((each, tables) for each in tables.get(form.key, ()))


def value_at(table: Any, path: Sequence[str | int]) -> Any:
    """The value at this path, or None."""
    for part in path:
        inside = isinstance(table, Mapping) or (isinstance(table, list) and isinstance(part, int) and part < len(table))
        table = (table.get(part) if isinstance(table, Mapping) else table[part]) if inside else None
    return table


@dataclass(frozen=True)
class _Page:
    tables: Table
    standard: Standard
    translations: tuple[Translation, ...]

    @property
    def own(self) -> str:
        return self.standard.language

    def heads(self, columns: Sequence[Column]) -> tuple[Head, ...]:
        """What can be translated, once for each language, the standard's own first."""
        return tuple(
            Head(each, language)
            for each in columns
            for language in ((self.own, *(other.language for other in self.translations)) if each.said else ("",))
        )

    def rows(self, form: Form) -> Grid:
        heads = self.heads(form.columns)
        found = row_tables(form, self.tables)
        rows = [tuple(self._cell(head, form, *each) for head in heads) for each in found]
        return Grid(form.name, heads, tuple(rows))

    def _cell(self, head: Head, form: Form, table: Table, within: Table) -> Cell:
        column = head.column
        if not column.path:
            return shown(within.get("id"), "text")
        if head.language in ("", self.own):
            return shown(value_at(table, column.path), column.kind)
        return self._said(head.language, form.text_key(table) + column.said)

    def _said(self, language: str, key: str) -> str | None:
        return next((each.texts.get(key) for each in self.translations if each.language == language), None)

    def pairs(self, name: str, *, overlay: bool) -> Grid:
        """A sheet of keys and values; the title has its translations beside it."""
        key, value, meaning = (
            Column(each, (), width=width) for each, width in zip(PAIR_COLUMNS, (22, 60, 60), strict=True)
        )
        others = [each.language for each in self.translations] if name == STANDARD else []
        heads = (Head(key), Head(value), *(Head(value, each) for each in others), Head(meaning))
        within = self.tables if name == STANDARD else self.tables.get(name, {})
        rows = []
        for pair in pairs(overlay=overlay)[name]:
            said = (self._said(each, "title") if pair.key == "title" else None for each in others)
            rows.append((pair.key, shown(value_at(within, pair.path), pair.kind), *said, pair.meaning))
        return Grid(name, heads, tuple(rows))

    def inherited(self, sheets: Sequence[Grid]) -> Grid:
        """Texts that the overlay takes over from its base, where a translation of it says them too: no other sheet has
        a row for them."""
        here = {key for sheet in sheets for key in self._keys(sheet)} | {"title"}
        heads = (Head(Column("key", (), width=20)), *self.heads((Column("text", (), said="text", width=44),)))
        own = texts_of(self.standard)
        keys = [key for key in own if key not in here and any(key in each.texts for each in self.translations)]
        rows = [(key, own[key], *(each.texts.get(key) for each in self.translations)) for key in keys]
        return Grid(INHERITED, heads, tuple(rows))

    def _keys(self, sheet: Grid) -> Iterator[str]:
        by_name = {each.name: each for each in forms([each.value for each in self.standard.scale], overlay=True)}
        form = by_name.get(sheet.name)
        if form:
            for table, _ in row_tables(form, self.tables):
                yield from (form.text_key(table) + each.said for each in form.columns if each.said)

    def translated(self) -> Grid:
        heads = tuple(Head(each) for each in TRANSLATION_COLUMNS)
        rows = [tuple(getattr(each, column.name) for column in TRANSLATION_COLUMNS) for each in self.translations]
        return Grid(TRANSLATIONS, heads, tuple(rows))

    def fingerprints(self) -> Grid:
        """For each text and language: the fingerprint of the source text that it was made of (`?` where it is to be
        looked at again), and its own."""
        heads = (Head(Column("key", (), width=20)), *(Head(Column(each.language, ())) for each in self.translations))
        rows = []
        for key in texts_of(self.standard) if self.translations else ():
            prints = [
                f"{each.of.get(key) or '?'} {fingerprint(clean(each.texts[key]))}" if key in each.texts else None
                for each in self.translations
            ]
            rows.append((key, *prints))
        return Grid(FINGERPRINTS, heads, tuple(rows))
