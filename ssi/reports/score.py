"""The result of one round on a page: every shelter in one table, or one shelter with its areas and every criterion.

Never shows a score of an open round: it then tells only how far the visits are, so that no team can answer another's
sheet. Shelters stand in the order of their codes, because the page is no ranking.
"""

from collections.abc import Sequence

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, Table, Tone, table
from ssi.findings import AreaScore, Completeness, Outcome, ShelterScore, Summary
from ssi.model import Standard
from ssi.reports import cells, phrases
from ssi.reports.page import page, rests_on, urgent_notes
from ssi.words import Words


def score_page(summary: Summary, standard: Standard, words: Words, *, shelter: str = "") -> Document:
    """The round's result, or that of the one `shelter`; of an open round its completeness alone."""
    title = words("Scores of round {round}", round=summary.round)
    if shelter:
        title = words("Scores of shelter {shelter}, round {round}", shelter=shelter, round=summary.round)
    if summary.sealed:
        blocks = sealed_blocks(summary, words, shelter=shelter)
    else:
        blocks = _closed_blocks(summary, standard, words, shelter)
    kind = phrases.round_kind(words, summary.kind)
    subtitle = f"{kind} · {standard.title} {summary.version}"
    return page(words, title, blocks, subtitle=subtitle, footer=rests_on(words, summary))


def _closed_blocks(summary: Summary, standard: Standard, words: Words, shelter: str) -> list[Block]:
    scores = [each for each in summary.shelters if shelter in ("", each.shelter)]
    if not scores:
        return [Note("caution", words("This round has no result to show here: no sheet was sealed."))]
    blocks = urgent_notes(scores, standard, words)
    if summary.kind == "self":
        blocks.append(Note("caution", words("Each shelter scored itself. Such scores decide no money and no verdict.")))
    blocks += _unsealed(summary, words, shelter)
    blocks.append(result_table(scores, words))
    statuses = dict.fromkeys(each.status for each in scores)
    blocks.append(Bullets(tuple(phrases.status_explained(words, each) for each in statuses)))
    if shelter:
        blocks += _areas(scores[0], standard, words) + _criteria(scores[0], standard, words)
    return [*blocks, Note("caution", phrases.no_ground(words))]


def _unsealed(summary: Summary, words: Words, shelter: str) -> list[Block]:
    """A caution where planned sheets are missing: in a preview, or in a round that was closed without them."""
    missing = [
        f"{visit.shelter} {assessor}"
        for visit in summary.completeness
        for assessor in visit.planned
        if assessor not in visit.sealed and shelter in ("", visit.shelter)
    ]
    if not missing:
        return []
    said = words(
        "Planned sheets that are not sealed: {sheets}. The numbers rest on the others.", sheets=", ".join(missing)
    )
    return [Note("caution", said)]


def result_table(scores: Sequence[ShelterScore], words: Words) -> Table:
    """One row a shelter, in the order of codes: what matters first: status and stop criteria, then
    percent with its bounds, coverage, level."""
    heads = (
        words("Shelter"), words("Status"), words("Stop criteria below their minimum"), words("Percent"),
        words("At least"), words("At most"), words("Seen"), words("Level"),
    )  # fmt: skip
    rows = [
        (
            cells.id_(each.shelter),
            status_cell(each, words),
            cells.ids(each.gates, "bad" if each.status == "urgent" else "warn" if each.gates else ""),
            cells.percent(each.percent),
            cells.percent(each.low),
            cells.percent(each.high),
            cells.percent(each.coverage),
            cells.level(each.level),
        )
        for each in sorted(scores, key=lambda each: each.shelter)
    ]
    caption = words("In the order of codes; this is no ranking. “At least” and “at most” count what was not seen as "
                    "worst and as best.")  # fmt: skip
    return table(heads, rows, caption)


def status_cell(score: ShelterScore, words: Words) -> Cell:
    """The status in words, with "incomplete" beside it where an urgent shelter is that too."""
    said = phrases.status(words, score.status)
    if score.incomplete and score.status != "incomplete":
        said = words("{status}, incomplete", status=said)
    tones: dict[str, Tone] = {"urgent": "bad", "conditional": "warn", "incomplete": "warn", "meets": "good"}
    return cells.text(said, tones.get(score.status, ""))


def _areas(score: ShelterScore, standard: Standard, words: Words) -> list[Block]:
    heads = (
        words("Area"), words("Percent"), words("At least"), words("At most"), words("Seen"), words("Remark"),
        words("Title"),
    )  # fmt: skip
    rows = [
        (
            cells.id_(each.area),
            cells.percent(each.percent),
            cells.percent(each.low),
            cells.percent(each.high),
            cells.percent(each.coverage),
            cells.text(_area_remark(each, standard, words), "quiet"),
            cells.area_title(standard, each.area, words),
        )
        for each in score.areas
    ]
    return [Heading(words("Areas")), table(heads, rows, words("The percent of each area."))]


def _area_remark(area: AreaScore, standard: Standard, words: Words) -> str:
    if area.coverage is None:
        return words("nothing applied here")
    if area.percent is None:
        return words("nothing was seen")
    floor = standard.rules.coverage_floor
    remarks = [words("much did not apply")] if area.thin else []
    remarks += [words("too much was not seen")] if area.coverage < floor else []
    return ", ".join(remarks)


def _criteria(score: ShelterScore, standard: Standard, words: Words) -> list[Block]:
    heads = (words("Criterion"), words("Level"), words("Minimum"), words("Class"), words("Remark"), words("Text"))
    rows = [_criterion(each, standard, words) for each in score.outcomes]
    caption = words("Every criterion of this shelter's checklist, with the level that counts.")
    return [Heading(words("Every criterion")), table(heads, rows, caption)]


def _criterion(outcome: Outcome, standard: Standard, words: Words) -> tuple[Cell, ...]:
    criterion = standard.criterion(outcome.criterion)
    below = outcome.score >= 0 and not standard.reaches(outcome.score, criterion.minimum)
    return (
        cells.id_(outcome.criterion),
        cells.level(outcome.score, ("bad" if criterion.gate else "warn") if below else ""),
        cells.level(criterion.minimum),
        cells.text(phrases.class_(words, criterion), "quiet"),
        cells.text(_remark(outcome, words), "quiet"),
        cells.criterion_text(standard, outcome.criterion, words),
    )


def _remark(outcome: Outcome, words: Words) -> str:
    """How the level came about, where that is not simply what everybody gave."""
    remarks = []
    if outcome.agreed:
        remarks.append(words("settled by the team"))
    if outcome.unsettled:
        remarks.append(words("the team differed, the standard's rule decided"))
    if outcome.typed != outcome.score:
        remarks.append(words("scored {typed}, seen in documents only", typed=outcome.typed))
    if outcome.no_method:
        remarks.append(words("no method recorded"))
    return "; ".join(remarks)


def sealed_blocks(summary: Summary, words: Words, *, shelter: str = "") -> list[Block]:
    """What may be said while the round is open: how far each visit is, and what still stands before the close."""
    note = Note("caution", words("Sealed: scores are shown when the round is closed. Until then this page tells only "
                                 "how far the visits are."))  # fmt: skip
    heads = (
        words("Shelter"), words("Sheets planned"), words("Being typed"), words("Sealed"), words("Still to agree"),
        words("What is missing"),
    )  # fmt: skip
    rows = [
        (
            cells.id_(each.shelter),
            cells.count(len(each.planned)),
            cells.count(len(each.started)),
            cells.count(len(each.sealed)),
            cells.count(None if each.contested is None else len(each.contested)),
            cells.text(_missing(each, words)),
        )
        for each in sorted(summary.completeness, key=lambda each: each.shelter)
        if shelter in ("", each.shelter)
    ]
    if not rows:
        return [note, Paragraph(words("No visit is planned yet."))]
    return [note, table(heads, rows, words("How far each visit is. “Still to agree” counts criteria."))]


def _missing(visit: Completeness, words: Words) -> str:
    unsealed = sorted(set(visit.planned) - set(visit.sealed))
    missing = [words("sheets of {assessors}", assessors=", ".join(unsealed))] if unsealed else []
    if visit.contested:
        missing.append(words("the team's agreed sheet"))
    if visit.conflicts:
        missing.append(words("two sheets of {assessors}: keep one", assessors=", ".join(visit.conflicts)))
    if visit.stale:
        missing.append(words("a new agreed sheet, because a sheet it rests on was replaced"))
    return "; ".join(missing) or words("nothing")
