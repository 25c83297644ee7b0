"""Says what falls short in a round: at one shelter, at many (a training), at nearly all (a matter for policy).

Never says what to buy. A criterion that was not seen is no need: nothing is known of it.
"""

from collections.abc import Iterable
from fractions import Fraction

from ssi.findings import Need, Needs, SharedNeed, ShelterScore, Summary
from ssi.model import CLASSES, Criterion, Standard
from ssi.scoring.settle import falls_short


def needs(
    summary: Summary,
    standard: Standard,
    *,
    common_share: Fraction = Fraction(1, 3),
    system_share: Fraction = Fraction(4, 5),
) -> Needs:
    """What falls short in a round, worst first at each shelter. The shares are of the shelters where the criterion was
    scored: `common` from `common_share` on and at two shelters at least; `system` where the remedy is `system`, or from
    `system_share` on of three shelters at least. What is in `system` is not in `common` too."""
    shared = _shared(summary.shelters, standard)
    system = [
        each for each in shared if each.remedy == "system" or (each.assessed >= 3 and _reaches(each, system_share))
    ]
    common = [
        each for each in shared if each not in system and len(each.shelters) >= 2 and _reaches(each, common_share)
    ]
    return Needs(
        summary.round,
        tuple((each.shelter, _of(each, standard)) for each in summary.shelters),
        tuple(common),
        tuple(system),
    )


def _reaches(need: SharedNeed, share: Fraction) -> bool:
    return len(need.shelters) >= share * need.assessed


def _of(shelter: ShelterScore, standard: Standard) -> tuple[Need, ...]:
    """The needs of one shelter: gates, then by class, then by distance, then in the standard's order."""
    scores = ((standard.criterion(each.criterion), each.score) for each in shelter.outcomes)
    found = [_need(standard, each, score) for each, score in scores if falls_short(standard, each, score)]
    return tuple(sorted(found, key=lambda each: (not each.gate, CLASSES.index(each.class_), -each.distance)))


def _need(standard: Standard, criterion: Criterion, score: int) -> Need:
    distance = standard.position[criterion.minimum] - standard.position[score]
    return Need(criterion.id, score, criterion.minimum, criterion.class_, criterion.gate, distance)


def _shared(shelters: Iterable[ShelterScore], standard: Standard) -> list[SharedNeed]:
    """Every criterion that falls short somewhere, in the standard's order."""
    scored: dict[str, list[tuple[str, int]]] = {each.id: [] for each in standard.criteria}
    for shelter in shelters:
        for outcome in shelter.outcomes:
            if outcome.score in standard.position:
                scored[outcome.criterion].append((shelter.shelter, outcome.score))
    found = []
    for each in standard.criteria:
        short = tuple(code for code, score in scored[each.id] if falls_short(standard, each, score))
        if short:
            found.append(SharedNeed(each.id, short, len(scored[each.id]), each.remedy))
    return found
