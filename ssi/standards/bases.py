"""What an overlay extends: its base named, found, read and found to be the one it was written for.

Never looks for a file: who reads a standard says where bases are to be had, by a function (id, version) → (place,
bytes). A base with a fault is not mended here, only named: it has a file of its own, with lines of its own.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ssi.errors import Fault
from ssi.model import Standard
from ssi.standards.contents.outline import Table, Wrong, shown, text, wrong
from ssi.standards.steps import Base

Bases = Callable[[str, str], tuple[str, bytes] | None]
_EXTENDS = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*) (\d{1,9}\.\d{1,9}\.\d{1,9})", re.ASCII)
SHORT = 12  # hex digits of a sha256 that people compare by eye


@dataclass(frozen=True)
class Read:
    """A standards file as read: the standard (None where it has a fault), the whole tables that it and its bases say,
    and its faults and warnings."""

    standard: Standard | None
    tables: Table
    faults: tuple[Fault, ...]


Reader = Callable[[bytes, str, Bases, tuple[str, ...]], Read]


def no_bases(code: str, version: str) -> tuple[str, bytes] | None:
    """There is none to be had."""


def base_of(raw: Table, above: tuple[str, ...], bases: Bases, read: Reader) -> tuple[Base | None, list[Wrong]]:
    """What these tables extend, where they do and it can be read, and what is wrong with that. `above` = "id version"
    of each standard that is being read, this one last; `read` reads the base as any standard is read."""
    extends = raw.get("extends")
    if not isinstance(extends, str):
        return None, []
    named = _EXTENDS.fullmatch(extends)
    if not named:
        return None, [_wrong("extends-form", extends=shown(extends))]
    above = above or (f"{text(raw, 'id')} {text(raw, 'version')}",)
    if extends in above:
        ring = " → ".join((*above[above.index(extends) :], extends))
        return None, [_wrong("overlay-cycle", ring=ring)]
    found = bases(*named.groups())
    if found is None:
        return None, [_wrong("base-missing", base=extends, file="/".join(named.groups()))]
    return _read(raw, extends, found, read(found[1], found[0], bases, (*above, extends)))


def _read(raw: Table, extends: str, found: tuple[str, bytes], base: Read) -> tuple[Base | None, list[Wrong]]:
    place, data = found
    ring = next((each for each in base.faults if each.code == "overlay-cycle"), None)
    if ring:
        return None, [_wrong("overlay-cycle", **ring.values)]
    if base.standard is None:
        first = next(each for each in base.faults if not each.warning)
        return None, [_wrong("base-faulty", base=extends, first=f"{first.where} {first.message}", file=place)]
    if str(base.standard) != extends:
        said = f"{place} says that it is {base.standard}"
        return None, [_wrong("base-faulty", base=extends, first=said, file=place)]
    sha256 = hashlib.sha256(data).hexdigest()
    return Base(base.standard, base.tables, sha256), list(_pinned(raw, extends, sha256))


def _pinned(raw: Table, extends: str, sha256: str) -> Iterator[Wrong]:
    """Whether the overlay says which bytes of its base it was written for, and these are they."""
    said = raw.get("base_sha256")
    if "base_sha256" not in raw:
        yield _wrong("base-unpinned", base=extends, sha256=sha256)
    elif isinstance(said, str) and said != sha256:
        yield wrong(
            ("base_sha256",),
            "base-differs",
            base=extends,
            said=shown(said[:SHORT]),
            found=sha256[:SHORT],
            sha256=sha256,
        )


def _wrong(code: str, **values: object) -> Wrong:
    return wrong(("extends",), code, **values)
