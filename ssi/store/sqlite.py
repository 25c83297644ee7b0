"""The store as one SQLite file: `contract.Store`, kept.

Never alters or takes away what was appended, and never answers before it is on the disk. Nothing is cached: two
processes may have the same store open, one typing and one reading. `ssi.store.opening` says how the file is opened,
`ssi.store.failures` what may be wrong with it.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from ssi.errors import SsiError, did_you_mean, fault
from ssi.model import Decision, Round, Sheet
from ssi.store import claims, statements
from ssi.store.failures import plain_failures
from ssi.store.opening import connect
from ssi.store.rows import (
    Row,
    decision_of,
    round_of,
    row_of_decision,
    row_of_round,
    row_of_sheet,
    sheet_of,
)


def open_store(path: Path, *, create: bool = False, read_only: bool = False, patience: float = 5.0) -> "SqliteStore":
    """The store at `path`, to be closed or used in a `with`; `create` makes it where there is none, `patience` is how
    many seconds a write waits for another. StoreUnusable, and no file made or changed, where it cannot be used."""
    return SqliteStore(connect(path, create=create, read_only=read_only, patience=patience), path)


class SqliteStore:
    """`contract.Store` says what each method promises."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    # ── rounds ───────────────────────────────────────────────────────────────────────────────────────────────────

    def open_round(self, round: Round, decision: Decision) -> None:
        _must_be(decision, "open", round.id)
        row, opening = row_of_round(round), row_of_decision(decision)
        with self._writing():
            if self._read(statements.HAS_ROUND, round.id):
                raise SsiError(fault("round-exists", round=round.id))
            self._connection.execute(statements.ADD_ROUND, row)
            self._connection.execute(statements.ADD_DECISION, opening)

    def rounds(self) -> tuple[Round, ...]:
        with plain_failures(self._path):
            rows = self._read(statements.ROUNDS)
            decisions = sorted(self._decisions(), key=_of_round)
            of = {id: tuple(own) for id, own in groupby(decisions, _of_round)}
            return tuple(round_of(row, of.get(row[0], ())) for row in rows)

    def round(self, id: str) -> Round:
        self._require([id])
        with plain_failures(self._path):
            (row,) = self._read(statements.ROUND, id)
            return round_of(row, self._decisions(id))

    # ── typing ───────────────────────────────────────────────────────────────────────────────────────────────────

    def append_entry(self, round: str, shelter: str, assessor: str, body: str, at: str) -> int:
        self._require([round])
        with plain_failures(self._path):
            # Read to the end: a statement that returns rows commits when its last row is taken, not before.
            ((seq,),) = self._read(statements.ADD_ENTRY, round, shelter, assessor, at, body)
            return int(seq)

    def entries(self, round: str, shelter: str, assessor: str) -> tuple[tuple[int, str], ...]:
        with plain_failures(self._path):
            return tuple(self._read(statements.ENTRIES, round, shelter, assessor))

    def started(self, round: str) -> frozenset[tuple[str, str]]:
        with plain_failures(self._path):
            return frozenset(self._read(statements.STARTED, round))

    @contextmanager
    def claim(self, round: str, shelter: str, assessor: str) -> Iterator[None]:
        with plain_failures(self._path):
            held = claims.take(claims.lock_file(self._path.resolve(), round, shelter, assessor))
        if held is None:
            raise SsiError(fault("sheet-in-use", round=round, shelter=shelter, assessor=assessor))
        try:
            yield
        finally:
            os.close(held)

    # ── sheets ───────────────────────────────────────────────────────────────────────────────────────────────────

    def seal(self, sheets: Sequence[Sheet], at: str, decisions: Sequence[Decision] = ()) -> None:
        self._require({each.round for each in sheets} | {each.round for each in decisions if each.round})
        rows = [row_of_sheet(each, at) for each in sheets]
        taken = [row_of_decision(each) for each in decisions]
        with self._writing():
            self._connection.executemany(statements.ADD_SHEET, rows)
            self._connection.executemany(statements.ADD_DECISION, taken)

    def sheets(self, round: str) -> tuple[Sheet, ...]:
        with plain_failures(self._path):
            return tuple(map(sheet_of, self._read(statements.CURRENT_SHEETS, round)))

    def all_sheets(self) -> tuple[Sheet, ...]:
        with plain_failures(self._path):
            return tuple(map(sheet_of, self._read(statements.ALL_SHEETS)))

    def sheet_times(self, round: str) -> Mapping[str, str]:
        with plain_failures(self._path):
            return dict(self._read(statements.SHEET_TIMES, round))

    def is_known(self, hash: str) -> bool:
        with plain_failures(self._path):
            return bool(self._read(statements.HAS_SHEET, hash))

    # ── decisions, results, proposals ────────────────────────────────────────────────────────────────────────────

    def decide(self, decision: Decision) -> None:
        self._require([decision.round] if decision.round else [])
        row = row_of_decision(decision)
        with self._writing():
            self._connection.execute(statements.ADD_DECISION, row)

    def decisions(self, round: str = "", kind: str = "") -> tuple[Decision, ...]:
        with plain_failures(self._path):
            return self._decisions(round, kind)

    def close_round(self, id: str, result_body: str, rule: str, decision: Decision) -> None:
        _must_be(decision, "close", id)
        self._require([id])
        row = row_of_decision(decision)
        with self._writing():
            self._connection.execute(statements.ADD_RESULT, (id, decision.at, rule, result_body))
            self._connection.execute(statements.ADD_DECISION, row)

    def results(self, round: str) -> tuple[tuple[str, str, str], ...]:
        with plain_failures(self._path):
            return tuple(self._read(statements.RESULTS, round))

    def adopt(self, sha256: str, round: str, body: str, decision: Decision) -> None:
        self._require([round])
        row = row_of_decision(decision)
        with self._writing():
            self._connection.execute(statements.ADD_PROPOSAL, (sha256, round, decision.at, body))
            self._connection.execute(statements.ADD_DECISION, row)

    def proposals(self) -> tuple[tuple[str, str], ...]:
        with plain_failures(self._path):
            return tuple(self._read(statements.PROPOSALS))

    # ── the whole store ──────────────────────────────────────────────────────────────────────────────────────────

    def check_integrity(self) -> tuple[str, ...]:
        with plain_failures(self._path):
            broken = [text for (text,) in self._read("PRAGMA integrity_check") if text != "ok"]
            if broken:
                return tuple(f"The file is damaged: {each}." for each in broken)
            return tuple(_differences(self._read(statements.ALL_SHEETS)))

    # ── inside ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _read(self, statement: str, *values: object) -> list[Row]:
        rows: list[Row] = self._connection.execute(statement, values).fetchall()
        return rows

    def _decisions(self, round: str = "", kind: str = "") -> tuple[Decision, ...]:
        return tuple(map(decision_of, self._read(statements.DECISIONS, round, round, kind, kind)))

    def _require(self, rounds: Iterable[str]) -> None:
        """Every round that is not there, as a fault each."""
        with plain_failures(self._path):
            missing = [each for each in sorted(rounds) if not self._read(statements.HAS_ROUND, each)]
            if missing:
                known = [id for (id,) in self._read(statements.ROUND_IDS)]
                raise SsiError(fault("unknown-round", round=each, hint=did_you_mean(each, known)) for each in missing)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: everything written within it, or nothing."""
        with plain_failures(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")


def _of_round(decision: Decision) -> str:
    return decision.round


def _must_be(decision: Decision, kind: str, round: str) -> None:
    if (decision.kind, decision.round) != (kind, round):
        raise ValueError(f"a decision of kind {kind} on round {round} is needed, not {decision.kind} {decision.round}")


def _differences(rows: Sequence[Row]) -> Iterator[str]:
    known: set[Any] = {row[0] for row in rows}
    for row in rows:
        hash, round, shelter, assessor, replaces, *_ = row
        name = f"The sheet of {assessor} at {shelter} in round {round} ({hash[:12]})"
        try:
            same = sheet_of(row).hash == hash
        except (ValueError, TypeError):
            same = False
        if not same:
            yield f"{name} is not as it was sealed."
        if replaces is not None and replaces not in known:
            yield f"{name} replaces a sheet that is not in the store ({replaces[:12]})."
