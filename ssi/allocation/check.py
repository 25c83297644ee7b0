"""Faults in proposals, trainings and funds, all at once, before anything is worked out.

Never reads a file and so knows no line numbers: `ssi.programme` finds what a single row can show; here is what needs
the standard, the shelters, or several rows together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ssi.allocation.candidates import Candidate
from ssi.errors import Fault, Where, did_you_mean, fault
from ssi.model import Fund, Improvement, Shelter, Standard, Training

IMPROVEMENTS = Where("improvements.csv")
TRAININGS = Where("trainings.csv")
FUNDS = Where("funds.csv")


def faults_in(
    standard: Standard,
    shelters: Sequence[Shelter],
    improvements: Sequence[Improvement],
    trainings: Sequence[Training],
    funds: Sequence[Fund],
) -> tuple[Fault, ...]:
    """Every fault, in the order of the files and of ids within."""
    codes = sorted(each.shelter for each in shelters)
    proposals = sorted(improvements, key=lambda each: each.improvement)
    common = sorted(trainings, key=lambda each: each.training)
    ids = [*(each.improvement for each in proposals), *(each.training for each in common)]
    return (
        *_twice(ids, IMPROVEMENTS),
        *(each for proposal in proposals for each in _in_proposal(proposal, standard, codes)),
        *_in_requires({each.improvement: each for each in proposals}, [each.training for each in common]),
        *(each for training in common for each in _in_training(training, standard)),
        *_twice(sorted(each.fund for each in funds), FUNDS),
        *(each for fund in sorted(funds, key=lambda each: each.fund) for each in _in_fund(fund, codes)),
    )


def _twice(ids: Iterable[str], where: Where) -> Iterator[Fault]:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            yield fault("money-id-twice", where, id=id)
        seen.add(id)


def _in_proposal(own: Improvement, standard: Standard, codes: Sequence[str]) -> Iterator[Fault]:
    if own.shelter not in codes:
        hint = did_you_mean(own.shelter, codes)
        yield fault("money-shelter-unknown", IMPROVEMENTS, id=own.improvement, shelter=own.shelter, hint=hint)
    yield from _negative(own.improvement, IMPROVEMENTS, cost=own.cost)
    yield from _in_targets(own.improvement, own, standard, IMPROVEMENTS)


def _in_training(own: Training, standard: Standard) -> Iterator[Fault]:
    yield from _negative(own.training, TRAININGS, fixed_cost=own.fixed_cost, cost_per_person=own.cost_per_person)
    for name, value in (("people", own.people), ("places", own.places)):
        if value is not None and value < 1:
            yield fault("training-without-people", TRAININGS, id=own.training, column=name, value=value)
    yield from _in_targets(own.training, own, standard, TRAININGS)


def _in_fund(own: Fund, codes: Sequence[str]) -> Iterator[Fault]:
    yield from _negative(own.fund, FUNDS, amount=own.amount)
    for each in own.shelters:
        if each not in codes:
            yield fault("money-shelter-unknown", FUNDS, id=own.fund, shelter=each, hint=did_you_mean(each, codes))


def _negative(id: str, where: Where, **amounts: int) -> Iterator[Fault]:
    for column, amount in amounts.items():
        if amount < 0:
            yield fault("cost-negative", where, id=id, column=column)


def _in_targets(id: str, own: Improvement | Training, standard: Standard, where: Where) -> Iterator[Fault]:
    levels = ", ".join(str(each.value) for each in standard.scale)
    for criterion in sorted(own.criteria):
        if criterion not in standard.slot:
            hint = did_you_mean(criterion, standard.slot)
            yield fault("money-criterion-unknown", where, id=id, criterion=criterion, standard=standard, hint=hint)
    for level in sorted({each for each in (own.to, *own.criteria.values()) if each is not None}):
        if level not in standard.position:
            yield fault("money-level-unknown", where, id=id, level=level, levels=levels)


def _in_requires(proposals: Mapping[str, Improvement], trainings: Sequence[str]) -> Iterator[Fault]:
    known = [*proposals, *trainings]
    for id, own in proposals.items():
        for each in own.requires:
            if each not in known:
                yield fault("requires-unknown", IMPROVEMENTS, id=id, needed=each, hint=did_you_mean(each, known))
            elif each in proposals and proposals[each].shelter != own.shelter:
                other = proposals[each].shelter
                yield fault("requires-elsewhere", IMPROVEMENTS, id=id, needed=each, shelter=other)
    for ring in _rings(proposals):
        yield fault("requires-ring", IMPROVEMENTS, ring=" → ".join(ring))


def _rings(proposals: Mapping[str, Improvement]) -> Iterator[tuple[str, ...]]:
    """Each ring of `requires` once, from its first id on."""
    done: set[str] = set()

    def walk(id: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if id in path:
            yield (*path[path.index(id) :], id)
        elif id in proposals and id not in done:
            for each in proposals[id].requires:
                yield from walk(each, (*path, id))
            done.add(id)

    for id in proposals:
        yield from walk(id, ())


def idle_funds(funds: Sequence[Fund], candidates: Mapping[str, Candidate]) -> Iterator[Fault]:
    """A warning for each fund with money that no candidate may take."""
    for fund in sorted(funds, key=lambda each: each.fund):
        usable = any(
            (not fund.only or each.kind in fund.only) and (not fund.shelters or each.shelter in fund.shelters)
            for each in candidates.values()
        )
        if fund.amount and not usable:
            yield fault("fund-idle", FUNDS, fund=fund.fund)
