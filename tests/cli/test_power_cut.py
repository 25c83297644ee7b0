"""A simulated power cut: the system calls of a recording are traced and replayed on copies of the store up to a moment.
What was written and not yet waited for is dropped, kept, or torn at 512 bytes; then the copy is opened with `ssi`.

SSI_CUTS = how often (300 in the suite). `pytest -s` prints the figures. A trial that takes no wait for the disk into
account shows that the same replay finds losses where there are some.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ssi.errors import StoreUnusable
from ssi.store import open_store
from tests.cli.visiting import IDS, Office, office

pytestmark = pytest.mark.skipif(sys.platform == "win32" or shutil.which("strace") is None, reason="there is no strace")
CUTS = int(os.environ.get("SSI_CUTS", "300"))
LINES = 600  # enough for the log to be copied into the store in between
SECTOR = 512
CALLS = "openat,close,write,pwrite64,fdatasync,fsync,ftruncate,rename,unlink"
CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")


@dataclass
class File:
    """What the disk holds for certain, and what was done since: (offset, bytes), or a length it was cut to."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes] | int] = field(default_factory=list)
    gone: bool = False  # taken away, perhaps not yet on the disk

    def wait(self) -> None:
        for each in self.since:
            _apply(self.sure, each)
        self.since = []

    def after_the_cut(self, dice: random.Random) -> bytes | None:
        """What is found when the power is back; None where there is no file."""
        if self.gone and dice.random() < 0.5:
            return None
        found = bytearray(self.sure)
        luck = dice.choice((0.0, 0.5, 1.0))  # all dropped, torn, all kept
        for each in self.since:
            if isinstance(each, int):
                if dice.random() < luck:
                    _apply(found, each)
                continue
            for sector in _sectors(*each):
                if dice.random() < luck:
                    _apply(found, sector)
        return bytes(found)


def _apply(content: bytearray, done: tuple[int, bytes] | int) -> None:
    if isinstance(done, int):
        del content[done:]
        content.extend(bytes(done - len(content)))
        return
    start, data = done
    content.extend(bytes(max(0, start - len(content))))
    content[start : start + len(data)] = data


def _sectors(start: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    at = start
    while at < start + len(data):
        end = min(start + len(data), (at // SECTOR + 1) * SECTOR)
        yield at, data[at - start : end - start]
        at = end


@dataclass(frozen=True)
class Call:
    name: str
    words: list[str]
    result: int

    @property
    def texts(self) -> list[bytes]:
        return [
            bytes.fromhex(each.replace("\\x", ""))
            for each in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', " ".join(self.words))
        ]


def calls(trace: Path) -> Iterator[Call]:
    for line in trace.read_text().splitlines():
        found = CALL.match(line)
        if found and int(found[3]) >= 0:
            yield Call(found[1], found[2].split(", "), int(found[3]))


def recorded(here: Office, trace: Path) -> list[Call]:
    """The calls of a sitting at which the lines were typed."""
    command = here.program("record S01 --as A02 --ready")
    strace = ["strace", "-f", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(trace)]
    command["args"] = [*strace, *command["args"]]
    typed = "".join(f"{IDS[each % len(IDS)]} {each % 3} /o note ខ្មែរ {each}\n" for each in range(LINES))
    done = subprocess.run(**command, input=typed.encode(), capture_output=True, timeout=60, check=False)
    if done.stdout.count(b"\nsaved ") != LINES:
        pytest.skip("strace may not be used here")
    return list(calls(trace))


@dataclass
class Disk:
    """The store's files while the calls are replayed. `saved` counts what was acknowledged so far."""

    files: dict[str, File]
    honest: bool = True
    saved: int = 0
    opened: dict[str, str] = field(default_factory=dict)  # file descriptor → name

    def do(self, call: Call) -> None:
        file = self.files.get(self.opened.get(call.words[0], ""))
        match call.name:
            case "openat":
                name = Path(call.texts[0].decode()).name
                self.opened[str(call.result)] = name
                if name.startswith("scores.db") and not name.endswith("-shm") and "O_RDWR" in call.words[2]:
                    self.files.setdefault(name, File()).gone = False
            case "close":
                self.opened.pop(call.words[0], None)
            case "unlink":
                name = Path(call.texts[0].decode()).name
                if name in self.files:
                    self.files[name].gone = True
            case "write" if call.words[0] == "1":
                self.saved += call.texts[0].startswith(b"saved ")
            case _ if file:
                self._change(call, file)

    def _change(self, call: Call, file: File) -> None:
        if call.name == "pwrite64":
            file.since.append((int(call.words[-1]), call.texts[0]))
        elif call.name == "ftruncate":
            file.since.append(int(call.words[-1]))
        elif call.name in ("fdatasync", "fsync"):
            if self.honest:
                file.wait()
        else:
            raise AssertionError(f"a call that the replay does not know: {call.name}")


def journal_after_the_cut(disk: Disk, place: Path, dice: random.Random) -> list[str] | None:
    """What the store says when the power is back; None where it cannot be used."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, file in disk.files.items():
        content = file.after_the_cut(dice)
        if content is not None:
            (place / name).write_bytes(content)
    try:
        with open_store(place / "scores.db") as store:
            assert store.check_integrity() == () or not disk.honest
            return [text for _, text in store.entries("R1", "S01", "A02")]
    except StoreUnusable:
        return None


def cut(sitting: "Sitting", place: Path, count: int, *, honest: bool) -> int:
    """Cut the power at so many moments; how often something acknowledged was lost, or the store could not be used."""
    dice, lost = random.Random(20260305), 0
    moments = sorted(dice.sample(range(len(sitting.calls)), min(count, len(sitting.calls))))
    disk, at = Disk({"scores.db": File(bytearray(sitting.start))}, honest), 0
    for moment in moments:
        for call in sitting.calls[at:moment]:
            disk.do(call)
        at = moment
        texts = journal_after_the_cut(disk, place, dice)
        numbers = [int(found[1]) for each in texts or () if (found := re.search(r'ខ្មែរ (\d+)"', each))]
        whole = texts is not None and numbers == list(range(len(numbers)))
        lost += not whole or not disk.saved <= len(numbers) <= disk.saved + 1
    return lost


@dataclass(frozen=True)
class Sitting:
    here: Office
    start: bytes  # the store before it
    calls: list[Call]


@pytest.fixture(scope="module")
def sitting(tmp_path_factory: pytest.TempPathFactory) -> Sitting:
    folder = tmp_path_factory.mktemp("power")
    here = office(folder / "programme")
    here.record("q")
    start = (here.folder / "scores.db").read_bytes()
    return Sitting(here, start, recorded(here, folder / "trace"))


def test_no_acknowledged_score_is_lost_when_the_power_goes(sitting: Sitting, tmp_path: Path) -> None:
    lost = cut(sitting, tmp_path / "cut", CUTS, honest=True)
    print(f"\n{min(CUTS, len(sitting.calls))} power cuts in {len(sitting.calls)} calls, {lost} with a loss")
    assert lost == 0


def test_the_replay_finds_a_loss_where_nobody_waits_for_the_disk(sitting: Sitting, tmp_path: Path) -> None:
    assert cut(sitting, tmp_path / "cut", 20, honest=False) > 3


def test_the_log_was_copied_into_the_store_while_it_was_typed(sitting: Sitting) -> None:
    """Else the cuts above would not have met that moment."""
    disk, copied = Disk({"scores.db": File()}), 0
    for call in sitting.calls:
        disk.do(call)
        if call.name == "pwrite64" and disk.opened.get(call.words[0]) == "scores.db" and 0 < disk.saved < LINES:
            copied += 1
    assert copied > 0


def test_the_sheet_is_resumed_after_a_cut(sitting: Sitting, tmp_path: Path) -> None:
    disk = Disk({"scores.db": File(bytearray(sitting.start))})
    for call in sitting.calls[: len(sitting.calls) // 2]:
        disk.do(call)
    again = Office(tmp_path / "again")
    shutil.copytree(sitting.here.folder, again.folder, ignore=shutil.ignore_patterns("scores.db*"))
    journal_after_the_cut(disk, tmp_path / "cut", random.Random(1))
    shutil.copytree(tmp_path / "cut", again.folder, dirs_exist_ok=True)
    said = again.record("SAF-01 2 note after the cut", "done")
    assert "6 of 6 scored" in said.out
    assert "sealed S01 A02" in said.out
    assert again.ssi("verify").status == 0
