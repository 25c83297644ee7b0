"""What changed between two standards, and its consultation, as JSON for other programs.

Never computes. A later version that claims too little has its fault beside the finding, in the form of all faults.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ssi.as_json.year import faults_json
from ssi.errors import Fault
from ssi.findings.difference import STATES, Change, Comment, Difference, Named


def difference_json(
    found: Difference, comments: Iterable[Comment] | None = None, faults: Iterable[Fault] = ()
) -> dict[str, Any]:
    """`ssi standard diff A B --json`. `at_least` and `enough` are null where the two are no versions of one standard;
    `percent_comparable` is about the overall percent, `matched` about single criteria."""
    return {
        "before": _named(found.before),
        "after": _named(found.after),
        "needs": found.needs,
        "at_least": found.at_least or None,
        "enough": found.enough if found.versions else None,
        "changes": [_change(each) for each in found.changes],
        "percent_comparable": not found.moving,
        "matched": [{"before": before, "after": after} for before, after in found.matched],
        "asked_before": found.asked_before,
        "left_out": [{"criterion": each.criterion, "reason": each.reason} for each in found.left_out],
        "weakening": [{"criterion": criterion or None, "what": what} for criterion, what in found.weakened],
        "consultation": None if comments is None else consultation_json(tuple(comments)),
        **faults_json(faults),
    }


def consultation_json(comments: tuple[Comment, ...]) -> dict[str, Any]:
    """The comments, and how many are in which state."""
    counts = Counter(each.state for each in comments)
    return {
        "counts": {state: counts[state] for state in STATES},
        "comments": [
            {
                "comment": each.comment,
                "criterion": each.criterion or None,
                "from": each.by,
                "text": each.text,
                "answer": each.answer,
                "state": each.state,
            }
            for each in comments
        ],
    }


def _named(standard: Named) -> dict[str, Any]:
    return {"id": standard.id, "version": standard.version, "sha256": standard.sha256, "title": standard.title}


def _change(each: Change) -> dict[str, Any]:
    return {
        "within": each.within,
        "id": each.id,
        "criterion": each.criterion or None,
        "area": each.area or None,
        "level": each.level,
        "what": each.what,
        "before": each.before,
        "after": each.after,
        "effect": each.effect,
        "needs": each.bump,
        "judge": each.judge,
    }
