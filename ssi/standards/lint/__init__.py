"""What can be seen to be wrong in a translated text without knowing its language: CHECKS, one line each.

Never judges whether a translation is good: a person who works in a shelter does. A check takes one text beside its
source and names what is wrong with it; those that look at a whole translation are `missing` and `stale`. To add one,
write it in the file of its matter and add its line.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from ssi.findings.translations import Coverage
from ssi.model import Standard, Texts, Translation, texts_of
from ssi.standards.lint.numbers import numbers
from ssi.standards.lint.plain import invisible, markup, not_nfc, same
from ssi.standards.lint.script import known_language, script, untranslated
from ssi.standards.lint.text import Beside, Found
from ssi.standards.lint.zawgyi import zawgyi

CHECKS: tuple[Callable[[Beside], Iterator[Found]], ...] = (
    not_nfc,
    invisible,
    markup,
    same,
    script,
    untranslated,
    zawgyi,
    numbers,
)
KINDS = {  # what a key's last part makes of it, in the order in which coverage is said
    "title": "titles",
    "label": "titles",
    "text": "criteria",
    "anchors": "level descriptions",
    "guidance": "guidance",
    "na_when": "when not applicable",
    "unit": "units",
}

__all__ = ["CHECKS", "Finding", "coverage", "kind_of", "known_language", "lint", "name_of"]


class Finding(NamedTuple):
    """What is wrong with the text of this key (empty: with the whole), as a code of the catalogue and its values."""

    key: str
    code: str
    values: Mapping[str, object]


def lint(translation: Translation, standard: Standard, file: str = "") -> Iterator[Finding]:
    """Every finding in a whole translation; `file` is named in what to do about it."""
    name = PurePath(file).name
    own, texts = texts_of(standard), translation.texts
    stale = Texts(standard, translation).stale
    yield from _texts({key: each for key, each in texts.items() if key not in stale}, standard, translation, name)
    for key in own:
        if key in stale and key in texts:
            yield Finding(key, "translation-stale", {"key": name_of(key), "source": own[key], "file": name})
    incomplete = [key for key in texts if key in own and key not in translation.of]
    if incomplete:
        yield Finding("", "translation-incomplete", {"count": len(incomplete), "file": name})
    parts = [each for each in coverage(texts, standard) if each.done < each.all]
    if parts:
        counts = ", ".join(f"{kind} {done} of {all}" for kind, done, all in parts)
        yield Finding("language", "translation-partial", {"counts": counts, "language": translation.language})


def _texts(texts: Mapping[str, str], standard: Standard, translation: Translation, file: str) -> Iterator[Finding]:
    """What the texts themselves show, each beside its source."""
    own, language = texts_of(standard), translation.language
    for key, text in texts.items():
        if key in own:
            beside = Beside(own[key], text, language, standard.language)
            for check in CHECKS:
                for code, values in check(beside):
                    yield Finding(key, code, {"key": name_of(key), "file": file, **values})


def coverage(texts: Mapping[str, str], standard: Standard) -> tuple[Coverage, ...]:
    """How much of each kind of text is there."""
    own = texts_of(standard)
    kinds = dict.fromkeys(KINDS.values())
    counts = {kind: [key for key in own if kind_of(key) == kind] for kind in kinds}
    return tuple(Coverage(kind, sum(key in texts for key in keys), len(keys)) for kind, keys in counts.items() if keys)


def kind_of(key: str) -> str:
    """What kind of text this key is of, as coverage counts it."""
    return next(KINDS[part] for part in reversed(key.split(".")) if part in KINDS)


def name_of(key: str) -> str:
    """The key as a person reads it: `SAF-04.anchors.1` → `SAF-04, level description 1 (0 is the worst)`."""
    parts = key.split(".")
    match parts:
        case ["title"]:
            return "the title"
        case ["scale", value, "label"]:
            return f"the label of level {value}"
        case ["area", code, "title"]:
            return f"the title of area {code}"
        case [code, "anchors", at]:
            return f"{code}, level description {at} (0 is the worst)"
        case [code, kind]:
            return f"{code}, {'text' if kind == 'text' else KINDS[kind]}"
        case _:
            return key
