"""Reading back: one cell that differs is named, whatever went wrong with it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ssi.acts.read_back import Value, compare, csv_read_back, equal, files_read_back
from ssi.checklists.writers.table import write_csv
from ssi.errors import SsiError
from ssi.findings.exports import DataValue, DataValues
from ssi.tables.writers.dhis2 import dhis2_json, read_dhis2, rows

ROWS: list[tuple[Value, ...]] = [("S01", 2, Decimal("71.5")), ("S02", None, None)]


def told(error: pytest.ExceptionInfo[SsiError]) -> str:
    (found,) = error.value.faults
    assert found.code == "export-not-read-back"
    return found.message


def test_what_is_the_same_says_nothing() -> None:
    csv_read_back(write_csv(("shelter", "level", "percent"), [("S01", 2, Decimal("71.50")), ("S02", None, None)]),
                  "x.csv", ("shelter", "level", "percent"), ROWS)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("S01,2,71.4\nS02,,\n", "cell C2 should say '71.5', and says '71.4'"),
        ("S01,2,71.5\nS02,0,\n", "cell B3 should say '', and says '0'"),
        ("S01,2,71.5\n", "cell A3 should say 'S02', and says 'no such row'"),
        ("S01,2,71.5\nS02,,\nS03,,\n", "cell A4 should say 'no such row', and says 'S03'"),
        ("S1,2,71.5\nS02,,\n", "cell A2 should say 'S01', and says 'S1'"),
        ("S01,2,71.5\n\nS02,,,9\n", "the file should say a table"),
        ("S01,2.,seven\nS02,,\n", "cell C2 should say '71.5', and says 'seven'"),
    ],
)
def test_the_first_cell_that_differs_is_named(lines: str, place: str) -> None:
    with pytest.raises(SsiError) as error:
        csv_read_back(f"shelter,level,percent\n{lines}".encode(), "x.csv", ("shelter", "level", "percent"), ROWS)
    assert place in told(error) and told(error).startswith("x.csv does not hold what was written")


@pytest.mark.parametrize(
    ("value", "cell", "same"),
    [
        (None, "", True), (None, "0", False), ("", "", True), (True, "true", True), (True, "yes", True),
        (True, "false", False), (False, "no", True), (0, "", False), (Decimal("9400.00"), "9400", True),
        (Decimal("1E+2"), "100", True), (5, "5.0", True), ("5", "5.0", False), (" x\r\n", "x", True),
        (date(2026, 3, 7), "2026-03-07", True), ("é", "é", True), (1, "1 ", True), (3, "NaN", False),
    ],
)  # fmt: skip
def test_when_a_cell_says_a_value(value: Value, cell: str, same: bool) -> None:
    assert equal(value, cell) is same


def test_a_head_that_differs_is_named() -> None:
    with pytest.raises(SsiError) as error:
        csv_read_back(b"shelter;level\nS01;2\n", "x.csv", ("shelter", "score"), [("S01", 2)])
    assert "cell B1 should say 'score', and says 'level'" in told(error)


def test_a_file_of_a_package_that_differs_is_named() -> None:
    files_read_back({"a": b"1"}, {"a": b"1"}, "x.zip")
    for found in ({"a": b"2"}, {}, {"a": b"1", "b": b""}):
        with pytest.raises(SsiError) as error:
            files_read_back({"a": b"1"}, found, "x.zip")
        assert told(error).startswith("x.zip")


def values(*, complete_on: str = "", many: Sequence[str] = ("DiszpKrYNg8",)) -> DataValues:
    made = tuple(
        DataValue("S01", part, unit, element, "71.5", Fraction(143, 2), combo)
        for unit in many
        for part, element, combo in (("overall", "f7n9E0hX8qk", ""), ("SAF", "Ix2HsbDMLea", "bRowv6yZOF2"))
    )
    return DataValues("R1", "2026Q1", "pBOMPrpg1QX", "HllvX50cXC0", complete_on, made, (), ())


@pytest.mark.parametrize(
    "found", [values(), values(complete_on="2026-02-25"), values(many=("DiszpKrYNg8", "FNnj3jKGS7i"))]
)
def test_dhis2_comes_back_from_both_of_its_forms(found: DataValues) -> None:
    compare(rows(found), read_dhis2(dhis2_json(found)), "x.json", first=1)
    with pytest.raises(SsiError):
        compare(rows(found), read_dhis2(dhis2_json(found).replace(b"71.5", b"71.4", 1)), "x.json", first=1)
    with pytest.raises(SsiError):
        compare(rows(found), read_dhis2(dhis2_json(found).replace(b"2026Q1", b"2026Q2")), "x.json", first=1)
