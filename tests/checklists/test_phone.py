"""What comes back from phones: whatever a server makes of a sheet, the same rows come out of it."""

import csv
import hashlib
import io
import json
import random
import string
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.checklists.phone import form_of
from ssi.checklists.readers.once import once
from ssi.checklists.readers.phone import phone_rows
from ssi.checklists.readers.remade import LONG, Remade
from ssi.checklists.scores import grouped, read_draft
from ssi.checklists.writers.xlsform import xlsform
from ssi.errors import Fault, SsiError
from ssi.model import DECLINED, Criterion, Interviews, Standard, Texts, VisitRecord, texts_of
from ssi.standards.reading import read_chain
from ssi.standards.translating import arranged, completed
from tests.checklists import phone_exports as server
from tests.checklists.phone_exports import Kobo, PhoneForm, Sent, read_form
from tests.making import SMALL
from tests.making import standard as made

MEASURED = SMALL.replace(
    'text = "A drill"',
    'text = "Toilets", measure = { unit = "residents: per - toilet", better = "less", cuts = ["20", "7.5"] }',
)
HOW = {"o": "observe", "m": "measure", "s": "staff", "r": "resident", "d": "document"}
FIXTURES = Path(__file__).parent / "phone_fixtures"
GOOD = Path(__file__).parent.parent / "faults/_good/standards/small/1.0.0.toml"
KHMER = "ខ្មែរ (km)"


def standard(text: str = MEASURED) -> Standard:
    return made(text).model_copy(update={"sha256": hashlib.sha256(text.encode()).hexdigest()})


def good_standard() -> Standard:
    """The gallery's, whose form the fixtures come from."""
    return read_chain((("small/1.0.0.toml", GOOD.read_bytes()),))


STANDARD = standard()
ROUNDS = {"R1": STANDARD}


@cache
def form() -> PhoneForm:
    """A blank form in English and Khmer; the Khmer is a draft, so that its labels have two lines."""
    texts = {key: f"ខ្មែរ-{key}: [x]/y · z" for key in texts_of(STANDARD)}
    khmer = completed(arranged(STANDARD, "km", texts, {}, status="draft", reviewed_by=""), STANDARD, texts_of(STANDARD))
    languages = (Texts(STANDARD), Texts(STANDARD, khmer))
    return read_form(xlsform(STANDARD.checklist("long-term", children=True), languages=languages))


Row = Mapping[str, str]
Sheet = Mapping[str, Row]  # criterion → score, methods, note, value
VISIT = {"[0.2]": "R1", "[0.3]": "S01", "[0.4]": "A02", "[0.5]": "2026-03-09"}
TALKS = {"[0.8]": "9", "[0.9]": "6", "[0.10]": "2"}


def answers(sheet: Sheet, typed: Mapping[str, str] = VISIT | TALKS) -> dict[str, str]:
    """What a phone keeps after somebody filled in the form by its labels."""
    found: dict[str, str] = {"ssi_form": form_of(STANDARD), "ssi_ready": "OK", "ssi_percent": "71.4"}
    asked = form()
    for mark, text in typed.items():
        question = asked.marked(mark)
        assert question
        found[question.name] = text
    for mark, choice in (("[0.1]", "visit"), ("[0.6]", "km")):
        if (question := asked.marked(mark)) is not None:
            found.setdefault(question.name, asked.signed(question, choice))
    for criterion, row in sheet.items():
        found |= dict(_answered(asked, criterion, row))
    return found


def _answered(asked: PhoneForm, criterion: str, row: Row) -> list[tuple[str, str]]:
    marks = {"score": "", "methods": " /", "value": " =", "note": " NA" if row.get("score") == "NA" else " …"}
    found = []
    for part, end in marks.items():
        question = asked.marked(f"[{criterion}{end}]")
        text = row.get(part, "")
        if not text:
            continue
        assert question, (criterion, part)
        if part == "score":
            text = asked.signed(question, text)
        elif part == "methods":
            letters = [letter for letter, method in HOW.items() if method in text.split()]
            text = " ".join(asked.signed(question, letter) for letter in letters)
        found.append((question.name, text))
    return found


def long_rows(tables: tuple[Remade, ...] | None) -> list[dict[str, str]]:
    assert tables is not None
    return [dict(zip(LONG, row.cells, strict=True)) for table in tables for row in table]


def expected(sheet: Sheet) -> list[dict[str, str]]:
    head = {"round": "R1", "shelter": "S01", "assessor": "A02"}
    blank = dict.fromkeys(LONG, "")
    talks = {**blank, **head, "criterion": "interviews", "score": "9 6 2"}
    rows = [{**blank, **head, "criterion": each.id, **sheet[each.id]} for each in STANDARD.criteria if each.id in sheet]
    return [talks, *rows]


# ── every road gives the same rows ───────────────────────────────────────────────────────────────────────────────────

Export = Callable[[PhoneForm, list[Sent]], tuple[bytes, str]]


def kobo_csv(how: Kobo, **more: bool) -> Export:
    return lambda form, sent: (server.kobo_csv(form, sent, how, **more), "kobo.csv")


def kobo_xlsx(how: Kobo, *, typed: bool) -> Export:
    return lambda form, sent: (server.kobo_xlsx(form, sent, how, typed=typed), "kobo.xlsx")


def central_csv(*, groups: bool, split: bool) -> Export:
    return lambda form, sent: (server.central_csv(form, sent, groups=groups, split=split), "central.csv")


LANGUAGES = (None, "English (en)", KHMER)
EXPORTS: dict[str, Export] = {
    **{
        f"kobo csv {language} {groups} {several}": kobo_csv(Kobo(language, groups, several))
        for language in LANGUAGES
        for groups in ("", "/", "-", " | ")
        for several in ("both", "summary", "details")
    },
    "kobo csv without BOM": kobo_csv(Kobo(), bom=False),
    "kobo csv, an older one": kobo_csv(Kobo(root="")),
    **{
        f"kobo xlsx {language} {typed}": kobo_xlsx(Kobo(language, "/" if typed else ""), typed=typed)
        for language in LANGUAGES
        for typed in (True, False)
    },
    "kobo api": lambda form, sent: (server.kobo_json(form, sent), "kobo.json"),
    "kobo json": lambda form, sent: (server.kobo_json(form, sent, paged=False), "kobo.json"),
    **{
        f"central csv {groups} {split}": central_csv(groups=groups, split=split)
        for groups in (True, False)
        for split in (True, False)
    },
    "central zip": lambda form, sent: (server.central_zip(form, server.central_csv(form, sent)), "central.csv.zip"),
    "central odata": lambda form, sent: (server.odata(form, sent), "Submissions.json"),
}

NOTES = st.text(
    st.sampled_from([*string.printable[:95], "\n", "ស", "្", "រ", "ở", "文", "·", ";", '"', "[", "]"]), max_size=30
).map(lambda text: text.strip())


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    found = {}
    for each in STANDARD.criteria:
        scores = ["0", "1", "2", "NS", "NS declined", *(["NA"] if each.na_when else [])]
        score = draw(st.sampled_from(["", *scores]))
        if score:
            found[each.id] = {"score": score, **draw(_beside(each, score))}
    return found


def _beside(each: Criterion, score: str) -> st.SearchStrategy[dict[str, str]]:
    methods = st.lists(st.sampled_from(each.methods), unique=True) if score.isdecimal() else st.just([])
    note = NOTES.filter(lambda text: text.casefold() != "n/a" and (bool(text) or score != "NA"))
    if not score.isdecimal() and score != "NA":
        note = st.just("")
    values = st.sampled_from(["", "12", "3.5", "0", "0.25"]) if each.measure else st.just("")
    return st.fixed_dictionaries(
        {"methods": methods.map(lambda used: " ".join(m for m in HOW.values() if m in used)), "note": note}
        | {"value": values}
    )


@pytest.mark.parametrize("name", EXPORTS)
@settings(max_examples=6, deadline=None)
@given(sheet=sheets())
def test_every_export_of_a_sheet_gives_its_rows(name: str, sheet: Sheet) -> None:
    data, file = EXPORTS[name](form(), [Sent(answers(sheet))])
    found = phone_rows(data, file, ROUNDS)
    assert long_rows(found) == expected(sheet)
    assert found
    assert found[0].visit == VisitRecord("2026-03-09", "km", ready=True)
    assert found[0].remarks == ()


# ── one sheet, its ids, its editions ─────────────────────────────────────────────────────────────────────────────────

SHEET: Sheet = {
    "SAF-01": {"score": "1", "methods": "observe document", "note": "gaps at night"},
    "SAF-02": {"score": "NA", "note": "no ground floor"},
    "SAF-03": {"score": "2", "value": "7.5"},
}
OTHER: Sheet = {**SHEET, "SAF-01": {"score": "2"}}
NAMES = Kobo(groups="/")


def read(*sent: Sent, how: Kobo = NAMES, file: str = "kobo.csv") -> tuple[Remade, ...]:
    found = phone_rows(server.kobo_csv(form(), sent, how), file, ROUNDS)
    assert found is not None
    return found


def faults(data: bytes, name: str = "kobo.csv", rounds: Mapping[str, Standard] = ROUNDS) -> tuple[Fault, ...]:
    with pytest.raises(SsiError) as raised:
        phone_rows(data, name, rounds)
    return raised.value.faults


def codes(found: tuple[Fault, ...]) -> list[str]:
    return [each.code for each in found]


def changed(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """The export with some of its texts changed, each of which must be in it."""
    text = data.decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


ONE = Sent(answers(SHEET))
CSV = server.kobo_csv(form(), [ONE], NAMES)


@pytest.mark.parametrize("file", sorted(each.name for each in FIXTURES.glob("[ck]*")))
def test_every_fixture_is_the_same_sheet(file: str) -> None:
    small = good_standard()
    found = phone_rows((FIXTURES / file).read_bytes(), file, {"R1": small})
    wanted = list(csv.DictReader((FIXTURES / "expected.csv").read_text(encoding="utf-8").splitlines(), restval=""))
    assert long_rows(found) == [{key: text or "" for key, text in row.items()} for row in wanted]


def test_the_rows_make_a_sheet() -> None:
    [table] = read(ONE)
    [group] = grouped(table)
    draft, found = read_draft(group, STANDARD.checklist("long-term", children=True))
    assert (found, draft.interviews) == ((), Interviews(9, 6, 2))
    assert {id: each.score for id, each in draft.entries.items()} == {"SAF-01": 1, "SAF-02": -1, "SAF-03": 2}
    assert draft.entries["SAF-03"].value == "7.5"


def test_a_declined_talk_comes_back_as_one() -> None:
    [table] = read(Sent(answers({"RGT-01": {"score": "NS declined"}})))
    draft, _ = read_draft(grouped(table)[0], STANDARD.checklist("long-term", children=True))
    assert draft.entries["RGT-01"].score == DECLINED


def test_a_sheet_that_was_sent_twice_is_named_with_both_and_what_differs() -> None:
    two = Sent(answers(OTHER), uuid="ffff", number=102)
    [found] = faults(server.kobo_csv(form(), [ONE, two], NAMES))
    assert found.code == "phone-sent-twice"
    assert "R1 S01 A02 was sent twice, as 0b1e7e2a" in found.message and "ffff" not in found.message.split(",")[0]
    assert "SAF-01" in found.message and "(kobo.csv:2)" in found.message and found.where.line == 3
    assert len(read(ONE, replace(ONE, uuid="ffff", number=102))) == 1  # the same answers, sent again


def test_one_submission_in_several_files_is_one_and_the_edited_one_counts() -> None:
    edited = Sent(answers(OTHER), uuid="2222", root=ONE.uuid, before=ONE.uuid)
    before, after = read(ONE, file="a.csv"), read(edited, file="b.csv")
    [table] = once([*before, *after])
    assert table.rows[1].cells[4] == "2"
    assert once([*after, *before]) == (after[0],)
    assert once([*before, *read(ONE, file="c.csv")]) == before
    api = phone_rows(server.kobo_json(form(), [edited]), "d.json", ROUNDS)
    assert api and once([*before, *api]) == api and once([*after, *api]) == after


def test_central_counts_the_edits() -> None:
    def central(sheet: Sheet, edits: int, uuid: str) -> Remade:
        sent = Sent(answers(sheet), uuid=uuid, root="1111", edits=edits)
        found = phone_rows(server.central_csv(form(), [sent]), f"{edits}.csv", ROUNDS)
        assert found
        return found[0]

    first, second = central(SHEET, 0, "1111"), central(OTHER, 2, "3333")
    assert once([first, second]) == once([second, first]) == (second,)


def test_where_nothing_says_which_edition_is_later_a_person_decides() -> None:
    old = replace(NAMES, root="")
    one, other = read(ONE, how=old), read(Sent(answers(OTHER), uuid="2222"), how=old, file="b.csv")
    with pytest.raises(SsiError) as raised:
        once([*one, *other])
    assert codes(raised.value.faults) == ["phone-edited"]


# ── versions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_form_of_another_version_is_refused_by_both_names() -> None:
    now = standard(MEASURED.replace("1.0.0", "1.1.0"))
    [found] = faults(CSV, rounds={"R1": now})
    assert found.code == "phone-version"
    assert form_of(STANDARD) in found.message and form_of(now) in found.message
    assert found.where.line == 2 and found.where.text.startswith("ssi_form: small 1.0.0-")


def test_a_form_that_nobody_knows_names_what_is_known() -> None:
    [found] = faults(CSV, rounds={"R7": standard(MEASURED.replace('"small"', '"large"'))})
    assert found.code == "phone-version-unknown" and "large 1.0.0-" in found.message


def test_a_round_that_is_not_here_is_left_to_the_loader() -> None:
    found = phone_rows(CSV, "kobo.csv", {"R2": STANDARD})
    assert found and found[0].rows[0].cells[0] == "R1"


def test_without_the_hidden_answer_the_servers_version_counts_if_it_is_ours() -> None:
    central = changed(server.central_csv(form(), [ONE]), ("ssi_form", "ssi_other"))
    assert phone_rows(central, "central.csv", ROUNDS)
    assert codes(faults(changed(CSV, ("ssi_form", "ssi_other")))) == ["phone-unnamed"]


@pytest.mark.parametrize("name", ["kobo.csv", "kobo.json"])
def test_an_export_of_another_form_says_so(name: str) -> None:
    data = b'"water";"_id";"_uuid";"_submission_time"\n"well";"1";"u";"t"\n'
    other = json.dumps({"results": [{"water": "well", "_uuid": "u", "_id": 1}]}).encode()
    assert codes(faults(other if name.endswith("json") else data, name)) == ["phone-unnamed"]


# ── what is left out, and what was never asked for ───────────────────────────────────────────────────────────────────


def test_practice_and_rejected_and_empty_submissions_are_left_out_and_counted() -> None:
    practice = Sent({**answers(OTHER), "ssi_purpose": "practice"}, uuid="a", number=7)
    rejected = Sent(answers(OTHER), uuid="b", number=8, status="validation_status_not_approved")
    empty = Sent(answers({}, VISIT | {"[0.4]": "A03"}), uuid="c", number=9)
    [table] = read(practice, rejected, empty, ONE)
    assert sorted(codes(table.remarks)) == ["phone-empty", "phone-practice", "phone-rejected"]
    assert all(each.warning for each in table.remarks) and table.rows[1].cells[4] == "1"
    [nothing] = read(practice)
    assert (nothing.rows, codes(nothing.remarks)) == ((), ["phone-practice"])


@pytest.mark.parametrize("how", [NAMES, Kobo("English (en)")])
def test_what_the_form_never_asked_for_is_named_and_not_kept(how: Kobo) -> None:
    data = server.kobo_csv(form(), [ONE], how).decode()
    head, row = data.rstrip("\n").rsplit("\n", 1)
    extra = "11.55 104.92 0 0|collect:Xc|team leader|+85512345678|"
    more = '";"'.join(extra.split("|"))
    found = phone_rows(
        f'{head};"geopoint";"deviceid";"username";"phonenumber";"subscriberid"\n{row};"{more}"\n'.encode(),
        "k.csv",
        ROUNDS,
    )
    assert found
    [remark] = found[0].remarks
    assert remark.code == "phone-not-asked"
    assert "geopoint, deviceid, username, phonenumber;" in remark.message
    assert "Xc" not in str(found) and "leader" not in str(found) and "104.92" not in str(found)


def test_a_place_or_a_picture_that_a_server_adds_is_named_too() -> None:
    whole = json.loads(server.kobo_json(form(), [ONE]))
    whole["results"][0] |= {"_geolocation": [11.5, 104.9], "_attachments": [{"filename": "a.jpg"}]}
    found = phone_rows(json.dumps(whole).encode(), "k.json", ROUNDS)
    assert found and "_attachments/filename, _geolocation" in found[0].remarks[0].message


def test_a_page_of_many_says_that_there_are_more() -> None:
    found = phone_rows(server.odata(form(), [ONE], more=True), "s.json", ROUNDS)
    assert found and codes(found[0].remarks) == ["phone-part"]


def test_what_central_could_not_decrypt_is_a_fault() -> None:
    data = server.central_csv(form(), [ONE]).decode()
    data = data.replace(",Phone 3,0,0,,", ",Phone 3,0,0,not decrypted,")
    assert codes(faults(data.encode(), "c.csv")) == ["phone-encrypted"]


# ── how people and programs spoil files ──────────────────────────────────────────────────────────────────────────────


def test_the_header_again_blank_columns_and_blank_lines_change_nothing() -> None:
    head, row = CSV.decode("utf-8-sig").splitlines()
    spoilt = f"\ufeff{head};;\n{row};;\n;;\n{head};;\n{row};;\n"
    assert long_rows(phone_rows(spoilt.encode(), "k.csv", ROUNDS)) == expected(SHEET)
    commas = changed(CSV, ('";"', '","'))
    assert long_rows(phone_rows(commas, "k.csv", ROUNDS)) == expected(SHEET)


def test_local_digits_are_digits() -> None:
    local = changed(CSV, ('"9";"6";"2"', '"៩";"៦";"២"'), ('"7.5"', '"៧.៥"'), ('"S01"', '"S០១"'))
    found = phone_rows(local, "k.csv", ROUNDS)
    assert found and found[0].rows[0].cells[4] == "9 6 2" and found[0].rows[3].cells[7] == "7.5"
    assert grouped(found[0])[0].shelter == "S01"


def test_two_columns_for_one_question_must_agree() -> None:
    head, row = CSV.decode("utf-8-sig").splitlines()
    name = '"SAF/SAF_01_screen/SAF_01"'
    assert phone_rows(f'{head};{name}\n{row};"1"\n'.encode(), "k.csv", ROUNDS)
    [found] = faults(f'{head};{name}\n{row};"2"\n'.encode())
    assert found.code == "phone-two-answers" and "'1' and '2'" in found.message
    ticks = changed(CSV, ('"observe document";"1";"1"', '"observe document";"1";"0"'))
    assert codes(faults(ticks)) == ["phone-two-answers"]


def test_a_tick_that_is_none_is_named() -> None:
    data = server.kobo_csv(form(), [ONE], replace(NAMES, several="details"))
    [found] = faults(changed(data, ('"1";"1";"1";"gaps', '"1";"x";"1";"gaps')))
    assert found.code == "phone-tick" and "'x'" in found.message


def test_a_count_that_is_missing_is_refused_by_the_loader_at_its_column() -> None:
    [table] = read(Sent(answers(SHEET, VISIT | {"[0.8]": "9", "[0.9]": "6"})))
    _, found = read_draft(grouped(table)[0], STANDARD.checklist("long-term", children=True))
    assert codes(found) == ["interviews-form"] and "9 6 ?" in found[0].message
    assert found[0].where.line == 2 and found[0].where.text.startswith("ssi_interviews/ssi_asked: 9")


def test_a_fault_points_at_the_cell_of_the_file_that_the_person_has() -> None:
    """A score that became a date in a spreadsheet program."""
    checklist = STANDARD.checklist("long-term", children=True)
    whole = json.loads(server.kobo_json(form(), [ONE]))
    whole["results"][0]["SAF/SAF_03_screen/SAF_03"] = "3-Jan"
    table = phone_rows(json.dumps(whole).encode(), "k.json", ROUNDS)
    assert table
    [found] = read_draft(grouped(table[0])[0], checklist)[1]
    assert (found.code, found.where.text) == ("score-unknown", "results[0] SAF/SAF_03_screen/SAF_03: 3-Jan")
    broken = Sent({**answers(SHEET), "SAF_03": "3-Jan"})
    table = phone_rows(server.kobo_xlsx(form(), [broken], NAMES, typed=True), "k.xlsx", ROUNDS)
    assert table
    [found] = read_draft(grouped(table[0])[0], checklist)[1]
    column = server.kobo_table(form(), [ONE], NAMES)[0].index("SAF/SAF_03_screen/SAF_03")
    assert found.where.cell == f"{chr(ord('A') + column)}2" if column < 26 else found.where.cell.endswith("2")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "windows-1258", "gb18030"])
@pytest.mark.parametrize("name", ["kobo.csv", "kobo.json"])
def test_another_encoding_is_refused_in_words(encoding: str, name: str) -> None:
    sent = [Sent(answers({"SAF-01": {"score": "2", "note": "đường" if encoding.startswith("w") else "门"}}))]
    data = server.kobo_csv(form(), sent, NAMES, bom=False) if name.endswith("csv") else server.kobo_json(form(), sent)
    spoilt = data.decode().encode(encoding, "replace")
    assert codes(faults(spoilt, name))[0] in ("file-not-text", "table-nul", "phone-json")


def test_a_zip_bomb_is_refused_and_a_zip_without_a_form_says_so() -> None:
    def zipped(**parts: bytes) -> bytes:
        page = io.BytesIO()
        with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(f"{name}.csv", data)
        return page.getvalue()

    assert codes(faults(zipped(a=b" " * 210_000_000), "x.zip")) == ["workbook-too-large"]
    assert codes(faults(zipped(a=b"water,well\n1,2\n"), "x.zip")) == ["phone-zip"]
    assert codes(faults(zipped(a=CSV, b=CSV), "x.zip")) == ["phone-zip"]
    assert codes(faults(b"PK", "x.zip")) == ["workbook-unreadable"]
    repeats = b"child,PARENT_KEY,KEY\n1,uuid:1,uuid:2\n"
    assert long_rows(phone_rows(zipped(a=CSV, b=repeats), "x.zip", ROUNDS)) == expected(SHEET)


@pytest.mark.parametrize("text", [
    "", "{", "[" * 100_000, '{"a": 1, "a": 2}', '{"results": [{"ssi_form": "\\ud800"}]}', '[{"ssi_form": "a\\u0000b"}]',
])  # fmt: skip
def test_json_that_is_no_export_is_refused_in_words(text: str) -> None:
    assert codes(faults(text.encode(), "x.json")) == ["phone-json"]


@pytest.mark.parametrize(("data", "name"), [
    (b"round,shelter,assessor,criterion,score\nR1,S01,A02,SAF-01,2\n", "scores.csv"), (b"a,b\n1,2\n", "x.csv"),
    (b"[1, 2]", "x.json"), (b"null", "x.json"), (b'{"value": 3}', "x.json"), (b"%PDF", "x.pdf"), (b"", "x.csv"),
])  # fmt: skip
def test_what_comes_from_no_phone_is_left_to_others(data: bytes, name: str) -> None:
    assert phone_rows(data, name, ROUNDS) is None


# ── anything at all ──────────────────────────────────────────────────────────────────────────────────────────────────


SPOILT = (
    "kobo api", "kobo csv None / both", f"kobo csv {KHMER} / both", "kobo xlsx None True", "central csv True True",
    "central zip", "central odata",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_spoilt_export_gives_faults_or_rows_and_never_anything_else(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(SPOILT))
    whole, file = EXPORTS[name](form(), [ONE])
    rng = random.Random(data.draw(st.integers(0, 1 << 30)))
    spoilt = bytearray(whole)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(spoilt))
        how = rng.randrange(4)
        if how == 0:
            spoilt[at] = rng.randrange(256)
        elif how == 1:
            del spoilt[at : at + rng.randint(1, 40)]
        elif how == 2:
            spoilt[at:at] = rng.choice([b'"', b";", b",", b"\n", b"{", b"}", b"[", b"\0", b"\xff", b"uuid:", b"null"])
        else:
            spoilt[at:at] = spoilt[rng.randrange(len(spoilt)) :][:60]
        spoilt = spoilt or bytearray(b" ")
    try:
        tables = phone_rows(bytes(spoilt), file, ROUNDS)
    except SsiError as error:
        assert error.faults
        return
    for table in tables or ():
        for group in grouped(table):
            read_draft(group, STANDARD.checklist("long-term", children=True))


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
WORDS = ("results", "value", "ssi_form", "_uuid", "SAF/SAF_01", "SAF", "KEY")
KEYS = st.sampled_from(WORDS) | st.text(max_size=5)


@settings(max_examples=150, deadline=None)
@given(st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)))
def test_any_json_gives_faults_or_nothing(value: object) -> None:
    try:
        assert phone_rows(json.dumps(value).encode(), "x.json", ROUNDS) is None
    except SsiError as error:
        assert error.faults
