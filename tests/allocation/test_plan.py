"""The group's decision: adopted from the proposal's JSON, changed with reasons, followed until done."""

import json

import pytest

from ssi.allocation.allocate import allocate
from ssi.allocation.plan import adopt, coins, plan_body, read_plan, update
from ssi.as_json.money import allocation_json, plan_json
from ssi.errors import SsiError
from ssi.findings import Plan
from tests import making
from tests.allocation.cases import fund, item, problem, training

PLACES = [making.shelter("S1"), making.shelter("S2")]
ROWS = [
    item("I1", "S1", 500, "SAF-01"),
    item("I2", "S1", 300, "SAF-02", group="g"),
    item("I3", "S1", 400, "SAF-02", group="g"),
    item("I4", "S1", 0, "SAF-03"),
    item("I5", "S2", 200, "RGT-02:1", requires=["I6"]),
    item("I6", "S2", 100, "SAF-03"),
    item("I7", "S2", 60_000, "RGT-02"),
]
COURSES = [training("T1", 100, 25, "SAF-02", people=2)]
LOW = {PLACES[0]: {"SAF-01": 0, "SAF-02": 0, "SAF-03": 0}, PLACES[1]: {"RGT-02": 0, "SAF-02": 1}}


def proposal() -> dict[str, object]:
    found = allocate(problem(LOW, ROWS, COURSES, [fund(2000)]), "critical")
    made: dict[str, object] = json.loads(json.dumps(allocation_json(found)))
    return made


def adopted(*changes: str) -> Plan:
    return adopt(proposal(), changes, ROWS, COURSES, "sha", at="2026-03-01", who="A1")


def codes(*changes: str) -> list[str]:
    with pytest.raises(SsiError) as refused:
        adopted(*changes)
    return [each.code for each in refused.value.faults]


def test_adopted_as_proposed() -> None:
    plan = adopted()
    assert [(each.item, each.shelter, each.quote, dict(each.criteria), each.shelters) for each in plan.items] == [
        ("I1", "S1", 500, {"SAF-01": 2}, ()),
        ("I4", "S1", 0, {"SAF-03": 2}, ()),
        ("I5", "S2", 200, {"RGT-02": 1}, ()),
        ("I6", "S2", 100, {"SAF-03": 2}, ()),
        ("T1", "", 200, {"SAF-02": 2}, ("S1", "S2")),
    ]
    assert (plan.proposal, plan.round, plan.budget, plan.policy) == ("sha", "R1", 2000, "critical")
    assert (plan.adopted_at, plan.adopted_by, plan.currency) == ("2026-03-01", "A1", "USD")


def test_changed_with_reasons() -> None:
    plan = adopted("I5 drop: they can do it alone", "I2 add: the fence cannot wait", "I1 cost=4.5: a new quote")
    items = {each.item: each for each in plan.items}
    assert set(items) == {"I1", "I2", "I4", "I6", "T1"}
    assert (items["I1"].quote, items["I1"].change) == (450, "a new quote")
    assert items["I2"].change == "the fence cannot wait" and items["I4"].change == ""
    assert plan.changes[0] == "I5 drop: they can do it alone"


def test_every_bad_change_is_named() -> None:
    assert codes("I1 lower: x", "I1 drop", "I2 add: x", "I2 drop: y") == [
        "plan-change-unreadable", "plan-reason-missing", "plan-change-twice",
    ]  # fmt: skip
    assert codes("I9 drop: x", "I1 add: x", "T2 add: x", "I4 cost=1.005: x", "I1") == [
        "plan-change-unreadable", "plan-item-unknown", "plan-has-it", "plan-nothing-to-add", "plan-amount",
    ]  # fmt: skip
    assert codes("I6 drop: x") == ["plan-needs"]
    assert codes("I2 add: x", "I3 add: y") == ["plan-alternatives"]
    assert codes("I7 add: x") == ["plan-over-budget"]


def test_a_proposal_of_other_files_is_refused() -> None:
    with pytest.raises(SsiError) as refused:
        adopt(proposal(), (), ROWS[1:], [], "sha", at="", who="")
    assert [each.values["item"] for each in refused.value.faults] == ["I1", "T1"]


def test_a_training_cannot_be_added_without_attendees() -> None:
    found = allocate(problem(LOW, ROWS, COURSES, 0), "critical")
    with pytest.raises(SsiError) as refused:
        adopt(allocation_json(found), ["T1 add: x"], ROWS, COURSES, "sha", at="", who="")
    assert [each.code for each in refused.value.faults] == ["plan-add-training"]


def test_progress_is_said_item_by_item() -> None:
    plan = update(adopted(), "I1", "committed")
    plan = update(plan, "I1", "done", "480.50", "cheaper locks")
    done = next(each for each in plan.items if each.item == "I1")
    assert (done.status, done.spent, done.reason) == ("done", 48_050, "cheaper locks")
    assert update(plan, "I5", "cancelled", reason="the house moved").items[2].status == "cancelled"
    for bad, expected in (
        (("I8", "finished", "-1", ""), ["plan-item-unknown", "plan-status", "plan-amount"]),
        (("I1", "cancelled", "", " "), ["plan-cancelled-why"]),
    ):
        with pytest.raises(SsiError) as refused:
            update(plan, *bad)
        assert [each.code for each in refused.value.faults] == expected


def test_the_store_gives_back_the_same_plan() -> None:
    plan = update(adopted("I5 drop: x"), "I1", "done", "5", "")
    assert read_plan(json.loads(json.dumps(plan_body(plan)))) == plan


@pytest.mark.parametrize(
    ("text", "decimals", "expected"),
    [
        ("12", 2, 1200),
        ("12.5", 2, 1250),
        ("12.505", 2, None),
        ("12.0", 0, 12),
        ("-1", 2, None),
        ("១២", 0, 12),
        ("1e3", 2, None),
    ],
)
def test_amounts_as_typed(text: str, decimals: int, expected: int | None) -> None:
    assert coins(text, decimals) == expected


def test_json_has_the_published_keys_and_money_as_text() -> None:
    found = proposal()
    assert {
        "round", "policy", "budget", "spent", "objective", "bound", "optimal", "stages", "funds", "shelters",
        "trainings", "guarantees",
    } <= found.keys()  # fmt: skip
    assert (found["budget"], found["spent"], found["optimal"]) == ("20.00", "10.00", True)
    assert found["funds"] == [{"fund": "F1", "spent": "10.00", "left": "10.00"}]
    assert found["trainings"] == [{"training": "T1", "shelters": ["S1", "S2"], "sessions": 1, "amount": "2.00"}]
    assert found["free"] == ["I4"]
    assert found["stages"][0] == {"name": "gates", "value": 1, "bound": 1, "optimal": True}  # type: ignore[index]
    assert found["shelters"][0]["amount"] == "5.00"  # type: ignore[index]
    plan = plan_json(adopted())
    assert (plan["quoted"], plan["spent"], plan["items"][0]["quote"], plan["items"][0]["spent"]) == (
        "10.00", "0.00", "5.00", None,
    )  # fmt: skip
