"""The example year: its scores are what their generator writes, and they look like a year that could be."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from ssi.model import DECLINED, NA, NS, SCORE_WORDS, Shelter
from ssi.standards.reading import read_standard
from tests import example_year as year
from tests.made_up import NOTES, Manner, Said, Visited, agreement, contested, settled, true_levels, visit

STANDARD = read_standard(year.STANDARD.read_bytes(), year.STANDARD.name)
Made = tuple[Path, dict[str, dict[str, Visited]]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("year")
    return folder, year.build(folder)


def test_the_files_are_what_the_generator_writes(made: Made) -> None:
    for file in made[0].iterdir():
        assert (year.YEAR / file.name).read_bytes() == file.read_bytes(), (
            f"{file.name}: run python -m tests.example_year"
        )


def test_assessors_agree_on_about_four_in_five(made: Made) -> None:
    for visits in made[1].values():
        assert 0.74 <= agreement(visits.values()) <= 0.82
        assert all(2 <= len(each.agreed) <= 6 for each in visits.values())


def test_every_word_of_a_sheet_occurs(made: Made) -> None:
    said = [each for visits in made[1].values() for one in visits.values() for _, each in _all(one)]
    assert {each.score for each in said} >= {0, 1, 2, NA, NS, DECLINED}
    assert {each.note for each in said} >= set(NOTES)
    assert any(each.methods == ("document",) for each in said)
    assert all(each.note for each in said if each.score == NA)


def test_where_few_residents_spoke_nothing_tells_what_they_said(made: Made) -> None:
    few = [one for visits in made[1].values() for one in visits.values() if one.talks.agreed < 5]
    assert few
    assert not [each for one in few for _, each in _all(one) if "resident" in each.methods and each.note]


def test_nobody_assesses_at_home_and_no_two_shelters_visit_each_other() -> None:
    home = {row["assessor"]: row["shelter"] for row in year.table("assessors")}
    teams: dict[tuple[str, str], list[str]] = {}
    for row in year.table("visits"):
        teams.setdefault((row["round"], row["shelter"]), []).append(home[row["assessor"]])
    assert len(teams) == 18
    for (_, shelter), homes in teams.items():
        assert shelter not in homes
        assert len(set(homes)) == 3
    went = {(other, shelter) for (_, shelter), homes in teams.items() for other in homes if other}
    assert not [(one, other) for one, other in went if (other, one) in went]


def test_what_was_proposed_fell_short(made: Made) -> None:
    first = made[1][year.BEFORE]
    for row in year.table("improvements"):
        for id in year.lifts(row):
            given = [sheet[id].score for sheet in first[row["shelter"]].sheets.values()]
            agreed = first[row["shelter"]].agreed.get(id)
            score = agreed.score if agreed else settled(STANDARD, STANDARD.criterion(id), given)
            assert not STANDARD.reaches(score, STANDARD.criterion(id).minimum), (row["improvement"], id)


def test_a_visit_settles_at_the_true_levels() -> None:
    """For any seed: where the rule settles, it settles at the truth; the rest is in the agreed sheet."""
    shelter = Shelter(shelter="S01", kind="long-term", capacity=20, children=True)
    here = STANDARD.checklist(shelter.kind, children=True)
    for seed in range(5):
        chance = Random(seed)
        truth = true_levels(here, chance)
        one = visit(here, truth, {"A": 0.3, "B": -0.3, "C": 0.0}, chance, manner=Manner(contested=range(99)))
        for each in here.criteria:
            given = [sheet[each.id].score for sheet in one.sheets.values()]
            if contested(STANDARD, each, given):
                assert one.agreed[each.id].score == truth[each.id]
            elif NA not in given:
                assert settled(STANDARD, each, given) == truth[each.id]


def test_the_typed_sheet_is_not_in_the_file_too() -> None:
    rows = (year.YEAR / "scores-baseline.csv").read_text(encoding="utf-8")
    assert f"{year.BEFORE},{','.join(year.TYPED)}," not in rows
    assert {each.agreed for each in year.TALKS.values()} == {3}
    assert SCORE_WORDS[DECLINED] in rows


def _all(one: Visited) -> Iterator[tuple[str, Said]]:
    for sheet in one.sheets.values():
        yield from sheet.items()
