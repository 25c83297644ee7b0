"""How good the data of a round are: what was not seen or did not apply, where visitors differed, what lacks a method.

Never names an assessor and never judges a shelter: a gap in the data is a matter of the visit.
"""

from ssi.document import Block, Cell, Heading, Paragraph, table
from ssi.findings import ShelterScore, Summary
from ssi.model import DECLINED, NA, NS
from ssi.reports import cells
from ssi.words import Words


def quality_blocks(summary: Summary, words: Words) -> list[Block]:
    """One row a shelter and one for all; `not seen` counts what residents preferred not to speak about too."""
    heads = (
        words("Shelter"), words("Seen"), words("Sheets"), words("Criteria"), words("Not seen"), words("Did not apply"),
        words("Settled by rule"), words("No method recorded"), words("Stop criteria that did not apply"),
    )  # fmt: skip
    scores = sorted(summary.shelters, key=lambda each: each.shelter)
    rows = [_row(each) for each in scores]
    if len(scores) > 1:
        rows.append(_sum(scores, words))
    caption = words(
        "Sheets: those of the visitors, without the one on which the team agreed. “Settled by rule”: the visitors "
        "differed, did not agree on one level, and the rule of the standard decided."
    )
    explained = words("The more was not seen or settled by rule, the less a difference between two percents means.")
    return [Heading(words("How good the data are")), table(heads, rows, caption), Paragraph(explained, "quiet")]


def _counts(score: ShelterScore) -> tuple[int, int, int, int, int]:
    """Criteria, not seen, not applicable, settled by rule, without a method."""
    return (
        len(score.outcomes),
        sum(each.score in (NS, DECLINED) for each in score.outcomes),
        sum(each.score == NA for each in score.outcomes),
        len(score.unsettled),
        sum(each.no_method for each in score.outcomes),
    )


def _row(score: ShelterScore) -> tuple[Cell, ...]:
    counts = tuple(cells.count(number) for number in _counts(score))
    return (
        cells.id_(score.shelter),
        cells.percent(score.coverage),
        cells.count(len(score.visitors)),
        *counts,
        cells.ids(score.na_gates),
    )


def _sum(scores: list[ShelterScore], words: Words) -> tuple[Cell, ...]:
    totals = (sum(column) for column in zip(*map(_counts, scores), strict=True))
    return (
        cells.text(words("all")),
        cells.percent(None),
        cells.count(sum(len(each.visitors) for each in scores)),
        *(cells.count(number) for number in totals),
        cells.text(""),
    )
