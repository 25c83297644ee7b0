"""The whole folder: what it becomes, and that every fault of all its files is named at once."""

import hashlib
import shutil
from pathlib import Path

import pytest
import xlsxwriter

from ssi.errors import SsiError
from ssi.model import Assessor, Fund, Improvement, Shelter, Training, Visit
from ssi.programme import find, load, read_names, settings_only
from tests.making import standard

GOOD = Path(__file__).parent.parent / "faults" / "_good"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "programme")
    return tmp_path / "programme"


def codes(folder: Path) -> list[str]:
    with pytest.raises(SsiError) as raised:
        load(folder)
    return [each.code for each in raised.value.faults]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_the_tables_become_values(folder: Path) -> None:
    found = load(folder)
    assert found.shelters[0] == Shelter(
        shelter="S01", kind="long-term", capacity=20, region="north", operator="ngo", children=True
    )
    assert found.assessors[3] == Assessor(
        assessor="A04", trained_on="2025-11-03", languages=("en", "km"), role="trainer"
    )
    assert found.visits[2] == Visit(round="R1", shelter="S02", assessor="A01")
    assert found.improvements[1] == Improvement(
        improvement="I02", shelter="S01", title="A night shift", kind="capacity", cost=90000,
        criteria={"SAF-01": None, "SAF-03": 1}, group="G1", requires=("I01",),
    )  # fmt: skip
    assert found.trainings == (
        Training(training="T01", title="Fire drills", kind="capacity", fixed_cost=40000, cost_per_person=1500, people=2,
                 criteria={"SAF-03": None}, places=20),
    )  # fmt: skip
    assert found.funds[1] == Fund(fund="F02", amount=100000, only=("physical", "system"), shelters=("S01", "S02"))
    assert (found.decimals, found.warnings, found.against(standard())) == (2, (), ())


def test_the_folder_is_found_from_below(folder: Path) -> None:
    (folder / "reports").mkdir()
    assert find(folder / "reports") == find(folder) == folder
    with pytest.raises(SsiError):
        find(folder.parent)


def test_paths_and_hashes(folder: Path) -> None:
    found = load(folder)
    assert found.standard_files() == (folder / "standards" / "small" / "1.0.0.toml",)
    assert (found.store_path, found.reports) == (folder / "scores.db", folder / "reports")
    inputs = found.inputs("abc")
    assert list(inputs) == ["standard", "ssi.toml", "improvements.csv", "trainings.csv", "funds.csv"]
    assert inputs["funds.csv"] == hashlib.sha256((folder / "funds.csv").read_bytes()).hexdigest()


def test_only_settings_shelters_and_assessors_must_be_there(folder: Path) -> None:
    for name in ("visits", "improvements", "trainings", "funds"):
        (folder / f"{name}.csv").unlink()
    found = load(folder)
    assert (found.visits, found.improvements, found.trainings, found.funds) == ((), (), (), ())
    assert list(found.inputs("abc")) == ["standard", "ssi.toml"]
    (folder / "shelters.csv").unlink()
    (folder / "assessors.csv").unlink()
    assert codes(folder) == ["file-missing", "file-missing"]


def test_columns_in_any_order_and_those_that_may_be_missing(folder: Path) -> None:
    (folder / "shelters.csv").write_text(
        "operator,region,capacity,kind,shelter\n,,5,transit,S01\n,,5,transit,S02\n,,0,transit,S03\n"
    )
    (folder / "assessors.csv").write_text(
        "assessor,languages,trained_on,shelter\nA01,,,S01\nA02,,,S02\nA03,,,\nA04,,,\n"
    )
    (folder / "visits.csv").write_text("assessor,shelter,round\nA01,S02,R1\n")
    (folder / "improvements.csv").write_text("improvement,shelter,title,kind,cost,criteria\nI1,S01,x,system,1,SAF-01\n")
    (folder / "trainings.csv").write_text(
        "training,title,kind,fixed_cost,cost_per_person,criteria\nT1,x,system,1,2,SAF-01\n"
    )
    (folder / "funds.csv").write_text("fund,amount,currency\nF1,10,\n")
    found = load(folder)
    assert [each.children for each in found.shelters] == [False, False, False]
    assert found.trainings[0].people == 2
    assert found.funds[0].amount == 1000


def test_a_workbook_stands_for_a_csv_file(folder: Path) -> None:
    (folder / "shelters.csv").unlink()
    with xlsxwriter.Workbook(str(folder / "shelters.xlsx")) as book:
        sheet = book.add_worksheet("shelters")
        sheet.write_row(0, 0, ["shelter", "kind", "capacity", "region", "operator"])
        for number in (1, 2, 3):
            sheet.write_row(number, 0, [f"S0{number}", "transit", number, "", ""])
    assert [each.capacity for each in load(folder).shelters] == [1, 2, 3]


def test_a_column_currency_speaks_for_its_row(folder: Path) -> None:
    (folder / "improvements.csv").write_text(
        "improvement,shelter,title,kind,cost,criteria,currency\n"
        "I1,S01,x,system,4000,SAF-01,khr\nI2,S01,y,system,3,SAF-01,\n"
    )
    assert [each.cost for each in load(folder).improvements] == [100, 300]


def test_every_fault_of_all_files_comes_at_once_in_order(folder: Path) -> None:
    """Also across tables of which one row cannot be read, and whatever ssi.toml says."""
    edit(folder / "ssi.toml", 'currency = "USD"', 'currency = "USD"\nlangauge = "km"')
    edit(folder / "shelters.csv", "S02,short-term,12", "S02,shortterm,-2")
    edit(folder / "assessors.csv", "A03,S03", "A03,S33")
    edit(folder / "visits.csv", "R1,S02,A01,", "R1,S02,A02,2026-13-01")
    edit(folder / "funds.csv", "5000", "lots")
    with pytest.raises(SsiError) as raised:
        load(folder)
    assert [(str(each.where), each.code) for each in raised.value.faults] == [
        ("ssi.toml:5:1", "settings-unknown"),
        ("shelters.csv:3:5", "cell-choice"),
        ("shelters.csv:3:15", "cell-number"),
        ("assessors.csv:4:5", "shelter-not-listed"),
        ("visits.csv:4:8", "visit-at-home"),
        ("visits.csv:4:12", "cell-date"),
        ("funds.csv:2:5", "cell-amount"),
    ]


def test_a_table_that_cannot_be_read_starts_no_landslide(folder: Path) -> None:
    """Nothing is said of shelters that visits.csv names while shelters.csv is unreadable."""
    (folder / "shelters.csv").write_bytes(b"\xff\xfes\0")
    assert codes(folder) == ["file-not-text"]


def test_at_home_is_right_only_in_a_round_of_kind_self(folder: Path) -> None:
    edit(folder / "visits.csv", "R1,S02,A04", "Q1,S02,A02")
    assert codes(folder) == ["visit-at-home"]
    assert len(load(folder, {"Q1": "self", "R1": "baseline"}).visits) == 4
    with pytest.raises(SsiError):
        load(folder, {"Q1": "baseline"})


def test_a_training_and_an_improvement_share_no_code(folder: Path) -> None:
    edit(folder / "trainings.csv", "T01", "i02")
    assert codes(folder) == ["code-twice"]


def test_one_wrong_currency_is_one_fault(folder: Path) -> None:
    edit(folder / "trainings.csv", "places\n", "places,currency\n")
    edit(folder / "trainings.csv", ",20\n", ",20,THB\n")
    assert codes(folder) == ["rate-missing"]


def test_tables_that_are_only_checked(folder: Path) -> None:
    (folder / "services.csv").write_text("shelter,service,serves\nS01,a doctor,S02\nS09,a lawyer,\n")
    (folder / "actions.csv").write_text("action,title,due\nW01,rules,soon\n")
    assert codes(folder) == ["shelter-not-listed", "cell-date"]


def test_the_standard_is_asked_for_criteria_and_levels(folder: Path) -> None:
    edit(folder / "improvements.csv", "RGT-02,2", "RGT-20,7")
    edit(folder / "trainings.csv", "SAF-03", "SAF-03:5")
    found = load(folder).against(standard())
    assert [(str(each.where), each.code) for each in found] == [
        ("improvements.csv:4:54", "criterion-not-in-standard"),
        ("improvements.csv:4:61", "level-not-on-scale"),
        ("trainings.csv:2:35", "level-not-on-scale"),
    ]


def test_names_are_read_only_when_asked(folder: Path) -> None:
    (folder / "names.csv").write_text("code,name\nS01,Sunrise House\n", encoding="utf-8")
    assert "Sunrise" not in repr(load(folder))
    assert read_names(folder / "names.csv") == {"S01": "Sunrise House"}
    (folder / "names.csv").write_text("code,name,phone\nS01,a,1\nS01,b,2\n")
    with pytest.raises(SsiError) as raised:
        read_names(folder / "names.csv")
    assert [each.code for each in raised.value.faults] == ["column-private", "code-twice"]


def test_the_settings_alone_are_read_whatever_the_tables_say(folder: Path) -> None:
    """A fault in improvements.csv must not keep a team from typing scores."""
    (folder / "improvements.csv").write_bytes(b"\xff")
    assert settings_only(folder).settings.currency == "USD"
    (folder / "ssi.toml").write_text("name = 1\n")
    with pytest.raises(SsiError):
        settings_only(folder)


def test_a_currency_that_nobody_has_stops_what_counts_money_and_not_who_types_scores(folder: Path) -> None:
    edit(folder / "ssi.toml", 'currency = "USD"', 'currency = "QQQ"')
    assert settings_only(folder).settings.currency == "QQQ"
    with pytest.raises(SsiError) as raised:
        load(folder)
    assert [each.code for each in raised.value.faults] == ["settings-value"]
