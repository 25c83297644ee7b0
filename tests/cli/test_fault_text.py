"""Faults as a terminal shows them."""

import re

from ssi.cli.faults import text
from ssi.errors import Where, did_you_mean, fault
from ssi.words import Words


def test_place_message_line_caret_advice_and_count() -> None:
    found = fault("cell-empty", Where("funds.csv", 2, 5, "F01,,USD"), column="amount", expected="how much it holds")
    assert text([found, found], Words()) == (
        "funds.csv:2:5: amount is empty\n    F01,,USD\n        ^\n    → write how much it holds\n" * 2 + "2 faults\n"
    )


def test_a_fault_without_a_place_and_a_warning() -> None:
    missing = fault("file-missing", file="x.csv")
    two = fault("table-two-files", file="x.xlsx", used="x.csv")
    assert text([missing, two], Words()).splitlines()[0] == "there is no file x.csv"
    assert text([missing, two], Words()).splitlines()[2].startswith("warning: x.xlsx")
    assert text([missing, two], Words()).endswith("\n1 fault, 1 warning\n")
    assert text([], Words()) == ""


def test_the_caret_stands_under_the_cell_whatever_the_script() -> None:
    """Chinese letters take two columns of a terminal, a mark over a letter none."""
    line = "中文,e\u0302,x"
    shown = text([fault("table-nul", Where("a", 1, line.index("x") + 1, line))], Words()).splitlines()
    assert shown[2] == " " * (4 + 4 + 1 + 1 + 1) + "^"


def test_a_long_line_is_cut_around_the_column() -> None:
    line = "a" * 400 + "X" + "b" * 400
    _, shown, caret, *_ = text([fault("table-nul", Where("a", 1, 401, line))], Words()).splitlines()
    assert len(shown) < 110
    assert shown[caret.index("^")] == "X"


def test_a_line_from_outside_cannot_command_the_terminal() -> None:
    told = text([fault("cell-code", Where("a", 1, 1, "\x1b[2J\tx\u202e"), column="c", text="\x1b]0;\x07\x9b")], Words())
    assert not any(each in told for each in "\x1b\x07\x9b\t\u202e")


def test_a_fault_is_said_in_a_language_with_all_that_fills_its_words() -> None:
    """What the program says itself is translated; ids and what was typed stay as they are."""

    def shouted(text: str, **values: object) -> str:
        return re.sub(r"\b[a-z]+\b(?!})", lambda found: found[0].upper(), text).format_map(values)

    unknown = fault("unknown-criterion", criterion="saf-1", hint=did_you_mean("saf-1", ["SAF-01"]))
    assert unknown.message == "there is no criterion saf-1. Did you mean SAF-01?"
    assert unknown.in_words(shouted)[0] == "THERE IS NO CRITERION saf-1. Did YOU MEAN SAF-01?"
    hit = fault("words-identify", found=fault("note-email", found="info@example.org"))
    assert hit.message == "the note may hold an e-mail address: info@example.org"
    assert hit.in_words(shouted)[0] == "THE NOTE MAY HOLD AN E-MAIL ADDRESS: info@example.org"
