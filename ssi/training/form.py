"""The form of a case file: each key known, none missing, each value of its kind. → Faults before their places.

Never looks at a standard: `ssi.training.contents` does. What is named here is not judged there again.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ssi.errors import did_you_mean
from ssi.model import KINDS, METHODS, SCORE_WORDS
from ssi.standards.contents.outline import Wrong, shown, unknown_word, whole, wrong, wrong_type
from ssi.standards.toml_places import Path

_TEXT, _TEXTS, _LEVEL = (
    "a text between quotes",
    "a list of texts between [ and ]",
    "a level of the scale, or 'NA', 'NS' or 'NS declined'",
)
_KEYS: Mapping[str, str] = {
    "format": "a whole number",
    "id": _TEXT,
    "title": _TEXT,
    "standard": _TEXT,
    "kind": _TEXT,
    "story": _TEXTS,
    "observation": "tables that begin with [[observation]]",
}
_FREE: Mapping[str, str] = {"sha256": _TEXT, "language": _TEXT, "children": _TEXT}
_OBSERVATION: Mapping[str, str] = {"criterion": _TEXT, "text": _TEXT, "level": _LEVEL, "why": _TEXT}
_OBSERVATION_FREE: Mapping[str, str] = {"methods": _TEXTS}
_KINDS_OF: Mapping[str, Callable[[object], bool]] = {
    _TEXT: lambda value: isinstance(value, str),
    _TEXTS: lambda value: isinstance(value, list) and all(isinstance(each, str) for each in value),
    _LEVEL: lambda value: whole(value) or value in SCORE_WORDS.values(),
    "a whole number": whole,
    _KEYS["observation"]: lambda value: isinstance(value, list) and all(isinstance(each, dict) for each in value),
}
_WORDS: Mapping[str, tuple[str, ...]] = {"kind": KINDS, "children": ("yes", "no")}


def form(raw: Mapping[str, Any]) -> Iterator[Wrong]:
    """Every fault of the form, in no order; the paths of those that are wrong are in them."""
    yield from _table((), raw, _KEYS, _FREE, "the case")
    if raw.get("format", 1) != 1 and whole(raw["format"]):
        yield wrong(("format",), "format-unknown", format=shown(raw["format"]))
    for key, allowed in _WORDS.items():
        if isinstance(raw.get(key), str) and raw[key] not in allowed:
            yield unknown_word((key,), raw[key], allowed)
    for at, each in enumerate(observations(raw)):
        of = f"the observation of {each['criterion']}" if isinstance(each.get("criterion"), str) else "an observation"
        yield from _table(("observation", at), each, _OBSERVATION, _OBSERVATION_FREE, of)
        yield from _methods(("observation", at, "methods"), each.get("methods"))
    if raw.get("observation") == []:
        yield wrong(("observation",), "missing-key", within="the case", key="observation")


def observations(raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The tables made with [[observation]]; what is none is an empty one, so that no other moves."""
    found = raw.get("observation")
    return [each if isinstance(each, dict) else {} for each in found] if isinstance(found, list) else []


def _table(
    at: Path, table: Mapping[str, Any], needed: Mapping[str, str], free: Mapping[str, str], within: str
) -> Iterator[Wrong]:
    known = {**needed, **free}
    for key in needed:
        if key not in table:
            yield wrong((*at, key), "missing-key", within=within, key=key)
    for key, value in table.items():
        if key not in known:
            yield wrong((*at, key), "unknown-key", key=key, hint=did_you_mean(key, known))
        elif not _KINDS_OF[known[key]](value):
            yield wrong_type((*at, key), known[key], value)
        else:
            yield from _empty((*at, key), value, may_be=key in ("methods", "sha256", "observation"))


def _empty(path: Path, value: Any, *, may_be: bool) -> Iterator[Wrong]:
    """A text, or a list of texts, that says nothing."""
    texts = value if isinstance(value, list) else [value]
    blank = not texts or any(isinstance(each, str) and not each.strip() for each in texts)
    if blank and not may_be:
        yield wrong(path, "text-empty", key=str(path[-1]))


def _methods(path: Path, given: object) -> Iterator[Wrong]:
    for at, each in enumerate(given if isinstance(given, list) else ()):
        if isinstance(each, str) and each not in METHODS:
            yield unknown_word((*path, at), each, METHODS)
