"""`ssi record` killed with -9 while lines pour in: whatever was answered `saved` is there when it is run again.

SSI_KILLS = how often (10 in the suite). `pytest -s` prints the figures.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.visiting import IDS, Office, office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
KILLS = int(os.environ.get("SSI_KILLS", "10"))
RECORD = "record S01 --as A02 --ready"
LINES = 400  # for each run; more than it gets through


def line(number: int) -> str:
    """The line that bears this number in its note, so that each can be told from every other."""
    return f"{IDS[number % len(IDS)]} {number % 3} /o note ខ្មែរ {number}\n"


def typed_and_killed(here: Office, first: int, dice: random.Random) -> list[int]:
    """Pour in the lines from this number on and kill at a random moment; the numbers that were answered `saved`."""
    with subprocess.Popen(
        **here.program(RECORD), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write("".join(map(line, range(first, first + LINES))).encode())
        process.stdin.flush()
        said = b""
        if dice.random() < 0.8:  # else perhaps before the first prompt
            for _ in range(dice.randrange(2, 60)):
                said += process.stdout.readline()
        time.sleep(dice.uniform(0, 0.004) if said else dice.uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
        said += process.stdout.read()
        assert process.wait() == -signal.SIGKILL
        assert process.stderr.read() == b""
    whole = [each for each in said.decode(errors="replace").splitlines(keepends=True) if each.endswith("\n")]
    return list(range(first, first + sum(each.startswith("saved ") for each in whole)))


def numbers(texts: list[str]) -> list[int]:
    return [int(found[1]) for each in texts if (found := re.search(r'ខ្មែរ (\d+)"', each))]


def test_nothing_that_was_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    here = office(tmp_path / "programme")
    dice = random.Random(20260303)
    acknowledged: list[int] = []
    for run in range(KILLS):
        saved = typed_and_killed(here, run * LINES, dice)
        acknowledged += saved
        kept = numbers(here.journal())
        assert [each for each in acknowledged if each not in kept] == [], f"lost at kill {run + 1}"
        shown = {each["criterion"]: each for each in here.shown()["entries"]}
        for number in saved:  # the sheet that resumes shows this line, or a later one for the same criterion
            entry = shown[IDS[number % len(IDS)]]
            (latest,) = numbers([f'"{entry["note"]}"'])
            assert latest >= number
            assert (entry["score"], entry["methods"]) == (latest % 3, ["observe"])
    kept = numbers(here.journal())
    print(f"\n{KILLS} kills, {len(acknowledged)} acknowledged, 0 lost, {len(kept) - len(acknowledged)} unanswered kept")
    assert len(acknowledged) > KILLS
    assert len(kept) - len(acknowledged) <= KILLS, "at most the one line that was on its way"
    resumed = here.record("list", "done", more="")
    assert resumed.answers[0] == "Every criterion has a score."
    assert "\nsealed S01 A02 " in resumed.out
    assert here.ssi("verify").status == 0


def synced(here: Office, trace: Path, first: int, count: int) -> int:
    """How often the program waits for the disk while this many scores are typed."""
    command = here.program(RECORD)
    command["args"] = ["strace", "-f", "-e", "trace=fdatasync,fsync", "-o", str(trace), *command["args"]]
    typed = "".join(map(line, range(first, first + count)))
    done = subprocess.run(**command, input=typed.encode(), capture_output=True, timeout=60, check=False)
    if done.stdout.count(b"\nsaved ") != count:
        pytest.skip("strace may not be used here")
    return len(re.findall(r"f(?:data)?sync\(\d+\)\s*= 0", trace.read_text()))


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace")
def test_every_score_waits_for_the_disk_once(tmp_path: Path) -> None:
    here = office(tmp_path / "programme")
    here.record("SAF-01 2")
    few, many = (synced(here, tmp_path / "trace", first, count) for first, count in ((0, 10), (10, 40)))
    assert many - few == 30
