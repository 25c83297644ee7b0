"""Faults as the text that a terminal shows: the place, what is wrong, the line itself, what to write instead.

Never prints, never decides an exit status. The words are those of the language that is passed in; ids, codes, file
names and what was typed stay as they are. What a file holds is shown without its control characters, because a line
from outside could otherwise move the cursor or recolour the terminal.
"""

import unicodedata
from collections.abc import Iterable

from ssi.errors import Fault
from ssi.words import Words

WIDTH = 100  # of a line that is shown
BIDI = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")  # classes that turn the order of what follows


def text(faults: Iterable[Fault], words: Words) -> str:
    """All faults one after the other, and how many there are; it ends with a line feed. No faults, no text."""
    found = tuple(faults)
    return "".join(_one(each, words) for each in found) + (_count(found, words) + "\n" if found else "")


def _one(each: Fault, words: Words) -> str:
    message, advice = each.in_words(words)
    place = f"{each.where}: " if str(each.where) else ""
    warning = words("warning: ") if each.warning else ""
    lines = [visible(f"{warning}{place}{message}"), *_line(each), f"    → {visible(advice)}"]
    return "\n".join(lines) + "\n"


def _line(each: Fault) -> list[str]:
    """The line, cut to what fits around its column, and a caret under the column."""
    if not each.where.text.strip():
        return []
    shown, at = visible(each.where.text), (each.where.column or 1) - 1
    start = max(0, min(at - WIDTH // 2, len(shown) - WIDTH))
    cut = ("…" if start else "") + shown[start : start + WIDTH] + ("…" if start + WIDTH < len(shown) else "")
    if each.where.column is None:
        return [f"    {cut}"]
    before = sum(_cells(character) for character in shown[start:at]) + bool(start)
    return [f"    {cut}", " " * (4 + before) + "^"]


def visible(line: str) -> str:
    """The text with a visible sign, one for one, for every control and direction character; a tab becomes a blank."""
    return "".join(_sign(each) for each in line)


def _sign(character: str) -> str:
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    hidden = unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in BIDI
    return "�" if hidden else character


def _cells(character: str) -> int:
    """How many columns of a terminal the character takes: two for Chinese, none for a mark over another letter."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _count(faults: tuple[Fault, ...], words: Words) -> str:
    warnings = sum(each.warning for each in faults)
    hard = len(faults) - warnings
    counts = (
        words.many("{count} fault", "{count} faults", hard) if hard else "",
        words.many("{count} warning", "{count} warnings", warnings) if warnings else "",
    )
    return ", ".join(each for each in counts if each)
