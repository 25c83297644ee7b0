"""The year of the whole national group: one page of figures, then what they rest on.

Never ranks shelters, never says that money worked: peers, teams and money moved together. Where the data cannot carry
a number the report says "too little to say" in its place. It is for the group; the public report has no codes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from ssi.document import Block, Bullets, Cell, Chart, Document, Heading, Note, Paragraph, table
from ssi.findings import Allocation, Comparison, Needs, Plan, ShelterScore, Status, Summary
from ssi.model import Standard
from ssi.reports import cells, phrases
from ssi.reports.comparison import comparison_blocks, opened_note
from ssi.reports.method import method_blocks
from ssi.reports.national_money import money_against_need
from ssi.reports.needs import shared_blocks
from ssi.reports.page import page, rests_on, urgent_notes
from ssi.reports.plan import plan_blocks
from ssi.reports.quality import quality_blocks
from ssi.reports.score import result_table, sealed_blocks
from ssi.words import Words

FEW_SHELTERS = 3  # fewer have no mean: one or two shelters would be read as the country
STATUSES: tuple[Status, ...] = ("urgent", "incomplete", "conditional", "improving", "meets")


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
) -> Document:
    """The year's report on a round; `comparison` ends in this round, `needs` are its needs, `plan` is the money since
    the round before, `allocation` a proposal not yet adopted. Of an open round it tells completeness alone."""
    title = words("Year report of the national group, round {round}", round=summary.round)
    subtitle = f"{phrases.round_kind(words, summary.kind)} · {standard.title} {summary.version}"
    money = plan or allocation
    if summary.sealed:
        blocks = sealed_blocks(summary, words)
    else:
        blocks = [
            *urgent_notes(summary.shelters, standard, words),
            *(replace(each, kind="caution") for each in (opened_note(comparison, words) if comparison else [])),
            *_one_page(summary, words, comparison, needs),
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


def _one_page(summary: Summary, words: Words, comparison: Comparison | None, needs: Needs | None) -> list[Block]:
    """The figures to see first, a number to a row, and the sentences without which they would be misread."""
    scores = summary.shelters
    rows = [
        (cells.count(len(scores)), words("shelters with a result")),
        *_means(scores, words),
        *((cells.count(number), said) for number, said in _statuses(scores, words)),
        (
            cells.count(sum(len(each.gates) for each in scores)),
            words("stop criteria below their minimum, counted at each shelter"),
        ),
        *(_changes(comparison, words) if comparison else []),
        *(_needs(needs, words) if needs else []),
    ]
    figures = [(number, cells.text(said)) for number, said in rows]
    return [
        Heading(words("The year on one page")),
        table((words("Number"), words("What it is")), figures),
        *_cautions(scores, comparison, words),
    ]


def _means(scores: tuple[ShelterScore, ...], words: Words) -> list[tuple[Cell, str]]:
    percents = [each.percent for each in scores if each.percent is not None]
    if len(percents) < FEW_SHELTERS:
        return [(cells.percent(None), words("mean and range: too little to say with fewer than {few} shelters",
                                            few=FEW_SHELTERS))]  # fmt: skip
    return [
        (cells.percent(sum(percents, Fraction(0)) / len(percents)), words("mean of the shelters' percents")),
        (cells.percent(min(percents)), words("lowest percent of a shelter")),
        (cells.percent(max(percents)), words("highest percent of a shelter")),
    ]


def _statuses(scores: tuple[ShelterScore, ...], words: Words) -> list[tuple[int, str]]:
    counted = [(sum(each.status == status for each in scores), status) for status in STATUSES]
    return [
        (number, words("shelters: {status}", status=phrases.status(words, status)))
        for number, status in counted
        if number
    ]


def _changes(comparison: Comparison, words: Words) -> list[tuple[Cell, str]]:
    closed = sum(len(each.gates_closed) for each in comparison.shelters)
    opened = sum(len(each.gates_opened) for each in comparison.shelters)
    whole = comparison.network
    change = (cells.percent(None), words("mean change since {before}: too little to say", before=comparison.before))
    if whole.shelters >= FEW_SHELTERS:
        change = (cells.change(whole.change), words("percent points of mean change since {before}, on matched criteria",
                                                    before=comparison.before))  # fmt: skip
    return [
        (
            cells.count(opened),
            words("stop criteria that fell below their minimum since {before}", before=comparison.before),
        ),
        (
            cells.count(closed),
            words("stop criteria that reached their minimum since {before}", before=comparison.before),
        ),
        change,
    ]


def _needs(needs: Needs, words: Words) -> list[tuple[Cell, str]]:
    return [
        (
            cells.count(sum(len(found) for _, found in needs.shelters)),
            words("criteria below their minimum, counted at each shelter"),
        ),
        (cells.count(len(needs.common)), words("criteria that fall short at several shelters: matter for a training")),
        (
            cells.count(len(needs.system)),
            words("criteria that fall short nearly everywhere, or are matters of rules and systems: for the ministry"),
        ),
    ]


def _cautions(scores: Iterable[ShelterScore], comparison: Comparison | None, words: Words) -> list[Block]:
    statuses = [each for each in STATUSES if any(score.status == each for score in scores)]
    notes: list[Block] = [Bullets(tuple(phrases.status_explained(words, each) for each in statuses))]
    notes.append(Note("caution", phrases.no_ground(words)))
    if comparison:
        notes.append(Note("caution", phrases.no_proof(words)))
    return notes


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
    titles = [(cells.id_(area), cells.area_title(standard, area, words)) for area in areas]
    return [
        Heading(words("Every shelter")),
        result_table(scores, words),
        Chart("heat", words("Shelters and areas, in percent"), alt, columns=tuple(areas), rows=tuple(grid)),
        table(
            (words("Shelter"), *areas),
            rows,
            words("Percent of each area. A dash: nothing applied or nothing was seen."),
        ),
        table((words("Area"), words("Title")), titles, words("The areas.")),
    ]


def _area_percent(score: ShelterScore, area: str) -> Fraction | None:
    return next((each.percent for each in score.areas if each.area == area), None)
