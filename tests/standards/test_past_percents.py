"""The table of changes against the arithmetic: where it says less than major, the same sheets give the same percent.

A criterion that is new (for this shelter) has no score yet and is left out on the new side; nothing else is.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from ssi.findings import ShelterScore
from ssi.model import KINDS, METHODS, Checklist, Kind, Method, Notes, Sheet, Standard
from ssi.scoring.summarise import summarise
from ssi.standards.changes.effects import EFFECTS
from ssi.standards.difference import difference
from tests.making import a_round, sheet, shelter
from tests.scoring.worlds import WEIGHTS, sheets_of, standards
from tests.standards.test_difference import CASES, made

Raw = dict[str, Any]
Edit = Callable[[st.DrawFn, Raw], None]
NUMBERS = [Fraction(0), Fraction(15), Fraction(50), Fraction(80)]


def raw_of(standard: Standard) -> Raw:
    """The standard as its file would be: what follows the rules or the area is not written out."""
    raw: Raw = lists(standard.model_dump(by_alias=True, exclude={"sha256", "resolved_sha256", "overlay"}))
    rules = raw["rules"]
    for area in raw["area"]:
        for each in area["criterion"]:
            del each["area"]
            follows = {"minimum": rules["minimum"], "weight": rules["weights"][each["class"]],
                       "applies": area["applies"]}  # fmt: skip
            for key in [key for key, value in follows.items() if each[key] == value]:
                del each[key]
    return raw


def lists(value: Any) -> Any:
    """The value with lists for tuples, so that it can be edited."""
    if isinstance(value, dict):
        return {key: lists(each) for key, each in value.items()}
    return [lists(each) for each in value] if isinstance(value, list | tuple) else value


def criterion(draw: st.DrawFn, raw: Raw) -> Raw:
    area = draw(st.sampled_from(raw["area"]))
    found: Raw = draw(st.sampled_from(area["criterion"]))
    return found


def level(raw: Raw) -> st.SearchStrategy[int]:
    return st.sampled_from([each["value"] for each in raw["scale"]])


def keyed(key: str, values: st.SearchStrategy[Any]) -> Edit:
    return lambda draw, raw: criterion(draw, raw).update({key: draw(values)})


def ruled(key: str, values: st.SearchStrategy[Any]) -> Edit:
    return lambda draw, raw: raw["rules"].update({key: draw(values)})


def aread(key: str, values: st.SearchStrategy[Any]) -> Edit:
    return lambda draw, raw: draw(st.sampled_from(raw["area"])).update({key: draw(values)})


def levelled(where: Callable[[st.DrawFn, Raw], Raw], key: str) -> Edit:
    return lambda draw, raw: where(draw, raw).update({key: draw(level(raw))})


def classed(draw: st.DrawFn, raw: Raw) -> None:
    each = criterion(draw, raw)
    each["class"] = draw(st.sampled_from(["critical", "must", "desired"]))
    each["gate"] = bool(each.get("gate")) and each["class"] == "critical"


def gated(draw: st.DrawFn, raw: Raw) -> None:
    each = criterion(draw, raw)
    each["gate"] = each["class"] == "critical" and not each.get("gate")


def renamed(draw: st.DrawFn, raw: Raw) -> None:
    each = criterion(draw, raw)
    each.setdefault("key", each["id"])
    each["id"] += "-new"


def rekeyed(draw: st.DrawFn, raw: Raw) -> None:
    each = criterion(draw, raw)
    each["key"] = f"{each['id']}-other"


def added(draw: st.DrawFn, raw: Raw) -> None:
    area = draw(st.sampled_from(raw["area"]))
    anchors, id = ["…"] * len(raw["scale"]), f"NEW-{sum(len(each['criterion']) for each in raw['area'])}"
    area["criterion"].insert(0, {"id": id, "class": "must", "text": "…", "anchors": anchors, "methods": []})


def dropped(draw: st.DrawFn, raw: Raw) -> None:
    area = draw(st.sampled_from(raw["area"]))
    if len(area["criterion"]) > 1:
        area["criterion"].pop()


def moved(draw: st.DrawFn, raw: Raw) -> None:
    first, last = raw["area"][0], raw["area"][-1]
    if len(first["criterion"]) > 1:
        last["criterion"].append(first["criterion"].pop())


def turned(draw: st.DrawFn, raw: Raw) -> None:
    draw(st.sampled_from(raw["area"]))["criterion"].reverse()
    raw["area"].reverse()


def rescaled(draw: st.DrawFn, raw: Raw) -> None:
    raw["scale"][0]["points"] = draw(st.sampled_from([Fraction(0), Fraction(1, 5)]))


SHARES = st.sampled_from(NUMBERS)
EDITS: tuple[Edit, ...] = (
    classed, gated, renamed, rekeyed, added, dropped, moved, turned, rescaled,
    levelled(criterion, "minimum"), levelled(lambda _, raw: raw["rules"], "minimum"),
    levelled(lambda _, raw: raw["rules"], "cap_without_practice"),
    keyed("weight", WEIGHTS), keyed("practice", st.booleans()), keyed("na_when", st.none() | st.just("no yard")),
    keyed("text", st.just("within 7 days")), keyed("guidance", st.text(max_size=9)),
    keyed("methods", st.lists(st.sampled_from(METHODS), unique=True)),
    keyed("kinds", st.lists(st.sampled_from(KINDS), min_size=1, unique=True)),
    keyed("applies", st.just("children")), keyed("remedy", st.just("physical")),
    aread("weight", st.none() | WEIGHTS), aread("title", st.just("t")),
    aread("applies", st.sampled_from([None, "children"])),
    ruled("weights", st.fixed_dictionaries(dict.fromkeys(("critical", "must", "desired"), WEIGHTS))),
    ruled("unsettled", st.sampled_from(["median", "lower"])), ruled("na_ceiling", SHARES),
    ruled("coverage_floor", SHARES), ruled("bands", st.sampled_from([[30, 60, 90], [20, 50, 90], [50]])),
    ruled("rights_area", st.sampled_from([None, "A0"])),
)  # fmt: skip


def carried(sheets: tuple[Sheet, ...], old: Standard, new: Standard) -> tuple[Sheet, ...]:
    """The same sheets with their levels in the slots of the new standard, and its ids in their notes."""
    before = {each.key: at for at, each in enumerate(old.criteria)}
    ids = {each.id: each.key for each in old.criteria}
    now = {each.key: each.id for each in new.criteria}

    def one(each: Sheet) -> Sheet:
        notes = Notes.read(each.notes, {})
        entries = {now[ids[id]]: entry for id, entry in notes.entries.items() if ids[id] in now}
        levels = tuple(each.levels[before[one.key]] if one.key in before else None for one in new.criteria)
        text = Notes(entries, notes.interviews, rests_on=notes.rests_on).text()
        return Sheet("test", each.round, "sha", each.shelter, each.assessor, levels, text)

    return tuple(map(one, sheets))


def without_new(new: Standard, here: Checklist) -> Standard:
    """The new standard with only those criteria that were on this shelter's old checklist."""
    keys = {each.key for each in here.criteria}
    areas = [
        each.model_copy(update={"criterion": tuple(one for one in each.criterion if one.key in keys)})
        for each in new.area
    ]
    return Standard.model_construct(**{**dict(new), "area": tuple(each for each in areas if each.criterion)})


def score(standard: Standard, sheets: tuple[Sheet, ...], kind: Kind, *, children: bool) -> ShelterScore:
    place = shelter(kind=kind, children=children)
    return summarise(a_round([place]), standard, sheets).shelters[0]


@st.composite
def edited(draw: st.DrawFn, most: int) -> tuple[Standard, Standard]:
    """A standard, and the same after one to `most` edits; or the two in the other order."""
    standard = draw(standards())
    raw = raw_of(standard)
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=most)):
        edit(draw, raw)
    two = standard, Standard.model_validate(raw)
    return two if draw(st.booleans()) else two[::-1]


@settings(max_examples=200, deadline=None)
@given(edited(3), st.data())
def test_what_needs_no_major_version_moves_no_past_percent(two: tuple[Standard, Standard], data: st.DataObject) -> None:
    old, new = two
    found = difference(old, new)
    event(found.needs)
    kind, children = data.draw(st.sampled_from(KINDS)), data.draw(st.booleans())
    here = old.checklist(kind, children=children)
    if found.needs == "major" or not here.criteria:
        return
    sheets = data.draw(sheets_of(here, "S01", "R1", stale=False))
    later = without_new(new, here)
    was = score(old, sheets, kind, children=children)
    now = score(later, carried(sheets, old, later), kind, children=children)
    assert (was.percent, was.low, was.high, was.coverage) == (now.percent, now.low, now.high, now.coverage)
    if not found.moving:  # then the page says that the overall percent can be compared, with nothing left out
        whole = score(new, carried(sheets, old, new), kind, children=children)
        assert whole.percent == was.percent


def test_the_generator_reaches_what_is_minor() -> None:
    """A property that never meets a stricter standard proves nothing."""
    seen: set[str] = set()

    @settings(max_examples=800, deadline=None, database=None, derandomize=True)
    @given(edited(1))
    def walk(two: tuple[Standard, Standard]) -> None:
        seen.update(each.what for pair in (two, two[::-1]) for each in difference(*pair).changes)

    walk()
    minor = {what for what, means in EFFECTS.items() if means.bump == "minor" and "figure" not in what}
    assert minor - seen <= {"A measure is added.", "The cuts of the measure are stricter.", "The area is new."}
    assert "The text names another figure." in seen


# what is major because percents move, and sheets by which they do
METHOD: dict[str, tuple[Method, ...]] = dict.fromkeys(("SAF-01", "SAF-02", "RGT-02"), ("document",))
TEAMS: tuple[tuple[dict[str, int | str], dict[str, int | str]], ...] = (  # two of three assessors, and the third
    ({}, {}),
    ({"SAF-02": 1, "SAF-03": 0}, {"SAF-01": 1, "SAF-02": 0, "SAF-03": 0, "RGT-02": 1}),
    ({"SAF-02": 0, "SAF-03": "NS", "CHD-01": 0}, {"SAF-02": 0, "SAF-03": "NS", "CHD-01": 0}),
)
MOVING = (
    "The criterion is dropped.", "It stands in another area.", "It is of another class.",
    "It becomes a stop criterion.", "It is no longer a stop criterion.",
    "It is now about practice: documents alone are not enough.",
    "It is no longer about practice: documents alone are enough.", "It has another weight.",
    "The area has another weight.", "The area is dropped.", "The scale has other levels or points.",
    "The classes have other weights.", "Where a team did not agree, the lower level counts.",
    "Where a team did not agree, the level in the middle counts.",
    "Practice that was seen only in documents is capped lower.",
    "Practice that was seen only in documents is capped higher, or not at all.",
    "It is asked only of shelters that take in children.", "It is asked of fewer kinds of shelters.",
    "The area is asked only of shelters that take in children.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "what"), [pytest.param(*each, id=each[2]) for each in CASES if each[2] in MOVING]
)
def test_what_is_called_major_for_the_percent_does_move_one(before: Any, after: Any, what: str) -> None:
    old, new = made(before), made(after)
    moved = False
    for children, methods, (first, second) in product((False, True), (METHOD, {}), TEAMS):
        place = shelter(children=children)
        team = enumerate((first, second, first))
        sheets = tuple(sheet(old, place, f"A{at}", each, methods=methods) for at, each in team)
        was = score(old, sheets, "long-term", children=children)
        now = score(new, carried(sheets, old, new), "long-term", children=children)
        moved |= was.percent != now.percent
    assert moved
    assert EFFECTS[what].bump == "major"
