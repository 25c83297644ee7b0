"""The sheet's PDF, read back page by page: its standard on every page, each criterion whole on one page."""

import re
from io import BytesIO
from typing import Any

import pytest

from ssi.checklists.writers import write
from ssi.model import Checklist, Texts, Visit, texts_of
from ssi.standards.translating import arranged, completed
from ssi.typesetting import fonts
from tests.making import SMALL, standard

SHA = "0123456789abcdef" * 4
WORDS = {  # a word in each script, as one finds it in a dictionary
    "km": "របង", "lo": "ຮົ້ວ", "my": "ခြံစည်းရိုး", "th": "รั้ว", "vi": "hàng rào", "zh": "围栏",
}  # fmt: skip


def checklist(text: str = SMALL) -> Checklist:
    return standard(text).model_copy(update={"sha256": SHA}).checklist("long-term", children=True)


def long_one() -> Checklist:
    """Forty criteria more, each with level descriptions of two lines."""
    row = (
        '  {{ id = "SAF-{n}", class = "must", text = "Text {n}", anchors = ["worst {n} {long}", "b {n}", "best {n}"],'
        ' methods = ["staff"], remedy = "system" }},\n'
    )
    more = "".join(row.format(n=n, long="and so on " * 30) for n in range(10, 50))
    return checklist(SMALL.replace('remedy = "system" },\n]', f'remedy = "system" }},\n{more}]', 1))


def pages(here: Checklist, **visit: Any) -> list[str]:
    from pypdf import PdfReader

    data = write("sheet.pdf", here, **visit)
    return [" ".join(each.extract_text().split()) for each in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("by", ["area", "method"])
def test_the_standard_its_hash_and_the_page_stand_on_every_page(by: str) -> None:
    found = pages(long_one(), shelter="S01", round="R1", by=by)
    assert len(found) > 5
    for at, text in enumerate(found, 1):
        assert "small 1.0.0" in text and "sha256 0123456789ab" in text, at
        assert "Shelter S01" in text and "Round R1" in text
        assert text.endswith(f"{at} / {len(found)}")


@pytest.mark.parametrize("by", ["area", "method"])
def test_no_page_tears_a_criterion_apart(by: str) -> None:
    here = long_one()
    found = pages(here, by=by)
    for each in here.criteria:
        if re.fullmatch(r"SAF-[1-4]\d", each.id):
            number = each.id[-2:]
            on = [text for text in found if f"best {number}" in text]
            assert len(on) == 1 and f"worst {number}" in on[0] and f"Text {number}" in on[0], each.id


def test_every_text_of_every_criterion_is_there() -> None:
    here = checklist()
    text = " ".join(pages(here))
    for each in here.criteria:
        assert text.count(each.text) == 1
        assert not each.na_when or f"NA {each.na_when}" in text
    assert "No names, no stories" in text and "Before the visit" in text


def test_a_visit_fills_in_what_is_known() -> None:
    visits = [Visit(round="R1", shelter="S01", assessor=code, date="2026-03-07") for code in ("A02", "A05")]
    first = pages(checklist(), shelter="S01", round="R1", visits=visits)[0]
    assert "7 Mar 2026" in first and "A02, A05" in first and "ssi record S01 --as CODE" in first


@pytest.mark.parametrize("language", WORDS)
def test_a_draft_stands_beside_its_source_in_every_script(language: str) -> None:
    if fonts.missing(WORDS[language], fonts.found()):
        pytest.skip(f"no font for {language} on this machine")
    base, word = standard(), WORDS[language]
    own = {key: f"{word} {at}" for at, key in enumerate(texts_of(base))}
    made = completed(arranged(base, language, own, {}, status="draft"), base, texts_of(base))
    found = pages(base.checklist("long-term", children=True), language=language, texts=Texts(base, made))
    text = " ".join(found)
    for source in ("Staff day and night", "A fence", "A drill", "The stay is voluntary", "no ground floor"):
        assert source in text
    assert all(re.search(rf"\b{language}\b", each) for each in found)  # "draft translation: km", in any language


def test_the_same_sheet_is_the_same_bytes() -> None:
    assert write("a.pdf", checklist(), by="method") == write("b.PDF", checklist(), by="method")


def test_a_sign_in_a_text_is_not_taken_for_markup() -> None:
    odd = "#set page(1pt) $x$ *bold* @ref"
    text = " ".join(pages(checklist(SMALL.replace('"A fence"', f'"{odd}"'))))
    assert odd.replace(" ", "") in text.replace(" ", "")
