"""Rounds, sheets and decisions in few words, for the tests of the store."""

from collections.abc import Mapping, Sequence
from typing import Any

from ssi.model import Assessor, Decision, Round, Sheet, Visit
from ssi.store import Store
from tests.making import a_round, shelter

NOON = "2026-03-01T12:00:00Z"


def round_(id: str = "R1") -> Round:
    people = (Assessor(assessor="A1", shelter="S02", languages=("en", "km")), Assessor(assessor="A2", role="trainer"))
    visits = (Visit(round=id, shelter="S01", assessor="A1", date="2026-03-01"),)
    return a_round(
        [shelter("S01", children=True), shelter("S02")], id=id, assessors=people, visits=visits, closed=False
    )


def decision(
    kind: str, round: str = "R1", *, at: str = NOON, why: str = "agreed", body: Mapping[str, Any] | None = None
) -> Decision:
    return Decision(at, "group", kind, round, why, body or {})


def sheet_(
    levels: Sequence[int | None] = (2, None, -1),
    *,
    round: str = "R1",
    shelter: str = "S01",
    assessor: str = "A1",
    notes: str = "{}",
    replaces: str | None = None,
) -> Sheet:
    return Sheet("test", round, "sha", shelter, assessor, tuple(levels), notes, replaces)


def opened(store: Store, *rounds: str) -> None:
    for id in rounds or ("R1",):
        store.open_round(round_(id), decision("open", id))
