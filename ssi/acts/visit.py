"""One shelter's visit while its round is open: its sheets, what they differ on, what is begun there and not sealed.

Never writes, and never says who gave which score. Apart from `ssi.acts.rounds`, because typing and `status` ask too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ssi.checklists import draft as drafts
from ssi.checklists.draft import Draft
from ssi.errors import Fault, fault, phrase
from ssi.model import AGREED, FEW_RESIDENTS, NA, Checklist, Entry, Notes, Round, Sheet, Standard
from ssi.pipeline import Year

if TYPE_CHECKING:  # whoever types scores does not wait for findings
    from ssi.findings import Completeness, Outcome


def replay(year: Year, round: str, shelter: str, assessor: str) -> Draft:
    """What the journal of one sheet says."""
    return drafts.replay(text for _, text in year.store.entries(round, shelter, assessor))


def visit_sheets(year: Year, round: str, shelter: str) -> tuple[Sheet, ...]:
    """The current sheets of one visit, the agreed one among them."""
    return tuple(each for each in year.store.sheets(round) if each.shelter == shelter)


def planned_at(round: Round, shelter: str) -> set[str]:
    return {each.assessor for each in round.visits if each.shelter == shelter}


def unfinished(year: Year, round: Round, shelter: str) -> tuple[str, ...]:
    """Who has typed something at this shelter and sealed nothing. To tick the pre-visit list is to type nothing."""
    sealed = {each.assessor for each in visit_sheets(year, round.id, shelter)} | {AGREED}
    begun = {assessor for place, assessor in year.store.started(round.id) if place == shelter}
    return tuple(each for each in sorted(begun - sealed) if replay(year, round.id, shelter, each).entries)


def agreed_too_early(year: Year, round: Round, shelter: str) -> list[Fault]:
    """The team settles only after all of a visit's sheets are sealed, so that nobody scores after seeing another. Who
    was not planned is not waited for: a score typed once under a wrong code would wait for ever. Where nobody was
    planned, whoever has begun is."""
    sealed = {each.assessor for each in visit_sheets(year, round.id, shelter)} - {AGREED}
    waiting = sorted((planned_at(round, shelter) or {*unfinished(year, round, shelter)}) - sealed)
    if waiting or not sealed:
        return [fault("agreed-too-early", shelter=shelter, waiting=", ".join(waiting) or phrase("every assessor"))]
    return []


def differing(checklist: Checklist, sheets: Sequence[Sheet]) -> "tuple[Outcome, ...]":
    """What the assessors' sheets differ on, in the order in which a team settles it: gates first, then what is widest
    apart. The agreed sheet is not looked at."""
    from ssi.scoring.settle import settle  # whoever types a sheet of their own does not wait for it
    from ssi.scoring.team import team

    found = settle(checklist, team(each for each in sheets if each.assessor != AGREED))
    gates = {each.id for each in checklist.criteria if each.gate}
    apart = [each for each in found if each.unsettled]
    position = checklist.standard.position

    def width(outcome: "Outcome") -> int:
        places = [position[score] for _, score in outcome.given if score in position]
        return max(places, default=0) - min(places, default=0)

    return tuple(sorted(apart, key=lambda each: (each.criterion not in gates, -width(each), not each.contested)))


def said_of(apart: "Sequence[Outcome]", sheets: Sequence[Sheet]) -> dict[str, tuple[tuple[str, Entry], ...]]:
    """Criterion → (assessor, entry) of each sheet, level, methods, note and value: what a team that settles it looks
    at. Where fewer than 5 residents agreed to talk, the method resident is left out."""
    notes = {each.assessor: Notes.read(each.notes, {}) for each in sheets if each.assessor != AGREED}
    talks = [each.interviews.agreed for each in notes.values() if each.interviews]
    few = min(talks, default=0) < FEW_RESIDENTS

    def entry(code: str, id: str, score: int) -> Entry:
        known = notes[code].entries.get(id, Entry(id, score)) if code in notes else Entry(id, score)
        methods = tuple(each for each in known.methods if not (few and each == "resident"))
        return replace(known, score=score, methods=methods)

    return {
        each.criterion: tuple((code, entry(code, each.criterion, score)) for code, score in each.given)
        for each in apart
    }


def begun(year: Year, round: Round) -> Iterator[Fault]:
    """What was typed and counts only when it is sealed: corrections of sealed sheets, and sheets that were not planned
    (a planned one is missing anyway)."""
    sheets = year.store.sheets(round.id)
    current, sealed = {each.hash for each in sheets}, {(each.shelter, each.assessor) for each in sheets}
    awaited = sealed | {(each.shelter, each.assessor) for each in round.visits}
    for shelter, assessor in sorted(year.store.started(round.id)):
        draft = replay(year, round.id, shelter, assessor)
        if draft.revises in current:
            yield fault("correction-open", shelter=shelter, assessor=assessor)
        elif draft.entries and (shelter, assessor) not in awaited:
            yield fault("sheet-begun", shelter=shelter, assessor=assessor)


def open_agreement(visit: "Completeness") -> list[Fault]:
    """What the team has still to agree on: contested criteria in no agreed sheet, a sheet under it that changed."""
    faults = []
    if visit.contested:
        count, ids = len(visit.contested), " ".join(visit.contested)
        are = "contested criterion is" if count == 1 else "contested criteria are"
        faults.append(fault("contested-open", shelter=visit.shelter, count=count, are=are, criteria=ids))
    if visit.stale:
        faults.append(fault("agreed-stale", shelter=visit.shelter))
    return faults


def agree_command(year: Year, round: Round, shelter: str) -> str:
    """What a team types to agree, or to agree again where an agreed sheet is sealed already."""
    there = any(each.assessor == AGREED for each in visit_sheets(year, round.id, shelter))
    again = " --revise --reason TEXT" if there else ""
    return f"ssi agree {shelter}{again} --round {round.id}"


def few_residents_notes(sheet: Sheet, others: Sequence[Sheet], standard: Standard) -> tuple[str, ...]:
    """Criteria of a sheet that have a note with the method resident although fewer than 5 agreed to talk, by the lowest
    count that the visit's sheets state (DESIGN section 9)."""
    told = [Notes.read(each.notes, {}).interviews for each in (*others, sheet)]
    if min((each.agreed for each in told if each), default=0) >= FEW_RESIDENTS:
        return ()
    scores = {each.id: level for each, level in zip(standard.criteria, sheet.levels, strict=True) if level is not None}
    entries = Notes.read(sheet.notes, scores).entries
    return tuple(id for id, each in entries.items() if each.note and "resident" in each.methods and each.score != NA)
