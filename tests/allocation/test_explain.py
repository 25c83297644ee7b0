"""The sentences that a shelter reads."""

import pytest

from ssi.allocation.allocate import allocate
from ssi.allocation.explain import money
from ssi.model import Fund
from tests import making
from tests.allocation.cases import Scores, fund, item, problem, training

PLACE = making.shelter("S1")
LOW: Scores = {"SAF-01": 1, "SAF-02": 0, "SAF-03": 0, "RGT-01": 1, "RGT-02": 0}


@pytest.mark.parametrize(
    ("coins", "decimals", "text"),
    [(940000, 2, "9,400.00"), (5, 2, "0.05"), (12500000, 0, "12,500,000"), (0, 2, "0.00")],
)
def test_money_in_plain_digits(coins: int, decimals: int, text: str) -> None:
    assert money(coins, decimals) == text


def whys(rows: list[str], funds: list[Fund] | int = 10_000, *, policy: str = "critical") -> str:
    """Rows as `id cost criteria`, with `+id` for what is needed first and `=group`."""
    made = []
    for row in rows:
        id, cost, *rest = row.split()
        made.append(
            item(
                id, "S1", int(cost), " ".join(each for each in rest if each[0] not in "+="),
                requires=[each[1:] for each in rest if each[0] == "+"],
                group="".join(each[1:] for each in rest if each[0] == "="),
            )
        )  # fmt: skip
    return allocate(problem({PLACE: LOW}, made, (), funds, decimals=0), policy).shelters[0].why


def test_received_by_reason_and_the_rest_by_price() -> None:
    text = whys(["I1 5000 SAF-01", "I2 3000 SAF-02 +I3", "I3 100 SAF-02:1", "I4 200 RGT-02", "I7 3100 SAF-03"], 8500)
    assert text == (
        "Receives 8,300: 1 item because a critical criterion failed, 2 because they raise the result most for their"
        " cost, 1 because another needs it first. Not funded: I7 (3,100; the money left is 200). Critical and failing,"
        " and nobody proposed how to mend it: RGT-01."
    )


def test_under_total_nothing_is_said_to_be_critical() -> None:
    assert whys(["I1 5000 SAF-01"], policy="total").startswith(
        "Receives 5,000: 1 item because it raises the result most for its cost."
    )


def test_reasons_for_what_was_not_bought() -> None:
    text = whys(["I1 10 SAF-02 =g", "I2 20 SAF-02 =g", "I3 9990 SAF-03 +I4", "I4 5 SAF-02:1", "I5 1 CHD-01"])
    assert "I2 (another way of doing the same was chosen)" in text
    assert "I3 (9,995 with what it needs first; the money left is 9,990)" in text
    assert "I4 (what was bought reaches the same)" in text
    both = whys(["I1 9000 SAF-01", "I2 3000 SAF-02", "I3 2000 SAF-03", "I4 1 CHD-01", "I5 1 CHD-01"])
    assert "I2 (3,000), I3 (2,000; the money left is 1,000); I4, I5 (nothing left to gain)." in both
    assert "I5 (nothing left to gain)" in text


def test_money_that_is_left_but_not_for_this() -> None:
    text = whys(["I1 10 SAF-02"], [fund(4, "F1"), fund(50, "F2", ["system"])])
    assert "Receives nothing of its own. Not funded: I1 (10; the money left that may pay for it is 4)." in text


def test_a_training_and_a_shelter_that_proposed_nothing() -> None:
    found = allocate(problem({PLACE: {"SAF-01": 0}}, (), [training("T1", 5, 1, "SAF-01")], 7), "critical")
    assert found.shelters[0].why == (
        "Receives nothing of its own: nothing was proposed. Takes part in the training T1."
    )
    assert [(each.training, each.shelters, each.sessions, each.amount) for each in found.trainings] == [
        ("T1", ("S1",), 1, 7)
    ]


def test_a_right_at_its_worst_is_said() -> None:
    found = allocate(problem({PLACE: {"RGT-01": 0}}, [item("I1", "S1", 5, "RGT-01:1")], (), 7), "critical")
    assert "While RGT-01 is at its worst level, money mends only that: propose how" in found.shelters[0].why
