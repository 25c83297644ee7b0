"""Says what a shelter's percent may be called: its status, whether it is incomplete, and its level.

Never alters a percent: a status stands beside it. Definitions: scoring.md section 1, "Incomplete" and "Status".
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ssi.findings import AreaScore, Status
from ssi.model import DECLINED, NA, NS, Standard
from ssi.scoring.percent import Scored
from ssi.scoring.settle import falls_short


def is_incomplete(
    scores: Iterable[Scored], areas: Iterable[AreaScore], coverage: Fraction | None, floor: Fraction
) -> bool:
    """Whether too little was seen: nothing at all, a gate not seen, or coverage (here or in an area) below the floor.
    An area without coverage (wholly NA or declined) never makes a shelter incomplete. One where nothing at all was
    scored is, although scoring.md does not name it: nobody may read there that it meets anything."""
    pairs = list(scores)
    nothing = all(score in (NA, NS, DECLINED) for _, score in pairs)
    gate_unseen = any(criterion.gate and score == NS for criterion, score in pairs)
    shares = [coverage, *(each.coverage for each in areas)]
    return nothing or gate_unseen or any(each is not None and each < floor for each in shares)


def status_of(standard: Standard, scores: Sequence[Scored], *, incomplete: bool) -> Status:
    """The first status that holds, worst first."""
    worst = standard.scale[0].value
    if any(criterion.gate and score == worst for criterion, score in scores):
        return "urgent"
    if incomplete:
        return "incomplete"
    if any(
        falls_short(standard, criterion, score) if criterion.gate else criterion.class_ == "critical" and score == worst
        for criterion, score in scores
    ):
        return "conditional"
    asked = [(criterion, score) for criterion, score in scores if criterion.class_ != "desired"]
    met = (score in (NA, DECLINED) or standard.reaches(score, criterion.minimum) for criterion, score in asked)
    return "meets" if all(met) else "improving"


def level_of(percent: Fraction | None, status: Status, bands: Iterable[Fraction], *, incomplete: bool) -> int | None:
    """How many bands the percent has reached; None while incomplete (withheld), 0 while urgent."""
    if incomplete or percent is None:
        return None
    return 0 if status == "urgent" else sum(band <= percent for band in bands)
