"""A made year for the tests of reports: five shelters, two rounds, needs, a proposal and a plan; the small standard."""

from fractions import Fraction

from ssi.findings import (
    Allocation,
    Comparison,
    FundUse,
    Guarantee,
    Needs,
    Plan,
    PlanItem,
    ShelterAward,
    Stage,
    Summary,
    TrainingAward,
)  # fmt: skip
from ssi.model import Improvement, RoundKind, Sheet, Standard, Training, Visit
from ssi.scoring.compare import compare
from ssi.scoring.needs import needs
from ssi.scoring.summarise import summarise
from tests import making

Scores = dict[str, int | str]

BEFORE: dict[str, tuple[Scores, Scores]] = {
    "S01": ({"SAF-01": 1, "SAF-02": 1, "RGT-02": 0}, {"SAF-01": 1, "SAF-02": 1, "RGT-02": 0}),
    "S02": ({"SAF-02": 2, "SAF-03": 0}, {"SAF-03": 0}),
    "S03": ({"SAF-02": "NA", "RGT-02": 1}, {"SAF-02": "NA", "RGT-02": 1}),
    "S04": ({"SAF-02": 1, "RGT-02": 1}, {"SAF-02": 1, "RGT-02": 1}),
}
AFTER: dict[str, tuple[Scores, Scores]] = {
    "S01": ({"SAF-02": 2, "RGT-02": 1, "SAF-03": 1}, {"SAF-02": 2, "RGT-02": 1, "SAF-03": 1}),
    "S02": ({"RGT-01": 0, "SAF-03": 1}, {"RGT-01": 0, "SAF-03": 1}),
    "S03": ({"SAF-02": "NA", "RGT-02": 2}, {"SAF-02": "NA", "RGT-02": 1}),
    "S05": ({"SAF-02": "NS", "RGT-02": 1}, {"SAF-02": "NS", "RGT-02": 1}),
}


def the_standard() -> Standard:
    return making.standard()


def a_summary(
    id: str, given: dict[str, tuple[Scores, Scores]], *, closed: bool = True, preview: bool = False
) -> Summary:
    """The summary of a round with two sheets a shelter, by the assessors A1 and A2."""
    of = the_standard()
    places = [making.shelter(code) for code in given]
    sheets: list[Sheet] = [
        making.sheet(of, place, f"A{at}", scores, round=id)
        for place in places
        for at, scores in enumerate(given[place.shelter], 1)
    ]
    visits = [Visit(round=id, shelter=code, assessor=each) for code in given for each in ("A1", "A2")]
    kind: RoundKind = "baseline" if id == "R1" else "follow-up"
    round = making.a_round(places, id=id, kind=kind, visits=visits, closed=closed)
    return summarise(round, of, sheets, preview=preview)


def before() -> Summary:
    return a_summary("R1", BEFORE)


def after() -> Summary:
    return a_summary("R2", AFTER)


def a_comparison() -> Comparison:
    return compare(before(), after(), the_standard(), the_standard())


def the_needs() -> Needs:
    return needs(after(), the_standard())


IMPROVEMENTS = (
    Improvement(improvement="I01", shelter="S01", title="Mend the fence", kind="physical", cost=50_000,
                criteria={"SAF-02": 2}),
    Improvement(improvement="I02", shelter="S01", title="Build a new fence", kind="physical", cost=90_000,
                criteria={"SAF-02": 2}, group="fence"),
    Improvement(improvement="I03", shelter="S01", title="Rent a fence", kind="physical", cost=30_000,
                criteria={"SAF-02": 2}, group="fence"),
    Improvement(improvement="I04", shelter="S01", title="Write the house rules with residents", kind="case-management",
                cost=0, criteria={"RGT-02": 1}),
    Improvement(improvement="I05", shelter="S04", title="Light the yard", kind="physical", cost=20_000,
                criteria={"SAF-02": 2}),
)  # fmt: skip
TRAININGS = (
    Training(training="T01", title="Safe nights", kind="capacity", fixed_cost=40_000, cost_per_person=5_000, people=2,
             criteria={"SAF-01": 2}),
)  # fmt: skip


def an_allocation(*, kept: bool = True, optimal: bool = True) -> Allocation:
    return Allocation(
        round="R1", policy="priority", currency="USD", decimals=2, budget=150_000, spent=100_000,
        objective=Fraction(61, 2), bound=Fraction(63, 2), optimal=optimal,
        stages=(Stage("stop criteria brought to their minimum", 1, 1, True),),
        funds=(FundUse("F1", 100_000, 50_000),),
        shelters=(ShelterAward("S01", 50_000, ("I01",), ("T01",), Fraction(61, 2), "A stop criterion fell short."),),
        trainings=(TrainingAward("T01", ("S01",), 1, 50_000),),
        guarantees=(Guarantee("No fund is overspent.", True), Guarantee("Earmarks are kept.", kept)),
        free=("I04",), unclaimed=(("S05", "SAF-02"),), inputs={"funds.csv": "f" * 64},
        unproposed=(("S02", "RGT-01"),),
    )  # fmt: skip


def a_plan() -> Plan:
    return Plan(
        proposal="a" * 64, round="R1", adopted_at="2026-03-01T00:00:00Z", adopted_by="national group", currency="USD",
        decimals=2, budget=150_000,
        items=(
            PlanItem("I01", "S01", "Mend the fence", "physical", 50_000, {"SAF-02": 2}, status="done", spent=45_000),
            PlanItem("I04", "S01", "Write the house rules with residents", "case-management", 0, {"RGT-02": 1}),
            PlanItem("I05", "S04", "Light the yard", "physical", 20_000, {"SAF-02": 2}, status="cancelled"),
            PlanItem("T01", "", "Safe nights", "capacity", 50_000, {"SAF-01": 2}, ("S01", "S02"), status="committed"),
        ),
        policy="priority", changes=("I05 was taken out: the landlord pays for the light.",),
    )  # fmt: skip
