"""Random small programmes for property tests: any scale, weights, rules, kinds, children, sheets and agreed sheets."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ssi.model import (
    AGREED,
    DECLINED,
    KINDS,
    METHODS,
    NA,
    NS,
    Checklist,
    Entry,
    Interviews,
    Method,
    Notes,
    Sheet,
    Standard,
)

WEIGHTS = st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(1), Fraction(2), Fraction(5, 2), Fraction(7)])


@dataclass(frozen=True)
class World:
    """One checklist and the sheets of one visit."""

    checklist: Checklist
    sheets: tuple[Sheet, ...]


@st.composite
def standards(draw: st.DrawFn) -> Standard:
    values = draw(st.lists(st.integers(0, 9), min_size=2, max_size=5, unique=True))  # rising, falling or neither
    middle = draw(st.lists(st.fractions(0, 1, max_denominator=6), min_size=len(values) - 2, max_size=len(values) - 2))
    points = [Fraction(0), *sorted(middle), Fraction(1)]
    levels = st.sampled_from(values)
    areas = [
        _area(draw, f"A{at}", values, draw(st.sampled_from([1, 1, 3, 4])), draw(st.booleans()))
        for at in range(draw(st.integers(1, 3)))
    ]
    rules = {
        "minimum": draw(levels),
        "unsettled": draw(st.sampled_from(["median", "lower"])),
        "na_ceiling": draw(st.sampled_from([Fraction(0), Fraction(15), Fraction(50)])),
        "coverage_floor": draw(st.sampled_from([Fraction(0), Fraction(50), Fraction(80)])),
        "bands": [Fraction(20), Fraction(50), Fraction(85)],
        "cap_without_practice": draw(st.none() | levels),
    }
    scale = [{"value": value, "label": "…", "points": each} for value, each in zip(values, points, strict=True)]
    head = {"format": 1, "id": "r", "version": "1.0.0", "status": "draft", "language": "en", "title": "…"}
    return Standard.model_validate({**head, "scale": scale, "rules": rules, "area": areas})


def _area(draw: st.DrawFn, id: str, values: list[int], size: int, weighted: bool) -> dict[str, Any]:
    criteria = []
    for at in range(size):
        sort = draw(st.sampled_from(["critical", "must", "desired"]))
        criterion: dict[str, Any] = {
            "id": f"{id}-{at}",
            "class": sort,
            "gate": sort == "critical" and draw(st.booleans()),
            "text": "…",
            "anchors": ["…"] * len(values),
            "practice": draw(st.booleans()),
            "remedy": draw(st.sampled_from([None, "system", "capacity"])),
        }
        if draw(st.booleans()):
            criterion |= {"weight": draw(WEIGHTS), "minimum": draw(st.sampled_from(values))}
        if draw(st.integers(0, 5)) == 0:
            criterion["kinds"] = draw(st.lists(st.sampled_from(KINDS), min_size=1, unique=True))
        criteria.append(criterion)
    children = {"applies": "children"} if draw(st.integers(0, 3)) == 0 else {}
    weight = {"weight": draw(WEIGHTS)} if weighted else {}
    return {"id": id, "title": "…", **weight, **children, "criterion": criteria}


@st.composite
def sheets_of(draw: st.DrawFn, checklist: Checklist, shelter: str, round: str, *, stale: bool) -> tuple[Sheet, ...]:
    """One to four assessors who saw much or little, often with an agreed sheet; with `stale`, that one may rest on a
    sheet that was replaced."""
    values = [each.value for each in checklist.standard.scale]
    scores = st.sampled_from([*values * draw(st.sampled_from([1, 4])), NA, NS, DECLINED])
    people = [f"P{at}" for at in range(draw(st.integers(1, 4)))]
    sheets = [_sheet(draw, checklist, shelter, each, round, scores) for each in people]
    if draw(st.booleans()):
        rests_on = draw(st.sampled_from([(), (sheets[0].hash,), ("gone",)])) if stale else ()
        some = st.none() | scores
        sheets.append(_sheet(draw, checklist, shelter, AGREED, round, some, rests_on))
    return tuple(sheets)


def _sheet(
    draw: st.DrawFn,
    checklist: Checklist,
    shelter: str,
    assessor: str,
    round: str,
    scores: st.SearchStrategy[Any],
    rests_on: tuple[str, ...] = (),
) -> Sheet:
    levels: list[int | None] = [None] * len(checklist.standard.criteria)
    entries = {}
    for slot, criterion in zip(checklist.slots, checklist.criteria, strict=True):
        levels[slot] = draw(scores)
        methods: tuple[Method, ...] = draw(st.sampled_from([(), (), ("document",), ("document",), METHODS]))
        entries[criterion.id] = Entry(criterion.id, NS, methods)
    talks = draw(st.none() | st.builds(Interviews, st.just(9), st.integers(3, 7), st.just(0)))
    notes = Notes(entries, talks, rests_on=rests_on).text()
    return Sheet("test", round, "sha", shelter, assessor, tuple(levels), notes)


@st.composite
def worlds(draw: st.DrawFn, *, stale: bool = True) -> World:
    standard = draw(standards())
    checklist = standard.checklist(draw(st.sampled_from(KINDS)), children=draw(st.booleans()))
    return World(checklist, draw(sheets_of(checklist, "S01", "R1", stale=stale)))
