"""What builders promise: what is urgent leads, nothing is hidden or leaked, and every number is the finding's."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

import pytest

from ssi.document import Bullets, Cell, Chart, Document, Heading, Note, Paragraph, Table
from ssi.errors import fault
from ssi.findings import LeftOut, LoadReport, PlanItem, ShelterScore, Urgent, Verification, YearStatus
from ssi.model import AGREED, Interviews
from ssi.reports.allocation import allocation_page, asked
from ssi.reports.cells import shortened
from ssi.reports.comparison import comparison_page
from ssi.reports.named import with_names
from ssi.reports.national import national_report
from ssi.reports.needs import needs_page
from ssi.reports.plan import booked, plan_page
from ssi.reports.score import score_page
from ssi.reports.shelter import shelter_report
from ssi.reports.shelter_change import by_chance, change_blocks, verified
from ssi.reports.status import load_page, rounds_page, status_page, verify_page
from ssi.reports.writers import write
from ssi.words import Words
from tests import making
from tests.reports import year
from tests.reports.everything import KHMER

WORDS = Words("en")
STANDARD = year.the_standard()


def of_shelter(code: str = "S01", **more: Any) -> Document:
    found = year.after().shelter(code)
    assert found is not None
    short = dict(year.the_needs().shelters)[code]
    parts: dict[str, Any] = {
        "round": "R2", "before": year.before().shelter(code), "change": year.a_comparison().shelter(code),
        "needs": short, "plan": year.a_plan(),
    }  # fmt: skip
    return shelter_report(code, found, STANDARD, WORDS, **{**parts, **more})


def national(**more: Any) -> Document:
    parts: dict[str, Any] = {"comparison": year.a_comparison(), "needs": year.the_needs(), "plan": year.a_plan()}
    return national_report(year.after(), STANDARD, WORDS, **{**parts, **more})


def a_load(**more: Any) -> LoadReport:
    parts: dict[str, Any] = {"new": ("R1 S01 A1",), "same": (), "revised": (), "conflict": (), "rows": 6}
    return LoadReport(**{**parts, "refused": (), "written": True, **more})


EVERY_PAGE: dict[str, Document] = {
    "score": score_page(year.after(), STANDARD, WORDS),
    "score of one": score_page(year.after(), STANDARD, WORDS, shelter="S02"),
    "score, open": score_page(year.a_summary("R2", year.AFTER, closed=False), STANDARD, WORDS),
    "comparison": comparison_page(year.a_comparison(), STANDARD, WORDS),
    "needs": needs_page(year.the_needs(), STANDARD, WORDS),
    "allocation": allocation_page(year.an_allocation(), year.IMPROVEMENTS, year.TRAININGS, WORDS),
    "plan": plan_page(year.a_plan(), WORDS),
    "shelter": of_shelter(),
    "shelter, urgent": of_shelter("S02"),
    "shelter, one round": of_shelter("S05", before=None, change=None, plan=None),
    "national": national(),
    "national, one round": national(comparison=None, needs=None, plan=None),
    "status": status_page(
        YearStatus("visits", "R1", ("a",), (Urgent("S01", "SAF-01", "2026-03-08"),), ("ssi x",)), WORDS
    ),
    "verify": verify_page(Verification({"sheets": 8}, ("sheet 1 differs",)), WORDS),
    "load": load_page(a_load(written=False, refused=(fault("file-missing", file="x.csv"),)), WORDS),
    "rounds": rounds_page([making.a_round([making.shelter()])], WORDS),
}


def texts(part: object) -> Iterator[str]:
    """Every text of a document."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def whole(document: Document) -> str:
    return "\n".join(texts(document))


def tables(document: Document) -> list[Table]:
    return [each for each in document.blocks if isinstance(each, Table)]


def cells_of(document: Document) -> list[Cell]:
    return [cell for each in tables(document) for row in each.rows for cell in row]


def row_of(document: Document, *first: str) -> tuple[Cell, ...]:
    """The first row of any table that begins with these cells."""
    rows = (row for each in tables(document) for row in each.rows)
    return next(row for row in rows if tuple(cell.value for cell in row[: len(first)]) == first)


def headings(document: Document) -> list[str]:
    return [each.text for each in document.blocks if isinstance(each, Heading)]


@pytest.mark.parametrize("ending", [".html", ".json", ".txt"])
@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_page_can_be_written_in_every_format(name: str, ending: str) -> None:
    assert EVERY_PAGE[name].title.encode() in write(EVERY_PAGE[name], ending)


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_no_float_and_no_unfilled_word_in_any_page(name: str) -> None:
    page = EVERY_PAGE[name]
    assert not [cell for cell in cells_of(page) if isinstance(cell.value, float)]
    assert "{" not in whole(page)


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_chart_never_stands_without_a_table_of_its_numbers(name: str) -> None:
    page = EVERY_PAGE[name]
    shown = {cell.value for cell in cells_of(page)}
    for chart in (each for each in page.blocks if isinstance(each, Chart)):
        numbers = {each for bar in chart.bars for each in (bar.after, bar.before)}
        numbers |= {each for _, row in chart.rows for each in row}
        assert numbers <= shown


@pytest.mark.parametrize("name", ["score", "score of one", "shelter, urgent", "national", "needs", "status"])
def test_what_is_urgent_comes_first(name: str) -> None:
    first = EVERY_PAGE[name].blocks[0]
    assert isinstance(first, Note) and first.kind == "urgent"


def test_only_a_gate_at_its_worst_level_is_urgent() -> None:
    """S01 before: SAF-01 is below its minimum and not at the worst level."""
    page = score_page(year.before(), STANDARD, WORDS, shelter="S01")
    assert not [each for each in page.blocks if isinstance(each, Note) and each.kind == "urgent"]
    assert "SAF-01" in whole(page)


# ── scores ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_of_a_round_shows_the_numbers_of_the_finding() -> None:
    page = score_page(year.after(), STANDARD, WORDS)
    for each in year.after().shelters:
        row = row_of(page, each.shelter)
        assert [cell.value for cell in row[3:8]] == [each.percent, each.low, each.high, each.coverage, each.level]
        assert row[2].value == (" ".join(each.gates) or None)


def test_one_shelter_shows_every_area_and_every_criterion_and_no_other_shelter() -> None:
    page = score_page(year.after(), STANDARD, WORDS, shelter="S01")
    score = year.after().shelter("S01")
    assert score is not None
    for area in score.areas:
        assert row_of(page, area.area)[1].value == area.percent
    for outcome in score.outcomes:
        row = row_of(page, outcome.criterion)
        assert row[1].value == outcome.score
        assert row[-1].value == STANDARD.criterion(outcome.criterion).text
    assert "S02" not in whole(page)


@pytest.mark.parametrize("code", ["", "S01"])
def test_an_open_round_shows_completeness_and_no_score(code: str) -> None:
    page = score_page(year.a_summary("R2", year.AFTER, closed=False), STANDARD, WORDS, shelter=code)
    assert not [cell for cell in cells_of(page) if cell.kind in ("percent", "level", "points", "change")]
    assert not [each for each in page.blocks if isinstance(each, Chart)]
    assert "RGT-01" not in whole(page)
    assert "Sealed" in whole(page)
    assert [cell.value for cell in row_of(page, "S01")[1:4]] == [2, 0, 2]


def test_an_open_round_shows_no_score_even_where_the_summary_holds_one() -> None:
    """The builder does not rely on the summary being empty."""
    open_ = replace(year.after(), sealed=True)
    for page in (score_page(open_, STANDARD, WORDS), national_report(open_, STANDARD, WORDS)):
        assert not [cell for cell in cells_of(page) if cell.kind in ("percent", "level")]


def test_a_result_that_lacks_a_planned_sheet_says_so() -> None:
    found = year.after()
    lacking = tuple(replace(each, planned=(*each.planned, "A7")) for each in found.completeness[:1])
    said = whole(score_page(replace(found, completeness=lacking), STANDARD, WORDS))
    assert "not sealed: S01 A7." in said
    assert "not sealed" not in whole(EVERY_PAGE["score"])


# ── two rounds ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_regressions_come_before_gates_and_gates_before_improvements() -> None:
    names = headings(comparison_page(year.a_comparison(), STANDARD, WORDS))
    order = [names.index(each) for each in ("What is lower than before", "Stop criteria", "What is higher than before")]
    assert order == sorted(order) and order[0] == 0


def test_a_comparison_shows_the_numbers_of_the_finding() -> None:
    found = year.a_comparison()
    page = comparison_page(found, STANDARD, WORDS)
    published = next(each for each in tables(page) if each.columns[-1].title == "Verdict")
    for each, row in zip(sorted(found.shelters, key=lambda one: one.shelter), published.rows, strict=True):
        shown = [cell.value for cell in row]
        assert shown[:5] == [each.shelter, each.before, each.after, each.change, len(each.moves)]
        assert shown[5] == "too little to say"
    assert "from met to not met" in whole(page)
    assert "no proof" in whole(page)
    assert "S04" in whole(page) and "S05" in whole(page)  # who left, who joined


def test_a_rise_that_stays_below_the_minimum_is_not_marked_good() -> None:
    rose = next(each for each in tables(EVERY_PAGE["comparison"]) if each.columns[1].title == "Higher")
    row = next(row for row in rose.rows if row[0].value == "S01")
    assert [cell.value for cell in row] == ["S01", 3, "SAF-01 SAF-02", "RGT-02"]
    assert (row[2].tone, row[3].tone) == ("good", "")


def test_what_rose_takes_one_row_a_shelter_and_what_fell_stands_in_full() -> None:
    found = year.a_comparison()
    page = EVERY_PAGE["comparison"]
    rose = next(each for each in tables(page) if each.columns[1].title == "Higher")
    assert [row[0].value for row in rose.rows] == [each.shelter for each in found.shelters if each.improved]
    for shelter in found.shelters:
        for code in shelter.regressed:
            assert row_of(page, shelter.shelter, code)[-1].value == STANDARD.criterion(code).text


def test_what_is_left_out_is_named_with_its_reason() -> None:
    page = comparison_page(year.a_comparison(), STANDARD, WORDS)
    row = next(row for each in tables(page) if each.columns[0].title == "Why it is left out" for row in each.rows)
    assert [cell.value for cell in row] == ["did not apply before", "S03", "SAF-02"]


def test_criteria_left_out_at_the_same_shelters_share_a_row() -> None:
    found = replace(
        year.a_comparison(),
        left_out=(
            LeftOut("RGT-01", None, "new"),
            LeftOut("RGT-02", None, "new"),
            LeftOut("SAF-02", "S03", "NA before"),
        ),
    )
    last = tables(comparison_page(found, STANDARD, WORDS))[-1]
    shown = [[cell.value for cell in row] for row in last.rows]
    assert ["new in the later standard", "every shelter", "RGT-01 RGT-02"] in shown and len(shown) == 2


# ── what falls short ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_of_needs_has_a_row_a_shelter_and_counts_what_the_finding_counts() -> None:
    page = EVERY_PAGE["needs"]
    each_shelter = next(each for each in tables(page) if each.columns[0].title == "Shelter")
    for (code, found), row in zip(year.the_needs().shelters, each_shelter.rows, strict=True):
        assert [cell.value for cell in row[:2]] == [code, len(found)]
        gates = [each.criterion for each in found if each.gate]
        assert row[2].value == (" ".join(gates) or None)
    shared = [row for each in tables(page) if each.columns[0].title == "Criterion" for row in each.rows]
    found_shared = [*year.the_needs().common, *year.the_needs().system]
    assert [[cell.value for cell in row[:3]] for row in shared] == [
        [each.criterion, len(each.shelters), each.assessed] for each in found_shared
    ]


def test_the_needs_of_one_shelter_stand_in_full_with_the_next_level() -> None:
    page = needs_page(year.the_needs(), STANDARD, WORDS, shelter="S01")
    for need in dict(year.the_needs().shelters)["S01"]:
        row = row_of(page, need.criterion)
        assert [row[1].value, row[2].value] == [need.level, need.minimum]
        criterion = STANDARD.criterion(need.criterion)
        next_one = criterion.anchors[STANDARD.position[need.level] + 1]
        assert [row[3].value, row[4].value] == [criterion.text, next_one]
    assert "S02" not in whole(page)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Doors lock", "Doors lock"), ("Every door, and every window", "Every door\u00a0…"), (KHMER, KHMER)],
)
def test_a_text_is_cut_at_a_blank_or_not_at_all(text: str, shown: str) -> None:
    assert shortened(text, 14) == shown


# ── money ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_of_alternatives_only_the_dearest_is_asked_for() -> None:
    assert asked(each for each in year.IMPROVEMENTS if each.shelter == "S01") == 50_000 + 90_000


def test_every_shelter_that_asked_is_on_the_page_of_the_proposal() -> None:
    page = EVERY_PAGE["allocation"]
    given = next(each for each in tables(page) if each.columns[1].title == "Given")
    why = next(each for each in tables(page) if each.columns[-1].title == "Why")
    assert [row[0].value for row in given.rows] == [row[0].value for row in why.rows] == ["S01", "S04"]
    assert [str(row[1].value) for row in given.rows] == ["500.00", "0.00"]
    assert all(row[-1].value for row in why.rows)
    assert [cell.value for cell in row_of(page, "S05")] == ["S05", "SAF-02"]


def test_a_promise_that_does_not_hold_leads_the_page() -> None:
    page = allocation_page(year.an_allocation(kept=False), year.IMPROVEMENTS, year.TRAININGS, WORDS)
    first = page.blocks[0]
    assert isinstance(first, Note) and first.kind == "urgent" and "Earmarks are kept." in first.text


def test_a_proposal_that_is_not_proven_says_so() -> None:
    page = allocation_page(year.an_allocation(optimal=False), year.IMPROVEMENTS, year.TRAININGS, WORDS)
    said = next(each for each in page.blocks if isinstance(each, Bullets)).items
    assert "not proven" in said[-1] and "31.5" in said[-1]


def test_the_plan_counts_what_was_spent_and_what_is_promised() -> None:
    """1,500.00 less 450.00 spent (done), less 500.00 quoted (committed); what is cancelled takes nothing."""
    assert "1,050.00 USD" not in whole(EVERY_PAGE["plan"])
    assert "550.00 USD" in whole(EVERY_PAGE["plan"])


@pytest.mark.parametrize(
    ("status", "spent", "takes"),
    [("planned", None, 100), ("committed", 40, 100), ("committed", 140, 140), ("done", 80, 80), ("done", None, 100),
     ("cancelled", None, 0), ("cancelled", 10, 10)],
)  # fmt: skip
def test_what_an_item_takes_from_the_budget(status: Any, spent: int | None, takes: int) -> None:
    assert booked(PlanItem("I", "S", "t", "physical", 100, {}, status=status, spent=spent)) == takes


# ── the programme's own pages ────────────────────────────────────────────────────────────────────────────────────────


def test_a_load_with_refused_rows_says_first_that_nothing_was_written() -> None:
    page = EVERY_PAGE["load"]
    assert "Nothing was written" in "".join(texts(page.blocks[0]))
    assert "x.csv" in whole(page)


def test_a_difference_in_the_store_is_never_called_good() -> None:
    assert "Nothing differs" not in whole(EVERY_PAGE["verify"])
    assert "Nothing differs" in whole(verify_page(Verification({"sheets": 8}, ()), WORDS))


def test_names_stand_apart_and_only_for_codes_that_are_shown() -> None:
    named = with_names(of_shelter(), {"S01": "House of Light", "S09": "Elsewhere"})
    assert named.blocks[: len(of_shelter().blocks)] == of_shelter().blocks
    last = named.blocks[-1]
    assert isinstance(last, Table)
    assert [[cell.value for cell in row] for row in last.rows] == [["S01", "House of Light"]]


def test_a_text_in_another_language_than_the_page_says_so() -> None:
    page = score_page(year.after(), STANDARD, Words("km"), shelter="S01")
    assert row_of(page, "SAF-01")[-1].lang == "en"
    assert row_of(score_page(year.after(), STANDARD, WORDS, shelter="S01"), "SAF-01")[-1].lang == ""


# ── the shelter's own report ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("code", ["S01", "S02", "S03"])
def test_a_shelters_report_names_no_other_shelter_and_no_assessor(code: str) -> None:
    said = whole(of_shelter(code))
    assert not [each for each in ("S01", "S02", "S03", "S04", "S05") if each in said and each != code]
    assert "A1" not in said.replace("sha", "") and "Light the yard" not in said


@pytest.mark.parametrize(("agreed", "shown"), [(4, False), (5, True)])
def test_residents_who_agreed_to_talk_are_told_from_five_on(agreed: int, shown: bool) -> None:
    said = whole(of_shelter(interviews=Interviews(asked=9, agreed=agreed, declined=9 - agreed)))
    assert (f"{agreed} of 9" in said) is shown
    assert ("Residents who agreed" in said) is shown


def test_one_round_leads_with_strengths_and_two_with_what_rose_and_the_verdict_is_last() -> None:
    assert headings(EVERY_PAGE["shelter, one round"])[0] == "What works well"
    names = headings(of_shelter())
    assert names[0] == "What is higher than last time"
    assert names.index("What works well") < names.index("What your peers suggest next")
    assert names[-1] == "What the numbers can carry"
    assert "too little to say" in "".join(texts(of_shelter().blocks[-1]))


def test_before_and_after_stand_in_large_letters_and_the_title_names_both() -> None:
    change = year.a_comparison().shelter("S01")
    assert change is not None
    page = of_shelter(before_round="R1")
    assert page.title == "Shelter S01: before and after" and page.subtitle.startswith("R1 → R2 · ")
    first = page.blocks[0]
    assert isinstance(first, Paragraph) and first.tone == "lead"
    assert first.text == f"{WORDS.percent(change.before)} → {WORDS.percent(change.after)}"
    assert WORDS.change(change.change) in "".join(texts(page.blocks[1]))


def test_what_is_lower_is_said_plainly_and_without_reproach() -> None:
    page = of_shelter("S02")
    assert "What is lower than last time" in headings(page)
    assert "You know best" in whole(page)
    assert "now below their minimum: RGT-01." in whole(page)
    assert "What is lower than last time" not in headings(of_shelter("S03"))


def test_a_shelter_reads_what_the_next_level_looks_like() -> None:
    """S01 is at level 1 of RGT-02; the description of level 2 in the small standard is "c"."""
    steps = next(each for each in tables(of_shelter()) if "Next" in [column.title for column in each.columns])
    row = next(row for row in steps.rows if row[0].value == "RGT-02")
    assert [row[0].value, row[1].value, row[2].value, row[4].value] == ["RGT-02", 1, 2, "c"]


def test_closed_gates_and_clear_steps_lead_what_rose() -> None:
    page = of_shelter()
    rose = next(each for each in tables(page) if "From → to" in [column.title for column in each.columns])
    assert [row[0].value for row in rose.rows] == ["SAF-01", "SAF-02", "RGT-02"]
    assert all(row[0].tone == "good" for row in rose.rows)


def test_a_step_that_not_every_visitor_saw_is_not_verified() -> None:
    """S03: RGT-02 was 1 1 and is 2 1, so its settled level did not even rise; with one visitor nothing is verified."""
    change, old, new = year.a_comparison().shelter("S01"), year.before().shelter("S01"), year.after().shelter("S01")
    assert change is not None and old is not None and new is not None
    assert verified(change, old, new, STANDARD) == change.improved
    alone = replace(old, outcomes=tuple(replace(each, given=each.given[:1]) for each in old.outcomes))
    assert verified(change, alone, new, STANDARD) == ()
    mixed = replace(old, outcomes=tuple(replace(each, given=(*each.given, ("A3", 2))) for each in old.outcomes))
    assert verified(change, mixed, new, STANDARD) == ()


def scored_by(score: ShelterScore, visitors: int) -> ShelterScore:
    """The same score, each of its criteria given by so many visitors, and the team's agreed sheet beside them."""
    codes = [f"A{at}" for at in range(visitors)]
    return replace(score, outcomes=tuple(
        replace(each, given=tuple((code, each.score) for code in (*codes, AGREED)))
        for each in score.outcomes
    ))  # fmt: skip


@pytest.mark.parametrize(("then", "now", "known"), [(3, 3, True), (4, 3, True), (3, 2, False), (2, 3, False)])
def test_chance_is_a_number_only_with_three_visitors_in_each_round(then: int, now: int, known: bool) -> None:
    change, old, new = year.a_comparison().shelter("S01"), year.before().shelter("S01"), year.after().shelter("S01")
    assert change is not None and old is not None and new is not None
    old, new = scored_by(old, then), scored_by(new, now)
    said = "\n".join(texts(tuple(change_blocks(change, old, new, STANDARD, WORDS))))
    assert ("would show this by chance" in said) is known
    assert "✓ speaks of one criterion" in said
    alone = "\n".join(texts(tuple(change_blocks(change, old, scored_by(new, 1), STANDARD, WORDS))))
    assert "✓" not in alone


@pytest.mark.parametrize(("matched", "expected"), [(1, 1), (80, 1), (101, 2), (200, 3)])
def test_chance_gives_three_clear_steps_in_two_hundred_and_never_less_than_one(matched: int, expected: int) -> None:
    change, old, new = year.a_comparison().shelter("S01"), year.before().shelter("S01"), year.after().shelter("S01")
    assert change is not None and old is not None and new is not None
    many = replace(change, moves=change.moves[:1] * matched)
    assert by_chance(many, scored_by(old, 3), scored_by(new, 3)) == expected
    assert by_chance(many, None, scored_by(new, 3)) is None


def test_every_clear_step_has_its_tick_also_where_there_was_no_room_for_its_text() -> None:
    """RGT-02 ten times over: ten clear steps, of which the table has room for some."""
    change, old, new = year.a_comparison().shelter("S01"), year.before().shelter("S01"), year.after().shelter("S01")
    assert change is not None and old is not None and new is not None
    (rose,) = [each for each in change.moves if each.criterion == "RGT-02"]
    many = replace(change, moves=(rose,) * 10, improved=("RGT-02",) * 10, gates_closed=())
    blocks = change_blocks(many, old, new, STANDARD, WORDS)
    rows = [row for each in blocks if isinstance(each, Table) for row in each.rows if row[0].value == "RGT-02"]
    also = next(each.text for each in blocks if isinstance(each, Paragraph) and each.text.startswith("Also higher"))
    assert len(rows) + also.count("RGT-02\u00a0✓") == 10
    assert all(row[0].tone == "good" for row in rows)


def test_the_page_says_on_the_spot_why_the_change_is_not_the_difference() -> None:
    change, old, new = year.a_comparison().shelter("S01"), year.before().shelter("S01"), year.after().shelter("S01")
    assert change is not None and old is not None and new is not None
    assert change.before is not None and change.after is not None
    for off in (Fraction(0), Fraction(1, 10)):
        other = replace(change, change=change.after - change.before + off)
        said = "\n".join(texts(tuple(change_blocks(other, old, new, STANDARD, WORDS))))
        assert ("So the change is not their difference." in said) is bool(off)


def test_the_head_names_the_programme_and_the_day_of_closing_and_the_level_its_scale() -> None:
    page = of_shelter(before_round="R1", closed="2026-09-07T10:00:00Z", programme="Our group")
    assert page.subtitle.startswith("R1 → R2, closed on 7 Sept 2026 · Our group · ")
    assert f"of {len(STANDARD.rules.bands)}." in whole(page)
    assert "A stop criterion is one" in whole(page)


def test_what_is_suggested_is_never_cut_and_the_rest_stands_under_its_area() -> None:
    page = of_shelter("S01", needs=dict(year.the_needs().shelters)["S01"] * 9)
    assert "…" not in whole(page)
    (also,) = [each for each in page.blocks if isinstance(each, Bullets) and "RGT-02, RGT-02" in each.items[-1]]
    titles = {area.title for area in STANDARD.area}
    assert all(each.split(":")[0] in titles for each in also.items)


def test_what_rose_without_money_is_told() -> None:
    """S01: SAF-01 was for the training, SAF-02 for the fence; RGT-02 was free."""
    assert "no money of the plan was for it: RGT-02." in whole(of_shelter())


def test_a_low_score_is_no_ground_to_close() -> None:
    for name in ("shelter", "shelter, urgent", "shelter, one round", "national", "score"):
        assert "no ground to close a shelter or to move residents" in whole(EVERY_PAGE[name])


# ── the national report ──────────────────────────────────────────────────────────────────────────────────────────────


def test_the_national_page_has_the_mean_and_range_of_the_finding() -> None:
    percents = [each.percent for each in year.after().shelters if each.percent is not None]
    shown = {cell.value for cell in cells_of(national())}
    assert {sum(percents, Fraction(0)) / len(percents), min(percents), max(percents)} <= shown


def test_the_year_is_told_in_sentences_before_any_figure() -> None:
    page = national()
    first = next(at for at, each in enumerate(page.blocks) if isinstance(each, Table))
    said = "\n".join(texts(page.blocks[:first]))
    network = year.a_comparison().network
    for each in (
        "4 shelters have a result in round R2. Seen in R1 too: 3.",
        f"from {WORDS.percent(network.before)} to {WORDS.percent(network.after)}: {WORDS.change(network.change)}",
        "Stop criteria mended since R1: 1.", "now below their minimum and were not before: S02 RGT-01",
        "1,000.00 USD granted, 450.00 USD spent so far", "Needs that shelters share",
    ):  # fmt: skip
        assert each in said
    notes = [each for each in page.blocks if isinstance(each, Note)]
    assert [each.kind for each in notes] == ["urgent", "caution"]


def test_the_sheet_of_the_team_is_not_counted_among_the_visitors() -> None:
    one = year.after().shelter("S01")
    assert one is not None and one.visitors == ("A1", "A2")
    with_team = replace(year.after(), shelters=(scored_by(one, 3),))
    page = national_report(with_team, STANDARD, WORDS)
    found = next(each for each in tables(page) if "Sheets" in [column.title for column in each.columns])
    assert [row[2].value for row in found.rows] == [3]


def test_the_titles_of_the_areas_stand_in_one_line() -> None:
    assert "SAF Safety · RGT Rights" in [each.text for each in national().blocks if isinstance(each, Paragraph)]


def test_two_shelters_have_no_mean() -> None:
    few = replace(year.after(), shelters=year.after().shelters[:2])
    page = national_report(few, STANDARD, WORDS)
    assert "mean of their percents" not in whole(page)
    assert "too little to say" in whole(page)


def test_one_round_makes_no_claim_about_change() -> None:
    assert "Too little to say: this report has one round" in whole(EVERY_PAGE["national, one round"])


def test_money_stands_beside_need_and_makes_no_claim() -> None:
    page = national()
    money = next(each for each in tables(page) if [column.title for column in each.columns][3:] == ["Granted", "Spent"])
    rows = {str(row[0].value): [str(cell.value) for cell in row[1:]] for row in money.rows}
    assert rows["S01"] == ["0", "2", "500.00", "450.00"]
    assert rows["S02"] == ["1", "2", "0.00", "None"]
    assert rows["trainings"] == ["None", "None", "500.00", "None"]
    assert "S04" not in rows  # cancelled
    for claim in ("because of the money", "thanks to", "money worked", "effect"):
        assert claim not in whole(page)


def test_the_footer_names_the_standard_the_rule_and_the_inputs() -> None:
    foot = "\n".join(national(inputs={"R1": "b" * 64}).footer)
    for each in ("small 1.0.0", year.after().sha256, "scoring-1", "b" * 64):
        assert each in foot
