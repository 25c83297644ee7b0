"""Words: exact rounding, true signs, local digits, and a catalogue that is really read."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from ssi.words import KNOWN_LANGUAGES, Words, plain_digits, rounded

ENGLISH = Words("en")


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        (Fraction(143, 2), "71.5%"),
        (Fraction(1, 20), "0.0%"),  # 0.05 is a tie: to the even 0.0
        (Fraction(3, 20), "0.2%"),  # 0.15 is a tie: to the even 0.2
        (Fraction(2, 3), "0.7%"),
        (Fraction(100), "100.0%"),
        (None, "–"),
    ],
)
def test_percent_is_rounded_half_even_from_the_exact_value(value: Fraction | None, drawn: str) -> None:
    assert ENGLISH.percent(value) == drawn


def test_a_change_has_a_true_sign_and_nothing_has_none() -> None:
    changes = [Fraction(63, 2), Fraction(-4), Fraction(0), Fraction(-1, 25), Fraction(1, 25)]
    assert [ENGLISH.change(each) for each in changes] == ["+31.5", "−4.0", "0.0", "0.0", "0.0"]
    assert ENGLISH.change(None) == "–"


def test_money_keeps_the_decimals_it_came_with() -> None:
    assert ENGLISH.money(Decimal("1250.00"), "USD") == "1,250.00 USD"
    assert ENGLISH.money(Decimal("1250000"), "VND") == "1,250,000 VND"
    assert ENGLISH.money(Decimal("-3.5"), "USD") == "−3.5 USD"
    assert Words("vi").money(Decimal("1250000.50"), "USD") == "1.250.000,50 USD"


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 4))
def test_rounded_is_the_decimal_module_s_own_half_even(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(rounded(value, decimals)) - value) <= Fraction(1, 2 * 10**decimals)
    assert -rounded(value, decimals).as_tuple().exponent == decimals  # type: ignore[operator]
    if value.denominator in (1, 2, 4, 5, 8, 10):  # exact as a decimal: another library agrees
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        assert rounded(value, decimals) == exact.quantize(Decimal(1).scaleb(-decimals), "ROUND_HALF_EVEN")


def test_dates_are_never_month_first() -> None:
    assert ENGLISH.date("2026-03-07") == "7 Mar 2026"
    assert ENGLISH.date("2026-03-07T10:00:00Z") == "7 Mar 2026"
    assert ENGLISH.date("") == "–"
    with pytest.raises(ValueError, match="07/03"):
        ENGLISH.date("07/03/2026")


@pytest.mark.parametrize("language", KNOWN_LANGUAGES)
def test_every_known_language_draws_with_plain_digits(language: str) -> None:
    words = Words(language)
    assert plain_digits(words.percent(Fraction(123456, 100))).strip("%") in ("1,234.6", "1.234,6")
    assert words.numbers.split("_")[0] == language
    drawn = words.percent(Fraction(40)) + words.date("2026-03-07")
    assert drawn == plain_digits(drawn)


def test_an_unknown_language_falls_back_to_english_and_says_so() -> None:
    words = Words("xx")
    assert (words.numbers, words.translation, words("before")) == ("en_GB", "none", "before")


def test_plain_digits() -> None:
    assert plain_digits("៤២ ໔໒ ၄၂ ๔๒ ４２ 42 ក-១") == "42 42 42 42 42 42 ក-1"


@pytest.mark.parametrize(("answer", "translation"), [("no", "whole"), ("yes", "draft"), (None, "draft")])
def test_a_catalogue_is_read(tmp_path: Path, answer: str | None, translation: str) -> None:
    catalogue = Catalog(locale="vi")
    catalogue.add("{shelter} is open", "{shelter} đang mở")
    catalogue.add(("{count} shelter", "{count} shelters"), ("{count} nhà",))
    if answer:
        catalogue.add("Is this translation a draft? Answer yes or no, in English.", answer)
    out = BytesIO()
    write_mo(out, catalogue)
    place = tmp_path / "vi" / "LC_MESSAGES" / "ssi.mo"
    place.parent.mkdir(parents=True)
    place.write_bytes(out.getvalue())
    words = Words("vi", tmp_path)
    assert words("{shelter} is open", shelter="S01") == "S01 đang mở"
    assert words.many("{count} shelter", "{count} shelters", 1200) == "1.200 nhà"
    assert words("not in it {x}", x=1) == "not in it 1"
    assert words("") == ""
    assert words.translation == translation


def test_english_counts() -> None:
    assert ENGLISH.many("{count} shelter", "{count} shelters", 1) == "1 shelter"
    assert ENGLISH.many("{count} shelter", "{count} shelters", 1200) == "1,200 shelters"


def test_importing_words_imports_neither_babel_nor_gettext_nor_jinja2() -> None:
    look = "import sys, ssi.words; print([m for m in ('babel', 'gettext', 'jinja2') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
