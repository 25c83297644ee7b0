"""How one cell is drawn: the one place that turns an exact value into text, so that all formats show the same number.

Never lays anything out and never changes a value. A tone is always told twice, by colour and by a mark, because a page
is printed in black and read by people who do not see red from green.
"""

from decimal import Decimal
from fractions import Fraction

from ssi.document import Cell, CellKind, Tone
from ssi.words import NOTHING, Words, rounded

JSON_DECIMALS = 4
SHORT_FACT = 36  # letters: two facts so short stand side by side on paper

_MARKS: dict[Tone, str] = {"good": "✓", "bad": "✗", "warn": "!"}
_CHANGE_MARKS: dict[Tone, str] = {"good": "▲", "bad": "▼", "warn": "!"}


def draw(cell: Cell, words: Words, currency: str = "") -> str:
    """The cell's value as text in this language, without its mark; None is a dash. Text in place of a number (`NA`)
    stands as it is."""
    value = cell.value
    if value is None or value == "":
        return NOTHING if value is None else ""
    if cell.kind == "date":
        return words.date(str(value))
    if isinstance(value, str) or cell.kind in ("text", "id"):
        return str(value)
    if cell.kind == "money":
        return words.money(value if isinstance(value, Decimal) else rounded(value, 0), currency)
    return draw_number(Fraction(value), cell.kind, words)


def draw_number(value: Fraction, kind: CellKind, words: Words) -> str:
    """A number that is no money: percents and points with one decimal, counts and levels whole."""
    if kind == "percent":
        return words.percent(value)
    if kind == "change":
        return words.change(value)
    return words.number(value, 1 if kind == "points" else 0)


def is_short(cells: tuple[Cell, ...], words: Words, currency: str = "") -> bool:
    """Whether a fact is so short that another one finds room beside it."""
    return len(cells) <= 2 and all(len(draw(each, words, currency)) <= SHORT_FACT for each in cells)


def mark(cell: Cell) -> str:
    """The sign that tells the tone without colour: ✓ ! ✗, for a change ▲ ! ▼; nothing for a quiet or plain cell."""
    return (_CHANGE_MARKS if cell.kind == "change" else _MARKS).get(cell.tone, "")


def tone_word(tone: Tone, words: Words) -> str:
    """What the mark says aloud, for a screen reader."""
    spoken: dict[Tone, str] = {"good": words("good"), "bad": words("falls short"), "warn": words("take care")}
    return spoken.get(tone, "")


def plain(value: str | int | Fraction | Decimal | None) -> str | int | float | None:
    """The value for JSON: fractions as numbers rounded half-even to 4 decimals, money as a decimal text."""
    if isinstance(value, Fraction):
        return float(rounded(value, JSON_DECIMALS))
    return format(value, "f") if isinstance(value, Decimal) else value
