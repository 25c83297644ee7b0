"""Amounts of money: held against exact fractions, never against floats."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi.programme.cells import Refused
from ssi.programme.money import Money, decimals

AMOUNT = st.decimals(min_value=0, max_value=10**12, places=2)
RATE = st.decimals(min_value=Decimal("0.000001"), max_value=10**6, places=6)


@given(AMOUNT, RATE)
def test_a_conversion_is_the_exact_product_rounded_half_even_once(amount: Decimal, rate: Decimal) -> None:
    money = Money("VND", {"USD": str(rate)})
    assert money.coins(amount, "USD") == round(Fraction(amount) * Fraction(rate))  # the coin of VND is the dong
    money = Money("KHR", {"USD": str(rate)})
    assert money.coins(amount, "USD") == round(Fraction(amount) * Fraction(rate) * 100)


@given(AMOUNT)
def test_the_programmes_own_currency_is_never_rounded(amount: Decimal) -> None:
    assert Fraction(Money("USD", {}).coins(amount, ""), 100) == Fraction(amount)


def test_a_half_goes_to_the_even_coin() -> None:
    money = Money("VND", {"USD": "0.5"})
    assert [money.coins(Decimal(each), "USD") for each in (1, 3, 5)] == [0, 2, 2]


@pytest.mark.parametrize(
    ("amount", "currency", "code"),
    [("1.5", "VND", "cell-decimals"), ("1.505", "USD", "cell-decimals"), ("1", "THB", "rate-missing"),
     ("1", "USX", "currency-unknown"), ("1", "U", "currency-unknown")],
)  # fmt: skip
def test_what_cannot_be_converted_is_refused(amount: str, currency: str, code: str) -> None:
    with pytest.raises(Refused) as raised:
        Money("VND", {"USD": "25000"}).coins(Decimal(amount), currency)
    assert raised.value.code == code


def test_the_decimals_of_a_currency() -> None:
    assert [decimals(each) for each in ("USD", "VND", "THB", "KHR")] == [2, 0, 2, 2]
