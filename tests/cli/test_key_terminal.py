"""The single-key form through a real terminal (a pty of 80 by 24): what is typed ahead, split, cut off; what is shown;
how the terminal is left. What each key does: test_key_form.py."""

import os
import re
import signal
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from tests.cli.keyed import keyed
from tests.cli.terminal import COLUMNS, CTRL_C, CTRL_D, ROWS, Terminal, height, sitting
from tests.cli.visiting import IDS, Office, office
from tests.running import ROOT, ssi

if sys.platform == "win32":
    pytest.skip("there is no pty", allow_module_level=True)

import termios

RECORD = "record S01 --as A02 --ready"
SETTINGS = ("--standard", "ssi-core", "--name", "Example", "--country", "KH", "--currency", "USD")


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A programme with the whole standard: a shelter to which all 82 criteria apply."""
    folder = tmp_path_factory.mktemp("long")
    assert ssi(folder, "init", "programme", *SETTINGS).status == 0
    made = Office(folder / "programme")
    for name in ("shelters", "assessors", "visits"):
        (made.folder / f"{name}.csv").write_bytes((ROOT / "tests" / "faults" / "_good" / f"{name}.csv").read_bytes())
    assert made.ssi("round open R1 --kind baseline").status == 0
    return made


def checklist(here: Office, who: str) -> list[str]:
    return re.findall(r"[A-Z]{3}-\d\d", here.ssi(f"record S01 --as {who} --ready", "list").out)


def test_fifty_keys_typed_before_the_first_prompt_are_fifty_scores_in_order(long: Office) -> None:
    typed = "".join(str(number * 7 % 3) for number in range(50))
    ids = checklist(long, "A03")
    with sitting(long, "record S01 --as A03 --ready") as terminal:
        said = terminal.leave(typed + "q")
    assert re.findall(r"^saved (\S+) (\d)$", said, re.MULTILINE) == list(zip(ids, typed, strict=False))
    assert [f"{long.scores('A03')[each]}" for each in ids[:50]] == list(typed)


def test_every_criterion_stands_whole_above_its_prompt(long: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the standard that ships: from the criterion's head to the prompt no more than the window, and the first one
    with the greeting above it. The whole sheet takes its 82 keys and two to seal it."""
    ids = checklist(long, "A02")
    keys = "2" * len(ids) + "ff"
    monkeypatch.setenv("COLUMNS", str(COLUMNS))
    said = keyed(long, keys)
    assert (len(ids), len(keys)) == (82, 84)
    assert long.scores("A02") == dict.fromkeys(ids, 2)
    assert long.shown("A02")["sealed"]
    first, *screens = re.split(r"^(?=[A-Z]{3}-\d\d  \[)", said.out, flags=re.MULTILINE)
    assert len(screens) == 82
    assert height(first + screens[0].partition("> ")[0]) <= ROWS
    shown = [each[: each.index("> ") + 2] for each in screens]
    assert max(map(height, shown)) + 2 <= ROWS, "with the answer to the key before it and the blank line"
    assert max(len(line) for each in screens for line in each.split("\n")) < COLUMNS


def test_what_is_typed_ahead_of_a_note_and_behind_it(here: Office) -> None:
    with sitting(here, RECORD) as terminal:
        terminal.until("A02> ")
        said = terminal.leave("2e the doorr\x7f is low\r1n roof\ne wrong\x15right\n:interviews 9 6 3\n0q")
    assert here.entry("SAF-01")["note"] == "the door is low"
    assert here.entry("SAF-02") == {"criterion": "SAF-02", "score": 1, "methods": [], "note": "right"}
    assert here.scores() == {"SAF-01": 2, "SAF-02": 1, "SAF-03": 0}
    assert "SAF-03 is never NA" in said


def test_keys_that_come_byte_by_byte_are_whole(here: Office) -> None:
    with sitting(here, RECORD) as terminal:
        terminal.until("A02> ")
        for text, prompt in (("២", "A02> "), ("\x1b[A", "A02> "), ("\x1b[3~", "A02> "), ("\x1bO2P", "A02> "),
                             ("e", "SAF-01: "), ("ទឹក\n", "A02> ")):  # fmt: skip
            for byte in text.encode():
                os.write(terminal.master, bytes([byte]))
                time.sleep(0.002)
            terminal.until(prompt)
        terminal.leave("q")
    assert here.scores() == {"SAF-01": 2}
    assert here.entry("SAF-01")["note"] == "ទឹក"


def test_a_note_is_typed_in_the_terminals_own_line(here: Office) -> None:
    """The delete key and Ctrl-U work; Ctrl-C and Ctrl-D leave the note alone, and what was typed ahead stays."""
    with sitting(here, RECORD) as terminal:
        terminal.until("A02> ")
        terminal.type("2")
        for typed in (f"lost{CTRL_C}", CTRL_D):
            terminal.type("e", "note for SAF-01: ")
            terminal.type(typed)
        terminal.type("e", "note for SAF-01: ")
        terminal.type("nonsense\x15the gatw\x7fe\n10", "RGT-01  RGT 0/2  all 3/6  S01 R1 A02> ")
        terminal.leave("q")
    assert here.entry("SAF-01")["note"] == "the gate"
    assert here.scores() == {"SAF-01": 2, "SAF-02": 1, "SAF-03": 0}, "the keys behind the line are not lost"


@pytest.mark.parametrize("surroundings", [{"TERM": "dumb"}, {"TERM": "xterm-256color"}, {"NO_COLOR": "1"}])
def test_no_sequence_and_no_control_character_is_written(here: Office, surroundings: dict[str, str]) -> None:
    with sitting(here, RECORD, **surroundings) as terminal:
        terminal.until("A02> ")
        for keys in ("2", "x", "\x1b[D", "\x07", "?", "h", "l", "b", "u", "/play\n", "2", "\x1a"):
            terminal.type(keys)
        terminal.leave("f" + "q")
    odd = {each for each in terminal.screen if unicodedata.category(each) == "Cc"} - {"\n"}
    assert odd == set()


def modes(terminal: Terminal) -> list[object]:
    return termios.tcgetattr(terminal.master)


@pytest.mark.parametrize("end", ["q", CTRL_C, CTRL_D, "ff", "e" + CTRL_C + "q", "w\n", "SIGTERM", "SIGTERM in a note"])
def test_the_terminal_is_left_as_it_was_found(here: Office, end: str) -> None:
    with sitting(here, RECORD) as terminal:
        before = modes(terminal)
        terminal.until("A02> ")
        assert modes(terminal) != before
        terminal.type("2")
        if end.startswith("SIGTERM"):
            terminal.type("e", "SAF-01: ") if "note" in end else None
            terminal.process.send_signal(signal.SIGTERM)
            end = ""
        terminal.leave(end)
        assert modes(terminal) == before
        assert terminal.process.returncode == (0 if end else -signal.SIGTERM)
    assert here.scores()["SAF-01"] == 2


def test_an_error_leaves_the_terminal_as_it_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from ssi.cli.entry.keys import opened

    _, slave = os.openpty()
    usual = signal.getsignal(signal.SIGTERM)
    with open(slave, encoding="utf-8", closefd=False) as source:
        monkeypatch.setattr(sys, "stdin", source)
        before = termios.tcgetattr(slave)
        with pytest.raises(ZeroDivisionError), opened():
            assert termios.tcgetattr(slave) != before
            raise ZeroDivisionError
        assert termios.tcgetattr(slave) == before
    assert signal.getsignal(signal.SIGTERM) == usual


def test_a_terminal_that_goes_away_loses_nothing(here: Office) -> None:
    with sitting(here, RECORD) as terminal:
        terminal.until("A02> ")
        terminal.type("2")
        terminal.hang_up()
        terminal.process.wait(20)
    assert here.scores() == {"SAF-01": 2}


def test_two_at_one_sheet_the_second_is_refused_kindly(here: Office) -> None:
    with sitting(here, RECORD) as first:
        first.until("A02> ")
        with sitting(here, RECORD) as second:
            said = second.leave("2")
        assert "the sheet of A02 at S01 in round R1 is being typed in another window" in said
        assert second.process.returncode == 1
        assert here.record("1").status == 1
        first.type("2")
        first.leave("q")
    assert here.scores() == {"SAF-01": 2}


def test_what_is_typed_ahead_of_a_handover_is_the_next_ones(here: Office) -> None:
    """And nothing of the first sheet stands in a window of 60 rows or fewer when the next one is asked for a code."""
    with sitting(here, RECORD) as terminal:
        said = terminal.leave("2e the red door\n1wA03\n0q")
    asked = said.index("Who types now? Your code: ")
    assert not re.search(r"red door|A02|\bSAF", "\n".join(said[:asked].split("\n")[-60:]))
    assert "red door" not in said[asked:]
    assert "now:" not in said[asked:]
    assert (here.scores("A02"), here.scores("A03")) == ({"SAF-01": 2, "SAF-02": 1}, {"SAF-01": 0})


def test_what_was_typed_behind_q_is_the_next_programs(here: Office) -> None:
    with sitting(here, RECORD) as terminal:
        terminal.until("A02> ")
        assert terminal.left_after("2qls\n") == b"ls\n"
    assert IDS[0] in here.scores()
