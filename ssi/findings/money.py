"""What money says: a proposal and the plan that the group adopted. Amounts are whole numbers of the smallest coin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from ssi.errors import Fault
from ssi.model import Remedy

PlanStatus = Literal["planned", "committed", "done", "cancelled"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One goal of the policy in its order; `bound` = what no allocation can better, in the stage's own unit."""

    name: str
    value: int
    bound: int
    optimal: bool


@dataclass(frozen=True, slots=True)
class ShelterAward:
    """A shelter's own improvements bought, and why, in a sentence for the shelter that did not get more."""

    shelter: str
    amount: int
    improvements: tuple[str, ...]
    trainings: tuple[str, ...]
    gain: Fraction
    why: str


@dataclass(frozen=True, slots=True)
class TrainingAward:
    training: str
    shelters: tuple[str, ...]
    sessions: int
    amount: int


@dataclass(frozen=True, slots=True)
class FundUse:
    fund: str
    spent: int
    left: int


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A sentence that the policy promises, and whether it holds of this allocation (checked, not assumed)."""

    sentence: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Allocation:
    """A proposal. `objective`, `bound`: gain of the whole in percent points, summed over shelters, of what money buys
    beyond what is mended free; `free` = improvements of cost 0, in the plan outside the optimiser; `unclaimed` =
    (shelter, criterion) that were NS."""

    round: str
    policy: str
    currency: str
    decimals: int
    budget: int
    spent: int
    objective: Fraction
    bound: Fraction
    optimal: bool
    stages: tuple[Stage, ...]
    funds: tuple[FundUse, ...]
    shelters: tuple[ShelterAward, ...]
    trainings: tuple[TrainingAward, ...]
    guarantees: tuple[Guarantee, ...]
    free: tuple[str, ...] = ()
    unclaimed: tuple[tuple[str, str], ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)  # name of an input → its sha256
    gain: Fraction = Fraction(0)  # the same as `objective`, under the name that a shelter's own has
    unproposed: tuple[tuple[str, str], ...] = ()  # (shelter, criterion): critical, failing, nobody proposed to mend it
    targets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # id → criterion → level it is to reach
    warnings: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One thing the group adopted; `criteria` maps an id to the level it should reach."""

    item: str
    shelter: str  # empty for a training
    title: str
    kind: Remedy
    quote: int
    criteria: Mapping[str, int]
    shelters: tuple[str, ...] = ()  # a training: who attends
    status: PlanStatus = "planned"
    spent: int | None = None
    change: str = ""  # the group's own reason where this item differs from the proposal
    reason: str = ""  # what was said at the last update: why it was cancelled, for one


@dataclass(frozen=True, slots=True)
class Plan:
    """What the group adopted from a proposal, and how far it is."""

    proposal: str  # sha256 of the proposal file's bytes
    round: str
    adopted_at: str
    adopted_by: str
    currency: str
    decimals: int
    budget: int
    items: tuple[PlanItem, ...]
    policy: str = ""
    changes: tuple[str, ...] = ()
