"""`ssi agree`: what the sheets of a visit differ on, in which order, what is shown of them, what it leaves behind."""

import re
from pathlib import Path

import pytest

from tests.cli.keyed import keyed
from tests.cli.visiting import IDS, Office, office
from tests.running import Said

FEW = "interviews 4 3 1"
MANY = "interviews 9 6 3"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


def sealed(here: Office, first: str, second: str, talks: str = MANY) -> None:
    """The sheets of A02 and A03: a level each for the six criteria."""
    for who, levels in (("A02", first), ("A03", second)):
        done = here.record(*levels, talks, "done", who=who)
        assert "sealed S01" in done.out, done


def agree(here: Office, *typed: str, more: str = "") -> Said:
    return here.ssi(f"agree S01 {more}", *typed)


def asked(said: Said) -> list[str]:
    """The criteria in the order in which they were asked for."""
    return list(dict.fromkeys(re.findall(r"^([A-Z]+-\d\d)  .*agreed> ", said.out, re.MULTILINE)))


def test_nobody_agrees_before_every_sheet_is_sealed(here: Office) -> None:
    here.record("2", "done")
    here.record("0", who="A03")
    said = agree(here, "2")
    assert said.status == 1
    assert "waiting for A03" in said.err


def test_only_what_differs_stop_criteria_first_then_the_widest_apart(here: Office) -> None:
    sealed(here, "120201", "202202")
    said = keyed(here, "kkkkkq", "agree S01")
    assert asked(said) == ["SAF-01", "SAF-02", "SAF-03", "CHD-01"]
    assert said.out.startswith(
        "S01, round R1, assessor agreed: 0 of 4 settled\nShown: what the sheets differ on, stop crit"
    )
    assert "RGT-01" not in said.out


def test_each_level_is_shown_with_methods_and_note_and_without_a_name(here: Office) -> None:
    here.record("2 /od note seen at night", MANY, "done")
    here.record("0 /s", MANY, "done", who="A03")
    said = keyed(here, "q", "agree S01")
    assert "  given: 0 2\n    0 /s\n    2 /od seen at night\nSAF-01 " in said.out
    assert not re.search("A02|A03", said.out)
    named = keyed(here, "q", "agree S01 --who").out
    assert "    0 /s  (A03)\n    2 /od seen at night  (A02)\n" in named


def test_the_order_of_the_levels_is_never_the_order_of_the_assessors(here: Office) -> None:
    sealed(here, "200000", "020000")
    said = keyed(here, "kkq", "agree S01")
    assert said.out.count("  given: 0 2\n") == 3


@pytest.mark.parametrize(("talks", "shown"), [(FEW, False), (MANY, True)])
def test_what_fewer_than_five_residents_said_is_not_shown(here: Office, talks: str, shown: bool) -> None:
    here.record("SAF-01 2 /ro", talks, "done")
    here.record("SAF-01 0 /o", MANY, "done", who="A03")
    said = keyed(here, "q", "agree S01")
    assert ("\n    2 /or\n" in said.out, "\n    2 /o\n" in said.out) == (shown, not shown)


def test_a_level_that_nobody_gave_needs_a_reason(here: Office) -> None:
    sealed(here, "000000", "222222")
    said = agree(here, "SAF-01 1", "SAF-01 1 note seen again together", "SAF-02 NA", "SAF-02 NS", "SAF-03 2")
    assert "not saved: SAF-01: nobody gave 1 (given: 0, 2), so it needs a reason" in said.out
    assert here.scores("agreed") == {"SAF-01": 1, "SAF-02": "NS", "SAF-03": 2}
    said = keyed(here, "1\n1the rules hang there\n0q", "agree S01")
    assert said.out.count(" nobody gave 1; because: ") == 2
    assert here.scores("agreed")["RGT-01"] == 1
    assert here.entry("RGT-01", "agreed")["note"] == "the rules hang there"
    assert here.scores("agreed")["SAF-02"] == 0


def test_what_is_not_settled_stays_and_the_standards_rule_decides(here: Office) -> None:
    sealed(here, "002200", "222222")
    said = keyed(here, "2ff", "agree S01")
    assert "contested and not settled: SAF-02 RGT-02 CHD-01\nThe standard's rule will decide" in said.out
    assert "not settled: SAF-02 RGT-02 CHD-01\nsealed S01 agreed " in said.out
    assert here.scores("agreed") == {"SAF-01": 2}


def test_not_seen_settles_nothing_and_comes_again(here: Office) -> None:
    sealed(here, "200000", "000000")
    assert asked(keyed(here, "sq", "agree S01")) == ["SAF-01"]
    assert "0 of 1 settled" in keyed(here, "q", "agree S01").out


def test_it_resumes_and_is_settled_anew_with_a_reason(here: Office) -> None:
    sealed(here, "202222", "022222")
    keyed(here, "0q", "agree S01")
    said = keyed(here, "2f", "agree S01")
    assert asked(said) == ["SAF-02"]
    assert agree(here, "2").status == 1
    assert "sealed S01 agreed" in agree(here, "SAF-01 2", "done", more='--revise --reason "looked again"').out
    assert here.scores("agreed")["SAF-01"] == 2


def test_a_correction_of_what_was_settled_is_sent_to_agree_which_leaves_the_pages_anew(here: Office) -> None:
    sealed(here, "202222", "022222")
    assert 'to correct this sheet: ssi agree S01 --revise --reason "why"\n' in agree(here, "0", "2", "done").out
    agree(here, "SAF-01 2", "q", more='--revise --reason "looked again"')
    said = here.ssi("status").out
    assert "ssi agree S01 --round R1\n" in said
    assert "--as agreed" not in said


def test_at_the_end_it_says_what_was_settled_and_leaves_the_pages(here: Office) -> None:
    sealed(here, "020222", "022222")
    assert not (here.folder / "reports").exists()
    assert "Written" not in keyed(here, "0q", "agree S01").out, "what is not sealed settles nothing"
    said = keyed(here, "f", "agree S01")
    assert "4 of 6 criteria are fully met." in said.out
    assert (
        "To mend this week\n\nCriterion  What must be true    Level\nSAF-01     Staff day and night      0\n"
        in said.out
    )
    assert said.out.count("Written: ") == 2
    assert {each.name for each in (here.folder / "reports").iterdir()} == {"visit-S01-R1.html", "urgent-S01-R1.html"}
    page = (here.folder / "reports" / "visit-S01-R1.html").read_text()
    assert "Your reply" in page
    assert not re.search("A02|A03", page), "never who gave what"


def test_sheets_that_differ_on_nothing_leave_the_page_at_once(here: Office) -> None:
    sealed(here, "222222", "222222")
    said = keyed(here, "f", "agree S01")
    assert "Nothing that the sheets differ on is open.\n" in said.out
    assert "6 of 6 criteria are fully met." in said.out
    assert (here.folder / "reports" / "visit-S01-R1.html").exists()
    assert here.scores("agreed") == {}


def test_the_whole_team_settles_so_the_laptop_is_not_handed_over(here: Office) -> None:
    sealed(here, "200222", "022222")
    said = keyed(here, "w0q", "agree S01")
    assert "The whole team settles this one. q = leave.\n" in said.out
    assert here.scores("agreed") == {"SAF-01": 0}


def test_a_sheet_corrected_after_the_agreement_is_named(here: Office) -> None:
    sealed(here, "202222", "022222")
    agree(here, "0", "2", "done")
    here.record("SAF-03 1", "done", more='--revise --reason "a slip"')
    assert "ssi agree S01 --revise" in here.ssi("status").out


def test_sheets_that_agree_on_the_worst_level_of_a_stop_criterion_lead_to_the_notice(here: Office) -> None:
    for who in ("A02", "A03"):
        said = here.record("SAF-01 0", *(f"{each} 2" for each in IDS[1:]), "done", who=who)
    told = "next: a stop criterion is at its worst level, which does not wait: ssi agree S01 --round R1"
    assert told in said.answers
    assert here.ssi("agree S01").status == 0
    assert (here.folder / "reports" / "urgent-S01-R1.html").exists()
