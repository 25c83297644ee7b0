"""Tables as they come: encodings, delimiters, quotes, workbooks; and what is written is read back as the same cells."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from ssi.checklists.readers import Rows, read
from ssi.checklists.readers.rows import clean
from ssi.checklists.writers.table import write_csv
from ssi.errors import SsiError

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
TRICKY = st.sampled_from(
    ["=1+1", "'=1", "''@x", "-5", "+", "\t=x", "\r=", '"', 'a"b', "a,b;c", "a\r\nb", "\u200b x\u00a0"]
)
CELL = st.one_of(TEXT, TRICKY)


def codes(data: bytes, name: str = "x.csv") -> list[str]:
    with pytest.raises(SsiError) as raised:
        read(data, name)
    return [each.code for each in raised.value.faults]


def cells(rows: Rows) -> list[tuple[str, ...]]:
    return [row.cells for row in rows]


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6))
def test_what_is_written_is_read_back(table: list[list[str]]) -> None:
    rows = read(write_csv(("a", "b", "c"), table), "x.csv")
    expected = [tuple(clean(each) for each in row) for row in table]
    assert cells(rows) == [row for row in expected if any(row)]


@given(st.binary(max_size=80))
def test_any_bytes_are_a_table_or_are_refused(data: bytes) -> None:
    for name in ("x.csv", "x.xlsx", "x.ods"):
        try:
            rows = read(data, name)
        except SsiError as error:
            assert error.faults
        else:
            assert all(len(row.cells) == len(rows.header) for row in rows)


def test_a_text_is_guarded_and_a_number_never() -> None:
    data = write_csv(("a", "b", "c", "d"), [("-5", -5, Decimal("-1E+2"), None)])
    assert data == b"\xef\xbb\xbfa,b,c,d\r\n'-5,-5,-100,\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_that_of_the_header_alone(delimiter: str, bom: bytes, end: str) -> None:
    """The note is full of the other two."""
    note = '"a,b;c\td,e;f\tg,,,;;;\t\t\t."'
    text = end.join([delimiter.join(["Shelter", "note"]), delimiter.join(["S01", note]), ""])
    rows = read(bom + text.encode(), "x.csv")
    assert (rows.header, cells(rows)) == (("shelter", "note"), [("S01", note.strip('"'))])


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    data = b'\n\na,b\n\n1,"x\ny\n"\n,\n2,z\n'
    rows = read(data, "x.csv")
    assert rows.header_line == 3
    assert [(row.line, row.cells) for row in rows] == [(5, ("1", "x\ny")), (9, ("2", "z"))]


def test_a_place_is_the_line_and_the_character_where_the_cell_begins() -> None:
    rows = read('a;b;c\n"x;y";ខ្មែរ;3\n"p\nq";r;s\n'.encode(), "x.csv")
    first, second = rows
    assert [rows.where(first, each).column for each in "abc"] == [1, 7, 13]
    assert rows.where(first, "c").text == '"x;y";ខ្មែរ;3'
    assert (rows.where(second, "a").column, rows.where(second, "b").column) == (1, None)


def test_blanks_of_every_kind_and_columns_that_are_blank_are_left_out() -> None:
    rows = read("\ufeff a ,b,,\n\u200b\u00a0S01\u3000 ,x\u200by,,\n , ,,\n".encode(), "x.csv")
    assert (rows.header, cells(rows)) == (("a", "b"), [("S01", "x\u200by")])


def test_letters_are_composed() -> None:
    assert cells(read("a\nĐo\u0302ng\n".encode(), "x.csv")) == [("Đông",)]


def test_a_short_row_is_filled_up() -> None:
    assert cells(read(b"a,b,c\n1\n", "x.csv")) == [("1", "", "")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table-empty"),
        (b"\n ,\n", "table-empty"),
        ("a,b\n1,é\n".encode("cp1252"), "file-not-text"),
        ("a,b\n1,2\n".encode("utf-16"), "file-not-text"),
        ("a,b\n1,2\n".encode("utf-16-le"), "table-nul"),
        ("a\nខ".encode()[:-1], "file-not-text"),
        (b'a,b\n1,"2\n3,4\n', "table-quote"),
        (b'a,b\n1,"2"3\n', "table-quote"),
        (b'a,b\n1,"' + b"x" * 200_000 + b"\n", "table-quote"),
        (b"a,b\n1,2\n3", "table-cut"),
        (b"a,b\n1,2,3\n", "row-too-long"),
        (b"a,b\n1,2,\n", "row-too-long"),
        (b"a,b,\n1,2,3\n", "row-too-long"),
        (b"a,A\n1,2\n", "column-twice"),
        (b"a,,b\n1,2,3\n", "column-unnamed"),
    ],
)
def test_a_table_of_bad_form_is_refused(data: bytes, code: str) -> None:
    assert codes(data) == [code]


def test_all_faults_of_form_come_at_once() -> None:
    assert codes(b"a,a,,b\n1,2,3,4,5\n1,2,3,4,5\n") == [
        "column-twice",
        "column-unnamed",
        "row-too-long",
        "row-too-long",
    ]


def test_the_guess_at_a_wrong_encoding_and_its_place() -> None:
    with pytest.raises(SsiError) as raised:
        read("a,b\n1,Đà é\n".encode("cp1258"), "x.csv")
    (found,) = raised.value.faults
    assert "windows-1258" in found.message
    assert (found.where.line, found.where.column) == (2, 3)


def test_a_header_is_held_to_what_is_expected() -> None:
    rows = read(b"shelter,capasity,full_name,kind\n", "x.csv")
    found = {each.code: each for each in rows.expect(("shelter", "kind", "capacity"), ("children",))}
    assert list(found) == ["column-missing", "column-unknown", "column-private"]
    assert "Did you mean capacity?" in found["column-unknown"].message
    assert found["column-private"].where.column == 18


def xlsx(*sheets: tuple[str, list[list[object]]]) -> bytes:
    page = io.BytesIO()
    book = xlsxwriter.Workbook(page, {"default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return page.getvalue()


def test_a_workbook_gives_the_texts_that_a_person_would_type() -> None:
    row = ["S01", 5, 2.5, 0.1 + 0.2, 1e15, date(2026, 3, 9), True, "'=x", ""]
    data = xlsx(("other", [["z"], ["1"]]), (" Funds ", [[], list("abcdefghi"), [], row]))
    rows = read(data, "x.xlsx", "funds")
    assert [(each.line, each.cells) for each in rows] == [
        (4, ("S01", "5", "2.5", "0.3", "1000000000000000", "2026-03-09", "yes", "=x", ""))
    ]
    place = rows.where(rows.rows[0], "c")
    assert (place.line, place.text[(place.column or 0) - 1 :][:3]) == (4, "2.5")


def test_without_a_sheet_of_that_name_the_first_is_read() -> None:
    data = xlsx(("one", [["a"], ["1"]]), ("two", [["b"], ["2"]]))
    assert read(data, "x.xlsx", "funds").header == ("a",)


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="funds">
<table:table-row><table:table-cell office:value-type="string"><text:p>fund</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>amount</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>F01</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="5000"><text:p>5000</text:p></table:table-cell>
</table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""


def test_an_open_document_gives_the_same() -> None:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.replace(">\n", ">"))  # no text between the cells
    rows = read(page.getvalue(), "funds.ods", "funds")
    assert (rows.header, cells(rows)) == (("fund", "amount"), [("F01", "5000")])


def test_a_broken_workbook_is_refused() -> None:
    whole = xlsx(("one", [["a"], ["1"]]))
    for data in (b"", b"a,b\n", whole[: len(whole) // 2], whole[:-10]):
        assert codes(data, "x.xlsx") == ["workbook-unreadable"]
    with pytest.raises(SsiError, match="password"):
        read(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "x.xlsx")


def test_an_ending_nobody_reads_is_refused() -> None:
    assert codes(b"a\n", "x.pdf") == ["file-ending"]
