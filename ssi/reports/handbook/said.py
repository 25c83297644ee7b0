"""How a text of the standard stands in the handbook: with its language, and beside its source text while it is a draft.

Never translates and never leaves a text out.
"""

from collections.abc import Mapping
from fractions import Fraction

from ssi.document import Cell, Paragraph
from ssi.model import Kind, Method
from ssi.model.translation import Said, Texts
from ssi.reports.method import plain
from ssi.words import KNOWN_LANGUAGES, Words


def cells(said: Said, texts: Texts, lead: str = "") -> tuple[Cell, ...]:
    """The text, and below it the source text where the text is a draft. `lead` stands before both."""
    own = Cell(f"{lead}{said.text}", lang=said.language)
    return (own, Cell(f"{lead}{said.source}", "text", "quiet", texts.standard.language)) if said.source else (own,)


def source_line(said: Said, texts: Texts) -> tuple[Paragraph, ...]:
    """The source text as a paragraph of its own, to stand under a heading that is a draft."""
    return (Paragraph(said.source, "quiet", texts.standard.language),) if said.source else ()


def label(texts: Texts, value: int) -> str:
    """A level with its name: "2 met"; with the source name too while the translation is a draft."""
    said = texts(f"scale.{value}.label")
    return f"{value} {said.text} ({said.source})" if said.source else f"{value} {said.text}"


def language_name(code: str) -> str:
    return KNOWN_LANGUAGES.get(code, code)


def kinds(words: Words) -> Mapping[Kind, str]:
    return {
        "transit": words("transit shelter"),
        "short-term": words("short-term shelter"),
        "long-term": words("long-term shelter"),
        "community": words("community shelter"),
    }


def methods(words: Words) -> Mapping[Method, str]:
    return {
        "observe": words("look (observe)"),
        "measure": words("measure or count (measure)"),
        "staff": words("ask staff (staff)"),
        "resident": words("listen to residents who agree (resident)"),
        "document": words("read documents (document)"),
    }


def number(value: Fraction, words: Words) -> str:
    return plain(value, words)
