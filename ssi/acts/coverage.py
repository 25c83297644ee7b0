"""Finds the mapping file between two standards and lays them side by side. Never changes a file."""

from collections.abc import Collection, Iterator
from pathlib import Path

from ssi.acts.standards import Chosen, choose, read_bytes, split
from ssi.errors import Fault
from ssi.findings.coverage import Coverage
from ssi.model import Standard
from ssi.model.mapping import Crosswalk
from ssi.standards.coverage import coverage
from ssi.standards.mapping import file_name, form_faults, parsed, read_crosswalk
from ssi.standards.reading import read_chain
from ssi.standards.toml_text import read_toml

FOLDER = "mappings"


def cover(ours: Chosen, other: Chosen, file: Path | None = None) -> Coverage:
    """What of `other` has a counterpart in `ours`, by the mapping file given, or the one found beside either of them.
    Raises SsiError with every fault of that file."""
    path = file or next(_places(ours, other, file_name(other.standard, ours.standard)), None)
    crosswalk = None
    if path is not None:
        back = _back(ours, other, path)
        crosswalk = read_crosswalk(read_bytes(path), str(path), other.standard, ours.standard, back)
    name = path.name if path else ""
    return coverage(ours.standard, other.standard, crosswalk, paired=_paired(ours, other), mapping=name)


def _paired(ours: Chosen, other: Chosen) -> dict[str, str]:
    """Criteria that are the same in both: id in `other` → id in `ours`. They share a comparability key that both have
    from standards of one id (a base, another version); what two overlays each add may bear one key by chance. A change
    of an overlay may give a criterion a new key: between it and what it rests on, the id holds too."""
    common = {_family(place) for place, _ in ours.chain} & {_family(place) for place, _ in other.chain}
    shared = _keys(ours, common) & _keys(other, common)
    mine = {each.key: each.id for each in ours.standard.criteria if each.key in shared}
    found = {each.id: mine[each.key] for each in other.standard.criteria if each.key in mine}
    if ours.chain[-1] in other.chain or other.chain[-1] in ours.chain:
        left = ours.standard.slot.keys() - found.values()
        found |= {each.id: each.id for each in other.standard.criteria if each.id in left and each.id not in found}
    return found


def _keys(chosen: Chosen, families: Collection[str]) -> set[str]:
    """The keys of those standards in the chain that have one of these ids."""
    ends = [at for at, (place, _) in enumerate(chosen.chain, 1) if _family(place) in families]
    return {each.key for at in ends for each in read_chain(chosen.chain[:at]).criteria}


def _family(place: str) -> str:
    """The standard's id, from its place under standards/."""
    return place.split("/")[0]


def _places(ours: Chosen, other: Chosen, name: str) -> Iterator[Path]:
    """Files of this name in a folder `mappings` beside either standard, or beside the folder that it lies in."""
    for each in (ours, other):
        for folder in (each.path.parent, each.path.parent.parent):
            if (path := folder / FOLDER / name).is_file():
                yield path


def _back(ours: Chosen, other: Chosen, path: Path) -> Crosswalk | None:
    """The mapping of the other direction, if one of these very files is at hand and can be read; its own faults are
    named when it is used itself."""
    name = file_name(ours.standard, other.standard)
    beside = path.with_name(name)
    found = beside if beside.is_file() else next(_places(ours, other, name), None)
    tables = read_toml(read_bytes(found), str(found)).tables if found else None
    crosswalk = parsed(tables)[0] if tables else None
    return crosswalk if crosswalk and _of(crosswalk, ours.standard, other.standard) else None


def _of(crosswalk: Crosswalk, from_: Standard, to: Standard) -> bool:
    return (crosswalk.from_sha256, crosswalk.to_sha256) == (from_.sha256, to.sha256)


# ── for `ssi check` ──────────────────────────────────────────────────────────────────────────────────────────────────


def is_mapping(path: Path) -> bool:
    return path.parent.name == FOLDER and path.suffix == ".toml"


def check_mapping_file(path: Path) -> tuple[Fault, ...]:
    """The faults of a mapping file, held to the two standards that it names."""
    source = read_toml(read_bytes(path), str(path))
    crosswalk = parsed(source.tables)[0] if source.tables is not None else None
    if crosswalk is None:
        return form_faults(source, str(path))
    ours, other = _named(crosswalk.to, path), _named(crosswalk.from_, path)
    cover(ours, other, path)
    return ()


def _named(standard: str, path: Path) -> Chosen:
    """The standard ("id version") in the folder beside this mapping's, else a shipped one."""
    code, version = split(standard)
    near = path.absolute().parent.parent / code / f"{version}.toml"
    return choose(str(near) if near.is_file() else standard)
