"""The sheet in walk order: each criterion at its first station, once, and named wherever else it is looked at."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ssi.checklists.writers.paper import paper
from ssi.checklists.writers.printed import printed
from ssi.checklists.writers.walk import ORDER, stations
from ssi.model import METHODS, Checklist, Standard
from tests.making import standard

LETTERS = st.text(alphabet="abc <&é", min_size=1, max_size=12).filter(str.strip)


def checklist() -> Checklist:
    return standard().checklist("long-term", children=True)


def rows(page: bytes) -> list[str]:
    return re.findall(r'<tr data-criterion="([^"]+)">', page.decode())


def test_a_criterion_stands_under_the_first_of_its_methods_in_the_order_of_the_walk() -> None:
    """By hand: SAF-01 observe document, SAF-02 observe, SAF-03 document, RGT-01 resident document, RGT-02 document,
    CHD-01 observe."""
    found = printed(checklist(), by="method")
    assert [(each.id, each.title.text, [row.id for row in each.rows]) for each in found.parts] == [
        ("2", "Look", ["SAF-01", "SAF-02", "CHD-01"]),
        ("3", "Ask residents", ["RGT-01"]),
        ("4", "Read files", ["SAF-03", "RGT-02"]),
    ]
    assert [each.too for each in found.parts] == [(), (), ("SAF-01", "RGT-01")]
    assert [id for id, _ in found.papers] == ["SAF-01", "SAF-03", "RGT-01", "RGT-02"]


def test_each_station_begins_a_page_and_has_its_ids_to_tick_off() -> None:
    page = paper(checklist(), by="method").decode()
    assert page.count('<table class="part station">') == 3
    look = page.split('<table class="part station">')[1].split("<tr data-criterion")[0]
    assert re.findall(r'<li class="box">([^<]+)</li>', look) == ["SAF-01", "SAF-02", "CHD-01"]
    assert "station" not in paper(checklist()).decode().split('<section class="reply')[0].split("<body>")[1]


def test_before_the_visit_the_shelter_is_asked_for_papers_only() -> None:
    page = paper(checklist(), by="method").decode()
    asked = page.split('<section class="papers station">')[1].split("</section>")[0]
    assert re.findall(r"<b>([^<]+)</b>", asked) == ["SAF-01", "SAF-03", "RGT-01", "RGT-02"]
    assert "papers" not in paper(checklist()).decode().split("<body>")[1].replace("papers alone", "")


def test_other_methods_of_a_criterion_are_shown_at_its_station() -> None:
    found = printed(checklist(), by="method")
    first = found.parts[0].rows[0]
    assert first.methods == (("o", "observe"), ("d", "document"))


@st.composite
def small_standards(draw: st.DrawFn) -> Standard:
    """Up to three areas of up to four criteria, any methods, some with measures, NA, children, or one kind only."""
    areas = []
    for area in ("SAF", "RGT", "WSH")[: draw(st.integers(1, 3))]:
        criteria = [
            {
                "id": f"{area}-{number:02}", "class": "must", "text": draw(LETTERS),
                "anchors": [draw(LETTERS) for _ in range(3)], "guidance": draw(st.just("") | LETTERS),
                "methods": draw(st.lists(st.sampled_from(METHODS), unique=True)),
                "practice": draw(st.booleans()), "na_when": draw(st.none() | LETTERS),
                "applies": draw(st.sampled_from([None, "children"])),
                "kinds": draw(st.sampled_from([["long-term"], ["transit"], ["transit", "long-term"]])),
                "measure": draw(st.sampled_from([None, {"unit": "m²", "better": "more", "cuts": ["1", "7/2"]}])),
            }
            for number in range(1, draw(st.integers(1, 4)) + 1)
        ]  # fmt: skip
        areas.append({"id": area, "title": draw(LETTERS), "criterion": criteria})
    scale = [{"value": at, "label": draw(LETTERS), "points": f"{at}/2"} for at in range(3)]
    head = {"format": 1, "id": "any", "version": "1.0.0", "status": "draft", "language": "en", "title": draw(LETTERS)}
    return Standard.model_validate({**head, "scale": scale, "rules": {"minimum": 2}, "area": areas})


@given(small_standards(), st.booleans())
def test_in_each_order_each_id_has_exactly_one_row(standard: Standard, children: bool) -> None:
    here = standard.checklist("long-term", children=children)
    ids = [each.id for each in here.criteria]
    by_area, by_method = rows(paper(here)), rows(paper(here, by="method"))
    assert by_area == ids
    assert sorted(by_method) == sorted(ids)
    for each in stations(here.criteria):  # within a station the standard's own order is kept
        places = [ids.index(row.id) for row in each.rows]
        assert all(one < other for one, other in pairwise(places))


@given(small_standards())
def test_every_method_of_every_criterion_has_its_place_in_the_walk(standard: Standard) -> None:
    here = standard.checklist("long-term", children=True)
    found = {each.method: {row.id for row in (*each.rows, *each.too)} for each in stations(here.criteria)}
    for each in here.criteria:
        assert {method for method in ORDER if each.id in found.get(method, set())} == set(each.methods or METHODS)
