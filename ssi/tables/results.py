"""What rounds resulted in: by shelter, by shelter and area, by shelter and criterion.

Never works anything out: a shelter without a percent has an empty cell, never a zero.
"""

from collections.abc import Sequence

from ssi.findings import AreaScore, ShelterScore, Summary
from ssi.tables.tidy import (
    AREA,
    CRITERION,
    LEVEL,
    NO_LEVEL,
    OF_CRITERION,
    OF_SHELTER,
    ROUND,
    SHELTER,
    Field,
    Row,
    Tidy,
    both,
    count,
    flat,
    level,
    percent,
    tidy,
    truth,
    weight,
)

_FIGURES = flat(
    percent("percent", "What is met"),
    percent("low", "What is met at least, if all that was not seen is at its worst"),
    percent("high", "What is met at most, if all that was not seen is at its best"),
    percent("coverage", "How much was seen"),
)
_STATUS = ("urgent", "incomplete", "conditional", "meets", "improving")


def results(summaries: Sequence[Summary]) -> tuple[Tidy, ...]:
    """The tables `results`, `areas` and `outcomes` of these rounds."""
    pairs = [(summary.round, each) for summary in summaries for each in summary.shelters]
    return _results(pairs), _areas(pairs), _outcomes(pairs)


Scored = Sequence[tuple[str, ShelterScore]]


def _results(scored: Scored) -> Tidy:
    fields = (
        ROUND,
        SHELTER,
        Field("status", "string", "What the result says of the shelter", required=True, words=_STATUS),
        truth("incomplete", "Whether too little was seen to give a level"),
        Field("level", "integer", "The level that the percent reaches; empty while incomplete, 0 while urgent", low=0),
        *_FIGURES,
        count("gates_below", "Stop criteria below their minimum"),
        count("gates_not_applicable", "Stop criteria that were not applicable"),
        count("unsettled", "Criteria on which the team differed, so that the standard's rule decided"),
        count("contested", "Criteria that the team had to settle and did not"),
    )
    rows = (
        (
            *(round, each.shelter, each.status, each.incomplete, each.level),
            *_figures(each),
            *(len(each.gates), len(each.na_gates), len(each.unsettled), len(each.contested)),
        )
        for round, each in scored
    )
    return tidy("results", "The result of each shelter", fields, "round shelter", rows, OF_SHELTER)


def _areas(scored: Scored) -> Tidy:
    fields = flat(
        (ROUND, SHELTER, AREA),
        weight("What the area weighs in the shelter's percent"),
        _FIGURES,
        truth("thin", "Whether much of the area was not applicable"),
    )
    rows = (
        (round, each.shelter, area.area, *both(area.weight), *_figures(area), area.thin)
        for round, each in scored
        for area in each.areas
    )
    return tidy("areas", "The result of each shelter, by area", fields, "round shelter area", rows, OF_SHELTER)


def _outcomes(scored: Scored) -> Tidy:
    fields = (
        *(ROUND, SHELTER, CRITERION, LEVEL, NO_LEVEL),
        truth("capped", "Whether the level is lower than what was given, because it was seen in documents only"),
        truth("agreed", "Whether the team's agreed sheet settled it"),
        truth("unsettled", "Whether the team differed and the standard's rule decided"),
        truth("contested", "Whether the team had to settle it and did not"),
        truth("no_method", "Whether it is a practice for which no method was recorded"),
        truth("gate_below", "Whether it is a stop criterion below its minimum"),
    )
    rows = (row for round, each in scored for row in _settled(round, each))
    key = "round shelter criterion"
    return tidy("outcomes", "The level that counts", fields, key, rows, OF_SHELTER, OF_CRITERION)


def _settled(round: str, score: ShelterScore) -> list[Row]:
    return [
        (
            *(round, score.shelter, each.criterion, *level(each.score)),
            *(each.typed != each.score, each.agreed, each.unsettled, each.contested, each.no_method),
            each.criterion in score.gates,
        )
        for each in score.outcomes
    ]


def _figures(of: ShelterScore | AreaScore) -> Row:
    return (*both(of.percent), *both(of.low), *both(of.high), *both(of.coverage))
