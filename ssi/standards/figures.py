"""A number of a standards file as plain text: one way to write each.

Never rounds: what has no end as a decimal is written as a fraction.
"""

from fractions import Fraction
from typing import Any


def plain_figure(value: Any) -> str:
    """A whole number, a decimal (Fraction) or a text that says one, as text: 3 → "3", 7/2 → "3.5", "1/2" → "1/2"."""
    if not isinstance(value, Fraction):
        return str(value)
    if value.denominator == 1:
        return str(value.numerator)
    places = _decimals(value.denominator)
    if places is None:
        return str(value)
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _decimals(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator needs; None where it has no end."""
    counts = {}
    for prime in (2, 5):
        counts[prime] = 0
        while denominator % prime == 0:
            denominator //= prime
            counts[prime] += 1
    return max(counts.values()) if denominator == 1 else None
