"""What lifting one criterion of one shelter is worth, in percent points of the shelter's result.

Never looks at costs. Gain is the rise of the overall percent from the capped score (scoring.md section 1). As NA and NS
do not move when money is spent, the denominators stand still and the rise of one criterion from level p to q is

    W_area / sum of W over areas with a percent  x  w (points(q) - points(p)) / sum of w scored in the area  x  100

so that gains of different criteria add up. The optimiser works on these rounded half-even to whole 1/10,000 points, one
criterion and level at a time: exact denominators would overflow its tolerances, and a sum of whole numbers is exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ssi.findings import ShelterScore, Summary
from ssi.model import Criterion, Improvement, Shelter, Standard, Training

UNITS = 10_000  # whole units in one percent point


@dataclass(frozen=True, slots=True)
class Claim:
    """A scored criterion of a visited shelter. `present` (where its rise begins), `minimum` and the index of `exact`
    and `whole` are positions on the scale; `exact` in percent points, `whole` in 1/10,000; `weight`: the shelter's."""

    shelter: str
    criterion: str
    present: int
    minimum: int
    critical: bool
    gate: bool
    weight: int
    exact: tuple[Fraction, ...]
    whole: tuple[int, ...]

    @property
    def failing(self) -> bool:
        return self.present < self.minimum

    def mends(self, position: int) -> bool:
        """Whether reaching this position brings it to its minimum; a step on the way does not."""
        return self.present < self.minimum <= position

    def raised(self, position: int) -> "Claim":
        """What is left to claim once it stands at this position, which is not below the present one."""
        exact = tuple(max(Fraction(0), each - self.exact[position]) for each in self.exact)
        return replace(self, present=position, exact=exact, whole=whole(exact))


def whole(exact: Sequence[Fraction]) -> tuple[int, ...]:
    """Percent points in the optimiser's units."""
    return tuple(round(each * UNITS) for each in exact)


def claims_of(
    summary: Summary, standard: Standard, shelters: Sequence[Shelter], *, capacity: bool
) -> Mapping[tuple[str, str], Claim]:
    """(shelter, criterion) → claim, for every criterion scored with a level; NS and NA can claim nothing."""
    weights = {each.shelter: each.capacity if capacity else 1 for each in shelters}
    return {
        (claim.shelter, claim.criterion): claim
        for score in sorted(summary.shelters, key=lambda each: each.shelter)
        if score.shelter in weights
        for claim in _of_one(score, standard, weights[score.shelter])
    }


def _of_one(score: ShelterScore, standard: Standard, weight: int) -> list[Claim]:
    scored = [
        (standard.criterion(each.criterion), standard.position[each.score])
        for each in score.outcomes
        if each.score in standard.position
    ]
    areas = {each.area: each.weight for each in score.areas if each.percent is not None}
    pooled: dict[str, Fraction] = {}
    for criterion, _ in scored:
        pooled[criterion.area] = pooled.get(criterion.area, Fraction(0)) + criterion.weight
    total = sum(areas.values(), Fraction(0))
    claims = []
    for criterion, present in scored:
        below = total * pooled[criterion.area]
        share = 100 * areas.get(criterion.area, Fraction(0)) * criterion.weight / below if below else Fraction(0)
        claims.append(_claim(score.shelter, criterion, present, standard, weight, share))
    return claims


def _claim(shelter: str, criterion: Criterion, present: int, standard: Standard, weight: int, share: Fraction) -> Claim:
    points = [level.points for level in standard.scale]
    exact = tuple(share * max(Fraction(0), each - points[present]) for each in points)
    return Claim(
        shelter=shelter,
        criterion=criterion.id,
        present=present,
        minimum=standard.position[criterion.minimum],
        critical=criterion.gate or criterion.class_ == "critical",
        gate=criterion.gate,
        weight=weight,
        exact=exact,
        whole=whole(exact),
    )


def targets_of(proposal: Improvement | Training, standard: Standard) -> Mapping[str, int]:
    """Criterion → the level (its value) that the proposal is to reach: its own, else `to`, else the minimum."""

    def level(id: str, own: int | None) -> int:
        if own is not None:
            return own
        return proposal.to if proposal.to is not None else standard.criterion(id).minimum

    return {id: level(id, own) for id, own in sorted(proposal.criteria.items())}
