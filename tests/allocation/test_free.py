"""Money is spent only beyond what costs nothing: where gain begins, and who is told so."""

from ssi.allocation.allocate import allocate
from ssi.allocation.choice import Solution
from ssi.allocation.policy import ALWAYS
from ssi.allocation.problem import Problem
from ssi.findings import ShelterAward
from ssi.model import Improvement
from tests import making
from tests.allocation.cases import Scores, item, percent, problem, training

PLACE = making.shelter("S1")
LOW: Scores = {"SAF-01": 0, "SAF-02": 0, "SAF-03": 0}


def asked(rows: list[Improvement], levels: Scores = LOW, money: int = 99) -> Problem:
    return problem({PLACE: levels}, rows, (), money)


def award(rows: list[Improvement], levels: Scores = LOW, policy: str = "critical") -> ShelterAward:
    return allocate(asked(rows, levels), policy).shelters[0]


def test_nothing_is_paid_for_what_a_free_one_mends() -> None:
    rows = [item("I1", "S1", 0, "SAF-01 SAF-02:1"), item("I2", "S1", 5, "SAF-01"), item("I3", "S1", 5, "SAF-02")]
    found = award(rows)
    assert found.improvements == ("I3",)
    assert "Not funded: I2 (already mended by I1, which costs nothing)." in found.why
    before, after = ({**LOW, "SAF-01": 2, "SAF-02": level} for level in (1, 2))
    standard = making.standard()
    assert found.gain == percent(standard, PLACE, after) - percent(standard, PLACE, before)


def test_several_free_ones_are_named_together_and_only_those_that_count() -> None:
    rows = [
        item("I1", "S1", 0, "SAF-01"),
        item("I2", "S1", 0, "SAF-02"),
        item("I3", "S1", 0, "SAF-03"),
        item("I4", "S1", 5, "SAF-01 SAF-02"),
    ]
    assert "I4 (already mended by I1, I2, which cost nothing)" in award(rows).why


def test_a_failing_criterion_mended_free_takes_no_money_from_another() -> None:
    """With money for one, the gate that nothing free mends comes first, though the other gains more."""
    rows = [
        item("I1", "S1", 0, "SAF-01"),
        item("I2", "S1", 9, "SAF-01 SAF-02 SAF-03"),
        item("I3", "S1", 9, "RGT-01"),
    ]
    found = allocate(asked(rows, {**LOW, "RGT-01": 1}, 9), "critical")
    assert found.shelters[0].improvements == ("I3",)
    assert [(each.name, each.value) for each in found.stages][:1] == [("gates", 1)]


def test_what_a_free_one_mends_is_not_said_to_lack_a_proposal() -> None:
    assert asked([]).unproposed == (("S1", "SAF-01"),)
    assert asked([item("I1", "S1", 0, "SAF-01:1")]).unproposed == (("S1", "SAF-01"),)
    assert asked([item("I1", "S1", 0, "SAF-01")]).unproposed == ()
    assert "nobody proposed" not in award([item("I1", "S1", 0, "SAF-01")]).why


def test_a_free_one_that_is_not_certain_takes_nothing_off() -> None:
    paid = item("I9", "S1", 5, "SAF-01")
    needing = [item("I1", "S1", 0, "SAF-01", requires=["I2"]), item("I2", "S1", 0, "SAF-02", requires=["I3"])]
    assert "I9" in award([*needing, item("I3", "S1", 5, "SAF-03"), paid]).improvements
    assert "I9" not in award([*needing, item("I3", "S1", 0, "SAF-03"), paid]).improvements
    way = item("I1", "S1", 0, "SAF-01", group="g")
    assert "I9" in award([way, item("I2", "S1", 50, "SAF-02", group="g"), paid]).improvements
    assert "I9" not in award([way, item("I2", "S1", 0, "SAF-02", group="g"), paid]).improvements
    trained = [item("I1", "S1", 0, "SAF-01", requires=["T1"]), paid]
    after = problem({PLACE: LOW}, trained, [training("T1", 1, 1, "SAF-02")], 99)
    assert "I9" in allocate(after, "critical").shelters[0].improvements


def test_buying_what_is_free_would_break_the_promise() -> None:
    """The promise is made of the shelter as the free ones leave it, so an idle purchase cannot hide behind them."""
    rows = [
        item("I1", "S1", 0, "SAF-01"),
        item("I2", "S1", 5, "SAF-01"),
        item("I3", "S1", 5, "SAF-02", requires=["I2"]),
    ]
    for bought, kept in (({"I2", "I3"}, True), ({"I2"}, False)):
        assert ALWAYS[-1].holds(asked(rows), Solution(frozenset(bought), (), (), unique=True)) is kept


def test_a_right_that_a_free_one_is_to_mend_still_comes_first() -> None:
    """As the shelter stands today: free items are welcome, and money waits until the right is seen to be mended."""
    rows = [
        item("I1", "S1", 0, "RGT-01:1 SAF-03"),
        item("I2", "S1", 5, "SAF-02"),
        item("I3", "S1", 5, "RGT-01:1"),
        item("I4", "S1", 5, "RGT-01:2 SAF-02:1"),
    ]
    levels = {**LOW, "RGT-01": 0}
    found = award(rows, levels)
    assert found.improvements == ("I4",)
    assert "I2 (a right comes first)" in found.why
    assert "I3 (already mended by I1, which costs nothing)" in found.why
    assert award([rows[0], item("I5", "S1", 5, "RGT-01:1 SAF-02")], levels).improvements == ()
    assert allocate(asked(rows, levels), "critical").free == ("I1",)
