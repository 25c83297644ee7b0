"""Finds the criteria that two rounds have in common, and says of every other one why it is left out.

Never compares a score. Two criteria match by their key, which says that the meaning held; an id alone proves nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ssi.findings import LeftOut, ShelterScore
from ssi.model import DECLINED, NA, NS, Criterion, Standard


@dataclass(frozen=True, slots=True)
class Matched:
    """One criterion of the later standard that has a level in both rounds."""

    criterion: Criterion
    before: int
    after: int


def match(before: Standard, after: Standard) -> tuple[tuple[tuple[str, str], ...], tuple[LeftOut, ...]]:
    """(id before, id after) of the criteria that match, in the later standard's order, and what is left out everywhere:
    "another scale", "re-keyed" (same id, other key), "new", "dropped". A criterion is named by its later id."""
    old = {each.key: each.id for each in before.criteria}
    keys = {each.key for each in after.criteria}
    same_scale = _scale(before) == _scale(after)
    reasons: dict[str, str] = {}
    for each in after.criteria:
        if each.key not in old:
            reasons[each.id] = "re-keyed" if each.id in before.slot else "new"
        elif not same_scale:
            reasons[each.id] = "another scale"
    for each in before.criteria:
        if each.key not in keys:
            reasons.setdefault(each.id, "re-keyed" if each.id in after.slot else "dropped")
    pairs = tuple((old[each.key], each.id) for each in after.criteria if each.key in old and same_scale)
    return pairs, tuple(LeftOut(id, None, reason) for id, reason in reasons.items())


def _scale(standard: Standard) -> list[tuple[int, object]]:
    return [(each.value, each.points) for each in standard.scale]


def split(
    before: ShelterScore, after: ShelterScore, ids: Sequence[tuple[str, str]], standard: Standard
) -> tuple[list[Matched], tuple[LeftOut, ...]]:
    """What is matched at one shelter, and why the rest of `ids` is not. A criterion that was on neither checklist is
    not left out: it never concerned this shelter."""
    old = {each.criterion: each.score for each in before.outcomes}
    new = {each.criterion: each.score for each in after.outcomes}
    matched: list[Matched] = []
    left_out: list[LeftOut] = []
    for earlier, later in ids:
        first, second = old.get(earlier), new.get(later)
        reason = _blank(first, "before") or _blank(second, "after")
        if first is None and second is None:
            continue
        if first is None or second is None or reason:
            left_out.append(LeftOut(later, after.shelter, reason))
        else:
            matched.append(Matched(standard.criterion(later), first, second))
    return matched, tuple(left_out)


def _blank(score: int | None, when: str) -> str:
    """Why a score cannot be compared, empty where it can."""
    words = {None: "not on the checklist", NA: "NA", NS: "NS", DECLINED: "NS"}
    return f"{words[score]} {when}" if score in words else ""
