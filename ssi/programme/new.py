"""A new programme folder: what `ssi init` leaves behind for people to fill in.

Never touches a folder that holds anything. All or nothing: what was written goes away again when the disk refuses
something, and ssi.toml comes last, so that a folder that lost power half-way is not taken for a programme. Only the
owner of the account may read what is written: scores are entrusted.
"""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from ssi.checklists.writers.table import write_csv
from ssi.errors import SsiError, fault
from ssi.model import Settings
from ssi.programme.tables import TABLES

WRITTEN = ("shelters", "assessors", "visits", "improvements", "trainings", "funds")

TEMPLATE = """\
# The settings of this programme. Lines that begin with # are remarks. What may stand here: `ssi check` names every
# line that is wrong and what to write instead.

name = {name}
country = {country}
language = {language}  # of reports and prompts, where nobody asks for another
currency = {currency}  # costs in the tables are in it, unless a column `currency` says otherwise
standard = {standard}  # id and version; its file stands under standards/

[policy]
name = {policy}  # the sharing rule: how `ssi allocate` shares the money
weight = {weight}  # "equal": every shelter counts the same; "capacity": by the residents it is licensed for
critical_tolerance = {critical_tolerance}  # how many critical shortfalls may stay open to gain more elsewhere

[rates]  # how many units of the programme's currency one unit of another buys, for example: USD = "4100"
{rates}
[store]
url = {store}  # the file that keeps the scores
"""


def write_new(folder: Path, settings: Settings, standard_files: Mapping[str, bytes]) -> None:
    """Make the folder: ssi.toml, tables that hold only the names of their columns, `standard_files` (path under
    standards/ → bytes) and reports/. Raises SsiError `programme-exists` where there is something already; OSError
    where the disk refuses, with nothing left behind."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SsiError(fault("programme-exists", folder=folder))
    there = folder.exists()
    made: list[Path] = []
    try:
        _make(folder, made)
        _make(folder / "reports", made)
        for name, data in _files(settings, standard_files).items():
            _write(folder, PurePosixPath(name), data, made)
    except OSError:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise
    if there:
        folder.chmod(0o700)


def _files(settings: Settings, standard_files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of a new programme, ssi.toml last."""
    tables = {each.name: [column.name for column in each.columns if column.name != "currency" or each.name == "funds"]
              for each in TABLES if each.name in WRITTEN}  # fmt: skip
    return {
        **{f"standards/{name}": data for name, data in standard_files.items()},
        **{f"{name}.csv": write_csv(columns, ()) for name, columns in tables.items()},
        "ssi.toml": settings_text(settings).encode(),
    }


def settings_text(settings: Settings) -> str:
    """ssi.toml for these settings, with a remark beside each key."""
    from tomlkit import string

    def quoted(text: str) -> str:
        return string(text).as_string()

    return TEMPLATE.format(
        name=quoted(settings.name),
        country=quoted(settings.country),
        language=quoted(settings.language),
        currency=quoted(settings.currency),
        standard=quoted(settings.standard),
        policy=quoted(settings.policy.name),
        weight=quoted(settings.policy.weight),
        critical_tolerance=settings.policy.critical_tolerance,
        rates="".join(f"{code} = {quoted(rate)}\n" for code, rate in settings.rates.items()),
        store=quoted(settings.store.url),
    )


def _make(folder: Path, made: list[Path]) -> None:
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir(mode=0o700)
            made.append(each)


def _write(folder: Path, name: PurePosixPath, data: bytes, made: list[Path]) -> None:
    if name.is_absolute() or ".." in name.parts:
        raise ValueError(f"{name} would stand outside the programme folder")
    path = folder / name
    _make(path.parent, made)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        made.append(path)
        file.write(data)
