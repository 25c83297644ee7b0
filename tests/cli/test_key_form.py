"""The single-key form of `ssi record`: what each key does. Through a real terminal: test_key_terminal.py."""

import re
from pathlib import Path

import pytest

from tests.cli.keyed import RECORD, keyed
from tests.cli.visiting import IDS, Office, office

CTRL_C, CTRL_D, ESCAPE = "\x03", "\x04", "\x1b"
PHONE = "call 012 345 678"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


def prompts(out: str) -> list[str]:
    """Where each prompt was: `SAF-02` or `done?`."""
    return re.findall(r"^(\S+)(?=  .*> )", out, re.MULTILINE)


def test_one_key_is_one_score(here: Office) -> None:
    said = keyed(here, "210sdnno room to play\nq")
    assert here.scores() == dict(zip(IDS, [2, 1, 0, "NS", "NS declined", "NA"], strict=True))
    assert here.entry("CHD-01")["note"] == "no room to play"
    assert prompts(said.out) == [*IDS, "done?"]


def test_a_prompt_says_how_far_the_area_and_the_whole_are_and_whose_sheet_it_is(here: Office) -> None:
    said = keyed(here, "22q")
    assert "\nSAF-01  SAF 0/3  all 0/6  S01 R1 A02> 2\nsaved SAF-01 2\n" in said.out
    assert "\nSAF-03  SAF 2/3  all 2/6  S01 R1 A02> q\nLeft, not sealed; everything saved stays saved." in said.out
    said = keyed(here, "2g rgt-02\n2q")
    assert "\nRGT-02  RGT 0/2  all 3/6  S01 R1 A02> 2\n" in said.out
    assert "\ndone?  all 6/6  S01 R1 A02> q\n" in keyed(here, "22q").out


def test_not_applicable_needs_a_reason_and_a_standard_that_allows_it(here: Office) -> None:
    said = keyed(here, "n2nq\nn\nq")
    assert "SAF-01 is never NA. Give a level, or s where it was not seen.\n" in said.out
    assert here.scores() == {"SAF-01": 2, "SAF-02": "NA"}, "the refused n opened no line that would take the 2"
    assert here.entry("SAF-02")["note"] == "q"
    assert keyed(here, "g SAF-02\nn \nq").status == 0
    assert here.entry("SAF-02")["note"] == "q", "no reason typed is no answer"
    keyed(here, "g SAF-02\nn/reason: the = and the /od belong to it\nq")
    assert here.entry("SAF-02")["note"] == "/reason: the = and the /od belong to it"


def test_going_about_changes_nothing(here: Office) -> None:
    said = keyed(here, "kkbg chd-01\n/RULES\n/nowhere\n/\n?lh")
    assert here.journal() == ['{"visit":{"ready":true}}']
    assert prompts(said.out) == [
        "SAF-01", "SAF-02", "SAF-03", "SAF-02", "CHD-01", "RGT-02", "RGT-02", "RGT-02", "RGT-02", "RGT-02", "RGT-02",
    ]  # fmt: skip
    assert "nowhere stands in no criterion" in said.out
    assert "6 open: SAF-01 SAF-02 SAF-03 RGT-01 RGT-02 CHD-01" in said.out
    assert "hand the laptop to another assessor" in said.out


def test_a_found_word_says_where_else_it_stands(here: Office) -> None:
    said = keyed(here, "/PLAY\n/saf\n/saf\nq")
    assert prompts(said.out) == ["SAF-01", "CHD-01", "SAF-01", "SAF-02"]
    assert "also in SAF-02 SAF-03\n" in said.out
    assert "also in SAF-03 SAF-01\n" in said.out


@pytest.mark.parametrize("key", ["x", "7", "½", "ក", "\x1b", "\t", "\x07", "\x1a", "\ud800", " ", "\n", "="])
def test_a_key_that_means_nothing_changes_nothing(here: Office, key: str) -> None:
    said = keyed(here, [key, "1", "q"])
    assert here.scores() == {"SAF-01": 1}
    assert ("is no key here; nothing was changed. h = all keys" in said.out) == (key not in (ESCAPE, " ", "\n"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said.out)


def test_capital_letters_are_the_same_keys(here: Office) -> None:
    keyed(here, "SDBUQ")
    assert here.scores() == {"SAF-01": "NS"}


@pytest.mark.parametrize("digits", ["០១២", "໐໑໒", "၀၁၂", "๐๑๒", "０１２"])
def test_digits_of_every_script(here: Office, digits: str) -> None:
    keyed(here, [*digits, "q"])
    assert here.scores() == {"SAF-01": 0, "SAF-02": 1, "SAF-03": 2}


def test_undo_takes_back_one_after_the_other_and_the_journal_keeps_all(here: Office) -> None:
    said = keyed(here, "21b0uuuu2q")  # SAF-01 2, SAF-02 1, SAF-02 0; then back to nothing; then SAF-01 2 again
    assert re.findall(r"^undone: again (.*)$", said.out, re.MULTILINE) == ["SAF-02 1", "SAF-02 open", "SAF-01 open"]
    assert said.out.count("Nothing was saved in this sitting that could be taken back.") == 1
    assert here.scores() == {"SAF-01": 2}
    assert len([each for each in here.journal() if '"score"' in each or '"undone"' in each]) == 7


def test_undo_brings_back_note_and_methods_of_a_changed_score(here: Office) -> None:
    keyed(here, "1e the lock\nmo d\nb0uuq")
    assert here.entry("SAF-01") == {"criterion": "SAF-01", "score": 1, "methods": [], "note": "the lock"}


def test_undo_reaches_no_further_than_this_sitting(here: Office) -> None:
    keyed(here, "2q")
    assert "Nothing was saved in this sitting" in keyed(here, "uq").out
    assert here.scores() == {"SAF-01": 2}


def test_note_and_methods_are_of_the_score_before(here: Office) -> None:
    said = keyed(here, "em2e បន្ទប់ ២ {braces}\nm od\n1e\nm\ne " + CTRL_C + "q")
    assert said.out.count("First the level, then its note, its methods or its level last round.") == 2
    assert here.entry("SAF-01")["note"] == "បន្ទប់ ២ {braces}"
    assert here.entry("SAF-01")["methods"] == ["observe", "document"]
    assert (here.entry("SAF-02")["note"], here.entry("SAF-02")["methods"]) == ("", [])
    assert " note for SAF-01: " in said.out
    assert " note for SAF-02: " in said.out


def test_note_and_methods_are_of_the_shown_one_where_it_has_a_score(here: Office) -> None:
    keyed(here, "22g SAF-01\nethe gate\nq")
    assert here.entry("SAF-01")["note"] == "the gate"


def test_enter_alone_leaves_the_note_as_it_was(here: Office) -> None:
    keyed(here, "2ethe gate\nb e\nq")
    assert here.entry("SAF-01")["note"] == "the gate"
    keyed(here, ":SAF-01 note\nq")
    assert here.entry("SAF-01")["note"] == ""


def test_a_measured_value_proposes_the_level(here: Office) -> None:
    said = keyed(here, "=22=3.5\nq")
    assert "= is no key here" in said.out
    assert " drills a year: 3.5" in said.out
    assert "saved SAF-03 2 (=3.5 drills a year)" in said.out


def test_a_line_behind_the_colon_is_a_line_of_the_line_form(here: Office) -> None:
    said = keyed(here, ":interviews 9 6 3\n:date 2026-03-09\n:SAF-02 1 /od note a hole\n:SAF-99 2\n:\n:undo\nq")
    assert here.shown()["interviews"] == [9, 6, 3]
    assert here.scores() == {}
    assert "saved SAF-02 1\n" in said.out
    assert "not saved: there is no criterion SAF-99." in said.out
    assert prompts(said.out)[-1] == "SAF-02"


def test_words_that_may_identify_are_kept_only_by_y(here: Office) -> None:
    said = keyed(here, f"2e{PHONE}\n1q")
    assert "not saved yet: " in said.out
    assert "e = other words, y = keep it as it is. No pattern finds every name." in said.out
    assert "not saved: SAF-01, because nobody confirmed it" in said.out
    assert here.entry("SAF-01")["note"] == ""
    keyed(here, f"b2e{PHONE}\nyq")
    assert '{"confirmed":{"c":"SAF-02","codes":["note-phone"]}}' in here.journal()
    assert here.entry("SAF-02")["note"] == PHONE
    assert "Nothing waits to be confirmed." in keyed(here, "yq").out


def test_other_words_take_the_place_of_those_that_wait(here: Office) -> None:
    said = keyed(here, f"2n{PHONE}\ne upstairs\nq")
    assert "other words for SAF-02: " in said.out
    assert (here.entry("SAF-02")["score"], here.entry("SAF-02")["note"]) == ("NA", "upstairs")
    assert not [each for each in here.journal() if "012" in each]
    said = keyed(here, f":interpreter {PHONE}\neu")
    assert "Type it again behind : in other words" in said.out
    assert "not saved: interpreter, because nobody confirmed it" in said.out
    assert not [each for each in here.journal() if "012" in each]


def test_undo_of_words_that_wait_takes_back_only_them(here: Office) -> None:
    keyed(here, f"2e{PHONE}\nuq")
    assert here.scores() == {"SAF-01": 2}
    assert here.entry("SAF-01")["note"] == ""


def test_finish_asks_once_where_something_is_missing(here: Office) -> None:
    said = keyed(here, "2f\nf1fq")
    assert said.out.count("f again seals all the same; any other key goes on.") == 3
    assert not here.shown()["sealed"]
    assert "sealed S01 A02 " in keyed(here, "ff").out
    assert here.scores() == {"SAF-01": 2, "SAF-02": 1} | dict.fromkeys(IDS[2:], "NS")


def test_a_whole_sheet_with_its_visit_is_sealed_by_one_key(here: Office) -> None:
    facts = ":interviews 9 6 3\n:date 2026-03-09\n:language km\n:interpreter none\n:conflicts none\n"
    said = keyed(here, f"222222{facts}2f")
    assert "Everything has a level. f = seal the sheet" in said.out
    assert "sealed S01 A02 " in said.out


@pytest.mark.parametrize("key", ["q", CTRL_C, CTRL_D, ""])
def test_leaving_loses_nothing(here: Office, key: str) -> None:
    said = keyed(here, ["2", key] if key else "2")
    assert (said.status, said.err) == (0, "")
    assert said.out.endswith("\nLeft, not sealed; everything saved stays saved. The same command resumes here.\n")
    assert "SAF-02  SAF 1/3  all 1/6" in keyed(here, "q").out


def test_last_rounds_level_is_shown_only_after_this_one(here: Office) -> None:
    for line in ("load scores.csv", "round close R1", "round open R2 --kind follow-up"):
        assert here.ssi(line).status == 0, line
    said = keyed(here, "p2pbpkkpq", "record S01 --as A02 --ready --round R2")
    assert re.findall(r"^SAF-01 was .*$", said.out, re.MULTILINE) == ["SAF-01 was 1 in round R1"] * 3
    before, _, _ = said.out.partition("saved SAF-01 2")
    assert "was" not in before
    assert "First the level, then its note, its methods or its level last round." in before
    assert "RGT-01 was" not in said.out
    here.record("SAF-02 0", "q", who="A03", more="--ready --round R2")
    refused = here.record("was SAF-03", "was SAF-02", "q", who="A03", more="--round R2").out
    assert "not saved: SAF-03 has no score yet" in refused
    assert "SAF-02 was 0 in round R1" in refused


def test_in_the_first_round_there_is_no_level_before(here: Office) -> None:
    assert "SAF-01 has no level from a round before." in keyed(here, "2pq").out


def test_the_laptop_is_handed_over_without_a_word_of_the_first_sheet(here: Office) -> None:
    said = keyed(here, "2ethe red door\n0wA03\n1q")
    mine, _, theirs = said.out.partition("Who types now? Your code: ")
    assert mine.endswith("\n" * 60)
    assert "SAF-01  SAF 0/3  all 0/6  S01 R1 A03> 1\n" in theirs
    assert not re.search("red door|A02|now:", theirs)
    assert (here.scores("A02"), here.scores("A03")) == ({"SAF-01": 2, "SAF-02": 0}, {"SAF-01": 1})


def test_a_code_that_cannot_type_here_is_asked_for_again(here: Office) -> None:
    said = keyed(here, "2wA01\n1q", RECORD, "A99", "A03")
    assert "A01" in said.err
    assert "A99" in said.err
    assert here.scores("A03") == {"SAF-01": 1}
    assert said.status == 0


def test_nobody_named_at_the_handover_ends_it(here: Office) -> None:
    assert keyed(here, "2w\n").status == 0
    assert keyed(here, "2wA01\n", RECORD, "").status == 0


def test_whoever_comes_after_a_correction_types_a_sheet_of_their_own(here: Office) -> None:
    for who in ("A02", "A03"):
        here.record("2", "done", who=who)
    said = keyed(here, "wA03\n", 'record S01 --as A02 --revise --reason "a slip"')
    assert "the sheet of A03 at S01 is sealed" in said.err
    assert here.shown("A03")["sealed"]
    assert not here.shown("A02")["sealed"]


def test_who_types_is_asked_where_the_command_does_not_say(here: Office) -> None:
    said = keyed(here, "2q", "record S01 --ready", "A03")
    assert said.out.startswith("Who types now? Your code: S01, round R1, assessor A03: 0 of 6 scored\n")
    assert here.scores("A03") == {"SAF-01": 2}


def test_a_scale_of_more_than_one_digit_is_typed_as_lines_and_says_so(tmp_path: Path) -> None:
    here = wide(tmp_path / "programme")
    said = keyed(here, "", RECORD, "10", "SAF-02 5", "q")
    assert "A level of this scale is more than one key, so each is typed as a line.\n" in said.out
    assert here.scores() == {"SAF-01": 10, "SAF-02": 5}


def wide(folder: Path) -> Office:
    """The programme with the levels 0, 5 and 10."""
    here = office(folder, open=False)
    (standard,) = folder.glob("standards/*/*.toml")
    text = re.sub(
        r"(value|minimum|practice) = ([12])\b", lambda found: f"{found[1]} = {int(found[2]) * 5}", standard.read_text()
    )
    standard.write_text(text)
    assert here.ssi("round open R1 --kind baseline").status == 0
    return here


def test_pasted_text_does_what_its_keys_do_and_every_one_is_answered(here: Office) -> None:
    said = keyed(here, "2x 1\n")
    assert here.scores() == {"SAF-01": 2, "SAF-02": 1}
    assert len(prompts(said.out)) == 6
