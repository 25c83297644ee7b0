"""A sheet while it is being typed: the journal's texts → the draft, and the draft → the sheet that is sealed.

Never writes: `ssi.acts.record` appends the texts, one for every entry, and a later text for the same criterion takes
the place of an earlier one without erasing it. A journal read again gives the same draft, so a laptop that lost its
power resumes where it was.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import reduce

from ssi.model import (
    AGREED,
    NS,
    Checklist,
    Criterion,
    Entry,
    Interviews,
    Notes,
    Round,
    Sheet,
    VisitRecord,
    canonical,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a journal says so far: the latest entry of each criterion, in the order of first typing."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    interviews: Interviews | None = None
    visit: VisitRecord = field(default_factory=VisitRecord)
    revises: str = ""  # the hash of the sealed sheet that this draft corrects
    reason: str = ""

    def open_criteria(self, checklist: Checklist) -> tuple[Criterion, ...]:
        """The criteria without an entry, in the checklist's order."""
        return tuple(each for each in checklist.criteria if each.id not in self.entries)


def score_text(entry: Entry) -> str:
    """An entry as one text of the journal; what is empty is left out."""
    parts = {"c": entry.criterion, "s": entry.score, "m": list(entry.methods), "n": entry.note, "v": entry.value}
    return canonical({"score": {name: each for name, each in parts.items() if each or name in ("c", "s")}})


def interviews_text(talks: Interviews) -> str:
    return canonical({"interviews": [talks.asked, talks.agreed, talks.declined]})


def visit_text(**facts: str | bool) -> str:
    """Facts of the visit's own record: date, language, interpreter, conflicts, ready."""
    return canonical({"visit": facts})


def undone_text(criterion: str) -> str:
    """The criterion is open again: what was typed for it was taken back. It stays in the journal."""
    return canonical({"undone": criterion})


def confirmed_text(criterion: str, codes: Iterable[str]) -> str:
    """A person looked at a note that may identify someone and kept it; the note itself is not repeated here."""
    return canonical({"confirmed": {"c": criterion, "codes": list(codes)}})


def replay(texts: Iterable[str]) -> Draft:
    """The draft that the journal's texts make, in their order."""
    return reduce(after, texts, Draft())


def after(draft: Draft, text: str) -> Draft:
    """The draft with one more text of the journal."""
    match json.loads(text):
        case {"score": dict(parts)}:
            criterion = parts["c"]
            entry = Entry(criterion, parts["s"], tuple(parts.get("m", ())), parts.get("n", ""), parts.get("v", ""))
            return replace(draft, entries={**draft.entries, criterion: entry})
        case {"undone": str(criterion)}:
            return replace(draft, entries={id: each for id, each in draft.entries.items() if id != criterion})
        case {"interviews": [int(asked), int(agreed), int(declined)]}:
            return replace(draft, interviews=Interviews(asked, agreed, declined))
        case {"visit": dict(facts)}:
            return replace(draft, visit=replace(draft.visit, **facts))
        case {"revise": {"sheet": str(sheet), "reason": str(reason), "texts": list(texts)}}:
            return replace(replay(texts), revises=sheet, reason=reason)
        case _:
            return draft


def seal(draft: Draft, round: Round, checklist: Checklist, shelter: str, assessor: str) -> Sheet:
    """The finished sheet: a criterion without an entry counts as not seen (in the agreed sheet: as not settled)."""
    levels: list[int | None] = [None] * len(checklist.standard.criteria)
    empty = None if assessor == AGREED else NS
    for slot, criterion in zip(checklist.slots, checklist.criteria, strict=True):
        entry = draft.entries.get(criterion.id)
        levels[slot] = entry.score if entry else empty
    kept = {id: draft.entries[id] for id in sorted(draft.entries)}
    notes = Notes(kept, draft.interviews, draft.visit, reason=draft.reason)
    return Sheet(
        round.programme,
        round.id,
        round.standard_sha256,
        shelter,
        assessor,
        tuple(levels),
        notes.text(),
        draft.revises or None,
    )


def correction_text(sheet: Sheet, checklist: Checklist, reason: str) -> str:
    """The beginning of a correction: all that the sealed sheet says, whether it was typed here or loaded; a plain "not
    seen" is open again, and stays what it was where nobody types a score. One text, so that a laptop that loses its
    power now has begun the whole correction or none; what was typed before is over."""
    not_seen = {score_text(Entry(each.id, NS)) for each in checklist.criteria}
    texts = [each for each in _texts(sheet, checklist) if each not in not_seen]
    return canonical({"revise": {"sheet": sheet.hash, "reason": reason, "texts": texts}})


def unsealed(sheet: Sheet, checklist: Checklist) -> Draft:
    """A sealed sheet as the draft that makes it again."""
    return replay(_texts(sheet, checklist))


def _texts(sheet: Sheet, checklist: Checklist) -> list[str]:
    scores = {each.id: sheet.levels[slot] for slot, each in zip(checklist.slots, checklist.criteria, strict=True)}
    known = {id: score for id, score in scores.items() if score is not None}
    notes = Notes.read(sheet.notes, known)
    facts = {name: value for name, value in asdict(notes.visit).items() if value}
    return [
        *([visit_text(**facts)] if facts else []),
        *([interviews_text(notes.interviews)] if notes.interviews else []),
        *(score_text(notes.entries.get(id, Entry(id, score))) for id, score in known.items()),
    ]
