"""The cover: which standard this is, of which version, and whether anybody has adopted it.

Never says "in force" on a day: the cover is printed once, the day comes later. It gives the date.
"""

from collections.abc import Iterator

from ssi.document import Block, Cell, Facts, Note, Paragraph
from ssi.model import Standard
from ssi.model.adoption import Adoption
from ssi.model.translation import Texts
from ssi.reports.handbook.said import language_name, source_line
from ssi.words import Words


def file_status(standard: Standard, words: Words) -> str:
    return {"draft": words("draft"), "released": words("released")}[standard.status]


def cover(texts: Texts, words: Words, adoption: Adoption | None) -> Iterator[Block]:
    standard = texts.standard
    yield from source_line(texts("title"), texts)
    if adoption is None:
        yield Note("caution", words("No authority has adopted this standard. It binds nobody."))
    else:
        yield Note(
            "good",
            words(
                "Adopted by {authority}: {instrument}. In force from {date}.",
                authority=adoption.authority,
                instrument=adoption.instrument,
                date=words.date(adoption.in_force.isoformat()),
            ),
        )
    if standard.overlay:
        base = standard.overlay.extends
        yield Paragraph(words("It rests on {base}; an annex lists all that differs from it.", base=base))
    if texts.translation:
        yield from _translated(texts, words)
    yield Facts(tuple(_facts(texts, words, adoption)))


def _translated(texts: Texts, words: Words) -> Iterator[Block]:
    assert texts.translation
    name = language_name(texts.language)
    if texts.translation.draft:
        yield Note(
            "caution",
            words(
                "The texts in {language} are a draft translation that nobody has reviewed. The source text stands "
                "beside each of them, and only the source text counts.",
                language=name,
            ),
        )


def _facts(texts: Texts, words: Words, adoption: Adoption | None) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    standard = texts.standard
    status = {
        "draft": words("draft: it may still change"),
        "released": words("released: this version never changes again"),
    }[standard.status]
    yield words("Standard"), (Cell(standard.id, "id"),)
    yield words("Version"), (Cell(standard.version, "id"),)
    yield words("Status of the file"), (Cell(status),)
    if adoption:
        yield words("Adopted on"), (Cell(adoption.adopted.isoformat(), "date"),)
        yield words("In force from"), (Cell(adoption.in_force.isoformat(), "date"),)
    if standard.authority:
        yield words("Authority, as the file says"), (Cell(standard.authority, lang=standard.language),)
    yield words("Language of the source text"), (Cell(language_name(standard.language)),)
    if texts.translation:
        yield words("Language of this handbook"), (Cell(language_name(texts.language), lang=texts.language),)
    if standard.licence:
        yield words("Licence"), (Cell(standard.licence),)
