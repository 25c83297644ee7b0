"""The unofficial percent of a phone form: what one sheet would give, worked out on the phone.

Never the result: that is settled from all sheets of a visit, in exact fractions, by `ssi.scoring`. Here the same rule
(scoring.md section 1, from "Evidence cap" to "Overall percent") is written for one sheet, in the few functions that
every phone knows. A criterion counts once it has a level; NA and NS do not. Weights and points are whole numbers over
one denominator each, so that the phone rounds once, where the percent is shown.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from ssi.checklists.phone import OURS, name_of, xml_name
from ssi.model import Area, Checklist, Criterion, Standard

Calculation = tuple[str, str]  # a name, and the expression that it holds
PERCENT = f"{OURS}percent"
OPEN = f"{OURS}open"  # criteria without a score


def area_percent(area: Area) -> str:
    return f"{OURS}percent_{xml_name(area.id)}"


def calculations(checklist: Checklist, areas: Sequence[tuple[Area, Sequence[Criterion]]]) -> Iterator[Calculation]:
    """Of each area its weight with a level, what it earned, its percent; then the shelter's; then what is open."""
    part = lcm(*(each.weight.denominator for each in checklist.criteria))
    full = _full(checklist.standard)
    for area, criteria in areas:
        scored, earned = _names(area)
        yield scored, " + ".join(_scored(each, part) for each in criteria)
        yield earned, " + ".join(_earned(each, checklist.standard, part) for each in criteria)
        share = f"round(100 * ${{{earned}}} div (${{{scored}}} * {full}), 1)"
        yield area_percent(area), f"if(${{{scored}}} > 0, {share}, '')"
    yield PERCENT, _overall(areas, full)
    yield OPEN, " + ".join(f"if({answer(each)} = '', 1, 0)" for each in checklist.criteria)


def answer(criterion: Criterion) -> str:
    """The score of a criterion, in an expression."""
    return f"${{{name_of(criterion.id)}}}"


def has_level(criterion: Criterion) -> str:
    """Whether it has a level: a number, as no other choice is."""
    return f"regex({answer(criterion)}, '^[0-9]+$')"


def number(value: Fraction) -> str:
    """An exact number, as a decimal where it is one: 3.5, else (1 div 3)."""
    rest = value.denominator
    while rest % 2 == 0 or rest % 5 == 0:
        rest //= 2 if rest % 2 == 0 else 5
    if rest > 1:
        return f"({value.numerator} div {value.denominator})"
    places = next(each for each in range(1000) if (value * 10**each).denominator == 1)
    digits = str(int(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def proposed(criterion: Criterion, standard: Standard) -> str:
    """The level that the measured value proposes (`ssi.checklists.check.proposed_level`); blank without a value."""
    assert criterion.measure is not None
    value = f"${{{name_of(criterion.id, 'value')}}}"
    sign = "<=" if criterion.measure.better == "less" else ">="
    level = str(standard.scale[0].value)
    for cut, each in zip(criterion.measure.cuts, standard.scale[1:], strict=True):
        level = f"if({value} {sign} {number(cut)}, {each.value}, {level})"
    return f"if({value} = '', '', {level})"


def _names(area: Area) -> tuple[str, str]:
    return f"{OURS}scored_{xml_name(area.id)}", f"{OURS}earned_{xml_name(area.id)}"


def _full(standard: Standard) -> int:
    return lcm(*(each.points.denominator for each in standard.scale))


def _scored(criterion: Criterion, part: int) -> str:
    return f"if({has_level(criterion)}, {int(criterion.weight * part)}, 0)"


def _earned(criterion: Criterion, standard: Standard, part: int) -> str:
    cap = standard.rules.cap_without_practice
    if cap is None or not criterion.practice:
        return _points(criterion, standard, part)
    only_papers = f"${{{name_of(criterion.id, 'methods')}}} = 'document'"
    return f"if({only_papers}, {_points(criterion, standard, part, cap)}, {_points(criterion, standard, part)})"


def _points(criterion: Criterion, standard: Standard, part: int, cap: int | None = None) -> str:
    """Weight x points of the level chosen, which counts as `cap` where it is above."""
    text = "0"
    for level in standard.scale:
        counts = level
        if cap is not None and standard.reaches(level.value, cap):
            counts = standard.scale[standard.position[cap]]
        points = int(criterion.weight * part * counts.points * _full(standard))
        if points:
            text = f"if({answer(criterion)} = '{level.value}', {points}, {text})"
    return text


def _overall(areas: Sequence[tuple[Area, Sequence[Criterion]]], full: int) -> str:
    """The mean of the areas' percents by their weights; an area without a level is passed over."""
    whole, sums = [], []
    for area, criteria in areas:
        scored, earned = _names(area)
        weight = number(sum((each.weight for each in criteria), Fraction(0)) if area.weight is None else area.weight)
        whole.append(f"if(${{{scored}}} > 0, {weight}, 0)")
        sums.append(f"if(${{{scored}}} > 0, {weight} * ${{{earned}}} div (${{{scored}}} * {full}), 0)")
    weights = " + ".join(whole)
    return f"if({weights} > 0, round(100 * ({' + '.join(sums)}) div ({weights}), 1), '')"
