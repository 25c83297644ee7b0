"""What the programme itself says: loads, where the year stands, what was verified."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ssi.errors import Fault
from ssi.findings.training import People


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What `load` did or would do: sheets as `round shelter assessor`, by what became of them."""

    new: tuple[str, ...]
    same: tuple[str, ...]
    revised: tuple[str, ...]
    conflict: tuple[str, ...]
    rows: int
    refused: tuple[Fault, ...]
    written: bool
    remarks: tuple[Fault, ...] = ()  # what deserves a look and stops nothing
    files: int = 1


@dataclass(frozen=True, slots=True)
class Differing:
    """One place in which two entries of the same paper sheet differ. `criterion` is empty where the whole sheet is
    meant; `part`: level, methods, note, value, interviews, or a fact of the visit."""

    sheet: str
    criterion: str
    part: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class DoubleEntry:
    """Two entries of the same paper sheets, compared. `sheets` = how many both hold; `taken` = which of them was taken
    although they differ: first, second, or empty."""

    sheets: int
    differs: tuple[Differing, ...]
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Urgent:
    """A gate at its worst level, to be told at once; `due` is a date, `since` when the newest of the sheets that say so
    was sealed (ISO 8601), in `round`."""

    shelter: str
    criterion: str
    due: str
    round: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a shelter answered to the result of a round."""

    round: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class YearStatus:
    stage: str
    open_round: str | None
    missing: tuple[str, ...]
    urgent: tuple[Urgent, ...]
    next: tuple[str, ...]
    people: People = field(default_factory=People)


@dataclass(frozen=True, slots=True)
class Verification:
    """How many of each thing were recomputed, and a sentence for each that differs."""

    checked: Mapping[str, int]
    differs: tuple[str, ...]
