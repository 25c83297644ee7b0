"""Where the marks of a dumbbell chart stand: before → after on a line from 0 to 100, one line a bar.

Draws nothing itself: `templates/report/chart.html` does, from these numbers. A shelter's own page needs no more than
this, and 1,500 such pages then take seconds where matplotlib takes minutes.

The shapes tell better from worse without colour: a full circle on a whole line is better, a diamond on a broken line
is worse. The label has a line of its own, because nobody knows how wide a Khmer word will be drawn.
"""

from dataclasses import dataclass
from fractions import Fraction

from ssi.document import Bar, Chart
from ssi.words import Words, rounded

WIDTH = 480  # of the drawing; small, so that letters stay readable on a telephone
LEFT, RIGHT = 10, 340  # of the line from 0 to 100
NUMBERS = WIDTH - 4  # where the numbers end
TOP, STEP, FOOT = 4, 30, 24


@dataclass(frozen=True, slots=True)
class Line:
    """One bar: places in the drawing's units, as text with one decimal; empty where there is no such mark."""

    label: str
    numbers: str
    y: int
    before: str
    after: str
    low: str
    high: str
    way: str  # "better", "worse", "same", or "alone" where there is no before


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    left: int
    right: int
    numbers: int
    foot: int
    ticks: tuple[tuple[str, str], ...]  # place, label
    lines: tuple[Line, ...]
    bounded: bool  # whether some line has low and high


def dumbbells(chart: Chart, words: Words) -> Drawing:
    """The places of everything in the chart; the same chart gives the same places."""
    foot = TOP + STEP * len(chart.bars)
    return Drawing(
        width=WIDTH,
        height=foot + FOOT,
        left=LEFT,
        right=RIGHT,
        numbers=NUMBERS,
        foot=foot,
        ticks=tuple((_place(Fraction(at)), words.count(at)) for at in (0, 25, 50, 75, 100)),
        lines=tuple(_line(bar, TOP + STEP * at, words) for at, bar in enumerate(chart.bars)),
        bounded=any(bar.low is not None and bar.high is not None for bar in chart.bars),
    )


def _line(bar: Bar, y: int, words: Words) -> Line:
    after = words.percent(bar.after)
    return Line(
        label=bar.label,
        numbers=after if bar.before is None else f"{words.percent(bar.before)} → {after}",
        y=y,
        before=_place(bar.before),
        after=_place(bar.after),
        low=_place(bar.low),
        high=_place(bar.high),
        way=_way(bar),
    )


def _place(value: Fraction | None) -> str:
    if value is None:
        return ""
    return str(rounded(LEFT + (RIGHT - LEFT) * Fraction(value) / 100, 1))


def _way(bar: Bar) -> str:
    if bar.before is None or bar.after is None:
        return "alone"
    if bar.after == bar.before:
        return "same"
    return "better" if bar.after > bar.before else "worse"
