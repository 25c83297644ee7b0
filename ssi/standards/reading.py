"""Bytes of TOML → a Standard, or every fault in it with its line.

Never runs the worked examples (`ssi.standards.examples` does, with the scoring that the pipeline hands in) and never
reads an overlay yet. The way of a file: text → tables (`toml_text`) → their form and their contents, both looked at
before anything is refused, so that all faults are named together (`form`, `contents`) → the standard and its hashes.
Places are looked up only where there is a fault to point at.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from ssi.errors import Fault, SsiError, fault, refuse
from ssi.model import Standard, canonical
from ssi.standards.contents import CHECKS
from ssi.standards.contents.heading import named_alike
from ssi.standards.contents.outline import Outline, Wrong, wrong
from ssi.standards.form import misfits, validated, without
from ssi.standards.toml_places import Path, Places
from ssi.standards.toml_text import read_toml

_OVERLAY_KEYS = ("extends", "change", "drop")


def read_standard(data: bytes, name: str) -> Standard:
    """The standard in these bytes; `name` is the file's path, for the faults. Raises SsiError with every fault at once;
    warnings alone do not raise."""
    standard, faults = check_standard(data, name)
    refuse(faults)
    if standard is None:
        raise SsiError(faults)
    return standard


def check_standard(data: bytes, name: str) -> tuple[Standard | None, tuple[Fault, ...]]:
    """The standard if it can be used, and every fault and warning, in the order of their lines. Where the file is not
    TOML, only that is named."""
    source = read_toml(data, name)
    if source.tables is None:
        return None, source.faults
    standard, found = _judged(source.tables, name)
    faults = (*source.faults, *_placed(found, Places(source.text, name)))
    if standard is None or any(not each.warning for each in faults):
        return None, faults
    hashes = {"sha256": hashlib.sha256(data).hexdigest(), "resolved_sha256": resolved_sha256(standard)}
    return standard.model_copy(update=hashes), faults


def places(data: bytes, name: str) -> Places:
    """Where the keys of a file that was read stand; nothing is looked up before it is asked for."""
    return Places(data.decode("utf-8-sig", errors="replace"), name)


def _judged(raw: Mapping[str, Any], name: str) -> tuple[Standard | None, list[Wrong]]:
    overlay = [key for key in _OVERLAY_KEYS if key in raw]
    if overlay:
        return None, [wrong((overlay[0],), "overlay-not-yet", key=overlay[0])]
    unfit = list(misfits(raw))
    broken = {each.path for each in unfit}
    fit = without(raw, broken)
    outline = Outline(fit)
    looked = [*(each for check in CHECKS for each in check(outline)), *named_alike(outline, name)]
    found = [each for each in looked if each.path not in broken]
    named = [*broken, *(_claimed(each.path) for each in found)]
    standard, form = validated(fit, named)
    if standard is None and not (unfit or found or form):
        form = validated(fit, ())[1]
    return standard, [*unfit, *found, *form]


def _claimed(path: Path) -> Path:
    """What a check has named for good: its path; in a worked example the whole key, which may hold two kinds."""
    return path[:3] if path[:1] == ("example",) and len(path) > 3 else path


def _placed(found: Iterable[Wrong], places: Places) -> list[Fault]:
    once = {(each.path, each.code, str(each.values)): each for each in found}.values()
    faults = [fault(each.code, places.where(each.path), **each.values) for each in once]
    return sorted(faults, key=lambda each: (each.where.line or 0, each.where.column or 0))


def resolved_sha256(standard: Standard) -> str:
    """sha256 over the canonical JSON (NFC) of all that the standard says, defaults written out, without its hashes."""
    said = standard.model_dump(by_alias=True, exclude={"sha256", "resolved_sha256", "overlay"})
    return hashlib.sha256(unicodedata.normalize("NFC", canonical(_plain(said))).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """The value in JSON's kinds: fractions as texts."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Fraction) else value
