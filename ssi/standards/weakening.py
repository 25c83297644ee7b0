"""Two standards → what the second asks less of than the first, criterion by criterion, in sentences.

Never reads a text: that "24 hours" became "72 hours" in a level description only a person sees, and `standard diff`
shows every such change. What stands here is what a machine can be sure of. Criteria are the same by their id. Numbers
that only mean something beside others (weights) are compared as shares of what a critical criterion weighs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ssi.model import CLASSES, Criterion, Measure, Standard


@dataclass(frozen=True, slots=True)
class Weakened:
    """One thing that became weaker. `criterion` is its id, empty for a rule; `what` a sentence without its subject."""

    criterion: str
    what: str

    def __str__(self) -> str:
        return f"{self.criterion or 'the rules'}: {self.what}"


def weakening(old: Standard, new: Standard) -> tuple[Weakened, ...]:
    """All that `new` asks less of than `old`, the rules first, then in the order of `old`'s criteria."""
    found = [Weakened("", what) for what in _rules(old, new)]
    for was in old.criteria:
        sentences = weaker(was, new.criterion(was.id), old, new) if was.id in new.slot else _dropped(was)
        found += [Weakened(was.id, what) for what in sentences]
    return tuple(found)


def _dropped(was: Criterion) -> Iterator[str]:
    """A stop criterion or a critical one that is gone; a must or a desired may go without being called weakening."""
    if was.gate:
        yield "a stop criterion is dropped"
    elif was.class_ == "critical":
        yield "a critical criterion is dropped"


def weaker(was: Criterion, now: Criterion, old: Standard, new: Standard) -> Iterator[str]:
    """What `now`, of the standard `new`, asks less of than `was`, of `old`; their ids do not matter."""
    yield from _rank(was, now, old, new)
    if _worth(now.minimum, new) < _worth(was.minimum, old):
        yield f"its minimum falls from {was.minimum} to {now.minimum}"
    if was.na_when is None and now.na_when is not None:
        yield "NA is allowed, which was refused"
    if was.measure and now.measure:
        yield from _cuts(was.measure, now.measure)
    if gone := [each for each in was.kinds if each not in now.kinds]:
        yield f"it is no longer asked of {_list(gone)} shelters"
    if was.applies is None and now.applies is not None:
        yield "it is asked only of shelters that take in children"
    if was.practice and not now.practice:
        yield "it is no longer about practice, so documents alone are enough"


def _rank(was: Criterion, now: Criterion, old: Standard, new: Standard) -> Iterator[str]:
    """Gate, class and weight. Where the class falls, that it weighs less follows and is not said again."""
    if was.gate and not now.gate:
        yield "it is no longer a stop criterion"
    if CLASSES.index(now.class_) > CLASSES.index(was.class_):
        yield f"its class falls from {was.class_} to {now.class_}"
    elif now.weight / new.rules.weights["critical"] < was.weight / old.rules.weights["critical"]:
        yield f"its weight falls from {was.weight} to {now.weight}"


def _worth(level: int, standard: Standard) -> tuple[Fraction, int]:
    """How high a level is, also between two scales: its points, then its place."""
    at = standard.position[level]
    return standard.scale[at].points, at


def _cuts(was: Measure, now: Measure) -> Iterator[str]:
    """Cuts of the same measure that let more through; another unit or number of cuts cannot be compared."""
    if (was.unit, was.better, len(was.cuts)) != (now.unit, now.better, len(now.cuts)):
        return
    less = was.better == "less"
    if any((new > old) if less else (new < old) for old, new in zip(was.cuts, now.cuts, strict=True)):
        yield f"its cuts loosen from {_list(was.cuts)} to {_list(now.cuts)} {was.unit}"


def _rules(old: Standard, new: Standard) -> Iterator[str]:
    """Rules by which the same sheets would now look better, or more of them would pass unseen."""
    was, now = old.rules, new.rules
    if was.unsettled == "lower" and now.unsettled == "median":
        yield "where assessors did not agree the median counts, no longer the lower level"
    if now.na_ceiling > was.na_ceiling:
        yield f"the ceiling for NA rises from {_number(was.na_ceiling)} to {_number(now.na_ceiling)} percent"
    if now.coverage_floor < was.coverage_floor:
        yield f"the floor of coverage falls from {_number(was.coverage_floor)} to {_number(now.coverage_floor)} percent"
    if _bands_lower(was.bands, now.bands):
        yield f"the levels begin at {_list(now.bands)} percent, no longer at {_list(was.bands)}"
    if was.cap_without_practice is not None and _cap(now.cap_without_practice, new) > _cap(
        was.cap_without_practice, old
    ):
        yield "practice that was seen only in documents may reach a higher level"
    if was.rights_area and not now.rights_area:
        yield "money no longer mends a stop criterion on rights first"


def _cap(level: int | None, standard: Standard) -> tuple[Fraction, int]:
    return (Fraction(2), 0) if level is None else _worth(level, standard)


def _bands_lower(was: Sequence[Fraction], now: Sequence[Fraction]) -> bool:
    return any(new < old for old, new in zip(was, now, strict=False))


def _list(parts: Sequence[object]) -> str:
    return ", ".join(_number(each) if isinstance(each, Fraction) else str(each) for each in parts)


def _number(value: Fraction) -> str:
    return f"{float(value):g}"
