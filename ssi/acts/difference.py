"""Brings together what a comparison of two standards rests on: both files, their translations, the day in force, and
the register of the consultation.

Never writes a file.
"""

from dataclasses import dataclass
from pathlib import Path

from ssi.acts.adopted import adoption_of
from ssi.acts.at_hand import find
from ssi.acts.standards import Chosen
from ssi.acts.translations import texts_here
from ssi.checklists.readers import read_file
from ssi.errors import Fault, SsiError
from ssi.findings.difference import Comment, Difference
from ssi.model import Standard, Texts
from ssi.standards.consultation import read_consultation
from ssi.standards.difference import difference, too_small
from ssi.standards.reading import places


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


def compared(before: str, after: str, root: Path | None, lang: str = "", consultation: Path | None = None) -> Compared:
    """Two standards, each by id, ID@VERSION or file, of those at hand in `root`. Raises SsiError with all faults of
    both, of the register and of the later one's adoption: a letter without the day that is fixed would mislead."""
    old, new = _both(before, after, root)
    found = difference(old.standard, new.standard)
    comments = _comments(consultation, old.standard, new.standard) if consultation else None
    where = places(new.data, str(new.path)).where(("version",))
    texts, adoption = (texts_here(old, lang), texts_here(new, lang)), adoption_of(new.path)
    in_force = adoption.in_force.isoformat() if adoption else ""
    return Compared(found, *texts, too_small(found, where), in_force, comments)


def _both(before: str, after: str, root: Path | None) -> tuple[Chosen, Chosen]:
    chosen: list[Chosen] = []
    faults: list[Fault] = []
    for each in (before, after):
        try:
            chosen.append(find(each, root))
        except SsiError as error:
            faults += error.faults
    if faults:
        raise SsiError(faults)
    return chosen[0], chosen[1]


def _comments(file: Path, before: Standard, after: Standard) -> tuple[Comment, ...]:
    return read_consultation(read_file(file), before, after)
