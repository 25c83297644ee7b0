"""Gathers what leaves, as tidy tables or as data values for DHIS2; `export_files` turns it into files.

Never lets out what may not leave: an open round is told by its completeness alone; where fewer than 5 residents of a
visit agreed to talk, the method `resident` is taken out of all its sheets; notes go only where they were asked for, and
those that may identify someone are listed for a person to look at first. No name can be asked for at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ssi import __version__
from ssi.acts.standards import read_bytes
from ssi.checklists.notes import check_note
from ssi.checklists.scores import public_notes
from ssi.errors import Fault, SsiError, fault
from ssi.findings import RULE, Plan
from ssi.findings.exports import DataValues, Exported, ExportedTable
from ssi.model import FEW_RESIDENTS, Notes, Round, Standard
from ssi.pipeline import (
    Year,
    allocation,
    before_of,
    closed_round,
    comparison,
    current_plan,
    falling_short,
    last_round,
    standard_of,
    summary,
)
from ssi.tables.about import about, completeness
from ssi.tables.comparison import comparison_tables
from ssi.tables.dhis2 import data_values
from ssi.tables.dhis2_mapping import read_mapping
from ssi.tables.money import allocation_tables, plan_tables
from ssi.tables.needs import needs_tables
from ssi.tables.results import results
from ssi.tables.scores import Given, scores
from ssi.tables.tidy import Tidy
from ssi.tables.writers.datapackage import Package

What = Literal["scores", "results", "comparison", "needs", "plan", "allocation", "all"]
_NEED_A_CLOSE = ("comparison", "needs", "allocation")  # of an open round nothing of these may be said


@dataclass(frozen=True)
class Export:
    """The tables, what a page says of them, and what the package says of itself."""

    found: Exported
    tables: tuple[Tidy, ...]
    package: Package


@dataclass(frozen=True)
class _Asked:
    """What was asked for. `rounds`: the earlier first."""

    year: Year
    what: What
    rounds: tuple[Round, ...]
    notes: bool
    words_ok: bool

    @property
    def last(self) -> Round:
        return self.rounds[-1]

    @property
    def open(self) -> bool:
        return not self.last.closed


def export(
    year: Year, what: What, code: str, before: str, *, at: str, notes: bool, words_ok: bool, licence: str = ""
) -> Export:
    """The tables of a round; of an open one its completeness alone. With `before` the tables hold both rounds. Raises
    SsiError: no such round, none to compare with, no plan, notes that a person has to look at first."""
    plan = _plan(year, code) if what == "plan" else None
    asked = _Asked(year, what, _rounds(year, what, plan.round if plan else code, before), notes, words_ok)
    pinned = [(each, standard_of(each)) for each in asked.rounds]
    tables = (*about(pinned), *(_only_completeness(asked) if asked.open else _tables(asked, pinned)))
    ids = tuple(each.id for each in asked.rounds)
    listed = tuple(ExportedTable(each.name, each.title, len(each.rows), len(each.fields)) for each in tables)
    rests_on = tuple(
        {"round": each.id, "standard": of.id, "version": of.version, "sha256": each.standard_sha256, "rule": RULE}
        for each, of in pinned
    )
    title = f"{year.programme.settings.name}: {what}, {' '.join(ids)}"
    head = Package(f"ssi-{what}-{'-'.join(ids)}", title, at, f"ssi {__version__}", rests_on, licence)
    return Export(Exported(what, ids, asked.open, listed), tables, head)


def _rounds(year: Year, what: What, code: str, before: str) -> tuple[Round, ...]:
    round = closed_round(year, code) if what in _NEED_A_CLOSE else last_round(year, code)
    if not before:
        return (round,)
    return (closed_round(year, before), closed_round(year, round.id))


def _plan(year: Year, code: str) -> Plan:
    plan = current_plan(year)
    if plan is None or code not in ("", plan.round):
        raise SsiError(fault("no-plan"))
    return plan


def _only_completeness(asked: _Asked) -> tuple[Tidy, ...]:
    return (completeness([summary(asked.year, each.id) for each in asked.rounds]),)


def _tables(asked: _Asked, pinned: Sequence[tuple[Round, Standard]]) -> Iterator[Tidy]:
    year, whole = asked.year, asked.what == "all"
    if whole or asked.what == "scores":
        yield _scores(asked, pinned)
    if whole or asked.what == "results":
        yield from results([summary(year, each.id) for each in asked.rounds])
    if whole or asked.what == "needs":
        yield from needs_tables([falling_short(year, each.id) for each in asked.rounds])
    if whole or asked.what == "comparison":
        yield from _comparison(asked)
    if whole or asked.what == "plan":
        yield from _plan_tables(asked)
    if asked.what == "allocation":
        yield from allocation_tables(allocation(year, asked.last.id))


def _comparison(asked: _Asked) -> tuple[Tidy, ...]:
    earlier = asked.rounds[0] if len(asked.rounds) == 2 else before_of(asked.year, asked.last)
    if earlier is None:
        if asked.what == "all":
            return ()
        raise SsiError(fault("export-no-before", round=asked.last.id, what=asked.what))
    return comparison_tables(comparison(asked.year, earlier.id, asked.last.id))


def _plan_tables(asked: _Asked) -> tuple[Tidy, ...]:
    """The plan in force, whatever round it was made after."""
    plan = current_plan(asked.year)
    if plan is None:
        return ()
    if asked.notes:
        said = ((f"plan, {each.item}", text) for each in plan.items for text in (each.change, each.reason))
        _refuse_notes(asked, said)
    return plan_tables(plan, notes=asked.notes)


def _scores(asked: _Asked, pinned: Sequence[tuple[Round, Standard]]) -> Tidy:
    given = [(standard, tuple(_given(asked.year, round, standard))) for round, standard in pinned]
    if asked.notes:
        said = (
            (f"{each.sheet.round} {each.sheet.shelter} {each.sheet.assessor}, {entry.criterion}", entry.note)
            for _, sheets in given
            for each in sheets
            for entry in each.notes.entries.values()
        )
        _refuse_notes(asked, said)
    return scores(given, notes=asked.notes)


def _given(year: Year, round: Round, standard: Standard) -> Iterator[Given]:
    """The current sheets, their notes without what the rule of five hides. One sheet of a visit that counts fewer than
    5 residents hides the method in all of them."""
    read = []
    for sheet in year.store.sheets(round.id):
        scored = {
            each.id: score for each, score in zip(standard.criteria, sheet.levels, strict=True) if score is not None
        }
        read.append((sheet, Notes.read(sheet.notes, scored)))
    few = {sheet.shelter for sheet, notes in read if notes.interviews and notes.interviews.agreed < FEW_RESIDENTS}
    for sheet, notes in read:
        shown = notes.interviews is not None and sheet.shelter not in few
        yield Given(sheet, public_notes(notes if shown else replace(notes, interviews=None)), shown)


def _refuse_notes(asked: _Asked, said: Iterator[tuple[str, str]]) -> None:
    """Notes that may identify someone, each with its place, unless a person has looked at them."""
    country = asked.year.programme.settings.country
    faults: list[Fault] = [
        fault("export-note", place=place, detail=hit.message)
        for place, text in said
        if text and not asked.words_ok
        for hit in check_note(text, country)
    ]
    if faults:
        raise SsiError(faults)


def for_dhis2(year: Year, code: str, mapping: Path, *, at: str) -> DataValues:
    """The data values of a closed round by the mapping in this file. Raises SsiError with every fault of it."""
    round = closed_round(year, code)
    read = read_mapping(read_bytes(mapping), str(mapping))
    shelters = frozenset(round.shelter)
    return data_values(summary(year, round.id), standard_of(round), read, shelters=shelters, on=at[:10])
