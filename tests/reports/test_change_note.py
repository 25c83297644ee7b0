"""The page on what changed, and the change note for shelters: what they say, in which language, how it is marked."""

from collections.abc import Sequence

import pytest

from ssi.document import Bullets, Cell, Document, Heading, Note, Paragraph, Table
from ssi.findings.difference import Comment
from ssi.model import Standard, Texts, Translation
from ssi.reports.change_note import change_note
from ssi.reports.changes import Sides, marked
from ssi.reports.difference import difference_page
from ssi.standards.difference import difference
from ssi.words import Words
from tests.making import SMALL, standard

OLD = standard()
NEW = SMALL.replace('version = "1.0.0"', 'version = "2.0.0"').replace("A fence", "A fence of 2 m")
CHANGED = standard(
    NEW.replace('"Staff day and night", anchors = ["a",', '"Staff day and night", anchors = ["none",')
    .replace('{ id = "SAF-03", class = "desired", text = "A drill"', '{ id = "SAF-04", class = "must", text = "A lamp"')
    .replace('na_when = "no play", ', "")
)
COMMENTS = (
    Comment("C1", "SAF-04", "Office North", "Too dear", "The fund pays", "partly"),
    Comment("C2", "", "Office North", "Good", "", "open"),
)
ENGLISH = Words("en")


def said(page: Document) -> str:
    """All that the page says."""
    parts: list[str] = [page.title, page.subtitle]
    for each in page.blocks:
        if isinstance(each, Heading | Paragraph | Note):
            parts.append(each.text)
        elif isinstance(each, Bullets):
            parts += each.items
        elif isinstance(each, Table):
            parts += [each.caption, *(str(cell.value) for row in each.rows for cell in row)]
    return "\n".join(parts)


def note(new: Standard = CHANGED, words: Words = ENGLISH, texts: Texts | None = None, day: str = "",
         comments: Sequence[Comment] = ()) -> Document:  # fmt: skip
    found = difference(OLD, new)
    return change_note(found, Texts(OLD), texts or Texts(new), words, in_force=day, comments=comments)


def rows_under(page: Document, heading: str) -> list[tuple[Cell, ...]]:
    at = next(at for at, each in enumerate(page.blocks) if isinstance(each, Heading) and each.text == heading)
    tables = [each for each in page.blocks[at:] if isinstance(each, Table)]
    return list(tables[0].rows)


def test_the_note_says_what_is_new_stricter_and_gone() -> None:
    page = note()
    assert [cell.value for cell in rows_under(page, "What is new for you")[0]] == ["SAF-04", "A lamp", "c",
                                                                                   "every shelter"]  # fmt: skip
    assert [row[0].value for row in rows_under(page, "What is stricter")] == ["CHD-01"]
    assert [row[0].value for row in rows_under(page, "Figures that differ")] == ["SAF-02"]
    assert [row[0].value for row in rows_under(page, "What is asked less, or no longer")] == ["SAF-03"]
    assert "Said in better words; nothing more and nothing less is asked: SAF-01." in said(page)
    assert "5 of the 6 asked before can be compared" in said(page) and "Not these: SAF-03" in said(page)


def test_the_day_in_force_stands_where_it_is_known() -> None:
    assert "From 1 Jan 2027 on small 2.0.0 holds" in said(note(day="2027-01-01"))
    assert "The day from which it holds is not yet fixed." in said(note())


def test_nothing_is_said_to_change_where_nothing_does() -> None:
    assert "Nothing changes" in said(note(OLD))


def test_the_consultation_stands_in_the_note_with_its_open_comments() -> None:
    text = said(note(comments=COMMENTS))
    assert "2 comments from 1 office: open 1, partly accepted 1." in text
    assert "Not yet answered: C2." in text
    assert "The fund pays" in text


def test_the_note_in_another_language_uses_the_translation_and_says_what_is_a_draft() -> None:
    french = Translation(format=1, standard="small 2.0.0", language="fr", status="draft", title="ស្តង់ដារ",
                        criterion=({"id": "SAF-04", "text": "ចង្កៀង", "anchors": ("ក", "ខ", "គ")},))  # type: ignore[arg-type]  # fmt: skip
    page = note(words=Words("fr"), texts=Texts(CHANGED, french))
    row = rows_under(page, "What is new for you")[0]
    assert [(cell.value, cell.lang) for cell in row[1:3]] == [("ចង្កៀង", ""), ("គ", "")]
    stricter = rows_under(page, "What is stricter")[0]
    assert stricter[1] == Cell("A play space", lang="en")
    assert "is a draft" in said(page)
    assert "not translated here" in said(note(words=Words("fr")))


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ("within 14 days, at night", "within 7 days, at night", ("within [14] days, at night",
                                                                 "within [7] days, at night")),
        ("a fence", "a sound fence", ("a fence", "a [sound] fence")),
        ("一四天内", "一七天内", ("一[四]天内", "一[七]天内")),
        ("a", "quite another thing", ("a", "quite another thing")),
        ("", "new", ("", "new")),
    ],
)  # fmt: skip
def test_the_words_that_differ_are_marked(before: str, after: str, marks: tuple[str, str]) -> None:
    assert marked(before, after) == marks


def test_the_page_names_the_version_and_what_must_be_judged() -> None:
    found = difference(OLD, CHANGED)
    text = said(difference_page(found, Texts(OLD), Texts(CHANGED), ENGLISH))
    assert "These changes need a major version: 2.0.0 or later. The file says 2.0.0." in text
    assert "Figures differ in texts of SAF-02." in text
    assert "A fence of [2 m]" not in text and "A fence [of 2 m]" in text
    assert "The criterion is dropped." in text
    small = said(difference_page(found, Texts(OLD), Texts(CHANGED), ENGLISH, whole=False))
    assert "A fence [of 2 m]" not in small and "--to changes.html" in small


def test_a_version_that_claims_too_little_leads_the_page() -> None:
    new = CHANGED.model_copy(update={"version": "1.0.1"})
    page = difference_page(difference(OLD, new), Texts(OLD), Texts(new), ENGLISH)
    first = page.blocks[0]
    assert isinstance(first, Note) and first.kind == "urgent" and "too small" in first.text


def test_every_change_is_drawn_with_both_of_its_sides() -> None:
    found = difference(OLD, CHANGED)
    sides = Sides(found, Texts(OLD), Texts(CHANGED), ENGLISH)
    drawn = {each.id: [cell.value for cell in sides.texts(each)] for each in found.changes}
    assert drawn["SAF-04"] == [None, "A lamp"]
    assert drawn["SAF-03"] == ["A drill", None]
    assert drawn["CHD-01"] == ["no play", None]
