"""ssi.toml: every fault with its line, in words for the person who wrote it. Each docstring is the file."""

from collections.abc import Callable

import pytest

from ssi.errors import Fault, SsiError
from ssi.programme.settings import read_settings, unknown_currencies


def faults(test: Callable[[], None]) -> list[Fault]:
    with pytest.raises(SsiError) as raised:
        read_settings((test.__doc__ or "").replace("    ", "").encode())
    return list(raised.value.faults)


def test_many_at_once() -> None:
    """
    name = 5
    cuntry = "KH"
    standard = "small 1.0.0"
    [policy]
    nam = "critical"
    weight = "residents"
    critical_tolerance = "2"
    [stor]
    """
    found = {each.where.line: each for each in faults(test_many_at_once) if each.where.line}
    assert {line: each.code for line, each in found.items()} == {
        2: "settings-value",
        3: "settings-unknown",
        6: "settings-unknown",
        7: "settings-value",
        8: "settings-value",
        9: "settings-unknown",
    }
    assert "Did you mean country?" in found[3].message
    assert "policy.nam" in found[6].message
    assert found[7].advice == 'write "equal" or "capacity"'
    missing = [each.values["key"] for each in faults(test_many_at_once) if each.code == "settings-missing"]
    assert missing == ["country", "currency"]


def test_what_has_the_right_type_and_cannot_be() -> None:
    """
    name = " "
    country = "KH"
    currency = "usd"
    standard = "small"
    [rates]
    KHR = "-1"
    DOLLAR = "4100"
    """
    assert [(each.where.line, each.values["key"]) for each in faults(test_what_has_the_right_type_and_cannot_be)] == [
        (2, "name"),
        (4, "currency"),
        (5, "standard"),
        (7, "rates.KHR"),
        (8, "rates.DOLLAR"),
    ]


def test_a_rate_may_have_quotes_or_none() -> None:
    text = 'name="x"\ncountry="KH"\ncurrency="KHR"\nstandard="a 1.0.0"\n[rates]\nUSD=4100.25\nTHB=120\nVND="0.16"\n'
    assert read_settings(text.encode()).rates == {"USD": "4100.25", "THB": "120", "VND": "0.16"}


def test_notepad_puts_a_byte_order_mark_before_it() -> None:
    text = '\ufeffname="x"\ncountry="KH"\ncurrency="KHR"\nstandard="a 1.0.0"\n'
    assert read_settings(text.encode()).name == "x"


def test_currencies_that_nobody_has_are_named_where_money_is_counted() -> None:
    """Typing scores only looks at their form, because the list of currencies is slow to read."""
    text = '\ufeffname="x"\ncountry="KH"\ncurrency="QQQ"\nstandard="a 1.0.0"\n[rates]\nUSD="1"\nZZZ="2"\n'
    settings = read_settings(text.encode())
    found = unknown_currencies(settings, text.encode())
    assert [(each.where.line, each.values["key"]) for each in found] == [(3, "currency"), (7, "rates.ZZZ")]
    assert "'QQQ'" in found[0].message
