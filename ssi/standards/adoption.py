"""Bytes of an adoption file → an Adoption, or every fault in it with its line.

Never looks at the standard beside it: `ssi.acts.adopted` compares the two. The form is checked by the model, whose
errors are put into the words that faults of standards have; the order of the days is looked at in the same pass, so
that a person who made three slips is told of three.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ssi.errors import Fault, SsiError, did_you_mean, fault, refuse
from ssi.model.adoption import Adoption, Base, Binds, Consulted, Parts, Signature
from ssi.model.words import Frozen
from ssi.standards.contents.outline import Wrong, shown, unknown_word, wrong, wrong_type
from ssi.standards.toml_places import Path, Places
from ssi.standards.toml_text import read_toml

ENDING = ".adoption.toml"
_TABLES: Mapping[str, type[Frozen]] = {
    "": Adoption, "base": Base, "binds": Binds, "consulted": Consulted, "parts": Parts, "signature": Signature,
}  # fmt: skip
_ORDER = (("adopted", "in_force"), ("in_force", "transition_until"))
_DATE = "a day without quotes, as in 2027-01-31"
_EXPECTED = (  # how pydantic's kind of error begins → what is expected
    ("string_pattern", "{pattern}"),
    ("string", "a text between quotes"),
    ("int", "a whole number"),
    ("greater_than", "a whole number, 0 or more"),
    ("date", _DATE),
    ("tuple", "a list between [ and ]"),
    ("dict", "a table"),
    ("model", "a table"),
)
_PATTERNS = {"64": "64 hex digits, small letters", "12": "12 hex digits, small letters", "128": "128 hex digits"}


def read_adoption(data: bytes, name: str) -> Adoption:
    """The adoption in these bytes; `name` is the file's path, for the faults. Raises SsiError with every fault."""
    adoption, faults = check_adoption(data, name)
    refuse(faults)
    if adoption is None:
        raise SsiError(faults)
    return adoption


def check_adoption(data: bytes, name: str) -> tuple[Adoption | None, tuple[Fault, ...]]:
    """The adoption if it can be used, and every fault, in the order of their lines."""
    source = read_toml(data, name)
    if source.tables is None:
        return None, source.faults
    adoption, found = _judged(source.tables)
    places = Places(source.text, name)
    faults = [fault(each.code, places.where(each.path), **each.values) for each in found]
    faults.sort(key=lambda each: (each.where.line or 0, each.where.column or 0))
    return (None if found else adoption), (*source.faults, *faults)


def _judged(tables: Mapping[str, Any]) -> tuple[Adoption | None, list[Wrong]]:
    days = {key: day for key, value in tables.items() if (day := _day(value))}
    binds = tables.get("binds", ())
    starts = [_day(each.get("from")) if isinstance(each, dict) else None for each in binds if isinstance(binds, list)]
    found = [*wrong_order(days, starts)]
    try:
        return Adoption.model_validate_json(json.dumps(tables, default=_json), strict=True), found
    except ValidationError as error:
        return None, [*(_in_words(each) for each in error.errors(include_url=False)), *found]


def wrong_order(days: Mapping[str, date], starts: list[date | None]) -> Iterator[Wrong]:
    """Days that lie before what they come after. `days` by key; `starts` = from when each of [[binds]] binds."""
    for first, then in _ORDER:
        if first in days and then in days and days[then] < days[first]:
            yield wrong((then,), "adoption-order", then=then, day=days[then], first=first, before=days[first])
    in_force = days.get("in_force")
    for at, start in enumerate(starts):
        if in_force and start and start < in_force:
            yield wrong(("binds", at, "from"), "adoption-order", then="binds: from", day=start, first="in_force",
                        before=in_force)  # fmt: skip


def _day(value: object) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _json(value: object) -> str:
    """What JSON does not know, as text: a day as a day; anything else as no day and no number."""
    return value.isoformat() if type(value) is date else f"'{value}'"


def _in_words(error: ErrorDetails) -> Wrong:
    path: Path = tuple(part for part in error["loc"] if part != "[key]")
    kind, given = error["type"], error["input"]
    key, outer = str(path[-1]), _names(path[:-1])
    if kind == "missing":
        within = f"[{'.'.join(outer)}]" if outer else "the file"
        return wrong(path, "missing-key", key=key, within=within)
    if kind == "extra_forbidden":
        known = [each.alias or name for name, each in _TABLES[outer[-1] if outer else ""].model_fields.items()]
        return wrong(path, "unknown-key", key=key, hint=did_you_mean(key, known))
    if kind == "literal_error" and path[:1] == ("binds",):
        return unknown_word(
            path, given, str(error["ctx"]["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
        )
    if kind == "literal_error":
        return wrong(path, "format-unknown", format=shown(given))
    if kind == "string_too_short":
        return wrong(path, "text-empty", key=key)
    expected = next((words for begins, words in _EXPECTED if kind.startswith(begins)), "something else")
    return wrong_type(path, expected.format(pattern=_form(str(error.get("ctx", {}).get("pattern")))), given)


def _form(pattern: str) -> str:
    """In words, which texts fit a pattern of the model."""
    found = next((words for digits, words in _PATTERNS.items() if f"{{{digits}}}" in pattern), "")
    return found or "an id and a version, as in 'ssi-core 1.0.0'"


def _names(path: Path) -> tuple[str, ...]:
    return tuple(part for part in path if isinstance(part, str))
