"""One assessor's sheet of a scoring workbook: a row a criterion, drop-downs, what may not be written in locked.

Never holds a score: it is written before the visit. Nothing that a person answers is a formula, and the formulas stand
in the row of an area and at the top, so that a row that somebody inserts moves them rightly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ssi.checklists.scoring_sheet import ABOVE, COLUMNS, TICK
from ssi.checklists.writers.live_percent import NOTHING, area_percent, scored_count, whole_percent
from ssi.checklists.writers.office import font_of
from ssi.checklists.writers.workbook_texts import LEVELS_WIDTH, TEXT_WIDTH, AreaCells, CriterionCells, Look, Piece
from ssi.model import METHODS, Standard
from ssi.words import Words

WIDTHS: Mapping[str, float] = {
    "id": 9, "criterion": TEXT_WIDTH, "levels": LEVELS_WIDTH, "level": 9, **dict.fromkeys(METHODS, 4.5),
    "value": 9, "note": 30, "weight": 6.5, "cap": 9,
}  # fmt: skip
AT = {key: at for at, key in enumerate(COLUMNS)}
LETTERS = {key: xl_col_to_name(at) for key, at in AT.items()}
HEAD = len(ABOVE)  # the row of the headings, from 0
WORDS_OF_LEVELS = ("NS", "NS declined")
_WHITE, _GREY, _HINT = "#FFFFFF", "#EFEFEC", "#F3F8EE"


class Looks:
    """The formats of one workbook; each is made once."""

    def __init__(self, book: xlsxwriter.Workbook, language: str) -> None:
        self.book, self.language = book, language
        self._made: dict[tuple[Any, ...], Format] = {}

    def of(self, language: str = "", **more: Any) -> Format:
        """A cell in this language (default: the workbook's), locked and wrapped unless said otherwise."""
        key = (language, *more.items())
        if key not in self._made:
            font = font_of(language or self.language)
            look: dict[str, Any] = {"font_name": font, "font_size": 10, "text_wrap": True, "valign": "top", **more}
            self._made[key] = self.book.add_format(look)
        return self._made[key]

    def cell(self, language: str = "", **more: Any) -> Format:
        """A cell of the table: on grey, with a line below."""
        return self.of(language, **{"bottom": 1, "bottom_color": "#BBBBBB", "bg_color": _GREY, **more})

    def answer(self, **more: Any) -> Format:
        """A cell to write in: white and not locked."""
        return self.cell(locked=False, **{"border": 1, "border_color": "#999999", "bg_color": _WHITE, **more})

    def piece(self, piece: Piece) -> Format:
        looks: Mapping[Look, dict[str, Any]] = {
            "plain": {},
            "strong": {"bold": True},
            "quiet": {"font_color": "#555555", "font_size": 9},
            "source": {"font_color": "#555555", "italic": True},
        }
        return self.of(piece.language, **looks[piece.look])


@dataclass(frozen=True, slots=True)
class Visit:
    """What the sheet is for; empty = to be written by hand. `visit_cells`: where the visit's sheet has the answer."""

    shelter: str
    round: str
    assessor: str
    visit_cells: Mapping[str, str]
    draft: str = ""  # the language of a draft translation


@dataclass
class AssessorSheet:
    """Draws one sheet."""

    sheet: Worksheet
    looks: Looks
    words: Words
    standard: Standard

    def draw(self, visit: Visit, areas: Sequence[AreaCells], headings: Mapping[str, str]) -> None:
        for key, at in AT.items():
            self.sheet.set_column(at, at, WIDTHS[key])
        self._headings(headings)
        row, percents = HEAD + 1, []
        for area in areas:
            percents.append((f"{LETTERS['level']}{row + 1}", area.weight))
            self._area(row, area)
            row += 1 + len(area.criteria)
        self._choices(areas)
        self._top(visit, row - 1)
        self.sheet.write_formula(0, AT["level"], whole_percent(percents), self._figure(), NOTHING)
        self.sheet.freeze_panes(HEAD + 1, AT["criterion"])
        lock_and_print(self.sheet, self.standard, HEAD)

    def _figure(self, **more: Any) -> Format:
        return self.looks.of(bold=True, num_format='0.0"%"', align="center", **more)

    def _top(self, visit: Visit, last: int) -> None:
        """Whose sheet it is, and what it comes to so far."""
        labels = (self.words("Shelter"), self.words("Round"), self.words("Assessor"))
        given = (visit.shelter, visit.round, visit.assessor)
        for row, (key, label, answer) in enumerate(zip(ABOVE, labels, given, strict=True)):
            self.sheet.write_string(row, 0, key, self.looks.of(font_color="#555555"))
            self.sheet.write_string(row, 1, label, self.looks.of(bold=True))
            if answer:
                self.sheet.write_string(row, 2, answer, self.looks.of(bold=True))
            elif key in visit.visit_cells:
                there = visit.visit_cells[key]
                self.sheet.write_formula(row, 2, f'=IF({there}="","",{there})', self.looks.of(bold=True), "")
            else:
                self.sheet.write_blank(row, 2, None, self.looks.answer(num_format="@"))
        flat = self.looks.of(text_wrap=False)
        level, behind = AT["level"], AT["level"] + 1
        self.sheet.write_string(0, behind, self.words("of this sheet alone: not official"), flat)
        count = scored_count(LETTERS, HEAD + 2, last + 1)
        self.sheet.write_formula(1, level, count, self.looks.of(bold=True, align="center"), 0)
        total = sum(1 for each in range(HEAD + 1, last + 1) if each not in self._area_rows)
        self.sheet.write_string(1, behind, self.words("of {count} criteria answered", count=total), flat)
        blank = self.words("A blank is NS: not seen.")
        draft = f" · {self.words('draft translation')}: {visit.draft}" if visit.draft else ""
        self.sheet.write_string(2, behind, blank + draft, flat)

    def _headings(self, headings: Mapping[str, str]) -> None:
        head: dict[str, Any] = {"bold": True, "bg_color": "#DCE6E4", "bottom": 1, "valign": "bottom"}
        for key, at in AT.items():
            upright: dict[str, Any] = {"rotation": 90, "align": "center"} if key in METHODS else {}
            self.sheet.write_string(HEAD, at, headings[key], self.looks.of(**head, **upright))
        self.sheet.set_row(HEAD, 84)
        self._area_rows: set[int] = set()

    def _area(self, row: int, area: AreaCells) -> None:
        look: dict[str, Any] = {"bold": True, "bg_color": "#E4E9F0"}
        self._area_rows.add(row)
        self.sheet.set_row(row, area.height)
        self.sheet.write_string(row, 0, area.area.id, self.looks.cell(**look))
        self._pieces(row, AT["criterion"], area.title, self.looks.cell(self._language(area.title), **look))
        for at in range(AT["levels"], len(AT)):
            self.sheet.write_blank(row, at, None, self.looks.cell(**look))
        rules, scale = self.standard.rules, self.standard.scale
        formula = area_percent(scale, rules, LETTERS, row + 2, row + 1 + len(area.criteria))
        figure = self.looks.cell(**look, num_format='0.0"%"', align="center")
        self.sheet.write_formula(row, AT["level"], formula, figure, NOTHING)
        for at, cells in enumerate(area.criteria, row + 1):
            self._criterion(at, cells)

    def _criterion(self, row: int, cells: CriterionCells) -> None:
        criterion, looks, sheet = cells.criterion, self.looks, self.sheet
        sheet.set_row(row, cells.height)
        sheet.write_string(row, 0, criterion.id, looks.cell(bold=True))
        self._pieces(row, AT["criterion"], cells.text, looks.cell(self._language(cells.text)))
        self._pieces(row, AT["levels"], cells.levels, looks.cell(self._language(cells.levels)))
        sheet.write_blank(row, AT["level"], None, looks.answer(bold=True, align="center", font_size=12))
        for each in METHODS:
            hint: dict[str, Any] = {"bg_color": _HINT} if each in criterion.methods else {}
            sheet.write_blank(row, AT[each], None, looks.answer(align="center", num_format="@", **hint))
        sheet.write_blank(row, AT["value"], None, looks.answer(align="right") if criterion.measure else looks.cell())
        sheet.write_blank(row, AT["note"], None, looks.answer(num_format="@"))
        sheet.write_number(row, AT["weight"], float(criterion.weight), looks.cell(align="center"))
        cap = self.standard.rules.cap_without_practice
        if criterion.practice and cap is not None:
            sheet.write_number(row, AT["cap"], cap, looks.cell(align="center"))
        else:
            sheet.write_blank(row, AT["cap"], None, looks.cell())

    def _language(self, pieces: Sequence[Piece]) -> str:
        return pieces[-1].language if len(pieces) == 1 else ""

    def _pieces(self, row: int, at: int, pieces: Sequence[Piece], look: Format) -> None:
        """Pieces of several looks in one cell."""
        parts: list[object] = []
        for number, each in enumerate(pieces):
            text = ("\n" if number and each.on else "") + each.text
            parts += [self.looks.piece(each), text]
        if len(pieces) > 1:
            self.sheet.write_rich_string(row, at, *parts, look)
        else:
            self.sheet.write_string(row, at, pieces[0].text, look)

    def _choices(self, areas: Sequence[AreaCells]) -> None:
        """The drop-downs: each rule once, for all the rows that it holds for."""
        rows: dict[str, list[int]] = {"plain": [], "na": [], "value": []}
        row = HEAD + 1
        for area in areas:
            for at, cells in enumerate(area.criteria, row + 1):
                rows["plain" if cells.criterion.na_when is None else "na"].append(at)
                if cells.criterion.measure:
                    rows["value"].append(at)
            row += 1 + len(area.criteria)
        levels = [str(each.value) for each in reversed(self.standard.scale)]
        told = {
            "input_title": self.words("Level")[:32],
            "error_title": self.words("Level")[:32],
            "error_message": self.words("Choose from the list. NA is there only where the standard allows it.")[:255],
        }
        reason = {"input_message": self.words("NA needs its reason in the note.")[:255]}
        self._rule(rows["plain"], ["level"], {"validate": "list", "source": [*levels, *WORDS_OF_LEVELS], **told})
        with_na = [*levels, "NA", *WORDS_OF_LEVELS]
        self._rule(rows["na"], ["level"], {"validate": "list", "source": with_na, **told, **reason})
        every = sorted(rows["plain"] + rows["na"])
        self._rule(every, METHODS, {"validate": "list", "source": [TICK]})
        self._rule(rows["value"], ["value"], {"validate": "decimal", "criteria": ">=", "value": 0})
        self._unsaid(every)

    def _rule(self, rows: Sequence[int], columns: Sequence[str], rule: dict[str, object]) -> None:
        spans = _spans(rows)
        if not spans:
            return
        left, right = AT[columns[0]], AT[columns[-1]]
        (first, last), *others = spans
        more = {"other_cells": [[top, left, bottom, right] for top, bottom in others]} if others else {}
        self.sheet.data_validation(first, left, last, right, {**rule, **more})

    def _unsaid(self, rows: Sequence[int]) -> None:
        """A note is coloured while it lacks the reason of an NA."""
        first, note, level = rows[0] + 1, LETTERS["note"], LETTERS["level"]
        missing = f'=AND(UPPER(TRIM(${level}{first}&""))="NA",TRIM(${note}{first})="")'
        look = self.looks.book.add_format({"bg_color": "#FFE08A"})
        place = f"{note}{first}:{note}{rows[-1] + 1}"
        self.sheet.conditional_format(place, {"type": "formula", "criteria": missing, "format": look})


def _spans(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as (first, last)."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and spans[-1][1] == row - 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans


def lock_and_print(sheet: Worksheet, standard: Standard, head: int) -> None:
    """Texts locked, without a password; A4 lying, on every page the headings and the standard with its hash."""
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, head)
    sheet.set_footer(f"&L{standard} · {standard.sha256[:12]}&C&A&R&P / &N")
