"""`ssi urgent`: a stop criterion at its worst level is told at once and stands in the list until it is put right."""

import json
from pathlib import Path

import pytest

from tests.cli.visiting import Office, office
from tests.running import NOW

DUE = "2026-03-04"  # a week after NOW, and as a page writes it:
WRITTEN = "4 Mar 2026"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    """SAF-01 at 0 and RGT-01 at 1 on both sheets of S01; nothing of S02."""
    made = office(tmp_path / "programme")
    for who in ("A02", "A03"):
        made.record("0", "2", "2", "1", "2", "2", "interviews 9 6 3", "done", who=who)
    return made


def listed(here: Office) -> list[tuple[str, str, str]]:
    """Shelter, criterion and date due; `status` and `urgent list` never differ."""
    found = json.loads(here.ssi("urgent list --json").out)["urgent"]
    assert json.loads(here.ssi("status --json").out)["urgent"] == found
    return [(each["shelter"], each["criterion"], each["due"]) for each in found]


def test_it_waits_for_no_close_and_is_only_the_worst_level_of_a_stop_criterion(here: Office) -> None:
    assert NOW == "1772000000"
    assert listed(here) == [("S01", "SAF-01", DUE)]


def test_it_waits_for_the_visits_last_sheet(tmp_path: Path) -> None:
    here = office(tmp_path / "programme")
    here.record("0", "done")
    assert listed(here) == []


def test_the_notice_names_what_and_when_and_never_what_happened(here: Office) -> None:
    here.record("SAF-01 0 note the night guard left", "done", more='--revise --reason "a note"')
    assert here.ssi("urgent notice S01 --to notice.html").status == 0
    text = here.ssi("urgent notice S01").out
    for page in (text, (here.folder / "notice.html").read_text()):
        assert "SAF-01" in page
        assert WRITTEN in page
        for hidden in ("night guard", "A02", "A03", "RGT-01", "%"):
            assert hidden not in page.split("</style>")[-1]
    assert here.ssi("urgent notice S02").status == 1


def test_a_decision_with_its_reason_clears_it_and_alters_no_score(here: Office) -> None:
    before = here.shown()
    assert here.ssi("urgent clear S01 SAF-01").status == 1
    assert here.ssi('urgent clear S01 SAF-01 --reason "  "').status == 1
    assert here.ssi('urgent clear S01 RGT-01 --reason "a rule was written"').status == 1
    assert listed(here) != []
    assert here.ssi('urgent clear S01 SAF-01 --reason "two staff now stay at night"').status == 0
    assert listed(here) == []
    assert here.shown() == before
    assert here.ssi("urgent notice S01").status == 1
    assert here.ssi('urgent clear S01 SAF-01 --reason "once more"').status == 1


def test_a_later_sheet_that_shows_it_put_right_clears_it(here: Office) -> None:
    for who in ("A02", "A03"):
        here.record("SAF-01 1", "done", who=who, more='--revise --reason "seen again"')
    assert listed(here) == []


def test_what_is_at_its_worst_again_is_urgent_again(here: Office) -> None:
    here.ssi('urgent clear S01 SAF-01 --reason "two staff now stay at night"')
    for who, at in (("A01", "S02"), ("A04", "S02")):
        here.record("2", "2", "2", "2", "2", "interviews 9 6 3", "done", who=who, at=at)
    assert here.ssi("round close R1").status == 0
    assert listed(here) == []
    here.ssi("round open R2 --kind follow-up")
    for who in ("A02", "A03"):
        here.record("0", "2", "2", "2", "2", "2", "done", who=who, more="--ready --round R2")
    assert ("S01", "SAF-01") in [each[:2] for each in listed(here)]


def test_a_reason_that_may_identify_somebody_is_asked_about(here: Office) -> None:
    refused = here.ssi('urgent clear S01 SAF-01 --reason "call 012 345 678"')
    assert refused.status == 1
    assert "--words-ok" in refused.err
    assert here.ssi('urgent clear S01 SAF-01 --reason "call 012 345 678" --words-ok').status == 0
    assert listed(here) == []
