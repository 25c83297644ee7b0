"""From a problem to a proposal: solved by a named sharing rule, explained, and its promises checked.

Never decides for the group: a proposal binds nobody until `ssi.allocation.plan` adopts it.
"""

from fractions import Fraction

from ssi.allocation.choice import Solution, attendees, cost, exact_gain, fixed_costs, free_in
from ssi.allocation.claims import UNITS
from ssi.allocation.explain import why
from ssi.allocation.policies import policy_named
from ssi.allocation.policy import GAIN, Policy
from ssi.allocation.problem import Problem
from ssi.allocation.solve import solve
from ssi.findings import Allocation, FundUse, Guarantee, ShelterAward, TrainingAward


def allocate(problem: Problem, policy_name: str) -> Allocation:
    """The proposal of this sharing rule. `objective` and `bound` are exact percent points, summed over shelters: the
    same where every stage is proven, else the bound is the optimiser's. Raises a fault for a rule that is not known,
    RuntimeError where the optimiser fails or disagrees with the definition."""
    policy = policy_named(policy_name)
    solution = solve(problem, policy.goals)
    gain = solution.stage(GAIN.name)
    if gain is None:
        raise RuntimeError(f"the sharing rule {policy.name} has no goal of gain")
    objective = _weighted_gain(problem, solution)
    proven = all(each.optimal for each in solution.stages)
    return Allocation(
        round=problem.round,
        policy=policy.name,
        currency=problem.currency,
        decimals=problem.decimals,
        budget=problem.budget,
        spent=cost(problem, solution.bought),
        objective=objective,
        bound=objective if proven else max(objective, Fraction(gain.bound, UNITS)),
        optimal=solution.unique and proven,
        stages=solution.stages,
        funds=_funds(problem, solution),
        shelters=tuple(_shelter(problem, policy, solution, each) for each in problem.shelters),
        trainings=_trainings(problem, solution),
        guarantees=tuple(Guarantee(each.sentence, each.holds(problem, solution)) for each in policy.promises),
        free=free_in(problem, solution.bought),
        unclaimed=problem.unclaimed,
        inputs=problem.inputs,
        gain=objective,
        unproposed=problem.unproposed,
        targets=problem.targets,
        warnings=problem.warnings,
    )


def _funds(problem: Problem, solution: Solution) -> tuple[FundUse, ...]:
    spent = {each.fund: 0 for each in problem.funds}
    for each in solution.payments:
        spent[each.fund] += each.amount
    return tuple(FundUse(each.fund, spent[each.fund], each.amount - spent[each.fund]) for each in problem.funds)


def _shelter(problem: Problem, policy: Policy, solution: Solution, shelter: str) -> ShelterAward:
    own = [problem.candidates[id] for id in sorted(solution.bought) if problem.candidates[id].shelter == shelter]
    items = [each for each in own if not each.training]
    return ShelterAward(
        shelter=shelter,
        amount=sum(each.cost for each in items),
        improvements=tuple(each.id for each in items),
        trainings=tuple(each.training for each in own if each.training),
        gain=exact_gain(problem, solution.bought, shelter),
        why=why(problem, policy, solution, shelter),
    )


def _trainings(problem: Problem, solution: Solution) -> tuple[TrainingAward, ...]:
    fixed = fixed_costs(problem, solution.bought)
    people = dict.fromkeys(fixed, 0)
    for id in solution.bought:
        own = problem.candidates[id]
        if own.training:
            people[own.training] += own.cost
    return tuple(
        TrainingAward(id, shelters, problem.courses[id].sessions(len(shelters)), fixed[id] + people[id])
        for id, shelters in attendees(problem, solution.bought).items()
    )


def _weighted_gain(problem: Problem, solution: Solution) -> Fraction:
    weights = {claim.shelter: claim.weight for claim in problem.claims.values()}
    gains = (weight * exact_gain(problem, solution.bought, shelter) for shelter, weight in weights.items())
    return sum(gains, Fraction(0))
