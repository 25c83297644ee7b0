"""Amounts as people write them into whole numbers of the smallest coin of the programme's currency.

Never a float, and never a rounding but the one half-even at the end of a conversion by a fixed rate. Babel knows the
currencies; it is asked only where a table really names an amount.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from ssi.errors import SsiError, fault
from ssi.model import Settings
from ssi.programme.cells import Refused, amount

EXACT = Context(prec=60)


def is_currency(code: str) -> bool:
    """Whether ISO 4217 knows this code, of today or of the past."""
    from babel.numbers import is_currency as known

    return looks_like_currency(code) and known(code)


def looks_like_currency(code: str) -> bool:
    """Whether it has the form of a currency's code: three capital letters."""
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()


def decimals(currency: str) -> int:
    """How many decimals the currency's smallest coin stands behind the point: USD 2, VND 0."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


def _thousands(amount: Decimal, places: int) -> bool:
    """5.000 where a coin has two decimals: whoever wrote it may mean five thousand."""
    return amount.as_tuple().exponent == -3 and places != 3


@dataclass(frozen=True, slots=True)
class Money:
    """The programme's currency, and how many units of it one unit of another buys."""

    currency: str
    rates: Mapping[str, str]

    def coins(self, amount: Decimal, currency: str) -> int:
        """The amount, in units of `currency` (empty = the programme's), in the smallest coin of the programme's.
        Raises Refused: `currency-unknown`, `cell-decimals`, `rate-missing`."""
        given = currency or self.currency
        if not is_currency(given):
            raise Refused("currency-unknown", column="currency", text=given)
        places = decimals(given)
        if amount != amount.quantize(Decimal(1).scaleb(-places), context=EXACT) or _thousands(amount, places):
            raise Refused("cell-decimals", currency=given, decimals=places)
        if given == self.currency:
            return int(amount.scaleb(places, EXACT))
        if given not in self.rates:
            raise Refused("rate-missing", column="currency", text=given, currency=self.currency)
        here = EXACT.multiply(amount, Decimal(self.rates[given])).scaleb(decimals(self.currency), EXACT)
        return int(here.to_integral_value(ROUND_HALF_EVEN))


def coins(text: str, settings: Settings, column: str = "amount") -> int:
    """An amount as a person types it, in the smallest coin of the programme's currency. Raises SsiError where it is
    none; `column` is what the fault calls it."""
    try:
        return Money(settings.currency, settings.rates).coins(amount(text), "")
    except Refused as refused:
        raise SsiError(fault(refused.code, **{"column": column, "text": text, **refused.values})) from None
