"""Two pages that a team leaves at a shelter: the urgent notice, and what the visit settled with a place to reply.

Never says what happened or who said what: criteria, levels and a date. No percentage either: while the round is open
nobody compares shelters.
"""

from collections.abc import Sequence
from dataclasses import replace

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings import Reply, ShelterScore, Urgent
from ssi.model import Criterion, Standard, UrgentSettings
from ssi.reports import cells
from ssi.reports.page import page
from ssi.words import Words

LINES = 8  # to write a reply on


def urgent_notice(
    shelter: str, urgent: Sequence[Urgent], standard: Standard, settings: UrgentSettings, words: Words
) -> Document:
    """One page: the criteria, the date due, the role to tell, the programme's own protocol."""
    tell = settings.tell or words("the role that the programme's protocol names")
    blocks: list[Block] = [
        Note("urgent", words("This waits for no close of a round and no money. Tell today: {role}.", role=tell)),
        table(
            (words("Criterion"), words("What must be true"), words("To be put right by")),
            [
                (cells.id_(each.criterion), cells.text(standard.criterion(each.criterion).text), cells.date(each.due))
                for each in urgent
            ],
        ),
        Paragraph(settings.protocol or words("Follow the programme's protocol.")),
        Paragraph(words(
            "This page says nothing of what happened or of anybody who lives here, and nothing of that kind may be "
            "written on it. A stop criterion is by itself no ground to close a shelter or to move residents: it is a "
            "reason to help at once.")),
        Paragraph(words(
            "It leaves the list when a later sheet shows that it is put right, or by the group's decision.")),
    ]  # fmt: skip
    return page(words, words("Urgent: shelter {shelter}", shelter=shelter), blocks)


def visit_summary(
    score: ShelterScore, standard: Standard, words: Words, *, round: str, urgent: Sequence[Urgent]
) -> Document:
    """What the visit settled: strengths, stop criteria, what to mend this week."""
    top, worst = standard.scale[-1].value, standard.scale[0].value
    met = [each for each in score.outcomes if each.score == top]
    gates = [standard.criterion(each) for each in score.gates]
    low = [standard.criterion(each.criterion) for each in score.outcomes if each.score == worst]
    critical = [each for each in low if each.class_ == "critical" and not each.gate]
    blocks: list[Block] = [
        Paragraph(words("{n} of {total} criteria are fully met.", n=len(met), total=len(score.outcomes)), "lead"),
        Heading(words("What is strong here")),
        Bullets(_strong(met, score, standard, words)),
        Heading(words("Stop criteria")),
        _listed(gates, score, words) if gates else Paragraph(words("No stop criterion is below its minimum."), "good"),
    ]  # fmt: skip
    this_week = [*(standard.criterion(each.criterion) for each in urgent), *critical]
    if this_week:
        blocks += [Heading(words("To mend this week")), _listed(this_week, score, words)]
    title = words("Shelter {shelter}, round {round}: what the visit settled", shelter=score.shelter, round=round)
    return page(words, title, blocks, subtitle=f"{standard.title} {standard.version}")


def visit_page(settled: Document, words: Words, replies: Sequence[Reply]) -> Document:
    """What the shelter keeps: the summary, what it has replied so far, and room to reply."""
    asked = words(
        "What did we not see, or see wrongly? What has changed since? Your words are kept with the result and stand in "
        "every later report. Write no names and no stories of residents."
    )
    room: list[Block] = [Heading(words("Your reply")), Paragraph(asked), *[Paragraph("_" * 60)] * LINES]
    return replace(settled, blocks=(*settled.blocks, *reply_blocks(replies, words), *room))


def reply_blocks(replies: Sequence[Reply], words: Words) -> list[Block]:
    """What the shelter has answered so far; nothing where it has not."""
    if not replies:
        return []
    rows = [(cells.date(each.at[:10]), cells.id_(each.round), cells.text(each.text)) for each in replies]
    heads = (words("Date"), words("Round"), words("In the shelter's own words"))
    return [Heading(words("The shelter's reply")), table(heads, rows)]


def _strong(met: Sequence[object], score: ShelterScore, standard: Standard, words: Words) -> tuple[str, ...]:
    top = standard.scale[-1].value
    lines = []
    for area in standard.area:
        here = [each for each in score.outcomes if standard.criterion(each.criterion).area == area.id]
        full = [each for each in here if each.score == top]
        if here and len(full) * 4 >= len(here) * 3:
            lines.append(words("{area}: {n} of {total} met", area=area.title, n=len(full), total=len(here)))
    return tuple(lines) or (words("{n} criteria are met across the areas.", n=len(met)),)


def _listed(criteria: Sequence[Criterion], score: ShelterScore, words: Words) -> Block:
    rows: list[tuple[Cell, ...]] = [
        (cells.id_(each.id), cells.text(each.text), cells.level(score.score(each.id))) for each in criteria
    ]
    return table((words("Criterion"), words("What must be true"), words("Level")), rows)
