"""What holds of every programme: equal to a plain second working-out, blind to order, monotone, bounded."""

from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ssi.findings import ShelterScore
from ssi.model import AGREED, Sheet, Shelter
from ssi.scoring.compare import compare
from ssi.scoring.summarise import score_shelter, summarise
from tests.making import a_round
from tests.scoring.reference import reference
from tests.scoring.worlds import World, sheets_of, standards, worlds


def score(world: World) -> ShelterScore:
    return score_shelter(world.checklist, "S01", world.sheets)


@settings(max_examples=100, deadline=None)
@given(worlds())
def test_the_score_is_what_the_text_says(world: World) -> None:
    found, expected = score(world), reference(world.checklist, world.sheets)
    assert {each.criterion: each.score for each in found.outcomes} == expected.scores
    assert {each.criterion: each.typed for each in found.outcomes} == expected.typed
    assert list(found.unsettled) == expected.unsettled
    assert list(found.contested) == expected.contested
    areas = {each.area: (each.percent, each.low, each.high, each.coverage, each.thin) for each in found.areas}
    assert areas == expected.areas
    assert (found.percent, found.low, found.high) == (expected.percent, expected.low, expected.high)
    assert (found.coverage, found.incomplete) == (expected.coverage, expected.incomplete)
    assert (found.status, found.level) == (expected.status, expected.level)


@settings(max_examples=20, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_sheets_does_not_matter(world: World, random: Random) -> None:
    shuffled = list(world.sheets)
    random.shuffle(shuffled)
    assert score(World(world.checklist, tuple(shuffled))) == score(world)


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_percent_lies_between_its_bounds(world: World) -> None:
    """Points never fall along the scale, so what was not seen cannot have been worse than `low` or better than `high`;
    that holds of the whole too, where an area that was not seen at all has bounds and no percent."""
    found = score(world)
    for low, percent, high in [
        (found.low, found.percent, found.high),
        *((each.low, each.percent, each.high) for each in found.areas),
    ]:
        if low is not None and high is not None:
            assert 0 <= low <= (low if percent is None else percent) <= high <= 100
        else:
            assert percent is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_higher_level_on_one_sheet_lowers_nothing(data: st.DataObject) -> None:
    world = data.draw(worlds(stale=False))
    sheet = data.draw(st.sampled_from(world.sheets))
    order = [each.value for each in world.checklist.standard.scale]
    slots = [slot for slot, level in enumerate(sheet.levels) if level in order[:-1]]
    assume(slots)
    slot = data.draw(st.sampled_from(slots))
    raised = replace(sheet, levels=tuple(_one_up(order, level) if at == slot else level
                                         for at, level in enumerate(sheet.levels)))  # fmt: skip
    before = score(world)
    after = score(World(world.checklist, tuple(raised if each is sheet else each for each in world.sheets)))
    for first, second in zip((before, *before.areas), (after, *after.areas), strict=True):
        for name in ("percent", "low", "high"):
            old, new = getattr(first, name), getattr(second, name)
            assert (old is None and new is None) or new >= old


def _one_up(order: list[int], level: int | None) -> int:
    assert level is not None
    return order[order.index(level) + 1]


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_a_round_compared_with_itself_changes_nothing(data: st.DataObject) -> None:
    standard = data.draw(standards())
    places = [Shelter(shelter=f"S0{at}", kind="transit", capacity=9, children=at > 1) for at in range(3)]
    sheets: list[Sheet] = []
    for each in places:
        checklist = standard.checklist(each.kind, children=each.children)
        sheets += data.draw(sheets_of(checklist, each.shelter, "R1", stale=False))
    summary = summarise(a_round(places), standard, sheets)
    backwards = summarise(a_round(places[::-1]), standard, sheets[::-1])
    assert {each.shelter: each for each in backwards.shelters} == {each.shelter: each for each in summary.shelters}
    found = compare(summary, summary, standard, standard)
    for change in found.shelters:
        assert change.change in (0, None)
        assert all(each.before == each.after for each in change.moves)
        assert all(each.before == each.after for each in change.areas)
        assert change.improved + change.regressed + change.gates_closed + change.gates_opened == ()
        shown = summary.shelter(change.shelter)
        assert shown is not None
        unseen = {each.criterion for each in found.left_out if each.shelter == change.shelter}
        assert unseen | {each.criterion for each in change.moves} == {each.criterion for each in shown.outcomes}
    assert found.network.change in (0, None)
    assert found.both == tuple(each.shelter for each in summary.shelters) and found.left == found.joined == ()


def test_the_generator_makes_what_is_hard() -> None:
    """A property that never meets an agreed sheet or a withheld level proves nothing."""
    seen: set[str] = set()

    @settings(max_examples=80, deadline=None, database=None, derandomize=True)
    @given(worlds())
    def walk(world: World) -> None:
        found = score(world)
        seen.add(found.status)
        seen.update(["agreed"] if any(each.assessor == AGREED for each in world.sheets) else [])
        for each in found.outcomes:
            seen.update(name for name in ("agreed", "unsettled", "contested", "no_method") if getattr(each, name))
            seen.update(["capped"] if each.score != each.typed else [])
        seen.update(["area without percent"] if any(each.percent is None for each in found.areas) else [])
        seen.update(["fewer areas"] if len(found.areas) < len(world.checklist.standard.area) else [])

    walk()
    statuses = {"urgent", "incomplete", "conditional", "meets", "improving"}
    assert seen >= statuses | {"agreed", "unsettled", "contested", "no_method", "capped", "area without percent"}
    assert "fewer areas" in seen
