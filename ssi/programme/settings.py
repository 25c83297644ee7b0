"""ssi.toml into `Settings`, or every fault in it with its line.

Never writes; `ssi.programme.new` does. pydantic finds what is missing, unknown or of another type and speaks of types;
here its findings get the line they stand on and words for the people who wrote the file.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from pydantic import ValidationError

from ssi.errors import Fault, SsiError, did_you_mean, fault
from ssi.model import Frozen, PolicySettings, Settings, StoreSettings, UrgentSettings
from ssi.programme.money import is_currency, looks_like_currency
from ssi.standards.toml_places import Places
from ssi.standards.toml_text import read_toml

EXAMPLES: Mapping[str, str] = {
    "name": '"The programme\'s name"',
    "country": '"KH"',
    "currency": '"USD"',
    "standard": '"ssi-core 1.0.0"',
}
TYPES: Mapping[str, str] = {
    "string_type": 'a text between quotes, such as "critical"',
    "int_type": "a whole number without quotes, such as 0",
    "model_type": "a table: [{key}] on a line of its own, and its keys below",
    "dict_type": "a table: [{key}] on a line of its own, and its keys below",
}
CURRENCY = "the three letters of a currency, such as USD or KHR"
_TABLES: Mapping[str, type[Frozen]] = {
    "": Settings,
    "policy": PolicySettings,
    "store": StoreSettings,
    "urgent": UrgentSettings,
}


def read_settings(data: bytes, name: str = "ssi.toml") -> Settings:
    """The settings in these bytes. Raises SsiError with every fault: not UTF-8 or not TOML (then these alone), a key
    that is unknown, missing or of another type, a currency, rate or standard that cannot be. Of a currency only its
    form is looked at: `unknown_currencies` knows which exist, and whoever types scores need not wait for that list."""
    read = read_toml(data.removeprefix(BOM_UTF8), name)
    if read.tables is None:
        raise SsiError(read.faults)
    content = _rates_as_text(read.tables)
    places = Places(read.text, name)
    faults = [fault(code, places.where(key), key=".".join(key), **values) for code, key, values in _wrong(content)]
    if faults:
        raise SsiError(faults)
    return Settings.model_validate(content, strict=True)


def unknown_currencies(settings: Settings, data: bytes, name: str = "ssi.toml") -> tuple[Fault, ...]:
    """The currencies of these settings that no country has or had; `data` = the file they were read from."""
    named: dict[tuple[str, ...], str] = {("currency",): settings.currency}
    named |= {("rates", code): code for code in settings.rates}
    places = Places(data.removeprefix(BOM_UTF8).decode(), name)
    return tuple(
        fault("settings-value", places.where(key), key=".".join(key), value=f"'{code}'", expected=CURRENCY)
        for key, code in named.items()
        if not is_currency(code)
    )


Wrong = tuple[str, tuple[str, ...], dict[str, str]]


def _rates_as_text(content: dict[str, Any]) -> dict[str, Any]:
    """A rate may be written with or without quotes; without, it was read as an exact number."""
    rates = content.get("rates")
    if not isinstance(rates, dict):
        return content
    return {**content, "rates": {key: _as_text(each) for key, each in rates.items()}}


def _as_text(rate: object) -> object:
    if isinstance(rate, Fraction):
        return str(Decimal(rate.numerator) / Decimal(rate.denominator))
    return str(rate) if type(rate) is int else rate


def _wrong(content: dict[str, Any]) -> Iterator[Wrong]:
    try:
        settings = Settings.model_validate(content, strict=True)
    except ValidationError as error:
        for each in error.errors():
            yield _in_words(each["type"], tuple(str(part) for part in each["loc"]), each["input"], each.get("ctx", {}))
    else:
        yield from _cannot_be(settings)


def _in_words(kind: str, key: tuple[str, ...], given: object, context: Mapping[str, Any]) -> Wrong:
    if kind == "missing":
        return "settings-missing", key, {"example": EXAMPLES.get(key[-1], '"…"')}
    if kind == "extra_forbidden":
        known = list(_TABLES[".".join(key[:-1])].model_fields)
        return "settings-unknown", key, {"hint": did_you_mean(key[-1], known), "known": ", ".join(known)}
    expected = TYPES.get(kind, str(context.get("expected", "another value"))).format(key=key[-1])
    return "settings-value", key, {"value": repr(given), "expected": expected.replace("'", '"')}


def _cannot_be(settings: Settings) -> Iterator[Wrong]:
    """What has the right type and still cannot be."""

    def wrong(key: str, value: str, expected: str, *table: str) -> Wrong:
        return "settings-value", (*table, key), {"value": f"'{value}'", "expected": expected}

    if not settings.name.strip():
        yield wrong("name", settings.name, "what the programme is called")
    if not looks_like_currency(settings.currency):
        yield wrong("currency", settings.currency, CURRENCY)
    if not re.fullmatch(r"[A-Za-z0-9._-]+ [0-9]+\.[0-9]+\.[0-9]+", settings.standard):
        yield wrong("standard", settings.standard, "its id and version, such as ssi-core 1.0.0")
    for code, rate in settings.rates.items():
        if not looks_like_currency(code):
            yield wrong(code, rate, "rates by the three letters of their currency, such as USD", "rates")
        elif not _positive(rate):
            yield wrong(code, rate, f"how many {settings.currency} one {code} buys, such as 4100", "rates")


def _positive(rate: str) -> bool:
    try:
        return Decimal(rate) > 0 and Decimal(rate).is_finite()
    except InvalidOperation:
        return False
