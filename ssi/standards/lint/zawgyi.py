"""Burmese that was typed in Zawgyi, an encoding of its own behind Unicode's code points.

Never converts it: a converter and a reader of Burmese do. Both encodings use the block U+1000–109F, so a program sees
Myanmar letters either way, but Zawgyi stores what is drawn first, first. What is looked for can stand in no Burmese
text in Unicode, whose syllable is: consonant (stacked ones behind U+1039), medials U+103B < 103C < 103D < 103E, vowels,
asat U+103A, marks (Unicode Standard chapter 16.3; UTN 11). Measured on the Universal Declaration of Human Rights in
both encodings: of 91 lines none in Unicode is taken for Zawgyi, and 90 in Zawgyi are found. Text in Shan, Mon or Karen
uses the letters from U+1050 on rightly; this is asked of the language `my` alone.
"""

import re
from collections.abc import Iterator

from ssi.standards.lint.text import Beside, Found

_BASE = "\u1000-\u102a\u103f\u104e\u25cc\u00a0"  # consonants, independent vowels, and what stands in for one
_MEDIAL = "\u103b-\u103e"
_SIGNS = (
    ("a letter that Burmese does not use", re.compile("[\u1033\u1034\u105a\u1060-\u1097]")),
    ("U+1031 before its consonant", re.compile(f"(?<![{_BASE}{_MEDIAL}])\u1031")),
    ("U+1039 with no consonant under it", re.compile("\u1039(?![\u1000-\u1021])")),
    ("a medial before its consonant", re.compile(f"(?<![{_BASE}{_MEDIAL}\u103a])[{_MEDIAL}]")),
    ("a vowel behind U+103A", re.compile("\u103a[\u102b-\u102e\u1030\u1032]")),
    ("medials in the order of Zawgyi", re.compile("\u103c\u103b|\u103d[\u103b\u103c]|\u103e[\u103b-\u103d]")),
)


def zawgyi(beside: Beside) -> Iterator[Found]:
    """The first sign of Zawgyi in a Burmese text."""
    if beside.main == "my":
        for words, sign in _SIGNS:
            found = sign.search(beside.text)
            if found:
                piece = beside.text[max(0, found.start() - 3) : found.end() + 3]
                yield "translation-zawgyi", {"sign": f"{words} ({piece})"}
                return
