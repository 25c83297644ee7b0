"""Reads the roll-out register and begins a new one. Never changes a register: people do, in their spreadsheet.

A stage may be dated before the one that usually comes before it (a training before the slip came back), because a
register that refuses true dates gets false ones. Only before it was sent nothing can have happened.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ssi.checklists.readers import READERS, Row, Rows, read_file
from ssi.checklists.writers.table import write_csv
from ssi.errors import Fault, SsiError, fault, refuse
from ssi.findings.rollout import STAGES, Place
from ssi.programme.cells import Refused, code, day, plain, whole
from ssi.programme.tables import refusal

REGISTER = "rollout"
FREE = ("shelters", "standard", "region")
COLUMNS = ("place", "shelters", "region", "standard", *STAGES)
_READ: dict[str, Callable[[str], Any]] = {
    "place": code,
    "shelters": whole(1),
    "standard": plain,
    "region": plain,
    **dict.fromkeys(STAGES, day),
}


def register_here(folder: Path) -> Path:
    """The register of this folder, in whichever format it is kept."""
    return next((path for each in READERS if (path := folder / f"{REGISTER}{each}").is_file()), folder / "rollout.csv")


def read_register(path: Path, today: str) -> tuple[Place, ...]:
    """The places in the file's order. Raises SsiError with every fault: columns, cells, places twice, dates after
    `today` or before the standard was sent."""
    rows = read_file(path)
    faults = rows.expect(("place", *STAGES), FREE)
    places = []
    for row in rows:
        cells, wrong = _cells(rows, row)
        faults += [*wrong, *_order(rows, row, cells, today)]
        if not wrong:
            dates = {stage: cells[stage] for stage in STAGES if cells.get(stage)}
            places.append(Place(cells["place"], cells.get("shelters", 1), dates, *_groups(cells)))
    refuse([*faults, *_twice(rows)])
    return tuple(places)


def _cells(rows: Rows, row: Row) -> tuple[dict[str, Any], list[Fault]]:
    cells: dict[str, Any] = {}
    faults = []
    for column, read in _READ.items():
        text = rows.cell(row, column)
        if not text and column == "place":
            expected = "the code of a province or of a shelter"
            faults.append(fault("cell-empty", rows.where(row, column), column=column, expected=expected))
        if not text:
            continue
        try:
            cells[column] = read(text)
        except Refused as refused:
            faults.append(refusal(rows, row, column, refused))
    return cells, faults


def _groups(cells: dict[str, Any]) -> tuple[str, str]:
    return cells.get("standard", ""), cells.get("region", "")


def _order(rows: Rows, row: Row, cells: dict[str, Any], today: str) -> Iterator[Fault]:
    """Nothing lies in the future, and nothing happened before the standard was sent."""
    place, sent = rows.cell(row, "place"), cells.get("sent", "")
    for stage in STAGES:
        date, where = cells.get(stage, ""), rows.where(row, stage)
        if date > today:
            yield fault("rollout-future", where, column=stage, date=date, today=today)
        elif date and not rows.cell(row, "sent"):
            yield fault("rollout-not-sent", where, place=place, stage=stage)
        elif date and date < sent:
            yield fault("rollout-before-sent", where, place=place, stage=stage, date=date, sent=sent)


def _twice(rows: Rows) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for row in rows:
        place = rows.cell(row, "place")
        if place and place.casefold() in first:
            yield fault("rollout-place-twice", rows.where(row, "place"), place=place, line=first[place.casefold()])
        first.setdefault(place.casefold(), row.line)


def new_register(path: Path, standard: str) -> bytes:
    """An empty register as CSV for the places of a table: its column `place`, or `shelter` as in shelters.csv; also
    `shelters` and `region` where it has them."""
    rows = read_file(path)
    column = next((each for each in ("place", "shelter") if each in rows.header), "")
    if not column:
        raise SsiError(rows.expect(("place",), rows.header))
    empty = [""] * len(STAGES)
    return write_csv(
        COLUMNS,
        [
            (rows.cell(row, column), rows.cell(row, "shelters") or "1", rows.cell(row, "region"), standard, *empty)
            for row in rows
        ],
    )
