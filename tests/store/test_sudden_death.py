"""A process that is killed while typing loses nothing that it acknowledged, and holds nothing any more."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ssi.errors import SsiError
from ssi.store import open_store
from tests.store.values import opened

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
KILLS = 20

# Python starts once; each typist is a fork of it, says its process id, types until it is killed, and is buried.
OFFICE = """
import os, sys
from pathlib import Path
from ssi.store import open_store

def type_on(run):
    os.write(1, f"{os.getpid()}\\n".encode())
    with open_store(Path(sys.argv[1])) as store, store.claim("R1", "S01", "A1"):
        for number in range(100000):
            seq = store.append_entry("R1", "S01", "A1", f"{run} {number}", "now")
            os.write(1, f"{seq} {run} {number}\\n".encode())

for run in sys.stdin:
    pid = os.fork()
    if pid == 0:
        type_on(run.strip())
        os._exit(1)
    _, status = os.waitpid(pid, 0)
    os.write(1, f"ended by {status}\\n".encode())
"""


class Office:
    """A process in which one typist after the other types the same sheet."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.ask, self.answers = process.stdin, process.stdout

    def start(self, run: int) -> tuple[int, str]:
        """The typist's process id and its first acknowledgement."""
        self.ask.write(f"{run}\n")
        self.ask.flush()
        return int(self.answers.readline()), self.answers.readline()

    def kill(self, pid: int) -> list[str]:
        """Every acknowledgement after the first."""
        os.kill(pid, signal.SIGKILL)
        lines = list(iter(self.answers.readline, f"ended by {signal.SIGKILL.value}\n"))
        assert "" not in lines
        return lines


@contextmanager
def office(path: Path) -> Iterator[Office]:
    command = [sys.executable, "-c", OFFICE, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Office(process)


def test_nothing_acknowledged_is_lost_when_the_typist_is_killed(path: Path) -> None:
    """One file through all the kills; each typist has to get the claim that the one before died with."""
    with open_store(path, create=True) as store:
        opened(store)
    dice = random.Random(20260301)
    acknowledged: list[str] = []
    with office(path) as typists:
        for run in range(KILLS):
            pid, first = typists.start(run)
            time.sleep(dice.uniform(0, 0.05))
            acknowledged += [first, *typists.kill(pid)]
    with open_store(path, read_only=True) as store:
        kept = {f"{seq} {body}\n" for seq, body in store.entries("R1", "S01", "A1")}
        assert store.check_integrity() == ()
    assert len(acknowledged) > KILLS
    assert [line for line in acknowledged if line not in kept] == []
    assert len(kept) - len(acknowledged) <= KILLS  # at most the one that was on its way


def test_another_process_cannot_type_the_same_sheet_until_the_first_dies(path: Path) -> None:
    with open_store(path, create=True) as store, office(path) as typists:
        opened(store)
        pid, _ = typists.start(1)
        with pytest.raises(SsiError) as error, store.claim("R1", "S01", "A1"):
            pass
        assert [each.code for each in error.value.faults] == ["sheet-in-use"]
        assert "A1 at S01 in round R1" in error.value.faults[0].message
        with store.claim("R1", "S01", "A2"):
            typists.kill(pid)
        with store.claim("R1", "S01", "A1"):
            pass
