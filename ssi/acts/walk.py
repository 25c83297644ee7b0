"""Where a team is on its way through a sheet, and where it goes next. Pure: never writes and never says anything."""

import unicodedata
from collections.abc import Iterator

from ssi.acts.record import Typing
from ssi.model import Criterion


def next_open(typing: Typing, at: Criterion | None) -> Criterion | None:
    """The first criterion that is open, after the present one where there is such; none where nothing is open."""
    place = {each.id: number for number, each in enumerate(typing.walk)}
    here, left = place.get(at.id, -1) if at else -1, typing.open
    later = [each for each in left if place[each.id] > here]
    return next(iter(later or left), None)


def step(typing: Typing, at: Criterion | None, by: int) -> Criterion:
    """One back or one on; no further than the ends."""
    walk = typing.walk or typing.checklist.criteria
    here = walk.index(at) if at in walk else len(walk)
    return walk[max(0, min(len(walk) - 1, here + by))]


def finding(typing: Typing, words: str, at: Criterion | None) -> tuple[Criterion, ...]:
    """The criteria in which these words stand, in the language shown or in the standard's own: those after the present
    one first. Case and the ways of writing one letter make no difference."""
    wanted = _plain(words)
    if not wanted:
        return ()
    every = typing.checklist.criteria
    here = every.index(at) + 1 if at in every else 0
    return tuple(
        each for each in (*every[here:], *every[:here]) if any(wanted in _plain(text) for text in _said(typing, each))
    )


def _said(typing: Typing, criterion: Criterion) -> Iterator[str]:
    yield criterion.id
    yield from (criterion.text, *criterion.anchors, criterion.guidance)
    if typing.texts.translation:
        yield typing.texts(f"{criterion.id}.text").text
        yield from (each.text for each in typing.texts.anchors(criterion.id))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def progress(typing: Typing, criterion: Criterion | None) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """The area of this criterion with (how many of it have a score, how many it has here), and the same of the whole
    walk: ("SAF", (3, 11), (12, 78))."""
    open_ = {each.id for each in typing.open}
    whole = (len(typing.walk) - len(open_), len(typing.walk))
    if criterion is None:
        return "", (0, 0), whole
    area = [each for each in typing.walk if each.area == criterion.area]
    return criterion.area, (sum(each.id not in open_ for each in area), len(area)), whole
