"""`ssi record --table`: several finished paper sheets keyed in at once, a line a criterion."""

from pathlib import Path

import pytest

from tests.cli.keyed import keyed
from tests.cli.visiting import IDS, Office, office
from tests.running import Said

CODES = ("A02", "A03", "A04")


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


def table(here: Office, *typed: str, codes: str = ",".join(CODES), more: str = "--ready") -> Said:
    return here.ssi(f"record S01 --table '{codes}' {more}", *typed)


def levels(here: Office, criterion: str) -> list[object]:
    return [here.scores(who).get(criterion) for who in CODES]


def test_a_line_is_a_level_of_each_assessor_in_the_order_in_which_they_were_named(here: Office) -> None:
    said = table(here, "210", "SAF-03 ០១២", "1nd no ground floor", "-s.", "saf-01 1--", codes="A02, A03 ,A04")
    assert levels(here, "SAF-01") == [1, 1, 0]
    assert levels(here, "SAF-02") == [1, "NA", "NS declined"]
    assert levels(here, "SAF-03") == [0, 1, 2]
    assert levels(here, "RGT-01") == [None, "NS", None], "the line after SAF-02 is for the next one that is open"
    assert here.entry("SAF-02", "A03")["note"] == "no ground floor"
    assert [here.entry("SAF-02", who)["note"] for who in ("A02", "A04")] == ["", ""]
    assert said.out.count("\nsaved ") == 5
    assert "\nsaved SAF-02 1 NA NS declined\n" in said.out
    assert said.out.endswith("Left, not sealed; everything saved stays saved. The same command resumes here.\n")


@pytest.mark.parametrize(
    "line",
    ["21", "2101", "21x", "217", "n10", "21n", "SAF-99 210", "210 with a reason for nothing",
     "SAF-02 nn0 call 012 345 678", "undo", "confirm", "interviews 5 3 2", "A02 done", "A02 q", "g CHD-99", "A04 wat"],
)  # fmt: skip
def test_a_refused_line_changes_nothing_on_any_sheet(here: Office, line: str) -> None:
    said = table(here, line, "q")
    assert said.out.count("not saved: ") >= 1
    assert "saved SAF" not in said.out
    assert [here.scores(who) for who in CODES] == [{}, {}, {}]


def test_what_belongs_to_one_sheet_is_typed_behind_its_code(here: Office) -> None:
    said = table(here, "210", "A03 SAF-01 1 /od note the lock", "A03 interviews 5 3 2", "A02 2", "A03 1", "A04 0",
                 "A04 undo", "A02 SAF-01 note call 012 345 678", "A02 confirm", "222")  # fmt: skip
    assert (here.entry("SAF-01", "A03")["note"], here.entry("SAF-01", "A03")["score"]) == ("the lock", 1)
    assert here.shown("A03")["interviews"] == [5, 3, 2]
    assert "interviews" not in here.shown("A02")
    assert levels(here, "SAF-02") == [2, 1, None]
    assert levels(here, "SAF-03") == [2, 2, 2], "when all have a level the next one is asked for"
    assert "A02: not saved yet: " in said.out
    assert here.entry("SAF-01", "A02")["note"] == "call 012 345 678"


def test_a_level_typed_again_keeps_methods_and_note(here: Office) -> None:
    table(here, "210", "A02 SAF-01 2 /o note the lock", "SAF-01 0--")
    assert dict(here.entry("SAF-01")) == {"criterion": "SAF-01", "score": 0, "methods": ["observe"], "note": "the lock"}


def test_done_seals_every_sheet_and_a_sheet_that_cannot_be_sealed_stays(here: Office) -> None:
    said = table(here, "21-", "done", "2", "done")
    assert "A04: not saved: " in said.out
    assert [here.shown(who)["sealed"] for who in CODES] == [True, True, True]
    assert said.out.count("sealed S01 ") == 3


def test_the_three_sheets_are_as_if_each_had_been_typed_alone(here: Office, tmp_path: Path) -> None:
    other = office(tmp_path / "other")
    lines = ("210", "100", "222", "111", "012", "201")
    table(here, *lines, "done")
    for at, who in enumerate(CODES):
        other.record(*(line[at] for line in lines), "done", who=who)
    for who in CODES:
        assert here.shown(who) == other.shown(who)
        assert here.journal(who) == other.journal(who)


def test_at_a_terminal_it_shows_asks_and_asks_once_more_before_the_seal(here: Office) -> None:
    typed = ("210", "list", "back", "h", "?", "find play", "skip", "go SAF-02", "done", "list", "done", "done")
    said = keyed(here, "", "record S01 --table A02,A03,A04 --ready", *typed)
    first, *rest = said.out.split(" A02 A03 A04> ")
    assert "one mark for each of A02 A03 A04, as 222." in first
    assert [each.splitlines()[-1] for each in (first, *rest[:-1])] == [
        "SAF-01 ", "SAF-02 ", "SAF-02 ", "SAF-01 ", "SAF-01 ", "SAF-01 ", "CHD-01 ", "CHD-01 ", "SAF-02 ", "SAF-02 ",
        "SAF-02 ", "SAF-02 ",
    ]  # fmt: skip
    assert "A02: 5 open: SAF-02 SAF-03 RGT-01 RGT-02 CHD-01\n" in said.out
    assert said.out.count("Type `done` again to seal all the same, or go on.") == 2
    assert "now: " not in said.out, "nobody is shown what the others gave"
    assert [here.shown(who)["sealed"] for who in CODES] == [True, True, True]


@pytest.mark.parametrize("codes", ["A02", "A02,A02", "A02,", "A02,agreed"])
def test_it_needs_two_assessors_or_more(here: Office, codes: str) -> None:
    assert table(here, "21", codes=codes).status == 2


def test_who_may_not_score_here_is_refused_before_anything_is_typed(here: Office) -> None:
    assert table(here, "21", codes="A02,A01").status == 1
    assert table(here, "21", codes="A02,A03", more="").status == 1
    assert here.journal() == []


def test_a_sheet_that_somebody_types_is_refused_in_the_table(here: Office) -> None:
    from ssi.store import open_store

    with open_store(here.folder / "scores.db") as store, store.claim("R1", "S01", "A03"):
        assert table(here, "210").status == 1
    assert here.scores() == {}


def test_a_second_keying_takes_a_table_too(here: Office) -> None:
    table(here, *["210"] * len(IDS))
    said = table(here, "210", "200", *["210"] * 4, "done", more="--again")
    assert "A02: Both keyings say the same, all 6 criteria.\n" in said.out
    assert "A03:   SAF-02  1 | 0\n" in said.out
    assert levels(here, "SAF-02") == [2, 1, 0]
