"""What left, or would leave: the tables of an export, and the data values for DHIS2 with what was held back."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table by its name: how many rows and columns it has."""

    name: str
    title: str
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Exported:
    """`rounds`: the earlier first. `open` = the round is open, so that its completeness is all there is."""

    what: str
    rounds: tuple[str, ...]
    open: bool
    tables: tuple[ExportedTable, ...]


@dataclass(frozen=True, slots=True)
class DataValue:
    """One number for DHIS2. `part` = an area's id, or `overall`; `value` is a decimal text, half-even from `exact`."""

    shelter: str
    part: str
    org_unit: str
    data_element: str
    value: str
    exact: Fraction
    category_option_combo: str = ""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What is not sent, and why: `urgent`, `incomplete`, `no percent` or `no org unit`. `part` empty = all of it."""

    shelter: str
    part: str
    why: str


@dataclass(frozen=True, slots=True)
class DataValues:
    """Everything of one round for one DHIS2 period. `complete_on` = the date on which the data set is said to be
    complete, else empty; `unmapped` = areas of the standard that have no data element."""

    round: str
    period: str
    data_set: str
    attribute_option_combo: str
    complete_on: str
    values: tuple[DataValue, ...]
    held_back: tuple[HeldBack, ...]
    unmapped: tuple[str, ...]
