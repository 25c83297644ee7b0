"""Short pages about the programme itself: where the year stands, what a load did, what was verified, the rounds.

Never shows a score.
"""

from collections.abc import Iterable

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings import LoadReport, Urgent, Verification, YearStatus
from ssi.model import Round
from ssi.reports import cells, phrases
from ssi.reports.page import page
from ssi.words import Words


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
    return page(words, words("Status of the programme"), blocks)


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


def load_page(report: LoadReport, words: Words) -> Document:
    """What a load did or would do: refused rows first, because with one of them nothing is written."""
    return page(
        words, words("Sheets loaded"), [_outcome(report, words), *_refused(report, words), *_sheets(report, words)]
    )


def _outcome(report: LoadReport, words: Words) -> Paragraph:
    rows = words.count(report.rows)
    if report.written:
        return Paragraph(words("Written. Rows read: {rows}.", rows=rows), "good")
    if report.refused or report.conflict:
        said = words("Nothing was written. Rows read: {rows}. Mend what is named below and load again.", rows=rows)
        return Paragraph(said, "bad")
    if report.new or report.revised:
        return Paragraph(words("Nothing was written yet: this was a trial. Rows read: {rows}.", rows=rows), "warn")
    return Paragraph(words("Nothing to write: all of this is known already. Rows read: {rows}.", rows=rows))


def _refused(report: LoadReport, words: Words) -> list[Block]:
    if not report.refused:
        return []
    heads = (words("Line"), words("Column"), words("File"), words("What is wrong"), words("What to write instead"))
    rows: list[tuple[Cell, ...]] = [
        (
            cells.count(each.where.line),
            cells.count(each.where.column),
            cells.text(each.where.file, "quiet"),
            cells.text(each.message, "warn" if each.warning else "bad"),
            cells.text(each.advice),
        )
        for each in report.refused
    ]
    return [Heading(words("Rows that were refused")), table(heads, rows)]


def _sheets(report: LoadReport, words: Words) -> list[Block]:
    kinds = (
        (words("conflict: another sheet is there already"), report.conflict),
        (words("revised"), report.revised),
        (words("new"), report.new),
        (words("the same as before"), report.same),
    )
    rows = [(cells.count(len(found)), cells.text(kind), cells.text("; ".join(found))) for kind, found in kinds if found]
    return [table((words("Sheets"), words("What became of them"), words("Which")), rows)] if rows else []


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
