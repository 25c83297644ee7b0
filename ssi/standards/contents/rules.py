"""The scale and the rules by which scores become a result."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ssi.errors import did_you_mean
from ssi.model import CLASSES
from ssi.standards.contents.outline import Outline, Table, Wrong, number, numbers, shown, text, wrong
from ssi.standards.toml_places import Path


def scale(outline: Outline) -> Iterator[Wrong]:
    """Two levels or more, worst to best; each value once, not below 0, in one direction; points from 0 to 1 that never
    fall."""
    tables = list(outline.tables("scale"))
    if "scale" in outline.raw and len(tables) < 2:
        yield wrong(("scale",), "scale-short")
    seen: set[int] = set()
    for path, table in tables:
        value, points = table.get("value"), number(table.get("points"))
        if value is not None and value in seen:
            yield wrong((*path, "value"), "level-duplicate", level=value)
        if value is not None and value < 0:
            yield wrong((*path, "value"), "level-negative", level=value)
        if points is not None and not 0 <= points <= 1:
            yield wrong((*path, "points"), "points-range", points=shown(table["points"]))
        seen |= {value} if value is not None else set()
    yield from _in_order(tables)
    scored = [(path, found) for path, table in tables if (found := number(table.get("points"))) is not None]
    for (_, worse), (path, better) in pairwise(scored):
        if better < worse:
            yield wrong((*path, "points"), "points-fall", points=better, before=worse)


def _in_order(tables: Sequence[tuple[Path, Table]]) -> Iterator[Wrong]:
    """Values rise, or fall where 1 is the best mark: in any other order somebody who knows two of them types the third
    wrongly."""
    values = [(path, value) for path, table in tables if (value := table.get("value")) is not None]
    steps = [(path, before, value) for (_, before), (path, value) in pairwise(values) if value != before]
    for path, before, value in steps:
        rises = steps[0][2] > steps[0][1]
        if (value > before) != rises:
            way = "rise" if rises else "fall"
            yield wrong((*path, "value"), "levels-order", level=value, before=before, way=way)


def rules(outline: Outline) -> Iterator[Wrong]:
    """Levels that the scale has, percents from 0 to 100, an area that exists."""
    table = outline.rules
    for key in ("minimum", "cap_without_practice"):
        if key in table and outline.levels and table[key] not in outline.levels:
            yield wrong(("rules", key), "level-unknown", key=key, level=table[key], levels=outline.levels_text)
    for key in ("na_ceiling", "coverage_floor"):
        found = number(table.get(key))
        if found is not None and not 0 <= found <= 100:
            yield wrong(("rules", key), "percent-range", key=key, percent=shown(table[key]))
    areas = [text(each, "id") for _, each in outline.tables("area")]
    wanted = text(table, "rights_area")
    if wanted and wanted not in areas:
        hint = did_you_mean(wanted, filter(None, areas))
        yield wrong(("rules", "rights_area"), "rights-area-unknown", area=wanted, hint=hint)


def class_weights(outline: Outline) -> Iterator[Wrong]:
    """Where weights are given, each class has one, above 0."""
    given = outline.rules.get("weights")
    if given is None:
        return
    for name in CLASSES:
        if name not in given:
            yield wrong(("rules", "weights"), "weight-missing", name=name)
    for name, weight in given.items():
        if name in CLASSES and (found := number(weight)) is not None and found <= 0:
            yield wrong(("rules", "weights", name), "weight-not-positive", of=f"the class {name}", weight=shown(weight))


def bands(outline: Outline) -> Iterator[Wrong]:
    """The percents at which levels begin rise, and lie above 0 and up to 100."""
    found = numbers(outline.rules, "bands")
    for at, each in enumerate(found):
        if not 0 < each <= 100:
            yield wrong(("rules", "bands", at), "percent-range", key="bands", percent=shown(each))
        elif at and each <= found[at - 1]:
            yield wrong(("rules", "bands", at), "bands-order", percent=shown(each), before=shown(found[at - 1]))
