"""Agreement with the reference, worked out by hand."""

from fractions import Fraction

from ssi.model import DECLINED, NA, NS
from ssi.training.marking import NEEDED, mark, mark_room
from ssi.training.reading import Practice, read_case
from tests.training.describing import SIX, find, six


def practice() -> Practice:
    return read_case(six(), "house.toml", find)


RIGHT = {"SAF-01": 2, "SAF-02": NA, "SAF-03": 0, "RGT-01": 1, "RGT-02": NS, "CHD-01": 2}


def test_whoever_agrees_everywhere_passes() -> None:
    result = mark(practice(), RIGHT, "A07")
    assert result.exact == result.within_one == 100 and result.leniency == 0
    assert result.passed
    assert result.differing == () and result.learner == "A07"


def test_agreement_and_leniency_by_hand() -> None:
    """Reference 2 NA 0 1 NS 2; given 1 NA 2 1 2 2: exact 3 of 6, within one level 4 of 6; steps -1, +2, 0, 0 over the
    four criteria where both are levels, mean 1/4."""
    given = {**RIGHT, "SAF-01": 1, "SAF-03": 2, "RGT-02": 2}
    result = mark(practice(), given)
    assert result.exact == 50
    assert result.within_one == Fraction(400, 6)
    assert result.leniency == Fraction(1, 4)
    assert not result.passed
    assert {each.criterion: each.steps for each in result.differing} == {"SAF-01": -1, "SAF-03": 2, "RGT-02": None}


def test_na_and_ns_agree_only_with_themselves() -> None:
    result = mark(practice(), {**RIGHT, "SAF-02": NS, "RGT-02": DECLINED, "SAF-03": NS})
    assert result.exact == 50 == result.within_one


def test_what_is_left_open_counts_as_different() -> None:
    result = mark(practice(), {"SAF-01": 2})
    assert result.exact == Fraction(100, 6)
    assert [each.given for each in result.differing] == [None] * 5
    assert mark(practice(), {"SAF-02": NA}).leniency is None


def test_exactly_the_needed_percent_passes() -> None:
    """17 of 20 is 85 percent."""
    assert Fraction(1700, 20) == NEEDED
    assert Fraction(1600, 19) < NEEDED <= Fraction(1800, 21)


def test_a_room_names_what_most_got_wrong_and_not_what_was_left_open() -> None:
    given = {
        "A07": {**RIGHT, "SAF-03": 1},
        "A08": {**RIGHT, "SAF-03": 2, "SAF-01": 1},
        "A09": {code: score for code, score in RIGHT.items() if code != "CHD-01"},
    }
    room = mark_room(practice(), given)
    assert [(each.criterion, each.wrong) for each in room.hard] == [("SAF-03", 2), ("SAF-01", 1)]
    assert dict(room.hard[0].given) == {"A07": 1, "A08": 2, "A09": 0}
    assert [each.learner for each in room.results] == ["A07", "A08", "A09"]
    assert [each.exact for each in room.results] == [Fraction(500, 6), Fraction(400, 6), Fraction(500, 6)]
    assert len(SIX) == 6
