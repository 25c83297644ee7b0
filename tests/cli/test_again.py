"""`ssi record --again`: a paper sheet typed for the second time, and where the two keyings do not say the same."""

import json
from pathlib import Path

import pytest

from tests.cli.keyed import keyed
from tests.cli.visiting import IDS, Office, office
from tests.running import Said

LEVELS = ("2", "1", "0", "2", "2", "2")


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


def again(here: Office, *typed: str) -> Said:
    return here.record(*typed, more="--again")


@pytest.mark.parametrize("sealed", [False, True])
def test_done_lists_what_differs_and_changes_neither(here: Office, sealed: bool) -> None:
    here.record("2 /od note the lock", *LEVELS[1:], *(["done"] if sealed else []))
    said = again(here, "2 /o note the lock", "1", "1", "2", "NS", "done")
    assert said.lines[-7:-2] == [
        "4 of 6 criteria differ:", "  SAF-01  2 /od the lock | 2 /o the lock", "  SAF-03  0 | 1", "  RGT-02  2 | NS",
        "  CHD-01  2 | -",
    ]  # fmt: skip
    mend = ' --revise --reason "keyed in wrongly"' if sealed else ""
    assert said.lines[-2].endswith(f"mend the first: ssi record S01 --as A02{mend}")
    assert said.lines[-1] == "or the second: ssi record S01 --as A02 --again"
    assert here.shown()["sealed"] == sealed
    assert here.scores()["SAF-03"] == 0


def test_what_is_mended_in_either_no_longer_differs(here: Office) -> None:
    here.record(*LEVELS)
    assert "2 of 6 criteria differ" in again(here, "2", "1", "1", "2", "1", "2", "done").out
    here.record("SAF-03 1", more="")
    assert "1 of 6 criteria differ" in again(here, "done").out
    said = again(here, "RGT-02 2", "done")
    assert said.lines[-1] == "Both keyings say the same, all 6 criteria."


@pytest.mark.parametrize("sealed", [False, True])
def test_a_blank_on_paper_is_not_seen_in_either_keying(here: Office, sealed: bool) -> None:
    here.record(*LEVELS[:5], *(["done"] if sealed else []))
    assert again(here, *LEVELS[:5], "done").lines[-1] == "Both keyings say the same, all 6 criteria."
    assert again(here, "CHD-01 NS", "done").lines[-1] == "Both keyings say the same, all 6 criteria."
    assert "1 of 6 criteria differ" in again(here, "CHD-01 0", "done").out


def test_it_is_resumed_and_shows_nothing_of_the_first(here: Office) -> None:
    here.record("2 note the red door", *LEVELS[1:])
    keyed(here, "21q", "record S01 --as A02 --again")
    said = keyed(here, "bbq", "record S01 --as A02 --again")
    assert said.out.startswith("S01, round R1, assessor A02: 2 of 6 scored\n")
    assert "red door" not in said.out
    assert "  now: 1\n" in said.out


def test_show_json_has_the_mismatches(here: Office) -> None:
    here.record(*LEVELS)
    again(here, "2", "0")
    shown = json.loads(here.ssi("record S01 --as A02 --again --show --json").out)
    assert shown["mismatches"] == list(IDS[1:])
    assert [each["score"] for each in shown["entries"]] == [2, 0]
    assert "mismatches" not in here.shown()


def test_the_second_keying_is_no_sheet_and_is_waited_for_by_nobody(here: Office) -> None:
    for who in ("A02", "A03"):
        here.record(*LEVELS, "done", who=who)
    for who in ("A01", "A04"):
        here.record(*LEVELS[:-1], "done", who=who, at="S02")
    before = here.ssi("status --json").out
    again(here, "0", "0", "done")
    here.ssi("record S02 --as A01 --again", "0")
    assert here.ssi("status --json").out == before
    assert here.ssi("score R1 --json").status == 0
    assert "A02" not in here.ssi("record S01 --as agreed", "q").out
    assert here.ssi("round close R1").status == 0
    assert here.ssi("verify").status == 0
    assert len(json.loads(here.ssi("score R1 --json").out)["shelters"]) == 2


def test_the_first_keying_and_the_second_have_each_their_own_lock(here: Office) -> None:
    from ssi.store import open_store

    here.record("2")
    with open_store(here.folder / "scores.db") as store, store.claim("R1", "S01", "A02"):
        assert again(here, "2").status == 0
        assert here.record("2").status == 1
    assert again(here, "2", "2").status == 0


def test_there_is_no_second_without_a_first_and_none_of_what_is_agreed(here: Office) -> None:
    assert again(here, "2").status == 1
    for who in ("A02", "A03"):
        here.record(*LEVELS, "done", who=who)
    assert here.ssi("record S01 --as agreed --again", "2").status == 1
