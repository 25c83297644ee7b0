"""The oracle: tries every set of purchases and takes the best by the definition, without the code under test.

Gain is the percent of a sheet with one criterion lifted, less the percent of the sheet as it was when all that is free
whatever is bought has reached its level, by plain fractions;
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
                    own.improvement, own.shelter, own.kind, own.cost, self.levels(own), self._requires(own),
                    own.group, "",
                )  # fmt: skip
        for course in self.trainings:
            for place in self.scored:
                id = f"{course.training} {place.shelter}"
                price = course.people * course.cost_per_person
                yield Thing(
                    id, place.shelter, course.kind, price, self.levels(course), frozenset(), "", course.training
                )

    def levels(self, own: Improvement | Training) -> Mapping[str, int]:
        minimum = {each.id: each.minimum for each in self.standard.criteria}
        default = {id: minimum[id] if own.to is None else own.to for id in own.criteria}
        return {id: default[id] if level is None else level for id, level in own.criteria.items()}

    def after_free(self, place: Shelter) -> Scores:
        """The sheet when everything free has reached its levels that nothing bought can drive out of the plan."""
        by_id = {each.improvement: each for each in self.improvements}
        sure: set[str] = set()
        for _ in self.improvements:  # each pass can only add
            sure |= {
                id
                for id, own in by_id.items()
                if own.cost == 0
                and set(own.requires) <= sure
                and not any(
                    (other.cost or other.improvement < id)  # of free alternatives the first is in the plan
                    and own.group
                    and (other.shelter, other.group) == (own.shelter, own.group)
                    for other in self.improvements
                )
            }
        return self.lifted(place, [self.levels(by_id[id]) for id in sure if by_id[id].shelter == place.shelter])

    def lifted(self, place: Shelter, reached: Sequence[Mapping[str, int]], *, free: bool = False) -> Scores:
        """The sheet with every scored criterion at the highest of its own level and those reached."""
        scores = self.after_free(place) if free else self.scored[place]
        return {
            id: level if level < 0 else max([level, *(each.get(id, 0) for each in reached)])
            for id, level in scores.items()
        }

    def free_needs(self, id: str) -> set[tuple[str, str]]:
        """The groups (shelter, group) of the free improvements that an improvement requires."""
        by_id = {each.improvement: each for each in self.improvements}
        free = [each for each in by_id[id].requires if each in by_id and by_id[each].cost == 0] if id in by_id else []
        groups = {(by_id[each].shelter, by_id[each].group) for each in free if by_id[each].group}
        return groups.union(*map(self.free_needs, free))

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
        self.visit = {place.shelter: scores for place, scores in case.scored.items()}
        self.by_shelter = {place.shelter: (place, case.after_free(place)) for place in case.scored}
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
        needs = needs and not any(
            (other.shelter, other.group) in self.case.free_needs(each.id)
            for each in chosen
            for other in chosen
            if other is not each
        )
        return needs and len(groups) == len(set(groups)) and all(self.may(each, chosen) for each in chosen)

    def rights(self, shelter: str) -> set[str]:
        """The rights gates of a shelter that were at the worst level at the visit."""
        scores = self.visit[shelter]
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

    def rise(self, bought: frozenset[str]) -> Fraction:
        """Percent points, all shelters together: everything bought at its levels, claimed or not."""
        total = Fraction(0)
        for place, scores in self.by_shelter.values():
            reached = [each.reaches for each in self.things if each.id in bought and each.shelter == place.shelter]
            after = self.case.lifted(place, reached, free=True)
            total += percent(self.case.standard, place, after) - percent(self.case.standard, place, scores)
        return total

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
