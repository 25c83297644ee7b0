"""One visit walked through in tmux, in a shell as a person has it: type, back, a note in Khmer, find, a sudden death,
resume, seal, agree."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.visiting import Office, office
from tests.running import environment

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or not all(map(shutil.which, ("tmux", "bash"))), reason="there is no tmux or no bash"
)
NOTE = "ទ្វារខូច"


@dataclass(frozen=True)
class Tmux:
    socket: str
    environment: dict[str, str]

    def tmux(self, *words: str) -> str:
        command = ["tmux", "-u", "-L", self.socket, *words]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", env=self.environment, timeout=20, check=True
        )
        return done.stdout

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p", "-t", "visit").rstrip("\n")

    def type(self, text: str, *, then: str) -> str:
        """Type this and wait until the last line on the screen ends with `then`; the screen."""
        for part in text.splitlines(keepends=True):
            if part.rstrip("\n"):
                self.tmux("send-keys", "-t", "visit", "-l", part.rstrip("\n"))
            if part.endswith("\n"):
                self.tmux("send-keys", "-t", "visit", "Enter")
        end = time.monotonic() + 20
        while not (shown := self.screen()).rstrip().endswith(then.rstrip()):
            assert time.monotonic() < end, f"no {then!r} at the end of\n{shown}"
            time.sleep(0.02)
        return shown

    def kill_what_runs(self) -> None:
        shell = self.tmux("display-message", "-p", "-t", "visit", "#{pane_pid}").strip()
        (child,) = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
        os.kill(int(child), 9)


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


@pytest.fixture
def laptop(here: Office) -> Iterator[Tmux]:
    """A shell of 80 by 24 in the programme's folder, with `ssi` at hand."""
    tools = here.folder.parent / "tools"
    tools.mkdir()
    (tools / "ssi").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ssi "$@"\n')
    (tools / "ssi").chmod(0o755)
    surroundings = environment(PATH=f"{tools}:{os.environ['PATH']}", PS1="home$ ", PYTHONUTF8="1", LC_ALL="C.UTF-8")
    for name in ("TMUX", "SSI_LANG", "SSI_PROGRAMME", "NO_COLOR"):
        surroundings.pop(name, None)
    made = Tmux(f"ssi-test-{os.getpid()}", surroundings)
    shell = ["bash", "--norc", "--noprofile"]
    made.tmux(
        "-f", os.devnull, "new-session", "-d", "-s", "visit", "-x", "80", "-y", "24", "-c", str(here.folder), *shell
    )
    try:
        yield made
    finally:
        made.tmux("kill-server")


def test_a_visit_from_the_first_key_to_what_the_team_agrees(here: Office, laptop: Tmux) -> None:
    here.record("2", "2", "2", "2", "2", "2", "interviews 9 6 3", "done", who="A03")
    laptop.type("", then="home$")
    shown = laptop.type("ssi record S01 --as A02\n", then=":")
    assert "Is all of it done?" in shown
    shown = laptop.type("y\n", then="A02>")
    assert "\nSAF-01  [0/6]  critical, stop criterion, practice, not paper\n  Staff day and night\n  2 = c\n" in shown
    laptop.type("1", then="SAF-02  SAF 1/3  all 1/6  S01 R1 A02>")
    laptop.type("b", then="SAF-01  SAF 1/3  all 1/6  S01 R1 A02>")
    laptop.type(f"e{NOTE}\n", then="SAF-02  SAF 1/3  all 1/6  S01 R1 A02>")
    laptop.type("/rules\n", then="RGT-02  RGT 0/2  all 1/6  S01 R1 A02>")
    laptop.type("0", then="CHD-01  CHD 0/1  all 2/6  S01 R1 A02>")
    laptop.kill_what_runs()
    laptop.type("", then="home$")
    assert here.scores() == {"SAF-01": 1, "RGT-02": 0}
    assert here.entry("SAF-01")["note"] == NOTE

    shown = laptop.type("ssi record S01 --as A02\n", then="SAF-02  SAF 1/3  all 2/6  S01 R1 A02>")
    assert "2 of 6 scored" in shown
    assert NOTE.encode() in laptop.type("b", then="SAF-01  SAF 1/3  all 2/6  S01 R1 A02>").encode()
    laptop.type("g CHD-01\n222", then="RGT-01  RGT 1/2  all 5/6  S01 R1 A02>")
    assert "They will count" not in laptop.type("2", then="done?  all 6/6  S01 R1 A02>")
    laptop.type("f", then="done?  all 6/6  S01 R1 A02>")
    assert "sealed S01 A02" in laptop.type("f", then="home$")

    shown = laptop.type("ssi agree S01\n", then="SAF-01  SAF 0/1  all 0/2  S01 R1 agreed>")
    assert f"  given: 1 2\n    1 {NOTE}\nSAF-01" in shown
    laptop.type("1", then="RGT-02  RGT 0/1  all 1/2  S01 R1 agreed>")
    laptop.type("2", then="done?  all 2/2  S01 R1 agreed>")
    shown = laptop.type("f", then="home$")
    assert "Written: " in shown
    assert here.scores("agreed") == {"SAF-01": 1, "RGT-02": 2}
