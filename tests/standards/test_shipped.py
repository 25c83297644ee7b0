"""What every shipped standard must be, and what ssi-core 1.0.0 holds: counts and gates as listed for it."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from ssi.acts.check import check
from ssi.shipped import standards_folder
from ssi.standards.reading import read_standard

FILES = sorted(standards_folder().glob("*/*.toml"))
AREAS = {
    "SAF": 11, "RGT": 10, "CNF": 7, "FAC": 8, "WSH": 8, "FOD": 4, "HLT": 6, "CAS": 10, "REI": 5, "CHD": 4, "STF": 5,
    "MGT": 4,
}  # fmt: skip
GATES = {
    "SAF-04", "SAF-07", "RGT-01", "RGT-02", "RGT-03", "CNF-01", "CNF-04", "CNF-07", "FAC-03", "WSH-01", "HLT-02",
    "STF-06", "CHD-01",
}  # fmt: skip
CORE = standards_folder() / "ssi-core" / "1.0.0.toml"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_shipped_standard_has_no_fault_and_its_worked_examples_hold(path: Path) -> None:
    found = [each for each in check([path]).faults if each.code != "translation-partial"]  # guidance is to come
    assert [f"{each.where} {each.message}" for each in found] == []


def test_the_core_holds_what_was_recommended() -> None:
    core = read_standard(CORE.read_bytes(), str(CORE))
    assert {area.id: len(area.criterion) for area in core.area} == AREAS
    assert len(core.criteria) == 82
    assert {each.id for each in core.criteria if each.gate} == GATES
    assert all(len(each.anchors) == 3 and each.remedy and each.source and each.methods for each in core.criteria)
    assert [area.weight for area in core.area] == [None] * 12
    assert next(area for area in core.area if area.id == "CHD").applies == "children"
    assert len(core.example) >= 16


def test_the_core_says_that_nobody_adopted_it() -> None:
    head = CORE.read_text(encoding="utf-8").partition("format = 1")[0]
    words = " ".join(re.sub(r"^#", "", line) for line in head.splitlines())
    said = " ".join(words.split())
    assert "No authority has adopted it" in said and "practitioners have not yet reviewed it" in said


@pytest.mark.parametrize(
    ("criterion", "cuts"),
    [
        ("FAC-01", ("3.5", "5")),
        ("WSH-03", ("20", "10")),
        ("WSH-04", ("25", "15")),
        ("CAS-04", ("25", "17")),
        ("CNF-03", ("75", "95")),
    ],
)
def test_measured_thresholds_are_those_of_the_sources(criterion: str, cuts: tuple[str, str]) -> None:
    measure = read_standard(CORE.read_bytes(), str(CORE)).criterion(criterion).measure
    assert measure is not None and measure.cuts == tuple(map(Fraction, cuts))
