"""How far the roll-out of a standard has come: the places of the register and what is next for each.

Never holds a name: a place is a province or a shelter by its code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

Stage = Literal["sent", "acknowledged", "trained", "self_assessed"]
STAGES: tuple[Stage, ...] = ("sent", "acknowledged", "trained", "self_assessed")


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the register. `shelters` = how many it stands for; `dates` holds ISO 8601 for the stages reached."""

    place: str
    shelters: int = 1
    dates: Mapping[Stage, str] = field(default_factory=dict)
    standard: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class PlaceState:
    """`reached` = the furthest stage with a date, "" where it was not sent; `next` = the stage after it, "" where all
    is done; `days` since the date of `reached`; `stalled` = sent too long ago and nothing heard since."""

    place: Place
    reached: Stage | Literal[""]
    next: Stage | Literal[""]
    days: int | None
    stalled: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """How many shelters of a group have come at least to each stage, in the order of STAGES."""

    group: str
    shelters: int
    places: int
    stages: tuple[int, ...]

    def percent(self, stage: Stage) -> Fraction:
        """Of the group's shelters, 0..100."""
        return Fraction(100 * self.stages[STAGES.index(stage)], self.shelters) if self.shelters else Fraction(0)


@dataclass(frozen=True, slots=True)
class Rollout:
    """The register as it stood `on` a day. `groups` by region or by standard, empty where nobody asked."""

    on: str
    stalled_after: int
    all: Reached
    groups: tuple[Reached, ...]
    states: tuple[PlaceState, ...]
