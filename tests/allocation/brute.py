"""The oracle: tries every set of purchases and takes the best by the definition, without the code under test.

Gain is the percent of a sheet with one criterion lifted, less the percent of the sheet as it was, by plain fractions;
whether funds suffice is Hall's condition over every set of funds, not a flow.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from ssi.model import Fund, Improvement, Shelter, Standard, Training

Scores = Mapping[str, int]  # every criterion of the checklist; below 0 = not scored


def percent(of: Standard, place: Shelter, scores: Scores) -> Fraction:
    """Overall percent by scoring.md section 1, areas weighing what their criteria on the checklist weigh."""
    top = bottom = Fraction(0)
    points = {level.value: level.points for level in of.scale}
    for area in of.area:
        own = [each for each in area.criterion if each.id in scores]
        scored = [each for each in own if scores[each.id] >= 0]
        if scored:
            weight = sum((each.weight for each in own), Fraction(0))
            top += (
                weight
                * sum(each.weight * points[scores[each.id]] for each in scored)
                / sum(each.weight for each in scored)
            )
            bottom += weight
    return 100 * top / bottom if bottom else Fraction(0)


@dataclass(frozen=True)
class Thing:
    """An improvement, or one shelter's place in a training."""

    id: str
    shelter: str
    kind: str
    cost: int
    reaches: Mapping[str, int]
    requires: frozenset[str]
    group: str
    training: str


@dataclass(frozen=True)
class Case:
    standard: Standard
    scored: Mapping[Shelter, Scores]
    improvements: Sequence[Improvement]
    trainings: Sequence[Training]
    funds: Sequence[Fund]

    def things(self) -> Iterator[Thing]:
        for own in self.improvements:
            if own.cost:
                yield Thing(
                    own.improvement, own.shelter, own.kind, own.cost, self._levels(own), self._requires(own),
                    own.group, "",
                )  # fmt: skip
        for course in self.trainings:
            for place in self.scored:
                id = f"{course.training} {place.shelter}"
                price = course.people * course.cost_per_person
                yield Thing(
                    id, place.shelter, course.kind, price, self._levels(course), frozenset(), "", course.training
                )

    def _levels(self, own: Improvement | Training) -> Mapping[str, int]:
        minimum = {each.id: each.minimum for each in self.standard.criteria}
        default = {id: minimum[id] if own.to is None else own.to for id in own.criteria}
        return {id: default[id] if level is None else level for id, level in own.criteria.items()}

    def _requires(self, own: Improvement) -> frozenset[str]:
        by_id = {each.improvement: each for each in self.improvements}
        needs: set[str] = set()
        for each in own.requires:
            if each not in by_id:
                needs.add(f"{each} {own.shelter}")
            elif by_id[each].cost:
                needs.add(each)
            else:
                needs |= self._requires(by_id[each])
        return frozenset(needs)


@dataclass(frozen=True)
class Best:
    """`vector`: the policy's goals, then the money spent, negative."""

    vector: tuple[int, ...]
    bought: frozenset[str]


class Oracle:
    """Every set of purchases that the rules allow, with what it reaches."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.things = list(case.things())
        self.by_shelter = {place.shelter: (place, scores) for place, scores in case.scored.items()}
        self.criteria = {each.id: each for each in case.standard.criteria}
        self.worth = {
            (code, id, level): round(
                (percent(case.standard, place, {**scores, id: level}) - percent(case.standard, place, scores)) * 10_000
            )
            for code, (place, scores) in self.by_shelter.items()
            for id, present in scores.items()
            for level in (0, 1, 2)
            if 0 <= present < level
        }
        self.allowed = [self.measure(chosen) for chosen in self.subsets()]

    def subsets(self) -> Iterator[tuple[Thing, ...]]:
        for size in range(len(self.things) + 1):
            for chosen in combinations(self.things, size):
                if self.keeps_rules(chosen) and self.payable(chosen):
                    yield chosen

    def best(self, policy: str) -> Best:
        first = 0 if policy == "critical" else 2
        return max(
            (Best((*goals[first:], -cost), bought) for goals, cost, bought in self.allowed),
            key=lambda each: (each.vector, -sum(_lot(id) for id in each.bought)),
        )

    def keeps_rules(self, chosen: Sequence[Thing]) -> bool:
        ids = {each.id for each in chosen}
        groups = [(each.shelter, each.group) for each in chosen if each.group]
        needs = all(each.requires <= ids for each in chosen)
        return needs and len(groups) == len(set(groups)) and all(self.may(each, chosen) for each in chosen)

    def rights(self, shelter: str) -> set[str]:
        """The rights gates of a shelter that are at the worst level."""
        scores = self.by_shelter[shelter][1]
        area = self.case.standard.rules.rights_area
        return {
            id
            for id, level in scores.items()
            if level == 0 and self.criteria[id].gate and self.criteria[id].area == area
        }

    def claims(self, thing: Thing) -> Mapping[str, int]:
        """What it lifts and may claim: nothing where a right comes first and it mends none."""
        scores = self.by_shelter[thing.shelter][1]
        lifted = {id: level for id, level in thing.reaches.items() if 0 <= scores.get(id, -1) < level}
        first = self.rights(thing.shelter)
        return lifted if not first or first & lifted.keys() else {}

    def may(self, thing: Thing, chosen: Sequence[Thing]) -> bool:
        return bool(self.claims(thing)) or any(thing.id in each.requires and self.may(each, chosen) for each in chosen)

    def bills(self, chosen: Sequence[Thing]) -> Iterator[tuple[str, set[str], int]]:
        for each in chosen:
            yield each.kind, {each.shelter}, each.cost
        for course in self.case.trainings:
            attend = {each.shelter for each in chosen if each.training == course.training}
            if attend:
                people = len(attend) * course.people
                sessions = 1 if course.places is None else -(-people // course.places)
                yield course.kind, attend, sessions * course.fixed_cost

    def payable(self, chosen: Sequence[Thing]) -> bool:
        bills, funds = list(self.bills(chosen)), self.case.funds
        payers = [
            {
                at
                for at, fund in enumerate(funds)
                if (not fund.only or kind in fund.only) and (not fund.shelters or served <= set(fund.shelters))
            }
            for kind, served, _ in bills
        ]
        sets = (set(each) for size in range(len(funds) + 1) for each in combinations(range(len(funds)), size))
        return all(
            sum(amount for (_, _, amount), who in zip(bills, payers, strict=True) if who <= some)
            <= sum(funds[at].amount for at in some)
            for some in sets
        )

    def measure(self, chosen: Sequence[Thing]) -> tuple[tuple[int, int, int], int, frozenset[str]]:
        """Goals (gates, other criticals, gain), money, ids."""
        levels: dict[tuple[str, str], int] = {}
        for each in chosen:
            for id, level in self.claims(each).items():
                levels[each.shelter, id] = max(level, levels.get((each.shelter, id), 0))
        gates = others = gain = 0
        for (shelter, id), level in levels.items():
            criterion, present = self.criteria[id], self.by_shelter[shelter][1][id]
            mended = present < criterion.minimum <= level
            gates += mended and criterion.gate
            others += mended and criterion.class_ == "critical" and not criterion.gate
            gain += self.worth[shelter, id, level]
        money = sum(amount for _, _, amount in self.bills(chosen))
        return (gates, others, gain), money, frozenset(each.id for each in chosen)


def _lot(id: str) -> int:
    return 1 + int.from_bytes(hashlib.sha256(f"0:{id}".encode()).digest()[:8]) % 2**20
