"""The group's plan and a proposal for the money: items, what they lift, who attends a training.

Never holds why the group changed something or cancelled it, unless notes were asked for: those are people's own words.
"""

from collections.abc import Iterator

from ssi.findings import Allocation, Plan
from ssi.tables.tidy import (
    ROUND,
    SHELTER,
    Field,
    Row,
    Tidy,
    amount,
    both,
    code,
    count,
    flat,
    points,
    tidy,
)

_STATUS = ("planned", "committed", "done", "cancelled")
_KINDS = ("physical", "system", "capacity", "case-management")
_ITEM = code("item", "The id of an improvement or a training")
_CURRENCY = code("currency", "The currency of the amounts")


def plan_tables(plan: Plan, *, notes: bool = False) -> tuple[Tidy, ...]:
    """The tables `plan`, `plan_criteria` and `plan_attendance`."""
    return _plan(plan, notes=notes), _plan_criteria(plan), _plan_attendance(plan)


def _plan(plan: Plan, *, notes: bool) -> Tidy:
    fields = (
        *(ROUND, _ITEM),
        Field("shelter", "string", "The shelter's code; empty for a training"),
        Field("title", "string", "What it is called", required=True),
        Field("kind", "string", "What kind of improvement it is", required=True, words=_KINDS),
        Field("status", "string", "How far it is", required=True, words=_STATUS),
        _CURRENCY,
        Field("quote", "number", "What it was to cost", required=True, low=0, decimals=plan.decimals),
        Field("spent", "number", "What it cost; empty where nothing was said", low=0, decimals=plan.decimals),
        *((Field("change", "string", "Why the group changed it"),) if notes else ()),
        *((Field("reason", "string", "What was said at the last update"),) if notes else ()),
    )
    rows = (
        (
            *(plan.round, each.item, each.shelter or None, each.title, each.kind, each.status, plan.currency),
            amount(each.quote, plan.decimals),
            None if each.spent is None else amount(each.spent, plan.decimals),
            *((each.change or None, each.reason or None) if notes else ()),
        )
        for each in plan.items
    )
    return tidy("plan", "The plan that the group adopted", fields, "round item", rows)


def _plan_criteria(plan: Plan) -> Tidy:
    fields = (
        *(ROUND, _ITEM, code("criterion", "The criterion that it lifts")),
        Field("to", "integer", "The level that it should reach", required=True),
    )
    rows = ((plan.round, each.item, id, to) for each in plan.items for id, to in each.criteria.items())
    return tidy("plan_criteria", "What each item of the plan lifts", fields, "round item criterion", rows)


def _plan_attendance(plan: Plan) -> Tidy:
    rows = ((plan.round, each.item, shelter) for each in plan.items for shelter in each.shelters)
    return tidy("plan_attendance", "Who attends which training", (ROUND, _ITEM, SHELTER), "round item shelter", rows)


def allocation_tables(found: Allocation) -> tuple[Tidy, ...]:
    """The tables `allocation`, `allocation_items` and `allocation_trainings` of a proposal."""
    return _allocation(found), _items(found), _trainings(found)


def _allocation(found: Allocation) -> Tidy:
    fields = flat(
        (ROUND, SHELTER, code("policy", "The sharing rule"), _CURRENCY),
        Field("amount", "number", "For the shelter's own improvements", required=True, low=0, decimals=found.decimals),
        points("gain", "What the shelter gains by what is bought"),
    )
    rows = (
        (
            *(found.round, each.shelter, found.policy, found.currency, amount(each.amount, found.decimals)),
            *both(each.gain),
        )
        for each in found.shelters
    )
    return tidy("allocation", "A proposal for the money, by shelter", fields, "round shelter", rows)


def _items(found: Allocation) -> Tidy:
    what = ("improvement", "training")
    fields = (*(ROUND, SHELTER, _ITEM), Field("what", "string", "What is bought", required=True, words=what))
    key = "round shelter item"
    return tidy("allocation_items", "What the proposal buys for each shelter", fields, key, _bought(found))


def _bought(found: Allocation) -> Iterator[Row]:
    for each in found.shelters:
        yield from ((found.round, each.shelter, item, "improvement") for item in each.improvements)
        yield from ((found.round, each.shelter, item, "training") for item in each.trainings)


def _trainings(found: Allocation) -> Tidy:
    fields = (
        *(ROUND, _ITEM, count("sessions", "How often it is held"), _CURRENCY),
        Field("amount", "number", "All that it costs", required=True, low=0, decimals=found.decimals),
    )
    rows = (
        (found.round, each.training, each.sessions, found.currency, amount(each.amount, found.decimals))
        for each in found.trainings
    )
    return tidy("allocation_trainings", "Trainings that the proposal buys", fields, "round item", rows)
