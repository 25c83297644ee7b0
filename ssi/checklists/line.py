"""The line form of `ssi record`: one typed line → what it asks for.

Never saves and never judges the entry (`ssi.checklists.check` does). A line is an id, a score, `=value`, `/methods` and
a note, in that order or nearly; ids in any case, digits of any script, full-width signs as some keyboards give them.
A word that is neither a score nor `note` is refused rather than taken for a note, because whoever typed `SAF-01 yes`
thinks that a score was saved.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import NoReturn

from ssi.checklists.check import check_interviews, levels_text, measured, proposed_level
from ssi.checklists.commands import (
    HELP,
    Back,
    Blank,
    Command,
    Confirm,
    Done,
    Find,
    Guidance,
    Help,
    Jump,
    ListOpen,
    Methods,
    Note,
    Quit,
    Score,
    Skip,
    Talks,
    Undo,
    VisitFact,
    Was,
)
from ssi.errors import SsiError, did_you_mean, fault, refuse
from ssi.model import DECLINED, METHOD_LETTERS, METHODS, NA, NS, SCORE_WORDS, Checklist, Entry, Interviews, Method
from ssi.words import Words

__all__ = [
    "HELP", "Back", "Blank", "Command", "Confirm", "Done", "Find", "Guidance", "Help", "Jump", "ListOpen", "Methods",
    "Note", "Quit", "Score", "Skip", "Talks", "Undo", "VisitFact", "Was", "parse", "said",
]  # fmt: skip

_ALONE: Mapping[str, Command] = {
    "done": Done(), "seal": Done(), "q": Quit(), "quit": Quit(),
    "b": Back(), "back": Back(), "s": Skip(), "skip": Skip(), "u": Undo(), "undo": Undo(),
    "confirm": Confirm(), "yes": Confirm(),
    "l": ListOpen(), "list": ListOpen(), "open": ListOpen(), "show": ListOpen(), "h": Help(), "help": Help(),
}  # fmt: skip
_GUIDANCE = re.compile(r"\?\s*(.*)")
_INTEGER = re.compile(r"[+-]?\d+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], " ")
_GARBLED = re.compile("[\x1b\ud800-\udfff]")  # an arrow key, or a byte that is not UTF-8
_UNSEEN = dict.fromkeys([0x200B, 0x2060, 0xFEFF])  # what a Khmer keyboard puts between words
_DASHES = str.maketrans("‐‑‒–—−", "------")


def parse(line: str, checklist: Checklist, current: str | None = None) -> Command:
    """What a line asks for; `current` = the criterion that is shown, for a line that names none. Raises SsiError where
    it cannot be understood; a criterion that is not on the checklist is left to `check_entry`."""
    if _GARBLED.search(line):
        raise SsiError(fault("line-garbled"))
    words = [each for each in unicodedata.normalize("NFC", line).translate(_CONTROLS).split() if _plain(each)]
    if not words:
        return Blank()
    first = _plain(words[0])
    if asked := _GUIDANCE.fullmatch(" ".join([first, *words[1:]])):
        code = _plain(asked[1]) or current
        return Guidance(_known(code, checklist)) if code else Help()
    if len(words) == 1 and first.casefold() in _ALONE:
        return _ALONE[first.casefold()]
    reader = _READERS.get(first.casefold())
    if reader:
        return reader(first.casefold(), words[1:], checklist)
    criterion = _find(first, checklist)
    if criterion:
        return _about(criterion, words[1:], checklist) if len(words) > 1 else Jump(criterion)
    if current and _begins_entry(first):
        return _about(current, words, checklist)
    return _lost(first, checklist)


def said(entry: Entry, checklist: Checklist, words: Words) -> str:
    """An entry as the answer names it: `SAF-01 2`, `WSH-03 1 (=12 residents per toilet)`; where the value proposes
    another level, it says which."""
    score = SCORE_WORDS.get(entry.score, str(entry.score))
    criterion = checklist.standard.criterion(entry.criterion)
    value = measured(entry.value) if entry.value else None
    if value is None or criterion.measure is None:
        return f"{entry.criterion} {score}"
    proposed = proposed_level(criterion, value, checklist.standard)
    differs = "" if proposed == entry.score else words(": this value proposes {level}", level=proposed)
    return f"{entry.criterion} {score} (={entry.value} {criterion.measure.unit}{differs})"


# ── one line ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _plain(word: str) -> str:
    """A word with ASCII digits, dashes and signs, whatever keyboard it came from."""
    plain = unicodedata.normalize("NFKC", word).translate(_UNSEEN).translate(_DASHES)
    return "".join(str(unicodedata.decimal(each, each)) for each in plain)


def _find(code: str, checklist: Checklist) -> str | None:
    """The id of the standard that this is, in any case of letters."""
    return next((each.id for each in checklist.standard.criteria if each.id.casefold() == code.casefold()), None)


def _known(code: str, checklist: Checklist) -> str:
    found = _find(code, checklist)
    if found is None:
        hint = did_you_mean(code, (each.id for each in checklist.criteria))
        raise SsiError(fault("unknown-criterion", criterion=code, hint=hint))
    return found


def _lost(word: str, checklist: Checklist) -> NoReturn:
    if re.search(r"[^\W\d]-?\d", word):
        _known(word, checklist)
    hint = did_you_mean(word, [each for each in (*_ALONE, *_READERS) if len(each) > 2 and each != "find"])
    raise SsiError(fault("line-unknown", word=word, hint=hint))


def _begins_entry(word: str) -> bool:
    return bool(_INTEGER.fullmatch(word)) or word[0] in "=/" or word.casefold() in ("na", "ns")


def _about(criterion: str, words: list[str], checklist: Checklist) -> Command:
    """What is said of one criterion: a score with what belongs to it, or methods or a note alone."""
    score, value, methods, note = _parts(words, checklist)
    if value and score is None:
        score = _proposed(criterion, value, checklist)
    if score is not None:
        return Score(Entry(criterion, score, methods, note, value))
    if methods and note:
        raise SsiError(fault("line-incomplete", word=criterion, form=f"{criterion} SCORE /METHODS note …"))
    return Methods(criterion, methods) if methods else Note(criterion, note)


def _parts(words: list[str], checklist: Checklist) -> tuple[int | None, str, tuple[Method, ...], str]:
    """Score, value, methods and note: each at most once, the note last."""
    score: int | None = None
    value, methods, rest = "", tuple[Method, ...](), [_plain(each) for each in words]
    while rest:
        word = rest[0]
        if word.startswith("=") and not value:
            value, rest = _value(rest)
        elif word.startswith("/") and len(word) > 1 and not methods:
            methods, rest = _methods(word[1:]), rest[1:]
        elif score is None and word.casefold() not in ("note", "reason"):
            score, rest = _score(rest, checklist)
        else:
            break
    return score, value, methods, _note(words[len(words) - len(rest) :])


def _score(words: list[str], checklist: Checklist) -> tuple[int, list[str]]:
    word, after = words[0].casefold(), [each.casefold() for each in words[1:2]]
    if word == "ns" and after == ["declined"]:
        return DECLINED, words[2:]
    if word in ("na", "ns"):
        return (NA if word == "na" else NS), words[1:]
    if _INTEGER.fullmatch(word) and len(word) < 10 and int(word) in checklist.standard.position:
        return int(word), words[1:]
    raise SsiError(fault("score-unknown", score=words[0], known=levels_text(checklist.standard)))


def _value(words: list[str]) -> tuple[str, list[str]]:
    """`=12` or `= 12` → the value and the words behind it."""
    text, rest = (words[0][1:], words[1:]) if len(words[0]) > 1 else (" ".join(words[1:2]), words[2:])
    if measured(text) is None:
        raise SsiError(fault("value-not-number", value=text or "="))
    return text, rest


def _proposed(criterion: str, value: str, checklist: Checklist) -> int:
    asked, number = checklist.standard.criterion(criterion), measured(value)
    if asked.measure is None or number is None:
        raise SsiError(fault("value-without-measure", criterion=criterion))
    return proposed_level(asked, number, checklist.standard)


def _methods(word: str) -> tuple[Method, ...]:
    """`od` or `observe,document` → methods in their usual order, each once."""
    names: dict[str, Method] = {each: each for each in METHODS}
    parts = [each for each in word.casefold().split(",") if each]
    given = [each for part in parts for each in ([part] if part in names else part)]
    unknown = [each for each in given if each not in METHOD_LETTERS and each not in names]
    refuse(fault("method-unknown", method=each) for each in unknown)
    used = {METHOD_LETTERS.get(each) or names[each] for each in given}
    return tuple(each for each in METHODS if each in used)


def _note(words: list[str]) -> str:
    """The note as it was typed, without the word that leads it in."""
    leads = bool(words) and words[0].casefold() in ("note", "reason")
    return " ".join(words[1:] if leads else words)


# ── lines about the visit ────────────────────────────────────────────────────────────────────────────────────────────


def _fact(name: str, words: list[str], checklist: Checklist) -> Command:
    del checklist
    if not words:
        raise SsiError(fault("line-incomplete", word=name, form=f"{name} …"))
    match name:
        case "date":
            return VisitFact("date", _day(" ".join(words)))
        case "language":
            return VisitFact("language", " ".join(words))
        case "interpreter":
            return VisitFact("interpreter", " ".join(words))
        case _:
            return VisitFact("conflicts", " ".join(words))


def _day(text: str) -> str:
    plain = _plain(text)
    try:
        if _DATE.fullmatch(plain):
            return date.fromisoformat(plain).isoformat()
    except ValueError:
        pass
    raise SsiError(fault("date-form", date=text))


def _talks(name: str, words: list[str], checklist: Checklist) -> Command:
    del checklist
    numbers = [_plain(each) for each in words]
    if len(numbers) != 3 or not all(each.isdecimal() and len(each) < 7 for each in numbers):
        raise SsiError(fault("interviews-form", text=" ".join(words) or name))
    asked, agreed, declined = (int(each) for each in numbers)
    refuse(check_interviews(asked, agreed, declined))
    return Talks(Interviews(asked, agreed, declined))


def _jump(name: str, words: list[str], checklist: Checklist) -> Command:
    if len(words) != 1:
        raise SsiError(fault("line-incomplete", word=name, form=f"{name} {checklist.criteria[0].id}"))
    return Jump(_known(_plain(words[0]), checklist))


def _find_words(name: str, words: list[str], checklist: Checklist) -> Command:
    del checklist
    if not words:
        raise SsiError(fault("line-incomplete", word=name, form=f"{name} …"))
    return Find(" ".join(words))


def _was(name: str, words: list[str], checklist: Checklist) -> Command:
    if len(words) != 1:
        raise SsiError(fault("line-incomplete", word=name, form=f"{name} {checklist.criteria[0].id}"))
    return Was(_known(_plain(words[0]), checklist))


def _note_line(name: str, words: list[str], checklist: Checklist) -> Command:
    if len(words) < 2:
        raise SsiError(fault("line-incomplete", word=name, form=f"{name} {checklist.criteria[0].id} …"))
    return Note(_known(_plain(words[0]), checklist), " ".join(words[1:]))


_READERS: Mapping[str, Callable[[str, list[str], Checklist], Command]] = {
    "interviews": _talks,
    "date": _fact,
    "language": _fact,
    "interpreter": _fact,
    "conflicts": _fact,
    "jump": _jump,
    "go": _jump,
    "g": _jump,
    "note": _note_line,
    "find": _find_words,
    "was": _was,
}
