"""What changed from one standard to another, and what was said about it in a consultation.

Never says a page: `ssi.standards.difference` makes these values, `ssi.as_json` and `ssi.reports` show them. `what` of a
change is one of the fixed sentences of `ssi.standards.changes.effects`, which the reports translate.
"""

from dataclasses import dataclass
from typing import Literal

from ssi.findings.scores import LeftOut

Bump = Literal["none", "patch", "minor", "major"]
Effect = Literal["wording", "stricter", "looser", "removed", "added", "reweighted", "rescaled", "meaning"]
Within = Literal["criterion", "area", "scale", "rules", "source", "heading"]
State = Literal["open", "accepted", "partly", "declined"]
BUMPS: tuple[Bump, ...] = ("none", "patch", "minor", "major")
STATES: tuple[State, ...] = ("open", "accepted", "partly", "declined")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs. `id` is that of the criterion (the later one; of a dropped one its own), the area or the
    source, the value of a level of the scale, a key of the rules or of the heading. `before` and `after` are as the
    files have them, empty where there is none. `judge`: a person must say whether it is more than it looks."""

    within: Within
    id: str
    what: str
    effect: Effect
    bump: Bump
    before: str = ""
    after: str = ""
    area: str = ""
    level: int | None = None  # the value of the level whose description it is
    judge: bool = False

    @property
    def criterion(self) -> str:
        return self.id if self.within == "criterion" else ""


@dataclass(frozen=True, slots=True)
class Named:
    """A standard by its name and its bytes."""

    id: str
    version: str
    sha256: str
    title: str

    def __str__(self) -> str:
        return f"{self.id} {self.version}"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two standards. `needs` = the version number that the changes need, by its name, and `at_least` the first version
    that has it; `enough` says whether the later file claims that much. `matched` = (id before, id after) of what can be
    compared across the two; `left_out` says why the rest cannot. `weakened` = (criterion or nothing, what)."""

    before: Named
    after: Named
    changes: tuple[Change, ...]
    needs: Bump
    at_least: str
    enough: bool
    matched: tuple[tuple[str, str], ...]
    asked_before: int  # criteria of the earlier standard
    left_out: tuple[LeftOut, ...]
    weakened: tuple[tuple[str, str], ...] = ()

    @property
    def versions(self) -> bool:
        """Whether these are two versions of one standard; only then does a version number say anything."""
        return self.before.id == self.after.id

    @property
    def moving(self) -> tuple[Change, ...]:
        """The changes by which the overall percent of the two cannot be compared."""
        return tuple(each for each in self.changes if each.bump == "major" or each.effect == "added")

    @property
    def to_judge(self) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.judge)


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark of a consultation; `by` is an office or a role, never a person. `criterion` is empty where it is about
    the whole standard, `answer` while the state is open."""

    comment: str
    criterion: str
    by: str
    text: str
    answer: str
    state: State
