"""`ssi record` killed with -9 while lines or keys pour in: whatever was answered `saved` is there when it is run again.

SSI_KILLS = how often (10 in the suite). `pytest -s` prints the figures.
"""

import json
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

from tests.cli.terminal import sitting
from tests.cli.visiting import IDS, Office, office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
KILLS = int(os.environ.get("SSI_KILLS", "10"))
RECORD = "record S01 --as A02 --ready"
LINES = 400  # for each run; more than it gets through
KEYED = 60  # scores with a note for each run, as many as a terminal takes ahead


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


# ── single keys ──────────────────────────────────────────────────────────────────────────────────────────────────────


def keys(number: int) -> str:
    """A score and a note for it, each answered `saved`: two entries of the journal."""
    return f"g{IDS[number % len(IDS)]}\n{number % 3}e ខ្មែរ {number}\n"


def pressed_and_killed(here: Office, first: int, dice: random.Random) -> list[tuple[str, int]]:
    """Press these keys and kill at a random moment; what was answered `saved`, in order."""
    with sitting(here, RECORD) as terminal:
        terminal.until("A02> ")
        os.write(terminal.master, "".join(map(keys, range(first, first + KEYED))).encode())
        time.sleep(dice.uniform(0, 0.1))
        terminal.process.send_signal(signal.SIGKILL)
        said = terminal.leave("")
    return [(id, int(level)) for id, level in re.findall(r"^saved (\S+) (\d)\n", said, re.MULTILINE)]


def scored(here: Office) -> list[tuple[str, int]]:
    texts = [json.loads(each) for each in here.journal()]
    return [(each["score"]["c"], each["score"]["s"]) for each in texts if "score" in each]


def test_nothing_that_single_keys_saved_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    here = office(tmp_path / "programme")
    dice, acknowledged, unanswered = random.Random(20260304), 0, 0
    for run in range(KILLS):
        before = scored(here)
        saved = pressed_and_killed(here, run * KEYED, dice)
        kept = scored(here)[len(before) :]
        assert kept[: len(saved)] == saved, f"lost at kill {run + 1}"
        assert len(kept) - len(saved) <= 1, "at most the one that was on its way"
        acknowledged, unanswered = acknowledged + len(saved), unanswered + len(kept) - len(saved)
    print(f"\n{KILLS} kills of single keys, {acknowledged} acknowledged, 0 lost, {unanswered} unanswered kept")
    assert acknowledged > KILLS
    left = dict(scored(here))
    assert here.scores() == left, "the sheet that resumes is what the journal says"
    assert here.ssi("verify").status == 0


# ── one wait for the disk ────────────────────────────────────────────────────────────────────────────────────────────

SYNC, SAVED, PROMPT = "d", "s", "p"


def traced(trace: Path) -> str:
    """A letter for each wait for the disk, each `saved` and each prompt that was written, in order."""
    found = ""
    for line in trace.read_text().splitlines():
        if re.search(r"f(?:data)?sync\(\d+\)\s*= 0", line):
            found += SYNC
        elif written := re.search(r'write\(1, "(.*)"', line):
            found += SAVED * written[1].startswith("saved ") + PROMPT * written[1].endswith("> ")
    return found


def strace(trace: Path) -> list[str]:
    return ["strace", "-f", "-s", "4000", "-e", "trace=fdatasync,fsync,write", "-o", str(trace)]


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace")


@needs_strace
def test_every_line_waits_for_the_disk_once_and_is_answered_after_it(tmp_path: Path) -> None:
    here = office(tmp_path / "programme")
    here.record("SAF-01 2")
    command = here.program(RECORD)
    command["args"] = [*strace(tmp_path / "trace"), *command["args"]]
    typed = "".join(map(line, range(40)))
    done = subprocess.run(**command, input=typed.encode(), capture_output=True, timeout=60, check=False)
    if done.stdout.count(b"\nsaved ") != 40:
        pytest.skip("strace may not be used here")
    first = f"{SYNC}+{SAVED}"  # begins the log of the store too
    assert re.fullmatch(f"{first}({SYNC}{SAVED}){{39}}{SYNC}*", traced(tmp_path / "trace"))


@needs_strace
def test_every_key_waits_for_the_disk_once_and_the_next_prompt_comes_after_it(tmp_path: Path) -> None:
    here = office(tmp_path / "programme")
    here.record("SAF-01 2")
    with sitting(here, RECORD, strace(tmp_path / "trace")) as terminal:
        said = terminal.leave("210en\n" * 3 + "u" * 6 + "q")
    if "saved " not in said:
        pytest.skip("strace may not be used here")
    found = traced(tmp_path / "trace")
    begin, keys = f"{PROMPT}{SYNC}+{SAVED}", found[found.index(PROMPT) :]
    assert re.match(begin, keys), "the first one begins the log of the store too"
    assert re.fullmatch(f"{begin}({PROMPT}({SYNC}{SAVED}?)?)*{SYNC}*", keys)
    acknowledged = said.count("\nsaved ") + said.count("\nundone: ")
    assert len(re.findall(f"{SYNC}{SAVED}?{PROMPT}", keys)) == acknowledged
