"""The letters of a text against the script of its language: Thai in a Lao text, English left standing in a Khmer one.

Never refuses Latin abbreviations, names and ids (HIV, SAF-04, m²): standards are full of them. A letter's script is the
first word of its name in Unicode, so that no table of ranges has to be kept.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ssi.standards.lint.plain import is_same
from ssi.standards.lint.text import Beside, Found
from ssi.words import Words

SCRIPTS: Mapping[str, str] = {  # language → the first word of its letters' names
    "km": "KHMER",
    "lo": "LAO",
    "my": "MYANMAR",
    "th": "THAI",
    "zh": "CJK",
    "vi": "LATIN",
    **dict.fromkeys(("en", "fr", "es", "pt", "id", "ms", "fil", "tl", "tet", "hmn", "af", "zu", "xh"), "LATIN"),
}
_EVERYWHERE = frozenset(
    {"LATIN", "MICRO", "MASCULINE", "FEMININE", "MODIFIER", "GREEK", "SUPERSCRIPT", "DOUBLE-STRUCK"}
)
_LEFT_STANDING = 3  # so many Latin words in small letters, one after the other, are a piece of the source
_LATIN_PIECE = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*(?:[ ,;]+[A-Za-z]+(?:['’-][A-Za-z]+)*)*")
_VIETNAMESE = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+")


def known_language(language: str) -> bool:
    """Whether Unicode's locale data, or the table of scripts here, knows the language."""
    main = language.partition("-")[0]
    return main in SCRIPTS or Words(main).numbers != "en_GB"


def script(beside: Beside) -> Iterator[Found]:
    """Letters of a script that is neither the language's nor Latin; or Latin words and no letter of the language."""
    wanted = SCRIPTS.get(beside.main)
    if wanted is None or is_same(beside):
        return
    letters = {each: _script(each) for each in dict.fromkeys(beside.text) if unicodedata.category(each)[0] in "LM"}
    foreign = [each for each, of in letters.items() if of not in (wanted, "COMBINING") and of not in _EVERYWHERE]
    if foreign:
        kinds = ", ".join(dict.fromkeys(_script(each).title() for each in foreign))
        yield _wrong(f"{' '.join(foreign[:8])} ({kinds})", wanted)
    elif wanted not in letters.values() and _small_words(beside.text):
        yield _wrong("Latin", wanted)


def untranslated(beside: Beside) -> Iterator[Found]:
    """A run of Latin words in small letters inside another script; Vietnamese that has lost its marks."""
    wanted = SCRIPTS.get(beside.main)
    if is_same(beside) or wanted is None:
        return
    if beside.main == "vi" and len(_WORD.findall(beside.text)) > 4 and not _marked(beside.text):
        yield "translation-unmarked", {}
    has_own = wanted != "LATIN" and any(_script(each) == wanted for each in beside.text)
    pieces = [each for each in _LATIN_PIECE.findall(beside.text) if len(_small_words(each)) >= _LEFT_STANDING]
    if has_own and pieces:
        yield "translation-latin", {"piece": pieces[0]}


def _wrong(letters: str, wanted: str) -> Found:
    return "translation-script", {"letters": letters, "script": "Han" if wanted == "CJK" else wanted.title()}


def _small_words(text: str) -> list[str]:
    """Latin words of three letters and more that are no abbreviation."""
    return [each for each in re.findall(r"[A-Za-z]{3,}", text) if each.islower() or each.istitle()]


def _marked(text: str) -> bool:
    return any(_script(each) == "LATIN" for each in _VIETNAMESE.findall(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    return unicodedata.name(character, "?").split()[0]
