"""What a page says beside its tables, line by line: the first sheet of its workbook.

Never draws a cell of a sheet; `workbook` does. Where a table stood, the name of its sheet stands.
"""

from collections.abc import Iterator

from ssi.document import (
    Blank,
    Block,
    Bullets,
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
from ssi.reports.writers.cells import draw
from ssi.reports.writers.labels import note_label
from ssi.reports.writers.tabular import Grid
from ssi.words import Words

BOX, LINE = "☐", "_" * 40  # to tick; to write on
Line = tuple[str, str, str]  # how it looks, what it says, what stands beside it


def lines(document: Document, words: Words, found: tuple[Grid, ...]) -> Iterator[Line]:
    """The sheet of text, line by line."""
    yield "title", document.title, ""
    yield from (("quiet", document.subtitle, ""),) if document.subtitle else ()
    tables = iter(found)
    for block in document.blocks:
        if isinstance(block, Table):
            grid = next(tables)
            yield "quiet", words("Table on the sheet “{name}”. {caption}", name=grid.name, caption=grid.caption), ""
        else:
            yield from _block(block, document, words)
    foot = (*document.footer, words.about_translation)
    yield from (("quiet", line, "") for line in foot if line)


def _block(block: Block, document: Document, words: Words) -> Iterator[Line]:
    match block:
        case Heading():
            yield "heading", labelled(block), ""
        case Paragraph():
            yield "", block.text, ""
        case Bullets():
            yield from (("", f"• {item}", "") for item in block.items)
        case Note():
            yield "strong", f"{note_label(block.kind, words)}: {block.text}", ""
        case _:
            yield from _laid_out(block, document, words)


def _laid_out(block: LaidOut, document: Document, words: Words) -> Iterator[Line]:
    match block:
        case Chart():
            yield "quiet", f"{block.title}. {block.alt}", ""
        case Contents():
            yield from (("", f"{'  ' * each.level}{labelled(each)}", "") for _, each in outline(document, block))
        case Facts():
            for label, cells in block.items:
                yield "strong", label, "\n".join(draw(each, words, document.currency) for each in cells)
        case Blank():
            yield from (("", f"{label} {LINE}".strip(), "") for label in block.labels)
            yield from (("", LINE, "") for _ in range(block.lines - 1))
        case Ticks():
            yield from (("strong", block.label, ""),) if block.label else ()
            yield from (("", f"{BOX} {item}", "") for item in block.items)
        case Table():
            raise ValueError("a table has a sheet of its own")
