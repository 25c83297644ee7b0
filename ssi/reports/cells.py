"""From a finding's value to a cell of a table: exact, with the kind by which a writer draws it.

Never rounds and never draws. A text of the standard carries the standard's language where the report speaks another,
so that HTML can shape it and a screen reader can read it.
"""

from decimal import Decimal
from fractions import Fraction

from ssi.document import Cell, Tone
from ssi.model import SCORE_WORDS, Standard
from ssi.words import Words


def id_(code: str, tone: Tone = "") -> Cell:
    return Cell(code, "id", tone)


def text(value: str, tone: Tone = "") -> Cell:
    return Cell(value or None, "text", tone)


def ids(codes: tuple[str, ...] | list[str], tone: Tone = "") -> Cell:
    """Several ids in one cell, a dash without a tone where there is none."""
    return text(" ".join(codes), tone if codes else "")


def percent(value: Fraction | None) -> Cell:
    return Cell(value, "percent")


def change(value: Fraction | None) -> Cell:
    """Signed percent points; its tone follows its sign."""
    tone: Tone = "" if not value else "good" if value > 0 else "bad"
    return Cell(value, "change", tone)


def points(value: Fraction | None) -> Cell:
    """Percent points without a sign: an expected rise."""
    return Cell(value, "points")


def count(value: int | None, tone: Tone = "") -> Cell:
    return Cell(value, "count", tone)


def level(score: int | None, tone: Tone = "") -> Cell:
    """A score: a level's value, or the word of NA and NS."""
    return Cell(SCORE_WORDS.get(score, score) if score is not None else None, "level", tone)


def coins(amount: int | None, decimals: int) -> Decimal | None:
    """An amount in the smallest coin as whole units with exactly the currency's decimals: 125000 → 1250.00."""
    return None if amount is None else Decimal(amount).scaleb(-decimals)


def money(amount: int | None, decimals: int) -> Cell:
    return Cell(coins(amount, decimals), "money")


def date(iso: str) -> Cell:
    return Cell(iso or None, "date")


def _foreign(standard: Standard, words: Words) -> str:
    return "" if standard.language == words.language else standard.language


def criterion_text(standard: Standard, code: str, words: Words, *, short: int = 0) -> Cell:
    """The criterion's own words, with `short` about so many letters of them; a dash where this standard has no such
    criterion."""
    if code not in standard.slot:
        return Cell(None)
    text = standard.criterion(code).text
    return Cell(shortened(text, short) if short else text, "text", lang=_foreign(standard, words))


def shortened(text: str, letters: int) -> str:
    """The whole words that fit into so many letters, and `…`; a script without blanks between words stays whole,
    because nobody here knows where its letters may be parted."""
    if len(text) <= letters:
        return text
    words, blank, _ = text[: letters - 1].rpartition(" ")
    return f"{words.rstrip(' ,;:')}\u00a0…" if blank else text


def area_title(standard: Standard, code: str, words: Words) -> Cell:
    title = next((each.title for each in standard.area if each.id == code), None)
    return Cell(title, "text", lang=_foreign(standard, words))


def level_label(standard: Standard, score: int, words: Words) -> Cell:
    """The level in the standard's words ("partly met"); NA and NS as they are written."""
    label = next((each.label for each in standard.scale if each.value == score), SCORE_WORDS.get(score))
    return Cell(label, "text", lang=_foreign(standard, words))


def level_description(standard: Standard, code: str, score: int, words: Words) -> Cell:
    """What the standard says this level of this criterion looks like."""
    described = standard.criterion(code).anchors[standard.position[score]]
    return Cell(described, "text", lang=_foreign(standard, words))
