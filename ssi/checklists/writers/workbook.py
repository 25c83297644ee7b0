"""The scoring sheet as a workbook (.xlsx) to fill in at a desk: one sheet an assessor, one for the visit, one to read.

Never holds a score, a name or an address. The same checklist is the same workbook, byte for byte. The hidden sheet
`ssi` says what it was made for, so that `ssi load` knows it again and can name what differs where the standard has
changed.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

import xlsxwriter

from ssi.checklists.before import before_the_visit
from ssi.checklists.scoring_sheet import (
    COLUMNS,
    FACTS,
    FORMAT,
    HEADINGS,
    IDENTITY,
    MARK,
    PART,
    READ_ME,
    READY,
    TALKS,
    TICK,
    VISIT,
    VISIT_COLUMNS,
    VISIT_HEADINGS,
    Identity,
    parts_of,
)
from ssi.checklists.writers.office import MADE, text_height
from ssi.checklists.writers.workbook_sheet import AssessorSheet, Looks, Visit, lock_and_print
from ssi.checklists.writers.workbook_texts import about_draft, cells_of
from ssi.model import Checklist, Interviews, Standard, Texts
from ssi.model import Visit as PlannedVisit
from ssi.words import Words

ASSESSORS = 3  # sheets of a blank form; a team is two or three
_NAME = 31  # characters of a sheet's name
_WIDE = (12.0, 84.0, 34.0)  # columns of the sheet visit


def scoring_workbook(
    checklist: Checklist,
    *,
    shelter: str = "",
    round: str = "",
    visits: Sequence[PlannedVisit] = (),
    interviews: Interviews | None = None,
    language: str = "",
    texts: Texts | None = None,
    programme: str = "",
) -> bytes:
    """The workbook. `visits` are this shelter's in this round: a sheet for each assessor; without any, blank ones.
    `language` is that of the program's words, `texts` the standard's in that language. `interviews` is not used: they
    are counted by the team that fills it in."""
    del interviews
    standard = checklist.standard
    words = Words(language or standard.language)
    said = texts or Texts(standard)
    sheets = _sheets([each.assessor for each in visits])
    identity = Identity(
        programme, round, shelter, str(standard), standard.sha256, standard.resolved_sha256, sheets,
        _told_apart(_headings(words)), _told_apart(_visit_headings(words)), parts_of(standard),
    )  # fmt: skip
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": str(standard), "created": MADE})
        book.set_size(2400, 1500)
        draw = _Draw(book, words, identity, standard)
        about = about_draft(said, words)
        draw.read_me(about)
        cells = draw.visit(next((each.date for each in visits if each.date), ""))
        areas = cells_of(checklist, said, words)
        for name, assessor in sheets.items():
            sheet = AssessorSheet(book.add_worksheet(name), draw.looks, words, standard)
            sheet.draw(Visit(shelter, round, assessor, cells, said.language if about else ""), areas, identity.headings)
        draw.identity()
    return page.getvalue()


def _sheets(assessors: Sequence[str]) -> dict[str, str]:
    """Sheet → assessor. A code names its sheet, unless a spreadsheet program would not take it."""
    names: dict[str, str] = {}
    numbers = count(1)
    taken = {READ_ME, VISIT, IDENTITY, "history"}
    for code in dict.fromkeys(assessors or [""] * ASSESSORS) if assessors else [""] * ASSESSORS:
        fit = bool(code) and len(code) <= _NAME and code.casefold() not in taken and not set(code) & set("[]:*?/\\'")
        name = code if fit else f"assessor {next(numbers)}"
        taken.add(name.casefold())
        names[name] = code
    return names


def _headings(words: Words) -> dict[str, str]:
    headings = (
        words("id"), words("Criterion"), words("Level descriptions"), words("Level"), words("observe"),
        words("measure"), words("staff"), words("resident"), words("document"), words("Value"),
        words("Note, or reason of NA"), words("Weight"), words("At most, from papers alone"),
    )  # fmt: skip
    return dict(zip(COLUMNS, headings, strict=True))


def _visit_headings(words: Words) -> dict[str, str]:
    return dict(zip(VISIT_COLUMNS, (words("id"), words("The visit"), words("Answer")), strict=True))


def _told_apart(headings: Mapping[str, str]) -> dict[str, str]:
    """No two columns under one heading, whatever a translation says."""
    seen: list[str] = [each.casefold() for each in headings.values()]
    return {key: f"{text} ({key})" if seen.count(text.casefold()) > 1 else text for key, text in headings.items()}


class _Draw:
    """The sheets beside those of the assessors."""

    def __init__(self, book: xlsxwriter.Workbook, words: Words, identity: Identity, standard: Standard) -> None:
        self.book, self.words, self.made, self.standard = book, words, identity, standard
        self.looks = Looks(book, words.language)

    def read_me(self, draft: str) -> None:
        sheet = self.book.add_worksheet(READ_ME)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 100)
        sheet.write_string(0, 0, self.words("Scoring sheet"), self.looks.of(bold=True, font_size=14, text_wrap=False))
        told = [*_how_to(self.words, self.standard), *([(self.words("Translation"), draft)] if draft else [])]
        for row, (what, text) in enumerate(told, 2):
            sheet.write_string(row, 0, what, self.looks.of(bold=True))
            sheet.write_string(row, 1, text, self.looks.of())
            sheet.set_row(row, 8 + text_height(text, 100, self.words.language))
        lock_and_print(sheet, self.standard, 0)

    def visit(self, date: str) -> dict[str, str]:
        """The sheet of the team → where it has the shelter and the round."""
        sheet = self.book.add_worksheet(VISIT)
        head = self.looks.of(bold=True, bg_color="#DCE6E4", bottom=1)
        for at, (key, width) in enumerate(zip(VISIT_COLUMNS, _WIDE, strict=True)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, self.made.visit_headings[key], head)
        given = {"shelter": self.made.shelter, "round": self.made.round, "date": date}
        rows = list(_visit_rows(self.words))
        for row, (key, label) in enumerate(rows, 1):
            sheet.write_string(row, 0, key, self.looks.cell(font_color="#555555"))
            sheet.write_string(row, 1, label, self.looks.cell())
            sheet.set_row(row, 4 + text_height(label, _WIDE[1], self.words.language))
            asked = self.looks.answer(num_format="General" if key in TALKS else "@")
            if given.get(key):
                sheet.write_string(row, 2, given[key], asked if key == "date" else self.looks.cell(bold=True))
            else:
                sheet.write_blank(row, 2, None, asked)
        ready = [row for row, (key, _) in enumerate(rows, 1) if key.startswith(READY)]
        sheet.data_validation(ready[0], 2, ready[-1], 2, {"validate": "list", "source": [TICK]})
        talks = [row for row, (key, _) in enumerate(rows, 1) if key in TALKS]
        whole = {"validate": "integer", "criteria": ">=", "value": 0}
        sheet.data_validation(talks[0], 2, talks[-1], 2, whole)
        sheet.freeze_panes(1, 0)
        lock_and_print(sheet, self.standard, 0)
        return {"shelter": f"{VISIT}!$C$2", "round": f"{VISIT}!$C$3"}

    def identity(self) -> None:
        sheet = self.book.add_worksheet(IDENTITY)
        for row, cells in enumerate(_identity_rows(self.made)):
            for at, cell in enumerate(cells):
                sheet.write_string(row, at, cell)
        sheet.protect()
        sheet.very_hidden()


def _identity_rows(made: Identity) -> Iterator[tuple[str, ...]]:
    yield MARK, FORMAT
    for name in ("programme", "round", "shelter", "standard", "sha256", "resolved"):
        yield name, str(getattr(made, name))
    yield from (("sheet", name, assessor) for name, assessor in made.assessors.items())
    yield from ((HEADINGS, key, text) for key, text in made.headings.items())
    yield from ((VISIT_HEADINGS, key, text) for key, text in made.visit_headings.items())
    yield from ((PART, key, text) for key, text in made.parts.items())


def _visit_rows(words: Words) -> Iterator[tuple[str, str]]:
    yield "shelter", words("Shelter, by its code")
    yield "round", words("Round")
    facts = (
        words("Date of the visit: year, month, day, as in 2026-03-01"),
        words("Language in which the team talked with people"),
        words("Interpreter: none, or a code; never a name"),
        words("Conflicts of interest: none, or the codes of those concerned; never a name"),
    )
    yield from zip(FACTS, facts, strict=True)
    talks = (
        words("How many residents were asked to talk"),
        words("How many agreed"),
        words("How many declined"),
    )
    yield from zip(TALKS, talks, strict=True)
    for number, line in enumerate(before_the_visit(words), 1):
        yield f"{READY} {number}", line


def _how_to(words: Words, standard: Standard) -> tuple[tuple[str, str], ...]:
    what = words(
        "The scoring sheet of {standard}. Each assessor has a sheet of their own; the sheet visit is the team's.",
        standard=standard,
    )
    fill = words(
        "Write in the white cells. Choose the level from the list: begin at the highest description and go down to"
        " the first of which every part is true. Mark with x how it was seen; the methods that suit are green."
    )
    unseen = words(
        "Leave the level blank, or choose NS: not seen. NS declined: residents did not wish to talk. NA, not"
        " applicable, is in the list only where the standard allows it, and needs its reason in the note."
    )
    notes = words(
        "Say what you saw, in few words. Never a name, an address or a telephone number, and never what one"
        " resident said or did."
    )
    percent = words(
        "The percent on a sheet is reckoned from that sheet alone. It is not official: the result is what ssi score"
        " says of the whole team's sheets once the round is closed."
    )
    kept = words(
        "No formulas in the white cells, no merged cells, no hidden rows or columns. Leave the ids and the headings"
        " as they are. Do not copy a sheet into another workbook: take the workbook of that visit."
    )
    back = words(
        "ssi load FILE.xlsx   It also reads the workbook when LibreOffice has saved it as .ods. It names every fault"
        " by sheet, row and column, and takes nothing until all is well. An assessor's sheet may be filled in in one"
        " workbook only; sheets that are left blank are passed over."
    )
    return (
        (words("What this is"), what),
        (words("How to fill it in"), fill),
        (words("What nobody saw"), unseen),
        (words("Notes"), notes),
        (words("The percent"), percent),
        (words("What may not be done"), kept),
        (words("Back into the program"), back),
    )
