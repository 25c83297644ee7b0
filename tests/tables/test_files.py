"""Tables as files: read back by other programs' readers, validated by others' validators; never a formula."""

import hashlib
import io
import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.acts.read_back import Sheet, csv_read_back, workbook_read_back
from ssi.tables.tidy import Field, Tidy, Value
from ssi.tables.writers.csv import csv_bytes
from ssi.tables.writers.datapackage import Package, package, slug
from ssi.tables.writers.workbook import workbook
from tests.tables.year import ODD, all_tables

MADE = datetime(2026, 2, 25, tzinfo=UTC)
ABOUT = Package("ssi-all-R1", "A year", "2026-02-25T06:13:20Z", "ssi 0", ({"round": "R1"},), "CC-BY-4.0")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=30)


def of_texts(texts: list[str]) -> Tidy:
    fields = (Field("at", "integer", "…", required=True), Field("text", "string", "…"))
    return Tidy("texts", "Texts", fields, ("at",), tuple((at, each or None) for at, each in enumerate(texts)))


def as_workbook(*tables: Tidy) -> bytes:
    return workbook(tables, title="Texts", made=MADE)


# ── the data package ─────────────────────────────────────────────────────────────────────────────────────────────────


def written(here: Path) -> Path:
    for name, data in package(all_tables(), ABOUT).items():
        (here / name).write_bytes(data)
    return here / "datapackage.json"


@pytest.fixture(scope="module")
def frictionless() -> Any:
    """The validator of the format's own makers."""
    return pytest.importorskip("frictionless")


@pytest.mark.filterwarnings("ignore")
def test_the_package_is_valid_by_frictionless_with_keys_references_sizes_and_hashes(
    tmp_path: Path, frictionless: Any
) -> None:
    report = frictionless.validate(written(tmp_path))
    assert report.flatten(["type", "message"]) == []
    assert report.valid and report.stats["tasks"] == len(all_tables())


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("results.csv", b"R1,S01,", b"R1,S09,", "foreign-key"),
        ("results.csv", b"R1,S02,", b"R1,S01,", "primary-key"),
        ("results.csv", b",conditional,", b",conditionel,", "constraint-error"),
        ("areas.csv", b",100,", b",101,", "constraint-error"),
        ("shelters.csv", b",20\r", b",twenty\r", "type-error"),
        ("needs.csv", b"true", b"tru", "byte-count"),
    ],
)
def test_frictionless_sees_what_was_altered(
    tmp_path: Path, frictionless: Any, file: str, old: bytes, new: bytes, kind: str
) -> None:
    descriptor = written(tmp_path)
    data = (tmp_path / file).read_bytes()
    assert old in data, data[:300]
    (tmp_path / file).write_bytes(data.replace(old, new, 1))
    kinds = [each[0] for each in frictionless.validate(descriptor).flatten(["type"])]
    assert kind in kinds, kinds


def test_the_descriptor_says_what_the_data_rest_on_and_how_large_they_are() -> None:
    files = package(all_tables(), ABOUT)
    said = json.loads(files["datapackage.json"])
    assert said["created"] == "2026-02-25T06:13:20Z" and said["rests_on"] == [{"round": "R1"}]
    assert said["licenses"] == [{"name": "CC-BY-4.0"}] and said["name"] == "ssi-all-r1"
    for each in said["resources"]:
        data = files[each["path"]]
        assert (each["bytes"], each["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        assert all(field["description"] for field in each["schema"]["fields"])
    assert package(all_tables(), ABOUT) == files


def test_a_package_name_is_one_whatever_the_round_is_called() -> None:
    assert [slug(each) for each in ("ssi-all-R 1", "ខ្មែរ", "Vòng/2")] == ["ssi-all-r-1", "export", "v-ng-2"]


# ── CSV and workbooks ────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_table_comes_back_from_csv_and_from_the_workbook_the_same() -> None:
    tables = all_tables()
    for each in tables:
        csv_read_back(csv_bytes(each), each.name, each.columns, each.rows)
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(*tables)))
    assert book.sheetnames == ["dictionary", *(each.name for each in tables)]
    for each in tables:
        if each.name not in ("scores", "plan"):  # whose texts are guarded: below
            cells = [tuple(plain(cell.value) for cell in row) for row in book[each.name].iter_rows(min_row=2)]
            assert cells == [tuple(plain(value) for value in row) for row in each.rows], each.name


def plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else value


def test_numbers_are_numbers_with_their_decimals_and_truths_are_truths() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(*all_tables())))
    plan = book["plan"]
    at = {cell.value: cell.column for cell in plan[1]}
    quote = plan.cell(2, at["quote"])
    assert (quote.value, quote.number_format, quote.data_type) == (500, "#,##0.00", "n")
    truth = book["rounds"].cell(2, 3)
    assert (truth.value, truth.data_type) == (True, "b")


@given(st.lists(TEXTS | st.sampled_from(ODD), max_size=8))
@settings(max_examples=80)
def test_no_text_is_ever_a_formula_and_every_text_comes_back(texts: list[str]) -> None:
    table = of_texts(texts)
    data = csv_bytes(table)
    csv_read_back(data, "texts.csv", table.columns, table.rows)
    book = as_workbook(table)
    with_dictionary = openpyxl.load_workbook(io.BytesIO(book))
    kinds = {cell.data_type for sheet in with_dictionary for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds and not any(
        cell.hyperlink for sheet in with_dictionary for row in sheet.iter_rows() for cell in row
    )
    rows = with_dictionary["texts"].iter_rows(min_row=2, min_col=2, max_col=2)
    for cell in (cell for row in rows for cell in row):
        assert not str(cell.value or "").startswith(("=", "+", "-", "@", "\t")) or cell.quotePrefix
    names = with_dictionary.sheetnames
    sheets = [Sheet("dictionary", *_grid(with_dictionary["dictionary"])), Sheet("texts", table.columns, table.rows)]
    assert names == ["dictionary", "texts"]
    workbook_read_back(book, "texts.xlsx", sheets)


def _grid(sheet: Any) -> tuple[list[str], list[list[Value]]]:
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return head, rows


def test_a_spreadsheet_sees_the_guard_in_csv() -> None:
    lines = csv_bytes(of_texts(["=1+1", "'=x", "-5", "plain"])).decode("utf-8-sig").split("\r\n")
    assert lines == ["at,text", "0,'=1+1", "1,''=x", "2,'-5", "3,plain", ""]


def test_the_same_tables_are_the_same_bytes() -> None:
    assert as_workbook(*all_tables()) == as_workbook(*all_tables())
