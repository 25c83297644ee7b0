"""Money that one shelter received and what it was for, beside what changed without any money.

Never shows another shelter's items, and never says that money caused a change: it sets the aim beside what was found.
"""

from collections.abc import Iterator

from ssi.document import Block, Heading, Paragraph, table
from ssi.findings import Plan, PlanItem, ShelterChange, ShelterScore
from ssi.model import SCORE_WORDS, Standard
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
        *([] if own else [Paragraph(words("No improvement of this shelter was paid from the fund of this round."))]),
        *_items([*own, *joined, *free], plan, before, after, standard, words),
        *unpaid,
    ]


def _items(
    items: list[PlanItem],
    plan: Plan,
    before: ShelterScore | None,
    after: ShelterScore,
    standard: Standard,
    words: Words,
) -> list[Block]:
    """One row an item: what it is, its money, how far it is, and each aim beside what the visitors found."""
    if not items:
        return []
    heads = (words("Item"), words("Granted"), words("Spent"), words("State"), words("Aims, and what was found"),
             words("Title"))  # fmt: skip
    rows = [
        (
            cells.id_(each.item),
            cells.money(each.quote if each.shelter else None, plan.decimals),
            cells.money(each.spent if each.shelter else None, plan.decimals),
            cells.text(phrases.progress(words, each.status), "good" if each.status == "done" else ""),
            cells.text("; ".join(_aims(each, before, after, standard, words))),
            cells.text(each.title),
        )
        for each in items
    ]
    caption = words(
        "What the visitors found for each aim; ✓: the aim is reached. Other things changed at the same time."
    )
    return [table(heads, rows, caption)]


def _aims(
    item: PlanItem, before: ShelterScore | None, after: ShelterScore, standard: Standard, words: Words
) -> Iterator[str]:
    """As "SAF-07 0 → 2 ✓": level before, level found, and whether that is the aim; nothing of what was cancelled."""
    for criterion, aim in item.criteria.items():
        found = after.score(criterion)
        if item.status == "cancelled" or found is None:
            continue
        old = before.score(criterion) if before else None
        levels = " → ".join(str(SCORE_WORDS.get(each, each)) for each in (old, found) if each is not None)
        short = words(" (aim {aim})", aim=aim)
        yield f"{criterion} {levels}{' ✓' if standard.reaches(found, aim) else short}".replace(" ", "\u00a0")


def _without_money(paid: list[PlanItem], change: ShelterChange | None, words: Words) -> list[Block]:
    """What rose although no paid item or training of the plan was for it: the staff's own work is seen."""
    covered = {criterion for each in paid if each.status != "cancelled" for criterion in each.criteria}
    rose = [code for code in change.improved if code not in covered] if change else []
    if not rose:
        return []
    said = words("Higher, and no money of the plan was for it: {criteria}.", criteria=", ".join(rose))
    return [Paragraph(said, "good")]
