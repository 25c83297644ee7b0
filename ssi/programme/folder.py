"""The programme folder: found, read whole, or refused with every fault of all its files at once.

Never writes and never opens the store. Names and places of shelters and people are not here: `read_names` reads
names.csv when a person asks for it, and nothing else does.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ssi.checklists.kept_words import KeptWords, read_kept
from ssi.checklists.readers import READERS, Rows, read, read_file
from ssi.errors import Fault, SsiError, fault, refuse
from ssi.model import Assessor, Fund, Improvement, RoundKind, Settings, Shelter, Standard, Training, Visit
from ssi.programme.money import Money, decimals
from ssi.programme.settings import read_settings, unknown_currencies
from ssi.programme.tables import TABLES, Table, values_of

SETTINGS = "ssi.toml"
KEPT_WORDS = "words.txt"


@dataclass(frozen=True)
class Programme:
    """A folder without faults, as values. Money is in the smallest coin of the programme's currency. `hashes` has the
    sha256 of each file read; `rows` the tables as they were read, for faults that only a standard or a round shows;
    `warnings` what deserves a look and stops nothing."""

    folder: Path
    settings: Settings
    shelters: tuple[Shelter, ...] = ()
    assessors: tuple[Assessor, ...] = ()
    visits: tuple[Visit, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    trainings: tuple[Training, ...] = ()
    funds: tuple[Fund, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict, repr=False)
    rows: Mapping[str, Rows] = field(default_factory=dict, repr=False)
    warnings: tuple[Fault, ...] = ()

    @cached_property
    def decimals(self) -> int:
        """How many decimals the programme's currency has: 2 for USD, 0 for VND."""
        return decimals(self.settings.currency)

    @property
    def reports(self) -> Path:
        return self.folder / "reports"

    @property
    def store_path(self) -> Path:
        """The store's file; without meaning where `settings.store.url` is an address (`postgresql://…`)."""
        return self.folder / self.settings.store.url

    @cached_property
    def kept_words(self) -> KeptWords:
        """The programme's own list of words that might identify somebody; nothing where it keeps none."""
        path = self.folder / KEPT_WORDS
        try:
            return read_kept(path.read_bytes(), KEPT_WORDS) if path.exists() else KeptWords()
        except OSError as error:
            return KeptWords(faults=(fault("file-unusable", file=KEPT_WORDS, detail=error.strerror or error),))

    def standard_files(self) -> tuple[Path, ...]:
        """The TOML files under standards/: standards, translations and adoptions, in order of their paths."""
        return tuple(sorted((self.folder / "standards").rglob("*.toml")))

    def inputs(self, standard_sha256: str) -> dict[str, str]:
        """What a proposal for the money rests on, each with its sha256: the standard, ssi.toml and the files of
        improvements, trainings and funds."""
        files = {SETTINGS, *(self.rows[each].file for each in ("improvements", "trainings", "funds"))}
        return {"standard": standard_sha256, **{name: sha for name, sha in self.hashes.items() if name in files}}

    def against(self, standard: Standard) -> tuple[Fault, ...]:
        """Criteria and levels in improvements and trainings that this standard does not have."""
        from ssi.programme.crosscheck import against_standard

        return tuple(against_standard(self.rows, standard))


def find(start: Path) -> Path:
    """The folder that holds ssi.toml: `start` or the nearest above it. Raises SsiError `programme-not-found`."""
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise SsiError(fault("programme-not-found", folder=start))


def load(folder: Path, kinds: Mapping[str, RoundKind] | None = None) -> Programme:
    """The programme in this folder; `kinds` are the kinds of rounds already opened. Raises SsiError with every fault
    of all its files, in the order of files and lines."""
    programme, faults = look(folder, kinds)
    refuse(faults)
    if programme is None:
        raise SsiError(faults)
    return programme


def look(
    folder: Path, kinds: Mapping[str, RoundKind] | None = None, standard: Standard | None = None
) -> tuple[Programme | None, tuple[Fault, ...]]:
    """The programme, as far as ssi.toml can be read, and every fault of all its files in their order; with a standard
    also the criteria and levels that it does not have. A row with a fault is not in the programme."""
    from ssi.programme.crosscheck import across, against_standard  # whoever types scores does not wait for it

    reading = _Reading(folder)
    settings = reading.settings(with_money=True)
    money = Money(settings.currency, settings.rates) if settings else None
    values = {table.name: reading.values(table, money) for table in TABLES}
    reading.faults += across(reading.rows, kinds or {})
    if standard is not None:
        reading.faults += against_standard(reading.rows, standard)
    faults = reading.in_order()
    if settings is None:
        return None, faults
    tables = {table.name: tuple(values[table.name]) for table in TABLES if table.model}
    warnings = tuple(each for each in faults if each.warning)
    return Programme(folder, settings, **tables, hashes=reading.hashes, rows=reading.rows, warnings=warnings), faults


def settings_only(folder: Path) -> Programme:
    """The programme with its settings and no table, for commands that read the store alone. Raises SsiError with every
    fault of ssi.toml."""
    reading = _Reading(folder)
    settings = reading.settings()
    if settings is None:
        raise SsiError(reading.faults)
    return Programme(folder, settings, hashes=reading.hashes)


def read_names(path: Path) -> dict[str, str]:
    """Code → name, from a table with the columns code and name. Raises SsiError with every fault."""
    from ssi.programme.crosscheck import twice

    rows = read_file(path, sheet="names")
    faults = [*rows.expect(("code", "name")), *twice(rows, "code")]
    refuse(faults)
    return {rows.cell(row, "code"): rows.cell(row, "name") for row in rows}


class _Reading:
    """What was read of a folder so far: its tables, hashes and faults."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: dict[str, Rows] = {}
        self.hashes: dict[str, str] = {}
        self.faults: list[Fault] = []

    def settings(self, *, with_money: bool = False) -> Settings | None:
        """ssi.toml; where money will be counted, its currencies must be known ones."""
        try:
            data = self._bytes(SETTINGS)
            settings = read_settings(data)
            refuse(unknown_currencies(settings, data) if with_money else ())
            return settings
        except SsiError as error:
            self.faults += error.faults
            return None

    def values(self, table: Table, money: Money | None) -> list[Any]:
        """The table's rows as values; a file that may be absent and is, is an empty table."""
        files = [table.name + ending for ending in READERS if (self.folder / (table.name + ending)).is_file()]
        if not files and not table.needed:
            self.rows[table.name] = Rows(f"{table.name}.csv", tuple(table.needs))
            return []
        used = files[0] if files else f"{table.name}.csv"
        self.faults += [fault("table-two-files", file=each, used=used) for each in files[1:]]
        try:
            self.rows[table.name] = read(self._bytes(used), used, table.name)
        except SsiError as error:
            self.faults += error.faults
            return []
        values, faults = values_of(table, self.rows[table.name], money)
        self.faults += faults
        return values

    def _bytes(self, name: str) -> bytes:
        path = self.folder / name
        if not path.is_file():
            raise SsiError(fault("file-missing", file=name))
        data = path.read_bytes()
        self.hashes[name] = hashlib.sha256(data).hexdigest()
        return data

    def in_order(self) -> tuple[Fault, ...]:
        return _in_order(self.faults, [SETTINGS, *(table.name for table in TABLES)])


def _in_order(faults: Iterable[Fault], files: list[str]) -> tuple[Fault, ...]:
    def key(each: Fault) -> tuple[int, int, int]:
        file = each.where.file if each.where.file in files else each.where.file.rpartition(".")[0]
        return (files.index(file) if file in files else -1, each.where.line or 0, each.where.column or 0)

    return tuple(sorted(faults, key=key))
