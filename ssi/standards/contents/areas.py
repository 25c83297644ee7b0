"""Areas, criteria and the sources that they name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ssi.errors import did_you_mean
from ssi.standards.contents.outline import Asked, Outline, Table, Wrong, number, numbers, shown, text, texts, wrong
from ssi.standards.toml_places import Path

_USUAL = re.compile(r"[A-Z]+-\d\d+", re.ASCII)
_USABLE = re.compile(r"[^\W\d_][\w.-]*")
# what the line form and the scores CSV read as something else than a criterion
TAKEN = frozenset(
    {"b", "back", "confirm", "conflicts", "date", "done", "find", "g", "go", "h", "help", "interpreter", "interviews"}
    | {"jump", "l", "language", "list", "na", "note", "ns", "open", "q", "quit", "reason", "s", "seal", "show", "skip"}
    | {"u", "undo", "was", "yes"}
)


def areas(outline: Outline) -> Iterator[Wrong]:
    """Each area once, with criteria, and a weight above 0 if any."""
    if not outline.raw.get("area"):
        yield wrong(("area",), "missing-key", key="[[area]]", within="the file")
    yield from _twice(((*path, "id"), text(table, "id")) for path, table in outline.tables("area"))
    for path, table in outline.tables("area"):
        if "criterion" not in table or table["criterion"] == []:
            yield wrong(path, "area-empty", area=text(table, "id") or "without an id")
        yield from _weight(path, table)


def ids(outline: Outline) -> Iterator[Wrong]:
    """Each criterion's id once, in any case of letters; fit to be typed; as usual the area's letters and a number."""
    yield from _twice(((*each.path, "id"), each.id) for each in outline.criteria)
    keys = (each for each in outline.criteria if text(each.table, "key") not in ("", each.id))
    yield from _twice([*_own_keys(outline), *(((*each.path, "key"), text(each.table, "key")) for each in keys)], "key")
    for each in outline.criteria:
        path, area = (*each.path, "id"), text(each.area, "id")
        if each.id and (not _USABLE.fullmatch(each.id) or each.id.casefold() in TAKEN):
            yield wrong(path, "criterion-id-unusable", criterion=shown(each.id))
        elif each.id and not (_USUAL.fullmatch(each.id) and each.id.startswith(f"{area}-")):
            yield wrong(path, "criterion-id-unusual", criterion=each.id, like=f"{area or 'SAF'}-01")


def _own_keys(outline: Outline) -> list[tuple[Path, str]]:
    """The comparability keys of criteria that keep their id as such, each once: a second id is named elsewhere."""
    return [((*each.path, "id"), id) for id, each in outline.asked.items() if text(each.table, "key") in ("", id)]


def _twice(named: Iterable[tuple[Path, str]], what: str = "id") -> Iterator[Wrong]:
    first: set[str] = set()
    for path, name in named:
        if name and name.casefold() in first:
            kind = next(part for part in reversed(path[:-1]) if isinstance(part, str))
            yield wrong(path, f"duplicate-{kind}" if what == "id" else "duplicate-key", name=name)
        first.add(name.casefold())


def _weight(path: Path, table: Table) -> Iterator[Wrong]:
    weight = number(table.get("weight"))
    if weight is not None and weight <= 0:
        yield wrong((*path, "weight"), "weight-not-positive", of=text(table, "id"), weight=shown(table["weight"]))


def criteria(outline: Outline) -> Iterator[Wrong]:
    """A description for every level, a minimum that the scale has, gates critical, on some checklist."""
    levels = outline.levels
    for path, table, _ in outline.criteria:
        id = text(table, "id")
        anchors = table.get("anchors")
        if isinstance(anchors, list) and levels and len(anchors) != len(levels):
            values = {"criterion": id, "count": len(anchors), "levels": len(levels)}
            yield wrong((*path, "anchors"), "anchors-count", **values)
        if "minimum" in table and levels and table["minimum"] not in levels:
            values = {"key": "minimum", "level": table["minimum"], "levels": outline.levels_text}
            yield wrong((*path, "minimum"), "level-unknown", **values)
        if table.get("gate") is True and text(table, "class") in ("must", "desired"):
            yield wrong((*path, "gate"), "gate-not-critical", criterion=id, given=table["class"])
        if table.get("kinds") == []:
            yield wrong((*path, "kinds"), "kinds-empty", criterion=id)
        yield from _weight(path, table)


def measures(outline: Outline) -> Iterator[Wrong]:
    """One cut for every step up the scale, each better than the one before."""
    for each in outline.criteria:
        table = each.table.get("measure")
        if not isinstance(table, dict) or "cuts" not in table:
            continue
        path, cuts = (*each.path, "measure", "cuts"), numbers(table, "cuts")
        if outline.levels and len(cuts) != len(outline.levels) - 1:
            yield wrong(path, "cuts-count", criterion=each.id, count=len(cuts), wanted=len(outline.levels) - 1)
        less = table.get("better") == "less"
        if table.get("better") in ("less", "more") and any((b >= a) if less else (b <= a) for a, b in pairwise(cuts)):
            yield wrong(path, "cuts-order", criterion=each.id, better=table["better"], way="fall" if less else "rise")


def sources(outline: Outline) -> Iterator[Wrong]:
    """Each source once; every tag that a criterion names is declared; every declared source is named by one."""
    declared = [((*path, "id"), text(table, "id")) for path, table in outline.tables("source")]
    yield from _twice(declared)
    known = Counter(name for _, name in declared)
    used = {name for each in outline.criteria for _, name in texts(each.table, "source")}
    for each in outline.criteria:
        yield from _undeclared(each, known)
    for path, name in declared:
        if name and name not in used:
            yield wrong(path, "source-unused", source=name)


def _undeclared(each: Asked, known: Iterable[str]) -> Iterator[Wrong]:
    for at, name in texts(each.table, "source"):
        if name not in known:
            hint = did_you_mean(name, known)
            yield wrong((*each.path, "source", at), "source-undeclared", source=shown(name), hint=hint)
