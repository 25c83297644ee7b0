"""The group's decision about money: adopts a proposal, with the group's own changes, and follows it until done.

A proposal is refused when anything it was worked out from has changed since: then the group would be adopting the
answer to another question. It is also worked out again, and refused where the file says something else: whoever wants
it otherwise says so with a change and its reason, never by editing the file.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ssi.acts.standards import read_bytes
from ssi.allocation import plan as plans
from ssi.as_json.money import allocation_json
from ssi.errors import SsiError, fault
from ssi.findings import Plan
from ssi.model import Decision
from ssi.pipeline import ONE_BUDGET, Year, allocation, current_plan, inputs_of, with_tables
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


def adopt(year: Year, file: Path, changes: Sequence[str], *, at: str, who: str) -> Plan:
    """Adopt the proposal in `file`. Faults: not a proposal, an input that changed since, a bad change."""
    data = read_bytes(file)
    proposal = _read(file, data)
    _same_inputs(year, proposal)
    _same_answer(year, file, proposal)
    sha = hashlib.sha256(data).hexdigest()
    programme = with_tables(year).programme
    plan = plans.adopt(proposal, changes, programme.improvements, programme.trainings, sha, at=at, who=who)
    decision = Decision(at, who, "adopt", plan.round, "; ".join(changes), plans.plan_body(plan))
    year.store.adopt(sha, plan.round, data.decode(), decision)
    return plan


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
    now = inputs_of(year, year.store.round(proposal["round"]))
    changed = sorted(name for name, sha in proposal["inputs"].items() if now.get(name) != sha)
    if changed:
        raise SsiError([fault("input-changed", input=name, round=proposal["round"]) for name in changed])


def _same_answer(year: Year, file: Path, proposal: dict[str, Any]) -> None:
    """Where the answer is proven it is the same on every machine; an unproven one (a limit of work) is not compared."""
    one_budget = [each["fund"] for each in proposal["funds"]] == [ONE_BUDGET]
    budget = coins(proposal["budget"], year.programme.settings, "budget") if one_budget else None
    found = allocation(year, proposal["round"], policy=proposal["policy"], budget=budget)
    again = json.loads(json.dumps(allocation_json(found)))
    differs = sorted(name for name in again.keys() | proposal.keys() if again.get(name) != proposal.get(name))
    if found.optimal and differs:
        raise SsiError(fault("proposal-altered", file=file, keys=", ".join(differs)))


def update(year: Year, item: str, *, status: str, spent: str, reason: str, at: str, who: str) -> Plan:
    """Say how far one item of the plan is."""
    plan = current_plan(year)
    if plan is None:
        raise SsiError(fault("no-plan"))
    newer = plans.update(plan, item, status, spent, reason)
    year.store.decide(Decision(at, who, "plan", plan.round, reason, plans.plan_body(newer)))
    return newer
