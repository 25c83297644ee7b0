"""The tables of a standards file, whole or overlay, as canonical TOML text that reads like a regulation.

Never judges and never leaves out what a file says; of its remarks only the head is here (`ssi.standards.head`). Equal
tables and heads give equal bytes, whatever the order of their keys and however a number is written, so that two files
say the same exactly when their canonical texts are the same. Parts come in the order of a regulation, areas as headed
sections, one criterion after the other, each level description on a line of its own.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ssi.standards.figures import plain_figure
from ssi.standards.form import LISTS_OF_NUMBERS, NUMBERS
from ssi.standards.head import Head, head_of, renewed
from ssi.standards.writers.translation import quoted

_HEADING = (
    *("format", "id", "version", "status", "extends", "base_sha256", "language", "title", "authority", "licence"),
)
_CRITERION = (
    *("id", "key", "class", "gate", "text", "anchors", "guidance", "methods", "practice", "kinds", "applies"),
    *("na_when", "minimum", "measure", "remedy", "weight", "source", "without", "reason", "figure"),
)
_ORDER: Mapping[str, Sequence[str]] = {
    "scale": ("value", "label", "points"),
    "rules": (
        *("minimum", "weights", "unsettled", "na_ceiling", "coverage_floor", "bands", "cap_without_practice"),
        "rights_area",
    ),
    "weights": ("critical", "must", "desired"),
    "area": ("id", "title", "weight", "applies"),
    "criterion": _CRITERION,
    "change": _CRITERION,
    "drop": ("id", "reason", "figure"),
    "measure": ("unit", "better", "cuts"),
    "source": ("id", "title", "address"),
    "example": (
        *("title", "kind", "children", "all", "scores", "sheets", "methods", "percent", "low", "high", "coverage"),
        *("level", "status", "unsettled"),
    ),
}
_IN_QUOTES = frozenset({"points", "cuts"})  # numbers that the shipped files write as texts
_ON_LINES = frozenset({"anchors"})  # lists with a line for each item
_KEPT_EMPTY = frozenset({"unsettled", "anchors"})  # empty lists that say something
_RULE = "# " + "-" * 75
_PARTS = (
    ("Scale and rules", ("scale", "rules")),
    ("What changes", ("change",)),
    ("What falls away", ("drop",)),
    ("Areas and criteria", ("area",)),
    ("Worked examples", ("example",)),
    ("Sources", ("source",)),
)
_TABLES = frozenset(key for _, keys in _PARTS for key in keys)


def standard_toml(tables: Mapping[str, Any], head: Head = ()) -> bytes:
    """The whole file, UTF-8 in NFC. `tables` as `toml_text.read_toml` gives them; without a `head` it gets a plain
    one."""
    text = "\n".join(_lines(tables, head)).rstrip("\n") + "\n"
    return unicodedata.normalize("NFC", text).encode()


def own_head(tables: Mapping[str, Any], text: str) -> Head:
    """The head that somebody wrote in the file with this text, renewed; none where it is the plain one."""
    plain, head = (head_of("\n".join(_lines(tables, each))) for each in ((), head_of(text)))
    return () if head == plain else head


def _lines(tables: Mapping[str, Any], head: Head) -> Iterator[str]:
    parts = [(name, keys) for name, keys in _PARTS if any(tables.get(key) for key in keys)]
    yield from _title(tables, [name for name, _ in parts], head)
    yield from _pairs({key: value for key, value in tables.items() if key not in _TABLES}, _HEADING)
    for number, (name, keys) in enumerate(parts, 1):
        yield from ("", "", _RULE, f"#  Part {number}  {name}", _RULE)
        for key in keys:
            yield from _part(key, tables.get(key))


def _title(tables: Mapping[str, Any], parts: Sequence[str], head: Head) -> Iterator[str]:
    version = f"#  Version {_remark(tables.get('version', ''))} ({_remark(tables.get('status', ''))})"
    listed = [*_listed(tables, parts)]
    plain = (_RULE, f"#  {_remark(tables.get('title', ''))}", version, _RULE, "#", *listed, "#")
    yield from (*(renewed(head, version, listed) if head else plain), "")


def _listed(tables: Mapping[str, Any], parts: Sequence[str]) -> Iterator[str]:
    for number, name in enumerate(parts, 1):
        counted = f": {_counted(tables['area'])}" if name == "Areas and criteria" else ""
        yield f"#  Part {number}  {name}{counted}"


def _counted(areas: Sequence[Mapping[str, Any]]) -> str:
    criteria = [each for area in areas for each in area.get("criterion", ())]
    gates = sum(each.get("gate") is True for each in criteria)
    counts = ((len(areas), "area", "areas"), (len(criteria), "criterion", "criteria"))
    said = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)
    return f"{said}, {gates} of them stop criteria" if gates else said


def _part(key: str, value: Any) -> Iterator[str]:
    if key == "rules" and value:
        yield from ("", "[rules]", *_pairs(value, _ORDER["rules"]))
    elif key == "area":
        yield from _areas(value)
    else:
        for table in value or ():
            yield from ("", f"[[{key}]]", *_pairs(table, _ORDER[key], explicit=key == "change"))


def _areas(areas: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for number, area in enumerate(areas, 1):
        heading = f"# --- Area {number}: {_remark(area.get('title') or area.get('id', ''))} "
        yield from (*([""] if number == 1 else ["", ""]), heading.ljust(78, "-"), "", "[[area]]")
        yield from _pairs({key: value for key, value in area.items() if key != "criterion"}, _ORDER["area"])
        for criterion in area.get("criterion", ()):
            yield from ("", "  [[area.criterion]]")
            yield from ("  " + line for line in _pairs(criterion, _CRITERION))


def _pairs(table: Mapping[str, Any], order: Sequence[str], *, explicit: bool = False) -> Iterator[str]:
    """The keys of a table, one a line. What only repeats a default (no, nothing) is left out, unless it is `explicit`:
    in a change it says that the base is otherwise."""
    for key in (*(key for key in order if key in table), *(key for key in table if key not in order)):
        value = table[key]
        if explicit or _says(key, value):
            yield from _pair(key, value)


def _says(key: str, value: Any) -> bool:
    return bool(value) or key in _KEPT_EMPTY or (isinstance(value, int | Fraction) and not isinstance(value, bool))


def _pair(key: str, value: Any) -> Iterator[str]:
    if key in _ON_LINES and isinstance(value, list) and value:
        yield from (f"{key} = [", *(f"  {_value(key, each)}," for each in value), "]")
    else:
        yield f"{_key(key)} = {_value(key, value)}"


def _value(key: str, value: Any) -> str:
    if isinstance(value, Mapping):
        order = [each for each in _ORDER.get(key, ()) if each in value]
        inner = [*order, *(each for each in value if each not in order)]
        kind = {"weights": "weight", "measure": ""}.get(key, "id")  # the keys of scores are ids, whatever they spell
        pairs = [f"{_key(each)} = {_value(kind or each, value[each])}" for each in inner]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(key, each) for each in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _figure(key, value) if key in NUMBERS | LISTS_OF_NUMBERS else _plain(value)


def _plain(value: Any) -> str:
    return quoted(value) if isinstance(value, str) else plain_figure(value)


def _figure(key: str, value: str | int | Fraction) -> str:
    """A number where TOML has one exactly, else a text that says it."""
    text = plain_figure(value)
    whole = text.isascii() and text.isdecimal() and (text == "0" or text[0] != "0")
    return text if whole and key not in _IN_QUOTES else quoted(text)


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("_", "").isalnum()
    return key if bare else quoted(key)


def _remark(text: Any) -> str:
    """A text that may stand behind #."""
    return " ".join("".join(each if each.isprintable() else " " for each in str(text)).split())
