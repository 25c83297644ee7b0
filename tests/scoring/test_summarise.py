"""Percents, bounds, coverage and status by hand, and what a summary says while the round is open.

On the small standard SAF weighs 3 + 2 + 1 and RGT 3 + 2; CHD (one must) only where there are children.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from ssi.findings import AreaScore, Completeness, ShelterScore
from ssi.model import Notes, Standard, Visit
from ssi.scoring.status import level_of
from ssi.scoring.summarise import score_shelter, summarise
from tests.making import SMALL, a_round, sheet, shelter, standard

STANDARD = standard()
PLACE = shelter()


def scored(scores: Mapping[str, int | str], *, of: Standard = STANDARD, children: bool = False) -> ShelterScore:
    place = shelter(children=children)
    return score_shelter(of.checklist(place.kind, children=children), "S01", [sheet(of, place, "P1", scores)])


def area(score: ShelterScore, id: str) -> AreaScore:
    return next(each for each in score.areas if each.area == id)


def test_percents_bounds_and_coverage_by_hand() -> None:
    found = scored({"SAF-02": 1, "SAF-03": 0, "RGT-02": "NS"})
    saf, rgt = area(found, "SAF"), area(found, "RGT")
    two_thirds = Fraction(200, 3)
    assert saf == AreaScore("SAF", Fraction(6), two_thirds, two_thirds, two_thirds, Fraction(100), False)
    assert rgt == AreaScore("RGT", Fraction(5), Fraction(100), Fraction(60), Fraction(100), Fraction(60), False)
    assert found.percent == Fraction(6 * 200, 3 * 11) + Fraction(5 * 100, 11)
    assert found.low == Fraction(400 + 300, 11) and found.high == Fraction(900, 11)
    assert found.coverage == Fraction(900, 11)
    assert (found.status, found.incomplete, found.level) == ("incomplete", True, None)


def test_na_leaves_the_denominator_and_can_make_an_area_thin() -> None:
    found = scored({"SAF-02": "NA", "SAF-03": 0})
    saf = area(found, "SAF")
    assert saf.percent == 75 and saf.coverage == 100 and saf.weight == 6
    assert saf.thin and not area(found, "RGT").thin
    assert found.percent == Fraction(6 * 75 + 5 * 100, 11)
    patient = standard(SMALL.replace("na_ceiling = 15", "na_ceiling = 17"))
    assert not area(scored({"SAF-03": "NA"}, of=patient), "SAF").thin


def test_thin_begins_above_the_ceiling() -> None:
    """SAF-03 weighs 3 of 20 when SAF-01 weighs 15: exactly 15 percent."""
    text = SMALL.replace('"SAF-01", class', '"SAF-01", weight = 15, class').replace(
        '"SAF-03", class', '"SAF-03", weight = 3, class'
    )
    assert not area(scored({"SAF-03": "NA"}, of=standard(text)), "SAF").thin
    assert area(scored({"SAF-03": "NA"}, of=standard(text.replace("weight = 3,", "weight = 3.1,"))), "SAF").thin


def test_declined_shows_in_the_bounds_alone() -> None:
    found = scored({"RGT-01": "ND"})
    rgt = area(found, "RGT")
    assert [rgt.percent, rgt.low, rgt.high, rgt.coverage] == [100, 40, 100, 100]
    assert found.coverage == 100 and not found.incomplete and found.status == "meets"


def test_an_area_wholly_na_never_makes_a_shelter_incomplete() -> None:
    found = scored({"CHD-01": "NA"}, children=True)
    assert area(found, "CHD") == AreaScore("CHD", Fraction(2), None, None, None, None, True)
    assert found.percent == 100 and found.status == "meets"


def test_an_area_wholly_unseen_counts_from_0_to_100_in_the_bounds() -> None:
    found = scored({"CHD-01": "NS"}, children=True)
    chd = area(found, "CHD")
    assert [chd.percent, chd.low, chd.high, chd.coverage] == [None, 0, 100, 0]
    assert [found.percent, found.low, found.high] == [100, Fraction(1100, 13), 100]
    assert found.incomplete


def test_an_area_that_does_not_apply_is_not_there() -> None:
    assert [each.area for each in scored({}).areas] == ["SAF", "RGT"]
    assert [each.area for each in scored({}, children=True).areas] == ["SAF", "RGT", "CHD"]


def test_the_standards_area_weight_counts_where_it_is_given() -> None:
    equal = standard(SMALL.replace('title = "Safety"', 'title = "Safety"\nweight = 5'))
    assert scored({"SAF-01": 0}, of=equal).percent == Fraction(50 + 100, 2)
    assert scored({"SAF-01": 0}).percent == Fraction(6 * 50 + 5 * 100, 11)


@pytest.mark.parametrize(
    ("scores", "status", "incomplete"),
    [
        ({}, "meets", False),
        ({"SAF-03": 0}, "meets", False),  # desired
        ({"SAF-02": 1}, "improving", False),
        ({"SAF-02": "NA", "RGT-02": "ND"}, "meets", False),
        ({"SAF-01": 0}, "urgent", False),
        ({"SAF-01": 0, "RGT-01": "NS"}, "urgent", True),  # urgent comes first
        ({"SAF-01": 1}, "conditional", False),
        ({"SAF-01": "NA"}, "meets", False),
        ({"SAF-01": "NS"}, "incomplete", True),
        ({"SAF-01": "ND"}, "meets", False),
        ({"SAF-03": "NS"}, "meets", False),  # 5 of 6 seen is above the floor
        ({"SAF-02": "NS"}, "incomplete", True),  # 4 of 6 is below it
    ],
)
def test_status(scores: Mapping[str, int | str], status: str, incomplete: bool) -> None:
    found = scored(scores)
    assert (found.status, found.incomplete) == (status, incomplete)


def test_a_must_that_was_not_seen_keeps_a_shelter_from_meeting() -> None:
    lenient = standard(SMALL.replace("coverage_floor = 80", "coverage_floor = 50"))
    assert scored({"SAF-02": "NS"}, of=lenient).status == "improving"


def test_the_coverage_floor_itself_is_enough() -> None:
    exact = standard(SMALL.replace("coverage_floor = 80", "coverage_floor = 60"))
    assert not scored({"RGT-02": "NS"}, of=exact).incomplete  # RGT: 3 of 5


def test_a_critical_criterion_at_the_worst_level_is_conditional_without_a_gate() -> None:
    soft = standard(SMALL.replace('"SAF-01", class = "critical", gate = true', '"SAF-01", class = "critical"'))
    assert scored({"SAF-01": 0}, of=soft).status == "conditional"
    assert scored({"SAF-01": 1}, of=soft).status == "improving"


def test_gates_below_their_minimum_and_gates_not_applicable_are_named() -> None:
    assert scored({"SAF-01": 0, "RGT-01": 1}).gates == ("SAF-01", "RGT-01")
    assert scored({"SAF-01": "NA"}).na_gates == ("SAF-01",)
    assert scored({"SAF-01": "NS"}).gates == ()


def test_nothing_scored_is_incomplete() -> None:
    for word in ("NA", "ND"):
        found = scored(dict.fromkeys(("SAF-01", "SAF-02", "SAF-03", "RGT-01", "RGT-02"), word))
        assert (found.percent, found.status, found.level) == (None, "incomplete", None)


def test_bands_are_reached_exactly() -> None:
    bands = STANDARD.rules.bands
    assert level_of(Fraction(85), "improving", bands, incomplete=False) == 4
    assert level_of(Fraction(84996, 1000), "improving", bands, incomplete=False) == 3
    assert level_of(Fraction(0), "improving", bands, incomplete=False) == 0
    assert level_of(Fraction(99), "urgent", bands, incomplete=False) == 0
    assert level_of(Fraction(99), "urgent", bands, incomplete=True) is None


# ── a round ──────────────────────────────────────────────────────────────────────────────────────────────────────────

PLACES = [shelter(code) for code in ("S03", "S01", "S02", "S04")]
VISITS = [Visit(round=round, shelter=place, assessor=who) for round, place, who in
          [("R1", "S01", "P1"), ("R1", "S01", "P2"), ("R1", "S02", "P3"), ("R0", "S04", "P1")]]  # fmt: skip
SHEETS = [
    sheet(STANDARD, PLACES[1], "P1", {"SAF-02": 0}),
    sheet(STANDARD, PLACES[1], "P2", {"SAF-02": 2}),
    sheet(STANDARD, PLACES[0], "P9"),
]
STARTED = [("S02", "P3"), ("S01", "P1"), ("S01", "agreed")]


def test_an_open_round_tells_completeness_and_no_score() -> None:
    found = summarise(a_round(PLACES, visits=VISITS, closed=False), STANDARD, SHEETS, STARTED)
    assert found.sealed and found.shelters == ()
    assert found.completeness == (
        Completeness("S03", (), (), ("P9",), ()),
        Completeness("S01", ("P1", "P2"), (), ("P1", "P2"), ("SAF-02",)),
        Completeness("S02", ("P3",), ("P3",), (), None),
    )


def test_a_preview_or_a_closed_round_shows_shelters_in_the_rounds_order() -> None:
    opened = summarise(a_round(PLACES, visits=VISITS, closed=False), STANDARD, SHEETS, preview=True)
    closed = summarise(a_round(PLACES, visits=VISITS), STANDARD, SHEETS[::-1])
    assert not opened.sealed and [each.shelter for each in opened.shelters] == ["S03", "S01"]
    assert closed.shelters == opened.shelters
    assert (closed.standard, closed.version, closed.sha256) == ("small", "1.0.0", "sha")


def test_contested_is_named_only_when_everybody_planned_has_sealed() -> None:
    found = summarise(a_round(PLACES, visits=VISITS, closed=False), STANDARD, SHEETS[:1])
    assert next(each for each in found.completeness if each.shelter == "S01").contested is None


def test_where_nobody_was_planned_whoever_started_is_awaited() -> None:
    still_typing = summarise(a_round(PLACES, closed=False), STANDARD, SHEETS[:2], [("S01", "P7")]).completeness
    assert still_typing == (Completeness("S01", (), ("P7",), ("P1", "P2"), None),)
    assert summarise(a_round(PLACES, closed=False), STANDARD, SHEETS[:2]).completeness[0].contested == ("SAF-02",)


def test_what_is_settled_is_not_counted_as_contested() -> None:
    agreed = sheet(STANDARD, PLACES[1], "agreed", {"SAF-02": 1})
    found = summarise(a_round(PLACES, visits=VISITS, closed=False), STANDARD, [*SHEETS, agreed])
    of_s01 = found.completeness[1]
    assert (of_s01.contested, of_s01.sealed, of_s01.stale) == ((), ("P1", "P2"), False)


def test_conflicts_and_a_stale_agreed_sheet_are_named() -> None:
    other = sheet(STANDARD, PLACES[1], "P1", {"SAF-02": 1})
    agreed = replace(sheet(STANDARD, PLACES[1], "agreed", {"SAF-02": 1}), notes=Notes(rests_on=("gone",)).text())
    found = summarise(a_round(PLACES, visits=VISITS, closed=False), STANDARD, [*SHEETS, other, agreed])
    assert (found.completeness[1].conflicts, found.completeness[1].stale) == (("P1",), True)
    assert found.completeness[1].sealed == ("P1", "P2")
    mended = replace(other, replaces=SHEETS[0].hash)
    found = summarise(a_round(PLACES, visits=VISITS, closed=False), STANDARD, [*SHEETS, mended])
    assert found.completeness[1].conflicts == ()
