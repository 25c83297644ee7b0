"""What may be bought, for how much, to what good: the question put to the optimiser, in whole numbers.

Never solves and never knows a policy. Everything is sorted by id, so that the order of rows in a file changes nothing.

An improvement and a shelter's place in a training are one thing here, a `Candidate`: it costs, it lifts criteria of one
shelter, it may need others first. Only the fixed cost of a training is shared, and stands in its `Course`. What costs
nothing is no candidate: it is in the plan anyway (`free`), and what is certain of it is where gain begins
(`ssi.allocation.free`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ssi.allocation.candidates import Candidate, Course, candidates, courses
from ssi.allocation.check import faults_in, idle_funds
from ssi.allocation.claims import Claim, claims_of, targets_of
from ssi.allocation.free import base_of, free_ones
from ssi.errors import Fault, refuse
from ssi.findings import Summary
from ssi.model import Fund, Improvement, PolicySettings, Shelter, Standard, Training


@dataclass(frozen=True)
class Problem:
    """`claims`: (shelter, criterion) → what lifting it is worth beyond what is mended free. `alternatives`: sets of
    candidates of which at most one is bought. `passed`: id of an improvement that is not eligible → why; `covered`: of
    these, the ones that the named free improvements make needless. `unproposed`: critical criteria that fall short and
    that nothing would mend. `targets`: id → criterion → the level it is to reach, in the scale's values."""

    round: str
    currency: str
    decimals: int
    shelters: tuple[str, ...]
    visited: frozenset[str]
    claims: Mapping[tuple[str, str], Claim]
    candidates: Mapping[str, Candidate]
    courses: Mapping[str, Course]
    alternatives: tuple[tuple[str, ...], ...]
    funds: tuple[Fund, ...]
    improvements: Mapping[str, Improvement]
    free: Mapping[str, Improvement]
    passed: Mapping[str, str]
    covered: Mapping[str, tuple[str, ...]]
    rights_first: Mapping[str, tuple[str, ...]]
    unclaimed: tuple[tuple[str, str], ...]
    unproposed: tuple[tuple[str, str], ...]
    targets: Mapping[str, Mapping[str, int]]
    tolerance: int = 0
    seed: int = 0
    warnings: tuple[Fault, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)

    @property
    def budget(self) -> int:
        return sum(each.amount for each in self.funds)


def build(
    summary: Summary,
    standard: Standard,
    shelters: Sequence[Shelter],
    improvements: Sequence[Improvement],
    trainings: Sequence[Training],
    funds: Sequence[Fund],
    settings: PolicySettings,
    *,
    currency: str = "",
    decimals: int = 2,
    inputs: Mapping[str, str] | None = None,
) -> Problem:
    """The question for one closed round. Raises every fault in the proposals, trainings and funds at once; warnings
    (nothing left to gain, a fund that nothing may use) go with the problem instead."""
    found = faults_in(standard, shelters, improvements, trainings, funds)
    refuse(found)
    proposals = {each.improvement: each for each in sorted(improvements, key=lambda each: each.improvement)}
    targets = {id: targets_of(each, standard) for id, each in proposals.items()}
    targets |= {each.training: targets_of(each, standard) for each in sorted(trainings, key=lambda each: each.training)}
    today = claims_of(summary, standard, shelters, capacity=settings.weight == "capacity")
    base = base_of(today, proposals, targets, standard)
    market = candidates(summary, standard, proposals, trainings, targets, base)
    return Problem(
        round=summary.round,
        currency=currency,
        decimals=decimals,
        shelters=tuple(sorted({each.shelter for each in shelters})),
        visited=market.visited,
        claims=base.claims,
        candidates=market.candidates,
        courses=courses(trainings),
        alternatives=market.alternatives,
        funds=tuple(sorted(funds, key=lambda each: each.fund)),
        improvements=proposals,
        free=free_ones(proposals, market.passed),
        passed=market.passed,
        covered=market.covered,
        rights_first=market.rights_first,
        unclaimed=market.unclaimed,
        unproposed=_unproposed(base.claims, proposals, targets, standard),
        targets=targets,
        tolerance=settings.critical_tolerance,
        seed=settings.lottery_seed,
        warnings=(*found, *market.warnings, *idle_funds(funds, market.candidates)),
        inputs=dict(inputs or {}),
    )


def _unproposed(
    claims: Mapping[tuple[str, str], Claim],
    proposals: Mapping[str, Improvement],
    targets: Mapping[str, Mapping[str, int]],
    standard: Standard,
) -> tuple[tuple[str, str], ...]:
    """Critical criteria below their minimum that no proposal, free ones and trainings included, would mend."""

    def mended(claim: Claim) -> bool:
        return any(
            claim.criterion in levels and claim.mends(standard.position[levels[claim.criterion]])
            for id, levels in targets.items()
            if id not in proposals or proposals[id].shelter == claim.shelter
        )

    return tuple(at for at, claim in claims.items() if claim.critical and claim.failing and not mended(claim))
