"""Files of any form → the sheets that they hold, sealed in form and not yet in any store; every fault in them at once.

Never writes, and never asks what a sheet would replace (`ssi.acts.load` does). One bad file among 1,500 does not keep
the others from being read, so that all that is wrong is said in one go.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from ssi.acts.admission import check_assessor
from ssi.acts.said import check_words
from ssi.checklists.draft import Draft, seal
from ssi.checklists.readers.once import once
from ssi.checklists.readers.remade import Remade
from ssi.checklists.readers.rows import Rows
from ssi.checklists.readers.sources import ENDINGS, score_tables
from ssi.checklists.scores import FREE, NEEDED, SheetRows, criterion_of, grouped, read_draft
from ssi.errors import Fault, SsiError, Where, did_you_mean, fault, refuse
from ssi.model import AGREED, NS, Round, Sheet, Standard
from ssi.pipeline import Year, checklist_of, shelter_of, standard_of

Key = tuple[str, str, str]  # round, shelter, assessor
Progress = Callable[[int, int], None]  # files read, files there are
COLUMN_OF = {  # which code of a row a fault of its sheet is about; else its round
    "unknown-shelter": "shelter",
    "unknown-assessor": "assessor",
    "assessor-at-home": "assessor",
    "self-not-at-home": "assessor",
}
_WORDS = ("language", "interpreter", "conflicts")  # of the visit's record, written freely


@dataclass
class Given:
    """What the files hold. `places`: where the sheet begins; `unsaid`: how many criteria have no answer."""

    rounds: Mapping[str, Round]
    sheets: list[Sheet] = field(default_factory=list)
    files: int = 0
    rows: int = 0
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)
    places: dict[Key, Where] = field(default_factory=dict)
    unsaid: dict[Key, int] = field(default_factory=dict)
    remade: set[Key] = field(default_factory=set)
    hits: dict[Key, list[Fault]] = field(default_factory=dict)  # words that may identify someone, of each sheet

    @property
    def hard(self) -> bool:
        """Whether there is a fault that is not a warning."""
        return any(not each.warning for each in self.faults)


def given(year: Year, paths: Sequence[Path], *, notes_ok: bool, progress: Progress | None = None) -> Given:
    """All sheets of these files, and of the files in these folders. `notes_ok` = a person has looked at the notes."""
    found = Given({each.id: each for each in year.store.rounds()})
    files = [*_files(paths, found)]
    tables = [*_tables(files, found, progress)]
    for group in _groups(tables, found):
        sheet = _sheet(year, group, found, notes_ok=notes_ok)
        if sheet is not None:
            found.sheets.append(sheet)
    return found


def _files(paths: Sequence[Path], found: Given) -> Iterator[Path]:
    """The files named, and those of the folders named that scores can be read from; what an office program leaves
    beside an open file is not among them."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = [
            each
            for each in sorted(path.rglob("*"))
            if each.suffix.lower() in ENDINGS and each.is_file() and not each.name.startswith((".", "~$"))
        ]
        if not inside:
            found.faults.append(fault("folder-nothing", folder=path, known=" ".join(ENDINGS)))
        yield from inside


def _tables(files: Sequence[Path], found: Given, progress: Progress | None) -> list[Rows]:
    @cache
    def standards() -> Mapping[str, Standard]:
        return {id: standard_of(each) for id, each in found.rounds.items()}

    tables: list[Rows] = []
    for number, file in enumerate(files, 1):
        try:
            tables += score_tables(file, standards, NEEDED, FREE)
        except SsiError as error:
            found.faults += error.faults
        if progress:
            progress(number, len(files))
    found.files = len(files)
    return _once(tables, found)


def _once(tables: Sequence[Rows], found: Given) -> list[Rows]:
    """Each submission of a phone once; all other tables as they are."""
    phones = [each for each in tables if isinstance(each, Remade) and each.submission]
    try:
        kept = {id(each) for each in once(phones)} if phones else set()
    except SsiError as error:
        found.faults += error.faults
        kept = set()
    dropped = {id(each) for each in phones} - kept
    for each in tables:
        if isinstance(each, Remade):
            found.faults += [one for one in each.remarks if not one.warning]
            found.remarks += [one for one in each.remarks if one.warning]
    return [each for each in tables if id(each) not in dropped]


def _groups(tables: Iterable[Rows], found: Given) -> list[SheetRows]:
    groups: dict[str, SheetRows] = {}
    for table in tables:
        found.rows += len(table)
        for group in grouped(table):
            if group.name in groups:
                place = table.where(group.rows[0], "assessor")
                found.faults.append(fault("sheet-in-two-files", place, sheet=group.name))
            groups.setdefault(group.name, group)
    # the agreed sheets last: they rest on the sheets that may come in the same files
    return sorted(groups.values(), key=lambda each: each.assessor == AGREED)


def _sheet(year: Year, group: SheetRows, found: Given, *, notes_ok: bool) -> Sheet | None:
    """The sealed form of one group of rows, or None with its faults noted."""
    first, table = group.rows[0], group.table
    key = (group.round, group.shelter, group.assessor)
    found.places[key] = table.where(first, "assessor")
    try:
        round = _round_of(group, found.rounds)
        shelter = shelter_of(round, group.shelter)
        refuse([] if group.assessor == AGREED else check_assessor(round, group.shelter, group.assessor))
    except SsiError as error:
        found.faults += [
            each if each.where.file else replace(each, where=table.where(first, COLUMN_OF.get(each.code, "round")))
            for each in error.faults
        ]
        return None
    checklist = checklist_of(round, shelter)
    draft, faults_in_rows = read_draft(group, checklist)
    if isinstance(table, Remade):
        draft = replace(draft, visit=table.visit or draft.visit)
        found.remade.add(key)
    found.unsaid[key] = len(draft.open_criteria(checklist))
    hits = _hits(year, group, draft)
    found.hits[key] = [hit for _, hit in hits]
    to_confirm = [] if notes_ok else [fault("note-to-confirm", place, detail=hit) for place, hit in hits]
    found.faults += [*faults_in_rows, *to_confirm]
    unread = isinstance(table, Remade) and any(not each.warning for each in table.remarks)
    if faults_in_rows or to_confirm or unread:  # what lacks an answer is compared with nothing
        return None
    found.remarks += _half_said(group, draft)
    return seal(draft, round, checklist, group.shelter, group.assessor)


def _round_of(group: SheetRows, rounds: Mapping[str, Round]) -> Round:
    """The round that the rows name. Raises SsiError for codes that are missing or unknown, and for a form that was made
    for another programme."""
    first, table = group.rows[0], group.table
    refuse(
        fault("cell-empty", table.where(first, each), column=each, expected=f"the code of the {each}")
        for each in ("round", "shelter", "assessor")
        if not getattr(group, each)
    )
    if group.round not in rounds:
        raise SsiError(fault("unknown-round", round=group.round, hint=did_you_mean(group.round, rounds)))
    here, made = rounds[group.round].programme, table.programme if isinstance(table, Remade) else ""
    if made and made != here:
        raise SsiError(fault("scoring-programme", Where(table.file), made=made, here=here))
    return rounds[group.round]


def _hits(year: Year, group: SheetRows, draft: Draft) -> list[tuple[Where, Fault]]:
    """Notes that may identify someone: a person looks at them before they are taken."""
    rows = {criterion_of(group.table, row): row for row in group.rows}
    texts = [(each.note, rows[each.criterion], "note") for each in draft.entries.values() if each.note]
    texts += [(getattr(draft.visit, each), group.rows[0], each) for each in _WORDS]
    return [
        (group.table.where(row, column), hit) for text, row, column in texts if text for hit in check_words(year, text)
    ]


def _half_said(group: SheetRows, draft: Draft) -> Iterator[Fault]:
    """A value that somebody measured, and no level: a slip more often than not."""
    rows = {criterion_of(group.table, row): row for row in group.rows}
    for each in draft.entries.values():
        if each.value and each.score == NS:
            place = group.table.where(rows[each.criterion], "value")
            yield fault("value-without-level", place, criterion=each.criterion)


def key_of(sheet: Sheet) -> Key:
    return sheet.round, sheet.shelter, sheet.assessor


def name_of(sheet: Sheet) -> str:
    return f"{sheet.round} {sheet.shelter} {sheet.assessor}"
