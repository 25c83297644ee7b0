"""Tidy tables say what the JSON says, exactly; every table is sound, of any programme."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings

from ssi.as_json.money import allocation_json, plan_json
from ssi.as_json.scores import comparison_json, needs_json, summary_json
from ssi.findings import ShelterScore, Summary
from ssi.model import Notes
from ssi.scoring.needs import needs
from ssi.scoring.summarise import score_shelter
from ssi.tables.needs import needs_tables
from ssi.tables.results import results
from ssi.tables.scores import Given, scores
from ssi.tables.tidy import Tidy, both, level, number
from tests import making
from tests.reports import year
from tests.scoring.worlds import World, worlds
from tests.tables.sound import assert_sound
from tests.tables.year import all_tables, sheets

FIGURES = ("percent", "low", "high", "coverage")


def records(table: Tidy) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def named(tables: Iterable[Tidy]) -> dict[str, Tidy]:
    return {each.name: each for each in tables}


def test_a_fraction_is_rounded_half_even_once_and_stands_beside_itself() -> None:
    assert number(Fraction(143, 2)) == Decimal("71.5") and str(number(Fraction(100))) == "100"
    assert [str(number(Fraction(at, 20000))) for at in (1, 3)] == ["0", "0.0002"]  # ties: to the even
    assert both(Fraction(100, 3)) == (Decimal("33.3333"), "100/3") and both(None) == (None, None)
    assert [level(each) for each in (2, 0, -1, -2, -3)] == [
        *((2, None), (0, None), (None, "NA"), (None, "NS"), (None, "NS declined"))
    ]


def test_every_table_of_a_year_is_sound_and_none_is_empty() -> None:
    tables = all_tables()
    assert_sound(tables)
    assert [each.name for each in tables if not each.rows] == []


def test_no_column_could_hold_who_or_where_somebody_is() -> None:
    from ssi.checklists.readers.rows import PRIVATE

    columns = {column for each in all_tables() for column in each.columns} - {"by_resident"}
    assert not {part for column in columns for part in column.split("_")} & PRIVATE
    assert not columns & {"region", "operator", "who", "by", "adopted_by"}


def assert_same_figures(row: dict[str, Any], told: dict[str, Any], score: Any, names: Iterable[str]) -> None:
    for name in names:
        value = row[name]
        assert (None if value is None else float(value)) == told[name]
        exact = row[f"{name}_exact"]
        assert (None if exact is None else Fraction(exact)) == getattr(score, name)


def assert_same_results(summary: Summary) -> None:
    tables = named(results([summary]))
    told = {each["shelter"]: each for each in summary_json(summary)["shelters"]}
    assert len(tables["results"].rows) == len(told)
    for row in records(tables["results"]):
        shelter = told[row["shelter"]]
        assert_same_figures(row, shelter, summary.shelter(row["shelter"]), FIGURES)
        assert [row[each] for each in ("status", "incomplete", "level")] == [
            shelter[each] for each in ("status", "incomplete", "level")
        ]
        for column, name in (("gates_below", "gates"), ("gates_not_applicable", "na_gates"), ("unsettled",) * 2):
            assert row[column] == len(shelter[name])
    rows = records(tables["areas"])
    assert {(row["shelter"], row["area"]) for row in rows} == {(s, a) for s in told for a in told[s]["areas"]}
    for row in rows:
        area = next(each for each in _score(summary, row["shelter"]).areas if each.area == row["area"])
        assert_same_figures(row, told[row["shelter"]]["areas"][row["area"]], area, FIGURES)
        assert Fraction(row["weight_exact"]) == area.weight
    below = {
        s: [r["criterion"] for r in records(tables["outcomes"]) if r["shelter"] == s and r["gate_below"]] for s in told
    }
    assert below == {s: each["gates"] for s, each in told.items()}


def _score(summary: Summary, shelter: str) -> ShelterScore:
    found = summary.shelter(shelter)
    assert found is not None
    return found


def test_results_of_the_year_are_those_of_the_json() -> None:
    assert_same_results(year.before())
    assert_same_results(year.after())


@given(worlds())
@settings(max_examples=60)
def test_results_of_any_programme_are_sound_and_those_of_the_json(world: World) -> None:
    standard = world.checklist.standard
    score = score_shelter(world.checklist, "S01", world.sheets)
    summary = Summary("R1", "baseline", standard.id, standard.version, "sha", False, (score,))
    assert_same_results(summary)
    found = needs(summary, standard)
    tables = (
        *results([summary]),
        *needs_tables([found]),
        scores([(standard, [Given(each, Notes(), True) for each in world.sheets])]),
    )
    assert_sound(tables)
    told = [(row["criterion"], row["level"]) for row in records(named(tables)["needs"])]
    assert told == [(each["criterion"], each["level"]) for s in needs_json(found)["shelters"] for each in s["needs"]]
    rows = records(named(tables)["scores"])
    assert len(rows) == sum(level is not None for each in world.sheets for level in each.levels)
    assert all((row["level"] is None) == (row["no_level"] is not None) for row in rows)


def test_a_comparison_is_that_of_the_json() -> None:
    tables, told = named(all_tables()), comparison_json(year.a_comparison())
    rows = records(tables["comparisons"])
    assert len(rows) == len(told["shelters"]) > 0
    for row, shelter in zip(rows, told["shelters"], strict=True):
        for column, name in (("percent_before", "before"), ("percent_after", "after"), ("change", "change")):
            assert (None if row[column] is None else float(row[column])) == shelter[name]
        moves = [each for each in records(tables["moves"]) if each["shelter"] == row["shelter"]]
        assert len(moves) == row["matched"] == shelter["matched"]
        for change in ("improved", "regressed"):
            assert [each["criterion"] for each in moves if each["change"] == change] == sorted(
                shelter[change], key=[each["criterion"] for each in moves].index
            )
        assert {each["criterion"] for each in moves if each["gate"] == "opened"} == {*shelter["gates_opened"]}
        assert row["verdict"] == shelter["verdict"]
    assert len(tables["left_out"].rows) == len(told["left_out"])


def test_money_is_that_of_the_json_to_the_smallest_coin() -> None:
    tables = named(all_tables())
    told = plan_json(year.a_plan())["items"]
    assert [str(row["quote"]) for row in records(tables["plan"])] == [each["quote"] for each in told]
    spent = [None if row["spent"] is None else str(row["spent"]) for row in records(tables["plan"])]
    assert spent == [each["spent"] for each in told]
    proposal = allocation_json(year.an_allocation())
    assert [str(row["amount"]) for row in records(tables["allocation"])] == [s["amount"] for s in proposal["shelters"]]
    assert [str(row["amount"]) for row in records(tables["allocation_trainings"])] == ["500.00"]


def test_the_rule_of_five_leaves_an_empty_cell_on_the_whole_sheet_and_no_note_comes_unasked() -> None:
    standard = making.standard()
    rows = records(scores([(standard, sheets())]))
    hidden = {row["shelter"] for row in rows if row["by_resident"] is None and row["assessor"] != "agreed"}
    assert hidden == {"S03"}
    assert all(row["by_resident"] is None for row in rows if row["shelter"] == "S03")
    assert "note" not in rows[0]
    assert [row["criterion"] for row in rows if row["assessor"] == "agreed"] == ["SAF-01"]
