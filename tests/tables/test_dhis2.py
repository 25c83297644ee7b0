"""Data values for DHIS2: the forms of its documentation, the numbers of the JSON, and what is held back."""

import json
from typing import Any

import pytest

from ssi.errors import SsiError
from ssi.findings import Summary
from ssi.findings.exports import DataValues
from ssi.tables.dhis2 import data_values
from ssi.tables.dhis2_mapping import is_period, read_mapping
from ssi.tables.writers.dhis2 import dhis2_json
from ssi.words import rounded
from tests import making
from tests.reports import year

MAPPING = """
format = 1
[periods]
R1 = "2026Q1"
R2 = "2026S2"
[org_units]
S01 = "DiszpKrYNg8"
S02 = "FNnj3jKGS7i"
S03 = "Jkhdsf8sdf4"
S04 = "g8upMTyEZGZ"
S05 = "jNb63DIHuwU"
[overall]
data_element = "f7n9E0hX8qk"
decimals = 1
[areas]
SAF = { data_element = "Ix2HsbDMLea", decimals = 0 }
RGT = { data_element = "eY5ehpbEsB7", decimals = 2, category_option_combo = "bRowv6yZOF2" }
"""
ALL = frozenset(f"S0{at}" for at in range(1, 6))


def made(text: str = MAPPING, summary: Summary | None = None) -> DataValues:
    read = read_mapping(text.encode(), "dhis2.toml")
    return data_values(summary or year.before(), making.standard(), read, shelters=ALL, on="2026-02-25")


def payload(text: str = MAPPING, summary: Summary | None = None) -> dict[str, Any]:
    return dict(json.loads(dhis2_json(made(text, summary))))


def codes(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(SsiError) as error:
        made(text)
    return [(each.code, each.where.line) for each in error.value.faults]


# Examples of "Date and period format" in the documentation of DHIS2's Web API.
DOCUMENTED = (
    "20040315 2004W10 2015WedW5 2015ThuW6 2015SatW7 2015SunW8 2015BiW1 200403 200401B 2004Q1 2004S1 2004AprilS1 2004"
    " 2004April 2004July 2004Oct"
)


@pytest.mark.parametrize("text", DOCUMENTED.split())
def test_every_period_of_the_documentation_is_one(text: str) -> None:
    assert is_period(text)


NO_PERIODS = (
    "2026-03 202613 202600 20260230 2026Q5 2026Q0 2026S3 2026W54 2026W0 200407B 26 2026q1 Q12026 2026Jan 0000 ២០២៦"
    " LAST_YEAR 2026Q1x"
)


@pytest.mark.parametrize("text", NO_PERIODS.split())
def test_what_is_no_period(text: str) -> None:
    assert not is_period(text)


def test_the_payload_is_the_bulk_form_of_the_documentation() -> None:
    found = payload()
    assert found.keys() == {"dataValues"}
    first, second, third = found["dataValues"][:3]
    assert first.keys() == second.keys() == {"dataElement", "period", "orgUnit", "value"}
    assert third.keys() == {"dataElement", "period", "orgUnit", "categoryOptionCombo", "value"}
    assert [each["dataElement"] for each in (first, second, third)] == ["f7n9E0hX8qk", "Ix2HsbDMLea", "eY5ehpbEsB7"]
    assert all(isinstance(each["value"], str) and each["period"] == "2026Q1" for each in found["dataValues"])


def test_the_numbers_are_the_exact_percents_rounded_half_even_as_asked() -> None:
    found, summary = made(), year.before()
    decimals = {"overall": 1, "SAF": 0, "RGT": 2}
    assert found.values
    for each in found.values:
        score = summary.shelter(each.shelter)
        assert score is not None
        areas = {area.area: area.percent for area in score.areas}
        exact = score.percent if each.part == "overall" else areas[each.part]
        assert exact is not None and each.exact == exact
        assert each.value == str(rounded(exact, decimals[each.part]))


def test_urgent_and_incomplete_shelters_are_held_back_whole_unless_the_mapping_sends_them() -> None:
    statuses = {each.shelter: each.status for each in year.after().shelters}
    held = {each.shelter: each.why for each in made(summary=year.after()).held_back}
    assert held["S02"] == "urgent" == statuses["S02"] and held["S05"] == "incomplete"
    assert not {"S02", "S05"} & {each.shelter for each in made(summary=year.after()).values}
    sending = MAPPING.replace("[periods]", 'urgent = "send"\nincomplete = "send"\n[periods]')
    assert {each.shelter for each in made(sending, year.after()).values} == {
        each.shelter for each in year.after().shelters
    }


def test_a_shelter_without_an_org_unit_is_held_back_when_that_is_said() -> None:
    found = made(MAPPING.replace('"g8upMTyEZGZ"', '""'))
    assert [(each.shelter, each.why) for each in found.held_back] == [("S04", "no org unit")]


def test_a_data_set_is_completed_for_one_org_unit_alone() -> None:
    lines = [line for line in MAPPING.splitlines() if not line.startswith(("S02", "S03", "S04", "S05"))]
    text = "\n".join(lines).replace("[periods]", 'data_set = "pBOMPrpg1QX"\ncomplete = true\n[periods]')
    summary = year.a_summary("R1", {"S01": year.BEFORE["S01"]})
    found = payload(text, summary)
    assert [found[each] for each in ("dataSet", "completeDate", "period", "orgUnit")] == [
        "pBOMPrpg1QX", "2026-02-25", "2026Q1", "DiszpKrYNg8",
    ]  # fmt: skip
    assert all("orgUnit" not in each for each in found["dataValues"])
    assert ("dhis2-complete", 3) in codes(MAPPING.replace("[periods]", "complete = true\n[periods]", 1))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("DiszpKrYNg8", "0iszpKrYNg8", "dhis2-uid"),
        ("DiszpKrYNg8", "DiszpKrYNg", "dhis2-uid"),
        ("DiszpKrYNg8", "DiszpKrYN$8", "dhis2-uid"),
        ("DiszpKrYNg8", "DiszpKrYNg\u0664", "dhis2-uid"),
        ("bRowv6yZOF2", "x", "dhis2-uid"),
        ("Ix2HsbDMLea", "", "dhis2-uid"),
        ("2026Q1", "2026-Q1", "dhis2-period"),
        ("S04 =", "S40 =", "dhis2-unknown"),
        ("SAF =", "SAV =", "dhis2-unknown"),
        ("R1 =", "R3 =", "dhis2-no-period"),
        ('S03 = "Jkhdsf8sdf4"\n', "", "dhis2-no-unit"),
        ("FNnj3jKGS7i", "DiszpKrYNg8", "dhis2-twice"),
        ("Ix2HsbDMLea", "f7n9E0hX8qk", "dhis2-twice"),
        ("decimals = 1", "decimals = 11", "wrong-type"),
        ("decimals = 1", "decimals = 1.5", "wrong-type"),
        ("format = 1", "format = 2", "format-unknown"),
        ("[overall]", "[over_all]", "unknown-key"),
        ('data_element = "f7n9E0hX8qk"', "", "missing-key"),
        ("[org_units]", "[org_units", "toml-syntax"),
    ],
)
def test_a_slip_in_the_mapping_is_named_by_its_line(old: str, new: str, code: str) -> None:
    assert old in MAPPING
    found = codes(MAPPING.replace(old, new, 1))
    assert code in [each for each, _ in found]
    assert all(line for _, line in found)


def test_every_slip_is_named_at_once() -> None:
    text = MAPPING.replace("S04 =", "S40 =").replace("SAF =", "SAV =").replace("R1 =", "R3 =")
    assert [each for each, _ in codes(text)] == ["dhis2-no-period", "dhis2-no-unit", "dhis2-unknown", "dhis2-unknown"]


def test_a_mapping_without_a_data_element_is_refused() -> None:
    assert codes(MAPPING[: MAPPING.index("[overall]")]) == [("dhis2-nothing", None)]
