"""Rounds an exact fraction to the number that stands in JSON.

Never rounds twice: what comes in is exact, and the four decimals come out of whole-number arithmetic.
"""

from fractions import Fraction

PLACES = 10_000  # four decimals


def number(fraction: Fraction | None) -> float | None:
    """Half-even to four decimals, null for None. Python rounds a Fraction exactly, and divides two whole numbers to the
    float nearest the quotient, which is the one that prints as these decimals."""
    return None if fraction is None else round(fraction * PLACES) / PLACES
