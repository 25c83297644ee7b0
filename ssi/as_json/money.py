"""Allocation and Plan as JSON: money as decimal strings with exactly the currency's decimals, percents as numbers.

Never works anything out but how a plan's items count up.
"""

from typing import Any

from ssi.as_json.numbers import number
from ssi.findings import Allocation, Plan, PlanItem


def amount(coins: int, decimals: int) -> str:
    """A whole number of the smallest coin as a decimal string: 940000 with 2 decimals is '9400.00'."""
    sign, (whole, rest) = "-" if coins < 0 else "", divmod(abs(coins), 10**decimals)
    return f"{sign}{whole}.{rest:0{decimals}d}" if decimals else f"{sign}{whole}"


def allocation_json(allocation: Allocation) -> dict[str, Any]:
    """`ssi allocate … --json` (DESIGN section 7); `objective`, `bound`, `gain` in percent points. A stage's value and
    bound are whole numbers in its own unit: criteria mended, 1/10,000 points, smallest coins."""
    places = allocation.decimals
    return {
        "round": allocation.round,
        "policy": allocation.policy,
        "currency": allocation.currency,
        "decimals": places,
        "budget": amount(allocation.budget, places),
        "spent": amount(allocation.spent, places),
        "objective": number(allocation.objective),
        "bound": number(allocation.bound),
        "gain": number(allocation.gain),
        "optimal": allocation.optimal,
        "stages": [
            {"name": each.name, "value": each.value, "bound": each.bound, "optimal": each.optimal}
            for each in allocation.stages
        ],
        "funds": [
            {"fund": each.fund, "spent": amount(each.spent, places), "left": amount(each.left, places)}
            for each in allocation.funds
        ],
        "shelters": [
            {
                "shelter": each.shelter,
                "amount": amount(each.amount, places),
                "improvements": list(each.improvements),
                "trainings": list(each.trainings),
                "gain": number(each.gain),
                "why": each.why,
            }
            for each in allocation.shelters
        ],
        "trainings": [
            {
                "training": each.training,
                "shelters": list(each.shelters),
                "sessions": each.sessions,
                "amount": amount(each.amount, places),
            }
            for each in allocation.trainings
        ],
        "guarantees": [{"sentence": each.sentence, "holds": each.holds} for each in allocation.guarantees],
        "free": list(allocation.free),
        "unclaimed": [{"shelter": shelter, "criterion": criterion} for shelter, criterion in allocation.unclaimed],
        "unproposed": [{"shelter": shelter, "criterion": criterion} for shelter, criterion in allocation.unproposed],
        "targets": {id: dict(levels) for id, levels in allocation.targets.items()},
        "inputs": dict(allocation.inputs),
    }


def plan_json(plan: Plan) -> dict[str, Any]:
    """`ssi plan show --json`: what was adopted, and how far each item is; `spent` null where nothing was said."""
    return {
        "proposal": plan.proposal,
        "round": plan.round,
        "policy": plan.policy,
        "adopted_at": plan.adopted_at,
        "adopted_by": plan.adopted_by,
        "currency": plan.currency,
        "decimals": plan.decimals,
        "budget": amount(plan.budget, plan.decimals),
        "quoted": amount(sum(each.quote for each in plan.items if each.status != "cancelled"), plan.decimals),
        "spent": amount(sum(each.spent or 0 for each in plan.items), plan.decimals),
        "changes": list(plan.changes),
        "items": [_item(each, plan.decimals) for each in plan.items],
    }


def _item(item: PlanItem, decimals: int) -> dict[str, Any]:
    return {
        "item": item.item,
        "shelter": item.shelter or None,
        "shelters": list(item.shelters),
        "title": item.title,
        "kind": item.kind,
        "quote": amount(item.quote, decimals),
        "criteria": dict(item.criteria),
        "status": item.status,
        "spent": None if item.spent is None else amount(item.spent, decimals),
        "change": item.change,
        "reason": item.reason,
    }
