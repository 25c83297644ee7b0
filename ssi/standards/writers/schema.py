"""The JSON Schemas of our TOML files, so that an editor completes and checks them while they are written.

Never stricter than the readers: a file that ssi accepts, its schema accepts. What a schema cannot say (one level
description for every level, ids that exist) `ssi check` says. They are made from the models, so that a key is written
down once; what the models fill in when a file is read is taken out, and an overlay's own keys are put in. Draft 7,
because editors of TOML know no later one.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, get_args

from ssi.model import Frozen, Standard, Translation
from ssi.model.mapping import Crosswalk
from ssi.model.standard import Figure
from ssi.standards.writers.schema_words import ABOUT

Json = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
FILLED_IN: Mapping[str, frozenset[str]] = {  # keys that a file does not write
    "Standard": frozenset({"sha256", "resolved_sha256", "overlay"}),
    "Criterion": frozenset({"area"}),
}
BY_DEFAULT: Mapping[str, frozenset[str]] = {"Criterion": frozenset({"key", "minimum", "weight"})}  # may be left out
NUMBER: Json = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?[0-9]{1,12}(\.[0-9]{1,12}|/[0-9]{1,12})?$"}]
}
DECIMAL: Json = {"type": "string", "pattern": r"^[0-9]{1,3}(\.[0-9]{1,9})?$"}
TEXT: Json = {"type": "string", "pattern": r"\S"}
MORE: Mapping[str, Mapping[str, Json]] = {  # what the models leave to the checks of contents
    "Standard": {
        "id": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "version": {"pattern": r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"},
        "language": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
        "title": TEXT,
        "scale": {"minItems": 2},
    },
    "Level": {"value": {"minimum": 0}, "label": TEXT},
    "Area": {"id": TEXT, "title": TEXT},
    "Criterion": {
        "id": TEXT,
        "text": TEXT,
        "na_when": TEXT,
        "anchors": {"minItems": 2, "items": TEXT},
        "kinds": {"minItems": 1},
    },
    "Measure": {"unit": TEXT, "cuts": {"minItems": 1}},
    "Source": {"id": TEXT, "title": TEXT},
    "Example": {"title": TEXT, **dict.fromkeys(("percent", "low", "high", "coverage"), DECIMAL)},
}


def schema_bytes(kind: str) -> bytes:
    """The schema of one kind of file, as it lies in standards/schema/. KeyError for a kind that is not in SCHEMAS."""
    return (json.dumps(SCHEMAS[kind](), ensure_ascii=False, indent=2) + "\n").encode()


def standard_schema() -> Json:
    """Of a whole standard or an overlay: one set of keys, of which `extends` decides which may stand there."""
    schema = _schema("standard", "A standard for shelters, or an overlay on one", Standard)
    defs, criterion = schema["$defs"], schema["$defs"]["Criterion"]
    reasoned: dict[str, Json] = {"reason": TEXT, "figure": {"enum": [*get_args(Figure), ""]}}
    criterion["properties"] |= _described("Criterion", reasoned)
    criterion["if"] = {"properties": {"gate": {"const": True}}, "required": ["gate"]}
    criterion["then"] = {"properties": {"class": {"const": "critical"}}}
    without: Json = {"type": "array", "items": {"type": "string"}}
    change = {
        **criterion["properties"],
        **_described("Change", {"id": TEXT, **reasoned, "without": without}),
    }
    defs["Change"] = _object(change, ["id", "reason"])
    defs["Drop"] = _object(_described("Drop", {"id": TEXT, **reasoned}), ["id", "reason"])
    own: dict[str, Json] = {
        "extends": {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)* [0-9]+\.[0-9]+\.[0-9]+$"},
        "base_sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "change": {"type": "array", "items": {"$ref": "#/$defs/Change"}},
        "drop": {"type": "array", "items": {"$ref": "#/$defs/Drop"}},
    }
    schema["properties"] |= _described("Standard", own)
    return schema | _either(schema, defs["Area"])


def _either(schema: Json, area: Json) -> Json:
    """What only an overlay or only a whole standard must have, or may not."""
    whole_only = ("scale", "rules", "area")
    schema["required"] = [key for key in schema["required"] if key not in whole_only]
    area["required"] = ["id"]

    def areas(required: list[str], criterion: Json) -> Json:
        inside = {"criterion": {"items": criterion}}
        return {"area": {"items": {"required": required, "properties": inside}}}

    return {
        "if": {"required": ["extends"]},
        "then": {"properties": {"scale": False, "rules": False, **areas([], {"required": ["reason"]})}},
        "else": {
            "required": list(whole_only),
            "properties": {
                **dict.fromkeys(("base_sha256", "change", "drop"), False),
                **areas(["title", "criterion"], {"properties": {"reason": False, "figure": False}}),
            },
        },
    }


def translation_schema() -> Json:
    return _schema("translation", "A translation of a standard", Translation)


def mapping_schema() -> Json:
    return _schema("mapping", "A mapping of one standard's criteria to another's", Crosswalk)


SCHEMAS: Mapping[str, Callable[[], Json]] = {
    "standard": standard_schema,
    "translation": translation_schema,
    "mapping": mapping_schema,
}


def _schema(kind: str, title: str, model: type[Frozen]) -> Json:
    made = model.model_json_schema(by_alias=True)
    defs = {
        name: _table(name, each)
        for name, each in sorted(made.pop("$defs", {}).items())
        if name not in ("Overlay", "Step")
    }
    head = {"$schema": DRAFT, "$id": f"urn:ssi:schema:{kind}-1", "title": title}
    return {**head, **_table(model.__name__, made), "$defs": defs}


def _table(name: str, made: Json) -> Json:
    """A model's schema with the file's keys, as an editor wants it."""
    hidden, more = FILLED_IN.get(name, frozenset()), MORE.get(name, {})
    fields = {
        key: {**_plain(each), **more.get(key, {})} for key, each in made["properties"].items() if key not in hidden
    }
    left_out = hidden | BY_DEFAULT.get(name, frozenset())
    required = [key for key in made.get("required", ()) if key not in left_out]
    return _object(_described(name, fields), required)


def _object(fields: Json, required: list[str]) -> Json:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": fields}


def _described(name: str, fields: Mapping[str, Json]) -> Json:
    return {key: {"description": ABOUT[name][key], **each} for key, each in fields.items()}


def _plain(made: Any) -> Any:
    """Without titles, defaults and null, which TOML does not have; a fraction is a number or a text such as "1/2"."""
    if isinstance(made, list):
        return [_plain(each) for each in made]
    if not isinstance(made, dict):
        return made
    kept = {key: _plain(each) for key, each in made.items() if key not in ("title", "default", "propertyNames")}
    choices = [each for each in kept.get("anyOf", ()) if each.get("type") != "null"]
    if any(each.get("format") == "fraction" for each in choices):
        return {key: each for key, each in kept.items() if key != "anyOf"} | NUMBER
    if len(choices) == 1:
        return {key: each for key, each in kept.items() if key != "anyOf"} | choices[0]
    return kept | {"anyOf": choices} if choices else kept
