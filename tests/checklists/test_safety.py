"""What is refused before anything opens it, and how fast: bombs, locks, old files, sheets that reach too far."""

import io
import struct
import time
import zipfile
import zlib

import pytest
import xlsxwriter

from ssi.checklists.readers import read
from ssi.checklists.readers.safety import LARGEST, opened
from ssi.checklists.readers.scan import Seen, scan
from ssi.errors import SsiError
from ssi.standards.readers.workbook import read_book

MB = 1_000_000


def refused(data: bytes, *, standard: bool = False) -> list[str]:
    with pytest.raises(SsiError) as raised:
        read_book(data, "x.xlsx") if standard else read(data, "x.xlsx")
    return [each.code for each in raised.value.faults]


def zipped(**parts: bytes) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return page.getvalue()


def xlsx(rows: int = 2, *, far: bool = False, macros: bool = False) -> bytes:
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("one")
        for row in range(rows):
            sheet.write_string(row, 0, "a")
        if far:
            sheet.write_string(1_048_575, 16_383, "b")
    if macros:
        with zipfile.ZipFile(page, "a") as archive:
            archive.writestr("xl/vbaProject.bin", b"x")
    return page.getvalue()


@pytest.mark.parametrize("standard", [False, True])
def test_a_zip_bomb_is_refused_without_unpacking_it(standard: bool) -> None:
    bomb = zipped(xl__workbook=b"", x=b"\0" * (LARGEST + 1))
    assert len(bomb) < MB
    start = time.process_time()
    assert refused(bomb, standard=standard) == ["workbook-too-large"]
    assert time.process_time() - start < 0.2


def test_a_part_that_shrinks_too_well_is_a_bomb_though_it_is_not_large() -> None:
    assert refused(zipped(x=b" " * 21 * MB)) == ["workbook-too-large"]
    assert opened(zipped(x=b" " * 19 * MB), "x.xlsx")


def test_a_bomb_that_states_a_small_size_is_refused_too() -> None:
    """The size in both heads of the part says 10; what comes out is 21 MB. zipfile would read ten bytes of it."""
    bomb = zipped(x=b" " * 21 * MB)
    lying = bomb.replace(struct.pack("<I", 21 * MB), struct.pack("<I", 10))
    lying = lying.replace(struct.pack("<I", zlib.crc32(b" " * 21 * MB)), struct.pack("<I", zlib.crc32(b" " * 10)))
    with zipfile.ZipFile(io.BytesIO(lying)) as archive:
        assert archive.read("x") == b" " * 10
    assert refused(lying) == ["workbook-too-large"]


def test_many_parts_and_parts_that_share_their_bytes_are_counted_one_by_one() -> None:
    assert refused(zipped(**{f"p{each}": b"x" for each in range(10_001)})) == ["workbook-too-large"]
    assert refused(zipped(**{f"p{each}": bytes(range(256)) * 78_000 for each in range(11)})) == ["workbook-too-large"]


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<worksheet>&b;</worksheet>"""


@pytest.mark.parametrize("standard", [False, True])
def test_xml_that_defines_words_is_refused(standard: bool) -> None:
    data = zipped(**{"xl__workbook.xml": b"<workbook/>", "xl__worksheets__sheet1.xml": BOMB})
    assert refused(data, standard=standard) == ["workbook-unreadable"]
    later = b" " * 70_000 + BOMB
    assert refused(zipped(**{"xl__workbook.xml": later}), standard=standard) == ["workbook-unreadable"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no workbook"),
        (b"id,text\n", "no workbook"),
        (b"PK\3\4" + b"\0" * 40, "no workbook"),
        (xlsx()[:-30], "no workbook"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "old Excel file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "seems to have a password"),
        (zipped(x=b"x"), "no workbook"),
    ],
)
def test_what_is_no_workbook_says_what_it_is(data: bytes, words: str) -> None:
    for reader in (read, read_book):
        with pytest.raises(SsiError, match=words):
            reader(data, "x.xlsx")


def test_two_lone_cells_do_not_fill_the_memory() -> None:
    assert refused(xlsx(far=True)) == ["workbook-spread"]
    assert refused(xlsx(far=True), standard=True) == ["workbook-spread"]


def test_rows_repeated_a_million_times_in_an_open_document_do_not_either() -> None:
    content = b"""<?xml version="1.0"?><office:document-content
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="t"><office:body><office:spreadsheet>
      <table:table table:name="one"><table:table-row table:number-rows-repeated="1048576">
      <table:table-cell table:number-columns-repeated="1024" office:value-type="string"><text:p>x</text:p>
      </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>
      </office:document-content>"""
    with pytest.raises(SsiError) as raised:
        read(zipped(**{"content.xml": content}), "x.ods")
    assert [each.code for each in raised.value.faults] == ["workbook-spread"]


def test_a_workbook_of_200_000_rows_is_refused_in_seconds_as_a_standard_and_read_as_a_table() -> None:
    data = xlsx(200_000)
    start = time.process_time()
    assert refused(data, standard=True) == ["workbook-rows"]
    assert time.process_time() - start < 3
    assert len(read(data, "x.xlsx")) == 199_999


def test_macros_are_named() -> None:
    assert [each.code for each in read_book(xlsx(macros=True), "x.xlsx").faults] == ["workbook-macros"]


def seen() -> Seen:
    page = io.BytesIO()
    with xlsxwriter.Workbook(page) as book:
        sheet = book.add_worksheet("one")
        for row in range(6):
            sheet.write_row(row, 0, ["a", 1, "c", "d"])
        sheet.write_formula("B2", "=1+1")
        sheet.merge_range("A4:B5", "x")
        sheet.write_blank(50, 60, None, book.add_format({"bold": True}))
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(20, None, None, {"hidden": True})
        sheet.set_column("C:C", None, None, {"hidden": True})
        sheet.set_column("F:Z", None, None, {"hidden": True})
    [found] = scan(opened(page.getvalue(), "x.xlsx"))
    return found


def test_what_a_sheet_hides_is_seen_and_blank_cells_say_nothing() -> None:
    found = seen()
    assert (found.rows, found.bottom, found.right) == (6, 6, 4)
    assert (found.formulas, found.merged, found.hidden_rows) == (["B2"], ["A4:B5"], [3])
    assert list(found.columns_hidden()) == ["C"]
