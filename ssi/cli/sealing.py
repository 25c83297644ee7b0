"""What `ssi record` says at the seal: before it, what is missing; after it, what that comes to and what comes next.

Never seals, and never keeps anybody from sealing: a sheet with gaps is a sheet.
"""

from ssi.acts.record import Typing
from ssi.acts.visit import agree_command, open_agreement
from ssi.model import AGREED, Sheet
from ssi.pipeline import one_shelter, summary


def before(typing: Typing) -> list[str]:
    """What somebody should know before they seal, a line each; nothing where nothing is missing."""
    lines = []
    if typing.assessor == AGREED:
        if typing.contested:
            lines.append(f"contested and not settled: {' '.join(typing.contested)}")
            lines.append("The standard's rule will decide, and the round closes only with a reason.")
        return lines
    if typing.open:
        lines.append(f"{len(typing.open)} open: {_ids(typing)}")
        lines.append("They will count as not seen.")
    if typing.unsaid:
        lines.append(f"not said: {' '.join(typing.unsaid)}")
    return lines


def after(typing: Typing, sheet: Sheet) -> list[str]:
    """What the seal comes to, a line each, then what comes next and how the sheet is corrected."""
    lines = []
    if typing.assessor != AGREED and typing.open:
        lines.append(f"not seen: {_ids(typing)}")
    if typing.contested:
        lines.append(f"not settled: {' '.join(typing.contested)}")
    if typing.unsaid:
        lines.append(f"not said: {' '.join(typing.unsaid)}")
    lines.append(f"sealed {sheet.shelter} {sheet.assessor} {sheet.hash[:12]}")
    again = f'ssi record {sheet.shelter} --as {sheet.assessor} --revise --reason "why"'
    return [*lines, _next(typing), f"to correct this sheet: {again}"]


def _ids(typing: Typing) -> str:
    return " ".join(each.id for each in typing.open)


def _next(typing: Typing) -> str:
    """Who has still to seal here, or what the team has still to agree on, or that nothing is missing."""
    here = typing.shelter.shelter
    (visit,) = one_shelter(summary(typing.year, typing.round.id), here, typing.round).completeness
    waiting = sorted({*(visit.planned or visit.started)} - {*visit.sealed})
    if waiting:
        return f"next: not sealed yet at {here}: {', '.join(waiting)}"
    missing = "; ".join(each.message for each in open_agreement(visit))
    if missing:
        return f"next: {missing}: {agree_command(typing.year, typing.round, here)}"
    return f"next: nothing is missing at {here}"
