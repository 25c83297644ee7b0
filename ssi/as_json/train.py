"""Practice as JSON for other programs: the cases, a learner's result, a room's result."""

from collections.abc import Iterable
from typing import Any

from ssi.as_json.numbers import number
from ssi.findings import KnownCase, Mark, PracticeResult, RoomResult
from ssi.model import SCORE_WORDS, Case


def cases_json(known: Iterable[KnownCase]) -> dict[str, Any]:
    return {
        "cases": [
            {
                "case": each.id,
                "title": each.title,
                "kind": each.kind,
                "children": each.children,
                "criteria": each.criteria,
                "standard": each.standard,
                "language": each.language,
                "own": each.ours,
                "faults": each.faults,
            }
            for each in known
        ]
    }


def case_json(case: Case, *, key: bool) -> dict[str, Any]:
    """A case as it is handed out; with `key` its reference levels and why."""
    told = case.model_dump(mode="json", exclude={"observation"})
    hidden = set() if key else {"level", "why"}
    return {**told, "observation": [each.model_dump(mode="json", exclude=hidden) for each in case.observation]}


def result_json(result: PracticeResult, written: str = "") -> dict[str, Any]:
    """`written` = the day until which the pass holds, where it was written into assessors.csv."""
    return {
        "case": result.case,
        "standard": {"name": result.standard, "sha256": result.sha256},
        **_figures(result),
        "needed": number(result.needed),
        "differs": [_mark(each) for each in result.differing],
        "valid_until": written or None,
    }


def room_json(room: RoomResult, written: str = "") -> dict[str, Any]:
    first = room.results[0]
    return {
        "case": first.case,
        "standard": {"name": first.standard, "sha256": first.sha256},
        "needed": number(first.needed),
        "learners": [_figures(each) for each in room.results],
        "discuss": [
            {
                "criterion": each.criterion,
                "differ": each.wrong,
                "given": {learner: _score(score) for learner, score in each.given.items()},
                "reference": _score(each.reference),
                "why": each.why,
            }
            for each in room.hard
        ],
        "valid_until": written or None,
    }


def _figures(result: PracticeResult) -> dict[str, Any]:
    return {
        "learner": result.learner or None,
        "criteria": len(result.marks),
        "exact": number(result.exact),
        "within_one": number(result.within_one),
        "leniency": number(result.leniency),
        "passed": result.passed,
    }


def _mark(each: Mark) -> dict[str, Any]:
    return {
        "criterion": each.criterion,
        "given": _score(each.given),
        "reference": _score(each.reference),
        "steps": each.steps,
        "why": each.why,
    }


def _score(score: int | None) -> int | str | None:
    return None if score is None else SCORE_WORDS.get(score, score)
