"""The list of words and names that a programme keeps because they might identify somebody: words.txt.

Never shipped, never made by the program, and never shown anywhere but to whoever typed one of its words. One word or
name a line; `#` begins a remark. It holds the names that no pattern finds. In scripts with spaces a word is found as a
whole word; Khmer, Lao, Burmese, Thai and Chinese have none between words, so there it is found wherever it stands, and
a short one is found too often.
"""

import re
import unicodedata
from codecs import BOM_UTF8
from dataclasses import dataclass
from functools import cached_property

from ssi.errors import Fault, Where, fault

LEAST = 2  # letters of a word that can be looked for
# what a keyboard puts between letters unseen: soft hyphen, zero-width space and joiners, word joiner, byte-order mark
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W_{_UNSPACED}]"  # a letter or digit of a script with spaces: beside one, a word is not whole


@dataclass(frozen=True)
class KeptWords:
    """The words of the list, as they are looked for, and the lines that cannot be used."""

    words: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def found(self, text: str) -> tuple[str, ...]:
        """The words of the list that stand in this text, each once, in the order of the text."""
        hits = self._pattern.findall(_plain(text)) if self.words else []
        return tuple(dict.fromkeys(hits))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        return re.compile("|".join(map(_whole, longest_first)))


def read_kept(data: bytes, name: str) -> KeptWords:
    """The list in these bytes of UTF-8. A line that cannot be used is a fault with its place; the others hold."""
    words: dict[str, None] = {}
    faults: list[Fault] = []
    for number, line in enumerate(data.removeprefix(BOM_UTF8).splitlines(), 1):
        try:
            text = line.decode()
        except UnicodeDecodeError as error:
            faults.append(fault("file-not-text", Where(name, number), detail=error.reason))
            continue
        word = _plain(text.partition("#")[0])
        if sum(unicodedata.category(each)[0] == "L" for each in word) >= LEAST:
            words[word] = None
        elif word:
            faults.append(fault("kept-word-short", Where(name, number, 1, text), word=text.strip(), least=LEAST))
    return KeptWords(tuple(words), tuple(faults))


def _plain(text: str) -> str:
    """The text as words are compared: full-width, capital and composed letters alike, one blank between words."""
    seen = unicodedata.normalize("NFKC", unicodedata.normalize("NFC", text)).casefold().translate(_UNSEEN)
    return " ".join(unicodedata.normalize("NFKC", seen).split())


def _whole(word: str) -> str:
    """What finds this word; blanks within a name may be missing."""
    middle = r"\s*".join(map(re.escape, word.split()))
    return f"(?<!{_LETTER}){middle}(?!{_LETTER})" if _spaced(word) else middle


def _spaced(word: str) -> bool:
    """Whether the word is written in a script that puts blanks between words."""
    return not re.search(f"[{_UNSPACED}]", word)
