"""The common forms: each has what a form about a person needs, and none asks for a resident's name."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any

import pytest

from ssi.document import Blank, Document, Heading, Ticks
from ssi.reports.forms import FORMS, Form, forms_page
from ssi.reports.writers import write
from ssi.words import Words

WORDS = Words("en")
OF_A_PERSON = [each for each in FORMS if each.name not in ("confidentiality", "visit-letter")]
EVERY = pytest.mark.parametrize("form", FORMS, ids=lambda each: each.name)
ABOUT = pytest.mark.parametrize("form", OF_A_PERSON, ids=lambda each: each.name)


def texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def whole(page: Document) -> str:
    return "\n".join(texts(page.blocks))


def asked(page: Document) -> list[str]:
    """Whatever stands before a line to write on or beside a box to tick."""
    blanks = [label for each in page.blocks if isinstance(each, Blank) for label in each.labels]
    return blanks + [text for each in page.blocks if isinstance(each, Ticks) for text in (each.label, *each.items)]


def test_the_forms_are_those_that_shelters_have_in_common() -> None:
    assert {each.name for each in FORMS} == {
        "intake", "needs", "care-plan", "referral", "exit", "consent", "visit-letter", "confidentiality",
    }  # fmt: skip


@ABOUT
def test_a_form_about_a_person_has_what_it_must_have(form: Form) -> None:
    page = form.page(WORDS)
    text, written = whole(page), asked(page)
    assert "File code, never a name" in written
    for needed in ("Who may see this form, and how long it is kept", "Destroy on (date)", "Whom to complain to",
                   "have a copy", "locked", "signature, mark or thumbprint", "Interpreter", "For a child"):  # fmt: skip
        assert needed in text, needed
    assert re.search(r"costs (you )?nothing", text) and re.search(r"taken? back|take a yes back", text)


@ABOUT
def test_consent_comes_before_anything_that_is_asked_of_the_person(form: Form) -> None:
    page = form.page(WORDS)
    headings = [each.text for each in page.blocks if isinstance(each, Heading)]
    assert headings[0] in ("Before anything is written", "Read aloud to the person")


@EVERY
def test_no_form_asks_for_a_name_a_birthday_an_address_or_a_story(form: Form) -> None:
    for label in asked(form.page(WORDS)):
        if re.search(r"\bname\b", label, re.IGNORECASE):
            assert "never" in label, label
        for word in re.findall(r"birth|\baddress\b|nationality|what happened", label, re.IGNORECASE):
            assert f"no {word}" in label, label


@EVERY
def test_words_are_respectful(form: Form) -> None:
    text = whole(form.page(WORDS)).casefold()
    for word in ("victim", "inmate", "prostitut", "illegal", "beneficiar", "rescue", "subject to", " case "):
        assert word not in text, word


@EVERY
def test_a_form_says_that_it_is_paper_only_and_can_be_signed(form: Form) -> None:
    page = form.page(WORDS)
    assert "Paper only" in whole(page) and "never type it into ssi" in page.running[0]
    assert re.search("signature", whole(page), re.IGNORECASE) and "humbprint" in whole(page)
    assert "nterpreter" in whole(page) and re.search(r"\bno\b", whole(page))


@EVERY
@pytest.mark.parametrize("ending", [".html", ".docx", ".md", ".txt", ".json", ".pdf"])
def test_every_label_is_there_in_every_format(form: Form, ending: str) -> None:
    page = form.page(WORDS)
    shown = "".join(read(write(page, ending), ending).split())
    for label in asked(page):
        assert "".join(label.split()) in shown, label


def read(data: bytes, ending: str) -> str:
    if ending == ".docx":
        import docx

        return "\n".join(each.text for each in docx.Document(BytesIO(data)).paragraphs)
    if ending == ".pdf":
        from pypdf import PdfReader

        return "\n".join(each.extract_text() for each in PdfReader(BytesIO(data)).pages)
    if ending == ".html":
        from html import unescape

        return unescape(re.sub(r"<[^>]+>", "", data.decode()))
    return data.decode().replace("\\", "")


@EVERY
def test_a_form_is_at_most_two_leaves(form: Form) -> None:
    from pypdf import PdfReader

    assert len(PdfReader(BytesIO(write(form.page(WORDS), ".pdf"))).pages) <= 2


def test_the_list_names_every_form_and_says_what_it_is_for() -> None:
    shown = write(forms_page(WORDS), ".md").decode()
    for each in FORMS:
        assert f"| {each.name} |" in shown and each.page(WORDS).subtitle.split(",")[0] in shown


def test_an_untranslated_form_says_so() -> None:
    assert "not yet translated into fr" in write(FORMS[0].page(Words("fr")), ".html").decode()
