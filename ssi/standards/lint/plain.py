"""Faults of a text in any language: not in Unicode's standard form, invisible characters, markup, not translated.

Never changes the text.
"""

import re
import unicodedata
from collections.abc import Iterator

from ssi.standards.lint.text import Beside, Found

_BREAKS = frozenset("\u200b\u200c\u200d\u2060")  # where words may, or may not, be parted or joined
_WITHOUT_SPACES = frozenset({"km", "lo", "my", "th"})  # languages that need those
_DEPRECATED = frozenset("\u17b4\u17b5\ufffd")  # Khmer vowels that are never drawn; the sign for an unreadable letter
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&#?\w+;|\*\*|__|```|\{\{?\w*\}?\}|\[[^\]]*\]\(")
_WORD = re.compile(r"[^\W\d_]{3,}")


def not_nfc(beside: Beside) -> Iterator[Found]:
    """Equal texts have equal bytes only in one form; searching and comparing need it."""
    if not unicodedata.is_normalized("NFC", beside.text):
        yield "translation-not-nfc", {}


def invisible(beside: Beside) -> Iterator[Found]:
    """Control characters, direction marks, soft hyphens, private and broken characters. A zero-width space is right in
    a language that writes none."""
    allowed = _BREAKS if beside.main in _WITHOUT_SPACES else frozenset[str]()
    bad = [each for each in dict.fromkeys(beside.text) if _hidden(each) and each not in allowed and each != "\n"]
    if bad:
        yield "translation-invisible", {"character": ", ".join(f"U+{ord(each):04X}" for each in bad)}


def _hidden(character: str) -> bool:
    return character in _DEPRECATED or unicodedata.category(character) in _HIDDEN


def markup(beside: Beside) -> Iterator[Found]:
    """Tags, entities and the signs of other formats; what the source has too may stay."""
    bad = [each for each in _MARKUP.findall(beside.text) if each not in beside.source]
    if bad:
        yield "translation-markup", {"mark": ", ".join(dict.fromkeys(bad))}


def same(beside: Beside) -> Iterator[Found]:
    """The source text itself, where it has words to translate."""
    if is_same(beside):
        yield "translation-same", {}


def is_same(beside: Beside) -> bool:
    words = [each for each in _WORD.findall(beside.source) if each != each.upper()]
    return bool(words) and beside.text.casefold().split() == beside.source.casefold().split()
