"""Faults in proposals, trainings and funds: all of them at once, each with its code."""

import pytest

from ssi.allocation.problem import build
from ssi.errors import SsiError
from ssi.findings import Summary
from ssi.model import Fund, Improvement, PolicySettings, Training
from tests import making
from tests.allocation.cases import fund, item, problem, summary, training

STANDARD = making.standard()
PLACES = [making.shelter("S1"), making.shelter("S2")]
SEEN: Summary = summary(STANDARD, {PLACES[0]: {"SAF-01": 0}, PLACES[1]: {}})


def faults(rows: list[Improvement], common: list[Training], funds: list[Fund]) -> list[tuple[str, str]]:
    """(code, advice) of every fault."""
    with pytest.raises(SsiError) as refused:
        build(SEEN, STANDARD, PLACES, rows, common, funds, PolicySettings())
    return [(each.code, each.advice) for each in refused.value.faults]


def test_every_fault_at_once() -> None:
    rows = [
        item("I1", "S11", 1, "SAF-01"),
        item("I2", "S1", -1, "SAF-10 SAF-01:7"),
        item("I3", "S1", 1, "SAF-01", requires=["I8", "I4"]),
        item("I4", "S2", 1, "SAF-01", requires=["I4"]),
        item("I5", "S1", 1, "SAF-01", requires=["I6"]),
        item("I6", "S1", 1, "SAF-01", requires=["I5", "T1"]),
        item("I6", "S1", 2, "SAF-01"),
    ]
    common = [training("T1", 1, -1, "RGT-9", people=0, places=0, to=5)]
    funds = [fund(-1, "F1", (), ["S02"]), fund(1, "F1")]
    found = faults(rows, common, funds)
    assert sorted(code for code, _ in found) == sorted(
        [
            "money-id-twice", "money-shelter-unknown", "cost-negative", "money-criterion-unknown",
            "money-level-unknown", "requires-unknown", "requires-elsewhere", "requires-ring",
            "cost-negative", "training-without-people", "training-without-people", "money-criterion-unknown",
            "money-level-unknown", "money-id-twice", "cost-negative", "money-shelter-unknown",
        ]
    )  # fmt: skip
    assert any(code == "money-shelter-unknown" and "Did you mean S1?" in advice for code, advice in found)
    assert ("money-level-unknown", "write one of 0, 1, 2") in found


def test_a_ring_is_shown_whole_and_once() -> None:
    rows = [
        item("I1", "S1", 1, "SAF-01", requires=["I2"]),
        item("I2", "S1", 0, "SAF-01", requires=["I3"]),
        item("I3", "S1", 1, "SAF-01", requires=["I2"]),
    ]
    with pytest.raises(SsiError) as refused:
        build(SEEN, STANDARD, PLACES, rows, [], [], PolicySettings())
    assert [each.values["ring"] for each in refused.value.faults] == ["I2 → I3 → I2"]


def test_warnings_stop_nothing_and_go_with_the_problem() -> None:
    rows = [item("I1", "S1", 4, "SAF-02"), item("I2", "S1", 4, "SAF-01")]
    asked = problem({PLACES[0]: {"SAF-01": 0}}, rows, (), [fund(9, "F1"), fund(9, "F2", ["system"]), fund(0, "F3")])
    assert [(each.code, *each.values.values()) for each in asked.warnings] == [
        ("nothing-left-to-gain", "I1"),
        ("fund-idle", "F2"),
    ]
    assert list(asked.candidates) == ["I2"]


def test_critical_needs_that_nobody_proposed_to_fix_are_found() -> None:
    rows = [item("I1", "S1", 4, "SAF-01:1"), item("I2", "S2", 0, "SAF-01")]
    scored = {PLACES[0]: {"SAF-01": 0, "RGT-01": 1, "SAF-02": 0}, PLACES[1]: {"SAF-01": 1}}
    assert problem(scored, rows, [training("T1", 1, 1, "RGT-01")], 9).unproposed == (("S1", "SAF-01"),)
