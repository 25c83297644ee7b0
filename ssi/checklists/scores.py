"""The long form of scores: rows of a table → drafts of sheets, and sheets → rows. One row holds one score.

Never knows the store: who may score where, and what a sheet would replace, is asked in `ssi.acts.load`. A criterion
without a row counts as not seen; a blank is never "not applicable".
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ssi.checklists.check import check_entry, check_interviews
from ssi.checklists.draft import Draft
from ssi.checklists.readers.rows import Row, Rows
from ssi.errors import Fault, fault
from ssi.model import (
    DECLINED,
    FEW_RESIDENTS,
    METHODS,
    NA,
    NS,
    SCORE_WORDS,
    Checklist,
    Entry,
    Interviews,
    Method,
    Notes,
    Sheet,
    Standard,
)
from ssi.words import plain_digits

NEEDED = ("round", "shelter", "assessor", "criterion", "score")
FREE = ("methods", "note", "value")
COLUMNS = ("round", "shelter", "assessor", "criterion", "score", "methods", "note", "value")
INTERVIEWS = "interviews"  # in the column criterion: its score is `asked agreed declined`
MOST_DIGITS = 9  # of a level or a count
SHOWN = 40  # characters of a cell that a fault repeats
_WORDS: Mapping[str, int] = {"NA": NA, "NS": NS, "": NS, "NS DECLINED": DECLINED}


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows of one sheet in one file."""

    round: str
    shelter: str
    assessor: str
    table: Rows
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        return f"{self.round} {self.shelter} {self.assessor}"


def grouped(table: Rows) -> tuple[SheetRows, ...]:
    """The rows of a table by sheet, in the order in which the sheets first come; digits of any script in the codes."""
    at = [table.header.index(each) for each in ("round", "shelter", "assessor")]
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in table:
        round, shelter, assessor = (plain_digits(row.cells[each]) for each in at)
        groups.setdefault((round, shelter, assessor), []).append(row)
    return tuple(SheetRows(*key, table, tuple(rows)) for key, rows in groups.items())


def criterion_of(table: Rows, row: Row) -> str:
    """The criterion that a row is about, its digits plain."""
    return plain_digits(table.cell(row, "criterion"))


def read_score(text: str, standard: Standard) -> int | None:
    """`2`, `NA`, `NS`, `NS declined`, in digits of any of the languages; None where it is none of them."""
    plain = " ".join(plain_digits(text).split()).upper()
    if plain in _WORDS:
        return _WORDS[plain]
    number = int(plain) if plain.isdecimal() and len(plain) <= MOST_DIGITS else None
    return number if number in standard.position else None


def read_draft(group: SheetRows, checklist: Checklist) -> tuple[Draft, tuple[Fault, ...]]:
    """One sheet's rows as a draft, and every fault in them with its place."""
    faults: list[Fault] = []
    talks = _interviews(group, faults)
    agreed = talks.agreed if talks else None
    entries: dict[str, Entry] = {}
    for row in group.rows:
        criterion = criterion_of(group.table, row)
        if criterion.casefold() == INTERVIEWS:
            continue
        if not criterion:
            place = group.table.where(row, "criterion")
            faults.append(fault("cell-empty", place, column="criterion", expected="the id of a criterion"))
            continue
        if criterion in entries:
            faults.append(fault("criterion-row-twice", group.table.where(row, "criterion"), criterion=criterion))
            continue
        entry, found = _entry(group.table, row, criterion, checklist, agreed)
        faults += found
        entries[criterion] = entry
    return Draft(entries, talks), tuple(faults)


def _entry(
    table: Rows, row: Row, criterion: str, checklist: Checklist, agreed: int | None
) -> tuple[Entry, list[Fault]]:
    text = table.cell(row, "score")
    score = read_score(text, checklist.standard)
    methods, unknown = _methods(table.cell(row, "methods"))
    note = unicodedata.normalize("NFC", table.cell(row, "note"))
    entry = Entry(criterion, NS if score is None else score, methods, note, plain_digits(table.cell(row, "value")))
    faults = [replace(each, where=table.where(row, _column(each))) for each in check_entry(checklist, entry, agreed)]
    if score is None:
        levels = ", ".join(str(each.value) for each in checklist.standard.scale)
        faults.append(fault("score-unknown", table.where(row, "score"), score=text[:SHOWN], known=levels))
    faults += [fault("method-unknown", table.where(row, "methods"), method=each) for each in unknown]
    return entry, faults


def _column(found: Fault) -> str:
    """Which cell of the row a fault of an entry is about."""
    for part, column in (("criterion", "criterion"), ("note", "note"), ("reason", "note"), ("value", "value")):
        if part in found.code:
            return column
    return "score"


def _methods(text: str) -> tuple[tuple[Method, ...], list[str]]:
    words = text.replace(";", " ").casefold().split()
    known = tuple(each for each in METHODS if each in words)
    return known, [each for each in words if each not in METHODS]


def _interviews(group: SheetRows, faults: list[Fault]) -> Interviews | None:
    talks: Interviews | None = None
    for row in group.rows:
        if group.table.cell(row, "criterion").casefold() != INTERVIEWS:
            continue
        parts = plain_digits(group.table.cell(row, "score")).split()
        place = group.table.where(row, "score")
        if talks is not None:
            faults.append(fault("criterion-row-twice", place, criterion=INTERVIEWS))
        elif len(parts) != 3 or not all(each.isdecimal() and len(each) <= MOST_DIGITS for each in parts):
            faults.append(fault("interviews-form", place, text=group.table.cell(row, "score")[:SHOWN]))
        else:
            talks = Interviews(*(int(each) for each in parts))
            found = check_interviews(talks.asked, talks.agreed, talks.declined)
            faults += [replace(each, where=place) for each in found]
    return talks


def rows_of(sheet: Sheet, standard: Standard) -> Iterator[tuple[str, ...]]:
    """A sheet as rows of the long form, by COLUMNS. What fewer than 5 residents said is not among the methods."""
    scores = {each.id: level for each, level in zip(standard.criteria, sheet.levels, strict=True) if level is not None}
    notes = public_notes(Notes.read(sheet.notes, scores))
    head = (sheet.round, sheet.shelter, sheet.assessor)
    if notes.interviews:
        talks = notes.interviews
        yield (*head, INTERVIEWS, f"{talks.asked} {talks.agreed} {talks.declined}", "", "", "")
    for criterion, score in scores.items():
        entry = notes.entries.get(criterion, Entry(criterion, score))
        yield (*head, criterion, score_word(score), " ".join(entry.methods), entry.note, entry.value)


def score_word(score: int) -> str:
    """`2`, `NA`, `NS` or `NS declined`."""
    return SCORE_WORDS.get(score, str(score))


def public_notes(notes: Notes) -> Notes:
    """The notes without the method `resident`, and without what was noted with it, where fewer than 5 residents agreed
    to talk (DESIGN section 9)."""
    if notes.interviews and notes.interviews.agreed >= FEW_RESIDENTS:
        return notes
    entries = {
        id: replace(each, methods=tuple(used for used in each.methods if used != "resident"), note=_note(each))
        for id, each in notes.entries.items()
    }
    return replace(notes, entries=entries)


def _note(entry: Entry) -> str:
    """What may be shown of a note where few residents agreed to talk: none of a score that rests on them."""
    return "" if "resident" in entry.methods and entry.score != NA else entry.note


def same_content(one: Sheet, other: Sheet) -> bool:
    """Whether two sheets say the same: levels, methods, notes, values and interviews. When and by which road they
    came, and what they correct, does not count; nor does the method that an export had to leave out."""
    if one.levels != other.levels:
        return False
    return _content(one) == _content(other)


def _content(sheet: Sheet) -> str:
    return public_notes(Notes.read(sheet.notes, {})).said().text()
