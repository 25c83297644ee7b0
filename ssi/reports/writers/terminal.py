"""A Document as lines of text, for the screen and for `.txt`.

Never asks what terminal it is on: width and colour are arguments, so that the same document gives the same text.

Ids and numbers come first and foreign text last, with nothing to its right, because no two programs agree on how wide
Khmer and Burmese are. No box is drawn. A table that is wider than the screen becomes one small list a row: nothing is
cut off. Little bars are drawn only in colour: without it the text is for a file, or for a screen reader, which would
read every block of a bar aloud.
"""

from collections.abc import Iterator
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from ssi.document import (
    Bar,
    Block,
    Bullets,
    Cell,
    Chart,
    Contents,
    Document,
    Facts,
    Heading,
    LaidOut,
    Note,
    Paragraph,
    Table,
    Tone,
    labelled,
    outline,
)
from ssi.reports.writers.cells import draw, mark
from ssi.reports.writers.labels import note_label
from ssi.words import Words

FILE_WIDTH = 100
_STYLES: dict[Tone, str] = {
    "": "",
    "good": "green",
    "bad": "bold red",
    "warn": "yellow",
    "quiet": "dim",
    "lead": "bold",
}
_NOTE_TONES: dict[str, Tone] = {"urgent": "bad", "caution": "warn", "method": "quiet", "good": "good"}
_GAP = 2  # between columns
_TEXT_AT_LEAST = 16  # a column of text narrower than this is no longer read
_BAR = 20


def write(document: Document) -> bytes:
    """Plain UTF-8 text, FILE_WIDTH wide, without colour."""
    return draw_document(document, width=FILE_WIDTH, colour=False).encode()


def draw_document(document: Document, *, width: int, colour: bool) -> str:
    """The whole document; lines have no blanks at their end."""
    words = Words(document.language)
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        height=1000,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        force_interactive=False,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in _parts(document, words, width, colour):
        console.print(part, soft_wrap=False)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _parts(document: Document, words: Words, width: int, bars: bool) -> Iterator[RenderableType]:
    yield Text(document.title, "bold")
    if document.subtitle:
        yield Text(document.subtitle)
    for block in document.blocks:
        yield ""
        yield from _block(block, document, words, width, bars)
    foot = [*document.footer, words.about_translation]
    if any(foot):
        yield ""
        yield from (Text(line, "dim") for line in foot if line)


def _block(block: Block, document: Document, words: Words, width: int, bars: bool) -> Iterator[RenderableType]:
    match block:
        case Heading():
            yield Text(labelled(block), "bold underline" if block.level == 1 else "bold")
        case Paragraph():
            yield Text(block.text, _STYLES[block.tone])
        case Bullets():
            for item in block.items:
                yield _hanging("-", Text(item))
        case Note():
            style = _STYLES[_NOTE_TONES[block.kind]]
            yield Text(f"{note_label(block.kind, words)}:", f"{style} bold")
            yield Padding(Text(block.text, style), (0, 0, 0, 2))
        case _:
            yield from _laid_out(block, document, words, width, bars)


def _laid_out(block: LaidOut, document: Document, words: Words, width: int, bars: bool) -> Iterator[RenderableType]:
    match block:
        case Chart():
            yield from _chart(block, words, bars)
        case Table():
            yield from _table(block, words, document.currency, width)
        case Facts():
            yield from _facts(block, words, document.currency)
        case Contents():
            for _, heading in outline(document, block):
                yield Padding(Text(labelled(heading)), (0, 0, 0, 2 * heading.level - 2))


def _facts(block: Facts, words: Words, currency: str) -> Iterator[RenderableType]:
    """A line for each pair; what does not fit goes on under it."""
    for label, cells in block.items:
        first, *others = (_drawn(cell, words, currency) for cell in cells)
        yield _hanging(f"{label}:", first)
        yield from (Padding(each, (0, 0, 0, 2)) for each in others)


def _hanging(lead: str, text: Text) -> Grid:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(lead, text)
    return grid


def _chart(chart: Chart, words: Words, bars: bool) -> Iterator[RenderableType]:
    """The title and the alternative text; with `bars`, a line for each: numbers, a small bar, then the label."""
    yield Text(chart.title, "bold")
    yield Text(chart.alt)
    if not bars or chart.kind != "dumbbells":
        return
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    for justify in ("right", "right", "left"):
        grid.add_column(justify=justify, no_wrap=True)
    grid.add_column(overflow="fold")
    for bar in chart.bars:
        before = "" if bar.before is None else f"{words.percent(bar.before)} →"
        grid.add_row(Text(before), Text(words.percent(bar.after)), _small_bar(bar), Text(bar.label))
    yield grid


def _small_bar(bar: Bar) -> Text:
    """Twenty places for 0 to 100: `○` before, `●` after, a line between."""
    places = ["·"] * (_BAR + 1)
    ends = {
        sign: round(value * _BAR / 100) for sign, value in (("○", bar.before), ("●", bar.after)) if value is not None
    }
    if len(ends) == 2:
        low, high = sorted(ends.values())
        places[low:high] = "━" * (high - low)
    for sign, at in ends.items():
        places[at] = sign
    worse = bar.after is not None and bar.before is not None and bar.after < bar.before
    return Text("".join(places), _STYLES["bad" if worse else "good"])


def _table(table: Table, words: Words, currency: str, width: int) -> Iterator[RenderableType]:
    if table.caption:
        yield Text(table.caption, "italic")
    order = _order(table)
    titles = [table.columns[at].title for at in order]
    rows = [[_drawn(row[at], words, currency) for at in order] for row in table.rows]
    loose = [any(row[at].kind == "text" for row in table.rows) for at in order]
    if _narrowest(titles, rows, loose) > width:
        yield from _lists(titles, rows, loose)
        return
    grid = Grid(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    for at, title, free in zip(order, titles, loose, strict=True):
        grid.add_column(Text(title), justify=table.columns[at].align, no_wrap=not free, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    yield grid


def _order(table: Table) -> list[int]:
    """The columns as they stand, those with foreign text last."""
    return sorted(range(len(table.columns)), key=lambda at: any(row[at].lang for row in table.rows))


def _drawn(cell: Cell, words: Words, currency: str) -> Text:
    sign = mark(cell)
    text = draw(cell, words, currency)
    return Text(f"{text} {sign}" if sign and text else text, _STYLES[cell.tone])


def _narrowest(titles: list[str], rows: list[list[Text]], loose: list[bool]) -> int:
    """The width below which the table would have to break a number or squeeze a text."""
    wide = 0
    for at, title in enumerate(titles):
        widest = max([cell_len(title), *(cell_len(row[at].plain) for row in rows)])
        wide += (min(widest, _TEXT_AT_LEAST) if loose[at] else widest) + _GAP
    return wide - _GAP


def _lists(titles: list[str], rows: list[list[Text]], loose: list[bool]) -> Iterator[RenderableType]:
    """What the table would have said, a small list a row: the numbers in a line, then each text on its own."""
    for row in rows:
        yield Text("- ").append_text(row[0])
        values = [Text(f"{title}: ").append_text(value) for title, value in zip(titles, row, strict=True)][1:]
        numbers = [value for value, free in zip(values, loose[1:], strict=True) if not free]
        texts = [value for value, free in zip(values, loose[1:], strict=True) if free]
        for line in [Text("; ").join(numbers), *texts]:
            if line:
                yield Padding(line, (0, 0, 0, 2))
