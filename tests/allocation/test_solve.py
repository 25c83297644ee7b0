"""The optimiser against the oracle that tries everything, and what must not change the answer."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.allocation.allocate import allocate
from ssi.allocation.choice import Solution
from ssi.allocation.policies import policy_named
from ssi.allocation.problem import Problem, build
from ssi.allocation.program import Program
from ssi.allocation.solve import run, solve
from ssi.findings import Summary
from ssi.model import NA, NS, Fund, Improvement, PolicySettings, Shelter, Standard, Training
from ssi.scoring.summarise import score_shelter
from tests import making
from tests.allocation.brute import Case, Oracle
from tests.allocation.cases import fund, item, training

# The small standard with one more critical criterion that is no gate, so that both critical goals have work.
TEXT = making.SMALL.replace(
    '{ id = "SAF-03", class = "desired"',
    '{ id = "SAF-04", class = "critical", text = "Keys", anchors = ["a", "b", "c"] },\n'
    '  { id = "SAF-03", class = "desired"',
)
STANDARD = making.standard(TEXT)
IDS = [each.id for each in STANDARD.criteria]
KINDS = ("physical", "capacity")
QUICK = settings(max_examples=60, deadline=None)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Up to two shelters, seven improvements (some free) with alternatives and needs, two trainings, three funds with
    earmarks."""
    places = [making.shelter(f"S{at}", children=draw(st.booleans())) for at in range(1, draw(st.integers(1, 2)) + 1)]
    scored = {
        place: {
            each.id: draw(st.sampled_from([0, 0, 1, 1, 2, NS, NA]))
            for each in STANDARD.checklist(place.kind, children=place.children).criteria
        }
        for place in places
    }
    targets = st.dictionaries(st.sampled_from(IDS), st.sampled_from([None, 1, 2]), min_size=1, max_size=3)
    common = [_training(draw, f"T{at}", targets) for at in range(draw(st.integers(0, 2)))]
    proposals: list[Improvement] = []
    for at in range(draw(st.integers(1, 7))):
        proposals.append(_proposal(draw, f"I{at}", places, targets, proposals, common))
    codes = [each.shelter for each in places]
    funds = [
        fund(
            draw(st.integers(0, 40)),
            f"F{at}",
            draw(st.sampled_from([(), (), ("physical",), ("capacity",)])),
            draw(st.sampled_from([(), (), tuple(codes[:1]), tuple(codes)])),
        )
        for at in range(draw(st.integers(1, 3)))
    ]
    return Case(STANDARD, scored, proposals, common, funds)


def _training(draw: st.DrawFn, id: str, targets: st.SearchStrategy[dict[str, int | None]]) -> Training:
    made = training(id, draw(st.integers(0, 12)), draw(st.integers(0, 5)), "", people=draw(st.integers(1, 2)))
    more = {
        "criteria": draw(targets),
        "places": draw(st.sampled_from([None, 1, 2])),
        "kind": draw(st.sampled_from(KINDS)),
    }
    return made.model_copy(update=more)


def _proposal(
    draw: st.DrawFn,
    id: str,
    places: list[Shelter],
    targets: st.SearchStrategy[dict[str, int | None]],
    before: list[Improvement],
    common: list[Training],
) -> Improvement:
    code = draw(st.sampled_from(places)).shelter
    known = [each.improvement for each in before if each.shelter == code] + [each.training for each in common]
    wanted: bool = draw(st.booleans())
    needs = [draw(st.sampled_from(known))] if known and wanted else []
    cost = draw(st.sampled_from([0, *range(1, 21)]) | st.just(0) | st.integers(1, 20))
    made = item(id, code, cost, "", kind=draw(st.sampled_from(KINDS)), requires=needs)
    return made.model_copy(update={"criteria": draw(targets), "group": draw(st.sampled_from(["", "", "g"]))})


def problem_of(case: Case) -> Problem:
    scores = [
        score_shelter(
            case.standard.checklist(place.kind, children=place.children),
            place.shelter,
            [making.sheet(case.standard, place, "A1", levels)],
        )
        for place, levels in case.scored.items()
    ]
    found = Summary("R1", "baseline", case.standard.id, case.standard.version, "sha", False, tuple(scores))
    return build(
        found, case.standard, tuple(case.scored), case.improvements, case.trainings, case.funds, PolicySettings()
    )


def solved(problem: Problem, policy: str) -> Solution:
    return solve(problem, policy_named(policy).goals)


def vector(solution: Solution) -> tuple[int, ...]:
    """Goals, then money spent, negative: more is better everywhere."""
    return tuple(-each.value if each.name == "money" else each.value for each in solution.stages)


@QUICK
@given(cases())
def test_it_is_the_best_of_everything_that_could_be_bought(case: Case) -> None:
    oracle, problem = Oracle(case), problem_of(case)
    for policy in ("critical", "total"):
        solution, best = solved(problem, policy), oracle.best(policy)
        assert vector(solution) == best.vector
        assert solution.bought == best.bought
        assert all(each.optimal and each.value == each.bound for each in solution.stages)
        allocation = allocate(problem, policy)
        assert allocation.objective == allocation.bound == allocation.gain == oracle.rise(best.bought)
        assert sum(each.gain for each in allocation.shelters) == allocation.gain


@QUICK
@given(cases())
def test_every_promise_is_kept_and_no_fund_is_overspent(case: Case) -> None:
    for policy in ("critical", "total"):
        allocation = allocate(problem_of(case), policy)
        assert [each.sentence for each in allocation.guarantees if not each.holds] == []
        assert allocation.optimal and allocation.objective == allocation.bound
        assert all(each.spent >= 0 and each.left >= 0 for each in allocation.funds)
        assert allocation.spent == sum(each.spent for each in allocation.funds) <= allocation.budget
        own = sum(each.amount for each in allocation.shelters)
        assert allocation.spent == own + sum(each.amount for each in allocation.trainings)


Row = TypeVar("Row")


def shuffled(rows: Sequence[Row], seed: int) -> list[Row]:
    return Random(seed).sample(rows, len(rows))


@settings(max_examples=30, deadline=None)
@given(cases(), st.integers(0, 999))
def test_the_order_of_rows_changes_nothing(case: Case, seed: int) -> None:
    other = replace(
        case,
        scored=dict(shuffled(list(case.scored.items()), seed)),
        improvements=shuffled(case.improvements, seed),
        trainings=shuffled(case.trainings, seed),
        funds=shuffled(case.funds, seed),
    )
    assert allocate(problem_of(case), "critical") == allocate(problem_of(other), "critical")


@settings(max_examples=30, deadline=None)
@given(cases(), st.integers(1, 15))
def test_more_money_never_lowers_the_stages(case: Case, more: int) -> None:
    richer = replace(case, funds=[each.model_copy(update={"amount": each.amount + more}) for each in case.funds])
    for policy in ("critical", "total"):
        before, after = solved(problem_of(case), policy), solved(problem_of(richer), policy)
        assert vector(after)[:-1] >= vector(before)[:-1]


@settings(max_examples=20, deadline=None)
@given(cases())
def test_a_fund_split_in_two_or_other_coins_change_nothing(case: Case) -> None:
    first = case.funds[0]
    half = first.model_copy(update={"amount": first.amount // 2})
    rest = first.model_copy(update={"fund": "F9", "amount": first.amount - first.amount // 2})
    split = replace(case, funds=[half, rest, *case.funds[1:]])
    dong = replace(
        case,
        improvements=[each.model_copy(update={"cost": each.cost * 12_345_678}) for each in case.improvements],
        trainings=[
            each.model_copy(
                update={
                    "fixed_cost": each.fixed_cost * 12_345_678,
                    "cost_per_person": each.cost_per_person * 12_345_678,
                }
            )
            for each in case.trainings
        ],
        funds=[each.model_copy(update={"amount": each.amount * 12_345_678 + 1}) for each in case.funds],
    )
    bought = solved(problem_of(case), "critical").bought
    assert solved(problem_of(split), "critical").bought == bought
    assert solved(problem_of(dong), "critical").bought == bought


def test_large_odd_amounts_are_counted_to_the_coin() -> None:
    """Two fences of which the fund covers both less one coin: one is bought, not both by rounding."""
    place = making.shelter("S1")
    costs = (987_654_321_123, 1_234_567_890_457)
    rows = [item("I1", "S1", costs[0], "SAF-02"), item("I2", "S1", costs[1], "SAF-03")]
    scored = {place: {"SAF-02": 0, "SAF-03": 0, "SAF-01": 2, "SAF-04": 2, "RGT-01": 2, "RGT-02": 2}}
    for amount, expected in ((sum(costs) - 1, {"I1"}), (sum(costs), {"I1", "I2"})):
        case = Case(STANDARD, scored, rows, [], [Fund(fund="F", amount=amount)])
        assert solved(problem_of(case), "total").bought == expected


def test_nothing_to_buy_and_no_money_are_answers_too() -> None:
    empty = problem_of(Case(STANDARD, {}, [], [], []))
    allocation = allocate(empty, "critical")
    assert allocation.spent == allocation.budget == 0 and allocation.optimal
    place = making.shelter("S1")
    scored = {place: dict.fromkeys([each.id for each in STANDARD.checklist("long-term", children=False).criteria], 0)}
    poor = problem_of(Case(STANDARD, scored, [item("I1", "S1", 5, "RGT-01")], [], []))
    assert allocate(poor, "critical").spent == 0


def standard_of(profits: list[int]) -> Standard:
    """One area with a criterion for each profit, weighing as much."""
    head = TEXT[: TEXT.index("[[area]]")] + '[[area]]\nid = "K"\ntitle = "k"\n'
    row = '[[area.criterion]]\nid = "K-{:02}"\nclass = "desired"\ntext = "k"\nanchors = ["a", "b", "c"]\nweight = {}\n'
    return making.standard(head + "".join(row.format(at, profit) for at, profit in enumerate(profits)))


def test_published_knapsacks_have_their_published_optimum() -> None:
    """Kreher and Stinson, Combinatorial Algorithms (1999), as circulated by J. Burkardt (knapsack_01, P01 and P07)."""
    published = (
        (165, "23 31 29 44 53 38 63 85 89 82", "92 57 49 68 60 43 67 84 87 72", 309),
        (
            750,
            "70 73 77 80 82 87 90 94 98 106 110 113 115 118 120",
            "135 139 149 150 156 163 173 184 192 201 210 214 221 229 240",
            1458,
        ),
    )
    for capacity, weights, profits, optimum in published:
        worth = [int(each) for each in profits.split()]
        of, place = standard_of(worth), making.shelter("S1")
        rows = [item(f"I{at:02}", "S1", int(each), f"K-{at:02}") for at, each in enumerate(weights.split())]
        case = Case(of, {place: {each.id: 0 for each in of.criteria}}, rows, [], [fund(capacity)])
        bought = solved(problem_of(case), "total").bought
        assert sum(worth[int(id[1:])] for id in bought) == optimum


def test_a_knapsack_of_ten_limits_has_its_published_optimum() -> None:
    """Problem 1 of mknap1 in the OR-Library (C. C. Petersen, Management Science 13, 1967): 3800."""
    profits = (100, 600, 1200, 2400, 500, 2000)
    limits = (80, 96, 20, 36, 44, 48, 10, 18, 22, 24)
    table = (
        "8 12 13 64 22 41", "8 12 13 75 22 41", "3 6 4 18 6 4", "5 10 8 32 6 12", "5 13 8 42 6 20",
        "5 13 8 48 6 20", "0 0 0 0 8 0", "3 0 4 0 8 0", "3 2 4 0 8 4", "3 2 4 8 8 4",
    )  # fmt: skip
    program = Program(problem_of(Case(STANDARD, {}, [], [], [])))
    columns = [program.add(1, whole=True) for _ in profits]
    for row, limit in zip(table, limits, strict=True):
        program.at_most(dict(zip(columns, map(float, row.split()), strict=True)), limit)
    answer = run(program, dict(zip(columns, profits, strict=True)), maximise=True)
    assert answer.proven and round(answer.objective) == round(answer.bound) == 3800
