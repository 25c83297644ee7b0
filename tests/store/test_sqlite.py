"""What only the SQLite store promises: append-only in fact, one flush a score, private files, reading while writing."""

import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ssi.store import open_store
from ssi.store import statements as sql
from tests.store.values import NOON, decision, opened, sheet_

TABLES = {"round", "entry", "sheet", "decision", "result", "proposal"}


def test_no_statement_alters_or_takes_away() -> None:
    folder = Path(sql.__file__).parent
    words = re.compile(r"\b(UPDATE|DELETE|REPLACE|TRUNCATE|DROP|ALTER)\b")
    assert {path.name: words.findall(path.read_text()) for path in folder.glob("*.py")} == {
        path.name: [] for path in folder.glob("*.py")
    }


def test_no_method_alters_or_takes_away(path: Path) -> None:
    """SQLite itself is asked about each thing that a method is about to do."""
    done: set[tuple[int, str | None]] = set()

    def watch(action: int, table: str | None, *_: str | None) -> int:
        done.add((action, table))
        return sqlite3.SQLITE_OK

    with open_store(path, create=True) as store:
        store._connection.set_authorizer(watch)
        opened(store)
        store.append_entry("R1", "S01", "A1", "SAF-01 2", NOON)
        store.seal([sheet_(), sheet_([1], replaces=sheet_().hash)], NOON, [decision("revise")])
        store.seal([sheet_()], NOON)
        store.decide(decision("update"))
        store.close_round("R1", "{}", "rule", decision("close"))
        store.adopt("aa", "R1", "{}", decision("adopt"))
        store.adopt("aa", "R1", "{}", decision("adopt"))
        store.rounds(), store.sheets("R1"), store.check_integrity()
    changed = {table for action, table in done if action in (sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)}
    assert changed == set()
    assert {table for action, table in done if action == sqlite3.SQLITE_INSERT} == TABLES


def test_the_tables_are_strict_and_the_file_is_marked(path: Path) -> None:
    open_store(path, create=True).close()
    plain = sqlite3.connect(path)
    strict = plain.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
    )
    assert dict(strict.fetchall()) == dict.fromkeys(TABLES, 1)
    assert plain.execute("PRAGMA application_id").fetchall() == [(0x73736931,)]
    assert plain.execute("PRAGMA user_version").fetchall() == [(len(sql.MIGRATIONS),)]
    assert plain.execute("PRAGMA journal_mode").fetchall() == [("wal",)]
    plain.close()


def test_files_are_for_their_owner_only(path: Path) -> None:
    with open_store(path, create=True) as store:
        opened(store)
        with store.claim("R1", "S01", "A1"):
            files = [each for each in path.parent.rglob("*") if each.is_file()]
            assert len(files) == 4  # the store, its log, its shared memory, one lock
            assert {oct(stat.S_IMODE(each.stat().st_mode)) for each in files} == {"0o600"}
    assert [each.name for each in sorted(path.parent.iterdir())] == ["scores.db", "scores.db.locks"]


def test_the_plan_of_reading_a_round_never_scans_a_table_twice(path: Path) -> None:
    """Without its index, finding the current sheets of a nation would take the square of their number."""
    with open_store(path, create=True) as store:
        plan = store._connection.execute(f"EXPLAIN QUERY PLAN {sql.CURRENT_SHEETS}", ("R1",)).fetchall()
    steps = [text for *_, text in plan]
    assert not [each for each in steps if each.startswith("SCAN")], steps


def test_a_reader_sees_what_is_finished_while_a_writer_is_at_work(path: Path) -> None:
    with open_store(path, create=True) as writer:
        opened(writer)
        with open_store(path, read_only=True) as reader:
            writer.append_entry("R1", "S01", "A1", "one", NOON)
            assert [body for _, body in reader.entries("R1", "S01", "A1")] == ["one"]
            with writer._writing():
                writer._connection.execute(sql.ADD_ENTRY, ("R1", "S01", "A1", NOON, "two")).fetchall()
                assert [body for _, body in reader.entries("R1", "S01", "A1")] == ["one"]
            assert [body for _, body in reader.entries("R1", "S01", "A1")] == ["one", "two"]


def test_reading_leaves_the_file_and_the_folder_as_they_were(path: Path) -> None:
    with open_store(path, create=True) as store:
        opened(store)
        store.seal([sheet_()], NOON)
    before = path.read_bytes()
    with open_store(path, read_only=True) as store:
        assert store.sheets("R1") == (sheet_(),)
        assert store.check_integrity() == ()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_what_fails_half_way_is_not_there(path: Path) -> None:
    with open_store(path, create=True) as store:
        opened(store)
        store._connection.set_authorizer(
            lambda action, table, *_: (
                sqlite3.SQLITE_DENY if (action, table) == (sqlite3.SQLITE_INSERT, "decision") else sqlite3.SQLITE_OK
            )
        )
        with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
            store.seal([sheet_()], NOON, [decision("revise")])
        store._connection.set_authorizer(None)
        assert store.all_sheets() == ()
        store.seal([sheet_()], NOON)
        assert store.all_sheets() == (sheet_(),)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("levels", "[2,null,0]"),
        ("levels", "[2,null"),
        ("levels", "7"),
        ("notes", '{"reason":"x"}'),
        ("shelter", "S02"),
        ("assessor", "A2"),
        ("round", "R2"),
        ("programme", "other"),
        ("standard_sha256", "0"),
    ],
)
def test_a_sheet_that_was_tampered_with_is_named(path: Path, column: str, value: str) -> None:
    with open_store(path, create=True) as store:
        opened(store, "R1", "R2")
        store.seal([sheet_(), sheet_(assessor="A9")], NOON)
    plain = sqlite3.connect(path)
    plain.execute(f"UPDATE sheet SET {column} = ? WHERE hash = ?", (value, sheet_().hash))
    plain.commit()
    plain.close()
    with open_store(path, read_only=True) as store:
        (sentence,) = store.check_integrity()
    assert sheet_().hash[:12] in sentence
    assert "is not as it was sealed" in sentence


def test_an_older_store_is_brought_up_to_date_by_a_writer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path, create=True) as store:
        opened(store)
    newer = (*sql.MIGRATIONS, ("CREATE TABLE more (text TEXT NOT NULL) STRICT",))
    monkeypatch.setattr("ssi.store.opening.MIGRATIONS", newer)
    with open_store(path) as store:
        assert store._connection.execute("PRAGMA user_version").fetchall() == [(2,)]
        assert store._connection.execute("SELECT count(*) FROM more").fetchall() == [(0,)]
        assert len(store.rounds()) == 1


def test_a_step_that_fails_leaves_the_older_store_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path, create=True) as store:
        opened(store)
    before = path.read_bytes()
    broken = (*sql.MIGRATIONS, ("CREATE TABLE more (text TEXT NOT NULL) STRICT", "CREATE TABLE more (x TEXT)"))
    monkeypatch.setattr("ssi.store.opening.MIGRATIONS", broken)
    with pytest.raises(sqlite3.OperationalError, match="more already exists"):
        open_store(path)
    assert path.read_bytes() == before


TYPING = """
import os, sys
from pathlib import Path
from ssi.store import open_store
with open_store(Path(sys.argv[1])) as store:
    for number in range(40):
        seq = store.append_entry("R1", "S01", "A1", "SAF-01 2", "now")
        os.write(1, f"{seq}".encode())
    os._exit(0)  # no closing: only what appending itself does is counted
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_each_entry_is_flushed_once_and_before_it_is_acknowledged(path: Path) -> None:
    """synchronous=FULL, not NORMAL: killing a process cannot tell them apart, a power cut can. The first entry also
    flushes the new log's header and its folder."""
    with open_store(path, create=True) as store:
        opened(store)
    trace = path.with_name("trace")
    watched = ["strace", "-f", "-o", str(trace), "-e", "trace=fdatasync,fsync,write"]
    subprocess.run(
        [*watched, sys.executable, "-c", TYPING, str(path)], check=True, timeout=60, stdout=subprocess.DEVNULL
    )
    calls = re.findall(r"^\d+ +(?:(f(?:data)?sync)\(|write\(1,)", trace.read_text(), re.MULTILINE)
    assert ["flush" if call else "saved" for call in calls] == ["flush", "flush", *["flush", "saved"] * 40]
