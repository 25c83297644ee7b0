"""The problem as columns and rows of whole numbers, before any optimiser sees it.

Never solves, and knows no optimiser: `ssi.allocation.solve` hands these to one.

Columns: x, 1 = a candidate is bought; y, the sessions of a training; z, 1 = a level is reached that several candidates
reach (no z where one candidate, or alternatives of one group, do: their own columns stand for it); pay, money from a
fund. Money is counted in the largest unit that keeps it whole, and rows with large coefficients are divided by a power
of two, which is exact, so that amounts in Vietnamese dong do not drown in a solver's tolerances.
"""

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ssi.allocation.choice import Goal
from ssi.allocation.claims import Claim
from ssi.allocation.funds import allows
from ssi.allocation.problem import Problem

BITS = 20  # larger coefficients are scaled down
LOTS = 1 << BITS

Terms = Mapping[int, int]  # column → coefficient


@dataclass(frozen=True, slots=True)
class Row:
    """low <= sum of terms <= high."""

    terms: Mapping[int, float]
    low: float
    high: float


@dataclass
class Program:
    """Columns (from 0 to `upper`) and rows as they grow. `column`: candidate → its x; `sessions`: training → its y."""

    problem: Problem
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    column: dict[str, int] = field(default_factory=dict)
    sessions: dict[str, int] = field(default_factory=dict)
    covers: dict[tuple[str, ...], Terms] = field(default_factory=dict)

    def add(self, upper: float, *, whole: bool) -> int:
        """A new column; returns its index."""
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.upper) - 1

    def at_most(self, terms: Mapping[int, float], limit: float) -> None:
        self.rows.append(Row(terms, -math.inf, limit))

    def hold_above(self, terms: Terms, limit: int) -> None:
        """From now on, at least so much of a goal already optimised."""
        if terms:
            scale = scale_of(terms)
            self.rows.append(Row({at: each / scale for at, each in terms.items()}, limit / scale, math.inf))

    def hold_below(self, terms: Terms, limit: int) -> None:
        if terms:
            scale = scale_of(terms)
            self.at_most({at: each / scale for at, each in terms.items()}, limit / scale)

    def reaching(self, goal: Goal) -> Terms:
        """A goal as a sum over columns: each level of each claim counts its rise over the level before, once."""
        terms: dict[int, int] = {}
        for claim, offers in self._offers():
            before = 0
            for position in sorted(set(offers.values())):
                rise = goal.worth(claim, position) - before
                before += rise
                providers = tuple(id for id, each in offers.items() if each >= position)
                for at in self._cover(providers) if rise else ():
                    terms[at] = terms.get(at, 0) + rise
        return terms

    def _offers(self) -> Iterator[tuple[Claim, Mapping[str, int]]]:
        """Each claim that anything lifts, with candidate → position reached."""
        offers: dict[tuple[str, str], dict[str, int]] = {}
        for id, each in self.problem.candidates.items():
            for criterion, position in each.lifts.items():
                offers.setdefault((each.shelter, criterion), {})[id] = position
        return ((self.problem.claims[at], offers[at]) for at in sorted(offers))

    def _cover(self, providers: tuple[str, ...]) -> Terms:
        """Columns whose sum is 1 when any of the providers is bought, and never more."""
        if providers not in self.covers:
            columns = {self.column[id]: 1 for id in providers}
            if len(providers) > 1 and not any(set(providers) <= set(group) for group in self.problem.alternatives):
                z = self.add(1, whole=False)
                self.at_most({z: 1, **dict.fromkeys(columns, -1)}, 0)
                columns = {z: 1}
            self.covers[providers] = columns
        return self.covers[providers]

    def costs(self) -> Terms:
        """All money as a sum over columns."""
        terms = {self.column[id]: each.cost for id, each in self.problem.candidates.items()}
        terms |= {at: self.problem.courses[id].fixed for id, at in self.sessions.items()}
        return {at: each for at, each in terms.items() if each}

    def lots(self) -> Terms:
        """A lot from 1 to 2^20 for each candidate: a hash of the seed and its id."""

        def lot(id: str) -> int:
            return 1 + int.from_bytes(hashlib.sha256(f"{self.problem.seed}:{id}".encode()).digest()[:8]) % LOTS

        return {at: lot(id) for id, at in self.column.items()}


def program_of(problem: Problem) -> Program:
    """Everything that must hold whatever the policy: alternatives, what is needed first, trainings, and money."""
    program = Program(problem)
    for id in problem.candidates:
        program.column[id] = program.add(1, whole=True)
    for group in problem.alternatives:
        program.at_most({program.column[id]: 1 for id in group}, 1)
    for id, each in problem.candidates.items():
        for needed in each.requires:
            program.at_most({program.column[id]: 1, program.column[needed]: -1}, 0)
    seats = _seats(problem)
    for training, ids in seats.items():
        _hold_sessions(program, training, ids)
    _hold_money(program, seats)
    return program


def _seats(problem: Problem) -> Mapping[str, tuple[str, ...]]:
    """Training → the candidates that are places in it."""
    seats: dict[str, tuple[str, ...]] = {}
    for id, each in problem.candidates.items():
        if each.training:
            seats[each.training] = (*seats.get(each.training, ()), id)
    return seats


def _hold_sessions(program: Program, training: str, seats: tuple[str, ...]) -> None:
    """A place needs a session, and the people of all places fit into the sessions held."""
    course = program.problem.courses[training]
    y = program.sessions[training] = program.add(course.sessions(len(seats)), whole=True)
    for id in seats:
        program.at_most({program.column[id]: 1, y: -1}, 0)
    if course.places is not None:
        program.at_most({**{program.column[id]: course.people for id in seats}, y: -course.places}, 0)


@dataclass
class _Purses:
    """What each fund pays, as columns, while the money rows are made."""

    program: Program
    unit: int
    paying: dict[int, list[int]] = field(default_factory=dict)

    def pay(self, costs: Mapping[int, int], funds: tuple[int, ...]) -> list[int]:
        """A row: these costs are covered by what these funds pay; returns the columns of the payments."""
        pays = []
        for at in funds:
            pays.append(self.program.add(self.program.problem.funds[at].amount / self.unit, whole=False))
            self.paying.setdefault(at, []).append(pays[-1])
        terms = {at: each / self.unit for at, each in costs.items()}
        self.program.at_most({**terms, **dict.fromkeys(pays, -1.0)}, 0)
        return pays


def _hold_money(program: Program, seats: Mapping[str, tuple[str, ...]]) -> None:
    """Every bill is paid by funds whose earmark covers it, and no fund pays more than it has. Bills that the same funds
    may pay share one row."""
    purses = _Purses(program, _money_unit(program.problem))
    for funds, ids in _by_funds(program.problem).items():
        purses.pay({program.column[id]: program.problem.candidates[id].cost for id in ids}, funds)
    for training, places in seats.items():
        if program.problem.courses[training].fixed:
            _hold_fixed(program, purses, training, places)
    for fund, pays in purses.paying.items():
        program.at_most(dict.fromkeys(pays, 1.0), program.problem.funds[fund].amount / purses.unit)


def _hold_fixed(program: Program, purses: _Purses, training: str, seats: tuple[str, ...]) -> None:
    """A training's fixed cost is paid from a fund named for shelters only while nobody else attends."""
    problem, course, y = program.problem, program.problem.courses[training], program.sessions[training]
    funds = tuple(at for at, fund in enumerate(problem.funds) if allows(fund, course.kind, ()))
    most = program.upper[y] * course.fixed / purses.unit
    for fund, pay in zip(funds, purses.pay({y: course.fixed}, funds), strict=True):
        for id in seats:
            if not allows(problem.funds[fund], course.kind, (problem.candidates[id].shelter,)):
                program.at_most({pay: 1.0, program.column[id]: most}, most)


def _by_funds(problem: Problem) -> Mapping[tuple[int, ...], list[str]]:
    """The funds that may pay for a candidate → the candidates."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for id, each in problem.candidates.items():
        if each.cost:
            funds = tuple(at for at, fund in enumerate(problem.funds) if allows(fund, each.kind, (each.shelter,)))
            groups.setdefault(funds, []).append(id)
    return groups


def _money_unit(problem: Problem) -> int:
    """What all amounts are multiples of, times a power of two where costs are still large."""
    costs = [*(each.cost for each in problem.candidates.values()), *(each.fixed for each in problem.courses.values())]
    common = math.gcd(*costs, *(each.amount for each in problem.funds)) or 1
    return common * scale_of(dict(enumerate(each // common for each in costs)))


def scale_of(terms: Terms) -> int:
    """A power of two that brings the largest coefficient under 2^20."""
    largest = max((abs(each) for each in terms.values()), default=0)
    return 1 << max(0, largest.bit_length() - BITS)
