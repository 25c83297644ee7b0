"""What costs nothing, and what it leaves to gain: money is asked only for what is not mended without it.

Never asks what is bought: what is raised here is in the plan whatever that is. A free improvement is certain where no
alternative to it costs anything (it would give way) and all that it requires is certain too. The others are in the plan
or not by what is bought, and `ssi.allocation.choice.free_in` says so; nothing is taken off for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ssi.allocation.claims import Claim
from ssi.model import Improvement, Standard

Claims = Mapping[tuple[str, str], Claim]
Targets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Base:
    """Where money begins. `today`: claims as the visit found the shelters; `claims`: what is left of them after the
    certain free improvements; `lifted_by`: (shelter, criterion) → the certain free improvement that lifts it highest.
    """

    today: Claims
    claims: Claims
    lifted_by: Mapping[tuple[str, str], str]


def base_of(today: Claims, proposals: Mapping[str, Improvement], targets: Targets, standard: Standard) -> Base:
    """The claims that are left when all certain free improvements have reached their levels."""
    highest = {at: claim.present for at, claim in today.items()}
    lifted_by: dict[tuple[str, str], str] = {}
    for id in certain(proposals):
        for criterion, level in targets[id].items():
            at = (proposals[id].shelter, criterion)
            if at in highest and standard.position[level] > highest[at]:
                highest[at], lifted_by[at] = standard.position[level], id
    return Base(today, {at: claim.raised(highest[at]) for at, claim in today.items()}, lifted_by)


def certain(proposals: Mapping[str, Improvement]) -> tuple[str, ...]:
    """The improvements of cost 0 that are in the plan whatever is bought. `requires` holds no ring."""
    paid = {(each.shelter, each.group) for each in proposals.values() if each.cost and each.group}
    second = second_ways(proposals)

    def sure(id: str) -> bool:
        own = proposals.get(id)
        if own is None or own.cost or id in second or (own.shelter, own.group) in paid:  # None is a training
            return False
        return all(map(sure, own.requires))

    return tuple(filter(sure, proposals))


def second_ways(proposals: Mapping[str, Improvement]) -> frozenset[str]:
    """Of free improvements that are alternatives to each other, all but the first by id: one at most is in the plan."""
    first: dict[tuple[str, str], str] = {}
    for id in sorted(proposals):
        own = proposals[id]
        if own.group and own.cost == 0:
            first.setdefault((own.shelter, own.group), id)
    kept = set(first.values())
    return frozenset(id for id, own in proposals.items() if own.group and own.cost == 0 and id not in kept)


def free_ones(proposals: Mapping[str, Improvement], passed: Mapping[str, str]) -> Mapping[str, Improvement]:
    """Improvements of cost 0 that still lift something: in the plan without being bought."""
    return {id: each for id, each in proposals.items() if each.cost == 0 and id not in passed}
