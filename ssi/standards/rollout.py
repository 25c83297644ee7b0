"""The roll-out register → how far it has come on a day.

Never reads the file (`ssi.acts.rollout` does) and never asks for the time. A later stage counts for the ones before it:
a place whose staff were trained has the standard, even where its slip never came back.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ssi.findings.rollout import STAGES, Place, PlaceState, Reached, Rollout

STALLED_AFTER = 60  # days


def rollout(
    places: Sequence[Place],
    on: str,
    *,
    by: Callable[[Place], str] | None = None,
    stalled_after: int = STALLED_AFTER,
) -> Rollout:
    """The state `on` a day (ISO 8601); dates after it have not happened yet. `by` names the group of a place."""
    states = tuple(_state(each, on, stalled_after) for each in places)
    groups = sorted({by(each) for each in places}) if by else ()
    return Rollout(
        on,
        stalled_after,
        _reached("", states),
        tuple(_reached(name, (each for each in states if by and by(each.place) == name)) for name in groups),
        states,
    )


def _state(place: Place, on: str, stalled_after: int) -> PlaceState:
    done = [stage for stage in STAGES if "" < place.dates.get(stage, "") <= on]
    if not done:
        return PlaceState(place, "", STAGES[0], None, stalled=False)
    last = done[-1]
    after = STAGES[STAGES.index(last) + 1 :]
    days = (date.fromisoformat(on) - date.fromisoformat(place.dates[last])).days
    return PlaceState(place, last, after[0] if after else "", days, stalled=last == "sent" and days > stalled_after)


def _reached(group: str, states: Iterable[PlaceState]) -> Reached:
    counts = [0] * len(STAGES)
    shelters = places = 0
    for each in states:
        shelters, places = shelters + each.place.shelters, places + 1
        for at in range(STAGES.index(each.reached) + 1 if each.reached else 0):
            counts[at] += each.place.shelters
    return Reached(group, shelters, places, tuple(counts))
