"""Compares two rounds on what can be compared: the same criteria, on the same scale, scored in both.

Never says that a change is more than noise: the verdict stays "too little to say" until a model of the assessors can
carry one. Definitions: scoring.md section 2. Both rounds are worked out again on the matched criteria with the later
standard's weights, as if these criteria were the whole checklist, so that a criterion added or not seen moves nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ssi.findings import AreaChange, Comparison, LeftOut, Move, Network, ShelterChange, ShelterScore, Summary
from ssi.model import Criterion, Standard
from ssi.scoring.matching import match, split
from ssi.scoring.percent import Tally, Weighing, by_area, mean, weigh
from ssi.scoring.settle import falls_short


@dataclass(frozen=True, slots=True)
class Compared:
    """One shelter compared: its change, both matched percents, and what was left out at this shelter."""

    change: ShelterChange
    before: Fraction | None
    after: Fraction | None
    left_out: tuple[LeftOut, ...]


def compare(before: Summary, after: Summary, standard_before: Standard, standard_after: Standard) -> Comparison:
    """What changed from one round to a later one; each summary with the standard of its round. Shelters stand in the
    later round's order."""
    ids, everywhere = match(standard_before, standard_after)
    weighing = weigh(standard_after)
    old = {each.shelter: each for each in before.shelters}
    seen = {each.shelter for each in after.shelters}
    compared = [
        _shelter(old[each.shelter], each, ids, standard_after, weighing)
        for each in after.shelters
        if each.shelter in old
    ]
    left = tuple(code for code in old if code not in seen)
    return Comparison(
        before.round,
        after.round,
        tuple(each.change for each in compared),
        (*everywhere, *(each for one in compared for each in one.left_out)),
        tuple(each.change.shelter for each in compared),
        left,
        tuple(each.shelter for each in after.shelters if each.shelter not in old),
        _network(compared, len(left)),
    )


def _shelter(
    old: ShelterScore, new: ShelterScore, ids: Sequence[tuple[str, str]], standard: Standard, weighing: Weighing
) -> Compared:
    matched, left_out = split(old, new, ids, standard)
    before = by_area(weighing, ((each.criterion, each.before) for each in matched))
    after = by_area(weighing, ((each.criterion, each.after) for each in matched))
    first, second = _percent(weighing, before), _percent(weighing, after)
    steps = [(each.criterion.id, standard.position[each.after] - standard.position[each.before]) for each in matched]
    change = ShelterChange(
        new.shelter,
        old.percent,
        new.percent,
        None if first is None or second is None else second - first,
        tuple(Move(each.criterion.id, each.before, each.after, each.criterion.weight) for each in matched),
        _areas(weighing, before, after),
        improved=tuple(id for id, step in steps if step > 0),
        regressed=tuple(id for id, step in steps if step < 0),
        gates_closed=_gates(standard, ((each.criterion, each.before, each.after) for each in matched)),
        gates_opened=_gates(standard, ((each.criterion, each.after, each.before) for each in matched)),
    )
    return Compared(change, first, second, left_out)


def _percent(weighing: Weighing, tallies: dict[str, Tally]) -> Fraction | None:
    return mean((weighing.area_weight(area, each), weighing.percent(each)) for area, each in tallies.items())


def _areas(weighing: Weighing, before: dict[str, Tally], after: dict[str, Tally]) -> tuple[AreaChange, ...]:
    changes = ((area, weighing.percent(before[area]), weighing.percent(after[area])) for area in after)
    return tuple(
        AreaChange(area, first, second) for area, first, second in changes if first is not None and second is not None
    )


def _gates(standard: Standard, scores: Iterable[tuple[Criterion, int, int]]) -> tuple[str, ...]:
    """Gates below their minimum in the first score and at it in the second: closed, or opened when read backwards."""
    return tuple(
        each.id
        for each, short, reached in scores
        if each.gate and falls_short(standard, each, short) and not falls_short(standard, each, reached)
    )


def _network(compared: Iterable[Compared], left: int) -> Network:
    """Means over the panel, the shelters that have a matched change; `left` = how many shelters did not come again."""
    panel = [(each.before, each.after) for each in compared if each.before is not None and each.after is not None]
    if not panel:
        return Network(0, None, None, None, None)
    before = sum((first for first, _ in panel), Fraction(0))
    after = sum((second for _, second in panel), Fraction(0))
    size, change = len(panel), after - before
    return Network(size, before / size, after / size, change / size, change / (size + left))
