"""A process that is killed while typing loses nothing that it acknowledged, and holds nothing any more."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ssi.errors import SsiError
from ssi.store import open_store
from tests.store.values import opened

KILLS = 20

TYPING = """
import sys
from pathlib import Path
from ssi.store import open_store
with open_store(Path(sys.argv[1])) as store, store.claim("R1", "S01", "A1"):
    for number in range(100000):
        seq = store.append_entry("R1", "S01", "A1", f"{sys.argv[2]} {number}", "now")
        sys.stdout.write(f"{seq} {sys.argv[2]} {number}\\n")
        sys.stdout.flush()
"""


def typist(path: Path, run: int) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", TYPING, str(path), str(run)], stdout=subprocess.PIPE, text=True)


def acknowledged_until_killed(path: Path, run: int, seconds: float) -> list[str]:
    """The whole lines that the typist wrote before it was killed, `seconds` after the first."""
    with typist(path, run) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    return [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_acknowledged_is_lost_when_the_typist_is_killed(path: Path) -> None:
    """One file through all the kills; each typist has to get the claim that the one before died with."""
    with open_store(path, create=True) as store:
        opened(store)
    dice = random.Random(20260301)
    acknowledged: list[str] = []
    for run in range(KILLS):
        acknowledged += acknowledged_until_killed(path, run, dice.uniform(0, 0.06))
    with open_store(path, read_only=True) as store:
        kept = {f"{seq} {body}\n" for seq, body in store.entries("R1", "S01", "A1")}
        assert store.check_integrity() == ()
    assert len(acknowledged) > KILLS
    assert [line for line in acknowledged if line not in kept] == []
    assert len(kept) - len(acknowledged) <= KILLS  # at most the one that was on its way


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_another_process_cannot_type_the_same_sheet_until_the_first_dies(path: Path) -> None:
    with open_store(path, create=True) as store:
        opened(store)
        with typist(path, 1) as child:
            assert child.stdout is not None
            child.stdout.readline()
            with pytest.raises(SsiError) as error, store.claim("R1", "S01", "A1"):
                pass
            assert [each.code for each in error.value.faults] == ["sheet-in-use"]
            assert "A1 at S01 in round R1" in error.value.faults[0].message
            with store.claim("R1", "S01", "A2"):
                child.send_signal(signal.SIGKILL)
            child.stdout.read()
        with store.claim("R1", "S01", "A1"):
            pass
