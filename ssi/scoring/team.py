"""Says which sheets of one visit count: the assessors' current ones, and the agreed sheet where it may be used.

Never looks at a score. A sheet that another sheet here replaces is not current. Two current sheets of one assessor that
say different things are a conflict that is named and blocks the close; until then a preview counts both. Of two current
agreed sheets neither is used: a team that settled things twice has settled nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ssi.model import AGREED, FEW_RESIDENTS, NS, Notes, Sheet


@dataclass(frozen=True, slots=True)
class Member:
    """One sheet with its notes, which are read once."""

    sheet: Sheet
    notes: Notes

    def methods(self, criterion: str) -> tuple[str, ...]:
        entry = self.notes.entries.get(criterion)
        return entry.methods if entry else ()


@dataclass(frozen=True, slots=True)
class Team:
    """The current sheets of one visit; `members` are the assessors' in order of their codes. `agreed` is None where
    there is no agreed sheet that may be used, `stale` says that one rests on a sheet that was replaced."""

    members: tuple[Member, ...]
    agreed: Member | None
    stale: bool
    conflicts: tuple[str, ...]  # codes (also `agreed`) with two current sheets

    @property
    def assessors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.sheet.assessor for each in self.members))

    @property
    def hashes(self) -> tuple[str, ...]:
        return tuple(each.sheet.hash for each in self._all)

    @property
    def few_residents(self) -> bool:
        """Whether fewer than five residents agreed to talk, by the lowest count stated; none stated counts as 0."""
        talks = [each.notes.interviews for each in self._all]
        return min((each.agreed for each in talks if each), default=0) < FEW_RESIDENTS

    @property
    def _all(self) -> tuple[Member, ...]:
        return self.members if self.agreed is None else (*self.members, self.agreed)

    def given(self, slot: int) -> tuple[tuple[str, int], ...]:
        """(assessor, score) of every assessor's sheet; an empty slot is not seen."""
        rows = [(each.sheet.assessor, each.sheet.levels[slot]) for each in self.members]
        return tuple([(assessor, NS if score is None else score) for assessor, score in rows])


def team(sheets: Iterable[Sheet]) -> Team:
    """The team of one visit, from all its sheets in any order."""
    by_hash = {each.hash: each for each in sheets}
    replaced = {each.replaces for each in by_hash.values()}
    current = [
        Member(each, Notes.read(each.notes, {})) for hash, each in sorted(by_hash.items()) if hash not in replaced
    ]
    different = {(each.sheet.assessor, each.sheet.levels, each.notes.said().text()): each for each in reversed(current)}
    all_members = sorted(different.values(), key=lambda each: (each.sheet.assessor, each.sheet.hash))
    members = tuple(each for each in all_members if each.sheet.assessor != AGREED)
    agreed = [each for each in all_members if each.sheet.assessor == AGREED]
    known = {each.sheet.hash for each in members}
    fresh = [each for each in agreed if known.issuperset(each.notes.rests_on)]
    counts = Counter(each.sheet.assessor for each in all_members)
    return Team(
        members,
        fresh[0] if len(fresh) == 1 else None,
        len(fresh) < len(agreed),
        tuple(code for code in sorted(counts) if counts[code] > 1),
    )
