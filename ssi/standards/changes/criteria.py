"""One criterion in two standards → what differs. Two are the same by their key; where only the id is left, by that.

Never says a change twice: a minimum, a weight or "only with children" that follows the rules or the area in both is
named there. All order is by position on the scale.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from ssi.findings.difference import Change
from ssi.model import Area, Criterion, Measure, Standard
from ssi.standards.changes.effects import change
from ssi.words import plain_digits

_ID = re.compile(r"[^\W\d_]+-\d+")
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")


def criteria_changes(old: Standard, new: Standard) -> Iterator[Change]:
    """Every change of a criterion, in the order of the new standard; what was dropped comes last."""
    by_key, keys = {each.key: each for each in old.criteria}, {each.key for each in new.criteria}
    paired = set()
    for now in new.criteria:
        was = by_key.get(now.key)
        rekeyed = was is None and now.id in old.slot and old.criterion(now.id).key not in keys
        if rekeyed:
            was = old.criterion(now.id)
        if was is None:
            yield _of(now, "The criterion is new.", "", now.text)
        else:
            paired.add(was.id)
            yield from _rekeyed(old, new, was, now) if rekeyed else _one(old, new, was, now)
        if now.id in old.slot and was != old.criterion(now.id):
            yield _of(now, "Its id meant another criterion before.", old.criterion(now.id).text, now.text)
    for was in old.criteria:
        if was.id not in paired:
            yield _of(was, "The criterion is dropped.", was.text, "")


def figures(text: str) -> Counter[str]:
    """The numbers in a text, in any order; ids of criteria are none."""
    return Counter(_FIGURE.findall(_ID.sub("", plain_digits(text))))


def _of(criterion: Criterion, what: str, before: object, after: object, level: int | None = None) -> Change:
    return change(what, "criterion", criterion.id, before, after, area=criterion.area, level=level)


def _rekeyed(old: Standard, new: Standard, was: Criterion, now: Criterion) -> Iterator[Change]:
    """A new key says already that the meaning changed; no figure needs to be judged any more."""
    yield _of(now, "The meaning changed: it has a new key.", was.key, now.key)
    yield from (replace(each, judge=False) for each in _one(old, new, was, now))


def _one(old: Standard, new: Standard, was: Criterion, now: Criterion) -> Iterator[Change]:
    if was.id != now.id:
        yield _of(now, "It has a new id.", was.id, now.id)
    if was.area != now.area:
        yield _of(now, "It stands in another area.", was.area, now.area)
    yield from _texts(new, was, now)
    yield from _rank(old, new, was, now)
    yield from _minimum(old, new, was, now)
    yield from _not_applicable(was, now)
    yield from _measure(was, now)
    yield from _asked(old, new, was, now)
    yield from _practice(was, now)
    if was.remedy != now.remedy:
        yield _of(now, "What usually mends it is another.", was.remedy or "", now.remedy or "")
    if was.source != now.source:
        yield _of(now, "Its sources are others.", " ".join(was.source), " ".join(now.source))


def _texts(new: Standard, was: Criterion, now: Criterion) -> Iterator[Change]:
    yield from _text(now, "The text", was.text, now.text)
    if len(was.anchors) == len(now.anchors):
        for level, before, after in zip(new.scale, was.anchors, now.anchors, strict=True):
            yield from _text(now, "A level description", before, after, level.value)
    else:
        yield _of(
            now, "The level descriptions are for another scale.", " / ".join(was.anchors), " / ".join(now.anchors)
        )
    yield from _text(now, "The guidance", was.guidance, now.guidance)


def _text(now: Criterion, subject: str, before: str, after: str, level: int | None = None) -> Iterator[Change]:
    if before != after:
        other = figures(before) != figures(after)
        what = f"{subject} names another figure." if other else f"{subject} is worded otherwise."
        yield _of(now, what, before, after, level)


def _rank(old: Standard, new: Standard, was: Criterion, now: Criterion) -> Iterator[Change]:
    weights = old.rules.weights[was.class_], new.rules.weights[now.class_]
    if was.class_ != now.class_:
        yield _of(now, "It is of another class.", f"{was.class_} ({was.weight})", f"{now.class_} ({now.weight})")
    elif was.weight != now.weight and (was.weight, now.weight) != weights:
        yield _of(now, "It has another weight.", was.weight, now.weight)
    if was.gate != now.gate:
        yield _of(now, "It becomes a stop criterion." if now.gate else "It is no longer a stop criterion.", "", "")


def _minimum(old: Standard, new: Standard, was: Criterion, now: Criterion) -> Iterator[Change]:
    follows = (was.minimum, now.minimum) == (old.rules.minimum, new.rules.minimum)
    before, after = height(old, was.minimum), height(new, now.minimum)
    if before != after and not follows:
        what = "The minimum is higher." if after > before else "The minimum is lower."
        yield _of(now, what, was.minimum, now.minimum)


def height(standard: Standard, level: int) -> Fraction:
    """How far up the scale a level stands, from 0 to 1, so that levels of two scales have an order."""
    return Fraction(standard.position[level], max(1, len(standard.scale) - 1))


def _not_applicable(was: Criterion, now: Criterion) -> Iterator[Change]:
    if was.na_when is not None and now.na_when is not None:
        yield from _text(now, "When it does not apply", was.na_when, now.na_when)
    elif was.na_when is not None:
        yield _of(now, "Not applicable is no longer allowed.", was.na_when, "")
    elif now.na_when is not None:
        yield _of(now, "Not applicable is now allowed.", "", now.na_when)


def _measure(was: Criterion, now: Criterion) -> Iterator[Change]:
    before, after = was.measure, now.measure
    if before == after:
        return
    if before is None or after is None:
        what = "A measure is added." if after else "The measure is taken away."
    elif (before.unit, before.better, len(before.cuts)) != (after.unit, after.better, len(after.cuts)):
        what = "It is measured in another way."
    else:
        looser = "The cuts of the measure are looser."
        what = looser if _lets_more_through(before, after) else "The cuts of the measure are stricter."
    yield _of(now, what, _cuts(before), _cuts(after))


def _lets_more_through(before: Measure, after: Measure) -> bool:
    pairs = zip(before.cuts, after.cuts, strict=True)
    return any((later > earlier) if before.better == "less" else (later < earlier) for earlier, later in pairs)


def _cuts(measure: Measure | None) -> str:
    if measure is None:
        return ""
    return f"{', '.join(f'{float(each):g}' for each in measure.cuts)} {measure.unit} ({measure.better} is better)"


def _asked(old: Standard, new: Standard, was: Criterion, now: Criterion) -> Iterator[Change]:
    """Who is asked: kinds of shelters, and whether only those with children."""
    kinds = " ".join(was.kinds), " ".join(now.kinds)
    if set(now.kinds) - set(was.kinds):
        yield _of(now, "It is asked of more kinds of shelters.", *kinds)
    if set(was.kinds) - set(now.kinds):
        yield _of(now, "It is asked of fewer kinds of shelters.", *kinds)
    areas = _area(old, was).applies, _area(new, now).applies
    if was.applies != now.applies and (was.area != now.area or (was.applies, now.applies) != areas):
        only = "It is asked only of shelters that take in children."
        wider = "It is no longer asked only of shelters that take in children."
        yield _of(now, only if now.applies else wider, was.applies or "", now.applies or "")


def _area(standard: Standard, criterion: Criterion) -> Area:
    return next(each for each in standard.area if each.id == criterion.area)


def _practice(was: Criterion, now: Criterion) -> Iterator[Change]:
    if was.practice != now.practice:
        more = "It is now about practice: documents alone are not enough."
        yield _of(now, more if now.practice else "It is no longer about practice: documents alone are enough.", "", "")
    methods = ", ".join(was.methods), ", ".join(now.methods)
    if set(now.methods) - set(was.methods):
        yield _of(now, "It is to be seen in one more way.", *methods)
    if set(was.methods) - set(now.methods):
        yield _of(now, "A way to see it is taken away.", *methods)
