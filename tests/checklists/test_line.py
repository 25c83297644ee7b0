"""The line form: what each line asks for, and which lines are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi.checklists import line as lines
from ssi.checklists.line import Command, Methods, Note, Score, VisitFact, parse, said
from ssi.errors import SsiError
from ssi.model import DECLINED, NA, NS, Entry, Interviews, Method
from ssi.standards.contents.areas import TAKEN
from ssi.words import Words
from tests.making import SMALL, standard

STANDARD = standard(
    SMALL.replace(
        'text = "A drill"',
        'text = "A drill", measure = { unit = "drills a year", better = "more", cuts = ["1", "3"] }',
    )
)
HERE = STANDARD.checklist("long-term", children=False)
OD: tuple[Method, ...] = ("observe", "document")


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("SAF-01 2", Entry("SAF-01", 2)),
        ("  saf-01\t2 ", Entry("SAF-01", 2)),
        ("SAF-01 2 note the gate is broken", Entry("SAF-01", 2, note="the gate is broken")),
        ("SAF-01 2 the gate  is broken", Entry("SAF-01", 2, note="the gate is broken")),
        ("SAF-01 2 Note note that", Entry("SAF-01", 2, note="note that")),
        ("SAF-01 2 2 of 3 gates", Entry("SAF-01", 2, note="2 of 3 gates")),
        ("SAF-01 2 /od note ok", Entry("SAF-01", 2, OD, "ok")),
        ("SAF-01 /do 2 ok", Entry("SAF-01", 2, OD, "ok")),
        ("SAF-01 2 /document,observe", Entry("SAF-01", 2, OD)),
        ("SAF-01 2 /OOD", Entry("SAF-01", 2, OD)),
        ("SAF-03 =2", Entry("SAF-03", 1, value="2")),
        ("SAF-03 = 3.5", Entry("SAF-03", 2, value="3.5")),
        ("SAF-03 0 =3", Entry("SAF-03", 0, value="3")),
        ("SAF-03 =3 0 /d seen", Entry("SAF-03", 0, ("document",), "seen", "3")),
        ("SAF-02 NA reason no ground floor", Entry("SAF-02", NA, note="no ground floor")),
        ("SAF-02 na no ground floor", Entry("SAF-02", NA, note="no ground floor")),
        ("SAF-03 NS", Entry("SAF-03", NS)),
        ("SAF-03 ns Declined", Entry("SAF-03", DECLINED)),
        ("SAF-03 NS declined by all", Entry("SAF-03", DECLINED, note="by all")),
        ("SAF-03 NS the office was locked", Entry("SAF-03", NS, note="the office was locked")),
        ("SAF-០១ ២ note ទ្វារ ២", Entry("SAF-01", 2, note="ទ្វារ ២")),
        ("SAF-໐໑ ໒", Entry("SAF-01", 2)),
        ("SAF-၀၁ ၂", Entry("SAF-01", 2)),
        ("SAF-๐๑ ๒", Entry("SAF-01", 2)),
        ("ＳＡＦ－０１　２", Entry("SAF-01", 2)),
        ("SAF–01 2", Entry("SAF-01", 2)),
        ("\u200bSAF-01\u200b 2", Entry("SAF-01", 2)),
        ("SAF-01 2 cafe\u0301", Entry("SAF-01", 2, note="caf\u00e9")),
        ("CHD-01 2", Entry("CHD-01", 2)),
    ],
)
def test_a_score(line: str, entry: Entry) -> None:
    assert parse(line, HERE) == Score(entry)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("2", Entry("SAF-02", 2)),
        ("១ /o", Entry("SAF-02", 1, ("observe",))),
        ("NS declined", Entry("SAF-02", DECLINED)),
        ("NA no ground floor", Entry("SAF-02", NA, note="no ground floor")),
        ("SAF-01 1", Entry("SAF-01", 1)),
    ],
)
def test_a_bare_score_is_for_the_criterion_that_is_shown(line: str, entry: Entry) -> None:
    assert parse(line, HERE, "SAF-02") == Score(entry)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("SAF-01 /od", Methods("SAF-01", ("observe", "document"))),
        ("SAF-01 note the gate", Note("SAF-01", "the gate")),
        ("note saf-01 the gate", Note("SAF-01", "the gate")),
        ("interviews 5 3 2", lines.Talks(Interviews(5, 3, 2))),
        ("Interviews ៥ ៣ ២", lines.Talks(Interviews(5, 3, 2))),
        ("date 2026-03-01", VisitFact("date", "2026-03-01")),
        ("date ២០២៦-០៣-០១", VisitFact("date", "2026-03-01")),
        ("language km", VisitFact("language", "km")),
        ("interpreter yes, from outside", VisitFact("interpreter", "yes, from outside")),
        ("conflicts none", VisitFact("conflicts", "none")),
        ("?SAF-01", lines.Guidance("SAF-01")),
        ("? saf-01", lines.Guidance("SAF-01")),
        ("?", lines.Help()),
        ("？", lines.Help()),
        ("help", lines.Help()),
        ("SAF-01", lines.Jump("SAF-01")),
        ("go SAF-01", lines.Jump("SAF-01")),
        ("done", lines.Done()),
        ("Seal", lines.Done()),
        ("DONE", lines.Done()),
        ("q", lines.Quit()),
        ("back", lines.Back()),
        ("skip", lines.Skip()),
        ("list", lines.ListOpen()),
        ("", lines.Blank()),
        (" \u200b\n", lines.Blank()),
    ],
)
def test_other_lines(line: str, command: Command) -> None:
    assert parse(line, HERE) == command


def test_a_question_mark_alone_asks_about_the_criterion_that_is_shown() -> None:
    assert parse("?", HERE, "SAF-02") == lines.Guidance("SAF-02")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("SAF-01 3", "score-unknown"),
        ("SAF-01 -1", "score-unknown"),
        ("SAF-01 1.5", "score-unknown"),
        ("SAF-01 yes", "score-unknown"),
        (f"SAF-01 {'9' * 5000}", "score-unknown"),
        ("SAF-01 2 /ox", "method-unknown"),
        ("SAF-01 =2", "value-without-measure"),
        ("SAF-03 =many", "value-not-number"),
        ("SAF-03 =3,5", "value-not-number"),
        ("SAF-03 =", "value-not-number"),
        ("SAF-99 2", "unknown-criterion"),
        ("?SAF-99", "unknown-criterion"),
        ("2", "line-unknown"),
        ("the gate is broken", "line-unknown"),
        ("done now", "line-unknown"),
        ("SAF-01 /od note x", "line-incomplete"),
        ("go", "line-incomplete"),
        ("note SAF-01", "line-incomplete"),
        ("language", "line-incomplete"),
        ("date 1 March", "date-form"),
        ("date 2026-02-30", "date-form"),
        ("interviews 5 3", "interviews-form"),
        ("interviews 5 3 -1", "interviews-form"),
        ("interviews 5 4 2", "interviews-sum"),
    ],
)
def test_a_line_that_is_refused_says_why(line: str, code: str) -> None:
    with pytest.raises(SsiError) as raised:
        parse(line, HERE)
    assert [each.code for each in raised.value.faults] == [code]
    assert all(each.message and each.advice for each in raised.value.faults)


def test_the_answer_names_the_value_and_the_level_that_it_proposes() -> None:
    assert said(Entry("SAF-01", 2), HERE, Words()) == "SAF-01 2"
    assert said(Entry("SAF-01", DECLINED), HERE, Words()) == "SAF-01 NS declined"
    assert said(Entry("SAF-03", 1, value="2"), HERE, Words()) == "SAF-03 1 (=2 drills a year)"
    assert said(Entry("SAF-03", 0, value="2"), HERE, Words()) == "SAF-03 0 (=2 drills a year: this value proposes 1)"


def test_no_criterion_may_have_the_name_of_a_command() -> None:
    """`check_standard` refuses such ids, because the line form would read them as something else."""
    assert {*lines._ALONE, *lines._READERS, "na", "ns", "reason", "confirm", "yes"} <= TAKEN


WORDS = st.sampled_from(
    ["SAF-01", "saf-03", "2", "NA", "NS", "declined", "=", "=2", "/od", "/", "note", "?", "date", "-1", "²", "ﷺ"]
)


@given(st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=6), st.sampled_from([None, "SAF-02"]))
def test_no_line_raises_anything_but_faults(words: list[str], current: str | None) -> None:
    try:
        command = parse(" ".join(words), HERE, current)
    except SsiError as error:
        assert error.faults
    else:
        if isinstance(command, Score):
            assert command.entry.score in (0, 1, 2, NA, NS, DECLINED)
