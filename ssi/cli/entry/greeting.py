"""What `ssi record` says first: whose sheet this is, how far it is, and what is unusual about it. Never asks."""

from collections.abc import Iterator

from ssi.acts.record import Typing
from ssi.model import AGREED
from ssi.words import Words


def greeting(typing: Typing, words: Words, *, shows: bool) -> Iterator[str]:
    """A text each; `shows`: somebody looks."""
    total = len(typing.walk)
    typed, agrees = total - len(typing.open), typing.assessor == AGREED
    at, round, who = typing.shelter.shelter, typing.round.id, typing.assessor
    head = words("{shelter}, round {round}, assessor {assessor}", shelter=at, round=round, assessor=who)
    scored, settled = (
        words("{n} of {total} scored", n=typed, total=total),
        words("{n} of {total} settled", n=typed, total=total),
    )
    yield f"{head}: {settled if agrees else scored}"
    if agrees and shows:
        yield words(
            "Shown: what the sheets differ on, stop criteria first, then the widest apart.\n"
            "What is not typed stays as the sheets say."
        )
    if not typing.planned:
        yield words(
            "{assessor} at {shelter} is not in visits.csv for this round; recorded all the same.",
            assessor=who,
            shelter=at,
        )
    for code in typing.unfinished:
        yield words(
            "{assessor} has begun a sheet here, planned by nobody and not sealed; it is not waited for.", assessor=code
        )
