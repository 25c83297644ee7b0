"""The worked examples as they are written: known ids, levels of the scale, decimals. They are run elsewhere."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ssi.errors import did_you_mean
from ssi.model import KINDS, METHODS, SCORE_WORDS
from ssi.standards.contents.outline import (
    Asked,
    Outline,
    Table,
    Wrong,
    numbers,
    shown,
    text,
    unknown_word,
    whole,
    wrong,
    wrong_type,
)
from ssi.standards.toml_places import Path

DECIMALS = ("percent", "low", "high", "coverage")
_DECIMAL = re.compile(r"\d{1,3}(\.\d{1,9})?", re.ASCII)
_EXPECTED = (*DECIMALS, "level", "status", "unsettled")


def examples(outline: Outline) -> Iterator[Wrong]:
    """Every worked example can be run, and says what should come out."""
    for path, table in outline.tables("example"):
        here = _checklist(outline, table)
        if not any(key in table for key in _EXPECTED):
            yield wrong(path, "example-empty", title=shown(text(table, "title")))
        yield from _all(outline, here, path, table)
        for inner, scores in _score_tables(path, table):
            yield from _scores(outline, here, inner, scores)
        yield from _methods(outline, (*path, "methods"), table.get("methods", {}))
        yield from _expected(outline, path, table)


def _checklist(outline: Outline, table: Table) -> Mapping[str, Asked]:
    """The criteria that such a shelter is asked; all of them where the kind is not known."""
    kind, children = table.get("kind", "long-term"), table.get("children") == "yes"
    if kind not in KINDS:
        return outline.asked
    return {id: each for id, each in outline.asked.items() if each.applies(kind, children=children)}


def _score_tables(path: Path, table: Table) -> Iterator[tuple[Path, Table]]:
    if isinstance(table.get("scores"), dict):
        yield (*path, "scores"), table["scores"]
    sheets = table.get("sheets")
    for at, each in enumerate(sheets if isinstance(sheets, list) else ()):
        if isinstance(each, dict):
            yield (*path, "sheets", at), each


def _all(outline: Outline, here: Mapping[str, Asked], path: Path, table: Table) -> Iterator[Wrong]:
    if "all" not in table:
        return
    yield from _score(outline, (*path, "all"), table["all"])
    named = [set(scores) for _, scores in _score_tables(path, table)]
    for id, each in here.items():
        everywhere = bool(named) and all(id in scores for scores in named)
        if table["all"] == "NA" and "na_when" not in each.table and not everywhere:
            yield wrong((*path, "all"), "na-refused", criterion=id)


def _scores(outline: Outline, here: Mapping[str, Asked], path: Path, scores: Table) -> Iterator[Wrong]:
    for id, score in scores.items():
        at = (*path, id)
        if id not in outline.asked:
            yield wrong(at, "unknown-criterion", criterion=shown(id), hint=did_you_mean(id, outline.asked))
        elif id not in here:
            yield wrong(at, "criterion-not-here", criterion=id)
        elif score == "NA" and "na_when" not in here[id].table:
            yield wrong(at, "na-refused", criterion=id)
        yield from _score(outline, at, score)


def _score(outline: Outline, path: Path, score: object) -> Iterator[Wrong]:
    good = score in outline.levels if whole(score) else score in SCORE_WORDS.values()
    if not good and outline.levels:
        yield wrong(path, "score-unknown", score=shown(score), known=outline.levels_text)


def _methods(outline: Outline, path: Path, given: Any) -> Iterator[Wrong]:
    """Either one list for every criterion, or a table of lists by id."""
    if isinstance(given, dict):
        for id, words in given.items():
            if id not in outline.asked:
                hint = did_you_mean(id, outline.asked)
                yield wrong((*path, id), "unknown-criterion", criterion=shown(id), hint=hint)
            yield from _words((*path, id), words)
    else:
        yield from _words(path, given)


def _words(path: Path, words: object) -> Iterator[Wrong]:
    if not isinstance(words, list):
        yield wrong_type(path, "a list between [ and ]", words)
        return
    for at, each in enumerate(words):
        if each not in METHODS:
            yield unknown_word((*path, at), each, METHODS)


def _expected(outline: Outline, path: Path, table: Table) -> Iterator[Wrong]:
    for key in DECIMALS:
        found = table.get(key)
        if key in table and not (isinstance(found, str) and _DECIMAL.fullmatch(found)):
            yield wrong((*path, key), "example-number", key=key, given=shown(found))
    highest = len(numbers(outline.rules, "bands"))
    if "level" in table and not 0 <= table["level"] <= highest:
        yield wrong((*path, "level"), "example-level", level=table["level"], highest=highest)
    named = table.get("unsettled")
    for at, id in enumerate(named if isinstance(named, list) else ()):
        if isinstance(id, str) and id not in outline.asked:
            hint = did_you_mean(id, outline.asked)
            yield wrong((*path, "unsettled", at), "unknown-criterion", criterion=shown(id), hint=hint)
