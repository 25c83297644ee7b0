"""The gallery of stores that cannot be used: each has one code, exit status 3, and is left as it was."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ssi.catalogue import CATALOGUE
from ssi.errors import StoreUnusable
from ssi.store import failures, open_store
from ssi.store.failures import plain_failures
from tests.disks import SmallDisk
from tests.store.values import NOON, decision, opened, sheet_

Open = Callable[[Path], object]
WAYS: dict[str, Open] = {
    "to write": lambda path: open_store(path, patience=0.05).close(),
    "to read": lambda path: open_store(path, read_only=True, patience=0.05).close(),
    "to make": lambda path: open_store(path, create=True, patience=0.05).close(),
}


@pytest.fixture(params=sorted(WAYS))
def way(request: pytest.FixtureRequest) -> Open:
    return WAYS[request.param]


def refused(code: str, act: Callable[[], object]) -> StoreUnusable:
    """`act` finds the store unusable for this one reason, in words that can be shown."""
    with pytest.raises(StoreUnusable) as error:
        act()
    assert [each.code for each in error.value.faults] == [code]
    assert error.value.exit_status == 3
    for each in error.value.faults:
        assert each.message and each.advice and each.where.file
    return error.value


def left_alone(code: str, way: Open, path: Path) -> StoreUnusable:
    """Refused, with the folder's files and their bytes as before."""
    before = {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    error = refused(code, lambda: way(path))
    assert {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before
    return error


def filled(path: Path) -> Path:
    """A store of a few dozen pages."""
    with open_store(path, create=True) as store:
        opened(store)
        for number in range(100):
            store.append_entry("R1", "S01", "A1", f"{number} {'x' * 500}", NOON)
        store.seal([sheet_([number]) for number in range(50)], NOON, [decision("revise")])
    return path


# ── nothing there, or not a store ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("way", ["to write", "to read"])
def test_a_missing_store_is_not_made(path: Path, way: str) -> None:
    left_alone("store-missing", WAYS[way], path)
    assert not path.exists()


def test_a_store_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused("store-no-folder", lambda: open_store(tmp_path / "no" / "scores.db", create=True))
    assert list(tmp_path.iterdir()) == []


def test_reading_never_makes_a_store(path: Path) -> None:
    left_alone("store-missing", lambda path: open_store(path, create=True, read_only=True), path)


@pytest.mark.parametrize(
    "content",
    [
        b"round,shelter\nR1,S01\n",
        b"\xef\xbb\xbf[[scale]]" * 3000,
        b"SQLite format 3\x00",
        b"\x00" * 4096,
        b"PK\x03\x04",
    ],
    ids=["csv", "long text", "only the head", "zeros", "zip"],
)
def test_a_file_of_another_kind_is_left_alone(path: Path, way: Open, content: bytes) -> None:
    path.write_bytes(content)
    left_alone("store-not-ours", way, path)


def test_a_database_of_another_program_is_left_alone(path: Path, way: Open) -> None:
    other = sqlite3.connect(path)
    other.executescript("PRAGMA journal_mode = WAL; CREATE TABLE sheet (hash TEXT); PRAGMA user_version = 1")
    other.close()
    left_alone("store-not-ours", way, path)


def test_a_folder_is_not_a_store(path: Path, way: Open) -> None:
    path.mkdir()
    left_alone("store-not-ours", way, path)


@pytest.mark.parametrize("way", ["to write", "to read"])
def test_an_empty_file_is_not_a_store(path: Path, way: str) -> None:
    path.touch()
    left_alone("store-not-ours", WAYS[way], path)


def test_a_making_that_was_cut_off_is_carried_on(path: Path) -> None:
    """A process killed between making the file and its tables leaves it empty."""
    path.touch(mode=0o600)
    with open_store(path, create=True) as store:
        opened(store)
        assert len(store.rounds()) == 1


def test_making_a_store_that_is_there_opens_it(path: Path) -> None:
    filled(path)
    with open_store(path, create=True) as store:
        assert len(store.all_sheets()) == 50


# ── another form ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_store_of_a_newer_version_is_left_alone(path: Path, way: Open) -> None:
    filled(path)
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA user_version = 99")
    plain.close()
    error = left_alone("store-newer", way, path)
    assert "form 99" in error.faults[0].message


def test_a_newer_form_that_is_still_in_the_log_is_seen(path: Path, way: Open) -> None:
    filled(path)
    newer = sqlite3.connect(path, isolation_level=None)
    newer.execute("PRAGMA user_version = 99")
    refused("store-newer", lambda: way(path))
    newer.close()


def test_an_older_store_cannot_be_brought_up_to_date_by_a_reader(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    monkeypatch.setattr("ssi.store.opening.MIGRATIONS", (("",), ("",)))
    left_alone("store-older", WAYS["to read"], path)


def test_a_sqlite_that_is_too_old_is_named(path: Path, way: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 31, 1))
    left_alone("store-sqlite-old", way, path)


# ── damage ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kept", [100, 511, 512, 4095, 4096, 4097, 20_000, 40_960, -4096, -1])
def test_a_store_that_was_cut_short_is_left_alone(path: Path, way: Open, kept: int) -> None:
    whole = filled(path).read_bytes()
    path.write_bytes(whole[:kept])
    left_alone("store-damaged", way, path)


def test_a_store_whose_pages_were_overwritten_is_named_when_they_are_read(path: Path) -> None:
    whole = filled(path).read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with open_store(path, read_only=True) as store:
        refused("store-damaged", store.rounds)
        refused("store-damaged", store.all_sheets)
        refused("store-damaged", lambda: store.entries("R1", "S01", "A1"))
        refused("store-damaged", store.check_integrity)


def test_damage_that_leaves_the_file_readable_is_told_in_sentences(path: Path) -> None:
    plain = sqlite3.connect(filled(path), isolation_level=None)
    plain.executescript("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'entry_of_sheet'")
    plain.close()
    with open_store(path, read_only=True) as store:
        sentences = store.check_integrity()
    assert sentences
    assert all(each.startswith("The file is damaged: ") for each in sentences)


@pytest.mark.parametrize(
    ("change", "read"),
    [
        ("UPDATE sheet SET levels = '[2,'", "sheets"),
        ("UPDATE sheet SET levels = CAST(x'ff' AS TEXT)", "sheets"),
        ('UPDATE round SET chain = \'[["a","xyz"]]\'', "round"),
        ("UPDATE round SET shelters = '[{\"shelter\":1}]'", "round"),
        ("UPDATE decision SET body = ''", "decisions"),
    ],
)
def test_a_stored_text_that_cannot_be_read_back_is_damage(path: Path, change: str, read: str) -> None:
    filled(path)
    plain = sqlite3.connect(path)
    plain.execute(change)
    plain.commit()
    plain.close()
    with open_store(path, read_only=True) as store:
        refused("store-damaged", lambda: getattr(store, read)("R1"))


def test_a_store_with_an_unfinished_log_is_mended_even_where_the_file_alone_is_short(path: Path) -> None:
    """A writer killed while SQLite moved its log into the file leaves a short file and a whole log."""
    with open_store(path, create=True) as store:
        opened(store)
        size = path.stat().st_size
        store.seal([sheet_([number], notes=f'{{"reason":"{"x" * 900}"}}') for number in range(60)], NOON)
        log = path.with_name("scores.db-wal").read_bytes()
    whole = path.read_bytes()
    path.write_bytes(whole[:size] + whole[size : size + 1000])
    path.with_name("scores.db-wal").write_bytes(log)
    with open_store(path) as store:
        assert len(store.all_sheets()) == 60
        assert store.check_integrity() == ()


# ── no writing, no room, no turn ─────────────────────────────────────────────────────────────────────────────────


def test_a_disk_for_reading_only_can_be_read_and_not_written(small_disk: SmallDisk) -> None:
    path = small_disk.path / "scores.db"
    with open_store(path, create=True) as store:
        opened(store)
        store.seal([sheet_()], NOON)
    small_disk.only_for_reading()
    left_alone("store-read-only", WAYS["to write"], path)
    left_alone("store-read-only", WAYS["to make"], path)
    left_alone("store-read-only", WAYS["to make"], small_disk.path / "new.db")
    with open_store(path, read_only=True) as store:
        assert store.sheets("R1") == (sheet_(),)
        refused("store-read-only", lambda: store.seal([sheet_()], NOON))
        refused("store-read-only", lambda: store.claim("R1", "S01", "A1").__enter__())


def test_a_log_on_a_disk_for_reading_only_is_read_too(small_disk: SmallDisk) -> None:
    """The stick was pulled out while a sheet was typed, and is now read with its switch set."""
    path = small_disk.path / "scores.db"
    with open_store(path, create=True) as store:
        opened(store)
        for each in list(small_disk.path.iterdir()):
            shutil.copy(each, each.with_name(f"copy-{each.name}"))
    small_disk.only_for_reading()
    with open_store(small_disk.path / "copy-scores.db", read_only=True) as store:
        assert [each.id for each in store.rounds()] == ["R1"]


def test_a_store_opened_for_reading_writes_nothing(path: Path) -> None:
    filled(path)
    with open_store(path, read_only=True) as store:
        refused("store-read-only", lambda: store.append_entry("R1", "S01", "A1", "SAF-01 2", NOON))
        refused("store-read-only", lambda: store.decide(decision("preview")))


def test_a_full_disk_loses_nothing_that_was_saved_and_keeps_nothing_half(small_disk: SmallDisk) -> None:
    path = small_disk.path / "scores.db"
    saved: list[int] = []

    def type_on() -> None:
        while True:
            saved.append(store.append_entry("R1", "S01", "A1", "x" * 3000, NOON))

    with open_store(path, create=True) as store:
        opened(store)
        refused("store-full", type_on)
        assert len(saved) > 20
        refused("store-full", lambda: store.seal([sheet_([n], notes="y" * 900) for n in range(90)], NOON))
        assert [seq for seq, _ in store.entries("R1", "S01", "A1")] == saved
        assert store.all_sheets() == ()
    with open_store(path, read_only=True) as store:
        assert [seq for seq, _ in store.entries("R1", "S01", "A1")] == saved
        assert store.check_integrity() == ()


def test_a_store_for_which_there_is_no_room_is_not_made(small_disk: SmallDisk) -> None:
    small_disk.fill(leave=32 * 1024)
    refused("store-full", lambda: open_store(small_disk.path / "scores.db", create=True))
    assert [each.name for each in small_disk.path.iterdir()] == ["video"]


def test_a_store_that_may_not_grow_is_full(path: Path) -> None:
    """The same without a disk of its own: SQLite is told how many pages there are."""
    filled(path)
    with open_store(path) as store:
        store._connection.execute(f"PRAGMA max_page_count = {path.stat().st_size // 4096}")
        refused("store-full", lambda: store.seal([sheet_([n], notes="y" * 900) for n in range(90)], NOON))
        assert len(store.all_sheets()) == 50
        assert not store._connection.in_transaction
        assert store.decisions("R1", "preview") == ()


def test_a_store_that_another_program_keeps_busy_is_named_and_works_again_after(path: Path) -> None:
    filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(path, patience=0.05) as store:
        refused("store-locked", lambda: store.append_entry("R1", "S01", "A1", "SAF-01 2", NOON))
        refused("store-locked", lambda: store.seal([sheet_([3])], NOON))
        assert len(store.rounds()) == 1  # reading needs no turn
        other.execute("ROLLBACK")
        assert store.append_entry("R1", "S01", "A1", "SAF-01 2", NOON) == 101
    other.close()


def test_a_file_that_may_not_be_read_is_named(path: Path) -> None:
    """Root may read everything; a lock file that is a folder cannot be opened by anybody."""
    with open_store(path, create=True) as store:
        with store.claim("R1", "S01", "A1"):
            (lock,) = path.with_name("scores.db.locks").iterdir()
        lock.unlink()
        lock.mkdir()
        refused("store-unreadable", lambda: store.claim("R1", "S01", "A1").__enter__())


# ── the words ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_code_of_the_store_has_its_place_in_this_gallery() -> None:
    room = Path(failures.__file__).parent
    codes = {code for file in room.glob("*.py") for code in re.findall(r'"(store-[a-z-]+)"', file.read_text())}
    shown = {code for code in codes if f'"{code}"' in Path(__file__).read_text()}
    assert len(codes) == 11
    assert codes == shown == codes & CATALOGUE.keys()


def test_a_mistake_of_ours_is_not_taken_for_an_unusable_store(path: Path) -> None:
    with open_store(path, create=True) as store:
        pass
    with pytest.raises(sqlite3.ProgrammingError):
        store.rounds()
    with pytest.raises(sqlite3.OperationalError, match="syntax"), plain_failures(path):
        sqlite3.connect(":memory:").execute("SELEKT")
