"""Files that scores come in → tables in the long form, whatever made them: the long form itself, and SOURCES.

Never judges a score and never guesses a form by its name alone: a source looks at a file and says that it is none of
its own. To add a form, write its reader and a line here.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from ssi.checklists.readers import READERS, read
from ssi.checklists.readers.remade import Remade
from ssi.checklists.readers.rows import Rows
from ssi.errors import Fault, SsiError, Where, fault
from ssi.model import Standard

Standards = Callable[[], Mapping[str, Standard]]  # round → what it is pinned to; asked for where a form must be known


class Source(NamedTuple):
    """`place` = the function `(data, name, standards) -> tables, or None where the file is no such form`."""

    what: str
    endings: tuple[str, ...]
    place: str


SOURCES = (
    Source("a scoring workbook", (".xlsx", ".ods"), "ssi.checklists.readers.scoring_workbook:scoring_rows"),
    Source("an export of phone forms", (".csv", ".xlsx", ".json", ".zip"), "ssi.checklists.readers.phone:phone_rows"),
)
ENDINGS = tuple(dict.fromkeys((*READERS, *(ending for each in SOURCES for ending in each.endings))))
_PEEK = 4096  # bytes in which the header of a CSV file stands


def score_tables(path: Path, standards: Standards, needed: Sequence[str], free: Sequence[str]) -> tuple[Rows, ...]:
    """The tables in this file, each of them in the long form with the columns `needed` and some of `free`. Raises
    SsiError with every fault of the file's form."""
    if not path.is_file():
        raise SsiError(fault("file-missing", file=path))
    data, name, ending = path.read_bytes(), str(path), path.suffix.lower()
    if ending == ".csv" and _is_long(data, needed):
        return (_long(data, name, needed, free),)
    for source in SOURCES:
        if ending in source.endings and (found := _asked(source, data, name, standards)) is not None:
            return found
    if ending not in READERS:
        raise SsiError(fault("file-ending", file=name, known=" ".join(ENDINGS)))
    try:
        return (_long(data, name, needed, free),)
    except SsiError as error:
        raise SsiError(_more_to_the_point(error.faults, data, name, ending)) from None


def _is_long(data: bytes, needed: Sequence[str]) -> bool:
    """Whether the file's first line names the columns of the long form."""
    header = data[:_PEEK].decode("utf-8-sig", "replace").lstrip().split("\n", 1)[0].casefold()
    return all(each in header for each in needed)


def _asked(source: Source, data: bytes, name: str, standards: Standards) -> tuple[Remade, ...] | None:
    module, _, function = source.place.partition(":")
    found: tuple[Remade, ...] | None = getattr(import_module(module), function)(data, name, standards())
    return found


def _long(data: bytes, name: str, needed: Sequence[str], free: Sequence[str]) -> Rows:
    table = read(data, name, "scores")
    faults = table.expect(needed, free)
    if faults:
        raise SsiError(faults)
    return table


def _more_to_the_point(faults: Sequence[Fault], data: bytes, name: str, ending: str) -> Sequence[Fault]:
    """Sheets that were copied out of a scoring workbook have no columns of the long form; that is not what is wrong."""
    from ssi.checklists.readers.scoring_workbook import is_part_of_one

    if (
        ending != ".csv"
        and not any(each.code.startswith("workbook-") for each in faults)
        and is_part_of_one(data, name)
    ):
        return (fault("scoring-identity-missing", Where(name)),)
    return faults
