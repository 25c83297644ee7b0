"""The sheets of a scoring workbook: the team's own, and each assessor's, into rows of the long form.

Never decides whether a score may be given. Named here is what only a spreadsheet can do to an answer: a date made of
it, a percent, a formula, a merged or hidden cell, a mark that is none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ssi.checklists.readers.grid import Grid, Table, table_in
from ssi.checklists.readers.remade import LONG, Remade
from ssi.checklists.readers.rows import Row, letters
from ssi.checklists.scoring_sheet import ABOVE, ANSWERS, FACTS, INTERVIEWS, READY, TALKS, Identity
from ssi.errors import Fault, Where, fault
from ssi.model import METHODS, VisitRecord
from ssi.words import plain_digits

_TICKED = frozenset(("x", "✓", "✔", "☑", "✗", "1", "yes", "v", "x."))
_NOT_TICKED = frozenset(("", "0", "no", "-", "–", "☐"))
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_CELL = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")
_PERCENT = re.compile(r"0\.0\d")  # a level of one digit, in a cell that is shown as a percent


@dataclass(frozen=True)
class Team:
    """The sheet of the visit, which holds for every assessor's sheet. `talks` = the counts as the long form has them;
    `places` = where the codes of shelter and round, and the counts, stand."""

    shelter: str
    round: str
    record: VisitRecord = field(default_factory=VisitRecord)
    talks: str = ""
    places: Mapping[str, Where] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Filled:
    """One assessor's sheet. `answers`: line → criterion, score, methods, note, value."""

    source: Table
    team: Team
    whose: tuple[str, str, str]
    answers: Mapping[int, tuple[str, ...]]
    faults: tuple[Fault, ...]

    @property
    def name(self) -> str:
        return self.source.grid.name

    @property
    def blank(self) -> bool:
        return not self.answers

    def place(self, column: str) -> Where:
        """Where the code of the shelter, the round or the assessor stands."""
        line = self.source.above.get(column)
        if line is None:
            return self.team.places.get(column, Where(self.source.grid.file))
        return self.source.where(line, "levels")

    def table(self, programme: str) -> Remade:
        talks = [Row(0, (*self.whose, INTERVIEWS, self.team.talks, "", "", ""))] if self.team.talks else []
        rows = [Row(line, (*self.whose, *cells)) for line, cells in self.answers.items()]
        file = self.source.grid.file
        return ScoringTable(file, LONG, (*talks, *rows), programme=programme, visit=self.team.record, filled=self)


@dataclass(frozen=True)
class ScoringTable(Remade):
    """The long form of one assessor's sheet; a row's line is the sheet's own, so that no place is made before a fault
    asks for it."""

    filled: Filled | None = None

    def where(self, row: Row, column: str = "") -> Where:
        if self.filled is None:
            return super().where(row, column)
        if column in ABOVE:
            return self.filled.place(column)
        if not row.line or column in FACTS:
            return self.filled.team.places.get(column if column in FACTS else INTERVIEWS, Where(self.file))
        own = {"criterion": "id", "": "id", "score": "level", "methods": METHODS[0]}.get(column, column)
        return self.filled.source.where(row.line, own)


def the_visit(grid: Grid, identity: Identity) -> Team:
    """What the team wrote of its visit."""
    table = table_in(grid, identity.visit_headings, ("id", "answer"))
    if table is None or table.missing:
        heading = identity.visit_headings["answer"]
        wrong = fault("scoring-column-missing", Where(grid.file), heading=heading, sheet=grid.name)
        return Team(identity.shelter, identity.round, faults=(wrong,))
    lines: dict[str, int] = {}
    for line in table.below():
        lines.setdefault(table.key(line), line)
    said = {key: table.text(line, "answer") for key, line in lines.items() if key}
    places = {key: table.where(line, "answer") for key, line in lines.items() if key}
    faults = [*_unfit(table, [lines[key] for key in said], [lines[key] for key in said if said[key]], ("answer",))]
    whose = {}
    for key, made in (("shelter", identity.shelter), ("round", identity.round)):
        typed = plain_digits(said.get(key, ""))
        whose[key] = made or typed
        if made and typed not in ("", made):
            faults.append(fault("scoring-moved", places[key], found=typed, made=made))
    counts = [said.get(each, "") for each in TALKS]
    lacking = next((each for each in TALKS if each in said and not said[each]), TALKS[0])
    places[INTERVIEWS] = places.get(lacking, Where(grid.file))
    talks = " ".join("_".join(each.split()) or "?" for each in counts) if any(counts) else ""
    record = _record(said, places, faults)
    return Team(whose["shelter"], whose["round"], record, talks, places, tuple(faults))


def _record(said: Mapping[str, str], places: Mapping[str, Where], faults: list[Fault]) -> VisitRecord:
    """The visit's own record. It is ready where every line of the pre-visit list is ticked."""
    ticks = {key: text for key, text in said.items() if key.startswith(f"{READY} ")}
    faults += [fault("scoring-tick", places[key], text=text) for key, text in ticks.items() if not _is_mark(text)]
    facts = {key: said.get(key, "") for key in FACTS}
    facts["date"] = plain_digits(facts["date"])
    if facts["date"] and not _is_day(facts["date"]):
        faults.append(fault("date-form", places["date"], date=facts["date"]))
    return VisitRecord(**facts, ready=bool(ticks) and all(_ticked(text) for text in ticks.values()))


def _is_day(text: str) -> bool:
    try:
        return _DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def filled(table: Table, team: Team, identity: Identity) -> Filled:
    """One assessor's sheet, with every fault that a spreadsheet made in it."""
    grid = table.grid
    own = {key: plain_digits(table.text(line, "levels")) for key, line in table.above.items() if key in ABOVE}
    whose = (team.round or own.get("round", ""), team.shelter or own.get("shelter", ""), own.get("assessor", ""))
    faults = [
        fault("scoring-column-missing", Where(grid.file), heading=each, sheet=grid.name) for each in table.missing
    ]
    faults += [fault("scoring-column-twice", Where(grid.file), heading=each, sheet=grid.name) for each in table.twice]
    if faults:
        return Filled(table, team, whose, {}, tuple(faults))
    areas = identity.areas
    keys = {line: table.key(line) for line in table.below()}
    beside = [each for line, key in keys.items() if key in areas for each in _beside(table, line)]
    faults += [fault("scoring-area-row", table.where(*each)) for each in beside]
    asked = [line for line, key in keys.items() if key not in areas]
    lines = [line for line in asked if _answered(table, line)]
    faults += _moved(table, whose) if lines else []
    faults += _unfit(table, asked, lines, ANSWERS)
    answers: dict[int, tuple[str, ...]] = {}
    for line in lines:
        if not keys[line]:
            faults.append(fault("scoring-row-nameless", table.where(line, "id")))
            continue
        wrong = [*_made_by_the_program(table, line)]
        faults += wrong
        methods = " ".join(each for each in METHODS if _ticked(table.text(line, each)))
        level, note, value = (table.text(line, each) for each in ("level", "note", "value"))
        answers[line] = (keys[line], *((level, methods, note, value) if not wrong else ("", methods, note, "")))
    return Filled(table, team, whose, answers, tuple(faults))


def _answered(table: Table, line: int) -> bool:
    grid, at = table.grid, table.at
    return any(grid.value(line, at[each]) != "" and table.text(line, each) for each in ANSWERS)


def _beside(table: Table, line: int) -> list[tuple[int, str]]:
    """Answers in the row of an area, but for the level: its percent stands there."""
    return [(line, each) for each in ANSWERS if each != "level" and table.text(line, each)]


def _moved(table: Table, whose: tuple[str, str, str]) -> Iterator[Fault]:
    """A sheet that says another shelter or round than its workbook was copied there."""
    for key, made in (("round", whose[0]), ("shelter", whose[1])):
        line = table.above.get(key)
        found = table.text(line, "levels") if line else ""
        if plain_digits(found) not in ("", made):
            yield fault("scoring-moved", table.where(line or 0, "levels"), found=found, made=made)


def _made_by_the_program(table: Table, line: int) -> Iterator[Fault]:
    """What a spreadsheet program made of what somebody typed, and marks that are none."""
    for column in ("level", "value"):
        if table.grid.is_date(line, table.at[column]):
            place, text = table.where(line, column), table.text(line, column)
            yield fault("workbook-date", place, text=text, example="2")
    level = table.text(line, "level")
    if _PERCENT.fullmatch(level):
        yield fault("scoring-percent", table.where(line, "level"), text=level)
    for each in METHODS:
        text = table.text(line, each)
        if not _is_mark(text):
            yield fault("scoring-tick", table.where(line, each), text=text)


def _ticked(text: str) -> bool:
    return plain_digits(text).casefold() in _TICKED


def _is_mark(text: str) -> bool:
    return _ticked(text) or plain_digits(text).casefold() in _NOT_TICKED


def _unfit(table: Table, asked: Sequence[int], answered: Sequence[int], columns: Iterable[str]) -> Iterator[Fault]:
    """Formulas, errors and merged cells in the lines where something is asked; what is hidden of the answers."""
    grid, seen = table.grid, table.grid.seen
    at = {table.at[each] for each in columns}
    for code, found in (("scoring-formula", seen.formulas), ("workbook-error-value", seen.errors)):
        yield from (fault(code, grid.where(row, each)) for cell in found for each, row in _within(cell, at, asked))
    for cells in seen.merged:
        inside = _within(cells, at | {table.at["id"]}, asked)
        if inside:
            yield fault("scoring-merged", grid.where(inside[0][1], inside[0][0]), cells=cells)
    yield from _hidden(table, answered, at)


def _hidden(table: Table, answered: Sequence[int], columns: Iterable[int]) -> Iterator[Fault]:
    grid, seen = table.grid, table.grid.seen
    if answered and seen.hidden:
        yield fault("scoring-hidden", Where(grid.file), what=f"the sheet {grid.name}")
    for row in sorted({*answered}.intersection(seen.hidden_rows)):
        yield fault("scoring-hidden", grid.where(row, table.at["id"]), what=f"row {row} of the sheet {grid.name}")
    hidden = {*seen.columns_hidden()}
    for each in sorted(columns):
        if letters(each) in hidden and any(grid.text(line, each) for line in answered):
            what = f"column {letters(each)} of the sheet {grid.name}"
            yield fault("scoring-hidden", grid.where(table.head, each), what=what)


def _within(cells: str, columns: Iterable[int], lines: Iterable[int]) -> list[tuple[int, int]]:
    """The cells of a range that lie in these columns and lines, as (column from 0, line)."""
    found = _CELL.fullmatch(cells)
    if not found:
        return []
    left, top = _index(found[1]), int(found[2])
    right, bottom = (_index(found[3]), int(found[4])) if found[3] else (left, top)
    return [(at, row) for row in sorted(lines) if top <= row <= bottom for at in sorted(columns) if left <= at <= right]


def _index(column: str) -> int:
    number = 0
    for each in column:
        number = number * 26 + ord(each) - ord("A") + 1
    return number - 1
