"""The nouns of an export: a table, its fields with what they mean, and how it refers to another table.

Never rounds anything but here: a fraction becomes the number of DESIGN section 7 (half-even, four decimals) and, in a
second column, the exact fraction as text. What is missing is None, whatever the file writes for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ssi.model import SCORE_WORDS
from ssi.words import rounded

Type = Literal["string", "integer", "number", "boolean"]
Value = str | int | Decimal | bool | None
Row = tuple[Value, ...]
PLACES = 4  # decimals of a number that was a fraction


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `words` are the only values it may have; `decimals` of an amount of money, which keeps them."""

    name: str
    type: Type
    description: str
    required: bool = False
    words: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Refers:
    """These fields name a row of another table, by its fields `to`."""

    fields: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tidy:
    """A table. A row has one value for each field; `key` names the fields whose values together occur only once."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    rows: tuple[Row, ...]
    refers: tuple[Refers, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.fields)


# ── columns ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def code(name: str, description: str) -> Field:
    """A code that every row has."""
    return Field(name, "string", description, required=True)


def count(name: str, description: str) -> Field:
    return Field(name, "integer", description, required=True, low=0)


def truth(name: str, description: str) -> Field:
    return Field(name, "boolean", description, required=True)


def percent(name: str, description: str) -> tuple[Field, Field]:
    """A percent of 100 and, beside it, the exact fraction."""
    return Field(name, "number", f"{description}, of 100", low=0, high=100), _exact(name)


def points(name: str, description: str) -> tuple[Field, Field]:
    """Percent points, which may be below zero, and the exact fraction."""
    return Field(name, "number", f"{description}, in percent points"), _exact(name)


def weight(description: str) -> tuple[Field, Field]:
    return Field("weight", "number", description, required=True, low=0), _exact("weight")


def _exact(name: str) -> Field:
    return Field(f"{name}_exact", "string", f"{name} as an exact fraction")


ROUND = code("round", "The round's id")
SHELTER = code("shelter", "The shelter's code")
CRITERION = code("criterion", "The criterion's id in the standard of the round")
AREA = code("area", "The id of a group of criteria")
LEVEL = Field("level", "integer", "The level on the standard's scale; empty where none was given")
NO_LEVEL = Field(
    "no_level",
    "string",
    "Why there is no level: NA not applicable, NS not seen, NS declined not seen because residents declined to talk",
    words=tuple(SCORE_WORDS.values()),
)
OF_SHELTER = Refers(("round", "shelter"), "shelters", ("round", "shelter"))
OF_CRITERION = Refers(("round", "criterion"), "criteria", ("round", "criterion"))
OF_ROUND = Refers(("round",), "rounds", ("round",))


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def both(value: Fraction | None) -> tuple[Decimal | None, str | None]:
    """The number and the exact fraction beside it."""
    return (None, None) if value is None else (number(value), str(value))


def number(value: Fraction) -> Decimal:
    """Half-even to four decimals, without zeros at its end: 143/2 → 71.5."""
    return Decimal(format(rounded(value, PLACES).normalize(), "f"))


def amount(coins: int, decimals: int) -> Decimal:
    """A whole number of the smallest coin as money: 940000 with 2 decimals is 9400.00."""
    return Decimal(coins).scaleb(-decimals)


def level(score: int) -> tuple[int | None, str | None]:
    """A score as `level` and `no_level`: one of the two is empty."""
    return (score, None) if score >= 0 else (None, SCORE_WORDS[score])


def flat(*parts: Field | tuple[Field, ...]) -> tuple[Field, ...]:
    """Single columns and pairs of them in one tuple."""
    return tuple(each for part in parts for each in (part if isinstance(part, tuple) else (part,)))


def tidy(name: str, title: str, fields: tuple[Field, ...], key: str, rows: Iterable[Row], *refers: Refers) -> Tidy:
    """A table from its parts; `key` has blanks between its fields."""
    return Tidy(name, title, fields, tuple(key.split()), tuple(rows), refers)
