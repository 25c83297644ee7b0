"""What a proposal gains is what the shelter would gain if it were scored again; and who may claim nothing."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.allocation.allocate import allocate
from ssi.allocation.choice import Solution
from ssi.allocation.policies import policy_named
from ssi.allocation.solve import solve
from ssi.findings import Stage
from ssi.model import PolicySettings
from tests import making
from tests.allocation.cases import fund, item, percent, problem, training

STANDARD = making.standard()
PLACE = making.shelter("S1", children=True)
IDS = [each.id for each in STANDARD.criteria]
LEVELS = st.fixed_dictionaries({id: st.sampled_from([0, 1, 2, "NS", "NA", "ND"]) for id in IDS if id != "RGT-01"})


@settings(max_examples=60, deadline=None)
@given(LEVELS, st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from([1, 2])), min_size=1, max_size=4))
def test_gain_is_the_rise_when_the_shelter_is_scored_again(
    levels: dict[str, int | str], wanted: list[tuple[str, int]]
) -> None:
    before = {"RGT-01": 1, **levels}  # something is scored, and no right is at its worst
    rows = [item(f"I{at}", "S1", 1, f"{id}:{level}") for at, (id, level) in enumerate(wanted)]
    award = allocate(problem({PLACE: before}, rows, (), 99), "total").shelters[0]
    lifted = dict(before)
    for id, level in wanted:
        present = lifted[id]
        if isinstance(present, int):
            lifted[id] = max(present, level)
    assert award.gain == percent(STANDARD, PLACE, lifted) - percent(STANDARD, PLACE, before)


def test_objective_and_bound_are_exact_and_only_the_stage_counts_in_whole_units() -> None:
    """Weights 6 and 5 of the areas, 2 of 6 in safety: 100 x 6/11 x 2/6 = 200/11 points."""
    found = allocate(problem({making.shelter("S1"): {"SAF-02": 0}}, [item("I1", "S1", 1, "SAF-02")], (), 5), "total")
    assert found.gain == found.shelters[0].gain == found.objective == found.bound == Fraction(200, 11)
    assert [(each.value, each.bound) for each in found.stages if each.name == "gain"] == [(181_818, 181_818)]


def test_where_a_stage_is_not_proven_the_bound_is_the_optimisers(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = problem({making.shelter("S1"): {"SAF-02": 0}}, [item("I1", "S1", 1, "SAF-02")], (), 5)
    proven = solve(asked, policy_named("total").goals)

    def cut_short(bound: int) -> Solution:
        return replace(proven, stages=(Stage("gain", 181_818, bound, optimal=False), *proven.stages[1:]))

    for bound, expected in ((190_000, Fraction(19)), (181_818, Fraction(200, 11))):
        monkeypatch.setattr("ssi.allocation.allocate.solve", lambda *_, bound=bound: cut_short(bound))
        found = allocate(asked, "total")
        assert (found.objective, found.bound, found.optimal) == (Fraction(200, 11), expected, False)


def test_capacity_weights_the_goal_but_not_the_shelters_own_gain() -> None:
    small, large = making.shelter("S1", capacity=5), making.shelter("S2", capacity=50)
    rows = [item("I1", "S1", 5, "SAF-02"), item("I2", "S2", 5, "SAF-03")]
    scored = {small: {"SAF-02": 0}, large: {"SAF-03": 0}}
    equal = allocate(problem(scored, rows, (), 5), "total")
    weighted = allocate(problem(scored, rows, (), 5, settings=PolicySettings(weight="capacity")), "total")
    assert [each.improvements for each in equal.shelters] == [("I1",), ()]
    assert [each.improvements for each in weighted.shelters] == [(), ("I2",)]
    assert weighted.gain == 50 * weighted.shelters[1].gain


def test_the_evidence_cap_leaves_something_to_gain() -> None:
    """A practice shown only in documents counts 1: mending it is worth a level, and it counts as failing."""
    from ssi.scoring.summarise import summarise

    place = making.shelter("S1")
    sheet = making.sheet(STANDARD, place, "A1", {}, methods={"RGT-02": ["document"]})
    round = making.a_round([place])
    found = summarise(round, STANDARD, [sheet])
    from ssi.allocation.problem import build

    asked = build(found, STANDARD, [place], [item("I1", "S1", 3, "RGT-02")], [], [fund(3)], PolicySettings())
    assert allocate(asked, "critical").shelters[0].improvements == ("I1",)


def test_not_seen_can_claim_nothing_and_is_listed() -> None:
    found = allocate(
        problem({PLACE: {"SAF-01": "NS", "CHD-01": "ND", "SAF-02": "NA"}}, [
            item("I1", "S1", 1, "SAF-01"), item("I2", "S1", 1, "CHD-01 SAF-02"),
        ], [training("T1", 1, 1, "SAF-01")], 99), "critical",
    )  # fmt: skip
    assert found.spent == 0
    assert found.unclaimed == (("S1", "CHD-01"), ("S1", "SAF-01"))
    assert "Not seen, so nothing could be claimed for it: CHD-01, SAF-01." in found.shelters[0].why


def test_two_that_lift_the_same_count_once_and_the_higher() -> None:
    place = making.shelter("S1")
    rows = [item("I1", "S1", 5, "SAF-02:1"), item("I2", "S1", 6, "SAF-02:2"), item("I3", "S1", 7, "SAF-02:2")]
    found = allocate(problem({place: {"SAF-02": 0}}, rows, (), 99), "total")
    assert found.shelters[0].improvements == ("I2",)
    assert "I1, I3 (what was bought reaches the same)" in found.shelters[0].why


def test_while_a_right_is_at_its_worst_only_mending_it_is_paid() -> None:
    place, other = making.shelter("S1"), making.shelter("S2")
    rows = [
        item("I1", "S1", 1, "SAF-01"),
        item("I2", "S1", 9, "RGT-01:1 SAF-03", requires=["I3"]),
        item("I3", "S1", 2, "RGT-02"),
        item("I4", "S1", 1, "RGT-02"),
        item("I5", "S2", 1, "RGT-02"),
    ]
    scored = {place: {"SAF-01": 0, "RGT-01": 0, "RGT-02": 0, "SAF-03": 0}, other: {"RGT-01": 1, "RGT-02": 0}}
    found = allocate(problem(scored, rows, [training("T1", 1, 1, "SAF-01")], 99), "critical")
    assert found.shelters[0].improvements == ("I2", "I3")
    assert found.shelters[0].trainings == ()
    after = {"SAF-01": 0, "RGT-01": 1, "RGT-02": 2, "SAF-03": 2}  # I3 claims nothing, and works
    assert found.shelters[0].gain == percent(STANDARD, place, after) - percent(STANDARD, place, scored[place])
    assert found.shelters[1].improvements == ("I5",)
    assert "I1, I4 (a right comes first)" in found.shelters[0].why
    assert all(each.holds for each in found.guarantees)


def test_a_shelter_that_was_not_visited_gets_nothing_and_is_told_so() -> None:
    away = making.shelter("S2")
    rows = [item("I1", "S2", 1, "SAF-01")]
    found = allocate(
        problem({making.shelter("S1"): {}}, rows, [training("T1", 1, 1, "SAF-02")], 9, unvisited=[away]), "total"
    )
    assert found.spent == 0
    assert found.shelters[1].why == "Receives nothing: it was not visited in this round, and money follows a visit."


def test_what_costs_nothing_is_beside_the_plan_and_satisfies_what_needs_it() -> None:
    rows = [
        item("I1", "S1", 0, "SAF-03"),
        item("I2", "S1", 4, "SAF-01", requires=["I1"]),
        item("I3", "S1", 0, "SAF-02", requires=["I4"]),
        item("I4", "S1", 50, "RGT-02"),
        item("I5", "S1", 0, "SAF-02", group="g"),
        item("I6", "S1", 3, "SAF-02", group="g"),
        item("I7", "S1", 0, "RGT-01"),
    ]
    levels = {"SAF-01": 0, "SAF-02": 0, "SAF-03": 0, "RGT-02": 0}
    asked = problem({making.shelter("S1"): levels}, rows, (), 10)
    found = allocate(asked, "critical")
    assert found.shelters[0].improvements == ("I2", "I6")
    assert found.free == ("I1",)
    assert [(each.code, each.values["improvement"]) for each in found.warnings] == [("nothing-left-to-gain", "I7")]
    why = found.shelters[0].why
    assert "I3 (free, but what it needs first was not bought)" in why
    assert "I5 (another way of doing the same was chosen)" in why
    assert "In the plan without cost: I1." in why
    poor = allocate(problem({making.shelter("S1"): levels}, rows, (), 0), "critical")
    assert poor.free == ("I1", "I5")


def test_of_free_alternatives_one_is_in_the_plan() -> None:
    place = making.shelter("S01")
    ways = [item("I1", "S01", 0, "SAF-02", group="g"), item("I2", "S01", 0, "SAF-03", group="g")]
    asked = problem({place: {"SAF-02": 0, "SAF-03": 0}}, [*ways, item("I3", "S01", 100, "SAF-03")], funds=100)
    found = allocate(asked, "total")
    assert found.free == ("I1",)
    assert found.shelters[0].improvements == ("I3",), "what the second way would have mended is still to be paid"
    assert "I2 (another way of doing the same was chosen)" in found.shelters[0].why


def test_what_needs_a_free_one_excludes_the_alternatives_to_it() -> None:
    """I1 needs the free I2, so I3, another way of doing I2, cannot be bought beside it."""
    rows = [
        item("I1", "S1", 4, "SAF-01", requires=["I2"]),
        item("I2", "S1", 0, "SAF-02", group="g"),
        item("I3", "S1", 4, "SAF-02", group="g"),
    ]
    found = allocate(problem({making.shelter("S1"): {"SAF-01": 0, "SAF-02": 0}}, rows, (), 10), "critical")
    assert found.shelters[0].improvements == ("I1",)
    assert found.free == ("I2",)
