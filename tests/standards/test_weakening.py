"""What a standard asks less of than another: each kind is found, what is stricter is not, and a text is not judged."""

import pytest

from ssi.standards.weakening import weakening
from tests.making import SMALL
from tests.making import standard as made

MEASURED = SMALL.replace(
    'text = "A drill",',
    'text = "A drill", measure = { unit = "drills a year", better = "more", cuts = ["1", "2"] },',
)
ALL = ("SAF-01", "SAF-02", "SAF-03", "RGT-01", "RGT-02", "CHD-01")


def found(old: str, new: str) -> list[str]:
    return [str(each) for each in weakening(made(old), made(new))]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('gate = true, text = "Staff', 'text = "Staff', "SAF-01: it is no longer a stop criterion"),
        (
            'class = "critical", gate = true, text = "Staff',
            'class = "desired", text = "Staff',
            "SAF-01: it is no longer a stop criterion / SAF-01: its class falls from critical to desired",
        ),
        ('id = "SAF-02",', 'id = "SAF-02", minimum = 1,', "SAF-02: its minimum falls from 2 to 1"),
        ('id = "SAF-02",', 'id = "SAF-02", weight = "3/2",', "SAF-02: its weight falls from 2 to 3/2"),
        ('id = "RGT-02",', 'id = "RGT-02", na_when = "no rules",', "RGT-02: NA is allowed, which was refused"),
        (
            'cuts = ["1", "2"]',
            'cuts = ["0.5", "2"]',
            "SAF-03: its cuts loosen from 1, 2 to 0.5, 2 drills a year",
        ),
        (
            'id = "SAF-02",',
            'id = "SAF-02", kinds = ["long-term", "community"],',
            "SAF-02: it is no longer asked of transit, short-term shelters",
        ),
        (
            'id = "SAF-02",',
            'id = "SAF-02", applies = "children",',
            "SAF-02: it is asked only of shelters that take in children",
        ),
        (
            'methods = ["document"], practice = true',
            'methods = ["document"]',
            "RGT-02: it is no longer about practice, so documents alone are enough",
        ),
        ("minimum = 2", "minimum = 1", " / ".join(f"{id}: its minimum falls from 2 to 1" for id in ALL)),
        ("na_ceiling = 15", "na_ceiling = 20", "the rules: the ceiling for NA rises from 15 to 20 percent"),
        (
            "coverage_floor = 80",
            "coverage_floor = 7.5",
            "the rules: the floor of coverage falls from 80 to 7.5 percent",
        ),
        (
            "bands = [55, 65",
            "bands = [50, 65",
            "the rules: the levels begin at 50, 65, 75, 85, 95 percent, no longer at 55, 65, 75, 85, 95",
        ),
        (
            "cap_without_practice = 1\n",
            "",
            "the rules: practice that was seen only in documents may reach a higher level",
        ),
        ('rights_area = "RGT"\n', "", "the rules: money no longer mends a stop criterion on rights first"),
    ],
)
def test_each_kind_is_found_and_the_way_back_is_none(before: str, after: str, said: str) -> None:
    new = MEASURED.replace(before, after)
    assert new != MEASURED
    assert " / ".join(found(MEASURED, new)) == said
    assert found(new, MEASURED) == []


def test_where_less_is_better_a_higher_cut_is_looser() -> None:
    less = MEASURED.replace('better = "more", cuts = ["1", "2"]', 'better = "less", cuts = ["20", "10"]')
    assert found(less, less.replace('"20", "10"', '"20", "12"')) == [
        "SAF-03: its cuts loosen from 20, 10 to 20, 12 drills a year"
    ]
    assert found(less, less.replace('"20", "10"', '"18", "8"')) == []


def test_a_dropped_stop_criterion_or_critical_one_is_named_a_must_is_not() -> None:
    lines = SMALL.splitlines()
    without = {id: "\n".join(each for each in lines if f'id = "{id}"' not in each) for id in ("SAF-01", "SAF-02")}
    assert found(SMALL, without["SAF-01"]) == ["SAF-01: a stop criterion is dropped"]
    assert found(SMALL, without["SAF-02"]) == []
    critical = SMALL.replace("gate = true, ", "")
    assert found(critical, without["SAF-01"].replace("gate = true, ", "")) == [
        "SAF-01: a critical criterion is dropped"
    ]


def test_a_lower_of_two_that_becomes_a_median_is_named() -> None:
    lower = SMALL.replace('unsettled = "median"', 'unsettled = "lower"')
    assert found(lower, SMALL) == [
        "the rules: where assessors did not agree the median counts, no longer the lower level"
    ]


def test_words_and_weights_that_all_fall_alike_are_no_weakening() -> None:
    assert found(SMALL, SMALL.replace("A fence", "A hedge")) == []
    halved = SMALL.replace("critical = 3, must = 2, desired = 1", 'critical = "3/2", must = 1, desired = "1/2"')
    assert found(SMALL, halved) == found(halved, SMALL) == []


def test_minima_of_two_scales_are_compared_by_what_they_are_worth() -> None:
    finer = SMALL.replace('{ value = 1, label = "partly met", points = "1/2" }', '{ value = 1, label = "a", points = "1/2" }, { value = 3, label = "b", points = "3/4" }')  # fmt: skip  # noqa: E501
    assert found(SMALL, finer) == []
    assert found(SMALL, finer.replace("minimum = 2", "minimum = 3"))[0] == "SAF-01: its minimum falls from 2 to 3"
