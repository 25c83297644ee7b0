"""The page that goes round for comment: every criterion with its level descriptions, and beside each a place to write.

Never says what a standard is for, nor who adopted it (the handbook does). It is a form: people strike out, write in the
last column, and send it back; so each row stands for one criterion and has its id.
"""

from collections.abc import Iterator

from ssi.document import Block, Cell, Document, Heading, Paragraph, table
from ssi.model import Area, Criterion, Said, Texts
from ssi.words import Words

BLANK = Cell("")
LINE = Cell("_" * 24)
LINES = Cell(" ".join(["_" * 24] * 3))  # to write on; every writer gives a column the width that its texts need


def for_comment(texts: Texts) -> Document:
    """The standard in the language of `texts`, as a form; its own words where that language has none."""
    standard, words = texts.standard, Words(texts.language)
    return Document(
        title=texts("title").text,
        subtitle=words("For comment: {standard} ({status})", standard=standard, status=standard.status),
        blocks=tuple(_blocks(texts, words)),
        language=texts.language,
        footer=(f"{standard}, sha256 {standard.sha256}",),
    )


def _blocks(texts: Texts, words: Words) -> Iterator[Block]:
    yield Paragraph(
        words(
            "Please write beside the criterion what is unclear, missing, too much or too little, and why. Name the"
            " office or the group that you speak for, never a resident. Where a word or a number should be another,"
            " write the words that you propose."
        )
    )
    yield table(
        (words("Asked"), words("Your answer")),
        tuple(
            (Cell(words(each)), LINE)
            for each in ("Office or group", "Date", "Send it back to", "On the whole: keep, change, or leave out?")
        ),
        words("Who comments"),
    )
    levels = [texts(f"scale.{each.value}.label").text for each in texts.standard.scale]
    yield Paragraph(
        words("The levels, worst first: {levels}.", levels=", ".join(levels))
        + " "
        + words("A stop criterion makes a shelter urgent when it is not met, whatever its percentage.")
    )
    for area in texts.standard.area:
        title = texts(f"area.{area.id}.title")
        yield Heading(f"{area.id}  {title.text}", 2, lang=title.language)
        yield _area(area, texts, words)


def _area(area: Area, texts: Texts, words: Words) -> Block:
    heads = (words("Criterion"), words("Level descriptions"), words("Comment"))
    rows = [row for each in area.criterion for row in _criterion(each, texts, words)]
    return table(heads, rows, words("{area}: one row for each level; write in the last column.", area=area.id))


def _criterion(each: Criterion, texts: Texts, words: Words) -> Iterator[tuple[Cell, ...]]:
    """A row for the first level beside the text, then one for each other level."""
    said = texts(f"{each.id}.text")
    kind = words("stop criterion") if each.gate else words(each.class_)
    beginning = _cell(said, f" ({kind})", f"{each.id}  ")
    for level, anchor in zip(texts.standard.scale, texts.anchors(each.id), strict=True):
        yield beginning, _cell(anchor, before=f"{level.value}: "), LINES
        beginning = BLANK


def _cell(said: Said, after: str = "", before: str = "") -> Cell:
    """A text, with the source under a translation that nobody has confirmed."""
    beside = f"\n[{said.source}]" if said.source else ""
    return Cell(f"{before}{said.text}{after}{beside}", lang=said.language)
