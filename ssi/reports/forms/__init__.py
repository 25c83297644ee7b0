"""Blank common forms for shelters: FORMS, one line each. Paper only.

Never read back and never filled in by `ssi`: what is written on them is a person's, and no record of a resident enters
this program. A form asks for a file code, never for a resident's name; what ties the two lies locked elsewhere.

They are our own wording of what shelters need in common, after the seven guiding principles for work with trafficked
people (no harm, safety, consent, confidentiality, interpreters, referral, help) and the principles of data protection
that the International Organization for Migration works by: a stated purpose, no more than is needed, consent, a limit
in time, who may see it, how the person sees and mends it, and to whom they can complain.
"""

from collections.abc import Callable
from typing import NamedTuple

from ssi.document import Cell, Document, Note, Paragraph, table
from ssi.reports.forms import arriving, consenting, leaving, visiting
from ssi.words import Words


class Form(NamedTuple):
    """A form by the name that one types, and what makes its page in one language."""

    name: str
    page: Callable[[Words], Document]


FORMS: tuple[Form, ...] = (
    Form("consent", consenting.consent),
    Form("intake", arriving.intake),
    Form("needs", arriving.needs),
    Form("care-plan", arriving.care_plan),
    Form("referral", leaving.referral),
    Form("exit", leaving.leaving),
    Form("confidentiality", visiting.confidentiality),
    Form("visit-letter", visiting.visit_letter),
)


def forms_page(words: Words) -> Document:
    """The list of the forms: name, title, what each is for."""
    pages = [(each.name, each.page(words)) for each in FORMS]
    heads = (words("Name"), words("Form"), words("What it is for"))
    rows = [(Cell(name, "id"), Cell(page.title), Cell(page.subtitle)) for name, page in pages]
    how = words(
        "To print them: ssi forms --to FOLDER writes all, ssi forms NAME --to FILE one (.html, .docx, .pdf, .md)."
    )
    paper = words("Paper only: what is written on a form never goes into ssi.")
    return Document(
        words("Common forms"),
        (table(heads, rows), Paragraph(how), Note("caution", paper)),
        language=words.language,
    )
