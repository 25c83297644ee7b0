"""The poster for residents: one page, every language, nobody named, and no number of anybody."""

import re
from html.parser import HTMLParser

import pytest

from ssi.reports.poster import blocks, poster
from ssi.words import KNOWN_LANGUAGES, Words


@pytest.mark.parametrize("language", KNOWN_LANGUAGES)
def test_it_says_everything_in_every_language(language: str) -> None:
    words = Words(language)
    page = poster(words).decode()
    HTMLParser().feed(page)
    assert f'<html lang="{language}">' in page
    for block in blocks(words):
        assert all(text in page for text in (block.heading, *block.sentences, *block.blanks))
    assert page.count("<svg") == page.count('aria-hidden="true"') == len(blocks(words))
    assert page.count('class="blank"') == 3  # when they come, and two ways to complain
    assert ("<footer>" in page) == (language != "en")
    assert words.about_translation in page


def test_it_holds_no_number_and_loads_nothing() -> None:
    page = poster(Words()).decode()
    body = page[page.index("<body>") :]
    assert not re.search(r"\d", re.sub(r"<svg.*?</svg>|<h\d>|</h\d>", "", body, flags=re.DOTALL))
    assert "http" not in page and "<img" not in page and "<script" not in page


def test_every_block_has_a_drawing_of_its_own() -> None:
    drawn = [re.sub(r"\s", "", each) for each in re.findall(r"<svg.*?</svg>", poster(Words()).decode(), re.DOTALL)]
    assert len({*drawn}) == len(drawn) and all("<path" in each for each in drawn)
