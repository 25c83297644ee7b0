"""A scoring workbook as it comes back: whatever was done to it on the way, every answer, or every fault by its cell."""

import io
import re
from collections.abc import Callable

import pytest
import xlsxwriter

from ssi.checklists.readers.remade import Remade
from ssi.checklists.readers.scoring_workbook import MOST_ROWS, is_part_of_one, scoring_rows
from ssi.checklists.writers.workbook import scoring_workbook
from ssi.errors import Fault, SsiError
from ssi.model import Standard, Visit
from tests.checklists.filling import Workbook
from tests.making import SMALL, standard

HASHED = {"sha256": "a" * 64, "resolved_sha256": "b" * 64}


def small(text: str = SMALL, **hashes: str) -> Standard:
    return standard(text).model_copy(update={**HASHED, **hashes})


def blank(of: Standard | None = None, language: str = "") -> Workbook:
    """The workbook of S01 in R1 for A02 and A03."""
    visits = tuple(Visit(round="R1", shelter="S01", assessor=each) for each in ("A02", "A03"))
    checklist = (of or small()).checklist("long-term", children=True)
    return Workbook(
        scoring_workbook(checklist, shelter="S01", round="R1", visits=visits, programme="test", language=language)
    )


def form() -> Workbook:
    """A blank form for a kind of shelter."""
    return Workbook(scoring_workbook(small().checklist("long-term", children=True), programme="test"))


def read(book: Workbook, of: Standard | None = None) -> tuple[Remade, ...]:
    found = scoring_rows(book.bytes(), "x.xlsx", {"R1": of or small()})
    assert found is not None
    return found


def rows(book: Workbook) -> list[tuple[str, ...]]:
    return [row.cells for table in read(book) for row in table]


def faults(book: Workbook) -> list[Fault]:
    try:
        return [each for table in read(book) for each in table.remarks if not each.warning]
    except SsiError as error:
        return [*error.faults]


def told(book: Workbook) -> list[tuple[str, str]]:
    """Each fault as (code, cell)."""
    return [(each.code, each.where.cell) for each in faults(book)]


def remarks(book: Workbook) -> list[str]:
    return [each.code for table in read(book) for each in table.remarks if each.warning]


def scored() -> Workbook:
    return blank().answer("A02", "SAF-01", (2, "observe", "", ""))


def test_every_answer_comes_back_as_a_row_of_the_long_form() -> None:
    book = blank().answer("A02", "SAF-01", (2, "observe document", "two files", ""))
    book.answer("A02", "SAF-02", ("NA", "", "no ground floor", "")).answer("A03", "RGT-01", ("NS declined", "", "", ""))
    assert rows(book) == [
        ("R1", "S01", "A02", "SAF-01", "2", "observe document", "two files", ""),
        ("R1", "S01", "A02", "SAF-02", "NA", "", "no ground floor", ""),
        ("R1", "S01", "A03", "RGT-01", "NS declined", "", "", ""),
    ]
    assert [each.programme for each in read(book)] == ["test", "test"]


def test_the_same_checklist_is_the_same_workbook() -> None:
    assert blank().parts == blank().parts


def test_a_workbook_without_the_hidden_sheet_is_none_of_ours() -> None:
    page = io.BytesIO()
    with xlsxwriter.Workbook(page) as book:
        book.add_worksheet("scores").write_row(0, 0, ["round", "shelter"])
    assert scoring_rows(page.getvalue(), "x.xlsx", {}) is None
    assert not is_part_of_one(page.getvalue(), "x.xlsx")


def test_sheets_that_were_copied_out_are_known_for_what_they_are() -> None:
    page = io.BytesIO()
    with xlsxwriter.Workbook(page) as book:
        book.add_worksheet("A02").write_column(0, 0, ["shelter", "round", "assessor", "id"])
    assert is_part_of_one(page.getvalue(), "x.xlsx")


def test_what_the_visit_says_stands_with_each_sheet() -> None:
    book = scored().answer("A03", "SAF-01", (1, "", "", ""))
    book.visit(date="2026-03-01", language="km", interpreter="none", conflicts="none", ready=1)
    book.visit(asked=9, agreed=6, declined=3)
    first, second = read(book)
    assert first.visit == second.visit
    assert first.visit is not None
    assert (first.visit.date, first.visit.language, first.visit.ready) == ("2026-03-01", "km", True)
    assert first.rows[0].cells[2:5] == ("A02", "interviews", "9 6 3")
    assert first.where(first.rows[0], "score").cell == "visit!C8"


def test_a_list_that_is_ticked_in_part_is_not_ready() -> None:
    book = scored()
    book.put("visit", f"C{book.line('visit', 'ready 1')}", "x")
    (table,) = read(book)
    assert table.visit is not None
    assert not table.visit.ready


def test_a_count_that_is_missing_is_not_nought() -> None:
    (table,) = read(scored().visit(asked=9, agreed=6))
    assert table.rows[0].cells[4] == "9 6 ?"


def test_a_date_that_is_none_is_named() -> None:
    assert told(scored().visit(date="1/3/26")) == [("date-form", "visit!C4")]


def test_a_blank_sheet_is_passed_over_with_a_word() -> None:
    assert remarks(scored()) == ["scoring-blank"]
    assert remarks(blank()) == ["scoring-blank", "scoring-blank"]
    assert [len(each) for each in read(blank())] == [0]


def test_a_blank_form_asks_for_its_codes() -> None:
    book = form().answer("assessor 1", "SAF-01", (2, "", "", "")).put("assessor 1", "C3", "A០២")
    book.visit(shelter="S01", round="R1")
    assert rows(book) == [("R1", "S01", "A02", "SAF-01", "2", "", "", "")]
    (nobody,) = read(form().answer("assessor 2", "SAF-01", (2, "", "", "")).visit(shelter="S01", round="R1"))
    assert nobody.rows[0].cells[2] == ""
    assert nobody.where(nobody.rows[0], "assessor").cell == "'assessor 2'!C3"
    assert nobody.where(nobody.rows[0], "round").cell == "'assessor 2'!C2"


def test_levels_come_as_people_and_programs_write_them() -> None:
    book = blank()
    for criterion, level in (
        ("SAF-01", " 2 "),
        ("SAF-02", "១"),
        ("SAF-03", 1.0),
        ("RGT-01", "ns"),
        ("RGT-02", "\u00a02"),
    ):
        book.answer("A02", criterion, (level, "", "", ""))
    assert [row[4] for row in rows(book)] == ["2", "១", "1", "ns", "2"]


@pytest.mark.parametrize(
    ("mark", "used"), [("x", True), ("X", True), ("✓", True), ("១", True), ("0", False), ("-", False)]
)
def test_marks(mark: str, used: bool) -> None:
    book = scored().put("A02", "F6", mark)
    assert (rows(book)[0][5] == "observe measure") is used
    assert told(book) == []


def test_what_a_spreadsheet_makes_of_an_answer_is_named_at_its_cell_and_all_at_once() -> None:
    book = scored().answer("A02", "SAF-02", (0.02, "", "", "")).put("A02", "G6", "yes, twice")
    book.formula("A02", "D8", "=D6").answer("A03", "RGT-01", (2, "", "", ""))
    text = book.xml("xl") if "xl" in book.places else book.xml("A03")
    book.rewrite(
        "A03", text.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="D10:D11"/></mergeCells>')
    )
    assert sorted(told(book)) == [
        ("scoring-formula", "A02!D8"),
        ("scoring-merged", "A03!D10"),
        ("scoring-percent", "A02!D7"),
        ("scoring-tick", "A02!G6"),
    ]


def test_a_date_that_was_made_of_a_level_is_named() -> None:
    """`1-2` typed into a cell becomes a date: a number in a cell that is shown as one."""
    book = scored()
    styles = book.parts["xl/styles.xml"].decode()
    at = styles.split("<cellXfs", 1)[1].split("</cellXfs>")[0].count("<xf ")
    dated = '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    book.parts["xl/styles.xml"] = styles.replace("</cellXfs>", dated).encode()
    plain = re.search('<c r="D7"[^>]*/>', book.xml("A02"))
    assert plain
    book.replace("A02", plain[0], f'<c r="D7" s="{at}"><v>46024</v></c>')
    assert told(book) == [("workbook-date", "A02!D7")]


def test_an_error_value_is_no_blank() -> None:
    book = scored().formula("A02", "D7", "1/0", "#DIV/0!")
    book.replace("A02", '<c r="D7"', '<c t="e" r="D7"')
    assert sorted(told(book)) == [("scoring-formula", "A02!D7"), ("workbook-error-value", "A02!D7")]
    book.replace("A02", "<f>1/0</f>", "")
    assert told(book) == [("workbook-error-value", "A02!D7")]


Edit = Callable[[Workbook], Workbook]


def hide_row(book: Workbook) -> Workbook:
    return book.replace("A02", '<row r="6"', '<row hidden="1" r="6"')


def hide_column(book: Workbook) -> Workbook:
    return book.replace("A02", '<col min="4" max="4"', '<col hidden="1" min="4" max="4"')


def hide_sheet(book: Workbook) -> Workbook:
    book.parts["xl/workbook.xml"] = book.parts["xl/workbook.xml"].replace(b'name="A02"', b'name="A02" state="hidden"')
    return book


@pytest.mark.parametrize(("hide", "cell"), [(hide_row, "A02!A6"), (hide_column, "A02!D4"), (hide_sheet, "")])
def test_answers_that_nobody_sees_are_named(hide: Edit, cell: str) -> None:
    assert told(hide(scored())) == [("scoring-hidden", cell)]


def test_what_is_hidden_and_holds_no_answer_is_no_matter() -> None:
    book = scored().replace("A02", '<row r="7"', '<row hidden="1" r="7"')
    assert told(book.replace("A02", '<col min="12"', '<col hidden="1" min="12"')) == []


def test_an_answer_without_an_id_is_named_and_a_line_of_ones_own_is_not() -> None:
    book = scored()
    more = '<row r="30"><c r="B30" t="inlineStr"><is><t>our own remark</t></is></c></row>'
    own = book.replace("A02", "</sheetData>", more + "</sheetData>")
    assert told(own) == []
    lost = own.replace("A02", "</sheetData>", '<row r="31"><c r="D31"><v>2</v></c></row></sheetData>')
    assert told(lost) == [("scoring-row-nameless", "A02!A31")]


def test_a_criterion_that_stands_twice_comes_twice_and_is_refused_by_whoever_reads_the_rows() -> None:
    more = '<row r="30"><c r="A30" t="inlineStr"><is><t>SAF-01</t></is></c><c r="D30"><v>1</v></c></row></sheetData>'
    (table,) = read(scored().replace("A02", "</sheetData>", more))
    assert [row.cells[3:5] for row in table] == [("SAF-01", "2"), ("SAF-01", "1")]
    assert table.where(table.rows[1], "criterion").cell == "A02!A30"


def test_ten_thousand_stray_rows_are_refused() -> None:
    stray = "".join(f'<row r="{at}"><c r="B{at}"><v>1</v></c></row>' for at in range(100, 100 + MOST_ROWS + 1))
    assert told(scored().replace("A02", "</sheetData>", stray + "</sheetData>")) == [("scoring-rows", "")]


def test_inserted_rows_and_columns_are_no_matter() -> None:
    """A column before the first and one in the middle, a row above the headings and one between criteria."""
    source = blank()
    source.answer("A02", "SAF-01", (2, "observe", "", "")).answer("A02", "RGT-02", (1, "document", "x", ""))
    moved = source.bytes()
    assert [row[3:6] for row in rows(Workbook(_moved(moved)))] == [
        ("SAF-01", "2", "observe"),
        ("RGT-02", "1", "document"),
    ]


def _moved(data: bytes) -> bytes:
    """The same cells, written by another library's hand with rows and columns between."""
    from python_calamine import load_workbook

    old, page = load_workbook(io.BytesIO(data)), io.BytesIO()
    with xlsxwriter.Workbook(page) as book:
        for name in old.sheet_names:
            sheet = book.add_worksheet("renamed" if name == "A02" else name)
            for line, cells in enumerate(old.get_sheet_by_name(name).to_python(skip_empty_area=False)):
                shift = name == "A02"
                for at, value in enumerate(cells):
                    row = line + (line >= 2) * shift + (line >= 6) * shift
                    column = at + shift + (at >= 5) * shift
                    if value != "":
                        sheet.write(row, column, value)
    return page.getvalue()


def headed(book: Workbook, cell: str, text: str) -> Workbook:
    return book.put("A02", cell, text)


def test_a_column_that_is_missing_or_there_twice_is_named_by_its_heading() -> None:
    (lost,) = faults(headed(scored(), "D4", "Punkte"))
    assert (lost.code, lost.values["heading"]) == ("scoring-column-missing", "Level")
    (twice,) = faults(headed(scored(), "B4", "Level"))
    assert (twice.code, twice.values["heading"]) == ("scoring-column-twice", "Level")


def test_without_headings_the_sheet_is_named_and_a_sheet_of_ones_own_is_passed_over() -> None:
    book = scored()
    for at in "ABCDEFGHIJKLM":
        book.put("A02", f"{at}4", "")
    assert told(book) == [("scoring-headings-missing", "")]
    own = scored()
    own.rewrite("A03", re.sub("<sheetData>.*</sheetData>", OWN, own.xml("A03"), flags=re.DOTALL))
    assert (told(own), remarks(own)) == ([], ["scoring-sheet-ignored"])


OWN = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>to buy</t></is></c></row></sheetData>'


def test_an_answer_in_the_row_of_an_area_is_named() -> None:
    assert told(scored().put("A02", "K9", "all well")) == [("scoring-area-row", "A02!K9")]


def copy_of(book: Workbook, name: str) -> Workbook:
    """A03's sheet is overwritten by a copy of A02's, under another name, as a spreadsheet program copies a sheet."""
    book.rewrite("A03", book.xml("A02"))
    book.parts["xl/workbook.xml"] = book.parts["xl/workbook.xml"].replace(b'name="A03"', f'name="{name}"'.encode())
    return Workbook(book.bytes())


def test_a_sheet_that_was_copied_counts_once_or_is_named() -> None:
    book = copy_of(scored(), "A02 (2)")
    assert (len(rows(book)), remarks(book)) == (1, ["scoring-same-twice"])
    differing = book.answer("A02 (2)", "SAF-02", (1, "", "", ""))
    assert told(differing) == [("scoring-copied", "'A02 (2)'!C3")]


def test_a_sheet_from_another_visit_is_named() -> None:
    assert told(scored().put("A02", "C1", "S02")) == [("scoring-moved", "A02!C1")]
    assert told(scored().put("visit", "C3", "R9")) == [("scoring-moved", "visit!C3")]


def test_a_workbook_of_another_version_is_refused_by_the_name_of_what_differs() -> None:
    changed = SMALL.replace('version = "1.0.0"', 'version = "2.0.0"').replace("A fence", "A wall")
    changed = changed.replace('id = "SAF-03"', 'id = "SAF-09"')
    changed = changed.replace("na_ceiling = 15", "na_ceiling = 10").replace('title = "Rights"', 'title = "Your rights"')
    with pytest.raises(SsiError) as raised:
        read(scored(), small(changed, resolved_sha256="c" * 64))
    (found,) = raised.value.faults
    assert found.code == "scoring-standard-differs"
    assert found.values == {
        "made": "small 1.0.0",
        "round": "R1",
        "pinned": "small 2.0.0",
        "what": "added SAF-09; removed SAF-03; changed rules, area RGT, SAF-02",
    }


def test_the_same_standard_in_other_bytes_is_the_same() -> None:
    assert len(read(scored(), small(sha256="f" * 64))) == 1


def test_a_hidden_sheet_that_was_changed_is_named() -> None:
    book = scored()
    book.put("ssi", "B1", "2")
    assert [each.code for each in faults(book)] == ["scoring-identity-altered"]


def test_without_the_sheet_of_the_visit() -> None:
    book = scored()
    for line in range(1, 12):
        book.put("visit", f"A{line}", "")
    assert told(book) == [("sheet-missing", "")]


def test_a_password_is_named() -> None:
    with pytest.raises(SsiError, match="password"):
        scoring_rows(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "x.xlsx", {})


def test_the_texts_of_a_translation_change_nothing_in_what_is_read() -> None:
    book = blank(language="km").answer("A02", "SAF-01", (2, "observe", "", ""))
    assert rows(book) == rows(scored())
