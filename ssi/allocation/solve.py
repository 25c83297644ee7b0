"""The only place that knows the optimiser (HiGHS, a mixed-integer solver); same question, same answer.

Never trusts it: one thread, a fixed seed, no gap allowed, the status asserted before a number is read; then the choice
is read as whole numbers, and what it costs and reaches is worked out again by definition. A mismatch is a bug.

The goals are optimised one after the other, each held at its value while the next is optimised; then least money; then
lots among equals. A lot is a hash of seed and id, and the lowest sum of lots wins: no chance, and nothing idle is kept.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ssi.allocation.choice import Choice, Goal, Solution, broken_rules, cost, payments, value
from ssi.allocation.problem import Problem
from ssi.allocation.program import Program, Terms, program_of, scale_of
from ssi.findings import Stage

if TYPE_CHECKING:
    import highspy

WORK = 10_000_000  # columns times nodes of one run: a limit of work, never of time, the same on every machine
LEAST_NODES = 2_000
TOLERANCE = 1e-9
WITHIN = 0.9  # of one whole unit: values are whole, so nothing better lies between a value and a bound this near


@dataclass(frozen=True, slots=True)
class Answer:
    """What one run gave; `values` None where the limit of work was reached before any choice was found."""

    values: Sequence[float] | None
    objective: float
    bound: float
    proven: bool


def solve(problem: Problem, goals: Sequence[Goal]) -> Solution:
    """The best choice by these goals in their order. `stages` holds each goal and `money`, in its own whole unit."""
    program = program_of(problem)
    bought: Choice = frozenset()
    stages = []
    for goal in goals:
        terms = program.reaching(goal)
        bought, stage = _maximise(program, goal, terms, bought)
        stages.append(stage)
        program.hold_above(terms, stage.value - (problem.tolerance if goal.tolerant else 0))
    terms = program.costs()
    bought, stage = _minimise(program, "money", terms, bought)
    stages.append(stage)
    program.hold_below(terms, stage.value)
    bought, drawn = _minimise(program, "lots", program.lots(), bought)
    paid = payments(problem, bought)
    if paid is None:
        raise RuntimeError("the optimiser's choice cannot be paid")
    return Solution(bought, paid, tuple(stages), drawn.optimal)


def _maximise(program: Program, goal: Goal, terms: Terms, before: Choice) -> tuple[Choice, Stage]:
    """The most of one goal; where that is not proven, the better of this choice and the one before."""
    if not terms:
        return before, Stage(goal.name, 0, 0, True)
    answer = run(program, terms, maximise=True)
    bought = _choice(program, answer) or before
    got = value(program.problem, goal, bought)
    if answer.proven:
        _agree(goal.name, got, answer)
        return bought, Stage(goal.name, got, got, True)
    if (had := value(program.problem, goal, before)) > got:
        bought, got = before, had
    return bought, Stage(goal.name, got, max(got, math.floor(answer.bound)), False)


def _minimise(program: Program, name: str, terms: Terms, before: Choice) -> tuple[Choice, Stage]:
    """Least money, or the lowest sum of lots."""
    if not terms:
        return before, Stage(name, 0, 0, True)

    def amount(choice: Choice) -> int:
        return cost(program.problem, choice) if name == "money" else sum(terms[program.column[id]] for id in choice)

    answer = run(program, terms, maximise=False)
    bought = _choice(program, answer)
    if answer.proven and bought is not None:
        _agree(name, amount(bought), answer)
        return bought, Stage(name, amount(bought), amount(bought), True)
    best = before if bought is None else min(bought, before, key=amount)
    return best, Stage(name, amount(best), min(amount(best), math.ceil(answer.bound)), False)


def _choice(program: Program, answer: Answer) -> Choice | None:
    """The candidates bought, checked: rules kept, and payable from the funds."""
    if answer.values is None:
        return None
    values = answer.values
    bought = frozenset(id for id, at in program.column.items() if round(values[at]) == 1)
    if broken := broken_rules(program.problem, bought):
        raise RuntimeError(f"the optimiser broke a rule: {', '.join(broken)}")
    if payments(program.problem, bought) is None:
        raise RuntimeError("the optimiser overspent a fund")
    return bought


def _agree(name: str, by_definition: int, answer: Answer) -> None:
    if by_definition != round(answer.objective):
        raise RuntimeError(f"{name}: the optimiser says {answer.objective}, the definition {by_definition}")


def run(program: Program, objective: Terms, *, maximise: bool) -> Answer:
    """One run of HiGHS; objective and bound come back in whole units. Inside, the sense is always to minimise."""
    import highspy

    scale = scale_of(objective) * (-1 if maximise else 1)
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, setting in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", WITHIN / abs(scale)),
        ("mip_max_nodes", max(LEAST_NODES, WORK // (1 + len(program.upper)))),
        ("mip_feasibility_tolerance", TOLERANCE),
        ("primal_feasibility_tolerance", TOLERANCE),
    ):
        _well(highs.setOptionValue(option, setting) == highspy.HighsStatus.kOk, option)
    _well(highs.passModel(_arrays(program, objective, scale)) == highspy.HighsStatus.kOk, "the model was refused")
    highs.run()
    status = highs.getModelStatus()
    proven = status == highspy.HighsModelStatus.kOptimal
    _well(proven or status == highspy.HighsModelStatus.kSolutionLimit, str(status))
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    values = list(highs.getSolution().col_value) if found else None
    return Answer(values, info.objective_function_value * scale, info.mip_dual_bound * scale, proven)


def _arrays(program: Program, objective: Terms, scale: int) -> "highspy.HighsLp":
    """The objective, the columns, and the rows one after the other, as arrays."""
    import highspy

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.upper), len(program.rows)
    costs = np.zeros(len(program.upper))
    for at, each in objective.items():
        costs[at] = each / scale
    lp.col_cost_ = costs
    lp.col_lower_ = np.zeros(len(program.upper))
    lp.col_upper_ = np.array(program.upper, dtype=np.float64)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[each] for each in program.whole]
    lp.row_lower_ = np.array([row.low for row in program.rows], dtype=np.float64)
    lp.row_upper_ = np.array([row.high for row in program.rows], dtype=np.float64)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in program.rows)]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([at for row in program.rows for at in row.terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([each for row in program.rows for each in row.terms.values()], dtype=np.float64)
    return lp


def _well(condition: bool, what: str) -> None:
    if not condition:
        raise RuntimeError(f"the optimiser failed: {what}")
