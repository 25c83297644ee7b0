"""Money beside need, shelter by shelter: what falls short, what was granted, what was spent.

Never says that money worked, nor that it did not: it sets two columns side by side.
"""

from ssi.document import Block, Cell, Heading, Paragraph, table
from ssi.findings import Allocation, Needs, Plan
from ssi.reports import cells
from ssi.words import Words


def money_against_need(
    plan: Plan | None, allocation: Allocation | None, needs: Needs | None, words: Words
) -> list[Block]:
    """One row a shelter: needs of the report's round, and the money of the plan, or else of the proposal; [] without
    either. Trainings are paid once for many and stand in a row of their own."""
    if plan:
        granted, spent, decimals = _of_plan(plan), _spent(plan), plan.decimals
        source = words("the adopted improvement plan of round {round}", round=plan.round)
    elif allocation:
        granted, spent, decimals = _of_allocation(allocation), {}, allocation.decimals
        source = words("a proposal on round {round} that is not adopted", round=allocation.round)
    else:
        return []
    short = dict(needs.shelters) if needs else {}
    rows: list[tuple[Cell, ...]] = [
        (
            cells.id_(code) if code else cells.text(words("trainings")),
            cells.count(sum(each.gate for each in short[code]) if code in short else None),
            cells.count(len(short[code]) if code in short else None),
            cells.money(granted.get(code, 0), decimals),
            cells.money(spent.get(code), decimals),
        )
        for code in sorted({*granted, *short}, key=lambda code: (code == "", code))
    ]
    heads = (
        words("Shelter"),
        words("Stop criteria below"),
        words("All criteria below"),
        words("Granted"),
        words("Spent"),
    )
    said = words("Needs are those of the round reported here; money is from {source}.", source=source)
    caution = words("Money goes where a rule and the group sent it. This table does not show what it brought about.")
    return [Heading(words("Money beside need")), table(heads, rows, said), Paragraph(caution, "quiet")]


def granted_and_spent(plan: Plan) -> tuple[int, int]:
    """What the plan grants in all, without what was cancelled, and what is spent so far; in the smallest coin."""
    return sum(_of_plan(plan).values()), sum(_spent(plan).values())


def _of_plan(plan: Plan) -> dict[str, int]:
    """What was granted to each shelter, "" for the trainings; what was cancelled is not."""
    granted: dict[str, int] = {}
    for each in plan.items:
        if each.status != "cancelled":
            granted[each.shelter] = granted.get(each.shelter, 0) + each.quote
    return granted


def _spent(plan: Plan) -> dict[str, int]:
    spent: dict[str, int] = {}
    for each in plan.items:
        if each.spent is not None:
            spent[each.shelter] = spent.get(each.shelter, 0) + each.spent
    return spent


def _of_allocation(allocation: Allocation) -> dict[str, int]:
    granted = {each.shelter: each.amount for each in allocation.shelters}
    if allocation.trainings:
        granted[""] = sum(each.amount for each in allocation.trainings)
    return granted
