"""What stands around the criteria in two standards → what differs: heading, scale, rules, areas, sources, order.

Never looks into a criterion.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ssi.findings.difference import Change
from ssi.model import Area, Rules, Source, Standard
from ssi.standards.changes.criteria import height
from ssi.standards.changes.effects import change

_HEADING = (
    ("title", "The title is worded otherwise."),
    ("authority", "Another authority is named."),
    ("licence", "The licence is another."),
    ("status", "The status is another."),
    ("language", "It is written in another language."),
)


def frame_changes(old: Standard, new: Standard) -> Iterator[Change]:
    """Heading, scale, rules, areas, sources, order and worked examples."""
    for key, what in _HEADING:
        if getattr(old, key) != getattr(new, key):
            yield change(what, "heading", key, getattr(old, key), getattr(new, key))
    base, other_base = _base(old), _base(new)
    if old.id == new.id and base != other_base:
        yield change("It rests on another base.", "heading", "extends", base, other_base)
    yield from _scale(old, new)
    yield from _rules(old, new)
    yield from _areas(old, new)
    yield from _sources(old.source, new.source)
    if _order(old, new) != _order(new, old):
        yield change("Areas or criteria stand in another order.", "heading", "area")
    if old.example != new.example:
        yield change("The worked examples are others.", "heading", "example", len(old.example), len(new.example))


def same_scale(old: Standard, new: Standard) -> bool:
    """Whether both have the same levels with the same points: only then can scores be compared."""
    return [(each.value, each.points) for each in old.scale] == [(each.value, each.points) for each in new.scale]


def _base(standard: Standard) -> str:
    return standard.overlay.extends if standard.overlay else ""


def _scale(old: Standard, new: Standard) -> Iterator[Change]:
    if not same_scale(old, new):
        yield change("The scale has other levels or points.", "scale", "", _levels(old), _levels(new))
        return
    for was, now in zip(old.scale, new.scale, strict=True):
        if was.label != now.label:
            yield change("A level has another name.", "scale", str(now.value), was.label, now.label, level=now.value)


def _levels(standard: Standard) -> str:
    return ", ".join(f"{each.value} {each.label} ({each.points})" for each in standard.scale)


def _rules(old: Standard, new: Standard) -> Iterator[Change]:
    was, now = old.rules, new.rules
    before, after = height(old, was.minimum), height(new, now.minimum)
    if before != after:
        of_all = "The minimum of all criteria without their own is"
        what = f"{of_all} higher." if after > before else f"{of_all} lower."
        yield change(what, "rules", "minimum", was.minimum, now.minimum)
    if was.weights != now.weights:
        yield change("The classes have other weights.", "rules", "weights", _weights(was), _weights(now))
    if was.unsettled != now.unsettled:
        lower = now.unsettled == "lower"
        what = f"Where a team did not agree, the {'lower level' if lower else 'level in the middle'} counts."
        yield change(what, "rules", "unsettled", was.unsettled, now.unsettled)
    yield from _percents(was, now)
    yield from _cap(old, new)
    yield from _rights(was, now)


def _weights(rules: Rules) -> str:
    return ", ".join(f"{name} {rules.weights[name]}" for name in sorted(rules.weights))


def _percents(was: Rules, now: Rules) -> Iterator[Change]:
    if was.na_ceiling != now.na_ceiling:
        what = "Less" if now.na_ceiling < was.na_ceiling else "More"
        what += " may be not applicable before an area is called thin."
        yield change(what, "rules", "na_ceiling", _number(was.na_ceiling), _number(now.na_ceiling))
    if was.coverage_floor != now.coverage_floor:
        what = "More" if now.coverage_floor > was.coverage_floor else "Less"
        what += " must be seen before a result is complete."
        yield change(what, "rules", "coverage_floor", _number(was.coverage_floor), _number(now.coverage_floor))
    if was.bands != now.bands:
        yield change(_bands(was.bands, now.bands), "rules", "bands", _numbers(was.bands), _numbers(now.bands))


def _bands(was: Sequence[Fraction], now: Sequence[Fraction]) -> str:
    if len(was) != len(now):
        return "The result has more or fewer levels."
    lower = any(later < earlier for earlier, later in zip(was, now, strict=True))
    return f"The levels of the result begin at {'lower' if lower else 'higher'} percents."


def _cap(old: Standard, new: Standard) -> Iterator[Change]:
    was, now = old.rules.cap_without_practice, new.rules.cap_without_practice
    nowhere = Fraction(2)  # above every level
    before = nowhere if was is None else height(old, was)
    after = nowhere if now is None else height(new, now)
    if before != after:
        way = "lower." if after < before else "higher, or not at all."
        what = f"Practice that was seen only in documents is capped {way}"
        yield change(what, "rules", "cap_without_practice", "" if was is None else was, "" if now is None else now)


def _rights(was: Rules, now: Rules) -> Iterator[Change]:
    before, after = was.rights_area or "", now.rights_area or ""
    if before == after:
        return
    what = "Money mends the stop criteria of another area first."
    if not before:
        what = "Money now mends the stop criteria of this area first."
    elif not after:
        what = "Money no longer mends stop criteria on rights first."
    yield change(what, "rules", "rights_area", before, after)


def _areas(old: Standard, new: Standard) -> Iterator[Change]:
    before = {each.id: each for each in old.area}
    for now in new.area:
        if now.id in before:
            yield from _area(before.pop(now.id), now)
        else:
            yield change("The area is new.", "area", now.id, "", now.title, area=now.id)
    for was in before.values():
        yield change("The area is dropped.", "area", was.id, was.title, "", area=was.id)


def _area(was: Area, now: Area) -> Iterator[Change]:
    if was.title != now.title:
        what = "The title of the area is worded otherwise."
        yield change(what, "area", now.id, was.title, now.title, area=now.id)
    if was.weight != now.weight:
        weights = ["" if each is None else str(each) for each in (was.weight, now.weight)]
        yield change("The area has another weight.", "area", now.id, *weights, area=now.id)
    if was.applies != now.applies:
        how = "asked only of" if now.applies else "no longer asked only of"
        what = f"The area is {how} shelters that take in children."
        yield change(what, "area", now.id, was.applies or "", now.applies or "", area=now.id)


def _sources(old: Sequence[Source], new: Sequence[Source]) -> Iterator[Change]:
    before = {each.id: each for each in old}
    for now in new:
        was = before.pop(now.id, None)
        if was is None:
            yield change("The source is new.", "source", now.id, "", now.title)
        elif was != now:
            yield change("The source is described otherwise.", "source", now.id, _source(was), _source(now))
    for was in before.values():
        yield change("The source is no longer named.", "source", was.id, was.title, "")


def _source(source: Source) -> str:
    return " ".join(filter(None, (source.title, source.address)))


def _order(of: Standard, other: Standard) -> list[str]:
    """The keys that both have in the same area, in the order of the first: a move to another area is told elsewhere."""
    places = {(each.key, each.area) for each in other.criteria}
    return [each.key for each in of.criteria if (each.key, each.area) in places]


def _number(value: Fraction) -> str:
    return f"{float(value):g}"


def _numbers(values: Sequence[Fraction]) -> str:
    return ", ".join(_number(each) for each in values)
