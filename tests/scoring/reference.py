"""The result of one shelter, worked out a second time straight from the text of scoring.md, plainly and slowly.

Shares no function with `ssi.scoring`: everything is a Fraction, nothing is kept for speed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ssi.model import AGREED, DECLINED, NA, NS, Checklist, Criterion, Notes, Sheet, Standard


@dataclass(frozen=True)
class Reference:
    scores: dict[str, int]
    typed: dict[str, int]
    unsettled: list[str]
    contested: list[str]
    areas: dict[str, tuple[Fraction | None, Fraction | None, Fraction | None, Fraction | None, bool]]
    percent: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    incomplete: bool
    status: str
    level: int | None


def reference(checklist: Checklist, sheets: Sequence[Sheet]) -> Reference:
    standard = checklist.standard
    order = [each.value for each in standard.scale]
    scores, typed, unsettled, contested = {}, {}, [], []
    for each in checklist.criteria:
        level, rule, far = _settle(standard, each, sheets)
        typed[each.id] = level
        scores[each.id] = _cap(standard, each, sheets, level)
        unsettled += [each.id] if rule else []
        contested += [each.id] if far else []
    areas = {area.id: [each for each in checklist.criteria if each.area == area.id] for area in standard.area}
    areas = {area: inside for area, inside in areas.items() if inside}
    found = {area: _area(standard, inside, scores) for area, inside in areas.items()}
    weights = {
        area.id: area.weight if area.weight is not None else sum((each.weight for each in areas[area.id]), Fraction(0))
        for area in standard.area
        if area.id in areas
    }
    percent = _mean([(weights[area], each[0]) for area, each in found.items()])
    low = _mean([(weights[area], each[1]) for area, each in found.items()])
    high = _mean([(weights[area], each[2]) for area, each in found.items()])
    coverage = _coverage(list(checklist.criteria), scores)
    floor = standard.rules.coverage_floor
    incomplete = (
        all(score not in order for score in scores.values())
        or any(each.gate and scores[each.id] == NS for each in checklist.criteria)
        or any(share is not None and share < floor for share in [coverage, *(each[3] for each in found.values())])
    )
    status = _status(standard, checklist.criteria, scores, incomplete)
    level_ = None if incomplete or percent is None else len([band for band in standard.rules.bands if band <= percent])
    level_ = 0 if level_ is not None and status == "urgent" else level_
    return Reference(
        scores, typed, unsettled, contested, found, percent, low, high, coverage, incomplete, status, level_
    )


def _notes(sheet: Sheet) -> Notes:
    return Notes.read(sheet.notes, {})


def _agreed(sheets: Sequence[Sheet]) -> Sheet | None:
    hashes = [each.hash for each in sheets if each.assessor != AGREED]
    for each in sheets:
        if each.assessor == AGREED and all(hash in hashes for hash in _notes(each).rests_on):
            return each
    return None


def _settle(standard: Standard, criterion: Criterion, sheets: Sequence[Sheet]) -> tuple[int, bool, bool]:
    """(settled score, settled by the rule, contested)."""
    order = [each.value for each in standard.scale]
    slot = standard.slot[criterion.id]
    agreed = _agreed(sheets)
    if agreed is not None and agreed.levels[slot] in [NA, *order]:
        return agreed.levels[slot] or 0, False, False
    given = [each.levels[slot] for each in sheets if each.assessor != AGREED]
    places = sorted(order.index(each) for each in given if each is not None and each in order)
    if not places:
        return (NA if NA in given else DECLINED if DECLINED in given else NS), False, False
    middle = places[len(places) // 2] if len(places) % 2 else places[len(places) // 2 - 1]
    lowest = criterion.gate or standard.rules.unsettled == "lower"
    minimum = order.index(criterion.minimum)
    apart = max(places) - min(places) >= 2
    both_sides = criterion.gate and min(places) < minimum <= max(places)
    differ = len(set(places)) > 1 or NA in given
    return order[places[0] if lowest else middle], differ, apart or both_sides


def _cap(standard: Standard, criterion: Criterion, sheets: Sequence[Sheet], level: int) -> int:
    order = [each.value for each in standard.scale]
    cap = standard.rules.cap_without_practice
    if cap is None or not criterion.practice or level not in order:
        return level
    agreed = _agreed(sheets)
    methods: list[str] = []
    for each in sheets:
        if each.assessor != AGREED and each.levels[standard.slot[criterion.id]] in order:
            entry = _notes(each).entries.get(criterion.id)
            methods += entry.methods if entry else ()
    own = _notes(agreed).entries.get(criterion.id) if agreed else None
    if own and own.methods:
        methods = list(own.methods)
    if methods and all(each == "document" for each in methods):
        return order[min(order.index(level), order.index(cap))]
    return level


def _area(
    standard: Standard, criteria: Sequence[Criterion], scores: dict[str, int]
) -> tuple[Fraction | None, Fraction | None, Fraction | None, Fraction | None, bool]:
    """(percent, low, high, coverage, thin)."""
    points = {each.value: each.points for each in standard.scale}
    worst, best = standard.scale[0].points, standard.scale[-1].points
    exact = [(each.weight, points.get(scores[each.id])) for each in criteria]
    low = [(each.weight, points.get(scores[each.id], worst)) for each in criteria if scores[each.id] != NA]
    high = [(each.weight, points.get(scores[each.id], best)) for each in criteria if scores[each.id] != NA]
    bounds = [_mean([(weight, value * 100) for weight, value in each]) for each in (low, high)]
    out = sum((each.weight for each in criteria if scores[each.id] == NA), Fraction(0))
    whole = sum((each.weight for each in criteria), Fraction(0))
    percent = _mean([(weight, None if value is None else value * 100) for weight, value in exact])
    return percent, bounds[0], bounds[1], _coverage(criteria, scores), out / whole * 100 > standard.rules.na_ceiling


def _coverage(criteria: Sequence[Criterion], scores: dict[str, int]) -> Fraction | None:
    applicable = [each for each in criteria if scores[each.id] not in (NA, DECLINED)]
    return _mean([(each.weight, Fraction(0 if scores[each.id] == NS else 100)) for each in applicable])


def _mean(weighted: Sequence[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    there = [(weight, value) for weight, value in weighted if value is not None]
    if not there:
        return None
    return sum((weight * value for weight, value in there), Fraction(0)) / sum((w for w, _ in there), Fraction(0))


def _status(standard: Standard, criteria: Sequence[Criterion], scores: dict[str, int], incomplete: bool) -> str:
    order = [each.value for each in standard.scale]

    def below(each: Criterion) -> bool:
        return scores[each.id] in order and order.index(scores[each.id]) < order.index(each.minimum)

    if any(each.gate and scores[each.id] == order[0] for each in criteria):
        return "urgent"
    if incomplete:
        return "incomplete"
    if any(each.gate and below(each) for each in criteria):
        return "conditional"
    if any(each.class_ == "critical" and not each.gate and scores[each.id] == order[0] for each in criteria):
        return "conditional"
    asked = [each for each in criteria if each.class_ in ("critical", "must")]
    return "improving" if any(scores[each.id] == NS or below(each) for each in asked) else "meets"
