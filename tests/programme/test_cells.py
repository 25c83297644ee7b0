"""One cell: what it may say in which digits, and what is refused with which words."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from ssi.programme.cells import Refused, amount, choice, code, criteria, day, parts, several, whole, yes_no

READ: list[tuple[Callable[[str], Any], str, Any]] = [
    (code, "S-01_b", "S-01_b"),
    (whole(0), "១២", 12),
    (whole(0), "２０", 20),
    (amount, "1250.50", Decimal("1250.50")),
    (amount, "๕๐๐", Decimal(500)),
    (amount, "0", Decimal(0)),
    (day, "၂၀၂၆-၀၃-၀၉", "2026-03-09"),
    (day, "2028-02-29", "2028-02-29"),
    (choice("transit", "long-term"), "Transit", "transit"),
    (yes_no, "YES", True),
    (yes_no, "no", False),
    (several(code), " S01; S02  S03;", ("S01", "S02", "S03")),
    (criteria, "SAF-01 RGT-02:2;WSH.3:0", {"SAF-01": None, "RGT-02": 2, "WSH.3": 0}),
]
REFUSED: list[tuple[Callable[[str], Any], str, str]] = [
    (code, "Maria Smith", "cell-code"),
    (code, "Sông", "cell-code"),
    (code, "S" * 33, "cell-code"),
    (whole(0), "-1", "cell-number"),
    (whole(1), "0", "cell-number"),
    (whole(0), "1_000", "cell-number"),
    (whole(0), "12.0", "cell-number"),
    (amount, "1,250.50", "cell-amount"),
    (amount, "1e5", "cell-amount"),
    (amount, "nan", "cell-amount"),
    (amount, "-0.5", "cell-negative"),
    (day, "09/03/2026", "cell-date"),
    (day, "2026-02-30", "cell-date"),
    (day, "2569-03-09", "cell-date"),
    (day, "20260309", "cell-date"),
    (yes_no, "maybe", "cell-choice"),
    (several(code), "S01 nah!", "cell-code"),
    (criteria, "SAF-01:high", "cell-criteria"),
    (criteria, "SAF-01:", "cell-criteria"),
    (criteria, ";", "cell-criteria"),
    (criteria, "A B A:1", "criterion-listed-twice"),
]


@pytest.mark.parametrize(("read", "text", "value"), READ)
def test_what_a_cell_may_say(read: Callable[[str], Any], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(("read", "text", "refusal"), REFUSED)
def test_what_a_cell_may_not_say(read: Callable[[str], Any], text: str, refusal: str) -> None:
    with pytest.raises(Refused) as raised:
        read(text)
    assert raised.value.code == refusal


def test_a_part_of_a_list_that_is_refused_is_named_alone() -> None:
    with pytest.raises(Refused) as raised:
        several(code)("S01 nah!")
    assert raised.value.values["text"] == "nah!"


def test_a_list_of_nothing() -> None:
    assert parts(" ; ") == []
