"""Bytes of TOML → a Standard, or every fault in it with its line.

Never runs the worked examples (`ssi.standards.examples` does, with the scoring that the pipeline hands in) and never
looks for a file: who calls says where the base of an overlay is to be had (`Bases`). The way of a file: text → tables
(`toml_text`) → for an overlay, the tables of its base with its steps carried out (`bases`, `steps`, `overlay`) → their
form and their contents, both looked at before anything is refused, so that all faults are named together (`form`,
`contents`) → the standard and its hashes. Places are looked up only where there is a fault to point at.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from ssi.errors import Fault, SsiError, fault, refuse
from ssi.model import Standard, canonical
from ssi.standards.bases import Bases, Read, base_of, no_bases
from ssi.standards.contents import CHECKS
from ssi.standards.contents.heading import heading, named_alike
from ssi.standards.contents.outline import Outline, Table, Wrong, wrong
from ssi.standards.form import misfits, validated, without
from ssi.standards.overlay import Merged, merge, overlay_of
from ssi.standards.plain import plain
from ssi.standards.steps import CHECKS as STEP_CHECKS
from ssi.standards.steps import OF_ITS_BASE, Base, OverlayForm, Written, of_its_base
from ssi.standards.toml_places import Path, Places
from ssi.standards.toml_text import read_toml


def read_standard(data: bytes, name: str, bases: Bases = no_bases) -> Standard:
    """The standard in these bytes; `name` is the file's path, for the faults; `bases` finds what an overlay extends.
    Raises SsiError with every fault at once; warnings alone do not raise."""
    standard, faults = check_standard(data, name, bases)
    refuse(faults)
    if standard is None:
        raise SsiError(faults)
    return standard


def check_standard(data: bytes, name: str, bases: Bases = no_bases) -> tuple[Standard | None, tuple[Fault, ...]]:
    """The standard if it can be used, and every fault and warning, in the order of their lines. Where the file is not
    TOML, only that is named."""
    found = _read(data, name, bases, ())
    return found.standard, found.faults


def read_chain(chain: Sequence[tuple[str, bytes]]) -> Standard:
    """The last of these files (`id/version.toml`, bytes), with the others as its bases and nothing else looked at: how
    a round reads what it is pinned to. Raises SsiError with every fault."""
    files = dict(chain)

    def pinned(code: str, version: str) -> tuple[str, bytes] | None:
        name = f"{code}/{version}.toml"
        return (name, files[name]) if name in files else None

    name, data = chain[-1]
    return read_standard(data, name, pinned)


def places(data: bytes, name: str) -> Places:
    """Where the keys of a file that was read stand; nothing is looked up before it is asked for."""
    return Places(data.decode("utf-8-sig", errors="replace"), name)


def _read(data: bytes, name: str, bases: Bases, above: tuple[str, ...]) -> Read:
    """The file and what it rests on. `above` = the standards, down to this one, that are read because of each other."""
    source = read_toml(data, name)
    if source.tables is None:
        return Read(None, {}, source.faults)
    base, found = base_of(source.tables, above, bases, _read)
    standard, tables, more = _judged(source.tables, name, base)
    at = Places(source.text, name)
    faults = (*source.faults, *_placed([*found, *more], at))
    if standard is None or any(not each.warning for each in faults):
        return Read(None, {}, faults)
    if base:
        said, weak = overlay_of(source.tables, base, standard)
        standard = standard.model_copy(update={"overlay": said})
        faults = tuple(_placed([*found, *more, *weak], at))
    hashes = {"sha256": hashlib.sha256(data).hexdigest(), "resolved_sha256": resolved_sha256(standard)}
    return Read(standard.model_copy(update=hashes), tables, faults)


def _judged(raw: Table, name: str, base: Base | None) -> tuple[Standard | None, Table, list[Wrong]]:
    """The standard, the whole tables that it says, and all that is wrong, at its place in this file."""
    kept = [] if "extends" not in raw else list(of_its_base(raw))
    raw = {key: value for key, value in raw.items() if key not in OF_ITS_BASE} if kept else raw
    unfit = list(misfits(raw))
    broken = {each.path for each in unfit}
    fit = without(raw, broken)
    steps = [each for each in _steps(fit, base) if each.path not in broken]
    if "extends" in raw and base is None:
        return None, {}, [*kept, *unfit, *steps]
    merged = merge(fit, base) if base else Merged(fit)
    standard, looked, form = _contents(merged, name)
    found = [*kept, *steps, *(each for each in looked if each.path not in broken)]
    new = _unnamed(form, [*broken, *(_claimed(each.path) for each in found)])
    if standard is None and not (unfit or found or new):
        new = form
    return standard, merged.tables, [*unfit, *found, *new]


def _steps(fit: Table, base: Base | None) -> Iterator[Wrong]:
    """What is wrong with the steps of an overlay, and as much of its head as can be seen without its base."""
    if "extends" in fit:
        yield from validated(OverlayForm, fit)[1]
        yield from heading(Outline(fit)) if base is None else ()
    else:
        steps = (key for key in ("change", "drop") if key in fit)
        yield from (wrong((key,), "overlay-extends-nothing", key=key) for key in steps)
    if base:
        yield from (each for check in STEP_CHECKS for each in check(Written(fit, base)))


def _contents(merged: Merged, name: str) -> tuple[Standard | None, list[Wrong], list[Wrong]]:
    """The standard that these tables say; what their contents are found to be, and what their form is."""
    outline = Outline(merged.tables)
    looked = [*(each for check in CHECKS for each in check(outline)), *named_alike(outline, name)]
    standard, form = validated(Standard, {"area": [], **merged.tables})
    return standard, _in_file(merged, looked), _in_file(merged, form)


def _in_file(merged: Merged, found: Iterable[Wrong]) -> list[Wrong]:
    return [each._replace(path=merged.place(each.path)) for each in found]


def _unnamed(found: Iterable[Wrong], named: Iterable[Path]) -> list[Wrong]:
    """Without those at a path that was named before, or that lies inside one."""
    known = set(named)
    return [each for each in found if not any(each.path[:length] in known for length in range(len(each.path) + 1))]


def _claimed(path: Path) -> Path:
    """What a check has named for good: its path; in a worked example the whole key, which may hold two kinds."""
    return path[:3] if path[:1] == ("example",) and len(path) > 3 else path


def _placed(found: Iterable[Wrong], places: Places) -> list[Fault]:
    once = {(each.path, each.code, str(each.values)): each for each in found}.values()
    faults = [fault(each.code, places.where(each.path), **each.values) for each in once]
    return sorted(faults, key=lambda each: (each.where.line or 0, each.where.column or 0))


def resolved_sha256(standard: Standard) -> str:
    """sha256 over the canonical JSON (NFC) of all that the standard says, without its hashes."""
    return hashlib.sha256(unicodedata.normalize("NFC", canonical(plain(standard))).encode()).hexdigest()
