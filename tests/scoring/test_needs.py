"""What falls short, by hand: at one shelter worst first, at many, at nearly all."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ssi.findings import Need, Needs, SharedNeed
from ssi.model import Standard
from ssi.scoring.needs import needs
from ssi.scoring.summarise import summarise
from tests.making import SMALL, a_round, sheet, shelter, standard
from tests.scoring.test_settle import FALLING

STANDARD = standard()


def found(
    rows: Sequence[Mapping[str, int | str]], *, of: Standard = STANDARD, common_share: Fraction = Fraction(1, 3)
) -> Needs:
    places = [shelter(f"S{at:02}") for at in range(len(rows))]
    sheets = [sheet(of, place, "P1", row) for place, row in zip(places, rows, strict=True)]
    return needs(summarise(a_round(places), of, sheets), of, common_share=common_share)


def test_a_shelters_needs_stand_worst_first() -> None:
    ((code, falls_short),) = found([{"SAF-02": 1, "SAF-03": 0, "RGT-01": 1, "RGT-02": 0, "SAF-01": 0}]).shelters
    assert code == "S00"
    assert falls_short == (
        Need("SAF-01", 0, 2, "critical", True, 2),
        Need("RGT-01", 1, 2, "critical", True, 1),
        Need("RGT-02", 0, 2, "must", False, 2),  # further from its minimum than SAF-02
        Need("SAF-02", 1, 2, "must", False, 1),
        Need("SAF-03", 0, 2, "desired", False, 2),
    )


def test_what_was_not_seen_or_does_not_apply_is_no_need() -> None:
    assert found([{"SAF-02": "NA", "SAF-03": "NS", "RGT-01": "ND"}]).shelters == (("S00", ()),)


def test_a_need_is_counted_from_the_capped_level() -> None:
    place = shelter()
    seen = sheet(STANDARD, place, "P1", methods={"RGT-02": ["document"]})
    ((_, falls_short),) = needs(summarise(a_round([place]), STANDARD, [seen]), STANDARD).shelters
    assert [each.criterion for each in falls_short] == ["RGT-02"]


def test_common_needs_two_shelters_and_the_share_of_those_scored() -> None:
    rows: list[dict[str, int | str]] = [{"SAF-02": 1, "RGT-02": 0}, {"SAF-02": 0}, {}, {}, {}, {}]
    assert found(rows).common == (SharedNeed("SAF-02", ("S00", "S01"), 6, "physical"),)  # exactly a third
    assert found([*rows, {}]).common == ()
    assert found([*rows, {"SAF-02": "NA"}]).common[0].assessed == 6  # NA is not among those scored
    assert found([{"SAF-02": 0}, {}]).common == ()  # one shelter is not many


def test_system_is_the_remedy_or_nearly_everywhere() -> None:
    rows: list[dict[str, int | str]] = [{"SAF-03": 1, "RGT-02": 1}, {"RGT-02": 0}, {"RGT-02": 0}, {"RGT-02": 0}, {}]
    by_remedy, nearly_all = found(rows).system
    assert by_remedy == SharedNeed("SAF-03", ("S00",), 5, "system")
    assert nearly_all == SharedNeed("RGT-02", ("S00", "S01", "S02", "S03"), 5, "case-management")  # four fifths
    assert found(rows).common == ()
    two = found([{"RGT-02": 0}, {"RGT-02": 0}])
    assert two.system == () and [each.criterion for each in two.common] == ["RGT-02"]  # two shelters are too few


def test_the_share_is_a_choice() -> None:
    rows: list[dict[str, int | str]] = [{"SAF-02": 0}, {"SAF-02": 0}, {}, {}]
    assert found(rows, common_share=Fraction(1, 2)).common != ()
    assert found(rows, common_share=Fraction(51, 100)).common == ()


def test_distance_is_counted_in_positions_where_values_fall() -> None:
    of = standard(FALLING)
    ((_, falls_short),) = found([{"A-1": 4, "A-2": 3, "A-3": 1}], of=of).shelters
    assert [(each.criterion, each.distance) for each in falls_short] == [("A-1", 2), ("A-2", 1)]


def test_a_minimum_of_its_own_counts() -> None:
    of = standard(SMALL.replace('id = "SAF-02", class', 'id = "SAF-02", minimum = 1, class'))
    assert found([{"SAF-02": 1, "RGT-02": 1}], of=of).shelters[0][1] == (Need("RGT-02", 1, 2, "must", False, 1),)
