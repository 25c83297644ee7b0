"""Earmarks: who may pay what, and the exact flow against Hall's condition."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.allocation.choice import Solution
from ssi.allocation.funds import Bill, allows, pay
from ssi.allocation.policies import policy_named
from ssi.allocation.solve import solve
from ssi.model import Fund, Remedy
from tests import making
from tests.allocation.cases import fund, item, problem, training

KINDS: list[Remedy] = ["physical", "system"]
SOME = st.lists(st.sampled_from(["S1", "S2", "S3"]), unique=True, max_size=3).map(lambda each: tuple(sorted(each)))
FUNDS = st.lists(
    st.builds(
        lambda amount, only, shelters: (amount, only, shelters),
        st.integers(0, 12),
        st.lists(st.sampled_from(KINDS), unique=True, max_size=1),
        SOME,
    ),
    max_size=4,
).map(lambda rows: [fund(amount, f"F{at}", only, shelters) for at, (amount, only, shelters) in enumerate(rows)])
BILLS = st.lists(
    st.builds(Bill, st.just("x"), st.sampled_from(KINDS), SOME.filter(bool), st.integers(1, 8)), max_size=6
)


def payable(funds: list[Fund], bills: list[Bill]) -> bool:
    """Hall: for every set of funds, what only they may pay is no more than they have."""
    sets = [set(each) for size in range(len(funds) + 1) for each in combinations(range(len(funds)), size)]
    payers = [{at for at, each in enumerate(funds) if allows(each, bill.kind, bill.shelters)} for bill in bills]
    return all(
        sum(bill.amount for bill, who in zip(bills, payers, strict=True) if who <= some)
        <= sum(funds[at].amount for at in some)
        for some in sets
    )


@settings(max_examples=400, deadline=None)
@given(FUNDS, BILLS)
def test_the_flow_pays_whenever_it_can_be_paid_and_to_the_coin(funds: list[Fund], bills: list[Bill]) -> None:
    paid = pay(funds, bills)
    assert (paid is not None) == payable(funds, bills)
    if paid is not None:
        by_id = {each.fund: each for each in funds}
        assert all(allows(by_id[each.fund], each.bill.kind, each.bill.shelters) and each.amount > 0 for each in paid)
        assert sum(each.amount for each in paid) == sum(each.amount for each in bills)
        assert all(sum(each.amount for each in paid if each.fund == own.fund) <= own.amount for own in funds)


def test_money_is_taken_back_where_another_fund_can_stand_in() -> None:
    """A may pay x or y and meets y first; B may pay only y: so A takes its money back from y and pays x."""
    funds = [fund(5, "A", (), ["S1", "S2"]), fund(5, "B", (), ["S2", "S3"])]
    paid = pay(funds, [Bill("y", "system", ("S2",), 5), Bill("x", "system", ("S1",), 5)])
    assert paid is not None
    assert {(each.fund, each.bill.what) for each in paid} == {("B", "y"), ("A", "x")}


def test_free_money_is_what_is_left() -> None:
    funds = [fund(10, "A"), fund(10, "B", ["physical"])]
    paid = pay(funds, [Bill("x", "physical", ("S1",), 7)])
    assert paid is not None and [(each.fund, each.amount) for each in paid] == [("B", 7)]


ONE, TWO = making.shelter("S1"), making.shelter("S2")


def solved(funds: list[Fund]) -> Solution:
    """A common training of 10 and 1 a person; both shelters gain from it."""
    low = {"SAF-01": 1}
    asked = problem({ONE: low, TWO: low}, [], [training("T1", 10, 1, "SAF-01", people=1)], funds)
    return solve(asked, policy_named("critical").goals)


def test_a_fund_named_for_shelters_pays_the_fixed_cost_only_if_it_lists_every_attendee() -> None:
    both = frozenset({"T1 S1", "T1 S2"})
    assert solved([fund(12, "A")]).bought == both
    assert solved([fund(12, "A", (), ["S1", "S2"])]).bought == both
    assert solved([fund(11, "A", (), ["S1"]), fund(1, "B")]).bought == {"T1 S1"}
    assert solved([fund(11, "A", (), ["S1"]), fund(11, "B")]).bought == both
    assert solved([fund(9, "A", (), ["S1"]), fund(9, "B", (), ["S2"])]).bought == frozenset()


def test_an_earmark_is_kept_when_the_better_thing_is_of_another_kind() -> None:
    rows = [
        item("I1", "S1", 5, "SAF-01", kind="capacity"),
        item("I2", "S1", 5, "SAF-03", kind="physical"),
    ]
    found = solve(
        problem({ONE: {"SAF-01": 0, "SAF-03": 0}}, rows, (), [fund(9, "A", ["physical"])]),
        policy_named("critical").goals,
    )
    assert found.bought == {"I2"}


def test_sessions_are_paid_again_when_places_run_out() -> None:
    low = {"SAF-01": 1}
    three = {making.shelter(f"S{at}"): low for at in (1, 2, 3)}
    rows = [training("T1", 10, 1, "SAF-01", people=2, places=4)]
    goals = policy_named("critical").goals
    assert len(solve(problem(three, [], rows, 25), goals).bought) == 2
    assert len(solve(problem(three, [], rows, 26), goals).bought) == 3
