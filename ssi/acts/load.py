"""Loads scores from files: every row is checked, then all sheets are sealed in one transaction or none is.

Never lets a later file change a sealed sheet in silence: the same sheet again changes nothing, a different one is a
conflict that is named and needs `--revise` with a reason; the sheet it replaces stays in the store.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ssi.acts.load_sheets import Given, Key, Progress, given, key_of, name_of
from ssi.acts.record import in_place_of, resting, revisions
from ssi.acts.said import CONFIRMED, check_words, refused
from ssi.acts.visit import few_residents_notes, replay
from ssi.checklists.scores import same_content
from ssi.errors import fault
from ssi.findings import LoadReport
from ssi.model import AGREED, FEW_RESIDENTS, Decision, Round, Sheet
from ssi.pipeline import Year, standard_of


@dataclass(frozen=True)
class How:
    """How a load is meant: `revise` with a `reason` lets a different sheet replace the one there; `at` and `who` stand
    with what is written."""

    dry_run: bool
    revise: bool
    reason: str
    at: str
    who: str


TRIAL = How(dry_run=True, revise=False, reason="", at="", who="")


@dataclass
class _Found:
    """What the files hold, judged against the store."""

    given: Given
    new: list[Sheet] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    revised: list[Sheet] = field(default_factory=list)
    conflict: list[str] = field(default_factory=list)

    def refuse(self, code: str, sheet: Sheet, /, **values: object) -> None:
        self.given.faults.append(fault(code, self.given.places[key_of(sheet)], **values))


def load(
    year: Year, files: Sequence[Path], how: How, *, notes_ok: bool, progress: Progress | None = None
) -> LoadReport:
    """Read the files and seal what is new. `refused` names every bad row; then, or in a dry run, nothing is written.
    `notes_ok` = a person has looked at the notes that may identify someone; that they did is kept as a decision."""
    of = given(year, files, notes_ok=notes_ok, progress=progress)
    of.faults += [] if notes_ok else refused(check_words(year, how.reason, how.who))
    return take(year, of, how)


def take(year: Year, of: Given, how: How, decisions: Sequence[Decision] = ()) -> LoadReport:
    """Seal what is new of these sheets, with the decisions that led to it, or nothing at all."""
    found = _Found(of)
    _judge(year, found, how)
    _remark(found)
    written = not how.dry_run and not of.hard
    if written and (found.new or found.revised):
        taken = [*found.new, *found.revised]
        confirmed = _confirmations(taken, of, how)
        year.store.seal(taken, how.at, [*revisions(found.revised, how.at, how.who), *confirmed, *decisions])
    return LoadReport(
        tuple(name_of(each) for each in found.new),
        tuple(found.same),
        tuple(dict.fromkeys(name_of(each) for each in found.revised)),
        tuple(found.conflict),
        of.rows,
        tuple(of.faults),
        written,
        tuple(of.remarks),
        of.files,
    )


def _confirmations(taken: Sequence[Sheet], of: Given, how: How) -> list[Decision]:
    """That somebody confirmed notes of these sheets, a decision a sheet; the notes are not repeated."""
    return [
        Decision(how.at, how.who, "notes", each.round, "", {"sheet": each.hash, CONFIRMED: codes})
        for each in taken
        if (codes := sorted({hit.code for hit in of.hits.get(key_of(each), ())}))
    ]


def _remark(found: _Found) -> None:
    """What is taken and may still be a slip: a sheet with many criteria left out, somebody who was not planned."""
    of = found.given
    for sheet in found.new:
        round, place = of.rounds[sheet.round], of.places[key_of(sheet)]
        missing = of.unsaid[key_of(sheet)]
        if missing and sheet.assessor != AGREED:
            code = "scores-blank" if key_of(sheet) in of.remade else "rows-missing"
            of.remarks.append(fault(code, place, sheet=name_of(sheet), count=missing))
        planned = {(each.shelter, each.assessor) for each in round.visits}
        if planned and sheet.assessor != AGREED and (sheet.shelter, sheet.assessor) not in planned:
            of.remarks.append(fault("not-planned", place, sheet=name_of(sheet)))


def _judge(year: Year, found: _Found, how: How) -> None:
    """Sort the sheets into new, same, revised and conflict, the agreed ones resting on what will then be current. A
    closed round takes nothing new, and what it has already is the same."""
    rounds, sheets, revise = found.given.rounds, found.given.sheets, how.revise
    known = _by_key(year.store.all_sheets())
    current = _by_key(sheet for code in sorted({each.round for each in sheets}) for sheet in year.store.sheets(code))
    for each in sheets:
        sheet = _settling(rounds, each, current, found) if each.assessor == AGREED else each
        if sheet is None:
            continue
        there = current[key_of(sheet)]
        settling = revise and not all(same_content(there[0], each) for each in there)
        if not settling and any(same_content(sheet, each) for each in known[key_of(sheet)]):
            found.same.append(name_of(sheet))
        elif rounds[sheet.round].closed:
            found.refuse("round-closed", sheet, round=sheet.round)
        elif _typed(year, sheet, there) and not (revise and how.reason):
            found.conflict.append(name_of(sheet))
            found.refuse("revise-needs-reason" if revise else "sheet-half-typed", sheet, sheet=name_of(sheet))
        else:
            current[key_of(sheet)] = _taken(sheet, there, found, how)


def _typed(year: Year, sheet: Sheet, there: Sequence[Sheet]) -> bool:
    """Whether somebody typed scores of this sheet that are not sealed: no file puts them aside in silence."""
    if sheet.assessor == AGREED or there:
        return False
    return bool(replay(year, *key_of(sheet)).entries)


def _taken(sheet: Sheet, there: list[Sheet], found: _Found, how: How) -> list[Sheet]:
    """The sheets of this assessor and visit that will be current after one that is not known yet."""
    if not there:
        found.new.append(sheet)
        return [sheet]
    if how.revise and how.reason:
        corrections = in_place_of(sheet, there, how.reason)
        found.revised += corrections
        return corrections
    found.conflict.append(name_of(sheet))
    found.refuse("revise-needs-reason" if how.revise else "sheet-differs", sheet, sheet=name_of(sheet))
    return there


def _by_key(sheets: Iterable[Sheet]) -> defaultdict[Key, list[Sheet]]:
    groups: defaultdict[Key, list[Sheet]] = defaultdict(list)
    for each in sheets:
        groups[key_of(each)].append(each)
    return groups


def _settling(
    rounds: Mapping[str, Round], sheet: Sheet, current: Mapping[Key, Sequence[Sheet]], found: _Found
) -> Sheet | None:
    """The agreed sheet resting on the assessors' sheets of its visit; a fault where there is none."""
    visit = (sheet.round, sheet.shelter)
    others = tuple(
        each for (round, shelter, _), there in current.items() if (round, shelter) == visit for each in there
    )
    if all(each.assessor == AGREED for each in others):
        found.refuse("agreed-too-early", sheet, shelter=sheet.shelter, waiting="every assessor")
        return None
    told = few_residents_notes(sheet, others, standard_of(rounds[sheet.round]))
    for criterion in told:
        found.refuse("few-residents-note", sheet, criterion=criterion, few=FEW_RESIDENTS)
    return None if told else resting(sheet, others)
