"""Writes what scores say as the JSON that other programs may rely on: `ssi score`, `ssi compare` and `ssi needs`.

Never computes and never leaves a number out silently: where none may be given stands null.
"""

from collections import Counter
from typing import Any

from ssi.as_json.numbers import number
from ssi.findings import (
    AreaScore,
    Comparison,
    Completeness,
    Need,
    Needs,
    Network,
    SharedNeed,
    ShelterChange,
    ShelterScore,
    Summary,
)

Json = dict[str, Any]
WITHHELD = (
    "percent", "low", "high", "coverage", "status", "incomplete", "level", "gates", "na_gates", "areas", "unsettled",
    "contested",
)  # fmt: skip


def summary_json(summary: Summary) -> Json:
    """`ssi score ROUND --json`. While the round is open every result of a shelter is null and its completeness stands
    beside. `to_settle` counts the contested criteria not in an agreed sheet, `criteria_to_settle` names them; both null
    before all have sealed."""
    if summary.sealed:
        shelters = [_withheld(each) for each in summary.completeness]
    else:
        shelters = [_shelter(each) for each in summary.shelters]
    return {
        "round": summary.round,
        "kind": summary.kind,
        "standard": {"id": summary.standard, "version": summary.version, "sha256": summary.sha256},
        "sealed": summary.sealed,
        "shelters": shelters,
        "completeness": [_completeness(each) for each in summary.completeness],
    }


def comparison_json(comparison: Comparison) -> Json:
    """`ssi compare BEFORE AFTER --json`: `before` and `after` as published, `change` on matched criteria."""
    return {
        "before": comparison.before,
        "after": comparison.after,
        "shelters": [_change(each) for each in comparison.shelters],
        "left_out": [
            {"criterion": each.criterion, "shelter": each.shelter, "reason": each.reason}
            for each in comparison.left_out
        ],
        "panel": {
            "both": list(comparison.both),
            "left": list(comparison.left),
            "joined": list(comparison.joined),
        },
        "network": _network(comparison.network),
    }


def needs_json(needs: Needs) -> Json:
    """`ssi needs ROUND --json`."""
    return {
        "round": needs.round,
        "shelters": [
            {"shelter": code, "needs": [_need(each) for each in falls_short]} for code, falls_short in needs.shelters
        ],
        "common": [_shared(each) for each in needs.common],
        "system": [_shared(each) for each in needs.system],
    }


def _shelter(score: ShelterScore) -> Json:
    return {
        "shelter": score.shelter,
        "kind": score.kind,
        "percent": number(score.percent),
        "low": number(score.low),
        "high": number(score.high),
        "coverage": number(score.coverage),
        "status": score.status,
        "incomplete": score.incomplete,
        "level": score.level,
        "gates": list(score.gates),
        "na_gates": list(score.na_gates),
        "areas": {each.area: _area(each) for each in score.areas},
        "unsettled": list(score.unsettled),
        "contested": list(score.contested),
    }


def _area(area: AreaScore) -> Json:
    return {
        "percent": number(area.percent),
        "low": number(area.low),
        "high": number(area.high),
        "coverage": number(area.coverage),
        "thin": area.thin,
        "weight": str(area.weight),
    }


def _completeness(completeness: Completeness) -> Json:
    contested = completeness.contested
    return {
        "shelter": completeness.shelter,
        "planned": list(completeness.planned),
        "started": list(completeness.started),
        "sealed": list(completeness.sealed),
        "to_settle": None if contested is None else len(contested),
        "criteria_to_settle": None if contested is None else list(contested),
        "conflicts": list(completeness.conflicts),
        "stale": completeness.stale,
    }


def _withheld(completeness: Completeness) -> Json:
    return {**_completeness(completeness), **dict.fromkeys(WITHHELD)}


def _change(change: ShelterChange) -> Json:
    moves = Counter((each.before, each.after) for each in change.moves)
    return {
        "shelter": change.shelter,
        "before": number(change.before),
        "after": number(change.after),
        "change": number(change.change),
        "matched": len(change.moves),
        "moves": {f"{before}->{after}": count for (before, after), count in sorted(moves.items())},
        "areas": {each.area: {"before": number(each.before), "after": number(each.after)} for each in change.areas},
        "improved": list(change.improved),
        "regressed": list(change.regressed),
        "gates_closed": list(change.gates_closed),
        "gates_opened": list(change.gates_opened),
        "adjusted": None,
        "verdict": change.verdict,
    }


def _network(network: Network) -> Json:
    return {
        "shelters": network.shelters,
        "before": number(network.before),
        "after": number(network.after),
        "change": number(network.change),
        "change_if_left_unchanged": number(network.change_if_left_unchanged),
    }


def _need(need: Need) -> Json:
    return {
        "criterion": need.criterion,
        "level": need.level,
        "minimum": need.minimum,
        "class": need.class_,
        "gate": need.gate,
        "distance": need.distance,
    }


def _shared(need: SharedNeed) -> Json:
    return {
        "criterion": need.criterion,
        "shelters": list(need.shelters),
        "assessed": need.assessed,
        "remedy": need.remedy,
    }
