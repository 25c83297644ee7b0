"""A sheet of a workbook whose cells are found by the heading over them and the key at the left, wherever they stand.

Never judges an answer. People insert rows and columns, and other programs move them: only the row of headings and the
first column's keys say what a cell is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from ssi.checklists.readers.rows import clean, letters
from ssi.checklists.readers.scan import Seen
from ssi.checklists.readers.workbook import Value, text
from ssi.errors import Where
from ssi.words import plain_digits

MOST_ABOVE = 40  # rows in which the headings are looked for


@dataclass(frozen=True)
class Grid:
    """`rows`, `top` and `left`: the values, and the place of the first of them, from 0."""

    file: str
    name: str
    rows: Sequence[Sequence[Value]]
    top: int
    left: int
    seen: Seen

    def value(self, line: int, at: int) -> Value:
        """The value in this line (from 1) and column (from 0); empty where there is none."""
        row, column = line - 1 - self.top, at - self.left
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def text(self, line: int, at: int) -> str:
        """The value as a person would have typed it."""
        value = self.value(line, at)
        return clean(value if isinstance(value, str) else text(value)) if value != "" else ""

    def is_date(self, line: int, at: int) -> bool:
        return isinstance(self.value(line, at), date | time | timedelta)

    def lines(self) -> range:
        return range(self.top + 1, self.top + len(self.rows) + 1)

    def where(self, line: int, at: int) -> Where:
        """The place of a cell, as `A06!D12`."""
        name = self.name if self.name.isalnum() else f"'{self.name}'"
        shown = self.text(line, at).replace("\n", " ")
        return Where(self.file, line, None, shown, f"{name}!{letters(at)}{line}")

    def texts(self) -> Iterator[str]:
        """Every text on the sheet, clean; for whoever asks what this sheet is."""
        for row in self.rows:
            yield from (clean(each) for each in row if isinstance(each, str) and each)


@dataclass(frozen=True)
class Table:
    """A grid whose headings were found in line `head`. `at`: key of a column → its place, from 0."""

    grid: Grid
    head: int
    at: Mapping[str, int]
    missing: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    above: Mapping[str, int] = field(default_factory=dict)  # key in the first column above the headings → line

    def text(self, line: int, column: str) -> str:
        return self.grid.text(line, self.at[column]) if column in self.at else ""

    def where(self, line: int, column: str) -> Where:
        return self.grid.where(line, self.at.get(column, self.at["id"]))

    def key(self, line: int) -> str:
        """What stands in the first column, its digits plain."""
        return plain_digits(self.text(line, "id"))

    def below(self) -> range:
        """The lines below the headings."""
        return range(self.head + 1, self.grid.top + len(self.grid.rows) + 1)


def table_in(grid: Grid, headings: Mapping[str, str], needed: Sequence[str]) -> Table | None:
    """The table whose headings stand in one of the first rows: the row in which most of them are, the one over the
    keys among them. None where there is no such row."""
    wanted = {_plain(text): key for key, text in headings.items()}
    best: tuple[int, dict[str, list[int]]] = (0, {})
    for line in grid.lines()[:MOST_ABOVE]:
        found: dict[str, list[int]] = {}
        for at in range(grid.left, grid.left + len(grid.rows[line - 1 - grid.top])):
            key = wanted.get(_plain(grid.text(line, at)))
            if key:
                found.setdefault(key, []).append(at)
        if "id" in found and len(found) > max(1, len(best[1])):
            best = line, found
    head, places = best
    if not places:
        return None
    first = {key: each[0] for key, each in places.items()}
    missing = tuple(headings[key] for key in needed if key not in first)
    twice = tuple(headings[key] for key, each in places.items() if len(each) > 1 and key in needed)
    above = {plain_digits(grid.text(line, first["id"])): line for line in range(grid.top + 1, head)}
    return Table(grid, head, first, missing, twice, above)


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()
