"""Bytes of a mapping file → a Crosswalk between two standards, or every fault in it with its line.

Never decides a relation. It holds the file to the very bytes that its authors read: both versions and both hashes.
Where the mapping of the other direction is at hand too, the two may not contradict each other.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ssi.errors import Fault, did_you_mean, fault, refuse
from ssi.model import Standard
from ssi.model.mapping import Crosswalk, Mapped, Relation
from ssi.standards.contents.outline import Wrong, shown, wrong
from ssi.standards.tables import formed
from ssi.standards.toml_places import Path, Places
from ssi.standards.toml_text import TomlText, read_toml

_TURNED: Mapping[Relation, Relation] = {"equal": "equal", "narrower": "wider", "wider": "narrower", "none": "none"}


def file_name(from_: Standard, to: Standard) -> str:
    """What the mapping file between these two is called."""
    return f"{from_.id}-{from_.version}--{to.id}-{to.version}.toml"


def read_crosswalk(data: bytes, name: str, from_: Standard, to: Standard, back: Crosswalk | None = None) -> Crosswalk:
    """The mapping in these bytes, from `from_` to `to`; `name` is the file's path, for the faults; `back` the mapping
    of the other direction. Raises SsiError with every fault at once."""
    source = read_toml(data, name)
    crosswalk, found = parsed(source.tables) if source.tables is not None else (None, [])
    if crosswalk is not None:
        found = list(_misfits(crosswalk, from_, to, back))
    refuse(_placed(source, found, name))
    assert crosswalk is not None, "what has no form has a fault"
    return crosswalk


def form_faults(source: TomlText, name: str) -> tuple[Fault, ...]:
    """What is wrong with the form of the file alone."""
    return _placed(source, parsed(source.tables)[1] if source.tables is not None else [], name)


def _placed(source: TomlText, found: Iterable[Wrong], name: str) -> tuple[Fault, ...]:
    places = Places(source.text, name)
    faults = [fault(each.code, places.where(each.path), **each.values) for each in found]
    return (*source.faults, *sorted(faults, key=lambda each: (each.where.line or 0, each.where.column or 0)))


def parsed(tables: Mapping[str, Any]) -> tuple[Crosswalk | None, list[Wrong]]:
    """The mapping as it is written, whatever standards it is of, or the faults of its form."""
    return formed(Crosswalk, tables, {"map": Mapped})


def _misfits(crosswalk: Crosswalk, from_: Standard, to: Standard, back: Crosswalk | None) -> Iterator[Wrong]:
    """What keeps the mapping from serving these two standards; where it is of others, only that."""
    others = list(_other_standards(crosswalk, from_, to))
    if others:
        yield from others
        return
    for key, standard in (("from_sha256", from_), ("to_sha256", to)):
        if getattr(crosswalk, key) != standard.sha256:
            yield wrong((key,), "mapping-hash", standard=standard, now=standard.sha256)
    seen: set[str] = set()
    for at, each in enumerate(crosswalk.map):
        yield from _row(("map", at), each, from_, to)
        if each.criterion in seen:
            yield wrong(("map", at, "criterion"), "mapping-twice", criterion=each.criterion)
        seen.add(each.criterion)
        if back is not None:
            yield from _contradiction(("map", at), each, back)


def _other_standards(crosswalk: Crosswalk, from_: Standard, to: Standard) -> Iterator[Wrong]:
    for key, said, standard in (("from", crosswalk.from_, from_), ("to", crosswalk.to, to)):
        if said.replace("@", " ").split() != str(standard).split():
            yield wrong((key,), "mapping-standards", key=key, said=shown(said), wanted=standard)


def _row(path: Path, each: Mapped, from_: Standard, to: Standard) -> Iterator[Wrong]:
    if each.criterion not in from_.slot:
        yield _unknown((*path, "criterion"), each.criterion, from_)
    for at, id in enumerate(each.to):
        if id not in to.slot:
            yield _unknown((*path, "to", at), id, to)
        elif id in each.to[:at]:
            yield wrong((*path, "to", at), "mapping-target-twice", criterion=each.criterion, target=id)
    if each.relation == "none" and each.to:
        yield wrong((*path, "to"), "mapping-none-with-targets", criterion=each.criterion, targets=", ".join(each.to))
    if each.relation != "none" and not each.to:
        yield wrong(path, "mapping-without-targets", criterion=each.criterion, relation=each.relation)


def _unknown(path: Path, id: str, standard: Standard) -> Wrong:
    hint = did_you_mean(id, standard.slot)
    return wrong(path, "mapping-criterion", criterion=shown(id), standard=standard, hint=hint)


def _contradiction(path: Path, each: Mapped, back: Crosswalk) -> Iterator[Wrong]:
    """Two mappings of both directions contradict each other where one finds nothing and the other something, or where
    one criterion each is the counterpart and the relations are not each other's reverse. Of several together, nothing
    follows for one."""
    for row in back.map:
        mine, theirs = row.criterion in each.to, each.criterion in row.to
        nothing = (mine and row.relation == "none") or (theirs and each.relation == "none")
        alone = mine and theirs and len(each.to) == len(row.to) == 1
        if nothing or (alone and row.relation != _TURNED[each.relation]):
            yield wrong(
                (*path, "relation"), "mapping-contradicts", criterion=each.criterion, relation=each.relation,
                other=row.criterion, back=row.relation,
            )  # fmt: skip
