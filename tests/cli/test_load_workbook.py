"""`ssi load` with what comes back: scoring workbooks, folders of files, and two entries of the same paper sheets."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
import xlsxwriter

from ssi.checklists.scores import COLUMNS
from ssi.model import Sheet
from ssi.store import open_store
from tests.checklists.filling import Said, Workbook
from tests.checklists.test_live_percent import converted
from tests.cli.visiting import Office, office

SCORES: dict[str, Said] = {
    "SAF-01": (2, "observe document", "two of five files", ""),
    "SAF-02": ("NA", "", "no ground floor", ""),
    "SAF-03": (1, "document", "ស្ថានភាព", "2.5"),
    "RGT-01": ("NS declined", "", "", ""),
    "RGT-02": (0, "resident", "", ""),
}
FACTS = {"date": "2026-03-01", "language": "km", "interpreter": "none", "conflicts": "none"}
NEEDS_OFFICE = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="needs LibreOffice Calc (soffice), which is large"
)


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "here")


def workbook(here: Office, *who: str, at: str = "S01") -> Workbook:
    """The workbook of a visit as `ssi checklist` writes it, filled in for these assessors."""
    assert here.ssi(f"checklist {at} --to blank.xlsx").status == 0
    book = Workbook((here.folder / "blank.xlsx").read_bytes())
    (here.folder / "blank.xlsx").unlink()
    for each in who:
        book.fill(each, SCORES)
    return book


def save(here: Office, book: Workbook, name: str) -> None:
    path = here.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(book.bytes())


def as_csv(assessor: str = "A02", talks: str = "") -> str:
    """The same scores in the long form."""
    page = io.StringIO()
    rows = csv.writer(page)
    rows.writerow(COLUMNS)
    if talks:
        rows.writerow(("R1", "S01", assessor, "interviews", talks, "", "", ""))
    for criterion, (level, methods, note, value) in SCORES.items():
        rows.writerow(("R1", "S01", assessor, criterion, level, methods, note, value))
    return page.getvalue()


def sheets(here: Office) -> dict[tuple[str, str], Sheet]:
    with open_store(here.folder / "scores.db", read_only=True) as store:
        return {(each.shelter, each.assessor): each for each in store.sheets("R1")}


def test_a_workbook_gives_the_sheet_that_the_same_scores_as_csv_give(here: Office, tmp_path: Path) -> None:
    save(here, workbook(here, "A02").visit(date="", asked=9, agreed=6, declined=3), "S01.xlsx")
    other = office(tmp_path / "other")
    (other.folder / "scores.csv").write_text(as_csv(talks="9 6 3"), encoding="utf-8")
    assert here.ssi("load S01.xlsx").status == other.ssi("load scores.csv").status == 0
    assert sheets(here)["S01", "A02"].hash == sheets(other)["S01", "A02"].hash
    assert "the same as before" in here.ssi("load S01.xlsx").out


def test_a_workbook_gives_the_sheet_that_is_typed_with_the_facts_of_the_visit(here: Office, tmp_path: Path) -> None:
    save(here, workbook(here, "A02").visit(**FACTS, ready=1, asked=9, agreed=6, declined=3), "S01.xlsx")
    assert here.ssi("load S01.xlsx").status == 0
    typed = office(tmp_path / "typed")
    lines = [f"{name} {fact}" for name, fact in FACTS.items()]
    lines += ["interviews 9 6 3", "SAF-01 2 /od two of five files", "SAF-02 NA no ground floor"]
    lines += ["SAF-03 1 =2.5 /d ស្ថានភាព", "RGT-01 NS declined", "RGT-02 0 /r", "CHD-01 NS", "done"]
    assert typed.record(*lines).status == 0
    assert sheets(here)["S01", "A02"].hash == sheets(typed)["S01", "A02"].hash


@NEEDS_OFFICE
@pytest.mark.timeout(300)
def test_a_workbook_that_libreoffice_saved_gives_the_same_sheets(here: Office, tmp_path: Path) -> None:
    save(here, workbook(here, "A02", "A03").visit(**FACTS, ready=1, asked=9, agreed=6, declined=3), "S01.xlsx")
    assert here.ssi("load S01.xlsx").status == 0
    for ending in ("ods", "xlsx"):
        shutil.copy(
            converted(tmp_path, ending, here.folder / "S01.xlsx") / f"S01.{ending}", here.folder / f"o.{ending}"
        )
        found = json.loads(here.ssi(f"load o.{ending} --json").out)
        assert found["sheets"] == {"new": 0, "same": 2, "revised": 0, "conflict": 0}, ending
        assert found["remarks"] == [], ending


def test_a_blank_form_is_filled_in_for_a_visit(here: Office) -> None:
    assert here.ssi("checklist --kind long-term --children --to form.xlsx").status == 0
    book = Workbook((here.folder / "form.xlsx").read_bytes()).fill("assessor 1", SCORES)
    save(here, book.visit(shelter="S01", round="R1").put("assessor 1", "C3", "A02"), "form.xlsx")
    assert here.ssi("load form.xlsx").status == 0
    assert list(sheets(here)) == [("S01", "A02")]


def test_bad_answers_are_named_by_sheet_row_and_column_and_nothing_is_written(here: Office) -> None:
    book = (
        workbook(here, "A02", "A03")
        .answer("A02", "SAF-01", (7, "", "", ""))
        .answer("A03", "SAF-02", ("NA", "", " ", ""))
    )
    book.put("A02", "G9", "x").put("A02", "G10", "?")
    save(here, book, "S01.xlsx")
    said = here.ssi("load S01.xlsx")
    assert said.status == 1
    wrong = ["A02!D6", "A02!G10", "A02!G9", "A03!K7"]
    places = [line.split(": ")[0] for line in said.err.splitlines() if line.startswith("S01.xlsx")]
    assert sorted(places) == [f"S01.xlsx cell {each}" for each in wrong]
    assert "Nothing was written" in said.out
    assert sheets(here) == {}
    found = json.loads(here.ssi("load S01.xlsx --json").out)
    assert {each["cell"] for each in found["refused"]} == {*wrong}
    assert here.ssi("load S01.xlsx --to refused.csv").status == 1
    page = here.ssi("load S01.xlsx --to refused.md")
    assert page.status == 1
    assert "| S01.xlsx | A02 | 6 | D |" in (here.folder / "refused.md").read_text()


def test_a_sheet_with_an_answer_that_cannot_be_read_is_not_taken_for_another_than_the_one_there(here: Office) -> None:
    save(here, workbook(here, "A02", "A03"), "S01.xlsx")
    assert here.ssi("load S01.xlsx").status == 0
    save(here, workbook(here, "A02", "A03").formula("A02", "D6", "1+1"), "again.xlsx")
    said = json.loads(here.ssi("load again.xlsx --json").out)
    assert [(each["cell"], each["code"]) for each in said["refused"]] == [("A02!D6", "scoring-formula")]
    assert said["sheets"] == {"new": 0, "same": 1, "revised": 0, "conflict": 0}


def test_a_folder_of_all_forms_is_loaded_in_one_go_and_one_bad_file_loses_nothing(here: Office) -> None:
    save(here, workbook(here, "A03"), "in/a.xlsx")
    save(here, workbook(here, at="S02").answer("A01", "SAF-01", (2, "", "", "")), "in/b.xlsx")
    (here.folder / "in" / "c.csv").write_text(as_csv(), encoding="utf-8")
    (here.folder / "in" / "notes.txt").write_text("no scores")
    (here.folder / "in" / "~$a.xlsx").write_text("what Excel leaves beside an open file")
    bad = here.folder / "in" / "d.csv"
    bad.write_text(
        as_csv().replace(",A02,", ",A99,").replace("R1,S01,A99,SAF-01,2", "R1,S01,A99,SAF-01,9"), encoding="utf-8"
    )
    (here.folder / "in" / "e.xlsx").write_bytes(b"cut off")
    said = here.ssi("load in --json")
    found = json.loads(said.out)
    assert (said.status, found["written"], sheets(here)) == (1, False, {})
    assert [(Path(each["file"]).name, each["code"]) for each in found["refused"]] == [
        ("e.xlsx", "workbook-unreadable"),
        ("d.csv", "unknown-assessor"),
    ]
    bad.unlink()
    (here.folder / "in" / "e.xlsx").unlink()
    assert json.loads(here.ssi("load in --json --dry-run").out)["sheets"]["new"] == 3
    assert sheets(here) == {}
    assert json.loads(here.ssi("load in --json").out)["files"] == 3
    assert sorted(sheets(here)) == [("S01", "A02"), ("S01", "A03"), ("S02", "A01")]


def test_a_workbook_of_another_programme_is_refused(here: Office, tmp_path: Path) -> None:
    save(here, workbook(here, "A02"), "S01.xlsx")
    settings = here.folder / "ssi.toml"
    other = tmp_path / "other"
    shutil.copytree(here.folder, other)
    (other / "scores.db").unlink()
    (other / "ssi.toml").write_text(settings.read_text().replace('name = "', 'name = "Another '))
    there = Office(other)
    assert there.ssi("round open R1 --kind baseline").status == 0
    said = there.ssi("load S01.xlsx")
    assert said.status == 1
    assert "made for the programme" in said.err


def test_sheets_without_their_workbook_are_known_for_what_they_are(here: Office) -> None:
    """Somebody copied the assessors' sheets into a workbook of their own."""
    page = io.BytesIO()
    with xlsxwriter.Workbook(page) as book:
        for each in ("A02", "A03"):
            book.add_worksheet(each).write_column(0, 0, ["shelter", "round", "assessor", "id", "SAF", "SAF-01"])
    (here.folder / "copied.xlsx").write_bytes(page.getvalue())
    said = here.ssi("load copied.xlsx")
    assert said.status == 1
    assert "its hidden sheet ssi is missing" in said.err


def test_a_workbook_of_another_version_says_what_differs(here: Office) -> None:
    save(here, workbook(here, "A02"), "S01.xlsx")
    (path,) = here.folder.glob("standards/*/*.toml")
    path.write_text(
        path.read_text().replace('text = "A drill"', 'text = "Two drills"').replace('"1.0.0"', '"1.0.1"', 1)
    )
    moved = path.rename(path.with_name("1.0.1.toml"))
    assert moved.exists()
    settings = here.folder / "ssi.toml"
    settings.write_text(settings.read_text().replace("1.0.0", "1.0.1"))
    (here.folder / "scores.db").unlink()
    assert here.ssi("round open R1 --kind baseline").status == 0
    said = here.ssi("load S01.xlsx")
    assert said.status == 1
    assert (
        "made of small 1.0.0, and the round R1 is pinned to small 1.0.1; that differs in this: changed SAF-03"
        in said.err
    )


def test_what_may_be_a_slip_is_said_and_taken(here: Office) -> None:
    save(
        here,
        workbook(here).answer("A02", "SAF-03", (None, "", "", 4)).answer("A02", "SAF-01", (2, "", "", "")),
        "v.xlsx",
    )
    found = json.loads(here.ssi("load v.xlsx --json").out)
    codes = {each["code"]: each.get("cell") for each in found["remarks"]}
    assert codes == {"scoring-blank": None, "value-without-level": "A02!J8", "scores-blank": "A02!C3"}
    assert found["written"]


def test_a_note_on_the_visit_that_may_name_somebody_is_shown_first(here: Office) -> None:
    save(here, workbook(here, "A02").visit(interpreter="call 012 345 678"), "S01.xlsx")
    said = here.ssi("load S01.xlsx")
    assert said.status == 1
    assert "S01.xlsx cell visit!C6" in said.err
    assert here.ssi("load S01.xlsx --notes-ok").status == 0


# ── double entry ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_two_entries_that_agree_are_loaded(here: Office) -> None:
    save(here, workbook(here, "A02"), "first.xlsx")
    (here.folder / "second.csv").write_text(
        as_csv().replace("two of five files", "two  of five Files"), encoding="utf-8"
    )
    said = here.ssi("load first.xlsx --against second.csv")
    assert said.status == 0
    assert "Both entries of 1 sheet agree." in said.out
    assert list(sheets(here)) == [("S01", "A02")]


def differing(here: Office) -> None:
    save(here, workbook(here, "A02"), "first.xlsx")
    second = as_csv(talks="9 6 3").replace("SAF-01,2,observe document", "SAF-01,1,observe")
    (here.folder / "second.csv").write_text(second + "R1,S01,A03,SAF-01,2,,,\n", encoding="utf-8")


def test_two_entries_that_differ_are_listed_and_nothing_is_written(here: Office) -> None:
    differing(here)
    said = here.ssi("load first.xlsx --against second.csv --json")
    entries = json.loads(said.out)["double_entry"]
    assert said.status == 1
    assert (entries["sheets"], entries["agree"]) == (1, False)
    assert [tuple(each.values()) for each in entries["differs"]] == [
        ("R1 S01 A02", None, "interviews", "", "9 6 3"),
        ("R1 S01 A02", "SAF-01", "level", "2", "1"),
        ("R1 S01 A02", "SAF-01", "methods", "observe document", "observe"),
        ("R1 S01 A03", None, "sheet", "", "there"),
    ]
    assert sheets(here) == {}
    page = here.ssi("load first.xlsx --against second.csv")
    assert "differ in 4 places" in page.out
    assert "--take first or --take second" in page.err


def test_one_of_two_entries_is_taken_with_a_reason_that_is_kept(here: Office) -> None:
    differing(here)
    refused = here.ssi("load first.xlsx --against second.csv --take second")
    assert (refused.status, sheets(here)) == (1, {})
    taken = here.ssi('load first.xlsx --against second.csv --take second --reason "the paper says so"')
    assert taken.status == 0, taken
    assert sheets(here)["S01", "A02"].levels[0] == 1
    with open_store(here.folder / "scores.db", read_only=True) as store:
        (decision,) = store.decisions("R1", "double-entry")
    assert (decision.why, decision.body["taken"]) == ("the paper says so", "second")
    assert "R1 S01 A02 SAF-01 level" in decision.body["differs"]


def test_a_fault_in_either_entry_is_named(here: Office) -> None:
    save(here, workbook(here, "A02"), "first.xlsx")
    (here.folder / "second.csv").write_text(as_csv().replace("SAF-01,2", "SAF-01,8"), encoding="utf-8")
    said = here.ssi("load first.xlsx --against second.csv --take first --reason x")
    assert said.status == 1
    assert "second.csv:2" in said.err
    assert sheets(here) == {}


def test_to_take_one_there_must_be_two(here: Office) -> None:
    save(here, workbook(here, "A02"), "first.xlsx")
    assert here.ssi("load first.xlsx --take first").status == 2
