"""`ssi train` as a person types it: a case alone, on paper, as a room; what is written into assessors.csv, and when."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from ssi.acts.train import practice
from ssi.model import SCORE_WORDS
from tests.cli.terminal import CTRL_C, sitting
from tests.cli.visiting import GOOD, Office, office
from tests.running import ssi
from tests.training.describing import six

CASE = "mango-house"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "programme")
    return tmp_path / "programme"


def reference(name: str = CASE) -> dict[str, int]:
    return {each.criterion: each.score for each in practice(name, None).case.observation}


def lines(given: Mapping[str, int]) -> str:
    return "".join(f"{code} {SCORE_WORDS.get(score, str(score))}\n" for code, score in given.items())


def with_wrong(count: int) -> dict[str, int]:
    """The reference with as many 1 turned into 2: one step higher each."""
    ones = [code for code, score in reference().items() if score == 1][:count]
    assert len(ones) == count
    return {**reference(), **dict.fromkeys(ones, 2)}


def test_the_cases_are_listed(here: Path) -> None:
    (here / "cases").mkdir()
    (here / "cases" / "house.toml").write_bytes(six())
    (here / "cases" / "bad.toml").write_text('story = "x"\n')
    said = ssi(here, "train", "--json")
    found = {each["case"]: each for each in json.loads(said.out)["cases"]}
    assert found["house"]["own"] and found["house"]["criteria"] == 6
    assert found["bad"]["faults"] and not found[CASE]["own"]
    assert "ssi check cases/bad.toml" in " ".join(ssi(here, "train").out.split())


def test_a_pass_is_written_and_every_other_byte_stays(here: Path) -> None:
    table = here / "assessors.csv"
    table.write_bytes(b'\xef\xbb\xbfassessor;shelter;trained_on;languages;role\r\nA01;S01; ;"km en";assessor\r\n\r\n'
                      b"A03;S03;;km;\r\nA04;;;km;\r\nA02;S02;2026-01-12;km;assessor")  # fmt: skip
    said = ssi(here, "train", CASE, "--as", "A03", typed=lines(with_wrong(3)) + "done\n")
    assert said.status == 0 and "87.5% exact agreement" in said.out and "Passed" in said.out
    assert "0.14 levels higher" in said.out, "3 steps over the 22 criteria where both are levels"
    assert "valid until 2028-02-25" in said.out
    assert table.read_bytes() == (
        b'\xef\xbb\xbfassessor;shelter;trained_on;languages;role;valid_until\r\nA01;S01; ;"km en";assessor\r\n\r\n'
        b"A03;S03;2026-02-25;km;;2028-02-25\r\nA04;;;km;\r\nA02;S02;2026-01-12;km;assessor\r\n"
    )
    assert ssi(here, "check").status == 0


def test_below_85_percent_nothing_is_written_and_every_difference_has_its_reason(here: Path) -> None:
    before = (here / "assessors.csv").read_bytes()
    said = ssi(here, "train", CASE, "--as", "A03", "--json", typed=lines(with_wrong(4)) + "done\n")
    found = json.loads(said.out)
    assert (found["passed"], found["exact"], found["valid_until"]) == (False, 83.3333, None)
    assert [each["steps"] for each in found["differs"]] == [1] * 4
    why = {each.criterion: each.why for each in practice(CASE, None).case.observation}
    assert all(each["why"] == why[each["criterion"]] for each in found["differs"])
    assert (here / "assessors.csv").read_bytes() == before


def test_no_reference_is_seen_before_the_end_and_a_practice_that_is_left_says_and_writes_nothing(here: Path) -> None:
    before = (here / "assessors.csv").read_bytes()
    for end in ("q\n", ""):
        said = ssi(here, "train", CASE, "--as", "A03", typed=lines(reference()) + "?SAF-01\nlist\nstory\nhelp\n" + end)
        assert said.status == 0
        assert not any(each.why in said.out for each in practice(CASE, None).case.observation)
        assert "exact agreement" not in said.out
    assert (here / "assessors.csv").read_bytes() == before


def test_lines_are_taken_as_record_takes_them(here: Path) -> None:
    typed = "1\n២\nSAF-01 0\nSAF-03 2\n5\nSAF-01 NA\nx\nFAC-03 NA\nMGT-03 NS\nback\ndone\n"
    said = ssi(here, "train", CASE, "--json", typed=typed)
    found = {each["criterion"]: each["given"] for each in json.loads(said.out)["differs"]}
    assert found["SAF-01"] == 0 and found["SAF-02"] == 2
    assert "FAC-03" not in found and "MGT-03" not in found
    for refused in ("SAF-03 is not on this", "5 is not a score", "SAF-01 cannot be NA", "'x' is not"):
        assert refused in said.err, said.err


def test_who_cannot_be_written_is_told_before_anybody_begins(here: Path, tmp_path: Path) -> None:
    assert "A99 is not in assessors.csv" in ssi(here, "train", CASE, "--as", "A99", typed="1\n").err
    away = tmp_path / "away"
    away.mkdir()
    assert "there is no ssi.toml" in ssi(away, "train", CASE, "--as", "A03").err
    assert "Passed" in ssi(away, "train", CASE, typed=lines(reference()) + "done\n").out
    assert [*away.iterdir()] == []


def test_the_form_shows_no_level_that_is_the_answer_and_the_key_shows_all(here: Path) -> None:
    assert ssi(here, "train", CASE, "--paper", "--to", "case.html").status == 0
    assert ssi(here, "train", CASE, "--paper", "--key", "--to", "key.html").status == 0
    form, key = ((here / name).read_text(encoding="utf-8") for name in ("case.html", "key.html"))
    case = practice(CASE, None).case
    for each in case.observation:
        words = each.why.split(":")[0].replace("'", "&#39;")
        assert words not in form and words in key
        assert each.text.split("'")[0] in form
    assert '"level"' not in ssi(here, "train", CASE, "--paper", "--json").out
    assert form.count("☐") == 5 * len(case.observation)
    assert "invented" in form


def test_a_room_is_keyed_in_and_whoever_passed_is_written(here: Path) -> None:
    right = reference()
    bad = with_wrong(6)
    marks = {-1: "n", -2: "s"}
    typed = "".join(f"{id} {marks.get(right[id], right[id])}{marks.get(bad[id], bad[id])}-\n" for id in right)
    said = ssi(here, "train", CASE, "--table", "A01,A02,A03", "--json", typed=typed + "done\n")
    found = json.loads(said.out)
    assert [(each["learner"], each["exact"], each["passed"]) for each in found["learners"]] == [
        ("A01", 100.0, True),
        ("A02", 75.0, False),
        ("A03", 0.0, False),
    ]
    assert [each["differ"] for each in found["discuss"]] == [1] * 6
    assert found["discuss"][0]["given"]["A03"] is None
    table = (here / "assessors.csv").read_text(encoding="utf-8")
    assert "A01,S01,2026-02-25,km en,assessor,2028-02-25\n" in table
    assert "A02,S02,2026-01-12,km,assessor\n" in table


def test_a_room_takes_na_that_the_standard_refuses_because_a_learner_wrote_it(here: Path) -> None:
    said = ssi(here, "train", CASE, "--table", "A01,A02", typed="SAF-01 n1\nnn\n22\n9s\nq\n")
    assert "SAF-01 n1\nSAF-02 nn\nSAF-04 22\nnot taken: 9 is not a score" in said.out
    assert "Learner" not in said.out


def test_attendance_is_recorded_by_code_once(here: Path) -> None:
    assert ssi(here, "train", "--attended", "T01", "A01", "A04").status == 0
    once = (here / "assessors.csv").read_bytes()
    assert ssi(here, "train", "--attended", "T01", "A01").status == 0
    assert (here / "assessors.csv").read_bytes() == once
    assert b"A01,S01,2026-01-12,km en,assessor,T01\n" in once and b"A02,S02,2026-01-12,km,assessor\n" in once
    said = ssi(here, "train", "--attended", "T9", "A01", "A99")
    assert said.status == 1 and "2 faults" in said.err
    assert ssi(here, "check").err == ""


PEOPLE = """assessor,shelter,trained_on,languages,role,valid_until,trainings,post,left
A01,S01,2024-01-12,km,assessor,2026-01-12,,,
A02,S02,2026-01-12,km,assessor,2028-01-12,T01,S02-manager,2026-02-01
A03,S02,,km,,,,S02-manager,
A04,,2025-11-03,en,trainer,2027-11-03,T01,office,2027-01-01
A05,S03,2024-01-01,km,,2026-02-25,T01,S03-worker,2026-02-25
A06,S03,2026-01-12,km,,2028-01-12,T01,S03-worker,
"""


def test_status_says_whose_training_ended_and_which_posts_need_it_again(here: Path) -> None:
    (here / "assessors.csv").write_text(PEOPLE)
    found = json.loads(ssi(here, "status", "--json").out)["people"]
    assert found["expired"] == [{"assessor": "A01", "valid_until": "2026-01-12"}]
    assert found["posts"] == [{"post": "S02-manager", "left": ["A02"], "assessor": True, "trainings": ["T01"]}]
    said = ssi(here, "status").out
    assert "A01: valid until 12 Jan 2026" in said and "post S02-manager, after A02 left" in said


def test_a_table_that_cannot_be_read_keeps_nobody_from_the_status_of_a_round(typing_at: Office) -> None:
    (typing_at.folder / "assessors.csv").write_text('assessor\n"')
    assert typing_at.ssi("status").status == 0


def test_a_handover_page_tells_kinds_and_dates_and_no_reason(here: Path) -> None:
    assert ssi(here, "round", "open", "R1", "--kind", "baseline").status == 0
    reason = "because the bridge was closed"
    assert ssi(here, "round", "update", "R1", "--reason", reason, "--by", "office-7").status == 0
    (here / "assessors.csv").write_text(PEOPLE)
    said = ssi(here, "report", "handover", "--to", "handover.html")
    page = (here / "handover.html").read_text(encoding="utf-8")
    assert said.status == 0
    for part in (
        "baseline round R1 is open",
        "round opened",
        "taken over",
        "scores.db",
        "Your first week",
        "S02-manager",
    ):
        assert part in page, part
    assert reason not in page and "office-7" not in page


@pytest.fixture
def typing_at(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


def test_at_a_terminal_one_key_is_one_score_and_nothing_moves_the_cursor(typing_at: Office) -> None:
    with sitting(typing_at, f"train {CASE} --as A03") as terminal:
        first = terminal.until("SAF-01  0/24  mango-house> ")
        assert "SAF-01  [0/24]  critical" in first and "What was found (observe staff document):" in first
        assert first.index("  0 = ") < first.index("What was found")
        assert "\nSAF-01 1\n" in terminal.type("1", "SAF-02  1/24  mango-house> ")
        assert "\x1b" not in terminal.screen
        terminal.type("b", "SAF-01  1/24  mango-house> ")
        assert "  now: 1\n" in terminal.screen
        terminal.type("x", "> ")
        assert "x is no key here" in terminal.screen
        asked = terminal.type("f", "> ")
        assert "23 open" in asked and "counts as different" in asked
        end = terminal.leave("f")
        assert "4.2% exact agreement" in end and "Left open: SAF-02" in end


def test_ctrl_c_leaves_as_q_does(typing_at: Office) -> None:
    with sitting(typing_at, f"train {CASE} --as A03") as terminal:
        terminal.until("SAF-01  0/24  mango-house> ")
        terminal.type("1", "SAF-02  1/24  mango-house> ")
        assert "nothing of a practice is kept" in terminal.leave(CTRL_C)
        assert terminal.process.returncode == 0
