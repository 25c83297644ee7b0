"""Who pays what: bills, the funds that may pay them, and an exact way to pay all of them if there is one.

Never chooses what is bought. Several funds with different earmarks make a small flow problem; it is solved in whole
numbers (augmenting paths), fund by fund from the narrowest earmark to the widest, so that as much as can be is paid
from earmarked money and free money is what is left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ssi.model import Fund, Remedy


@dataclass(frozen=True, slots=True)
class Bill:
    """One amount to pay: `what` is a shelter (its improvements and places of one kind) or a training (fixed cost).
    `shelters` = whom it serves: a fund named for shelters pays only if it lists them all."""

    what: str
    kind: Remedy
    shelters: tuple[str, ...]
    amount: int


@dataclass(frozen=True, slots=True)
class Payment:
    """What one fund pays towards one bill."""

    fund: str
    bill: Bill
    amount: int


def allows(fund: Fund, kind: Remedy, shelters: Sequence[str]) -> bool:
    """Whether the fund's earmark covers a bill of this kind that serves these shelters."""
    return (not fund.only or kind in fund.only) and (not fund.shelters or set(shelters) <= set(fund.shelters))


def pay(funds: Sequence[Fund], bills: Sequence[Bill]) -> tuple[Payment, ...] | None:
    """A way to pay every bill in full within the funds and their earmarks, or None where there is none."""
    open_bills: dict[tuple[int, ...], list[Bill]] = {}
    for bill in bills:
        allowed = tuple(at for at, fund in enumerate(funds) if allows(fund, bill.kind, bill.shelters))
        open_bills.setdefault(allowed, []).append(bill)
    owed = {allowed: sum(each.amount for each in group) for allowed, group in open_bills.items()}
    flow = _flow(funds, owed)
    if any(sum(flow[allowed].values()) < amount for allowed, amount in owed.items()):
        return None
    return tuple(each for allowed, group in open_bills.items() for each in _shared(funds, flow[allowed], group))


Flow = Mapping[tuple[int, ...], Mapping[int, int]]


def _flow(funds: Sequence[Fund], owed: Mapping[tuple[int, ...], int]) -> Flow:
    """What each group of bills (by the funds that may pay it) gets from each fund: as much as can be paid at all."""
    flow = {allowed: dict.fromkeys(allowed, 0) for allowed in owed}
    left = [each.amount for each in funds]
    for fund in sorted(range(len(funds)), key=lambda at: _narrow(funds[at])):
        while left[fund] and (path := _path(fund, flow, owed)):
            group = path[-1][0]
            room = owed[group] - sum(flow[group].values())
            step = min([left[fund], room, *(flow[back][over] for back, over in _returned(path))])
            for allowed, by in path:
                flow[allowed][by] += step
            for back, over in _returned(path):
                flow[back][over] -= step
            left[fund] -= step
    return flow


def _narrow(fund: Fund) -> tuple[int, int, int, str]:
    """Sorts the narrowest earmark first."""
    marks = bool(fund.only) + bool(fund.shelters)
    return -marks, len(fund.shelters), len(fund.only), fund.fund


Path = list[tuple[tuple[int, ...], int]]


def _path(fund: int, flow: Flow, owed: Mapping[tuple[int, ...], int]) -> Path:
    """From a fund with money left to a group that is not paid in full: (group, who pays it more), …; empty where there
    is none. Between two steps the next fund takes its money back from the group before."""
    queue: list[tuple[int, Path]] = [(fund, [])]
    seen = {fund}
    for payer, path in queue:
        for allowed in flow:
            if payer not in allowed:
                continue
            longer = [*path, (allowed, payer)]
            if sum(flow[allowed].values()) < owed[allowed]:
                return longer
            others = [at for at, given in flow[allowed].items() if given and at not in seen]
            seen.update(others)
            queue.extend((at, longer) for at in others)
    return []


def _returned(path: Path) -> Path:
    """Of a path: (group, fund that takes its money back from it)."""
    return [(group, by) for (group, _), (_, by) in pairwise(path)]


def _shared(funds: Sequence[Fund], given: Mapping[int, int], bills: Sequence[Bill]) -> list[Payment]:
    """One group's money laid out over its bills, in order."""
    purse = [[at, amount] for at, amount in given.items() if amount]
    payments = []
    for bill in bills:
        due = bill.amount
        while due:
            at, has = purse[0]
            part = min(due, has)
            payments.append(Payment(funds[at].fund, bill, part))
            due -= part
            purse[0][1] -= part
            if not purse[0][1]:
                purse.pop(0)
    return payments
