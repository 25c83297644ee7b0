"""Small questions about money for tests: shelters scored from short words, proposals, trainings and funds.

Never solves. The oracle that answers them by trying everything stands in `tests.allocation.brute`.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ssi.allocation.problem import Problem, build
from ssi.findings import Summary
from ssi.model import Fund, Improvement, PolicySettings, Remedy, Shelter, Standard, Training
from ssi.scoring.summarise import score_shelter
from tests import making

Scores = Mapping[str, int | str]


def summary(of: Standard, scored: Mapping[Shelter, Scores]) -> Summary:
    """A closed round of one assessor a shelter; everything not named is at 2."""
    scores = tuple(
        score_shelter(
            of.checklist(place.kind, children=place.children),
            place.shelter,
            [making.sheet(of, place, "A1", levels)],
        )
        for place, levels in scored.items()
    )
    return Summary("R1", "baseline", of.id, of.version, "sha", False, scores)


def lifts(text: str) -> dict[str, int | None]:
    """'SAF-01 RGT-01:1' as a proposal's criteria."""
    parts = (each.partition(":") for each in text.split())
    return {id: int(level) if level else None for id, _, level in parts}


def item(
    id: str,
    shelter: str,
    cost: int,
    criteria: str,
    *,
    kind: Remedy = "physical",
    to: int | None = None,
    group: str = "",
    requires: Sequence[str] = (),
) -> Improvement:
    return Improvement(
        improvement=id,
        shelter=shelter,
        title=f"title of {id}",
        kind=kind,
        cost=cost,
        criteria=lifts(criteria),
        to=to,
        group=group,
        requires=tuple(requires),
    )


def training(
    id: str,
    fixed: int,
    each: int,
    criteria: str,
    *,
    people: int = 2,
    kind: Remedy = "capacity",
    places: int | None = None,
    to: int | None = None,
) -> Training:
    return Training(
        training=id,
        title=f"title of {id}",
        kind=kind,
        fixed_cost=fixed,
        cost_per_person=each,
        people=people,
        criteria=lifts(criteria),
        to=to,
        places=places,
    )


def fund(amount: int, id: str = "F1", only: Sequence[Remedy] = (), shelters: Sequence[str] = ()) -> Fund:
    return Fund(fund=id, amount=amount, only=tuple(only), shelters=tuple(shelters))


def problem(
    scored: Mapping[Shelter, Scores],
    improvements: Sequence[Improvement] = (),
    trainings: Sequence[Training] = (),
    funds: Sequence[Fund] | int = 0,
    *,
    of: Standard | None = None,
    settings: PolicySettings | None = None,
    unvisited: Sequence[Shelter] = (),
    decimals: int = 2,
) -> Problem:
    """The question, in the small standard; a number as `funds` is one free fund."""
    standard = of or making.standard()
    purse = [fund(funds)] if isinstance(funds, int) else funds
    places = [*scored, *unvisited]
    return build(
        summary(standard, scored), standard, places, improvements, trainings, purse, settings or PolicySettings(),
        currency="USD", decimals=decimals,
    )  # fmt: skip


def percent(of: Standard, place: Shelter, levels: Scores) -> Fraction:
    """The overall percent, scored again from the sheet."""
    found = summary(of, {place: levels}).shelters[0].percent
    assert found is not None
    return found
