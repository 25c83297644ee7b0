"""Brings together what a comparison of two standards rests on: both files, their translations, the day in force, and
the register of the consultation.

Never writes a file.
"""

from dataclasses import dataclass
from pathlib import Path

from ssi.acts.standards import Chosen, choose
from ssi.checklists.readers import read_file
from ssi.errors import Fault, SsiError
from ssi.findings.difference import Comment, Difference
from ssi.model import Standard, Texts
from ssi.standards.consultation import read_consultation
from ssi.standards.difference import difference, too_small
from ssi.standards.in_force import in_force
from ssi.standards.reading import places
from ssi.standards.translation import read_translation


@dataclass(frozen=True)
class Compared:
    """`too_small`: the fault of a later version that claims less than it needs. `comments` is None where no register
    was given. `in_force` is ISO 8601, empty where no adoption file says a day."""

    found: Difference
    before: Texts
    after: Texts
    too_small: Fault | None
    in_force: str = ""
    comments: tuple[Comment, ...] | None = None


def compared(before: str, after: str, lang: str = "", consultation: Path | None = None) -> Compared:
    """Two standards, each by id, ID@VERSION or file. Raises SsiError with all faults of both and of the register."""
    old, new = _both(before, after)
    found = difference(old.standard, new.standard)
    comments = _comments(consultation, old.standard, new.standard) if consultation else None
    where = places(new.data, str(new.path)).where(("version",))
    texts = _texts(old, lang), _texts(new, lang)
    return Compared(found, *texts, too_small(found, where), _in_force(new), comments)


def _both(before: str, after: str) -> tuple[Chosen, Chosen]:
    chosen: list[Chosen] = []
    faults: list[Fault] = []
    for each in (before, after):
        try:
            chosen.append(choose(each))
        except SsiError as error:
            faults += error.faults
    if faults:
        raise SsiError(faults)
    return chosen[0], chosen[1]


def _comments(file: Path, before: Standard, after: Standard) -> tuple[Comment, ...]:
    return read_consultation(read_file(file), before, after)


def _texts(chosen: Chosen, lang: str) -> Texts:
    """The standard's texts in this language where a translation lies beside it, else in its own."""
    beside = chosen.path.with_name(f"{chosen.standard.version}.{lang}.toml")
    if not lang or lang == chosen.standard.language or not beside.is_file():
        return Texts(chosen.standard)
    return Texts(chosen.standard, read_translation(beside.read_bytes(), str(beside), chosen.standard))


def _in_force(chosen: Chosen) -> str:
    beside = chosen.path.with_name(f"{chosen.standard.version}.adoption.toml")
    return in_force(beside.read_bytes()) if beside.is_file() else ""
