"""The paper sheet: every criterion of the checklist once, nothing else, and nothing to identify a resident."""

import re
from html import unescape

import pytest

from ssi.checklists.before import before_the_visit
from ssi.checklists.writers.paper import paper
from ssi.model import Checklist, Interviews, Visit
from ssi.words import Words
from tests.making import SMALL, standard

CHANGED = SMALL.replace(
    'text = "A drill"',
    'text = "Toilets <enough>", measure = { unit = "residents per toilet", better = "less", cuts = ["20", "7.5"] }',
)


def checklist(*, children: bool = True, text: str = SMALL) -> Checklist:
    return standard(text).checklist("long-term", children=children)


def rows(page: bytes) -> list[str]:
    return re.findall(r'<tr data-criterion="([^"]+)">', page.decode())


@pytest.mark.parametrize("children", [True, False])
def test_every_criterion_once_and_no_other_row(children: bool) -> None:
    here = checklist(children=children)
    assert rows(paper(here)) == [each.id for each in here.criteria]
    assert ("CHD" in paper(here).decode()) == children


def test_each_criterion_carries_what_the_assessor_needs() -> None:
    here = checklist(text=CHANGED)
    page = unescape(paper(here).decode())
    parts = re.split(r'<tr data-criterion="', page)[1:]
    for part, criterion in zip(parts, here.criteria, strict=True):
        assert criterion.text in part
        assert all(f"<span>{anchor}</span>" in part for anchor in criterion.anchors)
        assert ("STOP" in part) == criterion.gate
        assert ("<b>NA</b>" in part) == bool(criterion.na_when)
        assert part.split('<ul class="methods">')[1].count('<li class="box">') == len(criterion.methods)
        boxes = part.split('<div class="boxes">')[1].split("</div>")[0]
        assert boxes.count("<span") == 4  # three assessors and the agreed level


def test_a_measured_criterion_says_which_value_proposes_which_level() -> None:
    page = paper(checklist(text=CHANGED)).decode()
    assert "residents per toilet" in page
    assert "20 or less → <b>1</b>" in page
    assert "7.5 or less → <b>2</b>" in page
    assert "Toilets &lt;enough&gt;" in page


def test_levels_stand_beside_their_own_descriptions() -> None:
    part = paper(checklist()).decode().split('data-criterion="SAF-01"')[1]
    assert re.findall(r"<li><b>(\d)</b> <span>(\w)</span></li>", part)[:3] == [("2", "c"), ("1", "b"), ("0", "a")]


def test_the_standard_stands_in_the_line_that_is_repeated_on_every_page() -> None:
    base = standard()
    named = base.model_copy(update={"sha256": "0123456789abcdef" * 4})
    page = paper(named.checklist("long-term", children=True), shelter="S01", round="R1").decode()
    running = page.split('<table class="pages"')[1].split("</thead>")[0]
    for text in ("small 1.0.0", "sha256 0123456789ab", "<b>S01</b>", "<b>R1</b>"):
        assert text in running


def test_visits_and_interviews_fill_in_the_record() -> None:
    visits = [Visit(round="R1", shelter="S01", assessor=code, date="2026-03-07") for code in ("A02", "A05")]
    page = paper(checklist(), shelter="S01", round="R1", visits=visits, interviews=Interviews(5, 3, 2)).decode()
    assert "7 Mar 2026" in page
    assert "A02, A05" in page
    assert re.findall(r"(asked|agreed|declined) <b>(\d)</b>", page) == [
        ("asked", "5"),
        ("agreed", "3"),
        ("declined", "2"),
    ]


def test_a_blank_form_has_lines_to_write_on() -> None:
    blank, filled = paper(checklist()).decode(), paper(checklist(), shelter="S01", round="R1").decode()
    assert blank.count('class="blank') == filled.count('class="blank') + 2
    assert "None" not in blank


def test_the_first_page_has_the_list_the_promise_and_the_keys() -> None:
    page = unescape(paper(checklist()).decode())
    for sentence in before_the_visit(Words("en")):
        assert sentence in page
    assert "Nothing that could identify a resident is written down" in page
    typed = re.findall(r"<td><code>([^<]+)</code>", page)
    assert typed[:2] == ["SAF-01 2", "SAF-01 2 /od …"]
    assert {"SAF-02 NA …", "CHD-01 NS", "CHD-01 NS declined", "interviews 5 3 2", "?SAF-01", "done", "q"} <= set(typed)


def test_the_sheet_says_whose_column_it_is_and_how_to_type_it() -> None:
    page = paper(checklist(), shelter="S01").decode()
    assert "One sheet for each person. Fill in your own column only" in page
    assert "<code>ssi record S01 --as CODE</code>" in page
    assert "<code>ssi record SHELTER --as CODE</code>" in paper(checklist()).decode()
    assert "Conflicts declared: none, or by code" in page and "Interpreter: none, or by code" in page
    assert "the role that your programme&#39;s protocol names" in page


def test_the_page_is_whole_and_the_same_each_time() -> None:
    page = paper(checklist()).decode()
    assert page == paper(checklist()).decode()
    assert not re.search(r"http|<script|<link|<img|@import|url\(", page)


def test_a_foreign_standard_keeps_its_language() -> None:
    page = paper(checklist(), language="km").decode()
    assert '<html lang="km">' in page
    assert '<div class="what" lang="en">' in page
    assert Words("km").about_translation in page
    assert "lang=" not in paper(checklist()).decode().split("<body>")[1].replace('lang="en">Note', "")


def test_the_shelter_has_a_page_of_its_own_to_reply_on() -> None:
    page = unescape(paper(checklist()).decode()).split('<section class="reply station">')[1]
    assert "No names, no stories" in page
    assert page.count('<i class="blank"></i>') == 4 * 6 + 1 and page.count("<h3>") == 4


def test_more_assessors_than_three_have_boxes_too() -> None:
    visits = [Visit(round="R1", shelter="S01", assessor=f"A0{each}") for each in range(1, 6)]
    boxes = paper(checklist(), visits=visits).decode().split('<div class="boxes">')[1].split("</div>")[0]
    assert re.findall(r">(\w+)<", boxes) == ["A01", "A02", "A03", "A04", "A05", "agreed"]


def test_nothing_on_the_sheet_asks_for_a_name() -> None:
    for by in ("area", "method"):
        text = unescape(re.sub(r"<[^>]+>", " ", paper(checklist(), by=by).decode().split("<body>")[1]))
        for sentence in re.findall(r"[^.:\n]*\bnames?\b[^.:\n]*", text, re.IGNORECASE):
            assert re.search(r"\b[Nn]o names?\b|protocol names", sentence), sentence
