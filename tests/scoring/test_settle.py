"""How one criterion is settled, by hand, on the small standard: SAF-01 and RGT-01 are gates and practices (minimum 2),
SAF-02 is a must that allows NA, RGT-02 a must and a practice, SAF-03 desired."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from ssi.findings import Outcome, ShelterScore
from ssi.model import DECLINED, NA, NS, Entry, Interviews, Method, Notes, Sheet
from ssi.scoring.summarise import score_shelter
from tests.making import SMALL, sheet, shelter, standard

STANDARD = standard()
PLACE = shelter()
FALLING = """
format = 1
id = "grades"
version = "1.0.0"
status = "draft"
language = "en"
title = "Grades, 1 the best"
scale = [
  { value = 4, label = "poor", points = "0" },
  { value = 3, label = "weak", points = "1/4" },
  { value = 2, label = "good", points = "3/4" },
  { value = 1, label = "very good", points = "1" },
]
[rules]
minimum = 2
cap_without_practice = 3
[[area]]
id = "A"
title = "An area"
criterion = [
  { id = "A-1", class = "critical", gate = true, text = "t", anchors = ["a", "b", "c", "d"] },
  { id = "A-2", class = "must", text = "t", anchors = ["a", "b", "c", "d"], practice = true },
  { id = "A-3", class = "desired", text = "t", anchors = ["a", "b", "c", "d"] },
]
"""


def scored(*sheets: Sheet) -> ShelterScore:
    return score_shelter(STANDARD.checklist(PLACE.kind, children=False), "S01", sheets)


def team(criterion: str, *scores: int | str) -> list[Sheet]:
    return [sheet(STANDARD, PLACE, f"P{at}", {criterion: score}) for at, score in enumerate(scores)]


def of(score: ShelterScore, criterion: str) -> Outcome:
    return next(each for each in score.outcomes if each.criterion == criterion)


def settled(criterion: str, *scores: int | str) -> Outcome:
    return of(scored(*team(criterion, *scores)), criterion)


@pytest.mark.parametrize(
    ("criterion", "scores", "expected", "unsettled", "contested"),
    [
        ("SAF-02", [1, 1, 1], 1, False, False),
        ("SAF-02", [0, 1, 2], 1, True, True),
        ("SAF-02", [1, 2, 2], 2, True, False),
        ("SAF-02", [1, 2], 1, True, False),  # the lower of the two middle ones
        ("SAF-02", [0, 1, 2, 2], 1, True, True),
        ("SAF-01", [1, 2, 2], 1, True, True),  # a gate takes the lower; both sides of its minimum
        ("SAF-01", [0, 1, 1], 0, True, False),  # both below its minimum
        ("SAF-02", ["NS", 2, "NS"], 2, False, False),  # NS gives way
        ("SAF-02", ["ND", 1], 1, False, False),
        ("SAF-02", ["NA", "NS", "ND"], NA, False, False),
        ("SAF-02", ["NA", 0], 0, True, False),  # NA against a level: the rule over the levels
        ("SAF-02", ["NA", "NA", 1, 2], 1, True, False),
        ("SAF-02", ["NS", "ND"], DECLINED, False, False),
        ("SAF-02", ["NS", "NS"], NS, False, False),
        ("SAF-02", ["NA", "NA"], NA, False, False),
    ],
)
def test_settling_by_the_rule(
    criterion: str, scores: list[int | str], expected: int, unsettled: bool, contested: bool
) -> None:
    found = settled(criterion, *scores)
    assert (found.typed, found.unsettled, found.contested) == (expected, unsettled, contested)
    assert not found.agreed


def test_the_rule_lower_takes_the_lowest_everywhere() -> None:
    strict = standard(SMALL.replace('unsettled = "median"', 'unsettled = "lower"'))
    sheets = [sheet(strict, PLACE, f"P{at}", {"SAF-02": score}) for at, score in enumerate([1, 2, 2])]
    found = score_shelter(strict.checklist(PLACE.kind, children=False), "S01", sheets)
    assert of(found, "SAF-02").score == 1


@pytest.mark.parametrize(("slot", "expected"), [(0, 0), (2, 2), ("NA", NA), ("NS", 1), ("ND", 1)])
def test_the_agreed_sheet_settles_by_a_level_or_na_only(slot: int | str, expected: int) -> None:
    found = scored(*team("SAF-02", 0, 1, 2), sheet(STANDARD, PLACE, "agreed", {"SAF-02": slot}))
    outcome = of(found, "SAF-02")
    assert outcome.typed == expected
    by_team = slot not in ("NS", "ND")
    assert (outcome.agreed, outcome.unsettled, outcome.contested) == (by_team, not by_team, not by_team)
    assert outcome.given == (("P0", 0), ("P1", 1), ("P2", 2))
    assert not of(found, "SAF-01").agreed


def test_an_agreed_sheet_that_rests_on_a_replaced_sheet_is_not_used() -> None:
    old, other = team("SAF-02", 0, 2)
    new = replace(sheet(STANDARD, PLACE, "P0", {"SAF-02": 1}), replaces=old.hash)
    agreed = sheet(STANDARD, PLACE, "agreed", {"SAF-02": 2})
    rests = replace(agreed, notes=Notes(rests_on=(old.hash, other.hash)).text())
    assert of(scored(old, other, rests), "SAF-02").agreed
    found = scored(new, other, rests, old)  # the old sheet among them does no harm
    assert not of(found, "SAF-02").agreed
    assert of(found, "SAF-02").given == (("P0", 1), ("P1", 2))
    assert found.sheets == (new.hash, other.hash)


def test_two_agreed_sheets_settle_nothing() -> None:
    agreed = [sheet(STANDARD, PLACE, "agreed", {"SAF-02": level}) for level in (1, 2)]
    assert not of(scored(*team("SAF-02", 0, 2), *agreed), "SAF-02").agreed


# ── the evidence cap ─────────────────────────────────────────────────────────────────────────────────────────────────


def with_methods(
    assessor: str, methods: Mapping[str, Sequence[Method]], residents: int | None = None, **more: int | str
) -> Sheet:
    scores = {id.replace("_", "-"): score for id, score in more.items()}
    entries = {id: Entry(id, 2, tuple(used)) for id, used in methods.items()}
    talks = None if residents is None else Interviews(9, residents, 0)
    return replace(sheet(STANDARD, PLACE, assessor, scores), notes=Notes(entries, talks).text())


def test_a_practice_seen_in_documents_only_is_capped_after_settling() -> None:
    one = with_methods("P1", {"RGT-02": ["document"], "SAF-03": ["document"]})
    found = scored(one, with_methods("P2", {"RGT-02": ["document"]}))
    assert (of(found, "RGT-02").score, of(found, "RGT-02").typed) == (1, 2)
    assert of(found, "SAF-03").score == 2  # no practice
    assert not of(found, "RGT-02").no_method


def test_one_look_at_the_practice_lifts_the_cap() -> None:
    found = scored(with_methods("P1", {"RGT-02": ["document"]}), with_methods("P2", {"RGT-02": ["staff"]}))
    assert (of(found, "RGT-02").score, of(found, "RGT-02").methods) == (2, ("staff", "document"))


def test_methods_of_a_sheet_that_gave_no_level_do_not_count() -> None:
    found = scored(with_methods("P1", {"RGT-02": ["document"]}), with_methods("P2", {"RGT-02": ["staff"]}, RGT_02="NS"))
    assert of(found, "RGT-02").score == 1


def test_without_any_method_there_is_no_cap_but_it_is_counted() -> None:
    found = scored(sheet(STANDARD, PLACE, "P1"))
    assert (of(found, "RGT-02").score, of(found, "RGT-02").no_method) == (2, True)
    assert not of(found, "SAF-02").no_method


def test_the_cap_raises_nothing() -> None:
    assert of(scored(with_methods("P1", {"RGT-02": ["document"]}, RGT_02=0)), "RGT-02").score == 0


def test_the_agreed_sheets_own_methods_come_first() -> None:
    saw = with_methods("P1", {"RGT-02": ["observe"]})
    agreed = sheet(STANDARD, PLACE, "agreed", {"RGT-02": 2}, methods={"RGT-02": ["document"]})
    assert of(scored(saw, agreed), "RGT-02").score == 1
    silent = sheet(STANDARD, PLACE, "agreed", {"RGT-02": 2})
    assert of(scored(saw, silent), "RGT-02").score == 2


@pytest.mark.parametrize(
    ("talks", "shown"), [((5, 6), True), ((5, 4), False), ((5, None), True), ((None, None), False)]
)
def test_under_five_residents_the_method_is_hidden_but_counts(talks: tuple[int | None, ...], shown: bool) -> None:
    methods: dict[str, list[Method]] = {"RGT-01": ["resident", "document"]}
    outcome = of(scored(*(with_methods(f"P{at}", methods, each) for at, each in enumerate(talks))), "RGT-01")
    assert outcome.score == 2
    assert outcome.methods == (("resident", "document") if shown else ("document",))


# ── a scale whose values fall ────────────────────────────────────────────────────────────────────────────────────────


def test_falling_values_are_ordered_by_position() -> None:
    grades = standard(FALLING)
    rows: list[dict[str, int | str]] = [
        {"A-1": 1, "A-2": 1, "A-3": 1},
        {"A-1": 2, "A-2": 2, "A-3": 4},
        {"A-1": 2, "A-2": 2, "A-3": 3},
    ]
    sheets = [sheet(grades, PLACE, f"P{at}", row, methods={"A-2": ["document"]}) for at, row in enumerate(rows)]
    found = score_shelter(grades.checklist("long-term", children=False), "S01", sheets)
    gate, capped, apart = found.outcomes
    assert (gate.score, gate.contested) == (2, False)  # 2 is lower than 1, and both reach the minimum 2
    assert (capped.typed, capped.score) == (2, 3)  # capped at the worse grade 3
    assert (apart.score, apart.contested) == (3, True)
    assert found.status == "improving" and found.gates == ()
    assert found.percent == (3 * 75 + 2 * 25 + 25) / 6  # = 50
