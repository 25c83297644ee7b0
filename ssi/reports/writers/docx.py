"""A Document as a Word file, to circulate for comment: headings are Word's own, tables are real tables.

Never draws a chart: the table of its numbers is always there. Never writes a date or a name into the file's properties,
so that the same document gives the same bytes. What python-docx has no word for (languages, fields, links, repeated
rows) stands in `docx_parts.py`.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from ssi.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Contents,
    Document,
    Facts,
    Group,
    Heading,
    LaidOut,
    Note,
    Paragraph,
    Table,
    Tone,
    anchor,
    groups,
    labelled,
    outline,
)
from ssi.reports.writers import docx_parts as parts
from ssi.reports.writers.cells import draw, mark
from ssi.reports.writers.labels import note_label
from ssi.words import Words

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.table import _Cell as Place
    from docx.text.paragraph import Paragraph as Lines
    from docx.text.run import Run

_COLOURS: dict[Tone, str] = {"good": "17605C", "bad": "9C2F1B", "warn": "7A5200", "quiet": "655D53", "lead": "1D5C5A"}
_NOTE_TONES: dict[str, Tone] = {"urgent": "bad", "caution": "warn", "method": "quiet", "good": "good"}
MOST_SHARES = 12  # of the widest column to the narrowest


def write(document: Document) -> bytes:
    """The bytes of the file."""
    page = _Page(document, parts.empty_file(document.language, document.title))
    page.head()
    for group in groups(document):
        page.group(group)
    page.foot()
    out = BytesIO()
    page.file.save(out)
    return parts.without_dates(out.getvalue())


class _Page:
    """The file while it is written, from top to bottom."""

    def __init__(self, document: Document, file: "File") -> None:
        self.document, self.file = document, file
        self.words = Words(document.language)

    def head(self) -> None:
        title = self._lines(self.document.title, "Title", self.document.title_lang)
        if self.document.form == "regulation":
            title.paragraph_format.space_before = parts.COVER
        if self.document.subtitle:
            self._lines(self.document.subtitle, "Subtitle")
        parts.page_foot(self.file, self.document.running)

    def group(self, group: Group) -> None:
        """An article's lines are each kept with the next one, so that Word does not tear it apart."""
        before = len(self.file.element.body)
        for place, block in enumerate(group.blocks, group.first):
            self._block(block, place)
        if group.article:
            parts.keep_together(self.file, before)

    def foot(self) -> None:
        for line in (*self.document.footer, self.words.about_translation):
            if line:
                self._lines(line, "Foot")

    def _block(self, block: Block, place: int) -> None:
        match block:
            case Heading():
                self._heading(block, place)
            case Paragraph():
                self._lines(block.text, "Normal", block.lang, block.tone)
            case Bullets():
                for item in block.items:
                    self._lines(item, "List Bullet")
            case Note():
                self._note(block)
            case _:
                self._laid_out(block)

    def _laid_out(self, block: LaidOut) -> None:
        match block:
            case Chart():
                self._lines(block.title, "Caption")
                self._lines(block.alt, "Normal")
            case Contents():
                self._contents(block)
            case Facts():
                self._facts(block)
            case Table():
                self._table(block)

    def _heading(self, block: Heading, place: int) -> None:
        lines = self.file.add_paragraph(style=f"Heading {block.level}")
        if block.level == 1 and self.document.form == "regulation":
            lines.paragraph_format.page_break_before = True
        if block.number:
            self._run(lines, f"{block.number}  ")
        self._run(lines, block.text, block.lang)
        parts.bookmark(lines, anchor(block, place), place)

    def _note(self, block: Note) -> None:
        lines = self.file.add_paragraph(style="Note")
        label = self._run(lines, f"{note_label(block.kind, self.words)}: ", tone=_NOTE_TONES[block.kind])
        label.bold = True
        self._run(lines, block.text)

    def _contents(self, block: Contents) -> None:
        for place, heading in outline(self.document, block):
            lines = self.file.add_paragraph(style=f"Contents {heading.level}")
            parts.contents_line(lines, self._run(lines, labelled(heading), heading.lang), place)

    def _facts(self, block: Facts) -> None:
        grid = self.file.add_table(len(block.items), 2)
        for row, (label, cells) in zip(grid.rows, block.items, strict=True):
            self._run(row.cells[0].paragraphs[0], label, tone="quiet")
            for at, cell in enumerate(cells):
                self._cell(row.cells[1], cell, another=at > 0)
        parts.lay_out(grid, self.file, (1, 3), head=False)
        self._gap()

    def _table(self, block: Table) -> None:
        if block.caption:
            self._lines(block.caption, "Caption")
        grid = self.file.add_table(1 + len(block.rows), len(block.columns))
        rights = [column.align == "right" for column in block.columns]
        for at, column in enumerate(block.columns):
            self._run(grid.rows[0].cells[at].paragraphs[0], column.title).bold = True
        for drawn, cells in zip(list(grid.rows)[1:], block.rows, strict=True):
            for place, cell in zip(drawn.cells, cells, strict=True):
                self._cell(place, cell)
        parts.lay_out(grid, self.file, tuple(self._shares(block)), head=True, rights=rights)
        self._gap()

    def _shares(self, block: Table) -> Iterator[int]:
        """Of the page's width, by the longest text of each column."""
        for at, column in enumerate(block.columns):
            cells = [draw(row[at], self.words, self.document.currency) for row in block.rows]
            yield max(2, min(MOST_SHARES, max(map(len, [column.title, *cells])) // 6))

    def _cell(self, place: "Place", cell: Cell, *, another: bool = False) -> None:
        text, sign = draw(cell, self.words, self.document.currency), mark(cell)
        lines = place.add_paragraph() if another else place.paragraphs[0]
        self._run(lines, f"{sign} {text}" if sign and text else text, cell.lang, cell.tone)

    def _gap(self) -> None:
        """The line that Word needs between two tables; a small one."""
        self.file.add_paragraph(style="Gap")

    def _lines(self, text: str, style: str, lang: str = "", tone: Tone = "") -> "Lines":
        lines = self.file.add_paragraph(style=style)
        self._run(lines, text, lang, tone)
        return lines

    def _run(self, lines: "Lines", text: str, lang: str = "", tone: Tone = "") -> "Run":
        run = lines.add_run(parts.written(text))
        parts.speak(run, lang or self.document.language)
        if tone:
            parts.colour(run, _COLOURS[tone])
        return run
