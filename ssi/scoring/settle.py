"""Settles every criterion of one shelter: from what each assessor gave to the one score that counts.

Never averages levels and never orders them by their values: all order is by position on the scale. Definitions:
scoring.md section 1, "Settled level" and "Evidence cap". In simulation the median of three assessors finds the true
level more often than the lowest does; a gate takes the lowest all the same, because an overlooked danger costs more
than an hour of talk.
"""

from collections.abc import Collection, Sequence

from ssi.findings import Outcome
from ssi.model import DECLINED, METHODS, NA, NS, Checklist, Criterion, Standard
from ssi.scoring.team import Team


def settle(checklist: Checklist, team: Team) -> tuple[Outcome, ...]:
    """One outcome a criterion, in the checklist's order."""
    standard, hide_residents = checklist.standard, team.few_residents
    return tuple(_outcome(standard, slot, team, hide_residents) for slot in checklist.slots)


def falls_short(standard: Standard, criterion: Criterion, score: int) -> bool:
    """Whether a criterion was scored, and below its minimum."""
    return score in standard.position and not standard.reaches(score, criterion.minimum)


def _outcome(standard: Standard, slot: int, team: Team, hide_residents: bool) -> Outcome:
    criterion = standard.criteria[slot]
    given = team.given(slot)
    scores = [score for _, score in given]
    levels = sorted([each for each in scores if each in standard.position], key=standard.position.__getitem__)
    agreed = _agreed(standard, team, slot)
    lower = criterion.gate or standard.rules.unsettled == "lower"
    typed = _by_rule(scores, levels, lower) if agreed is None else agreed
    methods = _methods(standard, team, slot)
    return Outcome(
        criterion.id,
        _capped(standard, criterion, typed, methods),
        typed,
        given,
        agreed=agreed is not None,
        unsettled=agreed is None and _differ(scores, levels),
        contested=agreed is None and _far_apart(standard, criterion, levels),
        methods=tuple([each for each in METHODS if each in methods and not (hide_residents and each == "resident")]),
        no_method=criterion.practice and typed in standard.position and not methods,
    )


def _agreed(standard: Standard, team: Team, slot: int) -> int | None:
    """What the agreed sheet settled, a level or NA; None where it settled nothing."""
    score = team.agreed.sheet.levels[slot] if team.agreed else None
    return score if score == NA or score in standard.position else None


def _by_rule(scores: Sequence[int], levels: Sequence[int], lower: bool) -> int:
    """The lowest level or the median one (the lower of two); without a level NA before NS declined before NS.
    `levels` are the levels among `scores`, worst first."""
    if levels:
        return levels[0 if lower else (len(levels) - 1) // 2]
    return next((word for word in (NA, DECLINED) if word in scores), NS)


def _differ(scores: Sequence[int], levels: Sequence[int]) -> bool:
    """Whether a rule was needed: two levels, or NA against a level. NS gives way, so it differs from nothing."""
    return bool(levels) and (levels[0] != levels[-1] or NA in scores)


def _far_apart(standard: Standard, criterion: Criterion, levels: Sequence[int]) -> bool:
    """Whether assessors stand two levels apart, or on both sides of a gate's minimum."""
    if not levels or levels[0] == levels[-1]:
        return False
    lowest, highest = levels[0], levels[-1]
    if standard.position[highest] - standard.position[lowest] >= 2:
        return True
    below = falls_short(standard, criterion, lowest)
    return criterion.gate and below and standard.reaches(highest, criterion.minimum)


def _methods(standard: Standard, team: Team, slot: int) -> Collection[str]:
    """How it was seen: the agreed sheet's own methods where it has any, else those of all sheets that gave a level."""
    criterion = standard.criteria[slot].id
    if team.agreed and (own := team.agreed.methods(criterion)):
        return own
    seen = [each.methods(criterion) for each in team.members if each.sheet.levels[slot] in standard.position]
    return set().union(*seen)


def _capped(standard: Standard, criterion: Criterion, typed: int, methods: Collection[str]) -> int:
    """A practice that was seen in documents only cannot score above the cap."""
    cap, position = standard.rules.cap_without_practice, standard.position
    if cap is None or not criterion.practice or set(methods) != {"document"} or typed not in position:
        return typed
    return min(typed, cap, key=position.__getitem__)
