"""What a practised case says: how far a learner, or a room of learners, agrees with its reference levels.

Also who, by code, is no longer valid as an assessor, and which posts need training again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Mark:
    """One criterion: the score given (None = left open), the reference, and its reason. `steps` = how many levels of
    the scale the given one lies above the reference (below: negative); None where either is no level."""

    criterion: str
    given: int | None
    reference: int
    why: str
    steps: int | None

    @property
    def exact(self) -> bool:
        return self.given == self.reference


@dataclass(frozen=True, slots=True)
class PracticeResult:
    """`exact` and `within_one` are percents of all criteria of the case, 0 to 100. `leniency` is the mean of the steps
    over the criteria where both are levels, in levels of the scale: above 0 = higher than the reference; None where
    there is no such criterion. `learner` is a code, or empty."""

    case: str
    title: str
    standard: str
    sha256: str
    learner: str
    marks: tuple[Mark, ...]
    exact: Fraction
    within_one: Fraction
    leniency: Fraction | None
    needed: Fraction
    passed: bool

    @property
    def differing(self) -> tuple[Mark, ...]:
        return tuple(each for each in self.marks if not each.exact)


@dataclass(frozen=True, slots=True)
class HardCriterion:
    """A criterion that some of a room scored otherwise than the reference: what each gave, by learner's code."""

    criterion: str
    wrong: int
    given: Mapping[str, int | None]
    reference: int
    why: str


@dataclass(frozen=True, slots=True)
class RoomResult:
    """Every learner's result, in the order of the codes, and what the room got wrong, the most first."""

    results: tuple[PracticeResult, ...]
    hard: tuple[HardCriterion, ...]


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case that can be practised, for a list. `ours` = it lies in the programme's own folder cases/; `faults` = how
    many faults keep it from being used."""

    id: str
    title: str = ""
    kind: str = ""
    children: bool = False
    criteria: int = 0
    standard: str = ""
    language: str = ""
    ours: bool = False
    faults: int = 0


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post whose holder left and that needs training again. `left` = codes of those who left; `assessor` = nobody
    who holds it now is a valid assessor; `trainings` = common trainings that went away with them."""

    post: str
    left: tuple[str, ...]
    assessor: bool
    trainings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """What `status` says of people: codes only. `expired` = (assessor, the day until which the training was valid)."""

    expired: tuple[tuple[str, str], ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
