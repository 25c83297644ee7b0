"""Why each shelter got this and not that, in plain words for the shelter that did not get more.

Never decides anything: it reads the solution. Every candidate has one reason code, and a code has one phrase here.
Costs of what was not bought include what it would need first and a training's further session.
"""

from collections.abc import Iterator

from ssi.allocation.candidates import Candidate
from ssi.allocation.choice import (
    Choice,
    Goal,
    Solution,
    attendees,
    cost,
    free_in,
    payments,
    standing,
    value,
    with_needs,
)
from ssi.allocation.funds import allows
from ssi.allocation.policy import CRITICALS, GAIN, GATES, Policy
from ssi.allocation.problem import Problem


def money(amount: int, decimals: int) -> str:
    """9,400.00: whole units and exactly the currency's decimals, from the smallest coin."""
    whole, coins = divmod(amount, 10**decimals)
    return f"{whole:,}.{coins:0{decimals}d}" if decimals else f"{whole:,}"


def why(problem: Problem, policy: Policy, solution: Solution, shelter: str) -> str:
    """Everything that one shelter should be told about the proposal, in a few sentences."""
    if shelter not in problem.visited:
        return "Receives nothing: it was not visited in this round, and money follows a visit."
    return " ".join(_sentences(problem, policy, solution, shelter))


def _sentences(problem: Problem, policy: Policy, solution: Solution, shelter: str) -> Iterator[str]:
    yield _received(problem, policy, solution, shelter)
    if joins := [id for id, shelters in attendees(problem, solution.bought).items() if shelter in shelters]:
        yield f"Takes part in the training{'s' if len(joins) > 1 else ''} {', '.join(joins)}."
    if refused := _refused(problem, solution, shelter):
        yield f"Not funded: {'; '.join(refused)}."
    if free := [id for id in free_in(problem, solution.bought) if problem.free[id].shelter == shelter]:
        yield f"In the plan without cost: {', '.join(free)}."
    if first := problem.rights_first.get(shelter):
        yield (
            f"While {', '.join(first)} is at its worst level, money mends only that: propose how to mend it, even where"
            " that costs nothing."
        )
    if unseen := [criterion for code, criterion in problem.unclaimed if code == shelter]:
        yield f"Not seen, so nothing could be claimed for it: {', '.join(unseen)}."
    if open_needs := [criterion for code, criterion in problem.unproposed if code == shelter]:
        yield f"Critical and failing, and nobody proposed how to mend it: {', '.join(open_needs)}."


# ── what was bought ──────────────────────────────────────────────────────────────────────────────────────────────────


ONE = {
    "critical": "because a critical criterion failed",
    "value": "because it raises the result most for its cost",
    "needed": "because another needs it first",
}
MANY = ONE | {
    "value": "because they raise the result most for their cost",
    "needed": "because others need them first",
}


def _received(problem: Problem, policy: Policy, solution: Solution, shelter: str) -> str:
    proposed = [id for id, each in problem.improvements.items() if each.shelter == shelter]
    bought = [problem.candidates[id] for id in proposed if id in solution.bought]
    if not proposed:
        return "Receives nothing of its own: nothing was proposed."
    if not bought:
        return "Receives nothing of its own."
    codes = [bought_code(problem, policy, solution.bought, each) for each in bought]
    counts = [(codes.count(code), code) for code in ONE if code in codes]
    parts = [f"{count} {(ONE if count == 1 else MANY)[code]}" for count, code in counts]
    first, rest = parts[0].split(" ", 1)
    parts[0] = f"{first} {'item' if first == '1' else 'items'} {rest}"
    return f"Receives {money(sum(each.cost for each in bought), problem.decimals)}: {', '.join(parts)}."


def bought_code(problem: Problem, policy: Policy, bought: Choice, own: Candidate) -> str:
    """critical = without it fewer critical criteria would be mended; value = less gained; needed = needed first."""

    def needed_for(goal: Goal) -> bool:
        return value(problem, goal, bought - {own.id}) < value(problem, goal, bought)

    if policy.critical_first and (needed_for(GATES) or needed_for(CRITICALS)):
        return "critical"
    return "value" if needed_for(GAIN) else "needed"


# ── what was not ─────────────────────────────────────────────────────────────────────────────────────────────────────


PHRASES = {
    "alternative": "another way of doing the same was chosen",
    "already-covered": "what was bought reaches the same",
    "needs-first": "free, but what it needs first was not bought",
    "rights": "a right comes first",
    "unclaimed": "what it lifts was not seen",
    "nothing-left": "nothing left to gain",
    "value": "other things raise the result more for the money",
    "not-visited": "the shelter was not visited",
}


def _refused(problem: Problem, solution: Solution, shelter: str) -> list[str]:
    """Each improvement of the shelter that was not bought, by reason; trainings are nobody's own."""
    there = solution.bought.union(free_in(problem, solution.bought))
    by_reason: dict[str, list[tuple[str, str]]] = {}
    for id, own in problem.improvements.items():
        if own.shelter == shelter and id not in there:
            code = problem.passed.get(id) or refused_code(problem, solution, id)
            if id in problem.covered:
                price, reason = "", _mended_free(problem.covered[id])
            else:
                price, reason = ("", PHRASES[code]) if code in PHRASES else _too_dear(problem, solution, id, code)
            by_reason.setdefault(reason, []).append((id, price))
    return [_listed(reason, items) for reason, items in by_reason.items()]


def _mended_free(free: tuple[str, ...]) -> str:
    return f"already mended by {', '.join(free)}, which cost{'s' if len(free) == 1 else ''} nothing"


def _listed(reason: str, items: list[tuple[str, str]]) -> str:
    """I07 (3,100), I08 (2,000; the money left is 210): the reason once, after the last."""
    *first, (last, price) = items
    texts = [f"{id} ({own})" if own else id for id, own in first]
    return ", ".join([*texts, f"{last} ({price}; {reason})" if price else f"{last} ({reason})"])


def refused_code(problem: Problem, solution: Solution, id: str) -> str:
    """Why a candidate was not bought: alternative, already-covered, cut-off (dearer than the money left), fund-empty
    (money is left, but not for this purpose), value; needs-first for what is free."""
    bought = solution.bought
    if id in problem.free:
        siblings = (problem.improvements[each] for each in bought if each in problem.improvements)
        group = (problem.free[id].shelter, problem.free[id].group)
        return (
            "alternative" if group[1] and group in ((each.shelter, each.group) for each in siblings) else "needs-first"
        )
    own, levels = problem.candidates[id], standing(problem, bought)
    if any(id in group and bought.intersection(group) for group in problem.alternatives):
        return "alternative"
    if all(position <= levels.get((own.shelter, criterion), 0) for criterion, position in own.lifts.items()):
        return "already-covered"
    more = bought | with_needs(problem, id, bought)
    if cost(problem, more) > problem.budget:
        return "cut-off"
    return "fund-empty" if payments(problem, more) is None else "value"


def _too_dear(problem: Problem, solution: Solution, id: str, code: str) -> tuple[str, str]:
    """Its price, with what it would need first, and the money that is left, or left for its purpose."""
    own = problem.candidates[id]
    more = with_needs(problem, id, solution.bought)
    price = money(cost(problem, solution.bought | more) - cost(problem, solution.bought), problem.decimals)
    first = " with what it needs first" if len(more) > 1 else ""
    payable = [each for each in problem.funds if code == "cut-off" or allows(each, own.kind, (own.shelter,))]
    names = {each.fund for each in payable}
    left = sum(each.amount for each in payable) - sum(each.amount for each in solution.payments if each.fund in names)
    purpose = "" if code == "cut-off" else " that may pay for it"
    return f"{price}{first}", f"the money left{purpose} is {money(left, problem.decimals)}"
