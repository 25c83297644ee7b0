"""The group's decision about money: adopts a proposal, with the group's own changes, and follows it until done.

Never optimises. A proposal is refused when anything it was worked out from has changed since: then the group would
be adopting the answer to another question.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ssi.acts.standards import read_bytes
from ssi.allocation import plan as plans
from ssi.errors import SsiError, fault
from ssi.findings import Plan
from ssi.model import Decision
from ssi.pipeline import Year, current_plan, inputs_of, with_tables

KEYS: Mapping[str, type] = {  # what `ssi allocate --to proposal.json` writes and a plan is made from
    "round": str,
    "policy": str,
    "currency": str,
    "decimals": int,
    "budget": str,
    "inputs": dict,
    "targets": dict,
    "shelters": list,
    "trainings": list,
    "free": list,
}


def adopt(year: Year, file: Path, changes: Sequence[str], *, at: str, who: str) -> Plan:
    """Adopt the proposal in `file`. Faults: not a proposal, an input that changed since, a bad change."""
    data = read_bytes(file)
    proposal = _read(file, data)
    _same_inputs(year, proposal)
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
    wrong = [name for name, kind in KEYS.items() if not isinstance(proposal.get(name), kind)]
    if wrong:
        raise SsiError(fault("not-a-proposal", file=file, detail=f"missing or of another kind: {', '.join(wrong)}"))
    return proposal


def _same_inputs(year: Year, proposal: dict[str, Any]) -> None:
    now = inputs_of(year, year.store.round(proposal["round"]))
    changed = sorted(name for name, sha in proposal["inputs"].items() if now.get(name) != sha)
    if changed:
        raise SsiError([fault("input-changed", input=name, round=proposal["round"]) for name in changed])


def update(year: Year, item: str, *, status: str, spent: str, reason: str, at: str, who: str) -> Plan:
    """Say how far one item of the plan is."""
    plan = current_plan(year)
    if plan is None:
        raise SsiError(fault("no-plan"))
    newer = plans.update(plan, item, status, spent, reason)
    year.store.decide(Decision(at, who, "plan", plan.round, reason, plans.plan_body(newer)))
    return newer
