"""What the other tables refer to: rounds, the criteria that held in each, shelters by code, how far visits are.

Never says where a shelter is or who runs it. Of an open round these tables are all that leaves.
"""

from collections.abc import Iterator, Sequence

from ssi.findings import RULE, Summary
from ssi.model import CLASSES, KINDS, Round, Standard
from ssi.tables.tidy import (
    AREA,
    CRITERION,
    OF_ROUND,
    OF_SHELTER,
    ROUND,
    SHELTER,
    Field,
    Row,
    Tidy,
    both,
    code,
    count,
    flat,
    tidy,
    truth,
    weight,
)

Pinned = tuple[Round, Standard]  # a round and the standard that it is pinned to


def about(rounds: Sequence[Pinned]) -> tuple[Tidy, ...]:
    """The tables `rounds`, `criteria` and `shelters`, the earlier round first."""
    return _rounds(rounds), _criteria(rounds), _shelters(rounds)


def _rounds(rounds: Sequence[Pinned]) -> Tidy:
    fields = (
        ROUND,
        Field("kind", "string", "What round it is", required=True, words=("baseline", "follow-up", "self")),
        truth("closed", "Whether the round is closed; of an open one only completeness is told"),
        code("standard", "The id of the standard"),
        code("version", "The version of the standard"),
        code("standard_sha256", "sha256 of the standard's file"),
        code("rule", "The rule by which results were worked out"),
    )
    rows = (
        (each.id, each.kind, each.closed, standard.id, standard.version, each.standard_sha256, RULE)
        for each, standard in rounds
    )
    return tidy("rounds", "Rounds and what they are pinned to", fields, "round", rows)


def _criteria(rounds: Sequence[Pinned]) -> Tidy:
    fields = flat(
        ROUND,
        CRITERION,
        AREA,
        Field("area_title", "string", "What the area is called in the standard"),
        Field("class", "string", "How much it matters", required=True, words=CLASSES),
        truth("gate", "Whether it is a stop criterion"),
        truth("practice", "Whether it is about what is done, not what is written"),
        Field("minimum", "integer", "The level that meets the standard", required=True),
        weight("What it weighs in its area"),
        Field("text", "string", "What it asks, in the standard's own language"),
    )
    return tidy("criteria", "Criteria of each round's standard", fields, "round criterion", _asked(rounds), OF_ROUND)


def _asked(rounds: Sequence[Pinned]) -> Iterator[Row]:
    for round, standard in rounds:
        titles = {each.id: each.title for each in standard.area}
        for each in standard.criteria:
            head = (round.id, each.id, each.area, titles[each.area], each.class_, each.gate, each.practice)
            yield (*head, each.minimum, *both(each.weight), each.text)


def _shelters(rounds: Sequence[Pinned]) -> Tidy:
    fields = (
        ROUND,
        SHELTER,
        Field("kind", "string", "For how long people stay", required=True, words=KINDS),
        truth("children", "Whether children stay there"),
        count("capacity", "Licensed places"),
    )
    rows = (
        (round.id, each.shelter, each.kind, each.children, each.capacity)
        for round, _ in rounds
        for each in round.shelters
    )
    return tidy("shelters", "Shelters as they were at each round", fields, "round shelter", rows, OF_ROUND)


def completeness(summaries: Sequence[Summary]) -> Tidy:
    """How far each visit is."""
    fields = (
        ROUND,
        SHELTER,
        count("planned", "Sheets that were planned"),
        count("typing", "Sheets that are being typed"),
        count("sealed", "Sheets that are sealed"),
        Field("to_settle", "integer", "Contested criteria that no agreed sheet settles; empty before all are sealed"),
        truth("conflict", "Whether somebody has two different sheets"),
        truth("agreed_sheet_stale", "Whether the agreed sheet rests on a sheet that was replaced"),
    )
    rows = (
        (
            summary.round,
            each.shelter,
            len(each.planned),
            len(each.started),
            len(each.sealed),
            None if each.contested is None else len(each.contested),
            bool(each.conflicts),
            each.stale,
        )
        for summary in summaries
        for each in summary.completeness
    )
    return tidy("completeness", "How far each visit is", fields, "round shelter", rows, OF_ROUND, OF_SHELTER)
