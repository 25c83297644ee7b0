"""What changed between two standards: every line of the table is reached, and the arithmetic agrees with it."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import tomli

from ssi.errors import Where
from ssi.findings.difference import Difference
from ssi.model import Standard
from ssi.scoring.matching import match
from ssi.standards.changes.criteria import figures
from ssi.standards.changes.effects import EFFECTS
from ssi.standards.difference import difference, later, too_small
from ssi.standards.reading import read_standard
from tests.making import SMALL
from tests.running import ssi
from tests.standards import versions

Raw = dict[str, Any]
Edit = Callable[[Raw], object]


def small() -> Raw:
    raw = tomli.loads(SMALL, parse_float=Fraction)
    raw |= {"source": [{"id": "S", "title": "A source"}], "authority": "a", "licence": "l"}
    raw["area"][0]["criterion"][1] |= {
        "measure": {"unit": "metres", "better": "more", "cuts": ["1", "2"]},
        "guidance": "Look at it",
        "kinds": ["long-term", "transit"],
        "source": ["S"],
    }
    raw["area"][0]["criterion"][2] |= {"weight": 4, "minimum": 1}
    return raw


def one(raw: Raw, id: str) -> Raw:
    return next(each for area in raw["area"] for each in area["criterion"] if each["id"] == id)


def put(id: str, /, **keys: object) -> Edit:
    return lambda raw: one(raw, id).update(keys)


def rule(**keys: object) -> Edit:
    return lambda raw: raw["rules"].update(keys)


def area(at: int, /, **keys: object) -> Edit:
    return lambda raw: raw["area"][at].update(keys)


def measure(**keys: object) -> Edit:
    return lambda raw: one(raw, "SAF-02")["measure"].update(keys)


def gone(id: str, key: str) -> Edit:
    return lambda raw: one(raw, id).pop(key)


def drop(raw: Raw) -> None:
    raw["area"][0]["criterion"].pop(1)


def add(raw: Raw) -> None:
    raw["area"][0]["criterion"].append({"id": "SAF-09", "class": "must", "text": "new", "anchors": ["a", "b", "c"]})


def move(raw: Raw) -> None:
    raw["area"][1]["criterion"].append(raw["area"][0]["criterion"].pop(1))


def turn(raw: Raw) -> None:
    raw["area"][0]["criterion"].reverse()


def another_scale(raw: Raw) -> None:
    raw["scale"].append({"value": 3, "label": "more than met", "points": "1"})
    for each in (each for area in raw["area"] for each in area["criterion"]):
        each["anchors"] = ["a", "b", "c", "d"]


def new_area(raw: Raw) -> None:
    raw["area"].append({"id": "NEW", "title": "New", "criterion": [{"id": "NEW-01", "class": "must", "text": "n",
                                                                     "anchors": ["a", "b", "c"]}]})  # fmt: skip


def taken_id(raw: Raw) -> None:
    """SAF-02 becomes SAF-04 and keeps its key; another criterion gets the id SAF-02."""
    one(raw, "SAF-02").update(id="SAF-04", key="SAF-02")
    raw["area"][0]["criterion"].append({"id": "SAF-02", "key": "other", "class": "must", "text": "other",
                                        "anchors": ["a", "b", "c"]})  # fmt: skip


Case = tuple[Edit, Edit, str]  # before, after, what is said of it


def SAME(raw: Raw) -> None:  # noqa: N802 - it stands among the edits as the one that does nothing
    """Left as it is."""


CASES: tuple[Case, ...] = (
    (SAME, add, "The criterion is new."),
    (SAME, drop, "The criterion is dropped."),
    (SAME, put("SAF-02", key="SAF-02b"), "The meaning changed: it has a new key."),
    (SAME, taken_id, "Its id meant another criterion before."),
    (SAME, put("SAF-02", id="SAF-04", key="SAF-02"), "It has a new id."),
    (SAME, move, "It stands in another area."),
    (SAME, put("SAF-02", text="A sound fence"), "The text is worded otherwise."),
    (SAME, put("SAF-02", text="A fence of 2 m"), "The text names another figure."),
    (SAME, put("SAF-02", anchors=["a", "bb", "c"]), "A level description is worded otherwise."),
    (SAME, put("SAF-02", anchors=["a", "៣ days", "c"]), "A level description names another figure."),
    (SAME, another_scale, "The level descriptions are for another scale."),
    (SAME, put("SAF-02", guidance="Walk around"), "The guidance is worded otherwise."),
    (SAME, put("SAF-02", guidance="Walk around 2 times"), "The guidance names another figure."),
    (SAME, put("SAF-02", methods=["observe", "staff"]), "It is to be seen in one more way."),
    (SAME, put("SAF-02", methods=[]), "A way to see it is taken away."),
    (SAME, put("SAF-02", **{"class": "critical"}), "It is of another class."),
    (SAME, put("RGT-02", **{"class": "critical"}, gate=True), "It becomes a stop criterion."),
    (SAME, put("SAF-01", gate=False), "It is no longer a stop criterion."),
    (SAME, put("SAF-03", minimum=2), "The minimum is higher."),
    (SAME, put("SAF-01", minimum=1), "The minimum is lower."),
    (SAME, gone("SAF-02", "na_when"), "Not applicable is no longer allowed."),
    (SAME, put("SAF-01", na_when="never"), "Not applicable is now allowed."),
    (SAME, put("SAF-02", na_when="no ground floor at all"), "When it does not apply is worded otherwise."),
    (SAME, put("SAF-02", na_when="above floor 2"), "When it does not apply names another figure."),
    (gone("SAF-02", "measure"), SAME, "A measure is added."),
    (SAME, gone("SAF-02", "measure"), "The measure is taken away."),
    (SAME, measure(unit="feet"), "It is measured in another way."),
    (SAME, measure(cuts=["1", "3"]), "The cuts of the measure are stricter."),
    (SAME, measure(cuts=["0.5", "3"]), "The cuts of the measure are looser."),
    (SAME, gone("SAF-02", "kinds"), "It is asked of more kinds of shelters."),
    (SAME, put("SAF-02", kinds=["transit"]), "It is asked of fewer kinds of shelters."),
    (put("SAF-02", applies="children"), SAME, "It is no longer asked only of shelters that take in children."),
    (SAME, put("SAF-02", applies="children"), "It is asked only of shelters that take in children."),
    (SAME, put("SAF-02", practice=True), "It is now about practice: documents alone are not enough."),
    (SAME, put("SAF-01", practice=False), "It is no longer about practice: documents alone are enough."),
    (SAME, put("SAF-02", remedy="system"), "What usually mends it is another."),
    (SAME, put("SAF-03", weight=1), "It has another weight."),
    (SAME, put("SAF-02", source=[]), "Its sources are others."),
    (SAME, new_area, "The area is new."),
    (SAME, lambda raw: raw["area"].pop(2), "The area is dropped."),
    (SAME, area(0, title="Security"), "The title of the area is worded otherwise."),
    (SAME, area(0, weight=3), "The area has another weight."),
    (area(0, applies="children"), SAME, "The area is no longer asked only of shelters that take in children."),
    (SAME, area(0, applies="children"), "The area is asked only of shelters that take in children."),
    (SAME, lambda raw: raw["scale"][1].update(points="1/3"), "The scale has other levels or points."),
    (SAME, lambda raw: raw["scale"][1].update(label="half met"), "A level has another name."),
    (rule(minimum=1), SAME, "The minimum of all criteria without their own is higher."),
    (SAME, rule(minimum=1), "The minimum of all criteria without their own is lower."),
    (SAME, rule(weights={"critical": 4, "must": 2, "desired": 1}), "The classes have other weights."),
    (SAME, rule(unsettled="lower"), "Where a team did not agree, the lower level counts."),
    (rule(unsettled="lower"), SAME, "Where a team did not agree, the level in the middle counts."),
    (SAME, rule(na_ceiling=10), "Less may be not applicable before an area is called thin."),
    (SAME, rule(na_ceiling=20), "More may be not applicable before an area is called thin."),
    (SAME, rule(coverage_floor=90), "More must be seen before a result is complete."),
    (SAME, rule(coverage_floor=70), "Less must be seen before a result is complete."),
    (SAME, rule(bands=[55, 65, 75, 85, 98]), "The levels of the result begin at higher percents."),
    (SAME, rule(bands=[50, 65, 75, 85, 98]), "The levels of the result begin at lower percents."),
    (SAME, rule(bands=[50, 75]), "The result has more or fewer levels."),
    (SAME, rule(cap_without_practice=0), "Practice that was seen only in documents is capped lower."),
    (SAME, rule(cap_without_practice=2), "Practice that was seen only in documents is capped higher, or not at all."),
    (rule(rights_area=None), SAME, "Money now mends the stop criteria of this area first."),
    (SAME, rule(rights_area=None), "Money no longer mends stop criteria on rights first."),
    (SAME, rule(rights_area="SAF"), "Money mends the stop criteria of another area first."),
    (SAME, lambda raw: raw["source"].append({"id": "T", "title": "t"}), "The source is new."),
    (SAME, lambda raw: raw["source"].pop(), "The source is no longer named."),
    (SAME, lambda raw: raw["source"][0].update(title="t"), "The source is described otherwise."),
    (SAME, lambda raw: raw.update(title="t"), "The title is worded otherwise."),
    (SAME, lambda raw: raw.update(authority="t"), "Another authority is named."),
    (SAME, lambda raw: raw.update(licence="t"), "The licence is another."),
    (SAME, lambda raw: raw.update(status="released"), "The status is another."),
    (SAME, lambda raw: raw.update(language="km"), "It is written in another language."),
    (SAME, turn, "Areas or criteria stand in another order."),
    (SAME, lambda raw: raw.update(example=[{"title": "e", "percent": "1"}]), "The worked examples are others."),
    (SAME, lambda raw: raw.update(sha256="other"), "Only comments or layout of the file differ."),
    (lambda raw: raw.update(overlay={"extends": "a 1.0.0"}), lambda raw: raw.update(overlay={"extends": "a 1.0.1"}),
     "It rests on another base."),
)  # fmt: skip


def made(*edits: Edit) -> Standard:
    raw = small()
    for each in edits:
        each(raw)
    return Standard.model_validate(raw)


def between(before: Edit, after: Edit) -> Difference:
    return difference(made(before), made(after))


@pytest.mark.parametrize(("before", "after", "what"), CASES, ids=lambda each: each if isinstance(each, str) else "")
def test_each_change_is_said(before: Edit, after: Edit, what: str) -> None:
    said = {each.what: each for each in between(before, after).changes}
    assert what in said
    assert (said[what].effect, said[what].bump, said[what].judge) == EFFECTS[what]


def test_every_line_of_the_table_is_reached() -> None:
    assert {what for *_, what in CASES} == set(EFFECTS)


@pytest.mark.parametrize(
    "after",
    [put("SAF-02", text="A sound fence"), rule(minimum=1), area(0, applies="children"), put("SAF-02", weight=9),
     rule(weights={"critical": 4, "must": 2, "desired": 1}), put("SAF-02", **{"class": "critical"})],
)  # fmt: skip
def test_one_edit_is_said_once(after: Edit) -> None:
    """A minimum that follows the rules, a weight that follows the class, is no change of its own."""
    assert len(between(SAME, after).changes) == 1


def test_the_largest_change_decides_the_version() -> None:
    found = difference(made(), made(add, put("SAF-02", text="A sound fence")))
    assert (found.needs, found.at_least, found.enough) == ("minor", "1.1.0", False)
    assert difference(made(), made(add, lambda raw: raw.update(version="1.1.0"))).enough
    assert difference(made(), made(add, lambda raw: raw.update(version="2.0.0"))).enough
    assert not difference(made(), made(drop, lambda raw: raw.update(version="1.9.9"))).enough


@pytest.mark.parametrize(
    ("bump", "version"), [("none", "1.2.3"), ("patch", "1.2.4"), ("minor", "1.3.0"), ("major", "2.0.0")]
)
def test_the_next_version(bump: Any, version: str) -> None:
    assert later("1.2.3", bump) == version


def test_the_same_version_with_other_bytes_is_too_small_and_the_fault_names_what_asks_for_more() -> None:
    found = difference(made(), made(lambda raw: raw.update(sha256="other"), drop, put("SAF-03", minimum=2)))
    fault = too_small(found, Where("x.toml", 3))
    assert fault is not None and fault.code == "version-too-small"
    assert fault.values["at_least"] == "2.0.0"
    assert fault.values["why"] == "SAF-02: The criterion is dropped"
    assert too_small(difference(made(), made()), Where()) is None


def test_standards_with_different_ids_have_no_version_to_claim() -> None:
    found = difference(made(), made(drop, lambda raw: raw.update(id="vn"), put("SAF-01", gate=False)))
    assert (found.at_least, found.enough, found.versions) == ("", True, False)
    assert ("SAF-01", "it is no longer a stop criterion") in found.weakened


@pytest.mark.parametrize("after", [each for _, each, _ in CASES])
def test_what_can_be_compared_is_what_compare_compares(after: Edit) -> None:
    old, new = made(), made(after)
    found, (pairs, left_out) = difference(old, new), match(old, new)
    assert (found.matched, found.left_out) == (pairs, left_out)


def test_a_rekeyed_criterion_is_not_judged_again() -> None:
    found = between(SAME, put("SAF-02", key="SAF-02b", text="A fence of 2 m"))
    assert not found.to_judge and found.needs == "major"
    assert [(each.criterion, each.reason) for each in found.left_out] == [("SAF-02", "re-keyed")]


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [("within 14 days", "in 14 days at most", True), ("within 14 days", "within 7 days", False),
     ("see SAF-07", "see SAF-08", True), ("២ days", "2 days", True), ("1 of 2", "2 of 1", True), ("2", "2, 2", False),
     ("1.5 m", "15 m", False)],
)  # fmt: skip
def test_figures(before: str, after: str, same: bool) -> None:
    assert (figures(before) == figures(after)) is same


def test_two_real_versions(tmp_path: Path) -> None:
    path = versions.write(tmp_path)
    old, new = (read_standard(each.read_bytes(), str(each)) for each in (versions.OLD, path))
    found = difference(old, new)
    said = {(each.id, each.what) for each in found.changes}
    assert said == {
        ("example", "The worked examples are others."),
        ("SAF-11", "The text names another figure."),
        ("SAF-11", "A level description names another figure."),
        ("SAF-12", "The criterion is new."),
        ("WSH-04", "A level description names another figure."),
        ("WSH-04", "The cuts of the measure are stricter."),
        ("WSH-05", "A level description is worded otherwise."),
        ("WSH-08", "The guidance is worded otherwise."),
        ("WSH-08", "It is to be seen in one more way."),
    }
    assert (found.needs, found.enough, len(found.matched)) == ("minor", True, len(old.criteria))
    assert [each.what for each in found.moving] == ["The criterion is new."]
    assert ssi(tmp_path, "check", path).status == 0  # its worked examples too
