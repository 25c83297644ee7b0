"""What one cell of a programme's table may say: each kind of cell is a function from its text to its value.

Never knows the file, the row or another cell; a cell that cannot be read raises `Refused`, and `ssi.programme.tables`
adds the place. Digits of other scripts are read as digits wherever a number or a date stands, nowhere else.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from ssi.errors import did_you_mean
from ssi.words import plain_digits

CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")
_AMOUNT = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_CRITERION = re.compile(r"([^\s:;]+?)(?::([^\s:;]+))?")
YEARS = range(1990, 2100)


class Refused(Exception):
    """The cell cannot be read: the code of the fault, and values for its words beside `column` and `text`."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def plain(text: str) -> str:
    """Any text."""
    return text


def code(text: str) -> str:
    """A code: letters a-z, digits, - and _, up to 32, so that no name of a person or house passes for one."""
    if not CODE.fullmatch(text):
        raise Refused("cell-code")
    return text


def whole(least: int) -> Callable[[str], int]:
    """A whole number of `least` or more."""

    def read(text: str) -> int:
        digits = plain_digits(text)
        if not re.fullmatch(r"[0-9]{1,9}", digits) or int(digits) < least:
            raise Refused("cell-number", least=least)
        return int(digits)

    return read


def amount(text: str) -> Decimal:
    """Money as written, in whole units: 0 or more. Never guesses what a comma means."""
    digits = plain_digits(text)
    if not _AMOUNT.fullmatch(digits):
        raise Refused("cell-amount")
    if digits.startswith("-"):
        raise Refused("cell-negative")
    return Decimal(digits)


def day(text: str) -> str:
    """A date of the common era as ISO 8601, which is also how it is kept."""
    digits = plain_digits(text)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", digits):
        raise Refused("cell-date", detail="it is not written as year-month-day")
    try:
        year = date.fromisoformat(digits).year
    except ValueError:
        raise Refused("cell-date", detail="the calendar has no such day") from None
    if year not in YEARS:
        raise Refused("cell-date", detail=f"the year {year} is far from now; 2026 is the year 2569 of the Buddhist era")
    return digits


def choice(*known: str) -> Callable[[str], str]:
    """One of these words; capitals are overlooked."""

    def read(text: str) -> str:
        if text.casefold() not in known:
            raise Refused("cell-choice", hint=did_you_mean(text, known), known=", ".join(known))
        return text.casefold()

    return read


def yes_no(text: str) -> bool:
    return choice("yes", "no")(text) == "yes"


def several(read_one: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    """A list, its parts separated by blanks or semicolons. A part that is refused is the text the fault names."""

    def read(text: str) -> tuple[str, ...]:
        return tuple(_part(each, read_one) for each in parts(text))

    return read


def parts(text: str) -> list[str]:
    """The parts of a list cell."""
    return re.split(r"[\s;]+", text.strip(" \t\n;")) if text.strip(" \t\n;") else []


def _part(text: str, read_one: Callable[[str], str]) -> str:
    try:
        return read_one(text)
    except Refused as refused:
        raise Refused(refused.code, **{"text": text, **refused.values}) from None


def criteria(text: str) -> dict[str, int | None]:
    """`ID ID:level` → id to the level reached, None where the cell names no level."""
    found: dict[str, int | None] = {}
    for each in parts(text):
        match = _CRITERION.fullmatch(each)
        if not match:
            raise Refused("cell-criteria", text=each)
        id, level = match.groups()
        if id in found:
            raise Refused("criterion-listed-twice", text=id)
        try:
            found[id] = None if level is None else whole(0)(level)
        except Refused:
            raise Refused("cell-criteria", text=each) from None
    if not found:
        raise Refused("cell-criteria")
    return found
