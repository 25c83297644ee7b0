"""`ssi standard diff` as a person types it."""

import json
from pathlib import Path

import pytest

from tests.making import SMALL
from tests.running import ssi
from tests.standards import versions


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with ssi-core 1.1.0 under standards/, its register of comments and its adoption file."""
    versions.write(tmp_path / "standards")
    (tmp_path / "consultation.csv").write_text(versions.COMMENTS, encoding="utf-8")
    return tmp_path


NEW = "standards/ssi-core/1.1.0.toml"


def adopt(here: Path) -> None:
    """1.1.0 released, and adopted from 1 Mar 2027 on."""
    text = (here / NEW).read_text(encoding="utf-8")
    (here / NEW).write_text(text.replace('status = "draft"', 'status = "released"', 1), encoding="utf-8")
    days = ("--adopted", "2027-01-05", "--in-force", "2027-03-01")
    told = ssi(here, "standard", "adopt", NEW, "--authority", "Ministry", "--instrument", "Decree 7", *days,
               "--consulted", "survivor_groups=1")  # fmt: skip
    assert told.status == 0, told.err


def test_two_versions_on_the_terminal(here: Path) -> None:
    told = ssi(here, "standard", "diff", "ssi-core@1.0.0", NEW)
    assert (told.status, told.err) == (0, "")
    assert "These changes need a minor version: 1.1.0 or later. The file says 1.1.0." in told.out
    assert "82 of the 82 asked before can be compared" in told.out
    assert "within 14 days" not in told.out  # texts stand in files


def test_the_page_in_a_file_has_both_texts_and_the_terminal_only_says_so(here: Path) -> None:
    assert ssi(here, "standard", "diff", "ssi-core@1.0.0", NEW, "--to", "changes.html").out == "Written: changes.html\n"
    page = (here / "changes.html").read_text(encoding="utf-8")
    assert "within [14] days" in page and "within [7] days" in page


def test_as_json(here: Path) -> None:
    told = ssi(here, "standard", "diff", "ssi-core@1.0.0", NEW, "--json", "--consultation", "consultation.csv")
    found = json.loads(told.out)
    assert (found["needs"], found["at_least"], found["enough"], found["faults"]) == ("minor", "1.1.0", True, [])
    assert found["percent_comparable"] is False and len(found["matched"]) == 82
    assert found["consultation"]["counts"] == {"open": 1, "accepted": 2, "partly": 1, "declined": 1}
    cuts = next(each for each in found["changes"] if each["what"] == "The cuts of the measure are stricter.")
    assert (cuts["criterion"], cuts["effect"], cuts["needs"]) == ("WSH-04", "stricter", "minor")


@pytest.mark.parametrize("asked", [["--to", "change-note.html"], ["--to", "letter.html", "--note"]])
def test_the_change_note(here: Path, asked: list[str]) -> None:
    adopt(here)
    told = ssi(here, "standard", "diff", "ssi-core@1.0.0", NEW, *asked, "--consultation", "consultation.csv")
    assert told.status == 0
    page = (here / asked[1]).read_text(encoding="utf-8")
    assert "From 1 Mar 2027 on ssi-core 1.1.0 holds in place of ssi-core 1.0.0." in page
    assert "What is new for you" in page and "Answers to the consultation" in page


def test_an_adoption_file_that_cannot_be_read_is_named_and_no_letter_says_that_no_day_is_fixed(here: Path) -> None:
    (here / "standards/ssi-core/1.1.0.adoption.toml").write_text("in_force = [", encoding="utf-8")
    told = ssi(here, "standard", "diff", "ssi-core@1.0.0", NEW, "--to", "change-note.html")
    assert told.status == 1 and "1.1.0.adoption.toml:1" in told.err
    assert not (here / "change-note.html").exists()


def test_an_overlay_says_what_its_base_says_in_another_language(here: Path) -> None:
    told = ssi(here, "standard", "diff", "ssi-core", "vn", "--lang", "km", "--to", "changes.html")
    assert told.status == 0, told.err
    page = (here / "changes.html").read_text(encoding="utf-8")
    assert 'lang="km"' in page


def test_a_version_that_claims_too_little_is_shown_and_refused_and_no_file_is_written(here: Path) -> None:
    wrong = versions.write(here / "wrong", "1.0.1")
    told = ssi(here, "standard", "diff", "ssi-core@1.0.0", wrong)
    assert told.status == 1 and "SAF-12" in told.out
    assert "1.0.1.toml:44:1: version 1.0.1 is too small" in told.err and "give it the version 1.1.0" in told.err
    assert ssi(here, "standard", "diff", "ssi-core@1.0.0", wrong, "--to", "change-note.html").status == 1
    assert not (here / "change-note.html").exists()
    told = ssi(here, "standard", "diff", "ssi-core@1.0.0", wrong, "--json")
    found = json.loads(told.out)
    assert told.status == 1 and [each["code"] for each in found["faults"]] == ["version-too-small"]
    assert found["enough"] is False and found["changes"]


def test_the_same_bytes_differ_in_nothing(here: Path) -> None:
    told = ssi(here, "standard", "diff", "ssi-core@1.0.0", "ssi-core@1.0.0")
    assert told.status == 0 and "Nothing differs." in told.out


def test_the_same_version_with_a_comment_more_is_a_fault(here: Path) -> None:
    (here / "mine.toml").write_text(versions.OLD.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    told = ssi(here, "standard", "diff", "ssi-core@1.0.0", "mine.toml")
    assert told.status == 1 and "Only comments or layout of the file differ" in told.err and "1.0.1" in told.err


def test_two_standards_need_no_version_and_what_is_weaker_is_listed(here: Path) -> None:
    (here / "a.toml").write_text(SMALL, encoding="utf-8")
    other = SMALL.replace('id = "small"', 'id = "other"').replace('class = "critical", gate = true,', 'class = "must",')
    (here / "b.toml").write_text(other, encoding="utf-8")
    told = ssi(here, "standard", "diff", "a.toml", "b.toml")
    assert (told.status, told.err) == (0, "")
    assert "no version number is asked for" in told.out
    assert "it is no longer a stop criterion" in told.out


def test_faults_of_both_files_are_told_together(here: Path) -> None:
    for name in ("a", "b"):
        (here / f"{name}.toml").write_text(SMALL.replace('"lower"', '"x"').replace("format = 1", "format = 2"), "utf-8")
    told = ssi(here, "standard", "diff", "a.toml", "b.toml")
    assert told.status == 1 and "a.toml:2" in told.err and "b.toml:2" in told.err
