"""What a sharing rule is: its name, its standard term and source, goals in order, and promises that can be tested.

Holds no rule itself: each stands in a file of `ssi.allocation.policies`. A promise is a sentence for people and a
predicate for the machine: what a minister reads is what is checked, on every proposal, and attacked in the tests.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ssi.allocation.choice import Goal, Solution, broken_rules, claimed_gain, cost, payments, value, with_needs
from ssi.allocation.claims import Claim
from ssi.allocation.funds import allows
from ssi.allocation.problem import Problem


@dataclass(frozen=True, slots=True)
class Promise:
    """`sentence` is true of a solution exactly where `holds` says so."""

    sentence: str
    holds: Callable[[Problem, Solution], bool]


@dataclass(frozen=True, slots=True)
class Policy:
    """`rule` says in words how money is shared; `term` and `source` what the literature calls it, and where."""

    name: str
    rule: str
    term: str
    source: str
    goals: tuple[Goal, ...]
    promises: tuple[Promise, ...]

    @property
    def critical_first(self) -> bool:
        return GATES in self.goals


# ── goals ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _gates(claim: Claim, position: int) -> int:
    return int(claim.gate and claim.mends(position))


def _criticals(claim: Claim, position: int) -> int:
    return int(claim.critical and not claim.gate and claim.mends(position))


def _gain(claim: Claim, position: int) -> int:
    return claim.weight * claim.whole[position]


GATES = Goal("gates", _gates)  # stop criteria brought to their minimum
CRITICALS = Goal("criticals", _criticals, tolerant=True)  # other critical criteria brought to it
GAIN = Goal("gain", _gain)  # 1/10,000 percent points, weighted, summed over shelters


# ── promises ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _not_overspent(problem: Problem, solution: Solution) -> bool:
    """Payments cover exactly what is bought, and no fund pays more than it has."""
    paid = {each.fund: 0 for each in problem.funds}
    for each in solution.payments:
        paid[each.fund] += each.amount
    covered = sum(paid.values()) == cost(problem, solution.bought)
    return covered and all(paid[each.fund] <= each.amount for each in problem.funds)


def _earmarks_kept(problem: Problem, solution: Solution) -> bool:
    funds = {each.fund: each for each in problem.funds}
    return all(allows(funds[each.fund], each.bill.kind, each.bill.shelters) for each in solution.payments)


def _conditions_kept(problem: Problem, solution: Solution) -> bool:
    """Rules between candidates; only visited shelters; under the rights rule, only what mends or is needed for it."""

    def eligible(id: str) -> bool:
        own = problem.candidates[id]
        first = problem.rights_first.get(own.shelter)
        return own.shelter in problem.visited and (not first or not own.lifts or bool(own.lifts.keys() & set(first)))

    return not broken_rules(problem, solution.bought) and all(eligible(id) for id in solution.bought)


def _nothing_idle(problem: Problem, solution: Solution) -> bool:
    """Without any one thing that nothing else bought needs, less is gained or less is mended, beyond what is free: by
    what each may claim, so that a thing bought only as another's need takes no gain from one bought for its own."""
    bought = solution.bought
    needed = {each for id in bought for each in problem.candidates[id].requires}

    def good(choice: frozenset[str], shelter: str) -> tuple[object, ...]:
        return claimed_gain(problem, choice, shelter), value(problem, GATES, choice), value(problem, CRITICALS, choice)

    def idle(id: str) -> bool:
        shelter = problem.candidates[id].shelter
        return good(bought - {id}, shelter) == good(bought, shelter)

    return not any(idle(id) for id in bought - needed)


def _no_more_gain(problem: Problem, solution: Solution) -> bool:
    stage = solution.stage(GAIN.name)
    return stage is not None and value(problem, GAIN, solution.bought) >= stage.bound


def _no_fewer_failing(problem: Problem, solution: Solution) -> bool:
    gates, others = solution.stage(GATES.name), solution.stage(CRITICALS.name)
    if gates is None or others is None:
        return False
    mended = value(problem, CRITICALS, solution.bought) + problem.tolerance
    return value(problem, GATES, solution.bought) >= gates.bound and mended >= others.bound


def _none_affordable(problem: Problem, solution: Solution) -> bool:
    """No failing critical criterion is mended by adding one more candidate and what it needs first."""
    bought = solution.bought
    mended = value(problem, GATES, bought) + value(problem, CRITICALS, bought)

    def would(id: str) -> bool:
        more = bought | with_needs(problem, id, bought)
        better = value(problem, GATES, more) + value(problem, CRITICALS, more) > mended
        return better and not broken_rules(problem, more) and payments(problem, more) is not None

    mending = (
        id
        for id, each in problem.candidates.items()
        if id not in bought
        and any(
            (claim := problem.claims[each.shelter, criterion]).critical and claim.mends(position)
            for criterion, position in each.lifts.items()
        )
    )
    return not any(would(id) for id in mending)


ALWAYS: tuple[Promise, ...] = (
    Promise("No fund is overspent.", _not_overspent),
    Promise("Every fund pays only for what its earmark allows.", _earmarks_kept),
    Promise(
        "Money goes only to shelters that were visited; where a right is at its worst level, first to mending that.",
        _conditions_kept,
    ),
    Promise("Nothing is bought that gains nothing, except what a bought thing needs first.", _nothing_idle),
)
MOST_GAIN = Promise("No other way of spending this money raises the results more.", _no_more_gain)
FEWEST_FAILING = Promise(
    "No way of spending this money leaves fewer stop criteria failing; nor, with those mended, fewer of the other"
    " critical criteria (beyond the tolerance that the group set, if any).",
    _no_fewer_failing,
)
NONE_AFFORDABLE = Promise(
    "No single failing critical criterion could still be mended with the money left, by anything that the rules allow.",
    _none_affordable,
)
