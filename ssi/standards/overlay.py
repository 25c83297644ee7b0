"""A base and the tables of an overlay → the tables of the standard that comes out, and where each of them was written.

Never judges: `ssi.standards.steps` has looked at the steps, and the checks of any standard look at what comes out. So a
fault that shows only there (a level that the scale does not have, a source that nobody declared) still points at the
overlay's own line: `Merged.place` says where in the file a path of the merged tables comes from. A step that
cannot be carried out is passed over here, because it has been named.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ssi.model import Overlay, Standard, Step
from ssi.standards.contents.outline import Table, Wrong, text, texts, wrong
from ssi.standards.form import CRITERION_KEYS, OF_AN_OVERLAY
from ssi.standards.steps import OF_A_STEP, OF_ITS_BASE, Base, Written, changed_keys
from ssi.standards.toml_places import Path
from ssi.standards.weakening import weakening

EXTENDS: Path = ("extends",)
_FROM_BASE = frozenset({*OF_ITS_BASE, "area", "source"})


@dataclass(frozen=True)
class Merged:
    """The tables of a whole standard. `origin`: path in them → path in the overlay's file; of what is not there, the
    base's own, the line `extends` stands for it. A standard that extends nothing is its own origin."""

    tables: Table
    origin: Mapping[Path, Path] = field(default_factory=dict)

    def place(self, path: Path) -> Path:
        """Where in the file the value at this path of the tables was written."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.origin:
                return self.origin[path[:length]] + path[length:]
        return EXTENDS if self.origin and path[:1] and path[0] in _FROM_BASE else path


class _Came(NamedTuple):
    """A table of the standard that comes out, and where in the file it was written."""

    table: Table
    path: Path


class _Area(NamedTuple):
    head: _Came
    criteria: list[_Came]


def merge(raw: Table, base: Base) -> Merged:
    """The base with the overlay's steps carried out: changed, dropped, added. An area without a criterion left falls
    away (not the rules' rights area), and so do sources that nobody names any more."""
    steps = Written(raw, base)
    areas = list(_areas(steps, base))
    sources = list(_sources(steps, base, [each.table for area in areas for each in area.criteria]))
    origin: dict[Path, Path] = {EXTENDS: EXTENDS}
    for at, area in enumerate(areas):
        origin["area", at] = area.head.path
        origin |= {("area", at, "criterion", within): each.path for within, each in enumerate(area.criteria)}
    origin |= {("source", at): each.path for at, each in enumerate(sources)}
    tables = {
        **{key: value for key, value in raw.items() if key not in OF_AN_OVERLAY},
        **{key: base.tables[key] for key in OF_ITS_BASE},
        "area": [{**area.head.table, "criterion": [each.table for each in area.criteria]} for area in areas],
        "source": [each.table for each in sources],
    }
    return Merged(tables, origin)


def _areas(steps: Written, base: Base) -> Iterator[_Area]:
    """The base's areas with what is left and added, then the overlay's own."""
    changes = _by_id(steps.tables("change"))
    drops = {id: each for id, each in _by_id(steps.tables("drop")).items() if id not in changes}
    more = _by_id(steps.tables("area"))
    kept = base.tables["rules"].get("rights_area")
    for area in base.tables["area"]:
        left = [_changed(each, changes) for each in area["criterion"] if each["id"] not in drops]
        gone = next((drops[each["id"]].path for each in area["criterion"] if each["id"] in drops), EXTENDS)
        mine = more.get(area["id"])
        added = _added(mine, steps) if mine else []
        if left or added or area["id"] == kept:
            yield _Area(_Came(area, mine.path if mine else gone), [*left, *added])
    known = {area["id"] for area in base.tables["area"]}
    for path, table in steps.tables("area"):
        own = _Came(table, path)
        if text(table, "id") not in known or more[table["id"]].path != path:
            yield _Area(own, _added(own, steps))


def _by_id(tables: Iterable[tuple[Path, Table]]) -> dict[str, _Came]:
    """Id → table, the first of each."""
    found: dict[str, _Came] = {}
    for path, table in tables:
        found.setdefault(text(table, "id"), _Came(table, path))
    return found


def _changed(table: Table, changes: Mapping[str, _Came]) -> _Came:
    change = changes.get(table["id"])
    if change is None:
        return _Came(table, EXTENDS)
    gone = {key for _, key in texts(change.table, "without")} - {"id"}
    given = {key: value for key, value in change.table.items() if key in CRITERION_KEYS}
    return _Came({**{key: value for key, value in table.items() if key not in gone}, **given}, change.path)


def _added(area: _Came, steps: Written) -> list[_Came]:
    return [
        _Came({key: value for key, value in table.items() if key in CRITERION_KEYS}, (*area.path, "criterion", at))
        for at, table in enumerate(area.table.get("criterion", ()))
        if text(table, "id").casefold() not in steps.ids
    ]


def _sources(steps: Written, base: Base, criteria: Iterable[Table]) -> Iterator[_Came]:
    named = {name for each in criteria for _, name in texts(each, "source")}
    yield from (_Came(each, EXTENDS) for each in base.tables.get("source", ()) if each["id"] in named)
    yield from (_Came(table, path) for path, table in steps.tables("source"))


def overlay_of(raw: Table, base: Base, standard: Standard) -> tuple[Overlay, list[Wrong]]:
    """How this standard came from its base, and a warning for each weakening at the step that does it. `raw` and
    `standard` are without fault."""
    steps = Written(raw, base)
    found = list(_steps(steps))
    reason = {step.criterion: (step.reason, path) for step, path in found}
    weak = weakening(base.standard, standard)
    warnings = [
        wrong(path, "overlay-weakens", base=base.standard, criterion=each.criterion, what=each.what, reason=why)
        for each in weak
        for why, path in [reason.get(each.criterion, ("", EXTENDS))]
    ]
    said = Overlay(
        extends=str(base.standard),
        base_sha256=base.sha256,
        steps=tuple(step for step, _ in found),
        weakening=tuple(map(str, weak)),
    )
    return said, warnings


def _steps(steps: Written) -> Iterator[tuple[Step, Path]]:
    """Changes and drops in the order of the base's criteria, then what is added: the order of the tables in the file
    says nothing."""
    aimed = [
        (steps.base.slot[table["id"]], kind, path, table)
        for kind in ("change", "drop")
        for path, table in steps.tables(kind)
    ]
    for _, kind, path, table in sorted(aimed, key=lambda each: each[0]):
        keys = changed_keys(table, steps.base.criterion(table["id"])) if kind == "change" else ()
        yield _step(kind, table, keys), path
    for path, table in steps.added:
        yield _step("add", table, ()), path


def _step(kind: str, table: Table, keys: tuple[str, ...]) -> Step:
    said = {key: value for key, value in table.items() if key in OF_A_STEP}
    return Step.model_validate({"kind": kind, "criterion": table["id"], "keys": keys, **said})
