"""What a choice means, by definition and in exact whole numbers: levels reached, goals met, bills to pay.

Never asks the optimiser: every number that it returns is worked out again here, and the promises of a policy are
checked here. A choice is the set of ids of the candidates bought.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ssi.allocation.candidates import seat
from ssi.allocation.claims import Claim
from ssi.allocation.funds import Bill, Payment, pay
from ssi.allocation.problem import Problem
from ssi.findings import Stage

Choice = frozenset[str]


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to have as much of as can be: the sum, over claims, of `worth(claim, position reached)`, which never
    falls as the position rises. With `tolerant`, later goals may give up the programme's tolerance of it."""

    name: str
    worth: Callable[[Claim, int], int]
    tolerant: bool = False


@dataclass(frozen=True, slots=True)
class Solution:
    """A choice, who pays for it, and what each stage proved; `unique` = the choice among equals is proven too."""

    bought: Choice
    payments: tuple[Payment, ...]
    stages: tuple[Stage, ...]
    unique: bool

    def stage(self, name: str) -> Stage | None:
        return next((each for each in self.stages if each.name == name), None)


def reached(problem: Problem, bought: Choice) -> Mapping[tuple[str, str], int]:
    """(shelter, criterion) → the highest position that anything bought lifts it to and may claim."""
    return _highest((each.shelter, each.lifts) for each in map(problem.candidates.__getitem__, bought))


def standing(problem: Problem, bought: Choice) -> Mapping[tuple[str, str], int]:
    """(shelter, criterion) → the highest position that anything bought brings it to, claimed or not: what was bought
    only because another needs it first works too."""
    return _highest((each.shelter, each.reaches) for each in map(problem.candidates.__getitem__, bought))


def _highest(reached: Iterable[tuple[str, Mapping[str, int]]]) -> Mapping[tuple[str, str], int]:
    levels: dict[tuple[str, str], int] = {}
    for shelter, positions in reached:
        for criterion, position in positions.items():
            levels[shelter, criterion] = max(position, levels.get((shelter, criterion), 0))
    return levels


def value(problem: Problem, goal: Goal, bought: Choice) -> int:
    """How much of a goal a choice reaches."""
    return sum(goal.worth(problem.claims[at], position) for at, position in reached(problem, bought).items())


def exact_gain(problem: Problem, bought: Choice, shelter: str) -> Fraction:
    """The rise of one shelter's overall percent, in points, beyond what is mended free."""
    return _rise(problem, standing(problem, bought), shelter)


def claimed_gain(problem: Problem, bought: Choice, shelter: str) -> Fraction:
    """The part of the exact gain that may be claimed, which the optimiser raises."""
    return _rise(problem, reached(problem, bought), shelter)


def _rise(problem: Problem, levels: Mapping[tuple[str, str], int], shelter: str) -> Fraction:
    rises = (problem.claims[at].exact[position] for at, position in levels.items() if at[0] == shelter)
    return sum(rises, Fraction(0))


def attendees(problem: Problem, bought: Choice) -> Mapping[str, tuple[str, ...]]:
    """Training → the shelters that attend, for trainings that anybody attends."""
    taken: dict[str, list[str]] = {}
    for id in sorted(bought):
        own = problem.candidates[id]
        if own.training:
            taken.setdefault(own.training, []).append(own.shelter)
    return {training: tuple(sorted(shelters)) for training, shelters in sorted(taken.items())}


def fixed_costs(problem: Problem, bought: Choice) -> Mapping[str, int]:
    """Training → the fixed cost of all its sessions."""
    taken = attendees(problem, bought).items()
    return {id: problem.courses[id].fixed * problem.courses[id].sessions(len(shelters)) for id, shelters in taken}


def cost(problem: Problem, bought: Choice) -> int:
    """All money that a choice takes."""
    return sum(problem.candidates[id].cost for id in bought) + sum(fixed_costs(problem, bought).values())


def bills(problem: Problem, bought: Choice) -> tuple[Bill, ...]:
    """One bill for each shelter and kind, one for each training's fixed cost."""
    own: dict[tuple[str, str], Bill] = {}
    for id in sorted(bought):
        each = problem.candidates[id]
        before = own.get((each.shelter, each.kind))
        amount = each.cost + (before.amount if before else 0)
        own[each.shelter, each.kind] = Bill(each.shelter, each.kind, (each.shelter,), amount)
    taken = attendees(problem, bought)
    fixed = fixed_costs(problem, bought).items()
    shared = (Bill(id, problem.courses[id].kind, taken[id], amount) for id, amount in fixed)
    return tuple(each for each in (*own.values(), *shared) if each.amount)


def payments(problem: Problem, bought: Choice) -> tuple[Payment, ...] | None:
    """Who pays for a choice, or None where the funds and their earmarks do not allow it."""
    return pay(problem.funds, bills(problem, bought))


def broken_rules(problem: Problem, bought: Choice) -> tuple[str, ...]:
    """Candidates bought without what they need first, and alternatives bought together."""
    alone = (id for id in sorted(bought) if not set(problem.candidates[id].requires) <= bought)
    doubled = (" ".join(each) for each in problem.alternatives if len(bought.intersection(each)) > 1)
    return (*alone, *doubled)


def with_needs(problem: Problem, id: str, bought: Choice) -> Choice:
    """What must be bought besides a choice for this candidate to be in it: itself and all that it needs first."""
    missing: set[str] = set()
    queue = [id]
    for each in queue:
        if each not in bought and each not in missing:
            missing.add(each)
            queue.extend(problem.candidates[each].requires)
    return frozenset(missing)


def free_in(problem: Problem, bought: Choice) -> tuple[str, ...]:
    """The improvements of cost 0 that go into the plan beside a choice: what they need first is there, and no
    alternative to them was bought."""

    def there(id: str, shelter: str) -> bool:
        own = problem.improvements.get(id)
        if own is None:
            return seat(id, shelter) in bought
        return id in bought if own.cost else id not in problem.free or fits(id)

    def fits(id: str) -> bool:
        own = problem.free[id]
        groups = {(each.shelter, each.group) for each in (problem.improvements.get(other) for other in bought) if each}
        return (not own.group or (own.shelter, own.group) not in groups) and all(
            there(each, own.shelter) for each in own.requires
        )

    return tuple(id for id in problem.free if fits(id))
