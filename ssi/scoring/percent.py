"""Works out percents exactly: of an area, of a shelter, with bounds and coverage.

Never rounds. Inside an area weights and points are whole numbers over one denominator each, so that 1,500 shelters take
a second; what leaves is a Fraction. Definitions: scoring.md section 1, from "Area percent" to "Thin".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import lcm
from typing import NamedTuple

from ssi.findings import AreaScore
from ssi.model import DECLINED, NA, NS, Criterion, Standard

Scored = tuple[Criterion, int]  # a criterion and the score that counts


class Tally(NamedTuple):
    """What criteria weigh by what became of them, in parts of `Weighing.part`; `earned` sums weight x points of the
    scored, in parts of `part` x `full`."""

    scored: int = 0
    earned: int = 0
    unseen: int = 0
    declined: int = 0
    na: int = 0


@dataclass(frozen=True, slots=True)
class Weighing:
    """A standard's weights and points as whole numbers: a weight counts 1/`part`, points count 1/`full`."""

    weights: Mapping[str, int]  # criterion id → weight
    part: int
    points: Mapping[int, int]  # level → points
    full: int
    worst: int  # points of the worst level
    best: int
    areas: Mapping[str, Fraction | None]  # area id → the weight that the standard gives it

    def tally(self, scores: Iterable[Scored]) -> Tally:
        scored = earned = 0
        blank = {NS: 0, DECLINED: 0, NA: 0}
        for criterion, score in scores:
            weight = self.weights[criterion.id]
            if score in blank:
                blank[score] += weight
            else:
                scored += weight
                earned += weight * self.points[score]
        return Tally(scored, earned, blank[NS], blank[DECLINED], blank[NA])

    def percent(self, tally: Tally) -> Fraction | None:
        return percent(tally.earned, tally.scored * self.full)

    def area_weight(self, area: str, tally: Tally) -> Fraction:
        """The standard's; where it gives none, what the area's criteria weigh together, NA and NS among them."""
        weight = self.areas[area]
        own = tally.scored + tally.unseen + tally.declined + tally.na
        return Fraction(own, self.part) if weight is None else weight

    def area_score(self, area: str, tally: Tally, na_ceiling: Fraction) -> AreaScore:
        unseen = tally.unseen + tally.declined
        applicable = (tally.scored + unseen) * self.full
        na_share = percent(tally.na, tally.scored + unseen + tally.na)
        return AreaScore(
            area,
            self.area_weight(area, tally),
            self.percent(tally),
            percent(tally.earned + unseen * self.worst, applicable),
            percent(tally.earned + unseen * self.best, applicable),
            coverage(tally),
            na_share is not None and na_share > na_ceiling,
        )


def weigh(standard: Standard) -> Weighing:
    """The standard's weights and points over their common denominators."""
    part = lcm(*(each.weight.denominator for each in standard.criteria))
    full = lcm(*(each.points.denominator for each in standard.scale))
    points = {each.value: int(each.points * full) for each in standard.scale}
    return Weighing(
        {each.id: int(each.weight * part) for each in standard.criteria},
        part,
        points,
        full,
        points[standard.scale[0].value],
        points[standard.scale[-1].value],
        {each.id: each.weight for each in standard.area},
    )


def by_area(weighing: Weighing, scores: Iterable[Scored]) -> dict[str, Tally]:
    """Area id → its tally, in the order of the scores; an area without a criterion here is left out."""
    return {area: weighing.tally(each) for area, each in groupby(scores, key=lambda pair: pair[0].area)}


def pooled(tallies: Iterable[Tally]) -> Tally:
    """One tally of many areas."""
    return Tally(*(sum(column) for column in zip(*tallies, strict=True)))


def coverage(tally: Tally) -> Fraction | None:
    """Percent of the applicable weight that was scored; NA and NS declined are passed over."""
    return percent(tally.scored, tally.scored + tally.unseen)


def percent(part: int, whole: int) -> Fraction | None:
    """`part` of `whole` x 100; None where there is no whole."""
    return Fraction(100 * part, whole) if whole else None


def mean(weighted: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """Weighted mean of the values that exist, given as (weight, value); None where none weighs anything."""
    there = [(weight, value) for weight, value in weighted if value is not None]
    whole = sum((weight for weight, _ in there), Fraction(0))
    return sum((weight * value for weight, value in there), Fraction(0)) / whole if whole else None
