"""The scoring sheet as an XLSForm: a workbook that KoboToolbox and ODK Central turn into a form for Android phones.

Never checks the form by itself: the tests give it to pyxform and to ODK Validate. Its `version` is that of the standard
with the beginning of its hash, and a hidden answer (`ssi_form`) says the same, because KoboToolbox puts a version of
its own in the place of the first. What a question is called stands in `ssi.checklists.phone`, what it asks in
`form_visit` and `form_criteria`.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain

import xlsxwriter

from ssi.checklists.phone import FORM, form_of, form_version, xml_name
from ssi.checklists.writers.form_choices import choices
from ssi.checklists.writers.form_criteria import criterion
from ssi.checklists.writers.form_rows import Form, Row
from ssi.checklists.writers.form_texts import Lines, Speech, refuse_missing
from ssi.checklists.writers.form_visit import before, end, interviews, visit
from ssi.model import Checklist, Texts, Visit

_TEXTS = ("label", "hint", "constraint_message")
_SURVEY = (
    *("type", "name", "label", "hint", "relevant", "constraint", "constraint_message", "required", "calculation"),
    *("appearance", "default"),
)
_MADE = datetime(2000, 1, 1)  # of no meaning: the same form gives the same bytes  # noqa: DTZ001
Cells = Sequence[str | Lines]


def xlsform(
    checklist: Checklist,
    *,
    shelter: str = "",
    round: str = "",
    visits: Sequence[Visit] = (),
    languages: Sequence[Texts] = (),
) -> bytes:
    """The form as the bytes of an .xlsx file. `languages` are the standard's texts in each language that the form has,
    the one it opens in first; none = the standard's own. `visits` are this shelter's in this round. Raises SsiError: a
    language that lacks texts, names that two questions would share."""
    spoken = tuple(languages) or (Texts(checklist.standard),)
    refuse_missing(checklist, spoken)
    assessors = tuple(dict.fromkeys(each.assessor for each in visits if each.assessor))
    form = Form(checklist, Speech(spoken), round, shelter, assessors)
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        book.set_properties({"title": str(checklist.standard), "created": _MADE})
        rows: list[Cells] = [[getattr(row, each) for each in _SURVEY] for row in _survey(form)]
        _sheet(book, "survey", _SURVEY, rows, form.words)
        options: list[Cells] = [[each.list_name, each.name, each.label] for each in choices(checklist, form.words)]
        _sheet(book, "choices", ("list_name", "name", "label"), options, form.words)
        settings = _settings(form)
        _sheet(book, "settings", tuple(settings), [[*settings.values()]], form.words)
    return page.getvalue()


def _survey(form: Form) -> Iterator[Row]:
    yield Row("calculate", FORM, calculation=f"'{form_of(form.checklist.standard)}'")
    yield from visit(form)
    yield from before(form)
    for area, criteria in form.areas:
        yield Row("begin_group", xml_name(area.id), form.words.said(f"area.{area.id}.title", f"{area.id} "))
        for each in criteria:
            yield from criterion(form, each)
        yield Row("end_group", xml_name(area.id))
    yield from interviews(form)
    yield from end(form)


def _settings(form: Form) -> dict[str, str]:
    """A form of its own for each visit, so that two shelters' forms on one server are not one form's two versions."""
    standard, where = form.checklist.standard, [form.round, form.shelter]
    if not form.shelter:
        where = [form.checklist.kind, *(["children"] if form.checklist.children else [])]
    return {
        "form_title": " ".join([*where, str(standard)]),
        "form_id": "-".join([standard.id, *where]),
        "version": form_version(standard),
        "default_language": form.words.columns[0],
        "instance_name": "concat(${ssi_round}, ' ', ${ssi_shelter}, ' ', ${ssi_assessor})",
        "style": "pages",
    }


def _sheet(book: xlsxwriter.Workbook, name: str, columns: Sequence[str], rows: Iterable[Cells], speech: Speech) -> None:
    """A sheet with a column for each language of what people read; everything as text, nothing as a formula."""
    sheet = book.add_worksheet(name)
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    heads = chain.from_iterable(_heads(each, speech) for each in columns)
    for at, head in enumerate(heads):
        sheet.write_string(0, at, head, bold)
        sheet.set_column(at, at, 40 if "::" in head else 18)
    for line, cells in enumerate(rows, 1):
        spread = chain.from_iterable(_spread(cell, speech) for cell in cells)
        for at, text in enumerate(spread):
            if text:
                sheet.write_string(line, at, text, wrap)
    sheet.freeze_panes(1, 2)


def _heads(column: str, speech: Speech) -> list[str]:
    return [f"{column}::{each}" for each in speech.columns] if column in _TEXTS else [column]


def _spread(cell: str | Lines, speech: Speech) -> Sequence[str]:
    if isinstance(cell, str):
        return (cell,)
    return cell or ("",) * len(speech.languages)
