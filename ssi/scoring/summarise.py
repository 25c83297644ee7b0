"""Makes the result of a round from its sheets: every shelter's percent, bounds, status and level, all exact.

Never rounds, and never shows a score of an open round unless a preview was asked for: a team must not be able to answer
another's sheet. The same sheets give the same summary in whatever order they come.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from ssi.findings import Completeness, ShelterScore, Summary
from ssi.model import AGREED, NA, Checklist, Round, Sheet, Standard
from ssi.scoring.percent import Weighing, by_area, coverage, mean, pooled, weigh
from ssi.scoring.settle import falls_short, settle
from ssi.scoring.status import is_incomplete, level_of, status_of
from ssi.scoring.team import Team, team

Item = TypeVar("Item")


def summarise(
    round: Round,
    standard: Standard,
    sheets: Sequence[Sheet],
    started: Collection[tuple[str, str]] = (),
    *,
    preview: bool = False,
) -> Summary:
    """The summary of a round from its sheets (the agreed ones among them; those that were replaced do no harm).
    `started` = (shelter, assessor) with typed entries. Shelters stand in the round's order; a sheet of a shelter that
    the round does not know is a KeyError."""
    planned = _grouped((each.shelter, each.assessor) for each in round.visits if each.round == round.id)
    typed = _grouped(started)
    sealed_sheets = _grouped((each.shelter, each) for each in sheets)
    checklists, weighing = _checklists(round, standard), weigh(standard)
    scores: list[ShelterScore] = []
    completeness: list[Completeness] = []
    for code in _in_order(round, {*planned, *typed, *sealed_sheets}):  # one team at a time: notes are large
        visitors = team(sealed_sheets.get(code, ()))
        score = _score(checklists[code], code, visitors, weighing) if code in sealed_sheets else None
        completeness.append(_completeness(code, planned.get(code, ()), typed.get(code, ()), visitors, score))
        scores += [score] if score else []
    sealed = not round.closed and not preview
    shown = () if sealed else tuple(scores)
    return Summary(
        round.id, round.kind, standard.id, standard.version, round.standard_sha256, sealed, shown, tuple(completeness)
    )


def score_shelter(checklist: Checklist, shelter: str, sheets: Sequence[Sheet]) -> ShelterScore:
    """The result of one shelter from the sheets of its visit, the agreed one among them, in any order."""
    return _score(checklist, shelter, team(sheets), weigh(checklist.standard))


def _checklists(round: Round, standard: Standard) -> dict[str, Checklist]:
    """Shelter → its checklist; shelters of one sort share one."""
    sorts = {(each.kind, each.children) for each in round.shelters}
    lists = {(kind, children): standard.checklist(kind, children=children) for kind, children in sorts}
    return {each.shelter: lists[each.kind, each.children] for each in round.shelters}


def _in_order(round: Round, codes: Collection[str]) -> list[str]:
    """Shelters in the round's order, then any that it does not know."""
    order = {each.shelter: at for at, each in enumerate(round.shelters)}
    return sorted(codes, key=lambda code: (order.get(code, len(order)), code))


def _score(checklist: Checklist, shelter: str, team: Team, weighing: Weighing) -> ShelterScore:
    standard, rules = checklist.standard, checklist.standard.rules
    outcomes = settle(checklist, team)
    scores = [(criterion, each.score) for criterion, each in zip(checklist.criteria, outcomes, strict=True)]
    tallies = by_area(weighing, scores)
    areas = tuple(weighing.area_score(area, each, rules.na_ceiling) for area, each in tallies.items())
    covered = coverage(pooled(tallies.values()))
    incomplete = is_incomplete(scores, areas, covered, rules.coverage_floor)
    status = status_of(standard, scores, incomplete=incomplete)
    percent = mean((each.weight, each.percent) for each in areas)
    return ShelterScore(
        shelter,
        checklist.kind,
        checklist.children,
        percent,
        mean((each.weight, each.low) for each in areas),
        mean((each.weight, each.high) for each in areas),
        covered,
        status,
        incomplete,
        level_of(percent, status, rules.bands, incomplete=incomplete),
        tuple(each.id for each, score in scores if each.gate and falls_short(standard, each, score)),
        tuple(each.id for each, score in scores if each.gate and score == NA),
        areas,
        outcomes,
        team.hashes,
    )


def _completeness(
    shelter: str, planned: Iterable[str], typed: Iterable[str], team: Team, score: ShelterScore | None
) -> Completeness:
    """`started` = who has typed and not yet sealed. Contested criteria are named once everybody planned has sealed
    (where nobody was planned: everybody who started)."""
    sealed = team.assessors
    awaited = sorted(set(planned))
    typing = sorted(set(typed) - {*sealed, AGREED})
    all_sealed = score is not None and sealed and set(awaited or typing).issubset(sealed)
    return Completeness(
        shelter,
        tuple(awaited),
        tuple(typing),
        sealed,
        score.contested if score and all_sealed else None,
        team.conflicts,
        team.stale,
    )


def _grouped(pairs: Iterable[tuple[str, Item]]) -> dict[str, list[Item]]:
    groups: dict[str, list[Item]] = {}
    for name, item in pairs:
        groups.setdefault(name, []).append(item)
    return groups
