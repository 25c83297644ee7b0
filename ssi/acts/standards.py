"""Finds standards files and what they extend: those a programme holds and those that are shipped. Never changes one.

A base is looked for beside the overlay, in the same folder of standards, and then among those shipped: a programme that
holds its own copy of the base uses that copy.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ssi.errors import SsiError, did_you_mean, fault
from ssi.model import Standard
from ssi.programme import Programme
from ssi.shipped import standards_folder
from ssi.standards.reading import read_standard

Chain = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class Chosen:
    """A standard, the file that it was read from, and the bytes it stands on, as (place under standards/, bytes): the
    bases of an overlay first, the standard itself last."""

    standard: Standard
    path: Path
    chain: Chain

    @property
    def data(self) -> bytes:
        """The bytes of the standard's own file."""
        return self.chain[-1][1]


def chain_of(programme: Programme) -> tuple[Standard, Chain]:
    """The programme's standard and the bytes it stands on."""
    code, version = split(programme.settings.standard)
    chosen = _chosen(programme.folder / "standards" / code / f"{version}.toml")
    return chosen.standard, chosen.chain


def split(text: str) -> tuple[str, str]:
    """`ID VERSION` or `ID@VERSION` → (id, version); the version may be empty."""
    code, _, version = text.strip().replace("@", " ").partition(" ")
    return code, version.strip()


def choose(text: str) -> Chosen:
    """A standard by id, by id and version (`ID@VERSION`), or by file."""
    shipped = (each for each in standards_folder().glob("*/*.toml") if is_version(each.stem))
    return choose_among(text, shipped)


def choose_among(text: str, files: Iterable[Path]) -> Chosen:
    """A standard by id, by id and version, among these files; or by its own file. Without a version the newest, by the
    numbers in it. Faults: `unknown-standard`, `unknown-version`, those of the file."""
    return _chosen(Path(text) if text.endswith(".toml") or "/" in text else _named(*split(text), files))


@dataclass(frozen=True)
class BasesBeside:
    """Where the bases of the standard in this file are to be had; `found` = those that were asked for, by their place
    under standards/, the nearest first."""

    path: Path
    found: dict[str, bytes] = field(default_factory=dict)

    def __call__(self, code: str, version: str) -> tuple[str, bytes] | None:
        """The place and the bytes of this base; None where it is nowhere."""
        name = f"{code}/{version}.toml"
        for place in (self.path.absolute().parent.parent / name, standards_folder() / name):
            if place.is_file():
                self.found[name] = place.read_bytes()
                return str(place), self.found[name]
        return None


def _chosen(path: Path) -> Chosen:
    data, bases = read_bytes(path), BasesBeside(path)
    standard = read_standard(data, str(path), bases)
    return Chosen(standard, path, (*reversed(bases.found.items()), (f"{standard.id}/{standard.version}.toml", data)))


def _named(code: str, version: str, files: Iterable[Path]) -> Path:
    by_id: dict[str, dict[str, Path]] = {}
    for each in files:
        by_id.setdefault(each.parent.name, {})[each.stem] = each
    if code not in by_id:
        values = {"standard": code, "hint": did_you_mean(code, by_id), "known": ", ".join(sorted(by_id))}
        raise SsiError(fault("unknown-standard", **values))
    versions = by_id[code]
    if version and version not in versions:
        known = ", ".join(sorted(versions, key=numbers))
        raise SsiError(fault("unknown-version", standard=code, version=version, known=known))
    return versions[version or max(versions, key=numbers)]


def numbers(version: str) -> tuple[int, ...]:
    """`x.y.z` as numbers, to order versions by."""
    return tuple(int(part) for part in version.split("."))


def is_version(text: str) -> bool:
    """Whether it is `x.y.z`: a standard's own file, not a translation or an adoption beside it."""
    return all(part.isdecimal() for part in text.split(".")) and text.count(".") == 2


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SsiError(fault("file-missing", file=path)) from None
    except IsADirectoryError:
        raise SsiError(fault("file-missing", file=path)) from None
