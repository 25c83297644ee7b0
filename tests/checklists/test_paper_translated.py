"""The paper sheet in another language: what is a draft never stands without its source text."""

import re
from html import escape

from ssi.checklists.writers.paper import paper
from ssi.model import Texts, texts_of
from ssi.standards.translating import arranged, completed
from ssi.words import Words
from tests.making import SMALL, standard

WORDS = Words("km")
DRAFT = (
    "The standard's texts in {language} are a draft translation that nobody has confirmed. "
    "The source text beside each decides."
)


def sheet(status: str, *, changed: bool = False, left_out: str = "") -> str:
    """A sheet in Khmer; every text is translated but `left_out`, and one source may have changed since."""
    base = standard()
    texts = {key: f"ខ្មែរ-{key}" for key in texts_of(base) if key != left_out}
    made = completed(arranged(base, "km", texts, {}, status=status, reviewed_by="unit"), base, texts_of(base))
    now = standard(SMALL.replace("A fence", "A wall")) if changed else base
    return paper(now.checklist("long-term", children=True), language="km", texts=Texts(now, made)).decode()


def test_every_text_of_a_draft_stands_beside_its_source() -> None:
    page, sources = sheet("draft"), texts_of(standard())
    for key, source in sources.items():
        assert f'ខ្មែរ-{key}<span class="source" lang="en">{source}</span>' in page, key
    assert escape(WORDS(DRAFT, language="ខ្មែរ")) in page
    assert f"{WORDS('draft translation')}: km" in page.split("</thead>")[0]


def test_what_was_reviewed_stands_alone() -> None:
    page = sheet("reviewed")
    assert "ខ្មែរ-SAF-01.text" in page
    assert 'class="source"' not in page and escape(WORDS(DRAFT, language="ខ្មែរ")) not in page


def test_a_reviewed_text_whose_source_changed_shows_the_source_again() -> None:
    page = sheet("reviewed", changed=True)
    assert re.findall(r'<span class="source" lang="en">([^<]*)</span>', page) == ["A wall"]
    older = "Where a source text stands beside it, the text in {language} is older. The source decides."
    assert escape(WORDS(older, language="ខ្មែរ")) in page


def test_what_is_not_translated_is_in_the_language_of_the_standard() -> None:
    page = sheet("reviewed", left_out="SAF-03.anchors.1")
    assert '<b>1</b> <span lang="en">b</span>' in page
    assert '<div class="what">' in page and '<html lang="km">' in page
