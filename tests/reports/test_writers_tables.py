"""Pages as CSV and as workbooks: the numbers of the JSON as numbers, no formulas, a sheet a table."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.document import Cell, Document, Heading, Paragraph, Table, table
from ssi.errors import SsiError
from ssi.reports.writers import write
from ssi.reports.writers.tabular import grids
from tests.reports.everything import AREAS, KHMER, NEEDS, everything
from tests.tables.year import ODD


def book(page: Document) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write(page, ".xlsx")))


def of_json(page: Document) -> list[list[Any]]:
    """Every cell's value as the JSON of the page has it."""
    blocks = json.loads(write(page, ".json"))["blocks"]
    rows = [row for block in blocks if block["block"] == "table" for row in block["rows"]]
    return [[cell["value"] for cell in row] for row in rows]


def plain(value: Any) -> Any:
    """A cell's value as JSON would say it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value


def test_every_number_of_the_workbook_is_that_of_the_json() -> None:
    sheets = book(everything()).worksheets[1:]
    found = [[plain(cell.value) for cell in row] for sheet in sheets for row in sheet.iter_rows(min_row=2)]
    told = of_json(everything())
    assert len(found) == len(told)
    for row, other in zip(found, told, strict=True):
        for value, said in zip(row, other, strict=True):
            assert value == said or Decimal(str(value)) == Decimal(said), (value, said)


def test_what_each_kind_of_number_looks_like() -> None:
    sheets = book(everything()).worksheets
    areas, needs = sheets[1], sheets[2]
    assert [areas.cell(2, at).number_format for at in range(3, 7)] == [
        '0.0###"%"', '0.0###"%"', '+0.0###;"−"0.0###;0.0###', "yyyy-mm-dd",
    ]  # fmt: skip
    assert [needs.cell(2, at).number_format for at in range(3, 7)] == ["0", "0.0###", "#,##0", '#,##0.00" USD"']
    assert needs.cell(4, 3).value == "NA" and needs.cell(4, 6).value is None
    assert areas.freeze_panes == "B2" and areas.auto_filter.ref == "A1:F4"


def test_the_first_sheet_has_the_text_and_the_others_have_the_names_of_their_headings() -> None:
    found = book(everything())
    assert found.sheetnames == ["Text", "Before and after", "In the order of their weight"]
    lines = [str(row[0].value) for row in found["Text"].iter_rows()]
    assert lines[0] == "Shelter S07 & the year" and "Please note: The change is no proof of its cause." in lines
    assert "Table on the sheet “Before and after”. Percent of each area that is met" in lines
    assert KHMER in lines and "rule 1" in lines and "☐ yes" in lines


def test_names_of_sheets_are_short_whole_and_never_the_same() -> None:
    one = table(["x"], [(Cell("y"),)])
    headings = ["a/b: [c]*?", "History", "Shared by several shelters: a common training", "Text", "'", "x" * 40]
    blocks = [each for text in headings for each in (Heading(text), one, one)]
    found = book(Document("Title", tuple(blocks))).sheetnames
    assert found == [
        *("Text_", "a b c", "a b c 2", "History 2", "History 3", "Shared by several shelters a"),
        *("Shared by several shelters a 2", "Text", "Text 2", "table", "table 2", "x" * 31, "x" * 29 + " 2"),
    ]
    assert all(len(each) <= 31 for each in found)


def test_csv_holds_the_one_table_with_numbers_as_numbers() -> None:
    page = replace(everything(), blocks=(Paragraph("before"), NEEDS, Paragraph("after")))
    data = write(page, ".csv")
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert head == [each.title for each in NEEDS.columns]
    for row, told in zip(rows, of_json(page), strict=True):
        assert row == [each if isinstance(each, str) else "" if each is None else f"{each:g}" for each in told]
    assert rows[0] == ["SAF-04", "Staff day and night", "0", "3.125", "1200", "1250.00"]


@pytest.mark.parametrize(("blocks", "count"), [((), 0), ((AREAS, NEEDS), 2)])
def test_a_page_without_or_with_several_tables_is_no_csv(blocks: tuple[Table, ...], count: int) -> None:
    with pytest.raises(SsiError) as error:
        write(replace(everything(), blocks=blocks), ".csv")
    (found,) = error.value.faults
    assert found.code == "csv-one-table" and f"has {count} tables" in found.message and ".xlsx" in found.advice


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20), max_size=6))
@settings(max_examples=40)
def test_no_text_of_a_page_is_ever_a_formula(texts: list[str]) -> None:
    given = [*texts, *ODD]
    page = Document(
        given[0], (Heading(given[-1]), *map(Paragraph, given), table(["="], [(Cell(each),) for each in given]))
    )
    found = book(page)
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    column = [line.partition("\r\n")[0] for line in write(page, ".csv").decode("utf-8-sig").split("\r\n")]
    assert not [each for each in column if each[:1] and each[0] in "=+-@\t"]


def test_a_fraction_is_rounded_once_to_what_the_json_says() -> None:
    ties = [Fraction(1, 20000), Fraction(3, 20000), Fraction(200, 3), Fraction(285, 4)]
    page = Document("Title", (table(["p"], [(Cell(each, "percent"),) for each in ties]),))
    (grid,) = grids(page)
    assert [str(row[0]) for row in grid.rows] == ["0", "0.0002", "66.6667", "71.25"]
    assert [[each] for (each,) in of_json(page)] == [[0.0], [0.0002], [66.6667], [71.25]]


def test_what_is_no_date_stays_the_text_that_it_is() -> None:
    rows = [(Cell("2026-03-07T10:00:00Z", "date"),), (Cell("soon", "date"),)]
    (grid,) = grids(Document("Title", (table(["d"], rows),)))
    assert [str(row[0]) for row in grid.rows] == ["2026-03-07", "soon"]
