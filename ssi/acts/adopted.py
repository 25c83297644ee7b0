"""Holds a standard to its adoption: is it the adopted one, byte for byte, and where not, what was edited.

Never writes. Bytes decide; the fingerprints in an adoption only give an edit its name. Where the bytes are the adopted
ones and a fingerprint still does not fit, it is the adoption that was edited.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ssi.acts.standards import Chain, Chosen, choose, read_bytes
from ssi.errors import Fault, SsiError, Where, fault
from ssi.findings.adoption import Edit
from ssi.model import Standard
from ssi.model.adoption import Adoption, Base
from ssi.standards.adoption import ENDING, check_adoption, read_adoption
from ssi.standards.fingerprints import criteria as criterion_prints
from ssi.standards.fingerprints import edits, parts
from ssi.standards.reading import places
from ssi.standards.signature import fits
from ssi.standards.toml_places import Path as PlacePath
from ssi.standards.toml_places import Places

WHOLE = {"bytes", "base"}  # edits that are of no part


def place(standard: Path) -> Path:
    """Where the adoption of the standard in this file lies: `1.0.0.toml` → `1.0.0.adoption.toml`."""
    return standard.with_name(f"{standard.stem}{ENDING}")


def is_adoption(path: Path) -> bool:
    return path.name.endswith(ENDING)


def adoption_of(standard: Path) -> Adoption | None:
    """The adoption beside this file; None where nobody has adopted it. Raises SsiError with every fault of it."""
    there = place(standard)
    return read_adoption(there.read_bytes(), str(there)) if there.is_file() else None


def files_beside(chosen: Chosen) -> dict[str, bytes]:
    """The adoption of a standard as a programme's standards/ folder holds it: place → bytes; nothing where none is."""
    there, name = place(chosen.path), chosen.chain[-1][0].removesuffix(".toml")
    return {f"{name}{ENDING}": there.read_bytes()} if there.is_file() else {}


def bases_of(chain: Chain) -> tuple[Base, ...]:
    """The standards that the last of a chain stands on, by their bytes."""
    return tuple(
        Base(standard=name.removesuffix(".toml").replace("/", " "), sha256=hashlib.sha256(data).hexdigest())
        for name, data in chain[:-1]
    )


def edited(adoption: Adoption, now: Standard, bases: Iterable[Base] | None, then: Standard | None) -> tuple[Edit, ...]:
    """What is not as it was adopted; nothing where the bytes are the adopted ones. `bases` = what an overlay stands on
    now, None where it is not known; `then` = the adopted standard where it is at hand."""
    if now.sha256 != adoption.sha256:
        return edits(adoption, now, then) or (Edit("bytes"),)
    if bases is None:
        return edits(adoption, now, then) if adoption.base else ()
    if tuple(bases) != adoption.base:
        return edits(adoption, now, then) or (Edit("base"),)
    return ()


def altered(adoption: Adoption, standard: Standard) -> Iterator[str]:
    """What in the adoption itself cannot be, the standard's bytes being the adopted ones."""
    if adoption.resolved_sha256 != standard.resolved_sha256:
        yield "resolved_sha256"
    found = parts(standard).model_dump()
    yield from (name for name, said in adoption.parts.model_dump().items() if found[name] != said)
    here = criterion_prints(standard)
    yield from (code for code in {**adoption.criteria, **here} if adoption.criteria.get(code) != here.get(code))


def faults_of(adoption: Adoption, standard: Standard, where: Where) -> Iterator[Fault]:
    """What is wrong with the adoption itself, beside the standard that it is of."""
    if adoption.standard != str(standard):
        yield fault("adoption-of-another", where, said=adoption.standard, standard=standard)
    elif adoption.sha256 == standard.sha256 and not adoption.base:
        yield from (fault("adoption-altered", where, what=each) for each in altered(adoption, standard))
    if adoption.signature and not fits(adoption.signature, adoption.sha256):
        yield fault("adoption-signature", where)


# ── for `ssi check` ──────────────────────────────────────────────────────────────────────────────────────────────────


def check_beside(path: Path, name: str, standard: Standard) -> Iterator[Fault]:
    """The faults of a standard's adoption, where one lies beside its file, and every edit since by its name."""
    there = place(path)
    if not there.is_file():
        return
    where = Where(str(Path(name).with_name(there.name)))
    adoption, faults = check_adoption(there.read_bytes(), where.file)
    yield from faults
    if adoption is None:
        return
    yield from faults_of(adoption, standard, where)
    if adoption.standard == str(standard):
        lines = places(path.read_bytes(), name)
        yield from (_edit(each, adoption, standard, lines) for each in edited(adoption, standard, None, None))


def check_adoption_file(path: Path) -> Iterator[Fault]:
    """The faults of an adoption file, and how the standard beside it differs from what was adopted."""
    standard_file = path.with_name(path.name.removesuffix(ENDING) + ".toml")
    if standard_file.is_file():
        try:
            standard = choose(str(standard_file)).standard
        except SsiError as error:
            yield from error.faults
        else:
            yield from check_beside(standard_file, str(standard_file), standard)
            return
    else:
        yield fault("adoption-alone", Where(str(path)), file=standard_file.name)
    yield from check_adoption(read_bytes(path), str(path))[1]


def _edit(each: Edit, adoption: Adoption, standard: Standard, lines: Places) -> Fault:
    said = {"authority": adoption.authority, "standard": adoption.standard}
    if each.part in WHOLE:
        return fault("adoption-bytes", Where(lines.file), **said)
    where = lines.where(_path(each.part, standard))
    how = {"changed": "edited", "added": "added", "missing": "taken out"}[each.how]
    return fault("adoption-differs", where, what=each.part, how=how, **said)


def _path(part: str, standard: Standard) -> PlacePath:
    """Where a part or criterion stands in its file; in an overlay's file, where most of it does not stand, nowhere."""
    if standard.overlay:
        return ()
    found = {criterion.id: ("area", at, "criterion", within)
             for at, area in enumerate(standard.area) for within, criterion in enumerate(area.criterion)}  # fmt: skip
    return found.get(part, {"scale": ("scale",), "rules": ("rules",)}.get(part, ()))
