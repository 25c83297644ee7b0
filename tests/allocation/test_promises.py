"""Each promise, attacked: it holds of the optimum, and turns false on an allocation doctored against it."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from ssi.allocation.choice import Solution, payments
from ssi.allocation.funds import Bill, Payment
from ssi.allocation.policies import POLICIES, policy_named
from ssi.allocation.policy import (
    ALWAYS,
    FEWEST_FAILING,
    MOST_GAIN,
    NONE_AFFORDABLE,
    Policy,
    Promise,
)
from ssi.allocation.problem import Problem
from ssi.allocation.solve import solve
from ssi.errors import SsiError
from tests import making
from tests.allocation.cases import fund, item, problem, training

OVERSPENT, EARMARKS, CONDITIONS, IDLE = ALWAYS
CRITICAL, TOTAL = policy_named("critical"), policy_named("total")
PLACES = [making.shelter(f"S{at}") for at in (1, 2)]


def the_problem() -> Problem:
    rows = [
        item("I1", "S1", 6, "SAF-01"),  # a gate
        item("I2", "S1", 3, "SAF-02 SAF-03"),
        item("I3", "S1", 4, "SAF-02", kind="system"),
        item("I4", "S2", 3, "RGT-02", requires=["I5"]),
        item("I5", "S2", 2, "RGT-02:1"),
        item("I6", "S2", 2, "RGT-01:1"),
    ]
    scored = {
        PLACES[0]: {"SAF-01": 0, "SAF-02": 0, "SAF-03": 0},
        PLACES[1]: {"RGT-01": 1, "RGT-02": 0, "SAF-01": 1},
    }
    common = [training("T1", 2, 1, "SAF-01", people=1)]
    return problem(scored, rows, common, [fund(8, "F1"), fund(3, "F2", ["system"])])


def solution(policy: Policy, bought: Iterable[str] | None = None) -> Solution:
    """The optimum; or another choice, with the stages of the optimum and paid as it can be."""
    best = solve(the_problem(), policy.goals)
    if bought is None:
        return best
    other = frozenset(bought)
    return replace(best, bought=other, payments=payments(the_problem(), other) or ())


def holds(promise: Promise, found: Solution) -> bool:
    return promise.holds(the_problem(), found)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda each: each.name)
def test_every_promise_holds_of_the_optimum(policy: Policy) -> None:
    found = solution(policy)
    assert all(holds(each, found) for each in policy.promises)
    assert policy.rule and policy.term and policy.source


def test_overspending_is_seen() -> None:
    best = solution(CRITICAL)
    bill = Bill("S1", "physical", ("S1",), 9)
    assert not holds(OVERSPENT, replace(best, payments=(*best.payments, Payment("F1", bill, 9))))
    assert not holds(OVERSPENT, replace(best, payments=()))


def test_a_broken_earmark_is_seen() -> None:
    best = solution(CRITICAL)
    assert not holds(EARMARKS, replace(best, payments=(Payment("F2", Bill("S1", "physical", ("S1",), 2), 2),)))


def test_broken_conditions_are_seen() -> None:
    assert holds(CONDITIONS, solution(CRITICAL, ["I4", "I5"]))
    assert not holds(CONDITIONS, solution(CRITICAL, ["I4"]))
    asked = the_problem()
    unvisited = replace(asked, visited=frozenset({"S2"}))
    assert not CONDITIONS.holds(unvisited, solution(CRITICAL, ["I2"]))
    rights = replace(asked, rights_first={"S1": ("RGT-01",)})
    assert not CONDITIONS.holds(rights, solution(CRITICAL, ["I2"]))
    assert CONDITIONS.holds(replace(asked, rights_first={"S1": ("SAF-01",)}), solution(CRITICAL, ["I1"]))


def test_an_idle_purchase_is_seen() -> None:
    assert holds(IDLE, solution(CRITICAL, ["I4", "I5"]))  # I5 gains nothing beside I4, which needs it
    assert not holds(IDLE, solution(CRITICAL, ["I2", "I3"]))
    assert not holds(IDLE, solution(CRITICAL, ["I1", "T1 S1"]))


def test_a_poorer_choice_is_seen() -> None:
    best = solution(TOTAL)
    assert not any(holds(MOST_GAIN, solution(TOTAL, best.bought - {id})) for id in best.bought)


def test_a_failing_criterion_left_to_chance_is_seen() -> None:
    best = solution(CRITICAL)
    assert "T1 S1" in best.bought and "T1 S2" in best.bought
    worse = solution(CRITICAL, best.bought - {"T1 S2"})
    assert not holds(FEWEST_FAILING, worse)
    assert not holds(NONE_AFFORDABLE, worse)
    assert not holds(FEWEST_FAILING, solution(TOTAL))  # no such stage was optimised


def test_what_needs_another_first_counts_as_affordable_only_with_it() -> None:
    rows = [item("I1", "S1", 6, "SAF-01", requires=["I2"]), item("I2", "S1", 3, "SAF-03")]
    for amount, affordable in ((8, False), (9, True)):
        asked = problem({PLACES[0]: {"SAF-01": 0}}, rows, (), amount)
        nothing = Solution(frozenset(), (), (), True)
        assert NONE_AFFORDABLE.holds(asked, nothing) is not affordable


def test_an_unknown_rule_is_a_fault_with_advice() -> None:
    with pytest.raises(SsiError) as refused:
        policy_named("criticl")
    assert refused.value.faults[0].advice == "use one of critical, total. Did you mean critical?"
