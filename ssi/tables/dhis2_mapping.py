"""The mapping file for DHIS2, `dhis2.toml`: which shelter is which org unit, which area which data element, which round
which period. Bytes → `Mapping`, or every fault in its form with its line.

Never asks DHIS2 whether an identifier is there: nothing here has a network. Whether the codes are those of the round
is asked in `ssi.tables.dhis2`. An identifier of DHIS2 has 11 letters and digits and begins with a letter; its periods
are those of its Web API ("Date and period format").
"""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from ssi.errors import Fault, did_you_mean, fault, refuse
from ssi.model import Frozen
from ssi.standards.toml_places import Path, Places
from ssi.standards.toml_text import read_toml

_UID = re.compile(r"[A-Za-z][A-Za-z0-9]{10}", re.ASCII)
_PERIOD = re.compile(
    r"(?P<year>\d{4})(?:(?P<month>\d\d)(?P<day>\d\d)?|(?P<bimonth>\d\d)B|(?:Wed|Thu|Sat|Sun)?W(?P<week>\d{1,2})"
    r"|BiW(?P<biweek>\d{1,2})|Q(?P<quarter>\d)|(?:April)?S(?P<half>\d)|April|July|Oct|Nov)?",
    re.ASCII,
)
_MOST = {"month": 12, "bimonth": 6, "week": 53, "biweek": 27, "quarter": 4, "half": 2}
_DECIMALS = 10  # at most
Unit = Literal["send", "leave out"]


class Element(Frozen):
    """A data element and how many decimals it takes."""

    data_element: str
    decimals: int = Field(default=1, ge=0, le=_DECIMALS)
    category_option_combo: str = ""


class Mapping(Frozen):
    """`org_units`: shelter → org unit, empty where it has none. `incomplete`, `urgent`: whether values of such shelters
    are sent. `complete`: the data set is said to be complete, which DHIS2 takes for one org unit at a time."""

    format: Literal[1]
    data_set: str = ""
    complete: bool = False
    category_option_combo: str = ""
    attribute_option_combo: str = ""
    incomplete: Unit = "leave out"
    urgent: Unit = "leave out"
    periods: dict[str, str]
    org_units: dict[str, str]
    overall: Element | None = None
    areas: dict[str, Element] = Field(default_factory=dict)


class Read:
    """A mapping and where each of its keys stands."""

    def __init__(self, mapping: Mapping, places: Places) -> None:
        self.mapping = mapping
        self._places = places

    def fault(self, path: Path, code: str, /, **values: object) -> Fault:
        return fault(code, self._places.where(path), **values)


def read_mapping(data: bytes, name: str) -> Read:
    """The mapping in these bytes; `name` is the file's, for faults. Raises SsiError with every fault of its form."""
    source = read_toml(data.removeprefix(BOM_UTF8), name)
    refuse(source.faults)
    places = Places(source.text, name)
    try:
        mapping = Mapping.model_validate_json(json.dumps(source.tables, default=_odd), strict=True)
    except ValidationError as error:
        refuse(_in_order(_in_words(each, places) for each in error.errors(include_url=False)))
        raise
    read = Read(mapping, places)
    refuse(_in_order((*_identifiers(read), *_periods(read))))
    return read


def _odd(value: object) -> float:
    """What JSON has no kind for becomes a number, which no key takes."""
    return float(value) if isinstance(value, Fraction) else 0.5


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda each: (each.where.line or 0, each.where.column or 0))


_EXPECTED = {
    "bool": "true or false",
    "literal": '"send" or "leave out"',
    "dict": "a table, with a line for each code",
    "model": 'a table, as in { data_element = "…", decimals = 1 }',
    "string": "a text between quotes",
}


def _in_words(error: ErrorDetails, places: Places) -> Fault:
    path, kind = tuple(error["loc"]), error["type"]
    key, where = str(path[-1]), places.where(path)
    if kind == "missing":
        return fault(
            "missing-key", where, key=key, within="the file" if len(path) == 1 else ".".join(map(str, path[:-1]))
        )
    if kind == "extra_forbidden":
        known = (Mapping if len(path) == 1 else Element).model_fields
        return fault("unknown-key", where, key=key, hint=did_you_mean(key, known))
    if key == "format":
        return fault("format-unknown", where, format=error["input"])
    expected = next((words for part, words in _EXPECTED.items() if kind.startswith(part)), f"0 to {_DECIMALS}")
    return fault("wrong-type", where, key=key, given=json.dumps(error["input"], default=str)[:60], expected=expected)


def _identifiers(read: Read) -> Iterator[Fault]:
    mapping = read.mapping
    named: list[tuple[Path, str]] = [
        ((key,), getattr(mapping, key)) for key in ("data_set", "category_option_combo", "attribute_option_combo")
    ]
    named += [(("org_units", shelter), each) for shelter, each in mapping.org_units.items()]
    for path, element in elements(mapping):
        named.append(((*path, "category_option_combo"), element.category_option_combo))
        if not _UID.fullmatch(element.data_element):
            yield read.fault((*path, "data_element"), "dhis2-uid", key="data_element", text=element.data_element)
    for path, text in named:
        if text and not _UID.fullmatch(text):
            yield read.fault(path, "dhis2-uid", key=path[-1], text=text)


def elements(mapping: Mapping) -> Iterator[tuple[Path, Element]]:
    """Where each data element stands, and it."""
    if mapping.overall:
        yield ("overall",), mapping.overall
    yield from ((("areas", area), each) for area, each in mapping.areas.items())


def _periods(read: Read) -> Iterator[Fault]:
    for round, period in read.mapping.periods.items():
        if not is_period(period):
            yield read.fault(("periods", round), "dhis2-period", round=round, text=period)


def is_period(text: str) -> bool:
    """Whether DHIS2 takes this for a period: 2026, 202603, 20260331, 2026Q1, 2026S1, 2026W9, 2026April …"""
    found = _PERIOD.fullmatch(text)
    if not found or int(found["year"]) < 1:
        return False
    if any(found[part] and not 1 <= int(found[part]) <= most for part, most in _MOST.items()):
        return False
    return not found["day"] or _is_day(int(found["year"]), int(found["month"]), int(found["day"]))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
