"""`ssi record --line` at a terminal (a pty of 80 by 24): what a person sees before the prompt, and how they leave."""

import signal
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest

from ssi.checklists.draft import Draft
from ssi.cli.entry.criterion_shown import folded, shown
from ssi.cli.entry.line_form import how
from ssi.model import Texts
from ssi.standards.reading import read_standard
from ssi.words import Words
from tests.cli.terminal import COLUMNS, CTRL_C, CTRL_D, ROWS, height, sitting
from tests.cli.visiting import Office, office
from tests.running import ROOT

VISIT = ("interviews 9 6 3", "date 2026-03-09", "language km", "interpreter none", "conflicts none")


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


def test_the_first_screen_fits_says_what_to_do_and_nothing_moves_the_cursor(here: Office) -> None:
    with sitting(here, "record S01 --as A02 --ready --line") as terminal:
        first = terminal.until("SAF-01> ")
        assert height(first) <= ROWS
        assert first.startswith("S01, round R1, assessor A02: 0 of 6 scored\n")
        for word in ("SAF-01 2", "h = help", "q = leave", "done = seal", "never a name"):
            assert word in first
        lines = first.split("\n")
        criterion = lines.index("SAF-01  [0/6]  critical, stop criterion, practice, not paper")
        assert lines[criterion + 1 : -1] == ["  Staff day and night", "  2 = c", "  1 = b", "  0 = a"]
        assert terminal.type("2\n", "SAF-02> ").startswith("2\nsaved SAF-01 2\n\nSAF-02  [1/6]  must\n")
        terminal.type("x\n")
        terminal.type("back\n", "SAF-01> ")
        terminal.type("SAF-02 ១ note ទ្វារ​ខូច\n", "SAF-01> ")
        assert "  now: 2\n" in terminal.screen
        terminal.type("?\n", "SAF-01> ")
        assert height(terminal.type("h\n", "SAF-01> ")) <= ROWS
        assert "Left, not sealed" in terminal.leave("q\n")
        assert terminal.process.returncode == 0
    odd = {each for each in terminal.screen if unicodedata.category(each) == "Cc"} - {"\n"}
    assert odd == set(), "an escape sequence or another control character was shown"
    assert here.entry("SAF-02")["note"] == "ទ្វារ​ខូច"


def test_the_longest_criterion_fits_under_the_greeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the standard that ships, at 80 by 24: nothing of what is asked has scrolled away when the prompt comes."""
    monkeypatch.setenv("COLUMNS", str(COLUMNS))
    (file,) = (ROOT / "standards" / "ssi-core").glob("1.0.0.toml")
    standard = read_standard(file.read_bytes(), file.name)
    checklist = standard.checklist("long-term", children=True)
    every = checklist.criteria
    typing = SimpleNamespace(checklist=checklist, draft=Draft(), walk=every, open=every, differing=(),
                             texts=Texts(standard), said={}, names_shown=False)  # fmt: skip
    greeting = ["S01, round R1, assessor A02", "A02 is not in visits.csv", *how(Words()).split("\n")]
    for criterion in standard.criteria:
        lines = folded([*greeting, *shown(criterion, typing, Words(), brief=True).split("\n"), f"{criterion.id}> "])  # type: ignore[arg-type]
        assert len(lines) <= ROWS, criterion.id
        assert max(map(len, lines)) < COLUMNS


def test_open_criteria_are_named_and_asked_about_before_the_seal(here: Office) -> None:
    with sitting(here, "record S01 --as A02 --ready --line") as terminal:
        terminal.until("SAF-01> ")
        terminal.type("2\n", "SAF-02> ")
        asked = terminal.type("done\n", "SAF-02> ")
        assert "5 open: SAF-02 SAF-03 RGT-01 RGT-02 CHD-01\nThey will count as not seen.\n" in asked
        assert "not said: interviews date language interpreter conflicts\nType `done` again to seal" in asked
        terminal.type("list\n", "SAF-02> ")
        assert "open" in terminal.type("done\n", "SAF-02> "), "another line between makes it ask again"
        said = terminal.leave("done\n")
        assert "not seen: SAF-02 SAF-03 RGT-01 RGT-02 CHD-01\n" in said
        assert "\nsealed S01 A02 " in said
    assert here.shown()["sealed"]


def test_the_last_score_says_that_all_have_one(here: Office) -> None:
    here.record("2", "2", "2", "2", "2", *VISIT, "q")
    with sitting(here, "record S01 --as A02 --line") as terminal:
        terminal.until("CHD-01> ")
        assert "Every criterion has a score.\ndone?> " in terminal.type("2\n", "done?> ")
        terminal.type("back\n", "CHD-01> ")
        assert "sealed S01 A02" in terminal.leave("done\n")


@pytest.mark.parametrize("key", [CTRL_D, CTRL_C])
def test_ctrl_d_and_ctrl_c_leave_calmly(here: Office, key: str) -> None:
    with sitting(here, "record S01 --as A02 --ready --line") as terminal:
        terminal.until("SAF-01> ")
        terminal.type("2\n", "SAF-02> ")
        said = terminal.leave(key)
        assert said.endswith("\nLeft, not sealed; everything saved stays saved. The same command resumes here.\n")
        assert terminal.process.returncode == 0
    assert here.scores() == {"SAF-01": 2}


def test_what_was_typed_before_a_sudden_death_is_there_at_the_next_start(here: Office) -> None:
    with sitting(here, "record S01 --as A02 --ready --line") as terminal:
        terminal.until("SAF-01> ")
        terminal.type("1 note ទឹក\n", "SAF-02> ")
        terminal.process.send_signal(signal.SIGKILL)
        terminal.process.wait(20)
    with sitting(here, "record S01 --as A02 --line") as terminal:
        assert "1 of 6 scored" in terminal.until("SAF-02> ")
        assert "now: 1 ទឹក" in terminal.type("SAF-01\n", "SAF-01> ")


def test_an_arrow_key_is_refused_and_never_stands_in_a_note(here: Office) -> None:
    with sitting(here, "record S01 --as A02 --ready --line") as terminal:
        terminal.until("SAF-01> ")
        assert "arrow keys do nothing here" in terminal.type("2 note the door\x1b[D\n", "SAF-01> ")
    assert here.scores() == {}


def test_a_team_that_agrees_is_asked_once_about_what_stays_contested(here: Office) -> None:
    for who, level in (("A02", 2), ("A03", 0)):
        here.record(f"SAF-01 {level}", f"RGT-02 {level}", "done", who=who)
    with sitting(here, "record S01 --as agreed --line") as terminal:
        first = terminal.until("SAF-01> ")
        assert height(first) <= ROWS
        assert "\n  0 = a\n  given: 0 2\n" in first
        terminal.type("1 note seen again\n", "RGT-02> ")
        asked = terminal.type("done\n", "RGT-02> ")
        assert "contested and not settled: RGT-02\n" in asked
        assert "not settled: RGT-02\nsealed S01 agreed " in terminal.leave("done\n")


def test_the_pre_visit_list_wraps_between_words(here: Office) -> None:
    with sitting(here, "record S01 --as A02 --line") as terminal:
        terminal.until("stops here: ")
        said = terminal.screen + terminal.leave("n\n")
    listed = said[said.index("Before a visit:") : said.index("the pre-visit list is not ticked")].split("\n")
    assert max(map(len, listed)) < COLUMNS
    assert [each for each in listed if each.startswith("      ")], "no line was long enough to be broken"
