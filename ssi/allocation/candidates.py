"""From proposals and trainings to candidates: what may be bought at all, and why the rest may not.

Never compares two candidates. Money goes only to shelters whose visit is in the summary; while a gate of the standard's
rights area is at its worst level at a shelter, only what lifts such a gate is eligible there. That rule looks at the
shelter as the visit found it, also where a free improvement is to mend the gate: a right is mended when it is seen so.
What is not eligible itself but is needed first by something that is stays a candidate that claims nothing, so that it
is bought only then. What only lifts as far as certain free improvements do needs no money.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ssi.allocation.free import Base, Claims, Targets, second_ways
from ssi.errors import Fault, Where, fault
from ssi.findings import Summary
from ssi.model import DECLINED, NS, Improvement, Remedy, Standard, Training


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing to buy or not. `reaches`: criterion → position, where that is above the one before; `lifts`: those of
    them that it may claim; `requires`: candidates that must be bought too; `training`: the course that this is one
    shelter's place in."""

    id: str
    shelter: str
    kind: Remedy
    cost: int
    lifts: Mapping[str, int]
    reaches: Mapping[str, int]
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
    `covered`: those that free improvements leave nothing to lift → these; `rights_first`: shelter → its rights gates at
    worst."""

    visited: frozenset[str]
    candidates: Mapping[str, Candidate]
    alternatives: tuple[tuple[str, ...], ...]
    passed: Mapping[str, str]
    covered: Mapping[str, tuple[str, ...]]
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


def candidates(
    summary: Summary,
    standard: Standard,
    proposals: Mapping[str, Improvement],
    trainings: Sequence[Training],
    targets: Targets,
    base: Base,
) -> Market:
    """Everything that may be bought. `proposals`, `targets` are sorted by id; faults were refused before."""
    desk = _Desk(summary, standard, proposals, {each.training: each for each in trainings}, targets, base)
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
    base: Base
    found: dict[str, Candidate] = field(default_factory=dict)
    passed: dict[str, str] = field(default_factory=dict)
    covered: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unclaimed: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.visited = frozenset(each.shelter for each in self.summary.shelters)
        self.not_seen = {
            (score.shelter, each.criterion)
            for score in self.summary.shelters
            for each in score.outcomes
            if each.score in (NS, DECLINED)
        }
        self.second = second_ways(self.proposals)
        self.rights_first: dict[str, tuple[str, ...]] = {}
        for (shelter, id), claim in self.base.today.items():
            if (
                claim.gate
                and claim.present == 0
                and self.standard.criterion(id).area == self.standard.rules.rights_area
            ):
                self.rights_first[shelter] = (*self.rights_first.get(shelter, ()), id)

    def offer(self, id: str, proposal: Improvement) -> None:
        lifts, reason = self._judge(id, proposal.shelter, self.base.claims if proposal.cost else self.base.today)
        if proposal.cost == 0:
            if reason == "nothing-left" or id in self.second:
                self.passed[id] = "alternative" if id in self.second else reason
        elif not reason:
            self.found[id] = self._bought(id, lifts)
        elif not lifts and (free := self._free_instead(id, proposal.shelter)):
            self.passed[id], self.covered[id] = "already-covered", free
        else:
            self.passed[id] = reason

    def offer_seat(self, training: str, shelter: str) -> None:
        lifts, reason = self._judge(training, shelter, self.base.claims)
        if not reason:
            self.found[seat(training, shelter)] = self._taken(training, shelter, lifts)

    def _judge(self, id: str, shelter: str, claims: Claims) -> tuple[Mapping[str, int], str]:
        """What it lifts, and the code of why it is not eligible, empty where it is."""
        if shelter not in self.visited:
            return {}, "not-visited"
        unseen = [(shelter, each) for each in self.targets[id] if (shelter, each) in self.not_seen]
        self.unclaimed.update(unseen)
        lifts = self._reaches(id, shelter, claims)
        if not lifts:
            return lifts, "unclaimed" if unseen else "nothing-left"
        first = self.rights_first.get(shelter)
        return lifts, "rights" if first and not lifts.keys() & set(first) else ""

    def _reaches(self, id: str, shelter: str, claims: Claims) -> Mapping[str, int]:
        """Criterion → the position it is to reach, where that is above the present one of these claims."""
        reached = {each: self.standard.position[level] for each, level in self.targets[id].items()}
        return {
            each: position
            for each, position in reached.items()
            if (claim := claims.get((shelter, each))) is not None and position > claim.present
        }

    def _free_instead(self, id: str, shelter: str) -> tuple[str, ...]:
        """The free improvements that lift what this one would lift as the shelter stands today."""
        lifts = self._reaches(id, shelter, self.base.today)
        return tuple(sorted({self.base.lifted_by[shelter, each] for each in lifts}))

    def _bought(self, id: str, lifts: Mapping[str, int]) -> Candidate:
        own = self.proposals[id]
        reaches = self._reaches(id, own.shelter, self.base.claims)
        return Candidate(id, own.shelter, own.kind, own.cost, lifts, reaches, self._needs(id))

    def _taken(self, training: str, shelter: str, lifts: Mapping[str, int]) -> Candidate:
        own = self.trainings[training]
        cost = own.cost_per_person * own.people
        reaches = self._reaches(training, shelter, self.base.claims)
        return Candidate(seat(training, shelter), shelter, own.kind, cost, lifts, reaches, (), training)

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
            self.covered,
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
