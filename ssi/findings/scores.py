"""What scores say: one round, two rounds, what falls short. Fractions are percents of 100."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ssi.model import AGREED, Class, Kind, Remedy, RoundKind

Status = Literal["urgent", "incomplete", "conditional", "meets", "improving"]
Verdict = Literal["improved", "probably improved", "no clear change", "probably worse", "worse", "too little to say"]
RULE = "scoring-1"  # names the kept functions by which a frozen result was worked out


# ── one round ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Outcome:
    """One criterion at one shelter after settling: `typed` = the settled score, `score` = after the evidence cap (the
    one that counts everywhere); `given` = (assessor, score) of every current sheet. `resident` among `methods` is left
    out where the rule of five hides it."""

    criterion: str
    score: int
    typed: int
    given: tuple[tuple[str, int], ...]
    agreed: bool = False  # settled by the agreed sheet
    unsettled: bool = False  # settled by the standard's rule
    contested: bool = False  # must be in an agreed sheet before the round closes
    methods: tuple[str, ...] = ()
    no_method: bool = False  # a practice criterion with a level and no method recorded


@dataclass(frozen=True, slots=True)
class AreaScore:
    """None where nothing was scored (percent), nothing applied (low, high, coverage)."""

    area: str
    weight: Fraction
    percent: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    thin: bool


@dataclass(frozen=True, slots=True)
class ShelterScore:
    """One shelter's result. `gates` = gates below their minimum; `na_gates` = gates that were NA; `level` None while
    incomplete (withheld), 0 while urgent."""

    shelter: str
    kind: Kind
    children: bool
    percent: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    status: Status
    incomplete: bool
    level: int | None
    gates: tuple[str, ...]
    na_gates: tuple[str, ...]
    areas: tuple[AreaScore, ...]
    outcomes: tuple[Outcome, ...]  # in the checklist's order
    sheets: tuple[str, ...]  # hashes of the sheets it rests on

    @property
    def unsettled(self) -> tuple[str, ...]:
        return tuple(each.criterion for each in self.outcomes if each.unsettled)

    @property
    def contested(self) -> tuple[str, ...]:
        return tuple(each.criterion for each in self.outcomes if each.contested)

    @property
    def visitors(self) -> tuple[str, ...]:
        """The assessors whose own sheets it rests on, in the order of codes; the sheet that the team agreed on is no
        visitor's."""
        return tuple(sorted({code for each in self.outcomes for code, _ in each.given} - {AGREED}))

    def score(self, criterion: str) -> int | None:
        """The score that counts, None where the criterion is not on this shelter's checklist."""
        return next((each.score for each in self.outcomes if each.criterion == criterion), None)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far one shelter's visit is, said while the round is open instead of scores."""

    shelter: str
    planned: tuple[str, ...]
    started: tuple[str, ...]
    sealed: tuple[str, ...]
    contested: tuple[str, ...] | None  # ids of what no agreed sheet settles, in order; None before all are sealed
    conflicts: tuple[str, ...] = ()  # assessors with two current sheets
    stale: bool = False  # the agreed sheet rests on a sheet that was replaced


@dataclass(frozen=True, slots=True)
class Summary:
    """One round. While it is open and not previewed, `sealed` is True and `shelters` is empty."""

    round: str
    kind: RoundKind
    standard: str
    version: str
    sha256: str
    sealed: bool
    shelters: tuple[ShelterScore, ...]
    completeness: tuple[Completeness, ...] = ()

    def shelter(self, code: str) -> ShelterScore | None:
        return next((each for each in self.shelters if each.shelter == code), None)


# ── two rounds ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Move:
    """One matched criterion (its id in the later standard): level before → level after, with the weight it carries."""

    criterion: str
    before: int
    after: int
    weight: Fraction


@dataclass(frozen=True, slots=True)
class AreaChange:
    """Matched criteria of one area, recomputed for both rounds."""

    area: str
    before: Fraction
    after: Fraction


@dataclass(frozen=True, slots=True)
class ShelterChange:
    """`before`, `after` as published; `change` = matched change in percent points, None where nothing matched."""

    shelter: str
    before: Fraction | None
    after: Fraction | None
    change: Fraction | None
    moves: tuple[Move, ...]
    areas: tuple[AreaChange, ...]
    improved: tuple[str, ...]
    regressed: tuple[str, ...]
    gates_closed: tuple[str, ...]
    gates_opened: tuple[str, ...]
    verdict: Verdict = "too little to say"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why a criterion was not compared; shelter None = at every shelter."""

    criterion: str
    shelter: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Network:
    """The panel's means of matched percents, and the mean change if those who left had not changed."""

    shelters: int
    before: Fraction | None
    after: Fraction | None
    change: Fraction | None
    change_if_left_unchanged: Fraction | None


@dataclass(frozen=True, slots=True)
class Comparison:
    before: str
    after: str
    shelters: tuple[ShelterChange, ...]
    left_out: tuple[LeftOut, ...]
    both: tuple[str, ...]
    left: tuple[str, ...]
    joined: tuple[str, ...]
    network: Network

    def shelter(self, code: str) -> ShelterChange | None:
        return next((each for each in self.shelters if each.shelter == code), None)


# ── what falls short ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Need:
    """A criterion below its minimum; `distance` = levels short of it."""

    criterion: str
    level: int
    minimum: int
    class_: Class
    gate: bool
    distance: int


@dataclass(frozen=True, slots=True)
class SharedNeed:
    """One criterion that falls short at several shelters, of the `assessed` where it was scored."""

    criterion: str
    shelters: tuple[str, ...]
    assessed: int
    remedy: Remedy | None


@dataclass(frozen=True, slots=True)
class Needs:
    """`common` = candidates for a training; `system` = nearly everywhere, or with remedy `system`."""

    round: str
    shelters: tuple[tuple[str, tuple[Need, ...]], ...]
    common: tuple[SharedNeed, ...]
    system: tuple[SharedNeed, ...]
