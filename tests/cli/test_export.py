"""`ssi export`, as it is typed: tables that say what `--json` says, nothing secret, nothing half written."""

import csv
import io
import json
import shutil
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any
from unittest.mock import patch

import openpyxl
import pytest

from ssi.checklists.writers.table import write_csv
from tests.running import content, ssi
from tests.tables.test_dhis2 import MAPPING

FIGURES = ("percent", "low", "high", "coverage")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `ssi demo` leaves behind. Tests read it; those that write copy it first."""
    here = tmp_path_factory.mktemp("export")
    assert ssi(here, "demo", "year").status == 0
    return here / "year"


@pytest.fixture(scope="module")
def packed(year: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything of both rounds, as a folder."""
    to = tmp_path_factory.mktemp("out") / "data"
    said = ssi(year, "export", "all", "R2", "R1", "--to", to)
    assert (said.status, said.err) == (0, ""), said
    assert said.out.startswith(f"Written: {to}. 16 tables, ") and said.out.endswith(" rows, read back.\n")
    return to


def told(here: Path, *arguments: str) -> dict[str, Any]:
    said = ssi(here, *arguments, "--json")
    assert said.status == 0, said.err
    return dict(json.loads(said.out))


def records(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def float_of(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize("round", ["R1", "R2"])
def test_results_and_needs_are_those_of_the_json(year: Path, packed: Path, round: str) -> None:
    shelters = {each["shelter"]: each for each in told(year, "score", round)["shelters"]}
    rows = [row for row in records(packed, "results") if row["round"] == round]
    assert {row["shelter"] for row in rows} == set(shelters)
    for row in rows:
        score = shelters[row["shelter"]]
        assert [float_of(row[each]) for each in FIGURES] == [score[each] for each in FIGURES]
        assert row["status"] == score["status"] and (row["level"] or None) == str(score["level"])
        assert row["incomplete"] == str(score["incomplete"]).lower()
    for row in (row for row in records(packed, "areas") if row["round"] == round):
        area = shelters[row["shelter"]]["areas"][row["area"]]
        assert [float_of(row[each]) for each in FIGURES] == [area[each] for each in FIGURES]
        assert Fraction(row["weight_exact"]) == Fraction(area["weight"])
    needs = {
        (shelter["shelter"], each["criterion"], str(each["level"]), str(each["gate"]).lower())
        for shelter in told(year, "needs", round)["shelters"]
        for each in shelter["needs"]
    }
    found = [row for row in records(packed, "needs") if row["round"] == round]
    assert {(row["shelter"], row["criterion"], row["level"], row["gate"]) for row in found} == needs


def test_the_comparison_and_the_plan_are_those_of_the_json(year: Path, packed: Path) -> None:
    found = told(year, "compare", "R1", "R2")
    rows = {row["shelter"]: row for row in records(packed, "comparisons")}
    for each in found["shelters"]:
        row = rows[each["shelter"]]
        assert [float_of(row[name]) for name in ("percent_before", "percent_after", "change")] == [
            each[name] for name in ("before", "after", "change")
        ]
        assert row["verdict"] == each["verdict"] and int(row["matched"]) == each["matched"]
    plan = {each["item"]: each for each in told(year, "plan", "show")["items"]}
    for row in records(packed, "plan"):
        assert (row["quote"], row["spent"] or None) == (plan[row["item"]]["quote"], plan[row["item"]]["spent"])


def test_a_workbook_says_the_same_as_the_folder(year: Path, packed: Path, tmp_path: Path) -> None:
    assert ssi(year, "export", "all", "R2", "R1", "--to", tmp_path / "x.xlsx").status == 0
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames[0] == "dictionary"
    for sheet in book.worksheets[1:]:
        head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        told = records(packed, sheet.title)
        assert head == list(told[0]) and len(rows) == len(told)
        for row, record in zip(rows, told, strict=True):
            assert [_text(each) for each in row] == [_plain(each) for each in record.values()]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else _plain(str(value))


def _plain(text: str) -> str:
    """A number as any program would say it."""
    try:
        return format(float(text), ".6f")
    except ValueError:
        return text


def test_a_zip_holds_the_folder_and_the_same_data_are_the_same_bytes(year: Path, packed: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert ssi(year, "export", "all", "R2", "R1", "--to", tmp_path / name).status == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as found:
        assert {each: found.read(each) for each in found.namelist()} == content(packed)
    said = json.loads((packed / "datapackage.json").read_text(encoding="utf-8"))
    assert said["created"] == "2026-02-25T06:13:20Z"
    assert [each["round"] for each in said["rests_on"]] == ["R1", "R2"]
    standard = told(year, "score", "R2")["standard"]
    assert said["rests_on"][1] == {
        "round": "R2", "standard": standard["id"], "version": standard["version"], "sha256": standard["sha256"],
        "rule": "scoring-1",
    }  # fmt: skip


@pytest.mark.filterwarnings("ignore")
def test_the_folder_is_a_data_package_by_frictionless(packed: Path) -> None:
    report = pytest.importorskip("frictionless").validate(packed / "datapackage.json")
    assert report.flatten(["type", "message"]) == [] and report.valid


# ── what may not leave ───────────────────────────────────────────────────────────────────────────────────────────────


def test_where_few_residents_talked_the_method_is_nowhere_and_notes_come_only_when_asked(
    year: Path, packed: Path, tmp_path: Path
) -> None:
    rows = records(packed, "scores")
    hidden = {row["shelter"] for row in rows if row["assessor"] != "agreed" and row["by_resident"] == ""}
    assert hidden == {"S07"}  # where three agreed to talk
    assert all(row["by_resident"] == "" for row in rows if row["shelter"] == "S07")
    assert "note" not in rows[0] and not {"change", "reason"} & records(packed, "plan")[0].keys()
    assert ssi(year, "export", "all", "R2", "--notes", "--to", tmp_path / "n").status == 0
    assert any(row["note"] for row in records(tmp_path / "n", "scores"))
    assert {"change", "reason"} <= records(tmp_path / "n", "plan")[0].keys()


def test_one_sheet_that_counts_few_residents_hides_the_method_in_all_sheets_of_the_visit(tmp_path: Path) -> None:
    here = opened(tmp_path)
    lines = (here / "scores.csv").read_text(encoding="utf-8").rstrip().split("\n")
    for who, talks in (("A02", "9 6 3"), ("A03", "9 4 5")):
        lines.append(f"R1,S01,{who},interviews,{talks},,")
    lines = [
        each.replace("R1,S01,A02,RGT-01,2,staff document,", "R1,S01,A02,RGT-01,2,resident document,") for each in lines
    ]
    (here / "scores.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done(here, "load scores.csv", "round close R1", "export scores R1 --to out")
    rows = [row for row in records(here / "out", "scores") if row["shelter"] == "S01"]
    assert {row["by_resident"] for row in rows} == {""}


def opened(tmp_path: Path) -> Path:
    """The small programme of the gallery with its round open and nothing loaded."""
    here = tmp_path / "here"
    shutil.copytree(Path(__file__).parent.parent / "faults" / "_good", here)
    done(here, "round open R1 --kind baseline")
    return here


def done(here: Path, *lines: str) -> None:
    for line in lines:
        said = ssi(here, *line.split())
        assert said.status == 0, (line, said.err)


def test_of_an_open_round_only_its_completeness_leaves(tmp_path: Path) -> None:
    here = opened(tmp_path)
    done(here, "load scores.csv")
    for what in ("results", "scores", "all"):
        said = ssi(here, "export", what, "--to", what)
        assert said.status == 0 and "completeness only" in said.out
        assert {each.name for each in (here / what).glob("*.csv")} == {
            "rounds.csv", "criteria.csv", "shelters.csv", "completeness.csv",
        }  # fmt: skip
    assert all(int(row["sealed"]) for row in records(here / "results", "completeness"))
    for what in ("needs", "comparison", "allocation"):
        said = ssi(here, "export", what, "--to", "no")
        assert said.status == 1 and "round R1 is" in said.err and not (here / "no").exists()


def test_there_is_no_way_to_ask_for_names(year: Path) -> None:
    assert ssi(year, "export", "results", "--names", "names.csv").status == 2
    assert "--names" not in ssi(year, "export", "--help").out


# ── nothing half written ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_what_does_not_read_back_is_not_kept(year: Path, tmp_path: Path, name: str) -> None:
    """A writer that drops a letter is found out by the reader."""

    def faulty(columns: Any, rows: Any) -> bytes:
        kept = write_csv(columns, rows)
        return kept.replace(b"conditional", b"conditiona", 1)

    with patch("ssi.tables.writers.csv.write_csv", faulty):
        said = ssi(year, "export", "results", "R2", "--to", tmp_path / name)
    assert said.status == 1 and "should say 'conditional', and says 'conditiona'" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "command"), [("x.xlsx", "export results R2"), ("y.xlsx", "score R2"), ("z.csv", "score R2")]
)
def test_a_workbook_or_page_that_does_not_read_back_is_not_kept(
    year: Path, tmp_path: Path, name: str, command: str
) -> None:
    """A reader that sees another letter stands for a writer that wrote one."""
    with patch("ssi.acts.read_back.unguarded", lambda text: text.replace("conditional", "conditiona")):
        said = ssi(year, *command.split(), "--to", tmp_path / name)
    assert said.status == 1 and "does not hold what was written" in said.err and "conditiona" in said.err
    assert list(tmp_path.iterdir()) == []


def test_scores_csv_is_read_back(year: Path, tmp_path: Path) -> None:
    with patch("ssi.acts.leaving.write_csv", return_value=b"round\nR1\n"):
        said = ssi(year, "score", "R2", "--sheets", "--to", tmp_path / "s.csv")
    assert said.status == 1 and "should say 'shelter', and says ''" in said.err
    assert list(tmp_path.iterdir()) == []
    done(year, f"score R2 --sheets --to {tmp_path}/s.csv")
    assert told(year, "load", f"{tmp_path}/s.csv", "--dry-run")["sheets"]["same"] > 20


def test_a_folder_that_holds_something_is_left_alone(year: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    said = ssi(year, "export", "results", "R2", "--to", tmp_path / "out")
    assert said.status == 1 and "is not empty" in said.err
    assert content(tmp_path) == {"out/mine.txt": b"mine"}
    (tmp_path / "out" / "mine.txt").unlink()
    assert ssi(year, "export", "results", "R2", "--to", tmp_path / "out").status == 0


def test_a_disk_that_is_full_keeps_no_half_of_a_folder(year: Path, tmp_path: Path) -> None:
    with patch("os.fsync", side_effect=OSError(28, "No space left on device")):
        said = ssi(year, "export", "results", "R2", "--to", tmp_path / "out")
    assert said.status == 1 and "No space left" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_no_sheet_can_hold_is_named(year: Path, tmp_path: Path) -> None:
    with patch("ssi.tables.writers.workbook.MOST_ROWS", 700):
        said = ssi(year, "export", "results", "R2", "--to", tmp_path / "x.xlsx")
    assert said.status == 1 and "outcomes has 711 rows" in said.err and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x.csv", "x.ods", "x.json"])
def test_other_endings_are_refused_before_anything_is_done(year: Path, tmp_path: Path, name: str) -> None:
    said = ssi(year, "export", "results", "R2", "--to", tmp_path / name)
    assert said.status == 1 and ".xlsx or .zip" in said.err


def test_without_a_file_it_says_what_there_would_be(year: Path) -> None:
    said = ssi(year, "export", "allocation", "R2")
    assert said.status == 0 and "allocation_items" in said.out
    found = told(year, "export", "needs", "R1")
    assert found["written"] is None and [each["table"] for each in found["tables"]][-2:] == ["needs", "shared_needs"]


# ── DHIS2 ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def mapping(here: Path) -> Path:
    more = "".join(f'S0{at} = "TSyzvBiovK{at}"\n' for at in range(6, 10))
    (here / "dhis2.toml").write_text(MAPPING.replace("[overall]", f"{more}[overall]"), encoding="utf-8")
    return here / "dhis2.toml"


def test_dhis2_sends_the_numbers_of_the_json_and_holds_back_what_is_urgent(year: Path, tmp_path: Path) -> None:
    file = mapping(tmp_path)
    arguments = ("export", "dhis2", "R1", "--mapping", str(file))
    shown = ssi(year, *arguments)
    assert shown.status == 0 and "urgent: a stop criterion" in shown.out and list(tmp_path.iterdir()) == [file]
    found = told(year, *arguments, "--to", str(tmp_path / "v.json"))
    scores = {each["shelter"]: each for each in told(year, "score", "R1")["shelters"]}
    assert {each["shelter"] for each in found["held_back"]} == {"S05"}
    for each in found["values"]:
        score = scores[each["shelter"]]
        exact = score["percent"] if each["part"] == "overall" else score["areas"][each["part"]]["percent"]
        assert each["number"] == exact
    sent = json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))["dataValues"]
    assert [each["value"] for each in sent] == [each["value"] for each in found["values"]]
    assert len(sent) == 8 * 3


def test_dhis2_needs_a_mapping_and_a_closed_round(year: Path, tmp_path: Path) -> None:
    assert ssi(year, "export", "dhis2", "R1").status == 2
    assert ssi(year, "export", "dhis2", "R2", "R1", "--mapping", mapping(tmp_path)).status == 2
    here = opened(tmp_path)
    said = ssi(here, "export", "dhis2", "R1", "--mapping", tmp_path / "dhis2.toml")
    assert said.status == 1 and "round R1 is" in said.err


def test_dhis2_is_read_back(year: Path, tmp_path: Path) -> None:
    file = mapping(tmp_path)
    with patch("ssi.acts.export_files.dhis2_json", return_value=b'{"dataValues": []}'):
        said = ssi(year, "export", "dhis2", "R1", "--mapping", file, "--to", tmp_path / "v.json")
    assert said.status == 1 and "no such row" in said.err and list(tmp_path.iterdir()) == [file]


def test_csv_of_a_page_is_its_one_table(year: Path, tmp_path: Path) -> None:
    done(year, f"score R2 --to {tmp_path}/s.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "s.csv").read_text(encoding="utf-8-sig"))))
    scores = told(year, "score", "R2")["shelters"]
    assert [(row[0], float(row[3])) for row in rows[1:]] == [(each["shelter"], each["percent"]) for each in scores]
