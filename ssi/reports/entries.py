"""Where two entries of the same paper sheets differ, sheet by sheet: what two people sit down with, and the paper.

Never says which of the two is right.
"""

from ssi.document import Block, Heading, Paragraph, table
from ssi.findings import Differing, DoubleEntry
from ssi.reports import cells
from ssi.words import Words


def entries_blocks(entries: DoubleEntry, words: Words) -> list[Block]:
    """The list, or that there is nothing to list."""
    if not entries.differs:
        said = words.many(
            "Both entries of {count} sheet agree.", "Both entries of {count} sheets agree.", entries.sheets
        )
        return [Paragraph(said, "good")]
    parts = _parts(words)
    heads = (words("Sheet"), words("Criterion"), words("What"), words("First entry"), words("Second entry"))
    rows = [
        (
            cells.id_(each.sheet),
            cells.id_(each.criterion or "–"),
            cells.text(parts.get(each.part, each.part)),
            cells.text(_said(each, each.first, words)),
            cells.text(_said(each, each.second, words)),
        )
        for each in entries.differs
    ]
    found = words.many(
        "The two entries differ in {count} place.", "The two entries differ in {count} places.", len(rows)
    )
    blocks: list[Block] = [
        Heading(words("Two entries of the same sheets")),
        Paragraph(found, "bad"),
        table(heads, rows),
    ]
    if entries.taken:
        which = words("the first") if entries.taken == "first" else words("the second")
        blocks.append(Paragraph(words("Taken as it is: {which}.", which=which), "warn"))
    return blocks


def _said(differs: Differing, text: str, words: Words) -> str:
    if differs.part == "sheet":
        return words("is there") if text else words("is missing")
    return text or words("blank")


def _parts(words: Words) -> dict[str, str]:
    return {
        "sheet": words("the whole sheet"),
        "level": words("level"),
        "methods": words("methods"),
        "value": words("value"),
        "note": words("note"),
        "interviews": words("interviews"),
        "date": words("date of the visit"),
        "language": words("language"),
        "interpreter": words("interpreter"),
        "conflicts": words("conflicts of interest"),
        "ready": words("pre-visit list ticked"),
    }
