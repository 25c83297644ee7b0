"""The form of a standards file: each key known, none missing, each value of the right kind. → Faults in plain words.

Never looks at what the values mean (`ssi.standards.contents` does). pydantic knows the keys and their kinds from the
model; its errors are put into our own words here. Before that, `misfits` names what pydantic would overlook (true for
1, "2" for 2) or stumble over, and `without` takes those values out, so that all else is still checked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ssi.errors import did_you_mean
from ssi.model import Area, Criterion, Example, Frozen, Level, Measure, Rules, Source, Standard
from ssi.standards.contents.outline import Wrong, number, unknown_word, whole, wrong, wrong_type
from ssi.standards.toml_places import Path

Form = TypeVar("Form", bound=Frozen)

MODELS: Mapping[tuple[str, ...], type[Frozen]] = {
    (): Standard,
    ("scale",): Level,
    ("rules",): Rules,
    ("area",): Area,
    ("area", "criterion"): Criterion,
    ("area", "criterion", "measure"): Measure,
    ("source",): Source,
    ("example",): Example,
}
NUMBERS = frozenset({"points", "weight", "na_ceiling", "coverage_floor"})
LISTS_OF_NUMBERS = frozenset({"bands", "cuts"})
WHOLE_NUMBERS = frozenset({"value", "minimum", "cap_without_practice", "level"})
TRUTHS = frozenset({"gate", "practice"})
LISTS_OF_TABLES = frozenset(
    {("scale",), ("area",), ("area", "criterion"), ("source",), ("example",), ("change",), ("drop",)}
)
TABLES = frozenset({("rules",), ("rules", "weights"), ("area", "criterion", "measure"), ("change", "measure")})
NOT_WRITTEN = {  # filled in when read
    (): {"sha256", "resolved_sha256", "overlay"},
    ("area", "criterion"): {"area", "class_"},
}
OF_AN_OVERLAY = frozenset({"extends", "base_sha256", "change", "drop"})  # keys that make a file one
CRITERION_KEYS = frozenset(each.alias or name for name, each in Criterion.model_fields.items()) - {"area"}
_EXPECTED = (
    ("string", "a text between quotes"),
    ("int", "a whole number"),
    ("bool", "true or false"),
    ("fraction", "a number, or a text such as '1/2'"),
    ("tuple", "a list between [ and ]"),
    ("dict", "a table"),
    ("model", "a table"),
)


def misfits(raw: Mapping[str, Any], at: Path = ()) -> Iterator[Wrong]:
    """Values of another kind than their key wants, in this table and those inside it; keys that may not be written."""
    for key, value in raw.items():
        path = (*at, key)
        named = _names(path)
        expected = _expected_kind(named, value)
        if key in NOT_WRITTEN.get(named[:-1], ()):
            yield unknown_key(path)
        elif expected:
            yield wrong_type(path, expected, value)
        elif named in LISTS_OF_TABLES:
            for place, each in enumerate(value):
                good = isinstance(each, dict)
                yield from misfits(each, (*path, place)) if good else [wrong_type((*path, place), "a table", each)]
        elif named in TABLES:
            yield from misfits(value, path)


def _expected_kind(named: tuple[str, ...], value: object) -> str:
    """What is expected of the key with these names where the value is of another kind; nothing where it may stand."""
    key = named[-1]
    if key in LISTS_OF_NUMBERS:
        good = isinstance(value, list) and all(number(each) is not None for each in value)
        return "" if good else "a list of numbers between [ and ]"
    rules: tuple[tuple[bool, Callable[[object], bool], str], ...] = (
        (key in NUMBERS or named[:2] == ("rules", "weights") != named, _is_number, "a number, or a text such as '1/2'"),
        (key in WHOLE_NUMBERS, whole, "a whole number"),
        (key in TRUTHS, lambda found: isinstance(found, bool), "true or false, without quotes"),
        (key == "class", lambda found: isinstance(found, str), "a text between quotes"),
        (named in LISTS_OF_TABLES, lambda found: isinstance(found, list), f"tables that begin with [[{key}]]"),
        (named in TABLES, lambda found: isinstance(found, dict), "a table"),
    )
    return next((words for asked, fits, words in rules if asked and not fits(value)), "")


def _is_number(value: object) -> bool:
    return number(value) is not None


def without(raw: Any, paths: Iterable[Path]) -> Any:
    """The same tables without these values; a broken table in a list becomes an empty one, so that no other moves."""
    gone: dict[str | int, set[Path]] = {}
    for first, *rest in paths:
        gone.setdefault(first, set()).add(tuple(rest))
    if isinstance(raw, list):
        return [{} if () in gone.get(at, ()) else _pruned(each, gone.get(at)) for at, each in enumerate(raw)]
    return {key: _pruned(each, gone.get(key)) for key, each in raw.items() if () not in gone.get(key, ())}


def _pruned(value: Any, paths: set[Path] | None) -> Any:
    return without(value, paths) if paths else value


def validated(form: type[Form], raw: Mapping[str, Any]) -> tuple[Form | None, list[Wrong]]:
    """The tables as this model, or what pydantic found, once for each path."""
    try:
        return form.model_validate(raw), []
    except ValidationError as error:
        errors = [each for each in error.errors(include_url=False) if not _filled_in(each["loc"], raw)]
        return None, list({each.path: each for each in (_in_words(each, raw) for each in errors)}.values())


def _filled_in(location: tuple[int | str, ...], raw: Any) -> bool:
    """Whether this is a key that a criterion got from its area or the rules: the fault is named there."""
    match location:
        case ("area", int(area), "criterion", int(at), "key" | "minimum" | "weight" | "area" | "applies" as key):
            return key not in raw["area"][area]["criterion"][at]
        case _:
            return False


def _in_words(error: ErrorDetails, raw: Any) -> Wrong:
    path, kind, given = _path(error["loc"], raw), error["type"], error["input"]
    words = re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", ""))
    if kind == "missing":
        key = str(error["loc"][-1])
        return wrong((*path, key), "missing-key", key=key, within=title(path, raw))
    if kind == "extra_forbidden" or error["loc"][-1] == "[key]":
        return unknown_key(path, words)
    if kind == "literal_error":
        return unknown_word(path, given, words)
    expected = next((plain for part, plain in _EXPECTED if kind.startswith(part)), "something else")
    return wrong_type(path, expected, given)


def _path(location: tuple[int | str, ...], raw: Any) -> Path:
    """pydantic's location as a path that is in the file: without its names for the branches of a union."""
    path: Path = ()
    for part in location:
        inside = isinstance(raw, dict) and part in raw
        if inside or (isinstance(raw, list) and isinstance(part, int) and part < len(raw)):
            path, raw = (*path, part), raw[part]
    return path


def unknown_key(path: Path, words: Iterable[str] = ()) -> Wrong:
    """A key that its table does not have; `words` = those it has, where they are not the keys of a model."""
    named = _names(path[:-1])
    fields = MODELS[named].model_fields if named in MODELS else {}
    known = {each.alias or name for name, each in fields.items()} - NOT_WRITTEN.get(named, set())
    known |= set() if named else OF_AN_OVERLAY
    return wrong(path, "unknown-key", key=path[-1], hint=did_you_mean(str(path[-1]), list(words) or sorted(known)))


def _names(path: Path) -> tuple[str, ...]:
    return tuple(part for part in path if isinstance(part, str))


def title(path: Path, raw: Any) -> str:
    """The table at this path as a person would call it: the criterion SAF-04, [rules], the file."""
    table: Any = raw
    for part in path:
        table = table[part]
    keys = _names(path)
    if not keys:
        return "the file"
    if keys[-1] in ("rules", "weights", "measure"):
        return f"[{'.'.join(keys)}]" if keys[0] == "rules" else f"the measure of {title(path[:-1], raw)}"
    name = table.get("id") or table.get("title") or table.get("value") or f"number {int(path[-1]) + 1}"
    return f"the {'level' if keys[-1] == 'scale' else keys[-1]} {name}"
