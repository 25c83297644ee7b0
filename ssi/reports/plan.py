"""The improvement plan that the group adopted: every item, how far it is, what is spent and what is left.

Never says what an item brought about: that is a matter of the next visit.
"""

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings import Plan, PlanItem
from ssi.reports import cells, phrases
from ssi.reports.page import page
from ssi.words import Words


def plan_page(plan: Plan, words: Words) -> Document:
    """The improvement plan: what was adopted, how far each item is, what is spent and what is left."""
    title = words("Improvement plan of round {round}", round=plan.round)
    subtitle = words("Adopted by {who} on {date}", who=plan.adopted_by, date=words.date(plan.adopted_at))
    footer = (words("Proposal: sha256 {sha256}", sha256=plan.proposal),)
    return page(words, title, plan_blocks(plan, words), subtitle=subtitle, currency=plan.currency, footer=footer)


def booked(item: PlanItem) -> int:
    """What an item takes from the budget: done or cancelled, what was spent; while open, its quote at least."""
    spent = item.spent or 0
    if item.status == "cancelled" or (item.status == "done" and item.spent is not None):
        return spent
    return max(item.quote, spent)


def plan_blocks(plan: Plan, words: Words) -> list[Block]:
    def money(amount: int) -> str:
        return words.money(cells.coins(amount, plan.decimals), plan.currency)

    left = plan.budget - sum(map(booked, plan.items))
    spent = sum(each.spent or 0 for each in plan.items)
    said = words("Budget: {budget}. Spent so far: {spent}. Left when every open item costs what was quoted: {left}.",
                 budget=money(plan.budget), spent=money(spent), left=money(left))  # fmt: skip
    over: list[Block] = [Note("caution", words("The plan costs more than its budget."))] if left < 0 else []
    changes: list[Block] = []
    if plan.changes:
        changes = [Heading(words("What the group changed in the proposal")), Bullets(plan.changes)]
    return [*over, Paragraph(said), *_items(plan, words), *changes]


def _items(plan: Plan, words: Words) -> list[Block]:
    """A line an item; who joins a training, and what was said of an item, stand below the table."""
    if not plan.items:
        return []
    heads = (words("Item"), words("Shelter"), words("Quoted"), words("Spent"), words("State"), words("Title"))
    rows = [
        (
            cells.id_(each.item),
            _whose(each, words),
            cells.money(each.quote, plan.decimals),
            cells.money(each.spent, plan.decimals),
            cells.text(phrases.progress(words, each.status), "good" if each.status == "done" else ""),
            cells.text(" · ".join(filter(None, (each.title, " ".join(each.criteria))))),
        )
        for each in plan.items
    ]
    joined = [
        words("{training} is for {shelters}.", training=each.item, shelters=", ".join(each.shelters))
        for each in plan.items
        if each.shelters
    ]
    said = [f"{each.item}: {'; '.join(filter(None, (each.change, each.reason)))}" for each in plan.items
            if each.change or each.reason]  # fmt: skip
    caption = words("Quoted 0 means: a change that costs nothing. After each title: the criteria that it is for.")
    blocks: list[Block] = [Heading(words("Every item")), table(heads, rows, caption)]
    if joined:
        blocks += [Heading(words("Who joins the trainings"), 3), Bullets(tuple(joined))]
    if said:
        blocks += [Heading(words("The group's reasons"), 3), Bullets(tuple(said))]
    return blocks


def _whose(item: PlanItem, words: Words) -> Cell:
    """The item's shelter; of a training, how many join."""
    if item.shelter or not item.shelters:
        return cells.id_(item.shelter)
    return cells.text(words.many("{count} shelter", "{count} shelters", len(item.shelters)))
