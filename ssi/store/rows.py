"""Between a row of the store and a value of the model, both ways.

Never touches a database, and never parses notes: reading a round of 4,500 sheets costs one small JSON list each.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ssi.model import Assessor, Decision, Frozen, Round, Sheet, Shelter, Visit, canonical

Row = tuple[Any, ...]


def pinned(
    *,
    shelters: Iterable[Shelter] | None = None,
    assessors: Iterable[Assessor] | None = None,
    visits: Iterable[Visit] | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """The rows that a round is pinned to, as plain JSON: the body of an `update` decision. What is left out stays."""
    given: Mapping[str, Iterable[Frozen] | None] = {"shelters": shelters, "assessors": assessors, "visits": visits}
    return {name: [each.model_dump(mode="json") for each in rows] for name, rows in given.items() if rows is not None}


def _unpinned(
    rows: Mapping[str, Iterable[object]],
) -> tuple[tuple[Shelter, ...], tuple[Assessor, ...], tuple[Visit, ...]]:
    """The values again; a ValueError where a row is not one."""
    return (
        tuple(map(Shelter.model_validate, rows.get("shelters", ()))),
        tuple(map(Assessor.model_validate, rows.get("assessors", ()))),
        tuple(map(Visit.model_validate, rows.get("visits", ()))),
    )


def row_of_round(round: Round) -> Row:
    rows = pinned(shelters=round.shelters, assessors=round.assessors, visits=round.visits)
    chain = canonical([[name, content.hex()] for name, content in round.chain])
    return (
        round.id,
        round.kind,
        round.programme,
        round.standard_sha256,
        chain,
        *(canonical(rows[name]) for name in ("shelters", "assessors", "visits")),
        round.opened_at,
    )


def round_of(row: Row, decisions: Sequence[Decision]) -> Round:
    """A round as its own `decisions`, in order, left it."""
    id, kind, programme, standard_sha256, chain, shelters, assessors, visits, opened_at = row
    rows = {"shelters": json.loads(shelters), "assessors": json.loads(assessors), "visits": json.loads(visits)}
    closed = False
    for each in decisions:
        closed = {"open": False, "close": True, "reopen": False}.get(each.kind, closed)
        if each.kind == "update":
            rows.update((name, each.body[name]) for name in rows.keys() & each.body.keys())
    bytes_of = tuple((name, bytes.fromhex(content)) for name, content in json.loads(chain))
    return Round(id, kind, programme, standard_sha256, bytes_of, *_unpinned(rows), opened_at, closed)


def row_of_sheet(sheet: Sheet, at: str) -> Row:
    return (
        sheet.hash,
        sheet.round,
        sheet.shelter,
        sheet.assessor,
        sheet.replaces,
        sheet.programme,
        sheet.standard_sha256,
        canonical(sheet.levels),
        sheet.notes,
        at,
    )


def sheet_of(row: Row) -> Sheet:
    """The sheet that the columns say; its hash is worked out anew when asked for, never taken from the row."""
    _, round, shelter, assessor, replaces, programme, standard_sha256, levels, notes = row
    return Sheet(programme, round, standard_sha256, shelter, assessor, tuple(json.loads(levels)), notes, replaces)


def row_of_decision(decision: Decision) -> Row:
    """ValueError, before anything is written, for an update whose rows could never be read back."""
    if decision.kind == "update":
        _unpinned(decision.body)
    return (
        decision.at,
        decision.who,
        decision.kind,
        decision.round,
        decision.why,
        canonical(dict(decision.body)),
    )


def decision_of(row: Row) -> Decision:
    at, who, kind, round, why, body = row
    return Decision(at, who, kind, round, why, json.loads(body))
