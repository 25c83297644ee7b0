"""The handbook: every text of a standard, numbered articles, and nothing said that is not so."""

import json
import re
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
import tomli

from ssi.document import Contents, Document, Heading, Note
from ssi.model import Standard
from ssi.model.adoption import Adoption
from ssi.model.standard import Overlay, Step
from ssi.model.translation import CriterionTexts, LevelTexts, Translation, texts_of
from ssi.reports.handbook import handbook
from ssi.reports.writers import write
from ssi.shipped import standards_folder
from ssi.standards.reading import read_standard
from ssi.words import Words
from tests.making import SMALL, standard

SHA = "0123456789abcdef" * 4
CORE = standards_folder() / "ssi-core" / "1.0.0.toml"
KHMER = Translation(
    format=1,
    standard="small 1.0.0",
    language="km",
    status="draft",
    title="ស្តង់ដារ",
    scale=(LevelTexts(value=0, label="មិនបានបំពេញ"),),
    criterion=(CriterionTexts(id="SAF-01", text="បុគ្គលិក", anchors=("ក", "ខ", "គ")),),
)


@pytest.fixture(scope="module")
def core() -> Standard:
    return read_standard(CORE.read_bytes(), "1.0.0.toml")


def adoption(**more: Any) -> Adoption:
    given = {
        "format": 1, "standard": "small 1.0.0", "sha256": SHA, "resolved_sha256": SHA, "authority": "Ministry A",
        "instrument": "Decree 7", "adopted": date(2027, 1, 5), "in_force": date(2027, 3, 1),
        "consulted": {"survivor_groups": 2, "shelters": 9}, "criteria": {},
        "parts": dict.fromkeys(("heading", "scale", "rules", "areas", "sources", "examples"), SHA[:12]),
    }  # fmt: skip
    return Adoption.model_validate(given | more)


def shown(page: Document) -> str:
    return json.dumps(asdict(page), ensure_ascii=False, default=str)


def headings(page: Document, level: int) -> list[Heading]:
    return [each for each in page.blocks if isinstance(each, Heading) and each.level == level]


def test_every_text_of_the_standard_stands_in_it(core: Standard) -> None:
    text = shown(handbook(core, Words()))
    for key, said in texts_of(core).items():
        assert json.dumps(said, ensure_ascii=False)[1:-1] in text, key
    for source in core.source:
        assert source.title in text and source.address in text
    for example in core.example:
        assert example.title in text and (example.percent or "") in text


def test_each_criterion_is_one_article_and_articles_are_counted_through(core: Standard) -> None:
    page = handbook(core, Words())
    articles = headings(page, 3)
    assert [each.number for each in articles] == [f"Article {at}" for at in range(1, len(articles) + 1)]
    assert [each.anchor for each in articles if each.anchor in core.slot] == [each.id for each in core.criteria]
    assert [each.number for each in headings(page, 1)] == ["", "Part 1", "Part 2", "Part 3", "Part 4"]
    anchors = [each.anchor for each in page.blocks if isinstance(each, Heading)]
    assert all(anchors) and len(anchors) == len(set(anchors))
    assert any(isinstance(each, Contents) for each in page.blocks)


def test_stop_criteria_are_marked_and_listed(core: Standard) -> None:
    page = handbook(core, Words())
    stops = [each.id for each in core.criteria if each.gate]
    assert f"The stop criteria of this standard are {', '.join(stops)}." in shown(page)
    html = write(page, ".html").decode()
    for each in core.criteria:
        article = html.split(f'id="{each.id}"')[1].split("</section>")[0]
        assert ("stop criterion (critical)" in article) == each.gate, each.id


def test_the_numbers_of_the_rules_are_those_of_this_standard() -> None:
    text = shown(handbook(standard(SMALL.replace("na_ceiling = 15", "na_ceiling = 23")), Words()))
    assert "more than 23 percent" in text and "less than 80 percent" in text
    assert "Levels 1, 2, 3 … begin at 55, 65, 75, 85, 95 percent" in text
    assert "critical 3; must 2; desired 1" in text


def test_a_score_alone_is_no_ground_and_has_an_article_of_its_own() -> None:
    page = handbook(standard(), Words())
    (own,) = [each for each in headings(page, 3) if "no ground to close a shelter" in each.text]
    note = page.blocks[page.blocks.index(own) + 1]
    assert isinstance(note, Note)
    assert note.text == "A low score is by itself no ground to close a shelter or to move residents."


def test_where_nobody_adopted_it_the_cover_and_the_page_say_so() -> None:
    text = shown(handbook(standard(), Words()))
    assert text.count("No authority has adopted this standard.") == 2 and "binds nobody" in text


def test_an_adoption_is_told_with_its_instrument_its_days_and_its_counts() -> None:
    own = standard().model_copy(update={"sha256": SHA})
    said = adoption(
        binds=[{"from": date(2027, 6, 1), "kinds": ["transit"], "regions": ["north"]}], weakening=["SAF-01: x"]
    )
    text = write(handbook(own, Words(), adoption=said), ".txt").decode()
    assert "Adopted by Ministry A: Decree 7. In force from 1 Mar 2027." in " ".join(text.split())
    assert "transit shelters; region: north; from 1 Jun 2027" in text
    assert "groups of survivors: 2, shelters: 9" in " ".join(text.split()) and "SAF-01: x" in text
    assert "No authority has adopted" not in text and "of another file" not in text


def test_a_handbook_says_plainly_that_no_survivors_were_heard() -> None:
    unheard = adoption(consulted={"survivor_groups": 0})
    assert "No group of survivors was consulted." in shown(handbook(standard(), Words(), adoption=unheard))


def test_an_adoption_of_other_bytes_is_named_first() -> None:
    text = shown(handbook(standard().model_copy(update={"sha256": "f" * 64}), Words(), adoption=adoption()))
    assert f"The adoption is of another file: its hash is {SHA}." in text


def test_beside_a_draft_stands_its_source_text_each_in_its_language() -> None:
    page = handbook(standard(), Words("km"), translation=KHMER)
    assert (page.title, page.title_lang, page.language) == ("ស្តង់ដារ", "km", "km")
    html = write(page, ".html").decode()
    article = html.split('id="SAF-01" lang="km"')[1].split("</section>")[0]
    assert 'lang="en">Staff day and night</p>' in article
    for here, there in (("ក", "a"), ("ខ", "b"), ("គ", "c")):
        assert re.search(rf'lang="km"[^>]*>[^<]*{here}</td>', article) and re.search(
            rf'lang="en"[^>]*>[^<]*{there}</td>', article
        )
    assert "not met · a" in article and "មិនបានបំពេញ · ក" in article
    other = html.split('<h3 id="SAF-02"')[1].split("</section>")[0]  # not translated: the source text alone
    assert other.startswith(' lang="en"') and "A fence" in other and 'lang="en">2 met' in other
    draft = (
        "The texts in {language} are a draft translation that nobody has reviewed. The source text stands "
        "beside each of them, and only the source text counts."
    )
    assert Words("km")(draft, language="ខ្មែរ") in html


def test_a_reviewed_translation_stands_alone_and_what_it_lacks_is_in_the_source_language() -> None:
    reviewed = KHMER.model_copy(update={"status": "reviewed", "reviewed_by": "Office B"})
    html = write(handbook(standard(), Words("km"), translation=reviewed), ".html").decode()
    assert "Staff day and night" not in html and "A fence" in html and "Office B" in html
    assert "that nobody has reviewed" not in html


def test_an_overlay_names_its_steps_its_reasons_and_whether_a_figure_was_read() -> None:
    steps = (
        Step(kind="change", criterion="SAF-02", reason="Decree 9", figure="read", keys=("minimum", "anchors")),
        Step(kind="drop", criterion="SAF-09", reason="Law 1", figure="memory"),
    )
    overlay = Overlay(extends="base 1.0.0", base_sha256=SHA, steps=steps, weakening=("SAF-02: its minimum falls",))
    text = shown(handbook(standard().model_copy(update={"overlay": overlay}), Words()))
    assert text.count("changed: minimum, level descriptions") == 2  # in its article and in the annex
    assert "Its figure was read in the source." in text and "nobody has read it in the source yet" in text
    assert "SAF-02: its minimum falls" in text and "SAF-09" in text and SHA in text


def test_the_hashes_stand_at_the_foot_of_every_page() -> None:
    own = standard().model_copy(update={"sha256": SHA, "resolved_sha256": "e" * 64})
    page = handbook(own, Words())
    assert page.running == ("small 1.0.0 · draft", f"sha256 {SHA}", f"resolved_sha256 {'e' * 64}")
    html = write(page, ".html").decode()
    assert f'@bottom-left {{ content: "small 1.0.0 · draft" "\\A " "sha256 {SHA}"' in html


def test_every_link_of_the_table_of_contents_leads_somewhere(core: Standard) -> None:
    html = write(handbook(core, Words()), ".html").decode()
    links = re.findall(r'href="#([^"]+)"', html)
    assert len(links) > len(core.criteria) and set(links) <= set(re.findall(r' id="([^"]+)"', html))
    assert html.count('<section class="article">') == html.count("</section>")


def test_a_standard_with_every_odd_key_still_has_a_handbook() -> None:
    measure = 'measure = { unit = "per <b>", better = "more", cuts = ["0.5", "2"] }'
    keys = f'na_when = "x", weight = 7, key = "OLD-1", kinds = ["transit"], guidance = "look & see", {measure}'
    text = SMALL.replace('na_when = "no ground floor"', keys)
    odd = Standard.model_validate(tomli.loads(text.replace('rights_area = "RGT"', "")))
    page = write(handbook(odd, Words()), ".txt").decode()
    for said in ("Weight: 7", "OLD-1", "transit shelter", "at least 0.5 → 1; at least 2 → 2", "per <b>", "look & see"):
        assert re.sub(" +", " ", said) in re.sub(" +", " ", page), said
    assert "Rights before money" not in page
