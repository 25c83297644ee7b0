"""Fills in a scoring workbook as another program would: cell by cell in its XML, without the library that wrote it."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape, unescape

from python_calamine import load_workbook

from ssi.checklists.scoring_sheet import ANSWERS, COLUMNS
from ssi.model import METHODS

LETTERS = dict(zip(COLUMNS, "ABCDEFGHIJKLM", strict=True))
Said = tuple[int | float | str | None, str, str, int | float | str]  # level, methods, note, value


class Workbook:
    """A workbook open for editing; `bytes()` is what was made of it."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            self.parts = {each: book.read(each) for each in book.namelist()}
        self._lines = _lines_by_key(data)
        names = re.findall(r'<sheet name="([^"]*)"', self.parts["xl/workbook.xml"].decode())
        self.places = {unescape(name): f"xl/worksheets/sheet{at}.xml" for at, name in enumerate(names, 1)}

    def line(self, sheet: str, key: str) -> int:
        """The row whose first cell is this id."""
        return self._lines[sheet][key]

    def put(self, sheet: str, cell: str, value: float | str) -> "Workbook":
        inside = f"<v>{value}</v>"
        kind = ""
        if isinstance(value, str):
            kind, inside = ' t="inlineStr"', f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        return self._cell(sheet, cell, kind, inside)

    def formula(self, sheet: str, cell: str, formula: str, result: float | str = 2) -> "Workbook":
        return self._cell(sheet, cell, "", f"<f>{escape(formula)}</f><v>{result}</v>")

    def _cell(self, sheet: str, cell: str, kind: str, inside: str) -> "Workbook":
        found = rf'<c r="{cell}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'
        text, count = re.subn(
            found,
            lambda it: f'<c r="{cell}"{it[1] or ""}{kind}>{inside}</c>',
            self.xml(sheet),
            count=1,
            flags=re.DOTALL,
        )
        assert count == 1, f"{sheet}!{cell} is not there"
        return self.rewrite(sheet, text)

    def xml(self, sheet: str) -> str:
        return self.parts[self.places[sheet]].decode()

    def rewrite(self, sheet: str, text: str) -> "Workbook":
        self.parts[self.places[sheet]] = text.encode()
        return self

    def replace(self, sheet: str, old: str, new: str) -> "Workbook":
        text = self.xml(sheet)
        assert old in text, f"{old} is not in {sheet}"
        return self.rewrite(sheet, text.replace(old, new, 1))

    def answer(self, sheet: str, criterion: str, said: Said) -> "Workbook":
        """The level, the methods by their words, the note and the value of one criterion."""
        level, methods, note, value = said
        line = self.line(sheet, criterion)
        ticks: dict[str, str] = {each: "x" if each in methods.split() else "" for each in METHODS}
        answers: dict[str, int | float | str | None] = {"level": level, **ticks, "value": value, "note": note}
        for key, text in answers.items():
            assert key in ANSWERS
            if text is not None and text != "":
                self.put(sheet, f"{LETTERS[key]}{line}", text)
        return self

    def fill(self, sheet: str, scores: Mapping[str, Said]) -> "Workbook":
        for criterion, said in scores.items():
            self.answer(sheet, criterion, said)
        return self

    def visit(self, **facts: str | int) -> "Workbook":
        """Answers on the sheet visit by their keys; `ready` ticks the whole list."""
        for key, text in facts.items():
            if key == "ready":
                for each, line in self._lines["visit"].items():
                    if each.startswith("ready "):
                        self.put("visit", f"C{line}", "x")
            else:
                self.put("visit", f"C{self.line('visit', key)}", text)
        return self

    def without_results(self) -> "Workbook":
        """What formulas came to is taken out, as a program does that cannot reckon: the next one to open it must."""
        for sheet, place in self.places.items():
            if place in self.parts:
                self.rewrite(sheet, re.sub(r"(<f>[^<]*</f>)<v>[^<]*</v>", r"\1", self.xml(sheet)))
        return self

    def bytes(self) -> bytes:
        page = io.BytesIO()
        with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as book:
            for name, part in self.parts.items():
                book.writestr(name, part)
        return page.getvalue()


def _lines_by_key(data: bytes) -> dict[str, dict[str, int]]:
    book = load_workbook(io.BytesIO(data))
    found: dict[str, dict[str, int]] = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found[name] = {str(row[0]): line for line, row in enumerate(rows, 1) if row and row[0] != ""}
    return found
