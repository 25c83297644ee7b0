"""A new programme folder: what `ssi init` leaves behind for people to fill in.

Never touches a folder that holds anything. All or nothing: what was written goes away again when the disk refuses
something, and ssi.toml comes last, so that a folder that lost power half-way is not taken for a programme. Only the
owner of the account may read what is written: scores are entrusted.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ssi.checklists.writers.table import write_csv
from ssi.errors import SsiError, Where, fault, refuse
from ssi.model import Settings
from ssi.programme.settings import read_settings, unknown_currencies
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
[urgent]  # a stop criterion at its worst level never waits for the close of a round
tell = {tell}  # whom a team tells at once: a role, never a name or a number
protocol = {protocol}  # what the programme's own protocol says to do, in a sentence

[store]
url = {store}  # the file that keeps the scores
"""


COLUMNS = """\
What the columns of the tables mean. The tables open in any spreadsheet; save them as CSV, XLSX or ODS. Codes are
letters, digits, - and _ (S01, A07); names and places never stand here. `ssi check` names every fault and what to write
instead.

shelters      shelter      a code, such as S01
              kind         transit, short-term, long-term or community
              capacity     how many residents it is licensed for
              region       a word of your own, such as north; may be empty
              operator     who runs it, as a sort: government, ngo ...; never a name; may be empty
              children     yes where children live there, else no

assessors     assessor     a code, such as A01
              shelter      the home shelter, which this person never scores; empty = from outside
              trained_on   the date of the training, such as 2026-01-12; may be empty
              languages    such as km en; may be empty
              role         assessor or trainer; may be empty
              valid_until  the last day on which the training holds; ssi train writes it; empty = no end is set
              trainings    codes of the common trainings attended, such as T01 T02; may be empty
              post         a code for the post held, such as S01-manager; may be empty
              left         the day on which this person left the post; empty = still there

visits        round        the round's id, such as R1
              shelter, assessor    who visits whom, one line for each person
              date         such as 2026-03-09; may be empty

improvements  improvement  a code, such as I01
              shelter      whose proposal it is
              title        what is to be done, in a few words
              kind         physical, system, capacity or case-management
              cost         such as 1250.50; 0 where it is free
              criteria     which criteria it lifts, with spaces between: SAF-03 SAF-07; with a level: SAF-03:1
              to           the level they reach; empty = the minimum of each
              group        improvements of a shelter with the same group are alternatives: one at most is bought
              requires     codes of what must be bought with it

trainings     training, title, kind, criteria, to    as above
              fixed_cost   what one session costs whoever comes
              cost_per_person, people    what each person costs, and how many a shelter sends (empty = 2)
              places       how many fit in one session; empty = all

funds         fund         a code, such as F1
              amount, currency     currency empty = the programme's
              only         kinds it may pay for, with spaces between; empty = all
              shelters     codes of shelters it is for; empty = all

words.txt     a list of your own, if you wish: names and words that might identify somebody, one a line, # for remarks.
              Whoever types or loads one of them in a note, a reply or a reason is asked to write it otherwise. Whole
              names, not short words that stand in many notes. Keep it on this computer: it is in no report, and ssi
              shows it to nobody. No list and no pattern finds every name.
"""


def write_new(folder: Path, settings: Settings, standard_files: Mapping[str, bytes]) -> None:
    """Make the folder: ssi.toml, tables that hold only the names of their columns, `standard_files` (path under
    standards/ → bytes) and reports/. Raises SsiError `programme-exists` where there is something already; OSError
    where the disk refuses, with nothing left behind."""
    _refuse_bad(settings)
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


def _refuse_bad(settings: Settings) -> None:
    """What `ssi check` would say of this ssi.toml is said before there is one; it has no line yet to point at."""
    data = settings_text(settings).encode()
    try:
        refuse(unknown_currencies(read_settings(data), data))
    except SsiError as error:
        raise SsiError(replace(each, where=Where()) for each in error.faults) from None


def _files(settings: Settings, standard_files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of a new programme, ssi.toml last."""
    tables = {each.name: [column.name for column in each.columns if column.name != "currency" or each.name == "funds"]
              for each in TABLES if each.name in WRITTEN}  # fmt: skip
    return {
        **{f"standards/{name}": data for name, data in standard_files.items()},
        **{f"{name}.csv": write_csv(columns, ()) for name, columns in tables.items()},
        "tables.txt": COLUMNS.encode(),
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
        tell=quoted(settings.urgent.tell),
        protocol=quoted(settings.urgent.protocol),
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
