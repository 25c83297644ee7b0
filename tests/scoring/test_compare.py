"""Two rounds by hand: what matches, what moved, and why the rest is left out."""

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.findings import AreaChange, Comparison, LeftOut, Move, ShelterChange, Summary
from ssi.model import Sheet, Standard
from ssi.scoring.compare import compare
from ssi.scoring.summarise import summarise
from tests.making import SMALL, a_round, sheet, shelter, standard
from tests.scoring.worlds import sheets_of, standards

Row = Mapping[str, int | str]
STANDARD = standard()
CODES = ("S01", "S02", "S03", "S04")


def summary(rows: Mapping[str, Row], *, of: Standard = STANDARD, id: str = "R1", children: bool = False) -> Summary:
    places = {code: shelter(code, children=children) for code in CODES}
    sheets = [sheet(of, places[code], "P1", row, round=id) for code, row in rows.items()]
    return summarise(a_round(tuple(places.values()), id=id), of, sheets)


def one(before: Row, after: Row, *, old: Standard = STANDARD, new: Standard = STANDARD) -> Comparison:
    return compare(summary({"S01": before}, of=old), summary({"S01": after}, of=new, id="R2"), old, new)


def of(found: Comparison) -> ShelterChange:
    change = found.shelter("S01")
    assert change is not None
    return change


def test_moves_and_matched_change_by_hand() -> None:
    found = of(one({"SAF-01": 1, "SAF-02": 0, "RGT-01": 2}, {"SAF-02": 2, "SAF-03": 1, "RGT-01": 0}))
    assert found.moves[:4] == (
        Move("SAF-01", 1, 2, Fraction(3)),
        Move("SAF-02", 0, 2, Fraction(2)),
        Move("SAF-03", 2, 1, Fraction(1)),
        Move("RGT-01", 2, 0, Fraction(3)),
    )
    assert found.improved == ("SAF-01", "SAF-02") and found.regressed == ("SAF-03", "RGT-01")
    assert found.gates_closed == ("SAF-01",) and found.gates_opened == ("RGT-01",)
    # points x weight, of 11: before 1.5 + 0 + 1 + 3 + 2, after 3 + 2 + 0.5 + 0 + 2
    assert found.before == Fraction(750, 11) and found.after == Fraction(750, 11) and found.change == 0
    assert found.areas == (
        AreaChange("SAF", Fraction(250, 6), Fraction(550, 6)),
        AreaChange("RGT", Fraction(100), Fraction(40)),
    )
    assert found.verdict == "too little to say"


def test_what_is_not_scored_in_both_is_left_out_of_the_change_with_why() -> None:
    found = one({"SAF-02": "NA", "SAF-03": 0, "RGT-02": "NS"}, {"RGT-01": "ND", "SAF-03": "NS"})
    assert found.left_out == (
        LeftOut("SAF-02", "S01", "NA before"),
        LeftOut("SAF-03", "S01", "NS after"),
        LeftOut("RGT-01", "S01", "NS after"),
        LeftOut("RGT-02", "S01", "NS before"),
    )
    change = of(found)
    assert [each.criterion for each in change.moves] == ["SAF-01"]
    assert change.change == 0
    assert change.before == Fraction(6 * 75 + 5 * 100, 11)  # as published


def test_criteria_that_came_onto_the_checklist_are_named() -> None:
    with_children = summary({"S01": {}}, id="R2", children=True)
    found = compare(summary({"S01": {}}), with_children, STANDARD, STANDARD)
    assert found.left_out == (LeftOut("CHD-01", "S01", "not on the checklist before"),)
    back = compare(with_children, summary({"S01": {}}), STANDARD, STANDARD)
    assert back.left_out == (LeftOut("CHD-01", "S01", "not on the checklist after"),)


def test_new_dropped_and_re_keyed_criteria_are_left_out_everywhere() -> None:
    text = SMALL.replace('id = "SAF-03",', 'id = "SAF-09",')  # dropped and new
    text = text.replace('id = "SAF-02",', 'id = "SAF-02", key = "SAF-02b",')  # its meaning changed
    text = text.replace('id = "RGT-02",', 'id = "RGT-07", key = "RGT-02",')  # renamed, its meaning held
    found = one({"RGT-02": 1}, {}, new=standard(text))
    assert found.left_out == (
        LeftOut("SAF-02", None, "re-keyed"),
        LeftOut("SAF-09", None, "new"),
        LeftOut("SAF-03", None, "dropped"),
    )
    assert [each.criterion for each in of(found).moves] == ["SAF-01", "RGT-01", "RGT-07"]
    assert of(found).improved == ("RGT-07",)


def test_an_id_that_took_over_another_meaning_matches_by_its_key() -> None:
    text = SMALL.replace('id = "SAF-02",', 'id = "SAF-03", key = "SAF-02",', 1)
    text = text.replace('id = "SAF-03", class = "desired"', 'id = "SAF-08", key = "X", class = "desired"')
    found = one({"SAF-02": 0, "SAF-03": 1}, {}, new=standard(text))
    assert of(found).moves[1] == Move("SAF-03", 0, 2, Fraction(2))
    assert found.left_out == (LeftOut("SAF-08", None, "new"), LeftOut("SAF-03", None, "re-keyed"))


def test_both_rounds_are_worked_out_with_the_later_weights_and_minima() -> None:
    text = SMALL.replace('id = "SAF-02", class', 'id = "SAF-02", weight = 12, class')
    text = text.replace('id = "RGT-01", class', 'id = "RGT-01", minimum = 1, class')
    found = of(one({"SAF-02": 0, "RGT-01": 1}, {"SAF-02": 1, "RGT-01": 2}, new=standard(text)))
    # the later weights: 3 + 12 + 1 + 3 + 2 = 21, SAF-02 rises by 6 and RGT-01 by 1.5
    assert found.change == Fraction(750, 21)
    assert found.before == Fraction(750, 11)  # as published, with the earlier weights
    assert found.gates_closed == ()  # RGT-01 reached the later minimum already


def test_an_area_weight_of_the_later_standard_counts() -> None:
    weighted = standard(SMALL.replace('title = "Safety"', 'title = "Safety"\nweight = 15'))
    assert of(one({"SAF-02": 0}, {}, new=weighted)).change == Fraction(100, 3) * Fraction(15, 20)


def test_without_area_weights_an_area_weighs_its_matched_criteria() -> None:
    found = of(one({"SAF-01": 1, "SAF-02": "NA", "SAF-03": "NA"}, {}))
    assert found.change == Fraction(150, 8)  # SAF weighs 3, RGT 5


def test_another_scale_matches_nothing() -> None:
    finer = standard(SMALL.replace('points = "1/2"', 'points = "2/3"'))
    found = one({}, {}, new=finer)
    assert {each.reason for each in found.left_out} == {"another scale"} and len(found.left_out) == 6
    assert of(found).change is None and of(found).moves == () and of(found).before == 100
    assert found.network.shelters == 0 and found.network.change is None
    relabelled = standard(SMALL.replace('label = "partly met"', 'label = "in part"'))
    assert one({}, {}, new=relabelled).left_out == ()


def test_the_network_is_the_panel_and_those_who_left_are_named() -> None:
    nothing = dict.fromkeys(("SAF-01", "SAF-02", "SAF-03", "RGT-01", "RGT-02"), "NS")
    before = summary({"S01": {"SAF-01": 1}, "S02": {}, "S03": {"SAF-01": 0}})
    after = summary({"S01": {}, "S02": nothing, "S04": {"SAF-01": 0}}, id="R2")
    found = compare(before, after, STANDARD, STANDARD)
    assert (found.both, found.left, found.joined) == (("S01", "S02"), ("S03",), ("S04",))
    assert found.network.shelters == 1  # nothing of S02 could be matched
    assert found.network.before == Fraction(950, 11) and found.network.after == 100
    assert found.network.change == Fraction(150, 11)
    assert found.network.change_if_left_unchanged == Fraction(75, 11)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_the_matched_change_is_what_the_text_says(data: st.DataObject) -> None:
    of = data.draw(standards())
    place = shelter("S01", kind="transit", children=data.draw(st.booleans()))
    checklist = of.checklist(place.kind, children=place.children)
    drawn: list[tuple[Sheet, ...]] = [data.draw(sheets_of(checklist, "S01", id, stale=True)) for id in ("R1", "R2")]
    before, after = (summarise(a_round([place], id=id), of, each) for id, each in zip(("R1", "R2"), drawn, strict=True))
    (found,) = compare(before, after, of, of).shelters
    matched = [
        each
        for each in checklist.criteria
        if all((round.shelters[0].score(each.id) or 0) in of.position for round in (before, after))
        and all(round.shelters[0].score(each.id) is not None for round in (before, after))
    ]
    points = {each.value: each.points for each in of.scale}
    rounds: list[Fraction] = []
    for round in (before, after):
        total, weights = Fraction(0), Fraction(0)
        for area in of.area:
            inside = [each for each in matched if each.area == area.id]
            whole = sum((each.weight for each in inside), Fraction(0))
            if inside:
                earned = sum((each.weight * points[round.shelters[0].score(each.id) or 0] for each in inside), Fraction(0))  # fmt: skip  # noqa: E501
                weight = whole if area.weight is None else area.weight
                total, weights = total + weight * earned / whole * 100, weights + weight
        rounds += [total / weights] if weights else []
    assert found.change == (rounds[1] - rounds[0] if rounds else None)
    assert [each.criterion for each in found.moves] == [each.id for each in matched]
