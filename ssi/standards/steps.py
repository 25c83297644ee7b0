"""The steps of an overlay as they are written, [[change]], [[drop]] and added criteria: what must be true of each.

Never looks at the values that a step gives: they are judged where they end up, in the standard that comes out
(`ssi.standards.contents`). A step always says why, because a ministry signs the difference, not the file.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ssi.errors import did_you_mean
from ssi.model import Criterion, Frozen, Standard
from ssi.model.standard import Figure
from ssi.standards.contents.outline import Table, Wrong, number, shown, text, texts, wrong
from ssi.standards.form import CRITERION_KEYS, unknown_key
from ssi.standards.toml_places import Path

OF_ITS_BASE = ("scale", "rules")
OF_A_STEP = frozenset({"reason", "figure"})
OF_A_CHANGE = OF_A_STEP | {"without"}


class Added(Frozen, extra="ignore"):
    """What an added criterion says beside itself."""

    reason: str
    figure: Figure | None = None


class AreaOfSteps(Frozen, extra="ignore"):
    criterion: tuple[Added, ...] = ()


class Change(Added):
    """A change: its other keys are those of the criterion; `without` names keys of the base's that it takes away."""

    id: str
    without: tuple[str, ...] = ()


class Drop(Frozen):
    id: str
    reason: str
    figure: Figure | None = None


class OverlayForm(Frozen, extra="ignore"):
    """The keys that only an overlay has."""

    extends: str
    base_sha256: str = ""
    change: tuple[Change, ...] = ()
    drop: tuple[Drop, ...] = ()
    area: tuple[AreaOfSteps, ...] = ()


@dataclass(frozen=True)
class Base:
    """What an overlay starts from: a standard without fault, the whole tables that it and its own bases say, and the
    sha256 of its file's bytes."""

    standard: Standard
    tables: Table
    sha256: str

    @cached_property
    def given(self) -> Mapping[str, Table]:
        """Criterion id → its table, which holds only what the file gives."""
        return {each["id"]: each for area in self.tables["area"] for each in area["criterion"]}


@dataclass(frozen=True)
class Written:
    """The steps of an overlay's tables (every list of tables being one) beside the standard that they start from."""

    raw: Table
    start: Base

    @property
    def base(self) -> Standard:
        return self.start.standard

    def tables(self, name: str) -> Iterator[tuple[Path, Table]]:
        for at, table in enumerate(self.raw.get(name, ())):
            yield (name, at), table

    @cached_property
    def added(self) -> tuple[tuple[Path, Table], ...]:
        """The criteria under [[area]], and where each is."""
        return tuple(
            ((*path, "criterion", at), table)
            for path, area in self.tables("area")
            for at, table in enumerate(area.get("criterion", ()))
        )

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The base's criteria by their id in small letters."""
        return {each.id.casefold(): each.id for each in self.base.criteria}


def of_its_base(raw: Table) -> Iterator[Wrong]:
    """Scale and rules are the base's."""
    for key in OF_ITS_BASE:
        if key in raw:
            yield wrong((key,), "overlay-keeps", key=key)


def language(steps: Written) -> Iterator[Wrong]:
    """One language, or half of a page would be in another."""
    given = text(steps.raw, "language")
    if given and given != steps.base.language:
        yield wrong(("language",), "overlay-language", language=given, base=steps.base, wanted=steps.base.language)


def aims(steps: Written) -> Iterator[Wrong]:
    """Each change and drop is of a criterion that the base has, and there is one step for each."""
    first: dict[str, str] = {}
    for kind in ("change", "drop"):
        for path, table in steps.tables(kind):
            id, at = text(table, "id"), (*path, "id")
            if not id:
                yield from _blank(table, path, "id")
            elif id not in steps.base.slot:
                hint = did_you_mean(id, steps.base.slot)
                yield wrong(at, "overlay-unknown-criterion", criterion=shown(id), base=steps.base, hint=hint)
            elif first.get(id) == kind:
                yield wrong(at, "overlay-twice", criterion=id, kind=kind)
            elif id in first:
                yield wrong(at, "overlay-change-and-drop", criterion=id)
            first.setdefault(id, kind)


def additions(steps: Written) -> Iterator[Wrong]:
    """An added criterion has an id of its own; an area of the base keeps its title and all else."""
    for path, table in steps.added:
        if text(table, "id").casefold() in steps.ids:
            id = steps.ids[text(table, "id").casefold()]
            yield wrong((*path, "id"), "overlay-has-it", criterion=id, base=steps.base)
    areas = {each.id for each in steps.base.area}
    for path, area in steps.tables("area"):
        for key in area if text(area, "id") in areas else ():
            if key not in ("id", "criterion"):
                yield wrong((*path, key), "overlay-area-key", key=key, area=area["id"], base=steps.base)


def keys(steps: Written) -> Iterator[Wrong]:
    """Keys that a change or an added criterion does not have."""
    for path, table in steps.tables("change"):
        yield from _unknown(path, table, CRITERION_KEYS | OF_A_CHANGE)
    for path, table in steps.added:
        yield from _unknown(path, table, CRITERION_KEYS | OF_A_STEP)


def _unknown(path: Path, table: Table, known: frozenset[str]) -> Iterator[Wrong]:
    for key in table:
        if key not in known:
            yield unknown_key((*path, key), sorted(known))


def reasons(steps: Written) -> Iterator[Wrong]:
    """A reason says something."""
    for path, table in (*steps.tables("change"), *steps.tables("drop"), *steps.added):
        yield from _blank(table, path, "reason")


def _blank(table: Table, path: Path, key: str) -> Iterator[Wrong]:
    if isinstance(table.get(key), str) and not text(table, key).strip():
        yield wrong((*path, key), "text-empty", key=key)


def differences(steps: Written) -> Iterator[Wrong]:
    """A change makes a difference, and takes away only what is there."""
    for path, table in steps.tables("change"):
        id = text(table, "id")
        if id not in steps.base.slot:
            continue
        for at, key in texts(table, "without"):
            if key not in steps.start.given[id] or key == "id":
                yield wrong((*path, "without", at), "overlay-without", criterion=id, key=shown(key), base=steps.base)
        named = set(table) - OF_A_CHANGE - {"id"}
        if named <= CRITERION_KEYS and not changed_keys(table, steps.base.criterion(id)):
            yield wrong(path, "overlay-changes-nothing", criterion=id)


def changed_keys(table: Table, was: Criterion) -> tuple[str, ...]:
    """The keys of a criterion that this change gives another value or takes away, in the order of the file."""
    before = was.model_dump(by_alias=True)
    given = [key for key in table if key in CRITERION_KEYS and _plain(key, table[key]) != before[key]]
    return (*given, *(key for _, key in texts(table, "without") if key not in table))


def _plain(key: str, value: Any) -> object:
    """A value of the file as the model keeps it, to compare the two."""
    if key == "measure" and isinstance(value, dict):
        return {inner: _plain(inner, each) for inner, each in value.items()}
    if key == "cuts" and isinstance(value, list):
        return tuple(map(number, value))
    if key == "weight":
        return number(value)
    return tuple(value) if isinstance(value, list) else value


CHECKS: tuple[Callable[[Written], Iterator[Wrong]], ...] = (
    language,
    aims,
    additions,
    keys,
    reasons,
    differences,
)
