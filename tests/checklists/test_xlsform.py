"""The phone form: valid to pyxform and ODK Validate, whole in every language, and asking nothing that it should not."""

import ast
import hashlib
import io
import re
import shutil
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ssi.acts.standards import choose
from ssi.acts.translations import beside, folders_of, texts_in
from ssi.checklists.check import proposed_level
from ssi.checklists.phone import PARTS, Names, form_of, mark_of, name_of
from ssi.checklists.writers.form_totals import calculations, number, proposed
from ssi.checklists.writers.xlsform import xlsform
from ssi.errors import SsiError
from ssi.model import Checklist, Method, Standard, Texts, Visit, texts_of
from ssi.scoring.summarise import summarise
from ssi.standards.translating import arranged, completed
from ssi.words import rounded
from tests.checklists.phone_exports import read_form, sheet_rows
from tests.making import SMALL, a_round, sheet, shelter
from tests.making import standard as made
from tests.running import ROOT, ssi

MEASURED = SMALL.replace(
    'text = "A drill"',
    'text = "Toilets ${x} < 3", measure = { unit = "residents per toilet", better = "less", cuts = ["20", "7.5"] }',
)
GALLERY = Path(__file__).parent.parent / "faults/_good"


def standard(text: str = MEASURED) -> Standard:
    return made(text).model_copy(update={"sha256": hashlib.sha256(text.encode()).hexdigest()})


STANDARD = standard()


def checklist(text: str = MEASURED, *, children: bool = True) -> Checklist:
    return standard(text).checklist("long-term", children=children)


def khmer(of: Standard = STANDARD, status: str = "draft", left_out: str = "") -> Texts:
    texts = {key: f"ខ្មែរ-{key}" for key in texts_of(of) if key != left_out}
    found = arranged(of, "km", texts, {}, status=status, reviewed_by="unit" if status != "draft" else "")
    return Texts(of, completed(found, of, texts_of(of)))


def survey(book: bytes) -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in sheet_rows(book, "survey") if row["type"] != "end_group"}


# ── what others say of it ────────────────────────────────────────────────────────────────────────────────────────────


def converted(book: bytes) -> str:
    """The XForm that pyxform makes of it, without any warning."""
    from pyxform.xls2xform import convert

    result = convert(io.BytesIO(book), file_type=".xlsx", pretty_print=False, form_name="data")
    assert result.warnings == []
    text: str = result.xform
    return text


def validated(book: bytes, place: Path) -> None:
    """ODK Validate, which pyxform carries, finds nothing to say."""
    if shutil.which("java") is None:
        pytest.skip("ODK Validate needs Java (default-jre-headless)")
    from pyxform.validators.odk_validate import check_xform

    file = place / "form.xml"
    file.write_text(converted(book), encoding="utf-8")
    assert check_xform(str(file)) == []


def shipped() -> tuple[Standard, list[Texts]]:
    chosen = choose("ssi-core")
    languages = beside(chosen.path)
    texts = [texts_in(chosen.standard, chosen.chain, each, folders_of(chosen)) for each in languages]
    return chosen.standard, [Texts(chosen.standard), *texts]


def test_odk_validate_on_the_whole_standard_in_every_language(tmp_path: Path) -> None:
    core, languages = shipped()
    book = xlsform(core.checklist("long-term", children=True), languages=languages)
    assert len(languages) >= 4
    validated(book, tmp_path)


@pytest.mark.parametrize("children", [True, False])
def test_odk_validate_on_the_form_of_a_visit(children: bool, tmp_path: Path) -> None:
    visits = (Visit(round="R1", shelter="S01", assessor="A02"),)
    here = checklist(children=children)
    validated(xlsform(here, shelter="S01", round="R1", visits=visits, languages=(khmer(), Texts(STANDARD))), tmp_path)


def test_a_standard_of_another_scale_is_a_form_too(tmp_path: Path) -> None:
    """Values that fall, points in thirds, an area with a weight of its own, no cap."""
    text = (
        MEASURED.replace("value = 0", "value = 9").replace('points = "1/2"', 'points = "1/3"')
        .replace("cap_without_practice = 1\n", "").replace('title = "Rights"', 'title = "Rights"\nweight = 7')
    )  # fmt: skip
    validated(xlsform(checklist(text)), tmp_path)


# ── what it asks, and what not ───────────────────────────────────────────────────────────────────────────────────────

ASKED = {"calculate", "note", "text", "date", "integer", "decimal", "acknowledge", "begin_group", "end_group"}


def test_it_asks_for_no_place_no_picture_and_no_device() -> None:
    book = xlsform(checklist())
    kinds = {row["type"].partition(" ")[0] for row in sheet_rows(book, "survey")}
    assert kinds == ASKED | {"select_one", "select_multiple"}
    xform = converted(book)
    assert not re.search(r"geopoint|deviceid|username|phonenumber|email|audit|<upload|mediatype", xform)
    assert re.findall(r'jr:preload="(\w+)"', xform) == ["uid"]
    assert re.findall(r"<(?:orx:)?(instance\w+)\s*/?>", xform.split("<meta>")[1].split("</meta>")[0]) == [
        "instanceID",
        "instanceName",
    ]


def test_every_criterion_once_with_its_levels_best_first_and_na_where_allowed() -> None:
    book = xlsform(checklist())
    lists: dict[str, list[str]] = {}
    for row in sheet_rows(book, "choices"):
        lists.setdefault(row["list_name"], []).append(row["name"])
    asked = survey(book)
    for each in STANDARD.criteria:
        name = name_of(each.id)
        assert asked[name]["type"] == f"select_one {name}"
        na = ["NA"] if each.na_when else []
        assert lists[name] == ["2", "1", "0", *na, "NS", "NS_declined"]
        assert (name_of(each.id, "reason") in asked) == bool(na)
        assert (name_of(each.id, "value") in asked) == bool(each.measure)
    assert asked["SAF_02_reason"]["relevant"] == "${SAF_02} = 'NA'" and asked["SAF_02_reason"]["required"] == "yes"
    assert [name for name, row in asked.items() if row["required"] and name.startswith(("SAF", "RGT"))] == [
        "SAF_02_reason"
    ]


def test_the_level_descriptions_stand_in_the_choices() -> None:
    form = read_form(xlsform(checklist()))
    texts = [label for choice in form.choices["SAF_01"].values() for label in choice.values()]
    assert texts[:3] == ["2 · met: c", "1 · partly met: b", "0 · not met: a"]


def test_each_criterion_is_one_screen_inside_its_area() -> None:
    form = read_form(xlsform(checklist()))
    asked = form.marked("[SAF-01]")
    assert asked and asked.groups == ("SAF", "SAF_01_screen")
    assert form.group_labels["SAF_01_screen"] == {"English (en)": "SAF-01 critical ■ STOP"}
    assert all(survey(xlsform(checklist()))[f"{name_of(e.id)}_screen"]["appearance"] == "field-list"
               for e in STANDARD.criteria)  # fmt: skip


def test_a_visits_form_knows_round_and_shelter_and_a_blank_one_asks() -> None:
    visits = tuple(Visit(round="R1", shelter="S01", assessor=each) for each in ("A02", "A03"))
    own = survey(xlsform(checklist(), shelter="S01", round="R1", visits=visits))
    assert (own["ssi_round"]["type"], own["ssi_round"]["calculation"]) == ("calculate", "'R1'")
    assert own["ssi_assessor"]["hint::English (en)"] == "Planned: A02, A03"
    blank = survey(xlsform(checklist()))
    for name in ("ssi_round", "ssi_shelter", "ssi_assessor"):
        rule = re.fullmatch(r"regex\(\., '(.*)'\)", blank[name]["constraint"])
        assert rule and re.match(rule[1], "S01") and not re.match(rule[1], "Rose House")


def test_version_title_and_id() -> None:
    own = sheet_rows(xlsform(checklist(), shelter="S01", round="R1"), "settings")[0]
    hash = STANDARD.sha256[:12]
    assert (own["version"], own["form_id"], own["form_title"]) == (
        f"1.0.0-{hash}",
        "small-R1-S01",
        "R1 S01 small 1.0.0",
    )
    blank = sheet_rows(xlsform(checklist(children=False)), "settings")[0]
    assert blank["form_id"] == "small-long-term"
    assert survey(xlsform(checklist()))["ssi_form"]["calculation"] == f"'small 1.0.0-{hash}'"
    assert form_of(STANDARD) == f"small 1.0.0-{hash}"


def test_the_same_form_is_the_same_bytes() -> None:
    assert xlsform(checklist(), languages=(khmer(),)) == xlsform(checklist(), languages=(khmer(),))


# ── languages ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_text_is_there_in_every_language() -> None:
    book = xlsform(checklist(), languages=(khmer(), Texts(STANDARD)))
    for sheet_name in ("survey", "choices"):
        for row in sheet_rows(book, sheet_name):
            for part in ("label", "hint", "constraint_message"):
                texts = [text for key, text in row.items() if key.startswith(f"{part}::")]
                assert len({bool(each) for each in texts}) <= 1, row
    assert sheet_rows(book, "settings")[0]["default_language"] == "ខ្មែរ (km)"


def test_a_draft_stands_beside_its_source_and_what_was_reviewed_alone() -> None:
    def label(texts: Texts) -> str:
        return survey(xlsform(checklist(), languages=(texts,)))["SAF_01"]["label::ខ្មែរ (km)"]

    assert label(khmer()) == "[SAF-01] ខ្មែរ-SAF-01.text\nStaff day and night"
    assert label(khmer(status="reviewed")) == "[SAF-01] ខ្មែរ-SAF-01.text"
    choices = sheet_rows(xlsform(checklist(), languages=(khmer(),)), "choices")
    level = next(row for row in choices if (row["list_name"], row["name"]) == ("SAF_01", "2"))
    assert level["label::ខ្មែរ (km)"] == "2 · ខ្មែរ-scale.2.label: ខ្មែរ-SAF-01.anchors.2\nmet: c"


@pytest.mark.parametrize(
    "key", ["SAF-01.text", "SAF-01.anchors.1", "area.RGT.title", "scale.1.label", "SAF-02.na_when"]
)
def test_a_language_that_lacks_a_text_is_refused_with_the_text(key: str) -> None:
    with pytest.raises(SsiError) as raised:
        xlsform(checklist(), languages=(Texts(STANDARD), khmer(left_out=key)))
    [found] = raised.value.faults
    assert found.code == "phone-untranslated"
    assert f"km lacks 1 texts that a form must have: {key}" in found.message and "--lang en" in found.advice


def test_guidance_may_be_missing_and_then_says_its_language() -> None:
    text = MEASURED.replace('text = "A fence"', 'text = "A fence", guidance = "Walk around"')
    of = standard(text)
    book = xlsform(of.checklist("long-term", children=True), languages=(khmer(of, left_out="SAF-02.guidance"),))
    assert survey(book)["SAF_02"]["hint::ខ្មែរ (km)"] == "(en) Walk around"


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_name_and_mark_leads_back_to_its_question() -> None:
    core, _ = shipped()
    names = Names(core)
    assert names.clashes == ()
    for each in core.criteria:
        for part in PARTS:
            assert names.by_name[name_of(each.id, part)] == (each.id, part)
            assert names.by_mark[mark_of(each.id, part)[1:-1]] == (each.id, part)
            assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name_of(each.id, part))


def test_ids_that_would_give_one_name_are_refused() -> None:
    with pytest.raises(SsiError) as raised:
        xlsform(checklist(MEASURED.replace('id = "SAF-03"', 'id = "SAF-02-note"')))
    assert "saf_02_note" in raised.value.faults[0].message
    assert name_of("A_1.2") != name_of("A-1-2")


# ── the unofficial percent ───────────────────────────────────────────────────────────────────────────────────────────


def worked_out(expression: str, answers: Mapping[str, Any]) -> Any:
    """An expression of the form as a phone works it out, in exact fractions; branches that are not taken are not."""
    text = re.sub(r"\$\{(\w+)\}", r"\1", expression).replace(" div ", " / ").replace("if(", "when(")
    return _value(ast.parse(re.sub(r"(?<![<>!=]) = ", " == ", text), mode="eval").body, answers)


def _value(node: ast.expr, answers: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value=value):
            return value if isinstance(value, str) else Fraction(str(value))
        case ast.Name(id=name):
            return answers.get(name, "")
        case ast.BinOp(left=left, op=op, right=right) | ast.Compare(left=left, ops=[op], comparators=[right]):
            return _worked(op, _value(left, answers), _value(right, answers))
        case ast.Call(func=ast.Name(id="when"), args=[test, yes, no]):
            return _value(yes if _value(test, answers) else no, answers)
        case ast.Call(func=ast.Name(id=name), args=[first, second]):
            one, two = _value(first, answers), _value(second, answers)
            return bool(re.search(two, one)) if name == "regex" else rounded(one, int(two))
    raise AssertionError(ast.dump(node))


def _worked(op: ast.AST, one: Any, two: Any) -> Any:
    if isinstance(op, ast.Eq):
        return one == two
    one, two = Fraction(one), Fraction(two)
    if isinstance(op, ast.Add | ast.Mult):
        return one + two if isinstance(op, ast.Add) else one * two
    if isinstance(op, ast.Div):
        return one / two
    if isinstance(op, ast.Gt):
        return one > two
    return one <= two if isinstance(op, ast.LtE) else one >= two


WEIGHTED = MEASURED.replace('title = "Rights"', 'title = "Rights"\nweight = 7').replace('"1/2"', '"1/3"')


@pytest.mark.parametrize("text", [MEASURED, WEIGHTED, MEASURED.replace("cap_without_practice = 1\n", "")])
@pytest.mark.parametrize("seed", range(25))
def test_the_percent_on_the_phone_is_the_percent_of_that_one_sheet(text: str, seed: int) -> None:
    rng, of, place = Random(seed), standard(text), shelter(children="yes")
    here = of.checklist("long-term", children=True)
    scores: dict[str, int | str] = {}
    for each in here.criteria:
        possible: list[int | str] = [0, 1, 2, 2, "NS", "ND", *(["NA"] if each.na_when else [])]
        scores[each.id] = rng.choice(possible)
    used: list[tuple[Method, ...]] = [("document",), ("observe", "document")]
    methods = {id: rng.choice(used) for id, each in scores.items() if isinstance(each, int) and rng.random() < 0.8}
    answers: dict[str, Any] = {
        name_of(id): {"ND": "NS_declined"}.get(str(each), str(each)) for id, each in scores.items()
    }
    answers |= {name_of(id, "methods"): " ".join(how) for id, how in methods.items()}
    areas = [(area, list(area.criterion)) for area in of.area]
    for name, expression in calculations(here, areas):
        answers[name] = worked_out(expression, answers)
    [official] = summarise(a_round([place]), of, [sheet(of, place, "A02", scores, methods=methods)], set()).shelters
    shown = "" if official.percent is None else rounded(official.percent, 1)
    assert answers["ssi_percent"] == shown
    for area in official.areas:
        assert answers[f"ssi_percent_{area.area}"] == ("" if area.percent is None else rounded(area.percent, 1))
    assert answers["ssi_open"] == 0


@pytest.mark.parametrize("better", ["less", "more"])
def test_the_level_that_a_value_proposes_is_the_same_on_the_phone(better: str) -> None:
    cuts = '["20", "7.5"]' if better == "less" else '["7.5", "20"]'
    of = standard(MEASURED.replace('"less", cuts = ["20", "7.5"]', f'"{better}", cuts = {cuts}'))
    criterion = of.criterion("SAF-03")
    for value in ("0", "7.4", "7.5", "7.6", "19.9", "20", "21"):
        shown = worked_out(proposed(criterion, of), {"SAF_03_value": value})
        assert shown == proposed_level(criterion, Fraction(value), of)
    assert worked_out(proposed(criterion, of), {"SAF_03_value": ""}) == ""


@pytest.mark.parametrize("value", ["0", "3", "3.5", "0.04", "-1.25", "120"])
def test_an_exact_number_is_written_as_a_decimal(value: str) -> None:
    assert Fraction(number(Fraction(value))) == Fraction(value)
    assert number(Fraction(1, 3)) == "(1 div 3)"


# ── as a person types it ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    here = tmp_path / "here"
    shutil.copytree(GALLERY, here)
    assert ssi(here, "round", "open", "R1", "--kind", "baseline").status == 0
    return here


def test_the_form_of_a_visit_and_a_blank_one(programme: Path) -> None:
    said = ssi(programme, "checklist", "S01", "--to", "form.xlsform.xlsx")
    assert said.status == 0 and "Upload it to KoboToolbox or ODK Central" in said.out
    assert survey((programme / "form.xlsform.xlsx").read_bytes())["ssi_shelter"]["calculation"] == "'S01'"
    assert ssi(programme, "checklist", "--kind", "transit", "--to", "b.XLSForm.xlsx").status == 0
    assert sheet_rows((programme / "b.XLSForm.xlsx").read_bytes(), "settings")[0]["form_id"] == "small-transit"


def test_all_whole_languages_go_in_or_those_that_are_named(tmp_path: Path) -> None:
    made = ssi(tmp_path, "init", "p", "--standard", "ssi-core", "--name", "P", "--country", "KH", "--language", "km",
               "--currency", "USD")  # fmt: skip
    assert made.status == 0, made.err
    here = tmp_path / "p"

    def languages(*more: str) -> list[str]:
        said = ssi(here, "checklist", "--kind", "transit", "--to", "f.xlsform.xlsx", *more)
        assert said.status == 0, said.err
        head = sheet_rows((here / "f.xlsform.xlsx").read_bytes(), "survey")[0]
        return [key[-3:-1] for key in head if key.startswith("label::")]

    known = sorted(each.stem.split(".")[-1] for each in (ROOT / "standards/ssi-core").glob("1.0.0.*.toml"))
    assert languages()[0] == "km" and sorted(languages()) == sorted(["en", *known])
    assert languages("--lang", "lo,en") == ["lo", "en"]
    refused = ssi(here, "checklist", "--kind", "transit", "--to", "g.xlsform.xlsx", "--lang", "en,fr,xx")
    assert refused.status == 1 and refused.err.count("there is no translation") == 2
    assert not (here / "g.xlsform.xlsx").exists()
