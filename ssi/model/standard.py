"""A standards file as a value: what a ministry adopts. Read by `ssi.standards.reading`, never altered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, model_validator

from ssi.model.words import KINDS, Class, Frozen, Kind, Method, Remedy


class Level(Frozen):
    """One level of the scale; the file lists them worst to best. `points` is between 0 and 1."""

    value: int
    label: str
    points: Fraction


class Rules(Frozen):
    """How scores become a result. Percents are of 100; see scoring.md section 1 for each."""

    minimum: int
    weights: dict[Class, Fraction] = Field(default_factory=lambda: _class_weights(3, 2, 1))
    unsettled: Literal["median", "lower"] = "median"
    na_ceiling: Fraction = Fraction(15)
    coverage_floor: Fraction = Fraction(80)
    bands: tuple[Fraction, ...] = ()
    cap_without_practice: int | None = None
    rights_area: str | None = None


def _class_weights(critical: int, must: int, desired: int) -> dict[Class, Fraction]:
    return {"critical": Fraction(critical), "must": Fraction(must), "desired": Fraction(desired)}


class Measure(Frozen):
    """How a measured value proposes a level: one cut per step up the scale. The person confirms the level."""

    unit: str
    better: Literal["less", "more"]
    cuts: tuple[Fraction, ...]


class Criterion(Frozen):
    """One thing to be scored. `gate` is a stop criterion; `key` says across versions whether its meaning held."""

    id: str
    key: str
    area: str
    class_: Class = Field(alias="class")
    gate: bool = False
    text: str
    anchors: tuple[str, ...]
    guidance: str = ""
    methods: tuple[Method, ...] = ()
    practice: bool = False
    na_when: str | None = None
    minimum: int
    applies: Literal["children"] | None = None
    measure: Measure | None = None
    kinds: tuple[Kind, ...] = KINDS
    remedy: Remedy | None = None
    weight: Fraction
    source: tuple[str, ...] = ()


class Area(Frozen):
    """A group of criteria. Without a `weight` it weighs what its criteria on the shelter's checklist weigh together."""

    id: str
    title: str
    weight: Fraction | None = None
    applies: Literal["children"] | None = None
    criterion: tuple[Criterion, ...] = ()


class Source(Frozen):
    id: str
    title: str
    address: str = ""


Scores = dict[str, int | str]


class Example(Frozen):
    """A worked example inside a standard; `ssi check` runs it. Decimal strings are compared at the decimals written."""

    title: str
    kind: Kind = "long-term"
    children: Literal["yes", "no"] = "no"
    all: int | str | None = None
    scores: Scores = Field(default_factory=dict)
    sheets: tuple[Scores, ...] = ()
    methods: dict[str, tuple[Method, ...]] | tuple[Method, ...] = Field(default_factory=dict)
    percent: str | None = None
    low: str | None = None
    high: str | None = None
    coverage: str | None = None
    level: int | None = None
    status: Literal["urgent", "incomplete", "conditional", "meets", "improving"] | None = None
    unsettled: tuple[str, ...] | None = None


Figure = Literal["read", "own", "memory", "none"]  # whether the figure of a change was read in its source


class Step(Frozen):
    """One difference of an overlay from its base, with its reason. `figure`: read in the source, the overlay's own,
    from memory (unverified), or none in it; empty where the file does not say. `keys` = what a change alters."""

    kind: Literal["change", "drop", "add"]
    criterion: str
    reason: str
    figure: Figure | Literal[""] = ""
    keys: tuple[str, ...] = ()


class Overlay(Frozen):
    """How a resolved standard came from its base ("id version"): its steps, and in words what weakens the base."""

    extends: str
    base_sha256: str = ""
    steps: tuple[Step, ...] = ()
    weakening: tuple[str, ...] = ()


class Standard(Frozen):
    """A whole standards file, defaults filled in: every criterion has its key, minimum, weight and area.

    Built by `ssi.standards.reading`, which names every fault with its line; `sha256` is of the file's bytes,
    `resolved_sha256` of the canonical JSON of what an overlay and its bases resolve to (equal texts, equal hash).
    """

    format: Literal[1]
    id: str
    version: str
    status: Literal["draft", "released"]
    language: str
    title: str
    authority: str = ""
    licence: str = ""
    scale: tuple[Level, ...]
    rules: Rules
    area: tuple[Area, ...]
    source: tuple[Source, ...] = ()
    example: tuple[Example, ...] = ()
    sha256: str = ""
    resolved_sha256: str = ""
    overlay: Overlay | None = None  # not part of what the standard says, nor of `resolved_sha256`

    @model_validator(mode="before")
    @classmethod
    def _filled(cls, data: Any) -> Any:
        """The file's defaults, written out, so that no reader of a criterion needs to know them."""
        rules = data.get("rules", {})
        weights = {**_class_weights(3, 2, 1), **rules.get("weights", {})}

        def filled(criterion: dict[str, Any], area: dict[str, Any]) -> dict[str, Any]:
            return {
                "key": criterion.get("id"),
                "minimum": rules.get("minimum"),
                "weight": weights.get(criterion.get("class"), 0),
                "applies": area.get("applies"),
                **criterion,
                "area": area.get("id"),
            }

        areas = [
            {**area, "criterion": [filled(each, area) for each in area.get("criterion", [])]} for area in data["area"]
        ]
        return {**data, "area": areas}

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in order: the slots of a sheet's `levels`."""
        return tuple(each for area in self.area for each in area.criterion)

    @cached_property
    def slot(self) -> Mapping[str, int]:
        """Criterion id → its place in `criteria` and in a sheet's `levels`."""
        return {each.id: at for at, each in enumerate(self.criteria)}

    @cached_property
    def position(self) -> Mapping[int, int]:
        """A level's value → its position on the scale, 0 = worst."""
        return {level.value: at for at, level in enumerate(self.scale)}

    def criterion(self, code: str) -> Criterion:
        return self.criteria[self.slot[code]]

    def reaches(self, score: int, minimum: int) -> bool:
        """Whether a level (its value) is at or above the minimum; NA and NS never are."""
        return score in self.position and self.position[score] >= self.position[minimum]

    def checklist(self, kind: Kind, *, children: bool) -> "Checklist":
        """The criteria that apply to a shelter of this kind, with or without children."""
        return self._checklists[kind, children]

    @cached_property
    def _checklists(self) -> Mapping[tuple[Kind, bool], "Checklist"]:
        return {
            (kind, children): Checklist(self, kind, children, tuple(self._slots(kind, children)))
            for kind in KINDS
            for children in (False, True)
        }

    def _slots(self, kind: Kind, children: bool) -> Iterator[int]:
        for at, each in enumerate(self.criteria):
            if kind in each.kinds and (children or each.applies != "children"):
                yield at

    def __str__(self) -> str:
        return f"{self.id} {self.version}"


@dataclass(frozen=True, slots=True)
class Checklist:
    """The criteria that apply to one kind of shelter, in order; `slots` are their places in the standard."""

    standard: Standard
    kind: Kind
    children: bool
    slots: tuple[int, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple(self.standard.criteria[at] for at in self.slots)
