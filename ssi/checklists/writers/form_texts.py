"""What a phone form says, in all its languages at once.

Never translates and never leaves a language out in silence: a form has a text in each of its languages or it is not
written (`refuse_missing`), because on a phone nobody sees that another language says more. Two exceptions are visible:
guidance may stand in the standard's own language, marked with its code, and so do the program's own words where there
is no catalogue, which the first page says. A draft translation always has its source text below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ssi.checklists.phone import Names
from ssi.errors import Fault, SsiError, fault
from ssi.model import Checklist, Said, Texts, texts_of
from ssi.words import KNOWN_LANGUAGES, Words

Lines = tuple[str, ...]  # one text in each language of the form, in their order
NAMED = 4  # missing texts that a fault names


@dataclass(frozen=True)
class Speech:
    """The languages of one form; the first is the one it opens in."""

    languages: tuple[Texts, ...]

    @cached_property
    def each(self) -> tuple[Words, ...]:
        """The program's own words of each language."""
        return tuple(Words(each.language) for each in self.languages)

    @property
    def columns(self) -> Lines:
        """What stands behind `label::` for each language: `ខ្មែរ (km)`."""
        return tuple(
            f"{KNOWN_LANGUAGES.get(each.language, each.language)} ({each.language})" for each in self.languages
        )

    def __call__(self, text: str, /, **values: object) -> Lines:
        """The program's own words."""
        return tuple(words(text, **values) for words in self.each)

    def said(self, key: str, before: str = "") -> Lines:
        """A text of the standard, `before` in front of it; of a draft with its source text on the next line."""
        return tuple(safe(before + shown(each(key), each.language)) for each in self.languages)

    def described(self, label: str, text: str) -> Lines:
        """`label: text` of two texts of the standard; of a draft with both sources on the next line."""
        return tuple(safe(_pair(each(label), each(text), each.language)) for each in self.languages)

    def about(self) -> Lines:
        """What a reader must know of the words in each language; empty where there is nothing."""
        return tuple(
            "\n".join(filter(None, (_draft(texts, words), words.about_translation)))
            for texts, words in zip(self.languages, self.each, strict=True)
        )


def joined(*parts: Lines, between: str = "\n") -> Lines:
    """The parts one after the other in each language; empty ones are passed over."""
    return tuple(between.join(filter(None, each)) for each in zip(*parts, strict=True))


def shown(text: Said, language: str) -> str:
    """The text, with its source below it where it is a draft; marked where it is in another language than asked for."""
    if text.language != language:
        return f"({text.language}) {text.text}"
    return f"{text.text}\n{text.source}" if text.source else text.text


def _pair(label: Said, text: Said, language: str) -> str:
    first = f"{label.text}: {text.text}"
    if text.language == language and text.source:
        return f"{first}\n{label.source or label.text}: {text.source}"
    return first


def safe(text: str) -> str:
    """`${` would be taken for the answer to a question."""
    return text.replace("${", "$ {")


def _draft(texts: Texts, words: Words) -> str:
    if texts.translation is None or not (texts.translation.draft or texts.stale):
        return ""
    name = KNOWN_LANGUAGES.get(texts.language, texts.language)
    return words(
        "The standard's texts in {language} are a draft translation that nobody has confirmed. "
        "The source text below each decides.",
        language=name,
    )


def needed(checklist: Checklist) -> tuple[str, ...]:
    """The keys of the texts that a form of this checklist has in every language: all but guidance."""
    here = {each.id for each in checklist.criteria}
    areas = {each.area for each in checklist.criteria}
    keys = texts_of(checklist.standard)
    return tuple(each for each in keys if _is_shown(each, here, areas) and not each.endswith(".guidance"))


def _is_shown(key: str, criteria: set[str], areas: set[str]) -> bool:
    if key == "title" or key.startswith("scale."):
        return True
    if key.startswith("area."):
        return key.removeprefix("area.").removesuffix(".title") in areas
    return any(key.startswith(f"{each}.") for each in criteria)


def missing(checklist: Checklist, texts: Texts) -> tuple[str, ...]:
    """The keys of needed texts that this language does not have."""
    return tuple(each for each in needed(checklist) if texts(each).language != texts.language)


def refuse_missing(checklist: Checklist, languages: Sequence[Texts]) -> None:
    """Raises SsiError: every language that lacks texts, and names that two questions would share."""
    faults: list[Fault] = []
    lacking = {each.language: missing(checklist, each) for each in languages}
    whole = ",".join(language for language, keys in lacking.items() if not keys)
    for language, keys in lacking.items():
        if keys:
            texts = ", ".join(keys[:NAMED]) + (" …" if len(keys) > NAMED else "")
            others = whole or checklist.standard.language
            faults.append(fault("phone-untranslated", language=language, count=len(keys), texts=texts, others=others))
    if clashes := Names(checklist.standard).clashes:
        faults.append(fault("phone-names", names=", ".join(clashes)))
    if faults:
        raise SsiError(faults)
