"""Types one sheet: begins or resumes it, appends every entry durably, seals it. Never loses an acknowledged entry.

What `append` returns has been on disk before it returned. Two programs on one sheet are refused by the store's claim,
which the command holds for as long as it types.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ssi.acts.admission import check_assessor, known_assessor, open_for_scores
from ssi.acts.said import CONFIRMED, confirmed
from ssi.acts.visit import agreed_too_early, differing, planned_at, replay, said_of, unfinished, visit_sheets
from ssi.checklists import draft as drafts
from ssi.checklists.draft import Draft
from ssi.errors import Fault, SsiError, fault, refuse
from ssi.model import (
    AGAIN,
    AGREED,
    DECLINED,
    FEW_RESIDENTS,
    NA,
    NS,
    SCORE_WORDS,
    Checklist,
    Criterion,
    Decision,
    Entry,
    Notes,
    Round,
    Sheet,
    Shelter,
    Texts,
)
from ssi.pipeline import Year, checklist_of, shelter_of, the_round

if TYPE_CHECKING:  # whoever types scores does not wait for findings
    from ssi.findings import Outcome


@dataclass(frozen=True)
class Typing:
    """One assessor's sheet at one shelter while it is typed.

    Of the agreed sheet: `differing` = what the assessors' sheets differ on, in the order of `ssi.acts.visit`; `said` =
    of each such criterion (assessor, entry) as their sheets have it; `unfinished` = who has begun a sheet here that is
    not sealed."""

    year: Year
    round: Round
    shelter: Shelter
    assessor: str
    checklist: Checklist
    draft: Draft
    sealed: Sheet | None  # the current sealed sheet of this assessor, if there is one
    texts: Texts  # in the language in which the criteria are shown
    first: Draft | None = None  # of the second keying of a paper sheet: what the first one says
    differing: "tuple[Outcome, ...]" = ()
    said: Mapping[str, tuple[tuple[str, Entry], ...]] = field(default_factory=dict)
    unfinished: tuple[str, ...] = ()
    names_shown: bool = False  # whether a team that agrees asked who said what

    @property
    def journal(self) -> str:
        """Under which code the journal keeps what is typed."""
        return self.assessor + (AGAIN if self.first is not None else "")

    @property
    def mismatches(self) -> tuple[tuple[str, Entry | None, Entry | None], ...]:
        """Of the second keying: (criterion, first, second) wherever the two do not say the same level, methods, note
        and value; None where one has nothing, which on a sheet is NS. In the checklist's order."""
        if self.first is None:
            return ()
        first, second = self.first.entries, self.draft.entries
        pairs = [(each.id, first.get(each.id), second.get(each.id)) for each in self.checklist.criteria]
        return tuple((id, one, other) for id, one, other in pairs if (one or Entry(id, NS)) != (other or Entry(id, NS)))

    @property
    def finished(self) -> bool:
        """Sealed, and no correction of it was begun. A second keying may still be typed."""
        if self.first is not None:
            return False
        return self.sealed is not None and self.draft.revises != self.sealed.hash

    @property
    def ready(self) -> bool:
        """The pre-visit list is ticked, or there is no visit before us: the team agrees, or corrects, after it."""
        again = self.first is not None
        return again or self.assessor == AGREED or bool(self.draft.revises) or self.draft.visit.ready

    @property
    def planned(self) -> bool:
        """Whether visits.csv names this assessor here. Who comes unplanned may score all the same."""
        if self.assessor == AGREED or self.round.kind == "self":
            return True
        return self.assessor in planned_at(self.round, self.shelter.shelter)

    @property
    def walk(self) -> tuple[Criterion, ...]:
        """The criteria that are walked through: the whole checklist; by a team that agrees, what its sheets differ on.
        Any other criterion of the checklist may be typed too."""
        if self.assessor != AGREED:
            return self.checklist.criteria
        return tuple(self.checklist.standard.criterion(each.criterion) for each in self.differing)

    @property
    def open(self) -> tuple[Criterion, ...]:
        """What of the walk has no entry; by a team that agrees, what is not settled: "not seen" settles nothing."""
        known = self.draft.entries
        if self.assessor == AGREED:
            known = {id: each for id, each in known.items() if each.score not in (NS, DECLINED)}
        return tuple(each for each in self.walk if each.id not in known)

    @property
    def contested(self) -> tuple[str, ...]:
        """The contested criteria that this agreed sheet leaves open."""
        contested = {each.criterion for each in self.differing if each.contested}
        return tuple(each.id for each in self.open if each.id in contested)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """What a visit's own record still lacks; nothing where there is no visit of peers."""
        if self.assessor == AGREED or self.round.kind == "self":
            return ()
        visit = self.draft.visit
        said = {
            "interviews": self.draft.interviews,
            "date": visit.date,
            "language": visit.language,
            "interpreter": visit.interpreter,
            "conflicts": visit.conflicts,
        }
        return tuple(name for name, value in said.items() if not value)

    def append(self, text: str, at: str) -> "Typing":
        """Put one text of the journal on disk; only then is there a new draft."""
        self.year.store.append_entry(self.round.id, self.shelter.shelter, self.journal, text, at)
        return replace(self, draft=drafts.after(self.draft, text))


def begin(year: Year, shelter: str, assessor: str, round: str = "") -> Typing:
    """The sheet to type, as far as it is. Faults: closed round, unknown shelter or assessor, an assessor at home."""
    pinned = open_for_scores(year, round)
    place = shelter_of(pinned, shelter)
    faults = (
        agreed_too_early(year, pinned, shelter) if assessor == AGREED else check_assessor(pinned, shelter, assessor)
    )
    if faults:
        raise SsiError(faults)
    return resume(year, pinned, place, assessor)


def begin_again(year: Year, shelter: str, assessor: str, round: str = "") -> Typing:
    """The second keying of a paper sheet, by somebody who does not see the first: a journal of its own, never a sheet.
    Faults as `begin`, and where there is no first keying."""
    typing = begin(year, shelter, assessor, round)
    if not typing.draft.entries and typing.sealed is None:
        raise SsiError(fault("again-before-first", shelter=shelter, assessor=assessor))
    return _second(typing)


def _second(typing: Typing) -> Typing:
    first = drafts.unsealed(typing.sealed, typing.checklist) if typing.sealed and typing.finished else typing.draft
    code = typing.assessor + AGAIN
    return replace(typing, first=first, draft=replay(typing.year, typing.round.id, typing.shelter.shelter, code))


def look(year: Year, shelter: str, assessor: str, round: str = "", *, again: bool = False) -> Typing:
    """The sheet as far as it is, to be shown: also of a closed round; `again`: what was typed for the second time."""
    pinned = the_round(year, round)
    place = shelter_of(pinned, shelter)
    refuse([] if assessor == AGREED else known_assessor(pinned, assessor))
    found = resume(year, pinned, place, assessor)
    return _second(found) if again else found


def resume(year: Year, round: Round, shelter: Shelter, assessor: str) -> Typing:
    draft, visit = replay(year, round.id, shelter.shelter, assessor), visit_sheets(year, round.id, shelter.shelter)
    sealed = next((each for each in visit if each.assessor == assessor), None)
    checklist = checklist_of(round, shelter)
    typing = Typing(year, round, shelter, assessor, checklist, draft, sealed, Texts(checklist.standard))
    if assessor != AGREED:
        return typing
    begun = unfinished(year, round, shelter.shelter)
    apart = differing(typing.checklist, visit)
    return replace(typing, differing=apart, said=said_of(apart, visit), unfinished=begun)


def correct(typing: Typing, reason: str, at: str, *, words_ok: bool = False) -> Typing:
    """Begin the correction of a sealed sheet: it stays as it is until the corrected one is sealed in its place."""
    if typing.sealed is None or not typing.finished:
        return typing
    if not reason:
        raise SsiError(
            fault("revise-needs-reason", sheet=f"{typing.round.id} {typing.shelter.shelter} {typing.assessor}")
        )
    kept = confirmed(typing.year, reason, words_ok=words_ok)
    begun = typing.append(drafts.correction_text(typing.sealed, typing.checklist, reason), at)
    return begun.append(drafts.confirmed_text("reason", kept[CONFIRMED]), at) if kept else begun


def own_level(typing: Typing, entry: Entry) -> list[Fault]:
    """A team may settle on a level that nobody gave, but says why."""
    given = {each.score for _, each in typing.said.get(entry.criterion, ())}
    if typing.assessor != AGREED or not given or entry.score in given or entry.note.strip() or entry.score < 0:
        return []
    scores = ", ".join(SCORE_WORDS.get(each, str(each)) for each in sorted(given))
    return [fault("settled-needs-reason", criterion=entry.criterion, score=entry.score, given=scores)]


def finish(typing: Typing, at: str) -> Sheet:
    """Seal the sheet. Faults: nothing typed, the pre-visit list not ticked, a note on what few residents said."""
    draft = typing.draft
    talked = draft.interviews.agreed if draft.interviews else 0
    faults = [
        fault("few-residents-note", criterion=each.criterion, few=FEW_RESIDENTS)
        for each in draft.entries.values()
        if each.note and each.score != NA and "resident" in each.methods and talked < FEW_RESIDENTS
    ]
    if not draft.entries and not draft.revises:
        faults.append(fault("empty-sheet", shelter=typing.shelter.shelter, assessor=typing.assessor))
    if not typing.ready:
        faults.append(fault("not-ready"))
    if faults:
        raise SsiError(faults)
    sheet = drafts.seal(draft, typing.round, typing.checklist, typing.shelter.shelter, typing.assessor)
    visit = visit_sheets(typing.year, typing.round.id, typing.shelter.shelter)
    if typing.assessor == AGREED:
        sheet = resting(sheet, visit)
    there = [each for each in visit if each.assessor == typing.assessor]
    corrections = in_place_of(sheet, there, draft.reason) if draft.revises else []
    typing.year.store.seal(corrections or [sheet], at, revisions(corrections, at, typing.assessor))
    return (corrections or [sheet])[0]


def in_place_of(sheet: Sheet, there: Sequence[Sheet], reason: str) -> list[Sheet]:
    """The sheet as a correction that takes the place of those there, once for each: where two stood side by side both
    corrections say the same, so that there is one sheet again."""
    notes = replace(Notes.read(sheet.notes, {}), reason=reason).text()
    return [replace(sheet, replaces=each.hash, notes=notes) for each in there]


def revisions(corrections: Sequence[Sheet], at: str, who: str) -> list[Decision]:
    """The decisions that corrections leave, each with its reason."""
    return [
        Decision(at, who, "revise", each.round, Notes.read(each.notes, {}).reason, body)
        for each in corrections
        for body in [{"sheet": each.hash, "replaces": each.replaces}]
    ]


def resting(sheet: Sheet, others: tuple[Sheet, ...]) -> Sheet:
    """The agreed sheet with the hashes of the assessors' sheets that it settles."""
    hashes = tuple(sorted(each.hash for each in others if each.assessor != AGREED))
    notes = Notes.read(sheet.notes, {})
    return replace(sheet, notes=replace(notes, rests_on=hashes).text())
