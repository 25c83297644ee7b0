"""What a first-time user stumbled on: mistakes that were once taken in silence, and dead ends."""

import json
from pathlib import Path

import pytest

from ssi.programme.new import COLUMNS, WRITTEN
from ssi.programme.tables import TABLES
from tests.cli.visiting import Office, office
from tests.running import ssi

SCORES = "round,shelter,assessor,criterion,score,methods,note\n"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


def closed(here: Office, tmp_path: Path) -> None:
    (here.folder / "few.csv").write_text(SCORES + "R1,S01,A02,SAF-01,0,observe,\nR1,S01,A02,SAF-02,0,observe,\n")
    assert here.ssi("load few.csv").status == 0
    assert here.ssi("round close R1 --reason trial").status == 0
    assert here.ssi("allocate R1 --to proposal.json").status == 0


def test_init_refuses_what_check_would_refuse_and_leaves_nothing(tmp_path: Path) -> None:
    said = ssi(
        tmp_path, *["init", "x", "--standard", "ssi-core", "--name", "N", "--country", "Sheltra", "--currency", "SHL"]
    )
    assert said.status == 1 and "currency cannot be 'SHL'" in said.err
    assert not (tmp_path / "x").exists()


def test_what_every_column_means_lies_beside_the_tables(tmp_path: Path) -> None:
    assert (
        ssi(
            tmp_path, *["init", "x", "--standard", "ssi-core", "--name", "N", "--country", "KH", "--currency", "KHR"]
        ).status
        == 0
    )
    told = (tmp_path / "x" / "tables.txt").read_text()
    assert told == COLUMNS
    for table in TABLES:
        if table.name in WRITTEN:
            assert table.name in told
            assert all(column.name in told for column in table.columns), table.name


def test_a_round_opened_by_mistake_is_closed_with_a_reason_and_forgotten(here: Office, tmp_path: Path) -> None:
    opened = here.ssi("round open R7 --kind baseline")
    assert "visits.csv plans nothing for R7" in opened.out
    status = json.loads(here.ssi("status --json").out)
    assert "round R1 is open too" in status["missing"]
    assert here.ssi("round close R7").status == 1
    assert here.ssi("round close R7 --reason 'opened by mistake'").status == 0
    closed(here, tmp_path)
    status = json.loads(here.ssi("status --json").out)
    assert status["stage"].startswith("baseline round R1 is closed")
    assert json.loads(here.ssi("needs --json").out)["round"] == "R1"


@pytest.mark.parametrize("asked", ["needs R7", "allocate R7", "compare R7 R7", "report national R7"])
def test_nothing_is_said_of_a_round_without_a_sheet(here: Office, asked: str) -> None:
    here.ssi("round open R7 --kind baseline")
    assert here.ssi("round close R7 --reason 'opened by mistake'").status == 0
    said = here.ssi(asked)
    assert said.status == 1 and "no sheet of round R7 is sealed, so there is no result" in said.err


@pytest.mark.parametrize("other", ["R7", "R9"])
def test_a_proposal_for_a_round_that_is_open_or_unknown_is_refused(here: Office, tmp_path: Path, other: str) -> None:
    closed(here, tmp_path)
    here.ssi("round open R7 --kind follow-up")
    file = here.folder / "proposal.json"
    file.write_text(file.read_text().replace('"round": "R1"', f'"round": "{other}"'))
    said = here.ssi("plan adopt proposal.json")
    assert said.status == 1 and f"round {other}" in said.err


def test_typed_scores_are_not_put_aside_by_a_file(here: Office) -> None:
    here.record("SAF-01 0", "q")
    (here.folder / "one.csv").write_text(SCORES + "R1,S01,A02,SAF-02,2,observe,\n")
    for more in ("", " --dry-run"):
        said = here.ssi(f"load one.csv{more} --json")
        assert said.status == 1
        found = json.loads(said.out)
        assert found["sheets"] == {"new": 0, "same": 0, "revised": 0, "conflict": 1} and not found["written"]
    assert here.ssi("load one.csv --revise --reason 'the paper counts'").status == 0


def test_a_sheet_with_few_rows_and_an_unplanned_one_are_taken_with_a_remark(here: Office) -> None:
    (here.folder / "few.csv").write_text(SCORES + "R1,S01,A02,SAF-01,2,,\nR1,S01,A04,SAF-01,2,,\n")
    found = json.loads(here.ssi("load few.csv --json").out)
    assert found["written"] and found["refused"] == []
    assert [each["code"] for each in found["remarks"]] == ["rows-missing", "rows-missing", "not-planned"]


def test_the_agreed_sheet_keeps_the_rule_of_five(here: Office) -> None:
    rows = ["R1,S01,A03,interviews,4 3 1,,", "R1,S01,A03,SAF-01,0,observe,", "R1,S01,agreed,SAF-01,2,resident,he said"]
    (here.folder / "x.csv").write_text(SCORES + "\n".join(rows) + "\n")
    said = here.ssi("load x.csv")
    assert said.status == 1 and "fewer than 5 residents agreed to talk" in said.err
    assert here.ssi("load x.csv --dry-run --json").status == 1


def test_check_looks_at_scores_as_load_does(here: Office) -> None:
    (here.folder / "bad.csv").write_text(SCORES + "R1,S01,A02,SAF-01,5,,\nR1,S09,A02,SAF-01,1,,\n")
    said = ssi(here.folder, "check", "bad.csv", "--json")
    assert said.status == 1
    assert {each["code"] for each in json.loads(said.out)["faults"]} == {"score-unknown", "unknown-shelter"}


def test_check_knows_the_sharing_rules(here: Office) -> None:
    settings = here.folder / "ssi.toml"
    settings.write_text(settings.read_text() + '[policy]\nname = "totl"\n')
    said = here.ssi(f"check {here.folder}")
    assert said.status == 1 and "Did you mean total?" in said.err


def test_every_fault_at_once_across_tables_and_standard(here: Office) -> None:
    table = here.folder / "improvements.csv"
    table.write_text(table.read_text().replace("1250.50,SAF-02", "1250.5x,SAF-99"))
    said = ssi(here.folder, "check", "--json")
    assert {"cell-amount", "criterion-not-in-standard"} <= {each["code"] for each in json.loads(said.out)["faults"]}


def test_a_second_plan_needs_a_reason_and_keeps_what_was_done(here: Office, tmp_path: Path) -> None:
    closed(here, tmp_path)
    assert here.ssi("plan adopt proposal.json").status == 0
    item = json.loads(here.ssi("plan show --json").out)["items"][0]["item"]
    assert here.ssi(f"plan update {item} --status done --spent 10").status == 0
    assert here.ssi("plan adopt proposal.json").status == 1
    assert here.ssi("plan adopt proposal.json --reason 'the minutes were lost'").status == 0
    again = {each["item"]: each for each in json.loads(here.ssi("plan show --json").out)["items"]}
    assert (again[item]["status"], again[item]["spent"]) == ("done", "10.00")


def test_one_version_has_one_text(here: Office, tmp_path: Path) -> None:
    closed(here, tmp_path)
    (file,) = here.folder.glob("standards/*/*.toml")
    file.write_text(file.read_text() + "\n# edited\n")
    said = here.ssi("round open R2 --kind follow-up")
    assert said.status == 1 and "has another text now" in said.err


def test_reports_of_an_open_round_show_completeness_and_no_score(here: Office) -> None:
    (here.folder / "few.csv").write_text(SCORES + "R1,S01,A02,SAF-01,0,observe,\n")
    assert here.ssi("load few.csv").status == 0
    for report in ("report national R1", "report shelter S01 R1"):
        said = here.ssi(report)
        assert said.status == 0 and "Sealed" in said.out and "%" not in said.out


def test_names_stand_at_the_end_of_a_page_for_who_asks_and_never_in_json(here: Office, tmp_path: Path) -> None:
    closed(here, tmp_path)
    (here.folder / "names.csv").write_text("code,name\nS01,House by the river\n")
    assert "House by the river" in here.ssi("score R1 --names names.csv").out
    assert "House by the river" not in here.ssi("score R1").out
    assert "House by the river" not in here.ssi("score R1 --names names.csv --json").out


@pytest.mark.parametrize("amount", ["5.000", "5,000"])
def test_five_thousand_is_not_taken_for_five(here: Office, tmp_path: Path, amount: str) -> None:
    closed(here, tmp_path)
    said = here.ssi(f"allocate R1 --budget {amount}")
    assert said.status == 1 and amount in said.err


@pytest.mark.parametrize(("typed", "meant"), [("SAF-1", "SAF-01"), ("saf1", "SAF-01"), ("SAF-O2", "SAF-02")])
def test_a_mistyped_id_leads_to_the_one_meant(here: Office, typed: str, meant: str) -> None:
    said = here.record(f"{typed} 2", "q")
    assert f"Did you mean {meant}?" in said.out


@pytest.mark.parametrize("note", ["gọi 0912 345 678", "tel: 012-345-678", "090-1234-5678"])
def test_telephone_numbers_of_any_country_are_seen(here: Office, note: str) -> None:
    assert "not saved yet" in here.record(f"SAF-01 2 note {note}", "q").out


@pytest.mark.parametrize("note", ["mended 2026-03-09", "in 2024 2025 2026", "12 beds, 14 mats"])
def test_dates_years_and_counts_are_no_telephone_numbers(here: Office, note: str) -> None:
    assert "saved SAF-01 2" in here.record(f"SAF-01 2 note {note}", "q").out
