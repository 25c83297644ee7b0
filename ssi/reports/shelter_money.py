"""Money that one shelter received and what it was for, beside what changed without any money.

Never shows another shelter's items, and never says that money caused a change: it sets the aim beside what was found.
"""

from ssi.document import Block, Heading, Paragraph, table
from ssi.findings import Plan, PlanItem, ShelterChange, ShelterScore
from ssi.model import Standard
from ssi.reports import cells, phrases
from ssi.words import Words


def money_blocks(
    code: str,
    after: ShelterScore,
    standard: Standard,
    words: Words,
    *,
    plan: Plan | None,
    before: ShelterScore | None,
    change: ShelterChange | None,
) -> list[Block]:
    """The plan's items of this shelter, each aim beside the level found, and what rose without money."""
    items = [each for each in plan.items if each.shelter == code or code in each.shelters] if plan else []
    own = [each for each in items if each.shelter == code and each.quote]
    joined = [each for each in items if not each.shelter]
    free = [each for each in items if each.shelter == code and not each.quote]
    unpaid = _without_money(own + joined, change, words)
    if plan is None or not (items or unpaid):
        return unpaid
    return [
        Heading(words("Money, trainings and changes that cost nothing")),
        *_received(own, plan, words),
        *_joined(joined, words),
        *_free(free, words),
        *_aims([each for each in items if each.status != "cancelled"], before, after, standard, words),
        *unpaid,
    ]


def _received(own: list[PlanItem], plan: Plan, words: Words) -> list[Block]:
    if not own:
        return [Paragraph(words("No improvement of this shelter was paid from the fund of this round."))]
    heads = (words("Item"), words("Granted"), words("Spent"), words("State"), words("Title"))
    rows = [
        (
            cells.id_(each.item),
            cells.money(each.quote, plan.decimals),
            cells.money(each.spent, plan.decimals),
            cells.text(phrases.progress(words, each.status), "good" if each.status == "done" else ""),
            cells.text(each.title),
        )
        for each in own
    ]
    return [table(heads, rows, words("What the fund pays for at your shelter."))]


def _joined(items: list[PlanItem], words: Words) -> list[Block]:
    if not items:
        return []
    heads = (words("Training"), words("State"), words("Title"))
    rows = [
        (cells.id_(each.item), cells.text(phrases.progress(words, each.status)), cells.text(each.title))
        for each in items
    ]
    return [table(heads, rows, words("Trainings that your staff join."))]


def _free(items: list[PlanItem], words: Words) -> list[Block]:
    if not items:
        return []
    heads = (words("Item"), words("State"), words("Title"))
    rows = [
        (cells.id_(each.item), cells.text(phrases.progress(words, each.status)), cells.text(each.title))
        for each in items
    ]
    return [table(heads, rows, words("Changes that you planned and that cost nothing."))]


def _aims(
    items: list[PlanItem], before: ShelterScore | None, after: ShelterScore, standard: Standard, words: Words
) -> list[Block]:
    """One row for each criterion an item is for: level before, aim, level found at the visit."""
    rows = []
    for each in items:
        for criterion, aim in each.criteria.items():
            if after.score(criterion) is None:
                continue
            found = after.score(criterion)
            reached = found is not None and standard.reaches(found, aim)
            rows.append(
                (
                    cells.id_(each.item),
                    cells.id_(criterion),
                    cells.level(before.score(criterion) if before else None),
                    cells.level(aim),
                    cells.level(found, "good" if reached else ""),
                    cells.criterion_text(standard, criterion, words),
                )
            )
    if not rows:
        return []
    heads = (words("Item"), words("Criterion"), words("Before"), words("Aim"), words("Found"), words("Text"))
    caption = words("What each item is for, and what the visitors found. Other things changed at the same time.")
    return [table(heads, rows, caption)]


def _without_money(paid: list[PlanItem], change: ShelterChange | None, words: Words) -> list[Block]:
    """What rose although no paid item or training of the plan was for it: the staff's own work is seen."""
    covered = {criterion for each in paid if each.status != "cancelled" for criterion in each.criteria}
    rose = [code for code in change.improved if code not in covered] if change else []
    if not rose:
        return []
    said = words("Higher than last time, and no money of the plan was for it: {criteria}.", criteria=", ".join(rose))
    return [Paragraph(said, "good")]
