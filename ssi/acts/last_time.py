"""The level that a criterion had at this shelter in the round before. Apart, because who types seldom asks for it."""

from ssi.acts.record import Typing
from ssi.pipeline import one_shelter, scored_rounds, standard_of, summary


def level_before(typing: Typing, criterion: str) -> tuple[str, int] | None:
    """(round id, the settled level) in the newest closed round of peers before this one in which the shelter has a
    level for the criterion of the same key; None where there is none."""
    key = typing.checklist.standard.criterion(criterion).key
    for round in reversed([each for each in scored_rounds(typing.year) if each.id != typing.round.id]):
        if typing.shelter.shelter not in round.shelter:
            continue
        standard = standard_of(round)
        ids = {each.key: each.id for each in standard.criteria}
        found = one_shelter(summary(typing.year, round.id), typing.shelter.shelter, round)
        if key in ids and found.shelters:
            level = found.shelters[0].score(ids[key])
            if level is not None and level in standard.position:
                return round.id, level
    return None
