"""The choices of a phone form: levels with their descriptions, methods, languages.

Never lets a choice begin with words: each begins with its sign, the same in every language, so that an export of labels
can be read back (`ssi.checklists.phone.sign`). A criterion has a list of its own, because its levels are described.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ssi.checklists.phone import DOT, PRACTICE, name_of
from ssi.checklists.writers.form_texts import Lines, Speech, joined
from ssi.model import METHOD_LETTERS, METHODS, Checklist, Criterion, Method
from ssi.words import KNOWN_LANGUAGES


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the sheet choices."""

    list_name: str
    name: str
    label: Lines


def methods_list(each: Criterion) -> str:
    """The list of a criterion's own methods; of all where it names none."""
    return "methods_" + "".join(letter for letter, method in METHOD_LETTERS.items() if method in _methods(each))


def _methods(each: Criterion) -> Sequence[Method]:
    return each.methods or METHODS


def choices(checklist: Checklist, words: Speech) -> Iterator[Choice]:
    """All lists: of the visit, of the methods, of each criterion."""
    yield _choice("ssi_purpose", "visit", words("a real visit"))
    yield _choice("ssi_purpose", PRACTICE, words("only practice: it will not be counted"))
    for code, language in KNOWN_LANGUAGES.items():
        yield _choice("ssi_language", code, (language,) * len(words.languages))
    yield _choice("ssi_language", "other", words("another language"))
    known = {
        "observe": words("observe"),
        "measure": words("measure"),
        "staff": words("staff"),
        "resident": words("resident"),
        "document": words("document"),
    }
    lists = {methods_list(each): _methods(each) for each in checklist.criteria}
    for name, methods in sorted(lists.items()):
        for letter, method in METHOD_LETTERS.items():
            if method in methods:
                yield _choice(name, method, known[method], letter)
    for each in checklist.criteria:
        yield from _levels(checklist, words, each)


def _choice(of: str, name: str, label: Lines, sign: str = "") -> Choice:
    return Choice(of, name, tuple(f"{sign or name}{DOT}{each}" for each in label))


def _levels(checklist: Checklist, words: Speech, each: Criterion) -> Iterator[Choice]:
    """The levels with their descriptions, best first; NA where the standard allows it; NS."""
    of = name_of(each.id)
    for at, level in reversed([*enumerate(checklist.standard.scale)]):
        described = words.described(f"scale.{level.value}.label", f"{each.id}.anchors.{at}")
        yield _choice(of, str(level.value), described)
    if each.na_when is not None:
        when = words.said(f"{each.id}.na_when")
        yield _choice(of, "NA", joined(words("not applicable"), when, between=": "))
    yield _choice(of, "NS", words("not seen"))
    yield _choice(of, "NS_declined", words("not seen because residents declined to talk"), "NS declined")
