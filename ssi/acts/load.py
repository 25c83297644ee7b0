"""Loads scores from files: every row is checked, then all sheets are sealed in one transaction or none is.

Never lets a later file change a sealed sheet in silence: the same sheet again changes nothing, a different one is a
conflict that is named and needs `--revise` with a reason; the sheet it replaces stays in the store.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ssi.acts.admission import check_assessor
from ssi.acts.record import in_place_of, resting, revisions
from ssi.acts.said import CONFIRMED, check_words, refused
from ssi.acts.visit import few_residents_notes, replay
from ssi.checklists.draft import Draft, seal
from ssi.checklists.readers import read_file
from ssi.checklists.scores import FREE, NEEDED, SheetRows, criterion_of, grouped, read_draft, same_content
from ssi.errors import Fault, SsiError, Where, did_you_mean, fault, phrase, refuse
from ssi.findings import LoadReport
from ssi.model import AGREED, FEW_RESIDENTS, Decision, Round, Sheet
from ssi.pipeline import Year, checklist_of, shelter_of, standard_of

Key = tuple[str, str, str]  # round, shelter, assessor
COLUMN_OF = {  # which code of a row a fault of its sheet is about; else its round
    "unknown-shelter": "shelter",
    "unknown-assessor": "assessor",
    "assessor-at-home": "assessor",
    "self-not-at-home": "assessor",
}


@dataclass
class _Found:
    """What the files hold, judged against the store."""

    new: list[Sheet] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    revised: list[Sheet] = field(default_factory=list)
    conflict: list[str] = field(default_factory=list)
    rows: int = 0
    faults: list[Fault] = field(default_factory=list)
    places: dict[Key, Where] = field(default_factory=dict)
    without_row: dict[Key, int] = field(default_factory=dict)
    remarks: list[Fault] = field(default_factory=list)
    hits: dict[Key, list[Fault]] = field(default_factory=dict)  # words that may identify someone, of each sheet

    def refuse(self, code: str, sheet: Sheet, /, **values: object) -> None:
        self.faults.append(fault(code, self.places[_key(sheet)], **values))


def load(
    year: Year,
    files: Sequence[Path],
    *,
    dry_run: bool,
    revise: bool,
    reason: str,
    notes_ok: bool,
    at: str,
    who: str,
) -> LoadReport:
    """Read the files and seal what is new. `refused` names every bad row; then, or in a dry run, nothing is written.
    `notes_ok` = a person has looked at the notes that may identify someone; that they did is kept as a decision."""
    found = _Found()
    rounds = {each.id: each for each in year.store.rounds()}
    found.faults += [] if notes_ok else refused(check_words(year, reason, who))
    groups = _groups(files, found)
    sheets = [sheet for group in groups if (sheet := _sheet(year, rounds, group, found, notes_ok=notes_ok)) is not None]
    _judge(year, rounds, sheets, found, revise=revise, reason=reason)
    _remark(rounds, found)
    hard = any(not each.warning for each in found.faults)
    written = not dry_run and not hard
    if written and (found.new or found.revised):
        taken = [*found.new, *found.revised]
        year.store.seal(taken, at, [*revisions(found.revised, at, who), *_confirmations(taken, found, at, who)])
    return LoadReport(
        tuple(_name(each) for each in found.new),
        tuple(found.same),
        tuple(dict.fromkeys(_name(each) for each in found.revised)),
        tuple(found.conflict),
        found.rows,
        tuple(found.faults),
        written,
        tuple(found.remarks),
    )


def _confirmations(taken: Sequence[Sheet], found: _Found, at: str, who: str) -> list[Decision]:
    """That somebody confirmed notes of these sheets, a decision a sheet; the notes are not repeated."""
    return [
        Decision(at, who, "notes", each.round, "", {"sheet": each.hash, CONFIRMED: codes})
        for each in taken
        if (codes := sorted({hit.code for hit in found.hits.get(_key(each), ())}))
    ]


def _remark(rounds: Mapping[str, Round], found: _Found) -> None:
    """What is taken and may still be a slip: a sheet with many criteria left out, somebody who was not planned."""
    for sheet in found.new:
        round, place = rounds[sheet.round], found.places[_key(sheet)]
        missing = found.without_row[_key(sheet)]
        if missing and sheet.assessor != AGREED:
            found.remarks.append(fault("rows-missing", place, sheet=_name(sheet), count=missing))
        planned = {(each.shelter, each.assessor) for each in round.visits}
        if planned and sheet.assessor != AGREED and (sheet.shelter, sheet.assessor) not in planned:
            found.remarks.append(fault("not-planned", place, sheet=_name(sheet)))


def _groups(files: Sequence[Path], found: _Found) -> list[SheetRows]:
    groups: dict[str, SheetRows] = {}
    for file in files:
        try:
            table = read_file(file, sheet="scores")
            faults = table.expect(NEEDED, FREE)
            if faults:
                raise SsiError(faults)
        except SsiError as error:
            found.faults += error.faults
            continue
        found.rows += len(table)
        for group in grouped(table):
            if group.name in groups:
                place = group.table.where(group.rows[0], "assessor")
                found.faults.append(fault("sheet-in-two-files", place, sheet=group.name))
            groups.setdefault(group.name, group)
    # the agreed sheets last: they rest on the sheets that may come in the same files
    return sorted(groups.values(), key=lambda each: each.assessor == AGREED)


def _sheet(year: Year, rounds: Mapping[str, Round], group: SheetRows, found: _Found, *, notes_ok: bool) -> Sheet | None:
    """The sealed form of one group of rows, or None with its faults noted."""
    first = group.rows[0]
    found.places[group.round, group.shelter, group.assessor] = group.table.where(first, "assessor")
    try:
        refuse(
            fault("cell-empty", group.table.where(first, each), column=each, expected=f"the code of the {each}")
            for each in ("round", "shelter", "assessor")
            if not getattr(group, each)
        )
        round = _round(rounds, group.round)
        shelter = shelter_of(round, group.shelter)
        faults = [] if group.assessor == AGREED else check_assessor(round, group.shelter, group.assessor)
        if faults:
            raise SsiError(faults)
    except SsiError as error:
        found.faults += [
            each
            if each.where.file
            else replace(each, where=group.table.where(first, COLUMN_OF.get(each.code, "round")))
            for each in error.faults
        ]
        return None
    checklist = checklist_of(round, shelter)
    draft, faults_in_rows = read_draft(group, checklist)
    found.without_row[group.round, group.shelter, group.assessor] = len(draft.open_criteria(checklist))
    hits = _hits(year, group, draft)
    found.hits[group.round, group.shelter, group.assessor] = [hit for _, hit in hits]
    to_confirm = [] if notes_ok else [fault("note-to-confirm", place, detail=hit) for place, hit in hits]
    found.faults += [*faults_in_rows, *to_confirm]
    if faults_in_rows or to_confirm:
        return None
    return seal(draft, round, checklist, group.shelter, group.assessor)


def _round(rounds: Mapping[str, Round], code: str) -> Round:
    if code not in rounds:
        raise SsiError(fault("unknown-round", round=code, hint=did_you_mean(code, rounds)))
    return rounds[code]


def _hits(year: Year, group: SheetRows, draft: Draft) -> list[tuple[Where, Fault]]:
    """Notes that may identify someone: a person looks at them before they are taken."""
    rows = {criterion_of(group.table, row): row for row in group.rows}
    return [
        (group.table.where(rows[entry.criterion], "note"), hit)
        for entry in draft.entries.values()
        if entry.note
        for hit in check_words(year, entry.note)
    ]


def _judge(
    year: Year, rounds: Mapping[str, Round], sheets: Sequence[Sheet], found: _Found, *, revise: bool, reason: str
) -> None:
    """Sort the sheets into new, same, revised and conflict, the agreed ones resting on what will then be current. A
    closed round takes nothing new, and what it has already is the same."""
    known = _by_key(year.store.all_sheets())
    current = _by_key(sheet for code in sorted({each.round for each in sheets}) for sheet in year.store.sheets(code))
    for given in sheets:
        sheet = _settling(rounds, given, current, found) if given.assessor == AGREED else given
        if sheet is None:
            continue
        there = current[_key(sheet)]
        settling = revise and not all(same_content(there[0], each) for each in there)
        if not settling and any(same_content(sheet, each) for each in known[_key(sheet)]):
            found.same.append(_name(sheet))
        elif rounds[sheet.round].closed:
            found.refuse("round-closed", sheet, round=sheet.round)
        elif _typed(year, sheet, there) and not (revise and reason):
            found.conflict.append(_name(sheet))
            found.refuse("revise-needs-reason" if revise else "sheet-half-typed", sheet, sheet=_name(sheet))
        else:
            current[_key(sheet)] = _taken(sheet, there, found, revise=revise, reason=reason)


def _typed(year: Year, sheet: Sheet, there: Sequence[Sheet]) -> bool:
    """Whether somebody typed scores of this sheet that are not sealed: no file puts them aside in silence."""
    if sheet.assessor == AGREED or there:
        return False
    return bool(replay(year, *_key(sheet)).entries)


def _taken(sheet: Sheet, there: list[Sheet], found: _Found, *, revise: bool, reason: str) -> list[Sheet]:
    """The sheets of this assessor and visit that will be current after one that is not known yet."""
    if not there:
        found.new.append(sheet)
        return [sheet]
    if revise and reason:
        corrections = in_place_of(sheet, there, reason)
        found.revised += corrections
        return corrections
    found.conflict.append(_name(sheet))
    found.refuse("revise-needs-reason" if revise else "sheet-differs", sheet, sheet=_name(sheet))
    return there


def _by_key(sheets: Iterable[Sheet]) -> defaultdict[Key, list[Sheet]]:
    groups: defaultdict[Key, list[Sheet]] = defaultdict(list)
    for each in sheets:
        groups[_key(each)].append(each)
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
        found.refuse("agreed-too-early", sheet, shelter=sheet.shelter, waiting=phrase("every assessor"))
        return None
    told = few_residents_notes(sheet, others, standard_of(rounds[sheet.round]))
    for criterion in told:
        found.refuse("few-residents-note", sheet, criterion=criterion, few=FEW_RESIDENTS)
    return None if told else resting(sheet, others)


def _key(sheet: Sheet) -> Key:
    return sheet.round, sheet.shelter, sheet.assessor


def _name(sheet: Sheet) -> str:
    return f"{sheet.round} {sheet.shelter} {sheet.assessor}"
