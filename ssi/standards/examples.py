"""Runs the worked examples inside a standard: what the file says should come out, against what does.

Never scores: the pipeline hands the scoring in, so that the standard is held to the very rules that shelters are. An
example builds sheets as assessors would: `all` everywhere, `scores` over it on one sheet, or one sheet for each of
`sheets`. A criterion that nothing gives a score is not seen.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ssi.errors import Fault, fault
from ssi.findings import ShelterScore
from ssi.model import NS, SCORE_WORDS, Checklist, Entry, Example, Notes, Scores, Sheet, Standard
from ssi.standards.toml_places import Places
from ssi.words import rounded

Scoring = Callable[[Checklist, str, Sequence[Sheet]], ShelterScore]
_WORDS: Mapping[int | str, int] = {word: score for score, word in SCORE_WORDS.items()}
_DECIMALS = ("percent", "low", "high", "coverage")


def run_examples(standard: Standard, score: Scoring, places: Places) -> tuple[Fault, ...]:
    """A fault for each figure of an example that comes out otherwise, at the example's own line. `score` =
    (checklist, shelter, sheets) → the shelter's result."""
    return tuple(
        fault(
            "example-differs", places.where(("example", at, key)), title=each.title, key=key, expected=said, found=found
        )
        for at, each in enumerate(standard.example)
        for key, said, found in _differences(each, _result(each, standard, score))
    )


def example_sheets(example: Example, checklist: Checklist) -> tuple[Sheet, ...]:
    """The sheets of a worked example, by assessors A1, A2 …"""
    tables = example.sheets or (example.scores,)
    return tuple(_sheet(example, table, f"A{at}", checklist) for at, table in enumerate(tables, 1))


def _result(example: Example, standard: Standard, score: Scoring) -> ShelterScore:
    checklist = standard.checklist(example.kind, children=example.children == "yes")
    return score(checklist, "example", example_sheets(example, checklist))


def _sheet(example: Example, scores: Scores, assessor: str, checklist: Checklist) -> Sheet:
    standard, given = checklist.standard, {**example.scores, **scores}
    base = NS if example.all is None else example.all
    levels: list[int | None] = [None] * len(standard.criteria)
    entries: dict[str, Entry] = {}
    for at, criterion in zip(checklist.slots, checklist.criteria, strict=True):
        word = given.get(criterion.id, base)
        level = word if isinstance(word, int) else _WORDS[word]
        used = example.methods.get(criterion.id, ()) if isinstance(example.methods, dict) else example.methods
        levels[at] = level
        entries[criterion.id] = Entry(criterion.id, level, used, "as the example says" if word == "NA" else "")
    return Sheet("example", "example", standard.sha256, "example", assessor, tuple(levels), Notes(entries).text())


def _differences(example: Example, result: ShelterScore) -> Iterator[tuple[str, str, str]]:
    """(key, what the example expects, what came out), where the two differ."""
    for key in _DECIMALS:
        said = getattr(example, key)
        if said is not None and (found := _rounded(getattr(result, key), said)) != said:
            yield key, said, found
    if example.level is not None and example.level != result.level:
        yield "level", str(example.level), "none" if result.level is None else str(result.level)
    if example.status is not None and example.status != result.status:
        yield "status", example.status, result.status
    if example.unsettled is not None and set(example.unsettled) != set(result.unsettled):
        yield "unsettled", _list(example.unsettled), _list(result.unsettled)


def _rounded(value: Fraction | None, like: str) -> str:
    """The value half-even at the decimals of another text; `none` where there is no figure."""
    if value is None:
        return "none"
    return f"{rounded(value, len(like.partition('.')[2])):f}"


def _list(ids: Sequence[Any]) -> str:
    return ", ".join(sorted(ids)) or "none"
