"""`ssi reply`: what a shelter answers to its result is kept with it and stands in every later report."""

from pathlib import Path

import pytest

from tests.cli.visiting import Office, office

FIRST = "The stair was mended in April."
SECOND = "យើង​បាន​ជួសជុល​ជណ្តើរ។"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    made = office(tmp_path / "programme", open=False)
    for line in ("round open R1 --kind baseline", "load scores.csv", "round close R1"):
        assert made.ssi(line).status == 0, line
    return made


def report(here: Office, more: str = "") -> str:
    said = here.ssi(f"report shelter S01 {more}")
    assert said.status == 0, said
    return " ".join(said.out.split())


def test_every_later_report_shows_every_reply_of_this_shelter(here: Office) -> None:
    assert "The shelter's reply" not in report(here)
    assert here.ssi(f'reply S01 --text "{FIRST}"').status == 0
    assert here.ssi("reply S01", SECOND).status == 0
    shown = report(here)
    assert "The shelter's reply" in shown
    assert FIRST in shown
    assert SECOND in shown
    assert FIRST not in here.ssi("report shelter S02").out
    here.ssi("round open R2 --kind follow-up")
    for who, at in (("A02", "S01"), ("A03", "S01"), ("A01", "S02"), ("A04", "S02")):
        here.record("2", "2", "2", "2", "2", "2", "done", who=who, at=at, more="--ready --round R2")
    assert here.ssi("round close R2 --reason few").status == 0
    assert FIRST in report(here, "R2 R1")


def test_nothing_said_is_no_reply(here: Office) -> None:
    for line in ("reply S01", 'reply S01 --text " "', "reply S09 --text yes"):
        assert here.ssi(line, "").status == 1, line
    assert "The shelter's reply" not in report(here)


def test_words_that_may_identify_are_kept_only_where_somebody_says_so(here: Office) -> None:
    line = "reply S01 --text 'write to dara@example.org'"
    refused = here.ssi(line)
    assert refused.status == 1
    assert "--words-ok" in refused.err
    assert "dara" not in report(here)
    assert here.ssi(f"{line} --words-ok").status == 0
    assert "dara@example.org" in report(here)


def test_a_shelter_may_reply_while_the_round_is_open(tmp_path: Path) -> None:
    open_one = office(tmp_path / "programme")
    said = open_one.ssi(f'reply S01 --text "{FIRST}"')
    assert said.status == 0
    assert "R1" in said.out
