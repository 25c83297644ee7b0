"""The group's decision about money: adopts a proposal, with the group's own changes, and follows it until done.

A proposal is refused when anything it was worked out from has changed since: then the group would be adopting the
answer to another question. It is also worked out again, and refused where the file says something else: whoever wants
it otherwise says so with a change and its reason, never by editing the file.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ssi.acts.said import confirmed
from ssi.acts.standards import read_bytes
from ssi.allocation import plan as plans
from ssi.allocation.plan import plan_body
from ssi.as_json.money import allocation_json
from ssi.errors import SsiError, fault
from ssi.findings import Plan
from ssi.model import Decision
from ssi.pipeline import ONE_BUDGET, Year, allocation, closed_round, current_plan, inputs_of, with_tables
from ssi.programme import coins

KEYS: Mapping[str, Any] = {  # of what `ssi allocate --to proposal.json` writes, all that a plan is made from
    "round": str,
    "policy": str,
    "currency": str,
    "decimals": int,
    "budget": str,
    "inputs": {str: str},
    "targets": {str: {str: int}},
    "shelters": [{"improvements": [str]}],
    "trainings": [{"training": str, "shelters": [str], "amount": str}],
    "free": [str],
    "funds": [{"fund": str}],
}


def adopt(
    year: Year, file: Path, changes: Sequence[str], *, reason: str = "", at: str, who: str, words_ok: bool = False
) -> Plan:
    """Adopt the proposal in `file`. Faults: not a proposal, an input that changed since, a bad change; another plan of
    the same round without a reason, or one that leaves out what was already begun."""
    data = read_bytes(file)
    proposal = _read(file, data)
    _same_inputs(year, proposal)
    _same_answer(year, file, proposal)
    sha = hashlib.sha256(data).hexdigest()
    programme = with_tables(year).programme
    plan = plans.adopt(proposal, changes, programme.improvements, programme.trainings, sha, at=at, who=who)
    plan = _in_place_of(current_plan(year), plan, reason)
    why = "; ".join((*changes, *([reason] if reason else [])))
    body = {**plan_body(plan), **confirmed(year, why, who, words_ok=words_ok)}
    decision = Decision(at, who, "adopt", plan.round, why, body)
    year.store.adopt(sha, plan.round, data.decode(), decision)
    return plan


def _in_place_of(old: Plan | None, new: Plan, reason: str) -> Plan:
    """The new plan with the progress of the one it takes the place of: what was begun or spent is never lost."""
    if old is None or old.round != new.round:
        return new
    begun = {each.item: each for each in old.items if each.status != "planned"}
    kept = {each.item for each in new.items}
    faults = [fault("plan-exists", round=old.round)] if not reason else []
    faults += [
        fault("plan-begun", item=each.item, status=each.status)
        for each in begun.values()
        if each.item not in kept and each.status != "cancelled"
    ]
    if faults:
        raise SsiError(faults)
    items = (
        replace(each, status=was.status, spent=was.spent, reason=was.reason) if (was := begun.get(each.item)) else each
        for each in new.items
    )
    return replace(new, items=tuple(items))


def _read(file: Path, data: bytes) -> dict[str, Any]:
    try:
        proposal = json.loads(data)
    except ValueError:
        raise SsiError(fault("not-a-proposal", file=file, detail="it is not JSON")) from None
    if not isinstance(proposal, dict):
        raise SsiError(fault("not-a-proposal", file=file, detail="it is a list or a single value"))
    wrong = [name for name, shape in KEYS.items() if not _fits(proposal.get(name), shape)]
    if wrong:
        raise SsiError(fault("not-a-proposal", file=file, detail=f"missing or of another kind: {', '.join(wrong)}"))
    return proposal


def _fits(value: Any, shape: Any) -> bool:
    """Whether a value of JSON has this shape: a type, a list, a map from text, or keys with their shapes."""
    match shape:
        case type():
            return isinstance(value, shape)
        case [each]:
            return isinstance(value, list) and all(_fits(one, each) for one in value)
        case dict() if str in shape:
            return isinstance(value, dict) and all(_fits(one, shape[str]) for one in value.values())
        case _:
            return isinstance(value, dict) and all(_fits(value.get(name), each) for name, each in shape.items())


def _same_inputs(year: Year, proposal: dict[str, Any]) -> None:
    now = inputs_of(year, closed_round(year, proposal["round"]))
    changed = sorted(name for name, sha in proposal["inputs"].items() if now.get(name) != sha)
    if changed:
        raise SsiError([fault("input-changed", input=name, round=proposal["round"]) for name in changed])


def _same_answer(year: Year, file: Path, proposal: dict[str, Any]) -> None:
    """Where the answer is proven it is the same on every machine; an unproven one (a limit of work) is not compared.
    What counts is what the plan is made from, not the sentences beside it."""
    one_budget = [each["fund"] for each in proposal["funds"]] == [ONE_BUDGET]
    budget = coins(proposal["budget"], year.programme.settings, "budget") if one_budget else None
    found = allocation(year, proposal["round"], policy=proposal["policy"], budget=budget)
    again = json.loads(json.dumps(allocation_json(found)))
    differs = sorted(name for name in KEYS if name != "inputs" and not _same(again[name], proposal[name]))
    if found.optimal and differs:
        raise SsiError(fault("proposal-altered", file=file, keys=", ".join(differs)))


def _same(one: Any, other: Any) -> bool:
    """Equal but for sentences."""
    if isinstance(one, dict) and isinstance(other, dict):
        return all(_same(one.get(name), other.get(name)) for name in (one.keys() | other.keys()) - {"why"})
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_same(*pair) for pair in zip(one, other, strict=True))
    return bool(one == other)


def update(
    year: Year, item: str, *, status: str, spent: str, reason: str, at: str, who: str, words_ok: bool = False
) -> Plan:
    """Say how far one item of the plan is."""
    plan = current_plan(year)
    if plan is None:
        raise SsiError(fault("no-plan"))
    newer = plans.update(plan, item, status, spent, reason)
    body = {**plan_body(newer), **confirmed(year, reason, who, words_ok=words_ok)}
    year.store.decide(Decision(at, who, "plan", plan.round, reason, body))
    return newer
