"""The people of a programme by their codes: who is no longer valid, which posts need training again, and what a
training writes into assessors.csv.

Never writes a file: what changes is handed back as bytes, every other byte of the table as people left it. Never looks
at a name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ssi.checklists.readers import READERS, Rows, read
from ssi.errors import SsiError, did_you_mean, fault
from ssi.findings import People, Vacancy
from ssi.model import Assessor, Settings
from ssi.programme.amend import amended
from ssi.programme.cells import parts
from ssi.programme.money import Money
from ssi.programme.tables import TABLES, values_of
from ssi.training.marking import VALID_YEARS


@dataclass(frozen=True)
class Register:
    """assessors.csv of a programme, as it lies on the disk and as read."""

    path: Path
    data: bytes
    rows: Rows


def people(root: Path, settings: Settings, today: str) -> People:
    """What `status` says of people on this day (ISO 8601). Where the table cannot be read it says nothing: `check`
    names its faults."""
    try:
        rows = _table(root, "assessors").rows
    except SsiError:
        return People()
    (table,) = (each for each in TABLES if each.name == "assessors")
    known: list[Assessor] = values_of(table, rows, Money(settings.currency, settings.rates))[0]
    here = [each for each in known if not _gone(each, today)]
    expired = tuple((each.assessor, each.valid_until) for each in here if "" < each.valid_until < today)
    posts = sorted({each.post for each in known if each.post and _gone(each, today)})
    vacancies = (_vacancy(post, [each for each in known if each.post == post], today) for post in posts)
    return People(expired, tuple(each for each in vacancies if each.assessor or each.trainings))


def _vacancy(post: str, holders: Sequence[Assessor], today: str) -> Vacancy:
    """What a post lost with those who left it, and whoever holds it now has not."""
    gone, here = ([each for each in holders if _gone(each, today) == left] for left in (True, False))
    valid = any(each.trained_on and not "" < each.valid_until < today for each in here)
    have = {code for each in here for code in each.trainings}
    lost = dict.fromkeys(code for each in gone for code in each.trainings if code not in have)
    return Vacancy(post, tuple(each.assessor for each in gone), not valid, tuple(lost))


def _gone(assessor: Assessor, today: str) -> bool:
    return "" < assessor.left <= today


def register(root: Path, codes: Sequence[str], cells: str, today: str) -> Register:
    """The table in which these people stand; `cells` names what is to be written. Raises SsiError with every fault:
    a table that is a workbook, a code that is not there, somebody who has left."""
    found = _table(root, "assessors")
    rows = found.rows
    if found.path.suffix.lower() != ".csv":
        raise SsiError(fault("train-workbook", file=found.path.name, csv="assessors.csv", cells=cells))
    known = {rows.cell(row, "assessor"): rows.cell(row, "left") for row in rows}
    faults = [
        fault("train-assessor", assessor=each, file=found.path.name, hint=did_you_mean(each, known))
        for each in codes
        if each not in known
    ]
    faults += [
        fault("train-left", assessor=each, left=known[each], file=found.path.name)
        for each in codes
        if "" < known.get(each, "") <= today
    ]
    if faults:
        raise SsiError(faults)
    return found


def trained(found: Register, codes: Sequence[str], today: str) -> bytes:
    """The table with the day of a pass, and the day until which it holds, for these people."""
    cells = {"trained_on": today, "valid_until": valid_until(today)}
    return amended(found.data, found.rows, "assessor", dict.fromkeys(codes, cells))


def attended(root: Path, training: str, codes: Sequence[str], today: str) -> tuple[Path, bytes]:
    """The table with this common training among those that these people attended; whoever has it already keeps it
    once."""
    common = _table(root, "trainings").rows
    known = [common.cell(row, "training") for row in common]
    hint = did_you_mean(training, known)
    faults = [] if training in known else [fault("train-training", training=training, hint=hint)]
    try:
        found = register(root, codes, f"trainings: {training}", today)
    except SsiError as error:
        raise SsiError([*faults, *error.faults]) from None
    if faults:
        raise SsiError(faults)
    return found.path, amended(found.data, found.rows, "assessor", dict(_with(found.rows, training, codes)))


def _with(rows: Rows, training: str, codes: Sequence[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for row in rows:
        if rows.cell(row, "assessor") in codes:
            now = [*dict.fromkeys((*parts(rows.cell(row, "trainings")), training))]
            yield rows.cell(row, "assessor"), {"trainings": " ".join(now)}


def valid_until(today: str) -> str:
    """The last day of a training that was passed today: the same day some years on; 29 February becomes the 28th."""
    day = date.fromisoformat(today)
    last = day.day - 1 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + VALID_YEARS, day=last).isoformat()


def _table(root: Path, name: str) -> Register:
    """A table of the folder: the first of the endings that are read. Raises SsiError for a file that is not there."""
    for ending in READERS:
        path = root / f"{name}{ending}"
        if path.is_file():
            data = path.read_bytes()
            return Register(path, data, read(data, path.name, name))
    raise SsiError(fault("file-missing", file=f"{name}.csv"))
