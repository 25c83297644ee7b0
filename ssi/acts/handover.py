"""What a new coordinator needs to know of a programme: its status, its decisions, its files. Never changes anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ssi.acts.status import status
from ssi.checklists.readers import READERS
from ssi.findings import YearStatus
from ssi.model import Decision
from ssi.pipeline import Year
from ssi.programme.tables import TABLES

_OTHERS = ("standards", "cases", "reports", "names.csv")


@dataclass(frozen=True)
class Handover:
    """`present` = file or folder of the programme → whether it is there."""

    status: YearStatus
    decisions: Sequence[Decision]
    present: dict[str, bool]


def handover(year: Year, today: str) -> Handover:
    """What stands on this day (ISO 8601)."""
    root = year.programme.folder
    tables = {each.name: _table(root, each.name) for each in TABLES}
    names = ["ssi.toml", *tables.values(), year.programme.settings.store.url, *_OTHERS]
    return Handover(status(year, today), year.store.decisions(), {name: (root / name).exists() for name in names})


def _table(root: Path, name: str) -> str:
    """The file of a table, with the ending that it has here."""
    return next((f"{name}{each}" for each in READERS if (root / f"{name}{each}").exists()), f"{name}.csv")
