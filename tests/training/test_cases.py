"""The cases that come with ssi: whole, mixed, and never with what a resident said where fewer than five agreed."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ssi.acts.train import case_faults, practice
from ssi.model import NA, NS, Case
from ssi.training.reading import Practice
from tests.running import ROOT

FILES = sorted((ROOT / "examples" / "cases").glob("*.toml"))
NUMBERS = {"two": 2, "three": 3, "five": 5, "six": 6, "seven": 7, "none": 0}


def read(path: Path) -> Practice:
    return practice(str(path), None)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_has_neither_fault_nor_warning(path: Path) -> None:
    assert list(case_faults(path, path.name)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_says_that_it_is_invented_and_mixes_its_levels(path: Path) -> None:
    case = read(path).case
    assert "is invented." in case.story[0]
    found = Counter(each.score for each in case.observation)
    assert min(found[level] for level in (0, 1, 2)) >= 4, found
    assert found[NS] >= 1
    assert max(found.values()) <= len(case.observation) / 2, "who always gives the same level must not come far"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_residents_said_counts_only_where_five_agreed(path: Path) -> None:
    case = read(path).case
    if any("resident" in each.methods for each in case.observation):
        assert agreed(case) >= 5
    else:
        assert agreed(case) < 5


def agreed(case: Case) -> int:
    """How many residents agreed to talk, by the story."""
    told = re.search(r"; (\w+) agreed|and (\w+) agreed|so (none) was asked", " ".join(case.story))
    assert told, case.story
    return NUMBERS[next(each for each in told.groups() if each)]


def test_together_they_use_every_criterion_na_and_the_rule_on_documents() -> None:
    all_ = [read(path) for path in FILES]
    assert len(all_) >= 6
    assert {each.case.kind for each in all_} == {"transit", "short-term", "long-term", "community"}
    used = {each.criterion for found in all_ for each in found.case.observation}
    assert used == {each.id for each in all_[0].standard.criteria}
    assert any(each.score == NA for found in all_ for each in found.case.observation)
    capped = [
        each
        for found in all_
        for each in found.case.observation
        if found.standard.criterion(each.criterion).practice and each.methods == ("document",)
    ]
    assert len(capped) >= 5 and all(each.score == 1 and "document" in each.why for each in capped if each.score == 1)
    worst = {
        each.criterion
        for found in all_
        for each in found.case.observation
        if each.score == 0 and found.standard.criterion(each.criterion).gate
    }
    assert len(worst) >= 6, worst


def test_a_measured_value_never_contradicts_its_reference() -> None:
    """Where the reason names a percent, it falls between the cuts that belong to the reference level."""
    for path in FILES:
        found = read(path)
        for each in found.case.observation:
            measure = found.standard.criterion(each.criterion).measure
            told = re.search(r" is (\d+) percent", each.why)
            if measure and told:
                level = sum(int(told[1]) >= cut for cut in measure.cuts)
                assert found.standard.scale[level].value == each.score, (path.stem, each.criterion)
