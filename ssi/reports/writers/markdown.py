"""A Document as Markdown: to read as plain text, to paste into a web page or a letter, to compare line by line.

Never writes HTML. Every sign that Markdown would take as its own is escaped, and only there: a text comes out as itself
from any reader of CommonMark with pipe tables. A chart is left to the table of its numbers, which is always there.
"""

import re
from collections.abc import Iterator

from ssi.document import (
    Blank,
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
    Ticks,
    labelled,
    outline,
)
from ssi.reports.writers.cells import draw, mark
from ssi.reports.writers.labels import note_label
from ssi.words import Words

BOX, LINE = "☐", 40  # to tick; letters of a line to write on
_MARKUP = re.compile(r"[\\`*\[\]|~$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")
_HASHES_AT_END = re.compile(r"(?:^|(?<=\s))#+$")  # would close a heading
_AT_BEGIN = re.compile(r"^(?:([#=>]|[+-](?=[ -]|$))|(\d{1,9})([.)])(?= |$))")


def write(document: Document) -> bytes:
    """UTF-8; a blank line between blocks."""
    words = Words(document.language)
    parts = [f"# {escaped(document.title)}"]
    if document.subtitle:
        parts.append(escaped(document.subtitle))
    parts += ["\n".join(_block(block, document, words)) for block in document.blocks]
    foot = [line for line in (*document.footer, words.about_translation) if line]
    if foot:
        parts += ["---", "  \n".join(escaped(line) for line in foot)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _with_sign(found: "re.Match[str]") -> str:
    return "\\" + found[0]


def escaped(text: str) -> str:
    """The text in one line of its own that Markdown reads as itself."""
    return _AT_BEGIN.sub(lambda found: (found[2] or "") + "\\" + (found[1] or found[3]), _inside(text))


def _inside(text: str) -> str:
    """The same after other signs of the line, where no list and no heading can begin."""
    return _MARKUP.sub(lambda found: "\\" + found.group(), " ".join(text.split()))


def _block(block: Block, document: Document, words: Words) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * min(block.level + 1, 4)} {_HASHES_AT_END.sub(_with_sign, escaped(labelled(block)))}"
        case Paragraph():
            yield escaped(block.text)
        case Bullets():
            yield from (f"- {escaped(item)}" for item in block.items)
        case Note():
            yield f"> **{escaped(note_label(block.kind, words))}:** {escaped(block.text)}"
        case _:
            yield from _laid_out(block, document, words)


def _laid_out(block: LaidOut, document: Document, words: Words) -> Iterator[str]:
    match block:
        case Chart():
            yield f"*{escaped(block.title)}.* {escaped(block.alt)}"
        case Contents():
            yield from (f"{'  ' * (each.level - 1)}- {escaped(labelled(each))}" for _, each in outline(document, block))
        case Facts():
            yield from _facts(block, document, words)
        case Table():
            yield from _table(block, document, words)
        case Blank():
            yield from _blank(block)
        case Ticks():
            if block.label:
                yield f"**{escaped(block.label)}**\n"
            yield from (f"- {BOX} {_inside(item)}" for item in block.items)


def _blank(block: Blank) -> Iterator[str]:
    """Lines of `_` behind each label, or below the only one."""
    line = escaped("_" * LINE)
    if len(block.labels) > 1 or block.lines == 1:
        yield "  \n".join(f"{escaped(label)} {line}".strip() for label in block.labels)
        return
    yield "  \n".join([*(escaped(label) for label in block.labels if label), *[line] * block.lines])


def _facts(block: Facts, document: Document, words: Words) -> Iterator[str]:
    for label, cells in block.items:
        texts = "  \n  ".join(_drawn(cell, document, words) for cell in cells)
        yield f"- **{escaped(label)}:** {texts}"


def _table(block: Table, document: Document, words: Words) -> Iterator[str]:
    if block.caption:
        yield f"*{escaped(block.caption)}*\n"
    yield _row(escaped(column.title) for column in block.columns)
    yield _row("---:" if column.align == "right" else "---" for column in block.columns)
    for row in block.rows:
        yield _row(_drawn(cell, document, words) for cell in row)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _drawn(cell: Cell, document: Document, words: Words) -> str:
    text, sign = draw(cell, words, document.currency), mark(cell)
    return _inside(f"{text} {sign}" if sign and text else text)
