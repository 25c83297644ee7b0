"""The JSON of scores: every key of the contract, exact rounding, and null where no number may be given."""

import json
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi.as_json.numbers import number
from ssi.as_json.scores import comparison_json, needs_json, summary_json
from ssi.findings import Summary
from ssi.model import Visit
from ssi.scoring.compare import compare
from ssi.scoring.needs import needs
from ssi.scoring.summarise import summarise
from tests.making import a_round, sheet, shelter, standard

STANDARD = standard()
PLACE = shelter()


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        (Fraction(5, 100_000), 0.0),  # ties go to the even digit
        (Fraction(15, 100_000), 0.0002),
        (Fraction(25, 100_000), 0.0002),
        (Fraction(-5, 100_000), 0.0),
        (Fraction(-15, 100_000), -0.0002),
        (Fraction(250_001, 1_000_000_000), 0.0003),  # just over a tie
        (Fraction(900, 11), 81.8182),
        (Fraction(100), 100.0),
        (None, None),
    ],
)
def test_half_even_at_four_decimals(fraction: Fraction | None, expected: float | None) -> None:
    assert number(fraction) == expected


@given(st.fractions(-200, 200, max_denominator=400_000))
def test_numbers_print_as_the_rounded_decimal(fraction: Fraction) -> None:
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(fraction.numerator) / Decimal(fraction.denominator)
        rounded = exact.quantize(Decimal("0.0001"), ROUND_HALF_EVEN)
    assert Decimal(json.dumps(number(fraction))) == rounded


def summary(scores: dict[str, int | str], *, closed: bool = True, id: str = "R1") -> Summary:
    visits = [Visit(round=id, shelter="S01", assessor=who) for who in ("P1", "P2")]
    sheets = [sheet(STANDARD, PLACE, "P1", scores), sheet(STANDARD, PLACE, "P2", {**scores, "SAF-02": 2})]
    return summarise(a_round([PLACE], id=id, visits=visits, closed=closed), STANDARD, sheets)


def test_a_closed_round() -> None:
    found = json.loads(json.dumps(summary_json(summary({"SAF-02": 0, "RGT-02": "NS", "RGT-01": 1}))))
    assert found["round"] == "R1" and found["sealed"] is False
    assert found["standard"] == {"id": "small", "version": "1.0.0", "sha256": "sha"}
    (one,) = found["shelters"]
    assert one == {
        "shelter": "S01",
        "kind": "long-term",
        "percent": 59.0909,  # SAF 4 of 6 and RGT 1.5 of 3, weighing 6 and 5: 650/11
        "low": 50.0,  # RGT 1.5 of 5: 550/11
        "high": 68.1818,  # RGT 3.5 of 5: 750/11
        "coverage": 81.8182,
        "status": "incomplete",
        "incomplete": True,
        "level": None,
        "gates": ["RGT-01"],
        "na_gates": [],
        "areas": {
            "SAF": _area(66.6667, 66.6667, 66.6667, 100.0, "6"),
            "RGT": _area(50.0, 30.0, 70.0, 60.0, "5"),
        },
        "unsettled": ["SAF-02"],
        "contested": ["SAF-02"],
    }


def _area(percent: float, low: float, high: float, coverage: float, weight: str) -> dict[str, object]:
    return {"percent": percent, "low": low, "high": high, "coverage": coverage, "thin": False, "weight": weight}


def test_an_open_round_gives_completeness_and_nulls() -> None:
    found = summary_json(summary({}, closed=False))
    assert found["sealed"] is True
    (one,) = found["shelters"]
    assert (one["planned"], one["started"], one["sealed"], one["to_settle"]) == (["P1", "P2"], [], ["P1", "P2"], 0)
    assert one["criteria_to_settle"] == []
    keys = ("percent", "low", "high", "coverage", "status", "incomplete", "level", "gates", "areas", "unsettled")
    assert all(one[key] is None for key in (*keys, "contested"))


def test_a_comparison() -> None:
    before, after = summary({"SAF-01": 1, "SAF-03": 0}), summary({"SAF-03": "NS"}, id="R2")
    found = json.loads(json.dumps(comparison_json(compare(before, after, STANDARD, STANDARD))))
    assert (found["before"], found["after"]) == ("R1", "R2")
    (one,) = found["shelters"]
    assert one == {
        "shelter": "S01",
        "before": 77.2727,
        "after": 100.0,
        "change": 15.0,
        "matched": 4,
        "moves": {"1->2": 1, "2->2": 3},
        "areas": {"SAF": {"before": 70.0, "after": 100.0}, "RGT": {"before": 100.0, "after": 100.0}},
        "improved": ["SAF-01"],
        "regressed": [],
        "gates_closed": ["SAF-01"],
        "gates_opened": [],
        "adjusted": None,
        "verdict": "too little to say",
    }
    assert found["left_out"] == [{"criterion": "SAF-03", "shelter": "S01", "reason": "NS after"}]
    assert found["panel"] == {"both": ["S01"], "left": [], "joined": []}
    assert found["network"] == {
        "shelters": 1,
        "before": 85.0,
        "after": 100.0,
        "change": 15.0,
        "change_if_left_unchanged": 15.0,
    }


def test_needs() -> None:
    found = json.loads(json.dumps(needs_json(needs(summary({"SAF-01": 0, "SAF-03": 1}), STANDARD))))
    assert found == {
        "round": "R1",
        "shelters": [
            {
                "shelter": "S01",
                "needs": [
                    {"criterion": "SAF-01", "level": 0, "minimum": 2, "class": "critical", "gate": True, "distance": 2},
                    {"criterion": "SAF-03", "level": 1, "minimum": 2, "class": "desired", "gate": False, "distance": 1},
                ],
            }
        ],
        "common": [],
        "system": [{"criterion": "SAF-03", "shelters": ["S01"], "assessed": 1, "remedy": "system"}],
    }
