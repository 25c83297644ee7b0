"""What would leave, on a page: the tables of an export; the values for DHIS2, with what is held back and why.

Never writes them: with `--to` the command does, and this page is what it shows without.
"""

from ssi.document import Block, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings.exports import DataValue, DataValues, Exported, HeldBack
from ssi.reports import cells
from ssi.reports.page import page
from ssi.words import Words


def export_page(found: Exported, words: Words) -> Document:
    """The tables by name, with how many rows and columns each has."""
    heads = (words("Table"), words("Rows"), words("Columns"), words("What it holds"))
    rows = [
        (cells.id_(each.name), cells.count(each.rows), cells.count(each.columns), cells.text(each.title))
        for each in found.tables
    ]
    blocks: list[Block] = []
    if found.open:
        blocks.append(
            Note("caution", words("The round is open: until it is closed only its completeness can be exported."))
        )
    blocks.append(table(heads, rows))
    blocks.append(Paragraph(words("To write them, add --to with a new folder, or a .xlsx or .zip file."), "quiet"))
    return page(words, words("Export of round {round}", round=" ".join(found.rounds)), blocks)


def dhis2_page(found: DataValues, words: Words) -> Document:
    """Every value that would be sent; then what is held back, and areas without a data element."""
    title = words("For DHIS2: round {round}, period {period}", round=found.round, period=found.period)
    blocks: list[Block] = [_values(found, words)]
    if found.held_back:
        blocks += [Heading(words("Held back")), _held_back(found.held_back, words)]
    if found.unmapped:
        areas = ", ".join(found.unmapped)
        blocks.append(Note("caution", words("Areas without a data element in the mapping: {areas}", areas=areas)))
    said = words("Nothing is sent from here. Whoever may write to DHIS2 imports the file there.")
    blocks.append(Paragraph(said, "quiet"))
    return page(words, title, blocks)


def _values(found: DataValues, words: Words) -> Block:
    if not found.values:
        return Note("caution", words("There is no value to send."))
    heads = (
        *(words("Shelter"), words("Part"), words("Value"), words("Percent")),
        *(words("Org unit"), words("Data element")),
    )
    return table(heads, [_value(each) for each in found.values])


def _value(each: DataValue) -> tuple[Cell, ...]:
    return (
        *(cells.id_(each.shelter), cells.id_(each.part), cells.id_(each.value), cells.percent(each.exact)),
        *(cells.id_(each.org_unit), cells.id_(each.data_element)),
    )


def _held_back(held_back: tuple[HeldBack, ...], words: Words) -> Block:
    why = {
        "urgent": words("urgent: a stop criterion is at its worst level"),
        "incomplete": words("incomplete: too much was not seen"),
        "no percent": words("no percent: nothing was seen, or nothing applied"),
        "no org unit": words("the mapping gives it no org unit"),
    }
    rows = [
        (cells.id_(each.shelter), cells.id_(each.part or words("all")), cells.text(why[each.why])) for each in held_back
    ]
    return table((words("Shelter"), words("Part"), words("Why")), rows)
