"""The plan: a proposal that the group adopted, with its own changes and reasons, then followed until done.

Never optimises and never knows when or who: both come as arguments. A change is one line of text, so that it can be
kept in the minutes as it was said: `ITEM drop: reason`, `ITEM add: reason`, `ITEM cost=AMOUNT: reason`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from decimal import Decimal
from typing import Any, get_args

from ssi.errors import Fault, SsiError, did_you_mean, fault, refuse
from ssi.findings import Plan, PlanItem
from ssi.findings.money import PlanStatus
from ssi.model import Improvement, Training

STATUSES: tuple[PlanStatus, ...] = get_args(PlanStatus)
CHANGE = re.compile(
    r"\s*(?P<item>\S+)\s+(?P<verb>drop|add|cost\s*=\s*(?P<amount>\S+?))\s*(?::(?P<reason>.*))?", re.DOTALL
)
AMOUNT = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Change:
    """What the group decided otherwise; `verb` is drop, add or cost; `amount` as typed."""

    item: str
    verb: str
    reason: str
    amount: str = ""


def coins(text: str, decimals: int) -> int | None:
    """A decimal text as a whole number of the smallest coin, None where it is not an amount of this currency."""
    if not AMOUNT.fullmatch(text):
        return None
    amount = Decimal(text).scaleb(decimals)
    return int(amount) if amount == amount.to_integral_value() else None


def adopt(
    proposal: Mapping[str, Any],
    changes: Sequence[str],
    improvements: Sequence[Improvement],
    trainings: Sequence[Training],
    sha256: str,
    *,
    at: str,
    who: str,
) -> Plan:
    """The plan from a proposal (the JSON of `ssi allocate`, `sha256` of its file) and the group's changes. Raises every
    fault at once: a change that cannot be read or has no reason, an unknown item, a need left out, too little money."""
    offers = _Offers(proposal, {each.improvement: each for each in improvements})
    items, found = offers.proposed({each.training: each for each in trainings})
    read, unread = _read_changes(changes)
    refuse((*found, *unread, *(each for change in read for each in _apply(change, items, offers))))
    decimals = int(proposal["decimals"])
    budget = coins(proposal["budget"], decimals) or 0
    refuse((*_broken(items, offers), *_overspent(items.values(), budget, decimals)))
    return Plan(
        proposal=sha256,
        round=proposal["round"],
        adopted_at=at,
        adopted_by=who,
        currency=proposal["currency"],
        decimals=decimals,
        budget=budget,
        items=tuple(items[id] for id in sorted(items)),
        policy=proposal["policy"],
        changes=tuple(each.strip() for each in changes),
    )


@dataclass(frozen=True)
class _Offers:
    """The proposal beside the improvements that it was worked out from."""

    proposal: Mapping[str, Any]
    improvements: Mapping[str, Improvement]

    def proposed(self, trainings: Mapping[str, Training]) -> tuple[dict[str, PlanItem], list[Fault]]:
        """The items of the proposal by id, and a fault for each that no file knows."""
        own = [id for each in self.proposal["shelters"] for id in each["improvements"]]
        ids = [*own, *self.proposal["free"]]
        items = {id: self.item(id) for id in ids if id in self.improvements}
        for each in self.proposal["trainings"]:
            if each["training"] in trainings:
                items[each["training"]] = self._course(each, trainings[each["training"]])
        known = (*ids, *(each["training"] for each in self.proposal["trainings"]))
        return items, [fault("plan-proposal-unknown", item=id) for id in known if id not in items]

    def item(self, id: str, change: str = "") -> PlanItem:
        own = self.improvements[id]
        targets = self.proposal["targets"].get(id, {})
        return PlanItem(id, own.shelter, own.title, own.kind, own.cost, targets, change=change)

    def _course(self, award: Mapping[str, Any], own: Training) -> PlanItem:
        quote = coins(award["amount"], int(self.proposal["decimals"])) or 0
        targets = self.proposal["targets"].get(own.training, {})
        return PlanItem(own.training, "", own.title, own.kind, quote, targets, tuple(award["shelters"]))


# ── the group's own changes ──────────────────────────────────────────────────────────────────────────────────────────


def _read_changes(texts: Sequence[str]) -> tuple[list[Change], list[Fault]]:
    changes: dict[str, Change] = {}
    found = []
    for text in texts:
        match = CHANGE.fullmatch(text)
        if match is None:
            found.append(fault("plan-change-unreadable", change=text))
            continue
        item, reason = match["item"], (match["reason"] or "").strip()
        if not reason:
            found.append(fault("plan-reason-missing", item=item))
        if item in changes:
            found.append(fault("plan-change-twice", item=item))
            continue
        changes[item] = Change(item, "cost" if match["amount"] else match["verb"], reason, match["amount"] or "")
    return list(changes.values()), found


def _apply(change: Change, items: dict[str, PlanItem], offers: _Offers) -> list[Fault]:
    """Change the items in place; a fault where that cannot be."""
    if change.verb == "add":
        return _add(change, items, offers)
    if change.item not in items:
        return [fault("plan-item-unknown", item=change.item, hint=did_you_mean(change.item, items))]
    if change.verb == "drop":
        del items[change.item]
        return []
    decimals = int(offers.proposal["decimals"])
    quote = coins(change.amount, decimals)
    if quote is None:
        return [fault("plan-amount", amount=change.amount, item=change.item, decimals=decimals)]
    items[change.item] = replace(items[change.item], quote=quote, change=change.reason)
    return []


def _add(change: Change, items: dict[str, PlanItem], offers: _Offers) -> list[Fault]:
    if change.item in items:
        return [fault("plan-has-it", item=change.item)]
    if change.item in offers.improvements:
        items[change.item] = offers.item(change.item, change.reason)
        return []
    if change.item in offers.proposal["targets"]:
        return [fault("plan-add-training", item=change.item)]
    return [fault("plan-nothing-to-add", item=change.item, hint=did_you_mean(change.item, offers.improvements))]


def _broken(items: Mapping[str, PlanItem], offers: _Offers) -> Iterator[Fault]:
    """What a changed plan leaves without its need, and alternatives that it holds together."""
    groups: dict[tuple[str, str], str] = {}
    for id in sorted(items):
        own = offers.improvements.get(id)
        if own is None:
            continue
        for needed in own.requires:
            attended = needed in items and (not items[needed].shelters or own.shelter in items[needed].shelters)
            reached = needed in offers.improvements and not offers.improvements[needed].cost
            if not attended and not reached:
                yield fault("plan-needs", item=id, needed=needed)
        if own.group and own.cost:
            other = groups.setdefault((own.shelter, own.group), id)
            if other != id:
                yield fault("plan-alternatives", item=other, other=id)


def _overspent(items: Iterable[PlanItem], budget: int, decimals: int) -> Iterator[Fault]:
    total = sum(each.quote for each in items)
    if total > budget:
        yield fault("plan-over-budget", cost=Decimal(total).scaleb(-decimals), budget=Decimal(budget).scaleb(-decimals))


# ── progress ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def update(plan: Plan, item: str, status: str, spent: str = "", reason: str = "") -> Plan:
    """The plan with one item's progress: planned, committed, done or cancelled (with a reason). `spent` is a decimal
    text, empty to leave what was said before. Raises every fault at once."""
    items = {each.item: each for each in plan.items}
    found = []
    if item not in items:
        found.append(fault("plan-item-unknown", item=item, hint=did_you_mean(item, items)))
    now = next((each for each in STATUSES if each == status), None)
    if now is None:
        hint = did_you_mean(status, STATUSES)
        found.append(fault("plan-status", status=status, known=", ".join(STATUSES), hint=hint))
    if now == "cancelled" and not reason.strip():
        found.append(fault("plan-cancelled-why", item=item))
    amount = coins(spent, plan.decimals) if spent else None
    if spent and amount is None:
        found.append(fault("plan-amount", amount=spent, item=item, decimals=plan.decimals))
    if found or now is None:
        raise SsiError(found)
    before = items[item]
    after = replace(before, status=now, spent=before.spent if amount is None else amount, reason=reason.strip())
    return replace(plan, items=tuple(after if each is before else each for each in plan.items))


# ── kept in the store ────────────────────────────────────────────────────────────────────────────────────────────────


def plan_body(plan: Plan) -> dict[str, Any]:
    """The plan as plain JSON values, amounts as whole numbers, for the store."""
    return asdict(plan)


def read_plan(body: Mapping[str, Any]) -> Plan:
    """The plan that `plan_body` wrote; what else a decision keeps beside it is left out."""
    own = {each.name: body[each.name] for each in fields(Plan) if each.name in body}
    items = tuple(PlanItem(**{**each, "shelters": tuple(each["shelters"])}) for each in body["items"])
    return Plan(**{**own, "items": items, "changes": tuple(body["changes"])})
