"""A sheet of rows with its columns found: what each holds, and in which language.

Never reads a row. A column that is missing is a fault even where its cells may be blank, because a column that somebody
deleted by mistake would otherwise take with it every text that stood in it, without a word.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ssi.errors import Fault, Where, did_you_mean, fault
from ssi.standards.columns import Column, Head, label, parted
from ssi.standards.lint import known_language
from ssi.standards.readers.workbook import RawSheet
from ssi.words import KNOWN_LANGUAGES


@dataclass(frozen=True)
class Headed:
    """`heads`: index of a column → what it holds; the language is never empty where it can be translated."""

    file: str
    sheet: RawSheet
    line: int
    heads: Mapping[int, Head]
    faults: tuple[Fault, ...]

    @property
    def lines(self) -> tuple[int, ...]:
        """The rows below the names of the columns."""
        return tuple(line for line in self.sheet.rows if line > self.line)

    def cells(self, line: int) -> Iterator[tuple[Head, str, Where]]:
        """What a row says, column by column: what the column holds, the text, its place. A date says nothing."""
        texts = self.sheet.rows[line]
        for at, head in self.heads.items():
            said = at < len(texts) and (line, at) not in self.sheet.dates
            yield head, texts[at] if said else "", self.sheet.where(self.file, line, at)

    def cell(self, line: int, name: str) -> str:
        """The text of the column with this name and no language; empty where there is none."""
        return next((text for head, text, _ in self.cells(line) if head.column.name == name and not head.language), "")

    def dates(self) -> Iterator[Fault]:
        for line, at in sorted(self.sheet.dates):
            if line > self.line and at in self.heads:
                where = self.sheet.where(self.file, line, at)
                yield fault("workbook-date", where, text=where.text, example="1/2, or 0.5")


@dataclass(frozen=True)
class Wanted:
    """What the columns of a sheet are. `own` is the standard's language; in each of `languages` every column that can
    be translated must be there too."""

    columns: tuple[Column, ...]
    own: str
    languages: tuple[str, ...] = ()

    def heads(self) -> Iterator[Head]:
        for column in self.columns:
            yield from (Head(column, each) for each in ((self.own, *self.languages) if column.said else ("",)))

    def column(self, name: str) -> Column | None:
        return next((each for each in self.columns if each.name.casefold() == name.casefold()), None)

    def judged(self, written: str, where: Where) -> Head | Fault:
        """What a column of this name holds, or why it holds nothing."""
        name, language = parted(written)
        column = self.column(name)
        if column is None or (language and not column.said):
            names = [each.name for each in self.columns]
            values = {"column": written, "hint": did_you_mean(name, names), "known": ", ".join(names)}
            return fault("column-unknown", where, **values)
        if language and not known_language(language):
            return _unknown_language(where, column.name, language, written)
        return Head(column, (language or self.own) if column.said else "")


def headed(file: str, sheet: RawSheet, wanted: Wanted) -> Headed:
    """The sheet with its columns found in its first row that is not blank."""
    line = min(sheet.rows, default=1)
    heads: dict[int, Head] = {}
    faults: list[Fault] = []
    for at, written in enumerate(sheet.rows.get(line, ())):
        where = sheet.where(file, line, at)
        found = wanted.judged(written, where) if written else _unnamed(sheet, where, at)
        if isinstance(found, Fault):
            faults.append(found)
        elif found and found in heads.values():
            faults.append(_twice(where, found))
        elif found:
            heads[at] = found
    missing = [each for each in wanted.heads() if each not in heads.values()]
    where = sheet.where(file, line, 0)
    faults += [fault("sheet-columns", where, column=each.label, sheet=sheet.name) for each in missing]
    return Headed(file, sheet, line, heads, tuple(faults))


def _unnamed(sheet: RawSheet, where: Where, at: int) -> Fault | None:
    """A column without a name where something stands below."""
    used = any(at < len(cells) and cells[at] for cells in sheet.rows.values())
    return fault("column-unnamed", where, number=at + 1) if used else None


def _unknown_language(where: Where, name: str, language: str, written: str) -> Fault:
    """`ខ្មែរ (kh)`: the language's own name says which code was meant."""
    meant = [code for code, autonym in KNOWN_LANGUAGES.items() if autonym.casefold() in written.casefold()]
    hint = f" Did you mean {meant[0]}?" if meant else did_you_mean(language, KNOWN_LANGUAGES)
    return fault("language-unknown", where, language=language, hint=hint, example=label(name, (meant or ["km"])[0]))


def _twice(where: Where, head: Head) -> Fault:
    if head.language:
        return fault("language-twice", where, column=head.column.name, language=head.language)
    return fault("column-twice", where, column=head.column.name)
