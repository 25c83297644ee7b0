"""A standard part by part as short fingerprints, so that a later edit can be called by its name.

Never says whether an edit is good or bad. A fingerprint is the first 12 hex digits of the sha256 of the part's
canonical JSON (sorted keys, NFC, fractions as texts), everything resolved and filled in. What is empty (no text, no
list, false) is left out of it: a later version of the program that knows one more key then gets the same fingerprint
from an old file, and an adoption of ten years ago still fits.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ssi.findings.adoption import Edit
from ssi.model import Standard, canonical, fingerprint
from ssi.model.adoption import Adoption, Parts
from ssi.standards.plain import plain

_HEADING = ("format", "id", "version", "status", "language", "title", "authority", "licence")


def parts(standard: Standard) -> Parts:
    """Fingerprints of everything but the criteria."""
    said = said_by_part(standard)
    return Parts.model_validate({name: _print(said[name]) for name in Parts.model_fields})


def criteria(standard: Standard) -> dict[str, str]:
    """Criterion id → fingerprint, in the standard's order."""
    return {each.id: _print(plain(each)) for each in standard.criteria}


def said_by_part(standard: Standard) -> dict[str, Any]:
    """What each part but the criteria says, in JSON's kinds."""
    whole = plain(standard)
    return {
        "heading": {key: whole[key] for key in _HEADING if key in whole},
        "scale": whole.get("scale"),
        "rules": whole.get("rules"),
        "areas": [_area(each) for each in whole.get("area", ())],
        "sources": whole.get("source"),
        "examples": whole.get("example"),
    }


def _area(area: Mapping[str, Any]) -> dict[str, Any]:
    return {**area, "criterion": [each["id"] for each in area.get("criterion", ())]}


def edits(adoption: Adoption, now: Standard, then: Standard | None = None) -> tuple[Edit, ...]:
    """What is said otherwise than it was adopted, the parts first, then by criterion. With the adopted standard itself
    (`then`) also in which keys. Empty where every word and number is the same, whatever the bytes."""
    return (*_parts(adoption, now, then), *_criteria(adoption, now, then))


def _parts(adoption: Adoption, now: Standard, then: Standard | None) -> Iterator[Edit]:
    was, found = adoption.parts.model_dump(), parts(now).model_dump()
    here = said_by_part(now)
    there = said_by_part(then) if then else here
    for name in was:
        if was[name] != found[name]:
            yield Edit(name, "changed", _keys(there[name], here[name]))


def _criteria(adoption: Adoption, now: Standard, then: Standard | None) -> Iterator[Edit]:
    found = criteria(now)
    for code, was in adoption.criteria.items():
        if code not in found:
            yield Edit(code, "missing")
        elif found[code] != was:
            old = then.criterion(code) if then and code in then.slot else now.criterion(code)
            yield Edit(code, "changed", _keys(plain(old), plain(now.criterion(code))))
    yield from (Edit(code, "added") for code in found if code not in adoption.criteria)


def _keys(was: Any, now: Any) -> tuple[str, ...]:
    """The keys of two tables whose values are not the same; in lists of tables, each with the name of its table."""
    if isinstance(was, list) and isinstance(now, list):
        old, new = _by_name(was), _by_name(now)
        return tuple(f"{name}: {key}" for name in old if name in new for key in _keys(old[name], new[name]))
    if not (isinstance(was, dict) and isinstance(now, dict)):
        return ()
    return tuple(key for key in {**was, **now} if was.get(key) != now.get(key))


def _by_name(tables: list[Any]) -> dict[str, Any]:
    return {str(each.get("id", each.get("value", each.get("title")))): each for each in tables}


def _print(said: Any) -> str:
    return fingerprint(canonical(said))
