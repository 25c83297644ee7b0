"""The year of the whole national group: one page that tells it, then what that rests on.

Never ranks shelters, never says that money worked: peers, teams and money moved together. Where the data cannot carry
a number the report says "too little to say" in its place. It is for the group; the public report has no codes.
"""

from collections.abc import Mapping
from fractions import Fraction

from ssi.document import Block, Chart, Document, Heading, Paragraph, table
from ssi.findings import Allocation, Comparison, Needs, Plan, ShelterScore, Summary
from ssi.model import Standard
from ssi.reports import cells, phrases
from ssi.reports.comparison import comparison_blocks
from ssi.reports.method import method_blocks
from ssi.reports.national_money import money_against_need
from ssi.reports.national_year import year_blocks
from ssi.reports.needs import shared_blocks
from ssi.reports.page import page, rests_on, urgent_notes
from ssi.reports.plan import plan_blocks
from ssi.reports.quality import quality_blocks
from ssi.reports.score import result_table, sealed_blocks
from ssi.words import Words


def national_report(
    summary: Summary,
    standard: Standard,
    words: Words,
    *,
    comparison: Comparison | None = None,
    needs: Needs | None = None,
    plan: Plan | None = None,
    allocation: Allocation | None = None,
    inputs: Mapping[str, str] | None = None,
    closed: str = "",
    programme: str = "",
) -> Document:
    """The year's report on a round; `comparison` ends in this round, `needs` are its needs, `plan` is the money since
    the round before, `allocation` a proposal not yet adopted; `closed` = when the round was closed (ISO 8601). Of an
    open round it tells completeness alone."""
    title = words("Year report of the national group, round {round}", round=summary.round)
    before = comparison.before if comparison else ""
    subtitle = " · ".join(filter(None, (
        phrases.rounds(words, before, summary.round, closed), phrases.round_kind(words, summary.kind), programme,
        f"{standard.title} {summary.version}",
    )))  # fmt: skip
    money = plan or allocation
    if summary.sealed:
        blocks = sealed_blocks(summary, words)
    else:
        blocks = [
            *urgent_notes(summary.shelters, standard, words),
            *year_blocks(summary, standard, words, comparison=comparison, needs=needs, plan=plan),
            *_shelters(summary, standard, words),
            *(comparison_blocks(comparison, standard, words) if comparison else _one_round(words)),
            *(shared_blocks(needs, standard, words) if needs else []),
            *money_against_need(plan, allocation, needs, words),
            *(plan_blocks(plan, words) if plan else []),
            *quality_blocks(summary, words),
            *method_blocks(standard, words, two_rounds=comparison is not None),
        ]
    return page(
        words,
        title,
        blocks,
        subtitle=subtitle,
        currency=money.currency if money else "",
        footer=rests_on(words, summary, inputs),
    )


def _one_round(words: Words) -> list[Block]:
    return [
        Heading(words("Before and after")),
        Paragraph(words("Too little to say: this report has one round, and a change needs two.")),
    ]


def _shelters(summary: Summary, standard: Standard, words: Words) -> list[Block]:
    """Every shelter's result, and shelters × areas as a chart with the table of the same numbers."""
    scores = sorted(summary.shelters, key=lambda each: each.shelter)
    if not scores:
        return []
    areas = [area.id for area in standard.area if any(each.area == area.id for one in scores for each in one.areas)]
    grid = [(one.shelter, tuple(_area_percent(one, area) for area in areas)) for one in scores]
    alt = words("A grid of percents, one row a shelter and one column an area. The table has the numbers.")
    rows = [(cells.id_(code), *(cells.percent(each) for each in percents)) for code, percents in grid]
    return [
        Heading(words("Every shelter"), 1),
        result_table(scores, words),
        Chart("heat", words("Shelters and areas, in percent"), alt, columns=tuple(areas), rows=tuple(grid)),
        table(
            (words("Shelter"), *areas),
            rows,
            words("Percent of each area. A dash: nothing applied or nothing was seen."),
        ),
        _titles(areas, standard, words),
    ]


def _titles(areas: list[str], standard: Standard, words: Words) -> Paragraph:
    """What the areas' ids stand for, in one line."""
    titles = [cells.area_title(standard, area, words) for area in areas]
    named = " · ".join(f"{area} {title.value}" for area, title in zip(areas, titles, strict=True))
    return Paragraph(named, "quiet", titles[0].lang if titles else "")


def _area_percent(score: ShelterScore, area: str) -> Fraction | None:
    return next((each.percent for each in score.areas if each.area == area), None)
