"""What `ssi record` says at the seal: before it, what is missing; after it, what that comes to and what comes next.

Never seals, and never keeps anybody from sealing: a sheet with gaps is a sheet.
"""

from ssi.acts.record import Typing
from ssi.acts.urgent import urgent
from ssi.acts.visit import agree_command, open_agreement
from ssi.cli.entry.criterion_shown import entry_text
from ssi.model import AGREED, Entry, Sheet
from ssi.pipeline import one_shelter, summary
from ssi.words import Words


def before(typing: Typing, words: Words) -> list[str]:
    """What somebody should know before they seal, a line each; nothing where nothing is missing."""
    lines = []
    if typing.assessor == AGREED:
        if typing.contested:
            lines.append(words("contested and not settled: {ids}", ids=" ".join(typing.contested)))
            lines.append(words("The standard's rule will decide, and the round closes only with a reason."))
        return lines
    if typing.open:
        lines.append(words("{count} open: {ids}", count=len(typing.open), ids=_ids(typing)))
        lines.append(words("They will count as not seen."))
    if typing.unsaid:
        lines.append(words("not said: {what}", what=" ".join(typing.unsaid)))
    return lines


def compared(typing: Typing, words: Words) -> list[str]:
    """What the two keyings of a paper sheet do not say alike, a line each, and what to do about it."""
    found = typing.mismatches
    if not found:
        return [words("Both keyings say the same, all {n} criteria.", n=len(typing.checklist.criteria))]
    lines = [words("{n} of {total} criteria differ:", n=len(found), total=len(typing.checklist.criteria))]
    lines += [f"  {id}  {_typed(one)} | {_typed(other)}" for id, one, other in found]
    shelter, who = typing.shelter.shelter, typing.assessor
    revise = ' --revise --reason "keyed in wrongly"' if typing.sealed else ""
    again = f"ssi record {shelter} --as {who} --again"
    lines.append(
        words(
            "first | second. Look at the paper; then mend the first: {command}",
            command=f"ssi record {shelter} --as {who}{revise}",
        )
    )
    lines.append(words("or the second: {command}", command=again))
    return lines


def _typed(entry: Entry | None) -> str:
    return entry_text(entry) if entry else "-"


def after(typing: Typing, sheet: Sheet, words: Words) -> list[str]:
    """What the seal comes to, a line each, then what comes next and how the sheet is corrected."""
    lines = []
    if typing.assessor != AGREED and typing.open:
        lines.append(words("not seen: {ids}", ids=_ids(typing)))
    if typing.contested:
        lines.append(words("not settled: {ids}", ids=" ".join(typing.contested)))
    if typing.unsaid:
        lines.append(words("not said: {what}", what=" ".join(typing.unsaid)))
    lines.append(words("sealed {sheet}", sheet=f"{sheet.shelter} {sheet.assessor} {sheet.hash[:12]}"))
    typed = f"agree {sheet.shelter}" if typing.assessor == AGREED else f"record {sheet.shelter} --as {sheet.assessor}"
    again = f'ssi {typed} --revise --reason "why"'
    return [*lines, _next(typing, words), words("to correct this sheet: {command}", command=again)]


def _ids(typing: Typing) -> str:
    return " ".join(each.id for each in typing.open)


def _next(typing: Typing, words: Words) -> str:
    """Who has still to seal here, or what the team has still to agree on, or that nothing is missing."""
    here = typing.shelter.shelter
    (visit,) = one_shelter(summary(typing.year, typing.round.id), here, typing.round).completeness
    waiting = sorted({*(visit.planned or visit.started)} - {*visit.sealed})
    if waiting:
        return words("next: not sealed yet at {shelter}: {who}", shelter=here, who=", ".join(waiting))
    missing = "; ".join(each.in_words(words)[0] for each in open_agreement(visit))
    if missing:
        command = agree_command(typing.year, typing.round, here)
        return words("next: {what}: {command}", what=missing, command=command)
    if typing.assessor != AGREED and any(each.shelter == here for each in urgent(typing.year)):
        told = words("a stop criterion is at its worst level, which does not wait")
        return words("next: {what}: {command}", what=told, command=agree_command(typing.year, typing.round, here))
    return words("next: nothing is missing at {shelter}", shelter=here)
