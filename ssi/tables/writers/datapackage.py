"""Tidy tables as a Frictionless data package (v1): a CSV file for each, and `datapackage.json`, which says what is in
them: every column with its meaning, keys, references, size and sha256.

Never names a licence that nobody gave: whose data these are is not for a program to say.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ssi.tables.tidy import Field, Tidy
from ssi.tables.writers.csv import csv_bytes

DESCRIPTOR = "datapackage.json"
_DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True}
_GUARD = "A text that would start a formula in a spreadsheet has one ' before it."


@dataclass(frozen=True, slots=True)
class Package:
    """What a package says of itself. `rests_on` = for each round the standard and the rule; `created` ISO 8601;
    `made_with` = this program and its version."""

    name: str
    title: str
    created: str
    made_with: str
    rests_on: tuple[Mapping[str, str], ...]
    licence: str = ""


def package(tables: Sequence[Tidy], about: Package) -> dict[str, bytes]:
    """File name → bytes, the descriptor first."""
    files = {f"{each.name}.csv": csv_bytes(each) for each in tables}
    descriptor = {
        "profile": "tabular-data-package",
        "name": slug(about.name),
        "title": about.title,
        "description": "Missing values are empty cells. Fractions are rounded half-even to 4 decimals; the column"
        " beside a number, with _exact at its end, has the exact fraction. " + _GUARD,
        "made_with": about.made_with,
        "created": about.created,
        **({"licenses": [{"name": about.licence}]} if about.licence else {}),
        "rests_on": [dict(each) for each in about.rests_on],
        "resources": [_resource(each, files[f"{each.name}.csv"]) for each in tables],
    }
    text = json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"
    return {DESCRIPTOR: text.encode(), **files}


def sha256(data: bytes) -> str:
    """The hash of a file as the specification writes it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def slug(text: str) -> str:
    """The text as a name that the specification allows: small letters, digits, `.`, `_` and `-`."""
    return re.sub(r"[^a-z0-9._]+", "-", text.casefold()).strip("-") or "export"


def _resource(table: Tidy, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "bytes": len(data),
        "hash": sha256(data),
        "schema": {
            "fields": [_field(each) for each in table.fields],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": [_refers(table, at) for at in range(len(table.refers))]} if table.refers else {}),
        },
    }


def _refers(table: Tidy, at: int) -> dict[str, Any]:
    each = table.refers[at]
    return {"fields": list(each.fields), "reference": {"resource": each.table, "fields": list(each.to)}}


def _field(field: Field) -> dict[str, Any]:
    limits = {"required": field.required or None, "minimum": field.low, "maximum": field.high}
    constraints: dict[str, Any] = {name: value for name, value in limits.items() if value is not None}
    if field.words:
        constraints["enum"] = list(field.words)
    return {
        "name": field.name,
        "type": field.type,
        "description": field.description,
        **({"trueValues": ["true"], "falseValues": ["false"]} if field.type == "boolean" else {}),
        **({"constraints": constraints} if constraints else {}),
    }
