"""`ssi record` in its line form: every line that DESIGN names, what it answers, and what stands in the sheet after."""

import json
from pathlib import Path

import pytest

from ssi.checklists.before import before_the_visit
from ssi.model import Notes, Sheet
from ssi.store import open_store
from ssi.words import Words
from tests.cli.visiting import IDS, Office, office
from tests.running import ssi

ALL_MET = tuple(f"{each} 2" for each in IDS)
KEYS = {"round", "shelter", "assessor", "sealed", "entries"}


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


def sheets(here: Office, who: str, *, every: bool = False) -> list[Sheet]:
    with open_store(here.folder / "scores.db", read_only=True) as store:
        return [each for each in (store.all_sheets() if every else store.sheets("R1")) if each.assessor == who]


# ── one line an entry ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "answer", "entry"),
    [
        ("SAF-01 2", "saved SAF-01 2", (2, [], "")),
        ("saf-01 0", "saved SAF-01 0", (0, [], "")),
        ("SAF-01 2 note the gate is new", "saved SAF-01 2", (2, [], "the gate is new")),
        ("SAF-01 2 /od note seen", "saved SAF-01 2", (2, ["observe", "document"], "seen")),
        ("SAF-01 1 /omsd", "saved SAF-01 1", (1, ["observe", "measure", "staff", "document"], "")),
        ("SAF-02 NA reason no ground floor", "saved SAF-02 NA", ("NA", [], "no ground floor")),
        ("SAF-03 NS", "saved SAF-03 NS", ("NS", [], "")),
        ("SAF-03 NS declined", "saved SAF-03 NS declined", ("NS declined", [], "")),
        ("SAF-០១ ២ note ទ្វារខូច", "saved SAF-01 2", (2, [], "ទ្វារខូច")),
        ("SAF-໐໑ ໑", "saved SAF-01 1", (1, [], "")),
        ("SAF-၀၁ ၂", "saved SAF-01 2", (2, [], "")),
        ("SAF-๐๑ ๐", "saved SAF-01 0", (0, [], "")),
    ],
)
def test_a_line_is_answered_and_stands_in_the_sheet(
    here: Office, line: str, answer: str, entry: tuple[object, list[str], str]
) -> None:
    said = here.record(line, "q")
    assert said.answers == [answer]
    (found,) = here.shown()["entries"]
    assert (found["score"], found["methods"], found["note"]) == entry
    assert found["criterion"] == answer.split()[1]


def test_a_value_proposes_the_level_and_a_person_may_say_another(here: Office) -> None:
    said = here.record("SAF-03 =2", "q")
    assert said.answers == ["saved SAF-03 1 (=2 drills a year)"]
    assert here.entry("SAF-03") == {"criterion": "SAF-03", "score": 1, "methods": [], "note": "", "value": "2"}
    said = here.record("SAF-03 0", "q")
    assert said.answers == ["saved SAF-03 0 (=2 drills a year: this value proposes 1)"]
    assert here.entry("SAF-03")["value"] == "2"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("SAF-01 3", "is not a score"),
        ("SAF-01 yes", "is not a score"),
        ("SAF-99 2", "there is no criterion SAF-99. Did you mean SAF-0"),
        ("SAF-01 NA reason none", "cannot be NA"),
        ("SAF-02 NA", "without a reason"),
        ("SAF-01 =3", "takes no measured value"),
        ("SAF-03 =many", "is not a number"),
        ("SAF-01 2 /x", "is not a method"),
        ("SAF-03 note locked", "has no score yet"),
        ("SAF-03 /o", "has no score yet"),
        ("the gate is broken", "is not a criterion or a command"),
        ("interviews 5 3", "is not three whole numbers"),
        ("interviews 5 4 2", "only 5 were asked"),
        ("date yesterday", "is not a date"),
        ("SAF-01 2 \x1b[D", "not letters"),
        ("SAF-01 2 note \udcff", "not letters"),
    ],
)
def test_a_refused_line_says_why_and_changes_nothing(here: Office, line: str, why: str) -> None:
    here.record("SAF-01 1 /o note before", "q")
    before = here.journal()
    said = here.record(line, "q")
    (answer,) = said.answers
    assert answer.startswith("not saved: ")
    assert why in answer
    assert " → " in answer
    assert here.journal() == before
    assert said.status == 0


def test_a_criterion_that_is_not_on_this_checklist_takes_no_score_and_nobody_goes_there(here: Office) -> None:
    said = here.record("CHD-01 2", "CHD-01", "SAF-01 2", "2", "q", who="A01", at="S02")
    refusal = "not saved: CHD-01 is not on this shelter's checklist → leave it out"
    assert said.answers == [refusal, refusal, "saved SAF-01 2", "saved SAF-02 2"]


def test_words_after_a_score_stay_when_only_the_level_is_typed_again(here: Office) -> None:
    here.record("SAF-01 1 /od note the lock sticks", "SAF-01 2", "q")
    assert here.entry("SAF-01") == {
        "criterion": "SAF-01", "score": 2, "methods": ["observe", "document"], "note": "the lock sticks",
    }  # fmt: skip
    here.record("SAF-01 2 note mended", "SAF-01 /s", "q")
    assert (here.entry("SAF-01")["note"], here.entry("SAF-01")["methods"]) == ("mended", ["staff"])
    said = here.record("SAF-01 1", "SAF-01 2 note mended", "q")
    kept = "  note kept: mended  (SAF-01 note = empty it)"
    assert said.answers == ["saved SAF-01 1", kept, "saved SAF-01 2"]
    here.record("SAF-01 note", "q")
    assert here.entry("SAF-01")["note"] == ""


def test_the_reason_of_na_does_not_become_the_note_of_a_level(here: Office) -> None:
    here.record("SAF-02 NA no ground floor", "SAF-02 1", "q")
    assert here.entry("SAF-02")["note"] == ""


# ── moving ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_level_alone_is_for_the_next_open_criterion_and_typing_resumes_at_the_first(here: Office) -> None:
    said = here.record("2", "1 /o", "RGT-01 0", "q")
    assert said.answers == ["saved SAF-01 2", "saved SAF-02 1", "saved RGT-01 0"]
    said = here.record("NS", "2", "2", "2", "q")
    assert said.lines[0] == "S01, round R1, assessor A02: 3 of 6 scored"
    assert said.answers[:3] == ["saved SAF-03 NS", "saved RGT-02 2", "saved CHD-01 2"]
    assert said.answers[3].startswith("not saved: '2' is not")


def test_back_skip_jump_and_list(here: Office) -> None:
    said = here.record("2", "list", "back", "b", "back", "skip", "SAF-03", "1", "go CHD-01", "skip", "q")
    assert said.answers == [
        "saved SAF-01 2",
        "5 open: SAF-02 SAF-03 RGT-01 RGT-02 CHD-01",
        "at SAF-01",
        "at SAF-01",
        "at SAF-01",
        "at SAF-02",
        "at SAF-03",
        "saved SAF-03 1",
        "at CHD-01",
        "at CHD-01",
    ]
    assert here.record(*ALL_MET, "list", "q").answers[-1] == "Every criterion has a score."


def test_guidance_begins_with_the_id_and_shows_what_is_typed(here: Office) -> None:
    said = here.record("SAF-03 =2 /d note two this year", "?SAF-03", "?", "help", "q")
    shown = said.out
    assert "SAF-03  [1/6]  desired\n  A drill\n  2 = c\n  1 = b\n  0 = a\n  =N = drills a year\n" in shown
    assert "  now: 1 =2 /d two this year\n" in shown
    assert "SAF-01  [1/6]  critical, stop criterion, practice, not paper\n" in shown
    assert "SAF-03 NS               not seen; NS declined = residents did not wish to talk" in shown


# ── the visit's own record ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_visit_has_its_own_record_that_the_sheet_keeps(here: Office) -> None:
    said = here.record(
        "date ២០២៦-០៣-០៩", "language km", "interpreter from another town", "conflicts none", "interviews 9 6 3",
        *ALL_MET, "done",
    )  # fmt: skip
    assert said.answers[:5] == [
        "saved date 2026-03-09",
        "saved language km",
        "saved interpreter from another town",
        "saved conflicts none",
        "saved interviews 9 6 3",
    ]
    (sheet,) = sheets(here, "A02")
    notes = Notes.read(sheet.notes, {})
    assert (notes.visit.date, notes.visit.language, notes.visit.interpreter, notes.visit.conflicts) == (
        "2026-03-09", "km", "from another town", "none",
    )  # fmt: skip
    assert notes.visit.ready
    assert notes.interviews is not None
    assert (notes.interviews.asked, notes.interviews.agreed, notes.interviews.declined) == (9, 6, 3)
    assert here.shown()["interviews"] == [9, 6, 3]


def test_words_that_may_identify_someone_wait_until_a_person_confirms_them(here: Office) -> None:
    here.record("SAF-01 2 note call 012 345 678", "q")
    assert here.scores() == {}
    said = here.record("SAF-01 2 note call 012 345 678", "help", "SAF-01 7", "confirm", "confirm", "q")
    assert said.answers[0].startswith("not saved yet: the note may hold a telephone number: 012 345 678")
    assert said.answers[-2:] == ["saved SAF-01 2", "Nothing waits to be confirmed."]
    assert here.entry("SAF-01")["note"] == "call 012 345 678"
    confirmed = [each for each in here.journal() if "confirmed" in each]
    assert confirmed == ['{"confirmed":{"c":"SAF-01","codes":["note-phone"]}}']


def test_held_words_may_be_typed_in_other_words(here: Office) -> None:
    said = here.record("SAF-01 2 note ask a.b@example.org", "SAF-01 2 note ask the office", "done", "q")
    assert "not seen: SAF-02 SAF-03 RGT-01 RGT-02 CHD-01" in said.answers
    assert "confirmed" not in "".join(here.journal())
    assert here.entry("SAF-01")["note"] == "ask the office"


def test_the_visits_own_record_is_looked_at_too(here: Office) -> None:
    said = here.record("interpreter reach her at 012 345 678", "q")
    assert said.answers[0].startswith("not saved yet: ")
    assert said.answers[-1] == "not saved: interpreter, because nobody confirmed it"
    assert "012" not in "".join(here.journal())


def test_held_words_are_never_sealed_away_unseen(here: Office) -> None:
    """Two that wait: the first is let go by name. `done` asks before what waits is lost."""
    said = here.record("SAF-01 2 see a@b.org", "SAF-02 2 see a@b.org", "done", "confirm", "done")
    assert "not saved: SAF-01, because nobody confirmed it" in said.answers
    assert "not sealed: SAF-02 waits to be confirmed, or for other words" in said.answers
    assert "not seen: SAF-01 SAF-03 RGT-01 RGT-02 CHD-01" in said.answers
    assert here.shown()["sealed"]


# ── the rule of five ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_fewer_than_five_residents_said_takes_no_note_and_is_not_shown(here: Office) -> None:
    said = here.record("interviews 5 4 1", "RGT-01 1 /rd note one said so", "RGT-01 1 /rd", "q")
    assert "fewer than 5 residents agreed to talk" in said.answers[1]
    assert said.answers[2] == "saved RGT-01 1"
    assert here.entry("RGT-01")["methods"] == ["document"]
    assert "resident" not in here.record(more="--show").out


def test_a_note_on_what_residents_said_waits_for_the_count_and_stops_the_seal(here: Office) -> None:
    said = here.record("RGT-01 1 /r note rules are read aloud", "done", "interviews 6 5 1", "done")
    assert said.answers[0] == "saved RGT-01 1"
    assert "fewer than 5 residents agreed to talk, so RGT-01 takes no note" in said.answers[1]
    assert "\nsealed S01 A02 " in said.out
    assert here.entry("RGT-01")["methods"] == ["resident"]


# ── the pre-visit list ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_pre_visit_list_is_ticked_from_the_start_and_once(here: Office) -> None:
    said = here.record("SAF-01 2", more="")
    assert said.status == 1
    assert said.err.count("[ ]") == len(before_the_visit(Words("en")))
    assert "add --ready" in said.err
    assert here.journal() == []
    assert here.record("SAF-01 2", more="--ready").answers == ["saved SAF-01 2"]
    assert here.record("SAF-02 2", more="").answers == ["saved SAF-02 2"]
    assert [each for each in here.journal() if "ready" in each] == ['{"visit":{"ready":true}}']


# ── the sheet so far ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_sheet_so_far_has_the_documented_keys_before_and_after_sealing(here: Office) -> None:
    empty = here.shown()
    assert empty.keys() >= KEYS
    assert (empty["sealed"], empty["entries"]) == (False, [])
    here.record("RGT-02 1 /d note ខ្មែរ", "SAF-01 2", "q")
    before = here.shown()
    assert (before["round"], before["shelter"], before["assessor"], before["sealed"]) == ("R1", "S01", "A02", False)
    assert before["entries"] == [
        {"criterion": "SAF-01", "score": 2, "methods": [], "note": ""},
        {"criterion": "RGT-02", "score": 1, "methods": ["document"], "note": "ខ្មែរ"},
    ]
    here.record("done")
    after = here.shown()
    assert after["sealed"] is True
    assert {each["criterion"]: each["score"] for each in after["entries"]} == {
        "SAF-01": 2, "SAF-02": "NS", "SAF-03": "NS", "RGT-01": "NS", "RGT-02": 1, "CHD-01": "NS",
    }  # fmt: skip


def test_a_loaded_sheet_is_shown_as_it_was_sealed_and_also_after_the_close(here: Office) -> None:
    assert here.ssi(f"load {here.folder / 'scores.csv'}").status == 0
    assert here.shown("A03")["sealed"]
    assert here.ssi("round close --reason 'enough for a test'").status == 0
    assert here.shown("A03", more="--round R1")["entries"][0] == {
        "criterion": "SAF-01", "score": 1, "methods": ["observe", "document"], "note": "",
    }  # fmt: skip
    assert "round R1 is closed" in here.record("SAF-01 2", more="--ready --round R1").err


def test_the_sheet_so_far_as_text(here: Office) -> None:
    here.record("SAF-01 2 /o note seen", "q")
    assert here.record(more="--show").lines == ["SAF-01 2  observe  seen", "1 of 6 typed"]


# ── sealing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_done_in_a_pipe_seals_and_names_what_counts_as_not_seen(here: Office) -> None:
    said = here.record("SAF-01 2", "RGT-01 0", "done", "SAF-02 2")
    (sheet,) = sheets(here, "A02")
    assert said.answers[2:] == [
        "not seen: SAF-02 SAF-03 RGT-02 CHD-01",
        "not said: interviews date language interpreter conflicts",
        f"sealed S01 A02 {sheet.hash[:12]}",
        "next: not sealed yet at S01: A03",
        'to correct this sheet: ssi record S01 --as A02 --revise --reason "why"',
    ]
    assert here.shown()["sealed"]
    assert "is sealed" in here.record("SAF-01 1").err
    assert sheets(here, "A02") == [sheet]


def test_an_empty_sheet_is_not_sealed(here: Office) -> None:
    said = here.record("done", "2", "q")
    assert said.answers[0].startswith("not saved: nothing is typed for S01 by A02")
    assert said.answers[1] == "saved SAF-01 2"


def test_the_end_of_the_input_leaves_and_keeps_everything(here: Office) -> None:
    said = here.record("SAF-01 2")
    assert said.lines[-1] == "Left, not sealed; everything saved stays saved. The same command resumes here."
    assert here.shown() | {"entries": []} == here.shown() | {"entries": [], "sealed": False}
    assert here.scores() == {"SAF-01": 2}


def test_a_correction_takes_the_place_of_the_old_sheet_which_stays_in_the_store(here: Office) -> None:
    here.record(*ALL_MET, "SAF-01 2 note as it was", "done")
    (old,) = sheets(here, "A02")
    assert "needs a reason" in here.record("SAF-01 1", more="--revise").err
    said = here.record("SAF-01 1", "done", more="--revise --reason 'typed wrongly'")
    (new,) = sheets(here, "A02")
    assert said.answers[0] == "saved SAF-01 1"
    assert f"sealed S01 A02 {new.hash[:12]}" in said.answers
    assert (new.replaces, Notes.read(new.notes, {}).reason) == (old.hash, "typed wrongly")
    assert here.scores()["SAF-01"] == 1
    assert here.entry("SAF-01")["note"] == "as it was"
    assert {each.hash for each in sheets(here, "A02", every=True)} == {old.hash, new.hash}
    with open_store(here.folder / "scores.db", read_only=True) as store:
        (decision,) = store.decisions("R1", "revise")
    assert (decision.who, decision.why, decision.body["replaces"]) == ("A02", "typed wrongly", old.hash)
    assert json.loads(here.ssi("verify --json").out)["differs"] == []


def test_a_correction_of_a_loaded_sheet_begins_whole_and_needs_no_pre_visit_list(here: Office) -> None:
    here.record("RGT-02 0 /o note typed before the file came", "q", who="A02")
    assert here.ssi(f"load {here.folder / 'scores.csv'} --revise --reason 'the paper counts'").status == 0
    loaded = here.scores("A02")
    said = here.record("SAF-02 2", "q", who="A02", more="--revise --reason 'wrong column'")
    assert said.lines[0] == "S01, round R1, assessor A02: 6 of 6 scored"
    assert here.scores("A02") == loaded | {"SAF-02": 2}
    assert here.entry("RGT-02", "A02")["note"] == ""
    begun = [each for each in here.journal("A02") if '"revise"' in each]
    assert len(begun) == 1, "one text begins the correction, so that a power cut begins all of it or nothing"
    here.record("done", who="A02", more="")
    assert here.scores("A02") == loaded | {"SAF-02": 2}


def test_what_was_not_seen_is_open_again_in_a_correction_and_stays_so_unless_somebody_scores_it(here: Office) -> None:
    here.record("SAF-01 2", "SAF-02 NS", "SAF-03 NS note locked", "RGT-01 NS declined", "done")
    said = here.record("list", "1", "seal", more="--revise --reason 'seen on the second day'")
    assert said.answers[:2] == ["3 open: SAF-02 RGT-02 CHD-01", "saved SAF-02 1"]
    assert here.scores() == {
        "SAF-01": 2, "SAF-02": 1, "SAF-03": "NS", "RGT-01": "NS declined", "RGT-02": "NS", "CHD-01": "NS",
    }  # fmt: skip
    assert here.entry("SAF-03")["note"] == "locked"


def test_a_correction_of_a_sheet_on_which_nothing_was_seen_may_be_sealed_as_it_is(here: Office) -> None:
    here.record("SAF-01 NS", "done")
    said = here.record("language km", "done", more="--revise --reason 'the language'")
    assert "\nsealed S01 A02 " in said.out


def test_a_correction_that_is_begun_is_seen_until_it_is_sealed(here: Office) -> None:
    for who in ("A02", "A03"):
        here.record(*ALL_MET, "done", who=who)
    here.record("SAF-01 1", "q", more="--revise --reason 'typed wrongly'")
    begun = "S01: the correction of A02 is begun and not sealed"
    found = json.loads(here.ssi("status --json").out)
    assert begun in found["missing"]
    assert "ssi record S01 --as A02 --round R1" in found["next"]
    assert begun in here.ssi("round close").err
    assert "these corrections are not sealed" in here.record(more="--show").lines[-1]
    (old,) = sheets(here, "A02")
    assert (here.shown()["sealed"], here.shown()["replaces"]) == (False, old.hash)
    here.record("done", more="")
    assert begun not in here.ssi("status --json").out + here.ssi("round close").err
    assert "replaces" not in here.shown()


# ── who may score where ──────────────────────────────────────────────────────────────────────────────────────────────


def test_nobody_scores_at_home_and_nobody_unknown_scores(here: Office) -> None:
    assert "nobody scores their own shelter" in here.record("SAF-01 2", who="A01", at="S01").err
    assert "has no assessor A99" in here.record("SAF-01 2", who="A99").err
    assert "has no shelter S99" in here.record("SAF-01 2", at="S99").err


def test_somebody_unplanned_records_all_the_same_and_is_told(here: Office) -> None:
    said = here.record("SAF-01 2", who="A03", at="S02")
    assert said.lines[1] == "A03 at S02 is not in visits.csv for this round; recorded all the same."
    assert said.lines[2] == "saved SAF-01 2"
    assert "visits.csv" not in here.record("SAF-01 2", who="A02", at="S01").out


def test_a_self_round_is_recorded_at_home_only(here: Office) -> None:
    assert here.ssi("round open OWN --kind self").status == 0
    said = here.record("SAF-01 2", "done", who="A01", more="--round OWN --ready")
    assert "visits.csv" not in said.out
    assert "not said" not in said.out
    assert "\nsealed S01 A01 " in said.out
    assert "next: nothing is missing at S01" in said.answers
    assert "is not at home in S01" in here.record("SAF-01 2", who="A02", more="--round OWN --ready").err


def test_two_open_rounds_ask_which(here: Office) -> None:
    assert here.ssi("round open OWN --kind self").status == 0
    assert "which round is meant? Open now: R1, OWN" in here.record("SAF-01 2").err


# ── the agreed sheet ─────────────────────────────────────────────────────────────────────────────────────────────────


def agree(here: Office, *typed: str, more: str = "") -> tuple[int, str]:
    said = here.record(*typed, who="agreed", more=more)
    return said.status, said.out + said.err


def test_the_team_agrees_only_after_every_sheet_is_sealed(here: Office) -> None:
    assert "waiting for A02, A03" in agree(here, "SAF-01 1")[1]
    here.record(*ALL_MET, "done", who="A02")
    here.record("SAF-01 1", "q", who="A03")
    status, text = agree(here, "SAF-01 1")
    assert (status, "waiting for A03" in text) == (1, True)
    assert here.journal("agreed") == []
    here.record("done", who="A03")
    assert agree(here, "SAF-01 1 note seen again", "q")[0] == 0


def test_somebody_who_ticked_the_list_by_mistake_and_typed_nothing_is_not_waited_for(here: Office) -> None:
    here.record("q", who="A04")
    for who in ("A02", "A03"):
        here.record(*ALL_MET, "done", who=who)
    assert agree(here, "SAF-01 1 note seen again", "q")[0] == 0


def test_the_agreed_sheet_settles_only_what_was_typed_and_rests_on_the_others(here: Office) -> None:
    here.record(*ALL_MET, "done", who="A02")
    here.record("SAF-01 0", *ALL_MET[1:], "done", who="A03")
    status, text = agree(here, "SAF-01 1 note talked it over", "done")
    assert status == 0
    assert "not seen" not in text
    (sheet,) = sheets(here, "agreed")
    assert sheet.levels == (1, None, None, None, None, None)
    both = {each.hash for who in ("A02", "A03") for each in sheets(here, who)}
    assert set(Notes.read(sheet.notes, {}).rests_on) == both
    assert here.scores("agreed") == {"SAF-01": 1}


def test_the_agreed_sheet_is_stale_when_a_sheet_under_it_is_corrected(here: Office) -> None:
    for who, score in (("A02", 2), ("A03", 0)):
        here.record(f"SAF-01 {score}", *ALL_MET[1:], "done", who=who)
    agree(here, "SAF-01 1 note seen again", "done")
    here.record("SAF-02 1", "done", who="A03", more="--revise --reason 'typed wrongly'")
    refused = here.ssi("round close")
    assert refused.status == 1
    assert "the agreed sheet rests on a sheet that was replaced" in refused.err
    assert agree(here, "done", more="--revise --reason 'a sheet changed'")[0] == 0
    (again,) = sheets(here, "agreed")
    assert {each.hash for each in sheets(here, "A03")} < set(Notes.read(again.notes, {}).rests_on)
    assert "the agreed sheet rests" not in here.ssi("round close --reason 'visits to S02 fell out'").err


def test_the_team_walks_through_what_its_sheets_differ_on_contested_first(here: Office) -> None:
    here.record("SAF-01 2", "SAF-02 0", "SAF-03 1", "RGT-01 0", "RGT-02 2", "CHD-01 2", "done", who="A02")
    said = here.record("SAF-01 0", "SAF-02 2", "SAF-03 2", "RGT-01 2", "RGT-02 2", "CHD-01 2", "done", who="A03")
    missing = "S01: 3 contested criteria are in no agreed sheet: SAF-01 SAF-02 RGT-01"
    assert f"next: {missing}: ssi agree S01 --round R1" in said.answers
    assert missing in json.loads(here.ssi("status --json").out)["missing"]
    said = here.record("list", "1 note a", "CHD-01 1", "1 note b", "1 note c", "list", "done", who="agreed", more="")
    assert said.lines[0] == "S01, round R1, assessor agreed: 0 of 4 settled"
    assert said.answers[:6] == [
        "4 open: SAF-01 (contested) RGT-01 (contested) SAF-02 (contested) SAF-03",
        "saved SAF-01 1",
        "saved CHD-01 1",
        "saved RGT-01 1",
        "saved SAF-02 1",
        "1 open: SAF-03",
    ]
    assert "next: nothing is missing at S01" in said.answers
    assert "not said" not in said.out


def test_the_team_sees_every_level_and_no_name(here: Office) -> None:
    here.record("SAF-01 2", *ALL_MET[1:], "done", who="A02")
    here.record("SAF-01 0", *ALL_MET[1:], "done", who="A03")
    said = here.record("?SAF-01", "?SAF-02", "q", who="agreed", more="")
    assert said.out.count("  given: 0 2\n") == said.out.count("given") == 1
    assert "SAF-01  [0/1]  critical, stop criterion, practice, not paper, contested" in said.out
    assert "A02" not in said.out


def test_what_is_contested_and_not_settled_is_named_at_the_seal(here: Office) -> None:
    here.record("SAF-01 2", "SAF-02 0", *ALL_MET[2:], "done", who="A02")
    here.record("SAF-01 0", "SAF-02 2", *ALL_MET[2:], "done", who="A03")
    said = here.record("SAF-01 1 note seen again", "SAF-02 NS", "done", who="agreed", more="")
    assert "not settled: SAF-02" in said.answers
    one = "S01: 1 contested criterion is in no agreed sheet: SAF-02"
    again = "ssi agree S01 --revise --reason TEXT --round R1"
    assert f"next: {one}: {again}" in said.answers
    found = json.loads(here.ssi("status --json").out)
    assert one in found["missing"]
    assert again in found["next"]
    assert one in here.ssi("round close").err


def test_a_score_under_a_wrong_code_is_named_and_keeps_nobody_waiting(here: Office) -> None:
    here.record("SAF-01 2", "q", who="A04")
    for who in ("A02", "A03"):
        here.record(*ALL_MET, "done", who=who)
    said = here.record("back", "list", "q", who="agreed", more="")
    assert said.status == 0
    assert said.answers == [
        "A04 has begun a sheet here, planned by nobody and not sealed; it is not waited for.",
        "at CHD-01",
        "Nothing that the sheets differ on is open.",
    ]


def test_criteria_are_shown_in_the_language_asked_for_and_a_draft_under_its_source(tmp_path: Path) -> None:
    line = f"init {tmp_path / 'p'} --standard ssi-core --name P --country KH --currency USD --language en"
    assert ssi(tmp_path, *line.split()).status == 0
    here = Office(tmp_path / "p")
    (here.folder / "shelters.csv").write_text("shelter,kind,capacity,region,operator,children\nS01,long-term,9,,,no\n")
    (here.folder / "assessors.csv").write_text("assessor,shelter,trained_on,languages,role\nA02,,,,\n")
    assert here.ssi("round open R1 --kind baseline").status == 0
    said = here.record("?SAF-01", "q", more="--ready --lang km").out.split("\n")
    at = said.index("  The location of the shelter is not made public")
    assert "ជម្រក" in said[at + 1]
    assert here.record("?SAF-01", "q").out.count("ជម្រក") == 0
