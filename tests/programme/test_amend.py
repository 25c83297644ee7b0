"""Cells changed in a table that people edited: every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ssi.checklists.readers import read
from ssi.checklists.writers.table import write_csv
from ssi.programme.amend import amended


def changed(data: bytes, **cells: str) -> bytes:
    return amended(data, read(data, "a.csv"), "assessor", {"A02": cells})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"assessor,x\nA01,1\nA02,2\n", b"assessor,x\nA01,1\nA02,9\n"),
        (b"\xef\xbb\xbfassessor;x\r\nA01;1\r\nA02;\r\n", b"\xef\xbb\xbfassessor;x\r\nA01;1\r\nA02;9\r\n"),
        (b'"assessor", x\n\n A01 ,"1"\n A02 ,2\n', b'"assessor", x\n\n A01 ,"1"\n A02 ,9\n'),
        (b'y,assessor,x\n5" wide,A02,2\n', b'y,assessor,x\n5" wide,A02,9\n'),
        (b'y,assessor,x\n"two\nlines",A01,1\n"a, b",A02,2', b'y,assessor,x\n"two\nlines",A01,1\n"a, b",A02,9'),
        (b"assessor,x\nA02\n", b"assessor,x\nA02,9\n"),
        (b"assessor,x\nA02, 9 \n", b"assessor,x\nA02, 9 \n"),
    ],
    ids=["plain", "excel", "blanks", "inches", "quotes", "short", "the same"],
)
def test_only_the_cell_changes(before: bytes, after: bytes) -> None:
    assert changed(before, x="9") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"assessor,x\nA01,1\nA02,2\n", b"assessor,x,new\nA01,1\nA02,2,9\n"),
        (b"assessor,x\r\nA02,2\r\nA01,1", b"assessor,x,new\r\nA02,2,9\r\nA01,1\r\n"),
        (b"assessor,x,,\nA01,1,,\nA02,2,,\n", b"assessor,x,new,\nA01,1,,\nA02,2,9,\n"),
    ],
    ids=["added", "no line end", "blank columns"],
)
def test_a_column_that_is_missing_is_added_and_can_be_read(before: bytes, after: bytes) -> None:
    assert changed(before, new="9") == after
    rows = read(after, "a.csv")
    assert [rows.cell(row, "new") for row in rows if rows.cell(row, "assessor") == "A02"] == ["9"]


def test_a_text_that_would_start_a_formula_or_holds_a_comma_is_written_as_a_table_writes_it() -> None:
    assert changed(b"assessor,x\nA02,2\n", x="=1+1") == b"assessor,x\nA02,'=1+1\n"
    assert changed(b"assessor,x\nA02,2\n", x='a, "b"') == b'assessor,x\nA02,"a, ""b"""\n'


def test_somebody_who_is_not_there_is_a_bug() -> None:
    with pytest.raises(ValueError, match="A02"):
        changed(b"assessor,x\nA01,1\n", x="9")


cell = some.text(some.characters(exclude_categories=("Cs", "Cc")), max_size=8).filter(lambda text: "\0" not in text)


@given(some.lists(some.tuples(cell, cell), min_size=1, max_size=4), cell)
def test_what_is_read_back_is_what_was_written_and_all_else_is_the_same(rows: list[tuple[str, str]], new: str) -> None:
    data = write_csv(("assessor", "x", "y"), [("A02", *rows[0]), *((f"B{at}", *each) for at, each in enumerate(rows))])
    before = read(data, "a.csv")
    after = read(amended(data, before, "assessor", {"A02": {"x": new.strip()}}), "a.csv")
    expected = read(write_csv(("x",), [(new.strip() or "-",)]), "a.csv")
    cells = [row.cells for row in after]
    assert cells[1:] == [row.cells for row in before][1:]
    assert cells[0][2] == next(iter(before)).cells[2]
    assert new.strip() == "" or cells[0][1] == next(iter(expected)).cells[0]
