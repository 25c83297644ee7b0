"""The tables of a translation or a mapping as their model, or what is wrong with their form, in the words of faults.

Never looks at what a value means. For files with one level of tables below the top; a standard (`form`) and an adoption
(`adoption`) have days, exact numbers and tables within tables, and are put into words where they are read.
"""

import json
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ssi.errors import did_you_mean
from ssi.model import Frozen
from ssi.standards.contents.outline import Wrong, shown, unknown_word, wrong, wrong_type
from ssi.standards.toml_places import Path

Form = TypeVar("Form", bound=Frozen)
Inner = Mapping[str, type[Frozen]]
_EXPECTED = {"string": "a text between quotes", "int": "a whole number", "tuple": "a list between [ and ]"}


def formed(model: type[Form], tables: Mapping[str, Any], inner: Inner) -> tuple[Form | None, list[Wrong]]:
    """The tables as this model, or every fault of their form; `inner` = the lists of tables below the top, by key."""
    truth = {"format": 0} if tables.get("format") is True else {}  # to pydantic, true is 1
    try:
        return model.model_validate_json(_as_json({**tables, **truth}), strict=True), []
    except ValidationError as error:
        return None, [_in_words(each, tables, {"": model, **inner}) for each in error.errors(include_url=False)]


def _as_json(tables: Mapping[str, Any]) -> str:
    """The tables for pydantic, whose strict mode takes lists for tuples in JSON alone; what JSON has no kind for
    becomes a number, which no key but the value of a level takes."""
    return json.dumps(tables, default=lambda value: float(value) if isinstance(value, Fraction) else 0.5)


def _in_words(error: ErrorDetails, raw: Any, models: Inner) -> Wrong:
    path, kind = tuple(error["loc"]), error["type"]
    key, given = path[-1], _given(raw, path)
    if kind == "missing":
        within = "the file" if len(path) == 1 else f"[[{path[0]}]] number {int(path[1]) + 1}"
        return wrong(path[:-1], "missing-key", key=key, within=within)
    if kind == "extra_forbidden":
        fields = models[str(path[0]) if len(path) > 1 else ""].model_fields
        known = [each.alias or name for name, each in fields.items()]
        return wrong(path, "unknown-key", key=key, hint=did_you_mean(str(key), known))
    if kind == "literal_error" and key == "format":
        return wrong(path, "format-unknown", format=shown(given))
    if kind == "literal_error":
        return unknown_word(path, given, re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", "")))
    if key in models:
        return wrong_type(path, f"tables that begin with [[{key}]]", given)
    expected = next((words for part, words in _EXPECTED.items() if kind.startswith(part)), "a table")
    return wrong_type(path, expected, given)


def _given(raw: Any, path: Path) -> Any:
    for part in path:
        inside = (isinstance(raw, dict) and part in raw) or (isinstance(raw, list) and isinstance(part, int))
        raw = raw[part] if inside else None
    return raw
