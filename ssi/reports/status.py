"""Short pages about the programme itself: where the year stands, what a load did, what was verified, the rounds.

Never shows a score.
"""

from collections.abc import Iterable

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.errors import Fault
from ssi.findings import DoubleEntry, LoadReport, People, Urgent, Verification, YearStatus
from ssi.model import Round
from ssi.reports import cells, phrases
from ssi.reports.entries import entries_blocks
from ssi.reports.page import page
from ssi.words import Words

MOST_NAMED = 24  # sheets of one sort that are named


def status_page(status: YearStatus, words: Words) -> Document:
    """Where the year stands; what is urgent leads, then the command to type next, then what is missing."""
    blocks: list[Block] = [*_urgent(status.urgent, words)]
    blocks.append(Paragraph(words("Where the year stands: {stage}", stage=status.stage)))
    if status.open_round:
        blocks.append(Paragraph(words("Open round: {round}", round=status.open_round)))
    if status.next:
        blocks += [Heading(words("Type next")), Bullets(status.next)]
    if status.missing:
        blocks += [Heading(words("What is missing")), Bullets(status.missing)]
    blocks += people_blocks(status.people, words)
    return page(words, words("Status of the programme"), blocks)


def people_blocks(people: People, words: Words) -> list[Block]:
    """Whose training is no longer valid, and which posts need training again: codes only; [] where all is well."""
    said = [
        words("{assessor}: valid until {until}; a practice case: {command}", assessor=code, until=words.date(until),
              command=f"ssi train CASE --as {code}")
        for code, until in people.expired
    ]  # fmt: skip
    for each in people.vacancies:
        needs = [words("somebody who is trained as an assessor")] if each.assessor else []
        needs += [words("training {code}", code=code) for code in each.trainings]
        said.append(words("post {post}, after {who} left, needs again: {needs}", post=each.post,
                          who=" ".join(each.left), needs=", ".join(needs)))  # fmt: skip
    return [Heading(words("People to train")), Bullets(tuple(said))] if said else []


def urgent_page(urgent: tuple[Urgent, ...], words: Words) -> Document:
    """The list of `ssi urgent`."""
    blocks: list[Block] = [*_urgent(urgent, words)]
    none = Paragraph(words("No stop criterion is at its worst level."), "good")
    return page(words, words("Urgent"), blocks or [none])


def _urgent(urgent: tuple[Urgent, ...], words: Words) -> list[Block]:
    if not urgent:
        return []
    rows = [(cells.id_(each.shelter), cells.id_(each.criterion), cells.date(each.due)) for each in urgent]
    note = words(
        "Stop criteria at their worst level. They stay here until a later sheet, or a decision (ssi urgent clear), "
        "says that they are put right."
    )
    heads = (words("Shelter"), words("Criterion"), words("To be put right by"))
    return [Note("urgent", note), table(heads, rows)]


def verify_page(verification: Verification, words: Words) -> Document:
    """What was recomputed, and every difference."""
    found: list[Block] = [Paragraph(words("Nothing differs: everything in the store is as it was sealed."), "good")]
    if verification.differs:
        found = [
            Paragraph(words("Something in the store is not as it was sealed:"), "bad"),
            Bullets(verification.differs),
        ]
    rows = [(cells.count(number), cells.text(name)) for name, number in verification.checked.items()]
    checked: list[Block] = [table((words("Checked"), words("What")), rows)] if rows else []
    return page(words, words("Verification of the store"), [*found, *checked])


def load_page(
    report: LoadReport, words: Words, entries: DoubleEntry | None = None, *, refused: bool = True
) -> Document:
    """What a load did or would do: refused rows first, because with one of them nothing is written. `refused` = name
    them here; not where they are told elsewhere, with their lines. `entries` = what two entries differ in."""
    blocks: list[Block] = [*(entries_blocks(entries, words) if entries else []), _outcome(report, words)]
    blocks += _refused(report, words) if refused else []
    return page(words, words("Sheets loaded"), [*blocks, *_sheets(report, words)])


def _outcome(report: LoadReport, words: Words) -> Paragraph:
    rows = words.count(report.rows)
    if not (report.rows or report.refused):
        return Paragraph(words("Nothing to write: nobody has filled in a sheet of this."))
    if report.written:
        return Paragraph(words("Written. Rows read: {rows}.", rows=rows), "good")
    if report.refused or report.conflict:
        said = words("Nothing was written. Rows read: {rows}. Mend what is named below and load again.", rows=rows)
        return Paragraph(said, "bad")
    if report.new or report.revised:
        return Paragraph(words("Nothing was written yet: this was a trial. Rows read: {rows}.", rows=rows), "warn")
    return Paragraph(words("Nothing to write: all of this is known already. Rows read: {rows}.", rows=rows))


def _refused(report: LoadReport, words: Words) -> list[Block]:
    """Row and column as the file's own program names them; of a workbook the sheet too."""
    if not report.refused:
        return []
    book = any(each.where.cell for each in report.refused)
    heads = (words("File"), *([words("Sheet")] if book else []), words("Row"), words("Column"),
             words("What is wrong"), words("What to write instead"))  # fmt: skip
    rows = [_fault(each, book=book) for each in report.refused]
    return [Heading(words("Rows that were refused")), table(heads, rows)]


def _fault(each: Fault, *, book: bool) -> tuple[Cell, ...]:
    sheet, _, cell = each.where.cell.rpartition("!")
    column = cell.rstrip("0123456789") or (str(each.where.column) if each.where.column else "")
    return (
        cells.text(each.where.file, "quiet"),
        *([cells.text(sheet.strip("'"))] if book else []),
        cells.count(each.where.line),
        cells.text(column),
        cells.text(each.message, "warn" if each.warning else "bad"),
        cells.text(each.advice),
    )


def _sheets(report: LoadReport, words: Words) -> list[Block]:
    kinds = (
        (words("conflict: another sheet is there already"), report.conflict),
        (words("revised"), report.revised),
        (words("new"), report.new),
        (words("the same as before"), report.same),
    )
    rows = [
        (cells.count(len(found)), cells.text(kind), cells.text(_named(found, words))) for kind, found in kinds if found
    ]
    became = words("What became of them") if report.written else words("What would become of them")
    return [table((words("Sheets"), became, words("Which")), rows)] if rows else []


def _named(sheets: tuple[str, ...], words: Words) -> str:
    """The first of them; nobody reads a line of 4,500 names."""
    shown = "; ".join(sheets[:MOST_NAMED])
    more = len(sheets) - MOST_NAMED
    return words("{names} and {count} more", names=shown, count=words.count(more)) if more > 0 else shown


def rounds_page(rounds: Iterable[Round], words: Words) -> Document:
    """Every round, what it is pinned to, and whether it is open."""
    heads = (words("Round"), words("Opened"), words("Shelters"), words("Visits"), words("Kind"), words("State"),
             words("Standard"))  # fmt: skip
    rows = [
        (
            cells.id_(each.id),
            cells.date(each.opened_at),
            cells.count(len(each.shelters)),
            cells.count(len({visit.shelter for visit in each.visits})),
            cells.text(phrases.round_kind(words, each.kind)),
            cells.text(words("closed") if each.closed else words("open")),
            cells.text(_pinned(each), "quiet"),
        )
        for each in rounds
    ]
    blocks: list[Block] = [table(heads, rows)] if rows else [Paragraph(words("No round has been opened yet."))]
    return page(words, words("Rounds"), blocks)


def _pinned(round: Round) -> str:
    """The standard's file and the beginning of its sha256: enough to see whether two rounds share one."""
    name = round.chain[-1][0] if round.chain else ""
    return f"{name} {round.standard_sha256[:12]}".strip()
