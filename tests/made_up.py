"""Made-up scores for any standard and any number of shelters: true levels, then what each assessor of a visit writes.

Never real, and never left to chance twice: the same seed gives the same scores on every machine, because nothing but
`random.Random.random` is asked. The example year and the benchmarks are made with it.

A visit is drawn again until its sheets settle at the true levels (by the median; a stop criterion by the lowest) or
are so far apart that the team must settle them, and then its agreed sheet says the true level. So what a round results
in is known before it is scored.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple

from ssi.model import NA, NS, SCORE_WORDS, Checklist, Criterion, Measure, Standard

COLUMNS = ("round", "shelter", "assessor", "criterion", "score", "methods", "note", "value")
NOTES = (
    "two of five files",
    "seen in the evening",
    "the paper is of last year",
    "is being repaired",
    "night staff were asked too",
    "one of three rooms",
    "a new list hangs since last month",
    "said so, but nothing is written",
)
Truth = dict[str, int]  # criterion → level, or NA


class Said(NamedTuple):
    """One row of a sheet."""

    score: int
    methods: tuple[str, ...] = ()
    note: str = ""
    value: str = ""


@dataclass(frozen=True)
class Manner:
    """How scores come about; chances are from 0 to 1."""

    mean: float = 0.47  # where on the scale a criterion lies on average; what forces it down comes after
    critical_mean: float = 0.75  # critical criteria are better kept,
    gate_mean: float = 0.95  # and stop criteria best
    accuracy: float = 0.78  # an assessor gives the true level
    gate_accuracy: float = 0.93  # stop criteria are looked at twice
    unseen: float = 0.012  # an assessor did not see a criterion
    not_applicable: float = 0.04  # where the standard allows it
    noted: float = 0.05
    contested: range = range(2, 7)  # how many criteria of a visit are contested

    def middle(self, criterion: Criterion) -> float:
        if criterion.gate:
            return self.gate_mean
        return self.critical_mean if criterion.class_ == "critical" else self.mean


@dataclass(frozen=True)
class Talks:
    """Counts of residents; the notes of a visit depend on them."""

    asked: int = 9
    agreed: int = 6

    def __str__(self) -> str:
        return f"{self.asked} {self.agreed} {self.asked - self.agreed}"


@dataclass(frozen=True)
class Visited:
    """The sheets of one visit: assessor → criterion → what was said; `agreed` holds only what the team settled."""

    talks: Talks
    sheets: dict[str, dict[str, Said]]
    agreed: dict[str, Said] = field(default_factory=dict)


def true_levels(checklist: Checklist, chance: Random, manner: Manner = Manner()) -> Truth:
    """Levels of one shelter that nobody knows: its own strength, then luck by criterion. A stop criterion is never at
    its worst here; whoever wants that says so."""
    values = [each.value for each in checklist.standard.scale]
    strength = (chance.random() - 0.5) * 0.2
    truth: Truth = {}
    for each in checklist.criteria:
        luck = (chance.random() + chance.random() - 1) * 0.6
        drawn = int((manner.middle(each) + strength + luck) * len(values))
        at = min(len(values) - 1, max(0, drawn))
        if each.na_when and chance.random() < manner.not_applicable:
            truth[each.id] = NA
        else:
            truth[each.id] = values[max(1, at) if each.gate else at]
    return truth


def later_levels(
    checklist: Checklist, before: Truth, reached: Mapping[str, int], chance: Random, rising: float = 0.2
) -> Truth:
    """Levels of the same shelter some months later: what was `reached`, and here and there a step up by itself."""
    position = checklist.standard.position
    values = [each.value for each in checklist.standard.scale]
    truth: Truth = {}
    for each in checklist.criteria:
        was, luck = before.get(each.id, NA), chance.random()
        if was == NA:
            truth[each.id] = reached.get(each.id, NA)
            continue
        step = 1 if luck < rising and position[was] < len(values) - 1 else 0
        at = max(position[was] + step, position[reached.get(each.id, was)])
        truth[each.id] = values[at]
    return truth


def visit(
    checklist: Checklist,
    truth: Truth,
    leniency: Mapping[str, float],
    chance: Random,
    *,
    talks: Talks = Talks(),
    documents: Collection[str] = (),
    unseen: Mapping[str, int] | None = None,
    certain: Collection[str] = (),
    manner: Manner = Manner(),
) -> Visited:
    """What a team writes. `leniency`: assessor → from -0.5 (severe) to 0.5; `documents`: criteria seen on paper alone;
    `unseen`: criterion → NS or DECLINED, for the whole team; `certain`: criteria that everybody scores as they are."""
    team = _Team(checklist, truth, leniency, chance, manner)
    known = {id: truth[id] for id in certain} | dict(unseen or {})
    given = {each.id: [known[each.id]] * len(leniency) if each.id in known else [] for each in checklist.criteria}
    while True:
        drawn = {each.id: given[each.id] or team.scores(each) for each in checklist.criteria}
        apart = [each for each in checklist.criteria if contested(checklist.standard, each, drawn[each.id])]
        if len(apart) in manner.contested:
            break
    sheets: dict[str, dict[str, Said]] = {assessor: {} for assessor in leniency}
    for each in checklist.criteria:
        for assessor, score in zip(leniency, drawn[each.id], strict=True):
            sheets[assessor][each.id] = team.said(each, score, talks, on_paper=each.id in documents)
    return Visited(talks, sheets, {each.id: Said(truth[each.id]) for each in apart})


@dataclass(frozen=True)
class _Team:
    checklist: Checklist
    truth: Truth
    leniency: Mapping[str, float]
    chance: Random
    manner: Manner

    def scores(self, criterion: Criterion) -> list[int]:
        """What each assessor gives, drawn again until it settles at the truth or must be settled by the team."""
        standard, true = self.checklist.standard, self.truth[criterion.id]
        if true == NA:
            return [NA] * len(self.leniency)
        while True:
            drawn = [self._glance(criterion, true, each) for each in self.leniency.values()]
            if contested(standard, criterion, drawn) or settled(standard, criterion, drawn) == true:
                return drawn

    def _glance(self, criterion: Criterion, true: int, leniency: float) -> int:
        scale, position = self.checklist.standard.scale, self.checklist.standard.position
        if not criterion.gate and self.chance.random() < self.manner.unseen:
            return NS
        if self.chance.random() < (self.manner.gate_accuracy if criterion.gate else self.manner.accuracy):
            return true
        step = 1 if self.chance.random() < 0.5 + leniency else -1
        step *= 2 if self.chance.random() < 0.05 else 1
        lowest = 1 if criterion.gate and position[true] > 0 else 0
        return scale[min(len(scale) - 1, max(lowest, position[true] + step))].value

    def said(self, criterion: Criterion, score: int, talks: Talks, *, on_paper: bool) -> Said:
        if score == NA:
            return Said(NA, note=criterion.na_when or "")
        if score < 0:
            return Said(score)
        methods = self._methods(criterion, talks, on_paper=on_paper)
        hushed = "resident" in methods and talks.agreed < 5
        noted = not hushed and self.chance.random() < self.manner.noted
        note = NOTES[int(self.chance.random() * len(NOTES))] if noted else ""
        at = self.checklist.standard.position[score]
        return Said(score, methods, note, measured(criterion.measure, at, self.chance) if criterion.measure else "")

    def _methods(self, criterion: Criterion, talks: Talks, *, on_paper: bool) -> tuple[str, ...]:
        """Some of the criterion's methods; a practice is never left to documents alone unless that is wanted."""
        if on_paper:
            return ("document",)
        open_ones = [each for each in criterion.methods if each != "resident" or talks.agreed]
        used = tuple(each for each in open_ones if self.chance.random() < 0.65 or (each == "measure"))
        if not used or (criterion.practice and used == ("document",)):
            return tuple(each for each in open_ones if each != "document") or tuple(open_ones)
        return used


def settled(standard: Standard, criterion: Criterion, scores: Sequence[int]) -> int:
    """The level that the rule makes of these scores: the lower median, of a stop criterion the lowest."""
    levels = sorted((each for each in scores if each in standard.position), key=standard.position.__getitem__)
    if not levels:
        return NS
    return levels[0 if criterion.gate else (len(levels) - 1) // 2]


def contested(standard: Standard, criterion: Criterion, scores: Sequence[int]) -> bool:
    """Whether the team must settle these scores itself."""
    at = [standard.position[each] for each in scores if each in standard.position]
    needed = standard.position[criterion.minimum]
    return bool(at) and (max(at) - min(at) >= 2 or (criterion.gate and min(at) < needed <= max(at)))


def agreement(visits: Iterable[Visited]) -> float:
    """The share of pairs of assessors who gave the same level."""
    same = [
        one[id].score == other[id].score
        for each in visits
        for one, other in combinations(each.sheets.values(), 2)
        for id in one
        if one[id].score >= 0 and other[id].score >= 0
    ]
    return sum(same) / len(same)


def measured(measure: Measure, position: int, chance: Random) -> str:
    """A value that proposes the level at this position of the scale: in whole units, in tenths where a cut is in
    tenths."""
    parts = 1 if all(each.denominator == 1 for each in measure.cuts) else 10
    cuts = [int(each * parts) for each in measure.cuts]
    if measure.better == "more":
        lowest = cuts[position - 1] if position else cuts[0] * 2 // 3
        top = 100 * parts if "percent" in measure.unit else cuts[-1] * 3 // 2
        highest = cuts[position] - 1 if position < len(cuts) else top
    else:
        highest = cuts[position - 1] if position else cuts[0] * 3 // 2
        lowest = cuts[position] + 1 if position < len(cuts) else cuts[-1] * 2 // 3
    value = lowest + int(chance.random() * (highest - lowest + 1))
    return str(value) if parts == 1 else f"{value // parts}.{value % parts}"


# ── as files ─────────────────────────────────────────────────────────────────────────────────────────────────────


def sheet_rows(round: str, shelter: str, visited: Visited) -> Iterator[tuple[str, ...]]:
    """The long form of a visit's sheets, by COLUMNS."""
    for assessor, sheet in visited.sheets.items():
        yield (round, shelter, assessor, "interviews", str(visited.talks), "", "", "")
        yield from _rows((round, shelter, assessor), sheet)


def agreed_rows(round: str, shelter: str, visited: Visited) -> Iterator[tuple[str, ...]]:
    yield from _rows((round, shelter, "agreed"), visited.agreed)


def _rows(head: tuple[str, str, str], sheet: Mapping[str, Said]) -> Iterator[tuple[str, ...]]:
    for criterion, said in sheet.items():
        score = SCORE_WORDS.get(said.score, str(said.score))
        yield (*head, criterion, score, " ".join(said.methods), said.note, said.value)


def write_scores(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    """A scores CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
