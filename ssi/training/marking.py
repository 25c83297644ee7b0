"""What a learner gave against the reference levels of a case → agreement, leniency, and where they differ.

Never compares people with each other: a room is several learners, each against the reference. All figures are exact.

Exact agreement is what counts. Tools with seven levels ask for 85 percent within one point; on a scale of three levels
one step is half of the scale, and such a rule would pass nearly anybody.
"""

from collections.abc import Mapping
from fractions import Fraction

from ssi.findings import HardCriterion, Mark, PracticeResult, RoomResult
from ssi.model import Observation, Standard
from ssi.training.reading import Practice

NEEDED = Fraction(85)  # percent of exact agreement; own, after the 85 of a tool with seven levels (above)
VALID_YEARS = 2  # how long a pass holds; own

Given = Mapping[str, int]  # criterion → score; what is not in it was left open


def mark(practice: Practice, given: Given, learner: str = "") -> PracticeResult:
    """One learner's result. A criterion that was left open counts as not agreeing; NA and NS agree only with
    themselves."""
    case, standard = practice.case, practice.standard
    marks = tuple(_mark(each, given.get(each.criterion), standard) for each in case.observation)
    steps = [each.steps for each in marks if each.steps is not None]
    exact = _percent(sum(each.exact for each in marks), len(marks))
    return PracticeResult(
        case.id,
        case.title,
        str(standard),
        standard.sha256,
        learner,
        marks,
        exact,
        _percent(sum(each.exact or each.steps in (-1, 1) for each in marks), len(marks)),
        Fraction(sum(steps), len(steps)) if steps else None,
        NEEDED,
        exact >= NEEDED,
    )


def mark_room(practice: Practice, given: Mapping[str, Given]) -> RoomResult:
    """Everybody's result, and the criteria that somebody scored otherwise, the most first, then in the order of the
    case. What was left open says nothing about the words of a criterion."""
    results = tuple(mark(practice, scores, learner) for learner, scores in given.items())
    hard = []
    for at, each in enumerate(practice.case.observation):
        found = {result.learner: result.marks[at] for result in results}
        wrong = sum(not mark.exact for mark in found.values() if mark.given is not None)
        scores = {learner: mark.given for learner, mark in found.items()}
        if wrong:
            hard.append(HardCriterion(each.criterion, wrong, scores, each.score, each.why))
    return RoomResult(results, tuple(sorted(hard, key=lambda each: -each.wrong)))


def _mark(observation: Observation, given: int | None, standard: Standard) -> Mark:
    position, reference = standard.position, observation.score
    both = given is not None and given in position and reference in position
    steps = position[given] - position[reference] if both and given is not None else None
    return Mark(observation.criterion, given, reference, observation.why, steps)


def _percent(part: int, whole: int) -> Fraction:
    return Fraction(100 * part, whole)
