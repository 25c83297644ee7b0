"""From proposals and trainings to candidates: what may be bought at all, and why the rest may not.

Never compares two candidates. Money goes only to shelters whose visit is in the summary; while a gate of the standard's
rights area is at its worst level at a shelter, only what lifts such a gate is eligible there. What is not eligible
itself but is needed first by something that is stays a candidate that claims nothing, so that it is bought only then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ssi.allocation.claims import Claim
from ssi.errors import Fault, Where, fault
from ssi.findings import Summary
from ssi.model import DECLINED, NS, Improvement, Remedy, Standard, Training

Claims = Mapping[tuple[str, str], Claim]
Targets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing to buy or not. `lifts`: criterion → position reached, only where that is above the present one;
    `requires`: candidates that must be bought too; `training`: the course that this is one shelter's place in."""

    id: str
    shelter: str
    kind: Remedy
    cost: int
    lifts: Mapping[str, int]
    requires: tuple[str, ...] = ()
    training: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """What the shelters of a training share: each session pays `fixed`; `places` None = one session without limit."""

    id: str
    kind: Remedy
    fixed: int
    people: int
    places: int | None

    def sessions(self, shelters: int) -> int:
        """How many sessions so many shelters need."""
        if self.places is None:
            return min(1, shelters)
        return -(-shelters * self.people // self.places)


@dataclass(frozen=True)
class Market:
    """`passed`: proposals that are not eligible → reason code (candidates only where another needs them first);
    `rights_first`: shelter → its rights gates at worst."""

    visited: frozenset[str]
    candidates: Mapping[str, Candidate]
    alternatives: tuple[tuple[str, ...], ...]
    passed: Mapping[str, str]
    rights_first: Mapping[str, tuple[str, ...]]
    unclaimed: tuple[tuple[str, str], ...]
    warnings: tuple[Fault, ...]


def seat(training: str, shelter: str) -> str:
    """The id of a shelter's place in a training; ids in files hold no space, so this is nobody else's."""
    return f"{training} {shelter}"


def courses(trainings: Sequence[Training]) -> Mapping[str, Course]:
    return {
        each.training: Course(each.training, each.kind, each.fixed_cost, each.people, each.places)
        for each in sorted(trainings, key=lambda each: each.training)
    }


def free_ones(proposals: Mapping[str, Improvement], passed: Mapping[str, str]) -> Mapping[str, Improvement]:
    """Improvements of cost 0 that still lift something: in the plan without being bought."""
    return {id: each for id, each in proposals.items() if each.cost == 0 and id not in passed}


def candidates(
    summary: Summary,
    standard: Standard,
    proposals: Mapping[str, Improvement],
    trainings: Sequence[Training],
    targets: Targets,
    claims: Claims,
) -> Market:
    """Everything that may be bought. `proposals`, `targets` are sorted by id; faults were refused before."""
    desk = _Desk(summary, standard, proposals, {each.training: each for each in trainings}, targets, claims)
    for id, proposal in proposals.items():
        desk.offer(id, proposal)
    for training in sorted(desk.trainings):
        for shelter in sorted(desk.visited):
            desk.offer_seat(training, shelter)
    for id in tuple(desk.found):
        desk.support(id)
    return desk.market()


@dataclass
class _Desk:
    """Where proposals are looked at one by one; what was found so far."""

    summary: Summary
    standard: Standard
    proposals: Mapping[str, Improvement]
    trainings: Mapping[str, Training]
    targets: Targets
    claims: Claims
    found: dict[str, Candidate] = field(default_factory=dict)
    passed: dict[str, str] = field(default_factory=dict)
    unclaimed: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.visited = frozenset(each.shelter for each in self.summary.shelters)
        self.not_seen = {
            (score.shelter, each.criterion)
            for score in self.summary.shelters
            for each in score.outcomes
            if each.score in (NS, DECLINED)
        }
        self.rights_first: dict[str, tuple[str, ...]] = {}
        for (shelter, id), claim in self.claims.items():
            if (
                claim.gate
                and claim.present == 0
                and self.standard.criterion(id).area == self.standard.rules.rights_area
            ):
                self.rights_first[shelter] = (*self.rights_first.get(shelter, ()), id)

    def offer(self, id: str, proposal: Improvement) -> None:
        lifts, reason = self._judge(id, proposal.shelter)
        if proposal.cost == 0:
            if reason == "nothing-left":
                self.passed[id] = reason
        elif reason:
            self.passed[id] = reason
        else:
            self.found[id] = self._bought(id, lifts)

    def offer_seat(self, training: str, shelter: str) -> None:
        lifts, reason = self._judge(training, shelter)
        if not reason:
            self.found[seat(training, shelter)] = self._taken(training, shelter, lifts)

    def _judge(self, id: str, shelter: str) -> tuple[Mapping[str, int], str]:
        """What it lifts, and the code of why it is not eligible, empty where it is."""
        if shelter not in self.visited:
            return {}, "not-visited"
        unseen = [(shelter, each) for each in self.targets[id] if (shelter, each) in self.not_seen]
        self.unclaimed.update(unseen)
        reached = {each: self.standard.position[level] for each, level in self.targets[id].items()}
        lifts = {
            each: position
            for each, position in reached.items()
            if (claim := self.claims.get((shelter, each))) is not None and position > claim.present
        }
        if not lifts:
            return lifts, "unclaimed" if unseen else "nothing-left"
        first = self.rights_first.get(shelter)
        return lifts, "rights" if first and not lifts.keys() & set(first) else ""

    def _bought(self, id: str, lifts: Mapping[str, int]) -> Candidate:
        own = self.proposals[id]
        return Candidate(id, own.shelter, own.kind, own.cost, lifts, self._needs(id))

    def _taken(self, training: str, shelter: str, lifts: Mapping[str, int]) -> Candidate:
        own = self.trainings[training]
        cost = own.cost_per_person * own.people
        return Candidate(seat(training, shelter), shelter, own.kind, cost, lifts, (), training)

    def _needs(self, id: str) -> tuple[str, ...]:
        """The candidates that it needs directly; a free improvement is there anyway and passes on what it needs."""
        own = self.proposals[id]
        needs: set[str] = set()
        for each in own.requires:
            if each in self.trainings:
                needs.add(seat(each, own.shelter))
            elif self.proposals[each].cost == 0:
                needs.update(self._needs(each))
            else:
                needs.add(each)
        return tuple(sorted(needs))

    def support(self, id: str) -> None:
        """Let in what this candidate needs first and is not eligible itself, claiming nothing."""
        shelter = self.found[id].shelter
        for each in self.found[id].requires:
            if each not in self.found:
                taken = each not in self.proposals
                self.found[each] = (
                    self._taken(each.removesuffix(f" {shelter}"), shelter, {}) if taken else self._bought(each, {})
                )
                self.support(each)

    def market(self) -> Market:
        idle = [id for id, reason in self.passed.items() if reason == "nothing-left" and id not in self.found]
        return Market(
            self.visited,
            {id: self.found[id] for id in sorted(self.found)},
            self._alternatives(),
            self.passed,
            self.rights_first,
            tuple(sorted(self.unclaimed)),
            tuple(fault("nothing-left-to-gain", Where("improvements.csv"), improvement=id) for id in idle),
        )

    def _alternatives(self) -> tuple[tuple[str, ...], ...]:
        """Candidates of one group; also what needs a free member of a group beside any that is bought of it."""
        groups: dict[tuple[str, str], list[str]] = {}
        for id in sorted(self.found):
            own = self.proposals.get(id)
            if own is not None and own.group:
                groups.setdefault((own.shelter, own.group), []).append(id)
        pairs = {
            tuple(sorted((id, sibling)))
            for id in self.found
            if id in self.proposals
            for each in self._free_needs(id)
            for sibling in groups.get((self.proposals[each].shelter, self.proposals[each].group), ())
            if sibling != id
        }
        return (*(tuple(each) for each in groups.values() if len(each) > 1), *sorted(pairs))

    def _free_needs(self, id: str) -> set[str]:
        """The free improvements that it needs, directly or through other free ones."""
        direct = {
            each for each in self.proposals[id].requires if each in self.proposals and not self.proposals[each].cost
        }
        return direct.union(*(self._free_needs(each) for each in direct))
