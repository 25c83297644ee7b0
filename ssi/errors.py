"""Faults are values: collected, all shown at once, and turned into text in one place (`ssi.cli`).

Never prints, never decides what happens next. The words of every fault stand in `ssi.catalogue`, so that a translator
and a gallery of bad files can find them; code that finds a fault names its code and the values that fill its words.

A fault keeps its code and values, and is put into a language only where it is shown (`Fault.in_words`). `message` and
`advice` are English, which other programs may rely on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ssi.catalogue import CATALOGUE


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: line and column count from 1; `text` is the line itself, for the reader's eye."""

    file: str = ""
    line: int | None = None
    column: int | None = None
    text: str = ""
    cell: str = ""  # of a workbook, as E2

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file} cell {self.cell}"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))


class Phrase(str):
    """A few words of the program's own that fill a fault's words: English as any text is, and translated with them."""

    __slots__ = ("pattern", "values")
    pattern: str
    values: Mapping[str, str]


def phrase(pattern: str, /, **values: object) -> Phrase:
    """The phrase with its `{names}` filled; its pattern is what translators see."""
    filled = {name: str(value) for name, value in values.items()}
    made = Phrase(pattern.format_map(filled))
    made.pattern, made.values = pattern, filled
    return made


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its code in the catalogue, where it is, and the values that fill the words: texts, or
    another fault that this one tells of."""

    code: str
    where: Where = Where()
    values: "Mapping[str, str | Fault]" = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message

    @property
    def message(self) -> str:
        return CATALOGUE[self.code].message.format_map(self.values)

    @property
    def advice(self) -> str:
        return self._advice.format_map(self.values)

    @property
    def _advice(self) -> str:
        """What to write instead; in a workbook, in the words of a workbook."""
        words = CATALOGUE[self.code]
        return words.in_cell if self.where.cell and words.in_cell else words.advice

    def in_words(self, words: Callable[..., str]) -> tuple[str, str]:
        """Message and advice in a language: `words` is called as `ssi.words.Words` is, with a text and its values."""
        values = {name: _in_words(each, words) for name, each in self.values.items()}
        return words(CATALOGUE[self.code].message, **values), words(self._advice, **values)

    @property
    def warning(self) -> bool:
        return CATALOGUE[self.code].warning


def _in_words(value: str | Fault, words: Callable[..., str]) -> str:
    if isinstance(value, Fault):
        return value.in_words(words)[0]
    return words(value.pattern, **value.values) if isinstance(value, Phrase) else value


def fault(code: str, where: Where | None = None, /, **values: object) -> Fault:
    """A fault of this code; every value is turned into text here, unless it is a fault or a phrase, which are said in
    the language in which this one is. An unknown code is a KeyError: a bug."""
    CATALOGUE[code]
    kept = {name: each if isinstance(each, Fault | Phrase) else str(each) for name, each in values.items()}
    return Fault(code, where or Where(), kept)


class SsiError(Exception):
    """Faults in what was given; nothing was changed. `exit_status` is the process's."""

    exit_status = 1

    def __init__(self, faults: Iterable[Fault] | Fault) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("; ".join(f"{each.where} {each.message}".strip() for each in self.faults))


class WrongUse(SsiError):
    """The command was used wrongly: exit status 2."""

    exit_status = 2


class StoreUnusable(SsiError):
    """The store cannot be used: exit status 3."""

    exit_status = 3


def refuse(faults: Iterable[Fault]) -> None:
    """Raise all faults at once if there is one that is not a warning."""
    found = tuple(faults)
    if any(not each.warning for each in found):
        raise SsiError(found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A phrase ' Did you mean X?' when one of the known words is near, else nothing. Case is overlooked. A short code
    has to be nearer: S1 may be S01, but A20 is somebody else than A02."""
    from difflib import get_close_matches

    by_fold = {each.casefold(): each for each in known}
    alike = [each for fold, each in by_fold.items() if _bare(fold) == _bare(word.casefold())]
    if alike:
        return phrase(" Did you mean {word}?", word=alike[0])
    code = len(word) < 5 and any(each.isdecimal() for each in word)
    near = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.7 if code else 0.6)
    return phrase(" Did you mean {word}?", word=by_fold[near[0]]) if near else ""


def _bare(code: str) -> str:
    """A code without what people mistype in one: signs between, zeros before a number, letters like digits."""
    import re

    letters, digits = re.fullmatch(r"([^\W\d]*)[-_ ]?(.*)", code, re.DOTALL).groups()  # type: ignore[union-attr]
    number = digits.translate(str.maketrans("oli", "011"))
    return letters + number.lstrip("0") if number.isdecimal() else code
