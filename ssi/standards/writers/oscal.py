"""A standard as OSCAL 1.2 JSON, the form in which other control catalogues are exchanged: a catalog, and for an overlay
a profile that imports its base's catalog.

Never says more than the standard: what OSCAL has no word for stands in props and parts of our own namespace, and the
worked examples stay in the TOML file, whose hash the catalog names. Areas are groups, criteria controls; the cuts of a
measure are parameters, because they are the figures that a country sets. Ids that OSCAL needs (UUIDs) follow from the
standard's hash and the time comes in as an argument, so the same standard is the same bytes everywhere.
"""

import json
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ssi.model import Area, Criterion, Measure, Source, Standard

NAMESPACE = "urn:ssi:oscal"
VERSION = "1.2.1"
Json = dict[str, Any]


def catalog_bytes(standard: Standard, modified: str) -> bytes:
    """The whole standard as an OSCAL catalog; `modified` is ISO 8601 with its zone. An overlay is written resolved."""
    return as_bytes({"catalog": catalog(standard, modified, standard.area)})


def as_bytes(document: Json) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def catalog(standard: Standard, modified: str, areas: Iterable[Area], part: str = "catalog") -> Json:
    """The catalog of these areas of the standard; `part` sets the UUIDs of two catalogs of one standard apart."""
    return {
        "uuid": identifier(standard, part),
        "metadata": metadata(standard, modified),
        "groups": [_group(area, standard) for area in areas],
        "back-matter": {"resources": [_file(standard, part), *map(_source, standard.source)]},
    }


def identifier(standard: Standard, what: str) -> str:
    """A version 5 UUID of some thing in this very standard."""
    return str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:{standard.sha256}:{standard.resolved_sha256}:{what}"))


def metadata(standard: Standard, modified: str) -> Json:
    rules = standard.rules.model_dump(exclude_none=True)
    weights = rules.pop("weights")
    said = {
        "id": standard.id,
        "status": standard.status,
        "language": standard.language,
        "authority": standard.authority,
        "licence": standard.licence,
        "sha256": standard.sha256,
        "resolved-sha256": standard.resolved_sha256,
        **{f"rule-{name.replace('_', '-')}": value for name, value in rules.items()},
        **{f"rule-weight-{name}": value for name, value in weights.items()},
    }
    levels = [
        {**prop(name, value), "group": f"level-{each.value}"}
        for each in standard.scale
        for name, value in (("level", each.value), ("level-label", each.label), ("level-points", each.points))
    ]
    return {
        "title": _line(standard.title),
        "last-modified": modified,
        "version": standard.version,
        "oscal-version": VERSION,
        "props": [*props(said), *levels],
    }


def props(said: Mapping[str, object]) -> list[Json]:
    """A prop for each that says something; a list is one value with blanks between."""
    return [prop(name, value) for name, value in said.items() if value not in (None, "", ())]


def prop(name: str, value: object) -> Json:
    return {"name": name, "ns": NAMESPACE, "value": _line(_text(value))}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " ".join(_text(each) for each in value)
    return str(value)


def _line(text: str) -> str:
    """OSCAL's titles and values are one line."""
    return " ".join(text.split())


def token(text: str) -> str:
    """An id as OSCAL allows it: a sign that is no plain letter, digit, `_`, `.` or `-` becomes `_x<hex>_`."""
    safe = re.sub(r"[^A-Za-z0-9_.-]", lambda found: f"_x{ord(found[0]):x}_", text)
    return safe if re.match(r"[A-Za-z_]", safe) else f"_{safe}"


def _group(area: Area, standard: Standard) -> Json:
    extra = props({"weight": area.weight, "applies": area.applies})
    return {
        "id": token(area.id),
        "class": "area",
        "title": _line(area.title),
        **({"props": extra} if extra else {}),
        "controls": [control(each, standard) for each in area.criterion],
    }


def control(criterion: Criterion, standard: Standard) -> Json:
    """The criterion as a control, without what an overlay says about why it is so."""
    code = token(criterion.id)
    links = [
        {"href": f"#{source_identifier(each)}", "rel": "reference", "text": _line(each.id)}
        for each in standard.source
        if each.id in criterion.source
    ]
    said = {
        "key": criterion.key,
        "stop-criterion": criterion.gate,
        "minimum": criterion.minimum,
        "weight": criterion.weight,
        "methods": criterion.methods,
        "practice": criterion.practice,
        "kinds": criterion.kinds,
        "applies": criterion.applies,
        "remedy": criterion.remedy,
    }
    whole: Json = {
        "id": code,
        "class": criterion.class_,
        "title": _line(criterion.text),
        "params": _params(criterion.measure, code, standard),
        "props": [{"name": "label", "value": _line(criterion.id)}, *props(said)],
        "links": links,
        "parts": _parts(criterion, code, standard),
    }
    return {name: each for name, each in whole.items() if each}


def _parts(criterion: Criterion, code: str, standard: Standard) -> list[Json]:
    levels: list[Json] = [
        {
            "id": f"{code}_level-{level.value}",
            "name": "level",
            "ns": NAMESPACE,
            "title": _line(level.label),
            "props": [prop("level", level.value)],
            "prose": anchor,
        }
        for level, anchor in zip(standard.scale, criterion.anchors, strict=True)
    ]
    parts: list[Json] = [{"id": f"{code}_smt", "name": "statement", "prose": criterion.text}, *levels]
    if criterion.measure:
        parts.append(_measure(criterion.measure, code, standard))
    if criterion.guidance:
        parts.append({"id": f"{code}_gdn", "name": "guidance", "prose": criterion.guidance})
    if criterion.na_when:
        name = "not-applicable-when"
        parts.append({"id": f"{code}_na", "name": name, "ns": NAMESPACE, "prose": criterion.na_when})
    return parts


def _measure(measure: Measure, code: str, standard: Standard) -> Json:
    """From which value on each level is proposed, in signs, because the words would need a language."""
    sign = "≤" if measure.better == "less" else "≥"
    steps = [
        f"{level.label}: {sign} {{{{ insert: param, {parameter(code, at)} }}}} {measure.unit}"
        for at, level in enumerate(standard.scale[1:], 1)
    ]
    return {
        "id": f"{code}_measure",
        "name": "measure",
        "ns": NAMESPACE,
        "props": [prop("unit", measure.unit), prop("better", measure.better)],
        "prose": "\n\n".join(steps),
    }


def _params(measure: Measure | None, code: str, standard: Standard) -> list[Json]:
    if measure is None:
        return []
    return [
        {"id": parameter(code, at), "label": _line(f"{measure.unit}: {level.label}"), "values": [figure(cut)]}
        for at, (level, cut) in enumerate(zip(standard.scale[1:], measure.cuts, strict=True), 1)
    ]


def parameter(code: str, step: int) -> str:
    """The id of the parameter that holds the cut of this step up the scale, from 1."""
    return f"{code}_cut-{step}"


def figure(value: Fraction) -> str:
    """An exact number as a person writes it: 7/2 → 3.5, 1/3 → 1/3."""
    places = next((n for n in range(7) if (value * 10**n).denominator == 1), None)
    return str(value) if places is None else f"{float(value):.{places}f}"


def source_identifier(source: Source) -> str:
    """A source has the same UUID in every standard that cites it."""
    return str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:source:{source.id}:{source.title}:{source.address}"))


def _source(source: Source) -> Json:
    return {
        "uuid": source_identifier(source),
        "title": _line(source.title),
        "props": [prop("id", source.id)],
        **({"rlinks": [{"href": source.address}]} if source.address else {}),
    }


def _file(standard: Standard, part: str) -> Json:
    """The standard's own file, which alone is what an authority adopts."""
    return {
        "uuid": identifier(standard, f"file {part}"),
        "title": f"{standard.id} {standard.version}",
        "rlinks": [
            {
                "href": f"{standard.id}/{standard.version}.toml",
                "media-type": "application/toml",
                "hashes": [{"algorithm": "SHA-256", "value": standard.sha256}],
            }
        ],
    }
