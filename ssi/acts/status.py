"""Says where the year stands, what is missing, and the next command to type. Never changes anything."""

from dataclasses import replace

from ssi.acts.people import people
from ssi.acts.urgent import urgent
from ssi.acts.visit import agree_command, begun, open_agreement
from ssi.findings import Plan, Urgent, YearStatus
from ssi.model import AGREED, Round
from ssi.pipeline import Year, current_plan, scored_rounds, summary, with_tables


def status(year: Year, today: str) -> YearStatus:
    """The year's stage, from the store alone, and what assessors.csv says of people on this day (ISO 8601)."""
    found = people(year.programme.folder, year.programme.settings, today)
    return replace(_stage(year), people=found)


def _stage(year: Year) -> YearStatus:
    """What a person must do next comes first in `next`."""
    rounds = [each for each in year.store.rounds() if each.kind != "self"]
    selves = [each for each in year.store.rounds() if each.kind == "self" and not each.closed]
    plan = current_plan(year)
    open_gates = urgent(year)
    open_ones = [each for each in rounds if not each.closed] or selves
    if open_ones:
        return _with_others(_visiting(year, open_ones[-1], open_gates), [each.id for each in open_ones[:-1]])
    stage, missing, following = _between(year, scored_rounds(year), plan)
    return YearStatus(stage, None, missing, open_gates, following)


def _with_others(status: YearStatus, others: list[str]) -> YearStatus:
    """Other rounds that are open beside the newest one are not forgotten."""
    missing = tuple(f"round {each} is open too" for each in others)
    closing = tuple(f"ssi round close {each}" for each in others)
    return replace(status, missing=(*status.missing, *missing), next=(*status.next, *closing))


def _visiting(year: Year, round: Round, urgent: tuple[Urgent, ...]) -> YearStatus:
    found = summary(year, round.id)
    missing: list[str] = []
    following: list[str] = []
    for each in found.completeness:
        for assessor in each.planned:
            if assessor not in each.sealed:
                how_far = "not finished" if assessor in each.started else "not begun"
                missing.append(f"{each.shelter}: the sheet of {assessor} is {how_far}")
                following.append(f"ssi record {each.shelter} --as {assessor} --round {round.id}")
        to_agree = open_agreement(each)
        missing += [still.message for still in to_agree]
        following += [agree_command(year, round, each.shelter)] if to_agree else []
        missing += [f"{each.shelter}: two sheets of {assessor} stand side by side" for assessor in each.conflicts]
    for each_begun in begun(year, round):
        missing.append(each_begun.message)
        typed = "agree {shelter}" if each_begun.values["assessor"] == AGREED else "record {shelter} --as {assessor}"
        following.append(f"ssi {typed.format_map(each_begun.values)} --round {round.id}")
    if not found.completeness:
        missing.append(f"no visit of {round.id} was planned in visits.csv when it was opened, and no sheet is begun")
        following.append(f"ssi round update {round.id} --reason TEXT")
    if not missing:
        following.append(f"ssi round close {round.id}")
    return YearStatus(f"{round.kind} round {round.id} is open", round.id, tuple(missing), urgent, tuple(following))


Between = tuple[str, tuple[str, ...], tuple[str, ...]]  # stage, what is missing, what to type next


def _between(year: Year, rounds: list[Round], plan: Plan | None) -> Between:
    if not rounds:
        if with_tables(year).programme.shelters:
            return "not begun", (), ("ssi check", "ssi round open R1 --kind baseline")
        return "not begun", ("shelters.csv has no shelter yet: fill in the tables (see tables.txt)",), ("ssi check",)
    last = rounds[-1]
    if last.kind == "baseline" and (plan is None or plan.round != last.id):
        adopt = ("ssi plan adopt proposal.json",)
        return (
            f"baseline round {last.id} is closed; the money is to be shared",
            (),
            (f"ssi needs {last.id}", f"ssi allocate {last.id} --to proposal.json", *adopt),
        )
    if last.kind == "baseline" and plan is not None:
        waiting = tuple(f"{each.item}: {each.status}" for each in plan.items if each.status in ("planned", "committed"))
        return "the plan is adopted; shelters improve", waiting, ("ssi plan show", "ssi round open R2 --kind follow-up")
    before = next((each.id for each in rounds if each.kind == "baseline"), rounds[0].id)
    report = f"ssi report national {last.id} {before} --to reports/national.html"
    return f"follow-up round {last.id} is closed", (), (f"ssi compare {before} {last.id}", report)
