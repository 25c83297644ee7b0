"""Texts, numbers, dates and digits in one language: what every page and prompt draws with.

Never decides what is said, never rounds anything but the text it returns. gettext and Babel are imported where they
are first needed, because `ssi record` shows its first prompt without either; English words and numbers need neither.

A language without a catalogue keeps the English words (`Words.translation` is then `none`, and a report says so);
a language that Babel does not know keeps the English numbers (`Words.numbers` names the locale really used). English is
written the international way, en_GB: a date that begins with the month is misread everywhere but in one country.
Digits are always 0 to 9, in every language, because ids, amounts and scores are compared across languages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from gettext import NullTranslations

    from babel import Locale

KNOWN_LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "vi": "Tiếng Việt",
    "zh": "中文",
    "km": "ខ្មែរ",
    "lo": "ລາວ",
    "my": "မြန်မာ",
    "th": "ไทย",
}
NOTHING = "–"  # drawn where there is no number
MINUS = "−"
SHIPPED = Path(__file__).with_name("locale")

_LOCAL_DIGITS = "០១២៣៤៥៦៧៨៩" "໐໑໒໓໔໕໖໗໘໙" "၀၁၂၃၄၅၆၇၈၉" "๐๑๒๓๔๕๖๗๘๙" "０１２３４５６７８９"  # fmt: skip
_PLAIN = str.maketrans(_LOCAL_DIGITS, "0123456789" * 5)


def plain_digits(text: str) -> str:
    """The text with Khmer, Lao, Burmese, Thai and full-width digits as 0 to 9; all else as it was."""
    return text.translate(_PLAIN)


def rounded(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """The exact value rounded half-even to this many decimals, which it keeps: 1/8 → 0.12, 3/8 → 0.38 at two."""
    whole = round(Fraction(value) * 10**decimals)
    return Decimal(whole).scaleb(-decimals)


@dataclass(frozen=True)
class Words:
    """The words and numbers of one language; `catalogues` is a folder like `ssi/locale`, by default that one."""

    language: str = "en"
    catalogues: Path = SHIPPED

    def __call__(self, text: str, /, **values: object) -> str:
        """The text in this language, its `{names}` filled; KeyError where a name has no value: a bug."""
        return (self._catalogue.gettext(text) if text and self.language != "en" else text).format_map(values)

    def many(self, one: str, more: str, number: int, /, **values: object) -> str:
        """The wording for this number of things; `{count}` is filled with the number as drawn."""
        english = one if number == 1 else more
        text = english if self.language == "en" else self._catalogue.ngettext(one, more, number)
        return text.format_map({"count": self.count(number), **values})

    def percent(self, value: Fraction | None, decimals: int = 1) -> str:
        """Of 100, half-even from the exact value, with the sign: 143/2 → `71.5%`; None → `–`."""
        if value is None:
            return NOTHING
        sign: str = self._locale.percent_formats[None].suffix[0]
        return self.number(value, decimals) + sign

    def number(self, value: Fraction | Decimal | int | None, decimals: int = 1) -> str:
        """Half-even from the exact value, without a unit; None → `–`."""
        if value is None:
            return NOTHING
        shown = rounded(value, decimals)
        if self.language == "en":
            return f"{MINUS if shown < 0 else ''}{abs(shown):,.{decimals}f}"
        from babel.numbers import format_decimal

        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        drawn: str = format_decimal(abs(shown), format=pattern, locale=self._locale, decimal_quantization=False)
        return MINUS + drawn if shown < 0 else drawn

    def change(self, value: Fraction | None, decimals: int = 1) -> str:
        """Signed percent points with a true minus: `+31.5`, `−4.0`; what rounds to nothing has no sign: `0.0`."""
        if value is None:
            return NOTHING
        plus = "+" if rounded(value, decimals) > 0 else ""
        return plus + self.number(value, decimals)

    def count(self, value: int | None) -> str:
        return self.number(value, 0)

    def money(self, amount: Decimal | None, currency: str) -> str:
        """The amount with exactly the decimals it came with and the currency's code: `1,250.00 USD`. Codes, not signs:
        four of the countries this is for would read `$` or `K` in more than one way."""
        if amount is None:
            return NOTHING
        decimals = max(0, -int(amount.as_tuple().exponent))
        return f"{self.number(amount, decimals)} {currency}".rstrip()

    def date(self, iso: str | None) -> str:
        """An ISO 8601 date or time as the language writes a date: `7 Mar 2026`; empty → `–`. ValueError otherwise."""
        if not iso:
            return NOTHING
        from datetime import datetime

        from babel.dates import format_date

        return format_date(datetime.fromisoformat(iso).date(), format="medium", locale=self._locale)

    @property
    def translation(self) -> Literal["whole", "draft", "none"]:
        """How far the program's own words are in this language: `none` shows English; `draft` was not yet read by
        someone who speaks it. A report says so in both cases. The catalogue itself answers, in a message like any
        other, because tools drop the headers they do not know; a catalogue that does not say `no` is a draft."""
        if self.language == "en":
            return "whole"
        if not self._catalogue.info():
            return "none"
        words = self  # the name by which translators' tools find a text
        return "whole" if words("Is this translation a draft? Answer yes or no, in English.") == "no" else "draft"

    @property
    def about_translation(self) -> str:
        """What a reader must know about the program's own words in this language; empty where they are whole."""
        words, name = self, KNOWN_LANGUAGES.get(self.language, self.language)
        if self.translation == "none":
            return words(
                "The program's own words are not yet translated into {language}: they are English.", language=name
            )
        if self.translation == "draft":
            return words("The program's own words in {language} are a draft translation.", language=name)
        return ""

    @property
    def numbers(self) -> str:
        """The locale whose numbers and dates are really used: `en_GB` where Babel does not know the language."""
        return str(self._locale)

    @cached_property
    def _catalogue(self) -> "NullTranslations":
        from gettext import translation

        return translation("ssi", self.catalogues, [self.language], fallback=True)

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale, UnknownLocaleError

        english = Locale("en", "GB")
        if self.language == "en":
            return english
        try:
            return Locale.parse(self.language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return english
