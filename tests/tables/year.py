"""Tidy tables of the made year of `tests.reports.year`: two rounds, needs, a plan and a proposal."""

from ssi.model import AGREED, Entry, Interviews, Notes, Round, Sheet
from ssi.scoring.needs import needs
from ssi.tables.about import about, completeness
from ssi.tables.comparison import comparison_tables
from ssi.tables.money import allocation_tables, plan_tables
from ssi.tables.needs import needs_tables
from ssi.tables.results import results
from ssi.tables.scores import Given, scores
from ssi.tables.tidy import Tidy
from tests import making
from tests.reports import year

ODD = (
    "=1+1",
    "'=x",
    "''@y",
    "-5",
    "+",
    "@SUM(A1)",
    "\tx",
    " =x",
    "a\nb",
    'say "no"; or, not',
    "_x0041_",
    "ថ្ងៃ",
    "http://x.y",
)


def rounds() -> list[Round]:
    places = [making.shelter(f"S0{at}") for at in range(1, 6)]
    return [making.a_round(places, id="R1"), making.a_round(places, id="R2", kind="follow-up")]


def sheets() -> tuple[Given, ...]:
    """Every sheet of the first round, with every odd text as a note, and an agreed sheet."""
    standard, texts = making.standard(), iter(ODD * 4)
    made = []
    for shelter, both in year.BEFORE.items():
        for at, given in enumerate(both, 1):
            sheet = making.sheet(standard, making.shelter(shelter), f"A{at}", given)
            entries = {each.id: Entry(each.id, 2, each.methods, next(texts)) for each in standard.criteria[:2]}
            made.append(Given(sheet, Notes(entries, Interviews(9, 6, 3)), residents=shelter != "S03"))
    made.append(Given(_agreed(), Notes(), residents=False))
    return tuple(made)


def _agreed() -> Sheet:
    return making.sheet(making.standard(), making.shelter("S01"), AGREED, {"SAF-01": 1})


def all_tables() -> tuple[Tidy, ...]:
    standard, summaries = making.standard(), [year.before(), year.after()]
    return (
        *about([(each, standard) for each in rounds()]),
        completeness(summaries),
        scores([(standard, sheets())], notes=True),
        *results(summaries),
        *needs_tables([needs(each, standard) for each in summaries]),
        *comparison_tables(year.a_comparison()),
        *plan_tables(year.a_plan(), notes=True),
        *allocation_tables(year.an_allocation()),
    )
