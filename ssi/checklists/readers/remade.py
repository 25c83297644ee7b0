"""A table in the long form of scores that was made from another form: a scoring workbook, a phone's submission.

Never judges a value. Each row remembers where its cells came from, so that a fault points into the file that the
person has, not into the table that was made from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ssi.checklists.readers.rows import Row, Rows
from ssi.errors import Fault, Where
from ssi.model import VisitRecord

LONG = ("round", "shelter", "assessor", "criterion", "score", "methods", "note", "value")


@dataclass(frozen=True, slots=True)
class Submission:
    """What a phone's server says of one submission: its id, the ids of all its editions (its own among them), the one
    that this edition took the place of, how often it was edited."""

    id: str
    ids: frozenset[str] = frozenset()
    before: str = ""
    edits: int | None = None


@dataclass(frozen=True)
class Remade(Rows):
    """`header` is LONG. `places` = (the row's line, column) → where its cell stands in the original; a column without a
    place of its own has the row's, under "". `programme` = the programme that the form was made for, where it says so.
    `remarks` = what is no fault and should still be said. `visit` = the visit's own record, where the form asks for it.
    `submission` = what came from a phone (`ssi.checklists.readers.once`)."""

    places: Mapping[tuple[int, str], Where] = field(default_factory=dict)
    programme: str = ""
    remarks: tuple[Fault, ...] = ()
    visit: VisitRecord | None = None
    submission: Submission | None = None

    def where(self, row: Row, column: str = "") -> Where:
        return self.places.get((row.line, column)) or self.places.get((row.line, "")) or Where(self.file)


def remade(file: str, rows: Sequence[tuple[Mapping[str, str], Mapping[str, Where]]]) -> Remade:
    """Rows as (column → text, column → place; the place under "" is the row's own) into one table. Lines count from 1
    and are only names here."""
    made = tuple(Row(at, tuple(cells.get(each, "") for each in LONG)) for at, (cells, _) in enumerate(rows, 1))
    places = {(at, column): where for at, (_, found) in enumerate(rows, 1) for column, where in found.items()}
    return Remade(file, LONG, made, places=places)
