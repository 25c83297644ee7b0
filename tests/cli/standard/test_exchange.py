"""`ssi standard export` and `import` as an office uses them: every fault by its cell, or all of it is written."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.running import Said, content, ssi
from tests.standards.workbooks import Extra, Rows, at, laid_out, sheets_of, workbook

Sheets = dict[str, Rows]
SMALL = "standards/small/1.0.0.toml"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    laid_out(tmp_path)
    assert ssi(tmp_path, "standard", "export", SMALL, "--to", "small.xlsx").status == 0
    return tmp_path


def edit(here: Path, change: Callable[[Sheets], object], extra: Extra | None = None) -> None:
    sheets = sheets_of((here / "small.xlsx").read_bytes())
    change(sheets)
    (here / "small.xlsx").write_bytes(workbook(sheets, extra))


def refused(here: Path) -> list[str]:
    """What `import` says, one line a fault; it wrote nothing."""
    before = content(here)
    said = ssi(here, "standard", "import", "small.xlsx", "--to", "standards/small/1.0.0.toml")
    assert said.status == 1
    assert content(here) == before
    return [line.removeprefix("small.xlsx ") for line in said.err.splitlines() if line.startswith("small.xlsx")]


def put(sheet: str, line: int, column: str, value: object) -> Callable[[Sheets], object]:
    return lambda sheets: at(sheets[sheet], line, column, value)


def head(column: str, name: str) -> Callable[[Sheets], object]:
    return put("criteria", 1, column, name)


def row(sheet: str, line: int, more: object) -> Callable[[Sheets], object]:
    return lambda sheets: sheets[sheet][line - 1].append(more)


def new(sheet: str, *cells: object) -> Callable[[Sheets], object]:
    return lambda sheets: sheets[sheet].append([*cells])


def turned_round(sheets: Sheets) -> None:
    """The better of two levels gets the lower value."""
    at(sheets["scale"], 3, "value", 2)
    at(sheets["scale"], 4, "value", 1)


# (what somebody did to the workbook, what is said)
ONE: tuple[tuple[Callable[[Sheets], object], str], ...] = (
    (lambda sheets: sheets.pop("sources"), "the sheet sources is missing"),
    (
        lambda sheets: sheets.update(critera=[["x"]]),
        "no sheet critera in a standard's workbook. Did you mean",
    ),
    (head("methods", "methods used"), "cell criteria!A1: the column methods is missing from the sheet criteria"),
    (head("methods", "metods"), "cell criteria!R1: there is no column metods here. Did you mean methods?"),
    (row("criteria", 1, "text::km"), "cell criteria!AD1: two columns hold text in the language km"),
    (row("areas", 1, "title::ខ្មែរ (kh)"), "kh is not the code of a language. Did you mean km?"),
    (put("examples", 2, "scores", "SAF-01 0"), "cell examples!E2: scores: 'SAF-01 0' does not say which"),
    (put("criteria", 2, "gate", "maybe"), "cell criteria!E2: gate: 'maybe' is not known."),
    (put("criteria", 4, "minimum", "two"), "cell criteria!T4: minimum: 'two' is not a whole number"),
    (new("rules", "minimum", 1), "cell rules!A12: the key minimum stands here for the second time"),
    (new("rules", "minimun", 1), "cell rules!A12: the key minimun is not known here. Did you mean minimum?"),
    (put("criteria", 2, "id", ""), "cell criteria!B2: the row has no id"),
    (put("criteria", 2, "area", "SAV"), "cell criteria!A2: there is no area SAV on the sheet areas. Did you mean SAF?"),
    (new("areas", "NEW", "New"), "cell areas!A4: the area NEW has no criterion"),
    (
        put("criteria", 2, "source", "ovn"),
        "cell criteria!AC2: there is no source ovn in this workbook. Did",
    ),
    (put("criteria", 3, "class", "muss"), "cell criteria!D3: class cannot be muss. Did you mean must?"),
    (put("criteria", 2, "methods", "observe stuff"), "cell criteria!R2: methods cannot be stuff. Did you mean staff?"),
    (put("criteria", 3, "class", ""), "cell criteria!D3: the criterion SAF-02 has no class"),
    (put("criteria", 3, "level 1", ""), "cell criteria!J3: anchors, number 2 is empty"),
    (put("criteria", 3, "id", "SAF-01"), "cell criteria!B3: there are two criteria SAF-01"),
    (put("scale", 4, "points", "1/4"), "cell scale!D4: this level gives 1/4 points, the worse one before it 1/2"),
    (turned_round, "cell scale!A4: the level 1 comes after 2, but the levels before it rise"),
    (put("rules", 2, "value", 7), "cell rules!B2: minimum is 7, which is not a level of the scale"),
    (
        put("criteria", 3, "measure cuts", "7.5 20"),
        "cell criteria!Y3: SAF-02: where less is better, the cuts must",
    ),
    (put("standard", 4, "value", "1.0"), "cell standard!B4: 1.0 is not a version"),
    (put("examples", 3, "percent", "99.0"), "cell examples!H3: the example 'All met' expects percent 99.0"),
    (put("fingerprints", 3, "km", "0"), "cell fingerprints!B3: this cell was changed, and only ssi writes this sheet"),
    (put("translations", 2, "status", "reviewd"), "cell translations!B2: status cannot be reviewd. Did you mean"),
)


@pytest.mark.parametrize(("change", "words"), ONE, ids=[words for _, words in ONE])
def test_a_slip_is_named_at_its_cell(change: Callable[[Sheets], object], words: str, here: Path) -> None:
    edit(here, change)
    assert any(words in each for each in refused(here)), refused(here)


def draw(name: str, sheet: Worksheet, book: xlsxwriter.Workbook) -> None:
    """What a spreadsheet program may do to a sheet beside its values."""
    if name == "criteria":
        sheet.write_formula("F2", '="Staff"')
        sheet.merge_range("H3:H4", "merged")
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column("D:D", None, None, {"hidden": True})
        sheet.write_formula("L3", "=1/0", None, "#DIV/0!")
    if name == "scale":
        sheet.write_datetime("D3", datetime.fromisoformat("2026-02-01"), book.add_format({"num_format": "d mmm"}))
    if name == "sources":
        sheet.hide()


def test_what_nobody_sees_must_not_become_a_rule_and_all_is_said_at_once(here: Path) -> None:
    edit(here, put("criteria", 2, "class", "critcal"), draw)
    said = "\n".join(refused(here))
    for words in (
        "the sheet sources is hidden",
        "cell scale!D3: the spreadsheet program took this for a date: 2026-02-01",
        "cell criteria!D1: column D of the sheet criteria is hidden",
        "cell criteria!D2: class cannot be critcal. Did you mean critical?",
        "cell criteria!F2: a formula stands in this cell",
        "cell criteria!H3: the cells H3:H4 are merged",
        "cell criteria!A4: row 4 of the sheet criteria is hidden",
        "cell criteria!L3: the cell shows an error",
    ):
        assert words in said


def test_a_sheet_that_is_there_twice_but_for_capitals(here: Path) -> None:
    """No spreadsheet program makes it; a program that writes .ods can."""
    from ssi.standards.readers.imported import Imported
    from ssi.standards.readers.sheets import sheets_of as named
    from ssi.standards.readers.workbook import Book, RawSheet

    found = Imported("x.ods")
    named(Book("x.ods", (RawSheet("areas", {}), RawSheet("Areas ", {})), ()), found)
    assert "sheet-twice" in [each.code for each in found.faults]


def test_a_translation_of_a_text_that_is_gone_is_named_at_its_cell(here: Path) -> None:
    def change(sheets: Sheets) -> None:
        row = sheets["criteria"]
        row[3][row[0].index("guidance::ខ្មែរ (km)")] = "សូមមើល"

    edit(here, change)
    assert any("the standard has no text CHD-01.guidance" in each for each in refused(here))


def test_a_number_that_a_translation_changed_is_named_at_its_cell(here: Path) -> None:
    def change(sheets: Sheets) -> None:
        rows = sheets["criteria"]
        rows[1][rows[0].index("text::English (en)")] = "At least 3 staff day and night"
        rows[1][rows[0].index("text::ខ្មែរ (km)")] = "បុគ្គលិក 4 នាក់"

    edit(here, change)
    assert any(each.startswith("cell criteria!G2: ") and "3" in each for each in refused(here))


def imported(here: Path, *more: str, to: str = SMALL) -> Said:
    return ssi(here, "standard", "import", "small.xlsx", "--to", to, *more)


def test_a_draft_is_written_over_only_when_asked(here: Path) -> None:
    edit(here, put("criteria", 2, "text", "Staff at all hours"))
    before = content(here)
    said = imported(here)
    assert (said.status, content(here)) == (1, before)
    assert "is there, and says something else" in said.err
    assert imported(here, "--replace").out.startswith(f"Written: {SMALL}\n")
    assert 'text = "Staff at all hours"' in (here / SMALL).read_text(encoding="utf-8")
    assert ssi(here, "check", SMALL).status == 0


def test_a_released_file_and_an_adopted_one_are_never_written_over(here: Path) -> None:
    path = here / SMALL
    path.with_name("1.0.0.adoption.toml").write_text("x = 1\n")
    edit(here, put("criteria", 2, "text", "Staff at all hours"))
    assert "is adopted, and such a file is never changed" in imported(here, "--replace").err
    path.with_name("1.0.0.adoption.toml").unlink()
    path.write_text(path.read_text(encoding="utf-8").replace('"draft"', '"released"'), encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    said = imported(here, "--replace")
    assert (said.status, "is released, and such a file is never changed" in said.err) == (1, True)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest


def test_a_new_version_comes_beside_the_old_one(here: Path) -> None:
    edit(here, put("standard", 4, "value", "1.1.0"))
    said = imported(here, to="standards/small/1.1.0.toml")
    assert (said.status, said.err) == (0, "")
    assert said.lines == ["Written: standards/small/1.1.0.toml", "Written: standards/small/1.1.0.km.toml"]
    assert ssi(here, "check", "standards/small/1.1.0.toml").status == 0


def test_an_edited_workbook_is_not_written_over_by_an_export(here: Path) -> None:
    edit(here, put("criteria", 2, "text", "Staff at all hours"))
    mine = (here / "small.xlsx").read_bytes()
    again = ["standard", "export", SMALL, "--to", "small.xlsx"]
    said = ssi(here, *again)
    assert (said.status, (here / "small.xlsx").read_bytes() == mine) == (1, True)
    assert "small.xlsx is there already, and it differs" in said.err
    assert ssi(here, *again, "--replace").status == 0
    assert ssi(here, *again).status == 0


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_a_document_goes_round_for_comment(ending: str, here: Path) -> None:
    assert ssi(here, "standard", "export", SMALL, "--to", f"c.{ending}").status == 0
    data = (here / f"c.{ending}").read_bytes()
    if ending == "docx":
        import io

        from docx import Document

        page: Any = Document(io.BytesIO(data))
        text = "\n".join(cell.text for table in page.tables for row in table.rows for cell in row.cells)
    else:
        text = data.decode()
    for words in ("SAF-02", "Enough toilets", "1: some", "Staff day and night (stop criterion)", "____"):
        assert words in text


def test_the_document_for_comment_speaks_khmer_with_the_draft_marked(here: Path) -> None:
    assert ssi(here, "standard", "export", SMALL, "--to", "c.html", "--lang", "km").status == 0
    text = (here / "c.html").read_text(encoding="utf-8")
    assert "បង្គន់" in text
    assert "A place to play" in text  # not translated: in the standard's own language


# (what somebody did to the workbook, what they are told to do, what no advice about a cell says)
ADVICE = (
    (put("criteria", 2, "class", "must"), "choose critical in the column class, or clear the cell gate"),
    (put("criteria", 3, "class", ""), "write it in this cell"),
    (put("examples", 3, "percent", "all"), "write a decimal, with the decimals that count, as in 98.4"),
    (put("standard", 2, "value", 2), "write 1"),
    (put("translations", 2, "reviewed_by", ""), "write under reviewed_by the office or role that did"),
)


@pytest.mark.parametrize(("change", "words"), ADVICE, ids=[words for _, words in ADVICE])
def test_advice_for_a_cell_speaks_of_cells(change: Callable[[Sheets], object], words: str, here: Path) -> None:
    edit(here, change)
    said = ssi(here, "standard", "import", "small.xlsx", "--to", SMALL).err
    assert f"→ {words}" in said
    assert " = '" not in said


def test_advice_for_a_line_speaks_of_toml(here: Path) -> None:
    path = here / SMALL
    path.write_text(path.read_text(encoding="utf-8").replace('class = "critical"', 'class = "must"'), encoding="utf-8")
    assert "→ write class = 'critical', or take out the gate" in ssi(here, "check", SMALL).err


def test_examples_that_no_longer_hold_are_left_out_of_a_draft_only_when_asked(here: Path) -> None:
    edit(here, put("examples", 3, "percent", "98.4"))
    said = imported(here, "--replace")
    assert said.status == 1
    assert "1 of 2 worked examples do not hold with what the workbook says now" in said.err
    assert "--leave-out-examples" in said.err
    said = imported(here, "--replace", "--leave-out-examples")
    assert (said.status, said.err) == (0, "")
    assert "Left out, the example 'All met': percent 98.4 expected, 100.0 comes out" in said.lines
    text = (here / SMALL).read_text(encoding="utf-8")
    assert "All met" not in text and "Two assessors, and one who saw nothing" in text
    assert ssi(here, "check", SMALL).status == 0


def test_an_example_of_a_criterion_that_is_gone_is_left_out_too(here: Path) -> None:
    edit(here, lambda sheets: sheets["criteria"].pop(2))
    said = imported(here, "--replace", "--leave-out-examples")
    assert said.status == 0, said.err
    assert "'Two assessors, and one who saw nothing': there is no criterion SAF-02" in said.out
    assert "All met" in (here / SMALL).read_text(encoding="utf-8")


def test_other_faults_keep_their_cells_when_examples_are_left_out(here: Path) -> None:
    def change(sheets: Sheets) -> None:
        at(sheets["examples"], 2, "level", 2)
        at(sheets["examples"], 3, "status", "meet")

    edit(here, change)
    said = imported(here, "--leave-out-examples")
    assert said.status == 1
    assert "small.xlsx cell examples!M3: status cannot be meet. Did you mean meets?" in said.err


def test_no_example_is_left_out_of_a_released_file(here: Path) -> None:
    def change(sheets: Sheets) -> None:
        at(sheets["standard"], 5, "value", "released")
        at(sheets["examples"], 3, "percent", "98.4")

    edit(here, change)
    before = content(here)
    said = imported(here, "--replace", "--leave-out-examples")
    assert (said.status, content(here)) == (1, before)
    assert "none is left out of a released file" in said.err


HEAD = """# ---------------------------------------------------------------------------
#  Minimum standards
#  Version 1.0.0 (draft)
#
#  No authority has adopted this.
#
#  Part 1  Rules
"""


def test_the_head_of_a_file_comes_back_and_its_version_with_it(here: Path) -> None:
    path = here / SMALL
    path.write_text(HEAD + path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    assert ssi(here, "standard", "export", SMALL, "--to", "small.xlsx", "--replace").status == 0
    edit(here, put("standard", 4, "value", "1.1.0"))
    assert imported(here, to="standards/small/1.1.0.toml").status == 0
    text = (here / "standards/small/1.1.0.toml").read_text(encoding="utf-8")
    assert text.startswith(HEAD.partition("#  Version")[0] + "#  Version 1.1.0 (draft)\n#\n#  No authority has adopted")
    assert "#  Part 2  Areas and criteria: 2 areas" in text
    assert "a remark" not in text
    assert ssi(here, "check", "standards/small/1.1.0.toml").status == 0


def test_what_an_office_writes_in_the_head_is_a_remark_and_nothing_else(here: Path) -> None:
    edit(here, new("head", "Seen by the unit\nformat = 2"))
    assert imported(here, "--replace").status == 0
    text = (here / SMALL).read_text(encoding="utf-8")
    assert text.startswith("#  Seen by the unit\n#  format = 2\n\nformat = 1\n")
    assert ssi(here, "check", SMALL).status == 0


def test_the_shipped_head_says_after_a_change_that_nobody_has_adopted_it(tmp_path: Path) -> None:
    assert ssi(tmp_path, "standard", "export", "vn", "--to", "small.xlsx").status == 0
    edit(tmp_path, put("standard", 7, "value", "Conditions"))
    said = imported(tmp_path, to="standards/vn/1.0.0.toml")
    assert said.status == 0, said.err
    assert "#  yet reviewed it. Never cite it as the law" in (tmp_path / "standards/vn/1.0.0.toml").read_text("utf-8")


def test_help_and_the_first_sheet_say_which_remarks_are_not_kept(here: Path) -> None:
    for name in ("import", "export"):
        assert "# lines" in ssi(here, "standard", name, "--help").out
    said = str(sheets_of((here / "small.xlsx").read_bytes())["read me"])
    assert "Other remarks (lines with #) are not kept" in said


def test_a_translation_made_for_other_bytes_is_to_be_looked_at_again(here: Path) -> None:
    """Where the file does not say of which source texts it was made, its sha256 alone tells."""
    khmer = here / "standards/small/1.0.0.km.toml"
    digest = hashlib.sha256((here / SMALL).read_bytes()).hexdigest()
    text = khmer.read_text(encoding="utf-8").partition("[of]")[0]
    for said, of in ((digest, ""), ("0" * 64, "?")):
        khmer.write_text(text.replace('language = "km"', f'standard_sha256 = "{said}"\nlanguage = "km"'), "utf-8")
        assert ssi(here, "standard", "export", SMALL, "--to", "small.xlsx", "--replace").status == 0
        rows = sheets_of((here / "small.xlsx").read_bytes())["fingerprints"]
        prints = {str(row[0]): str(row[1]).partition(" ")[0] for row in rows[1:] if row[1]}
        known = hashlib.sha256(b"Staff day and night").hexdigest()[:12]
        assert prints["SAF-01.text"] == (of or known)
    edit(here, put("criteria", 2, "text", "Staff at all hours"))
    assert imported(here, "--replace").status == 0
    assert "its source text has changed since" in ssi(here, "check", str(khmer)).err
