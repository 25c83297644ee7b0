"""Faults as a terminal shows them."""

from ssi.cli.faults import text
from ssi.errors import Where, fault


def test_place_message_line_caret_advice_and_count() -> None:
    found = fault("cell-empty", Where("funds.csv", 2, 5, "F01,,USD"), column="amount", expected="how much it holds")
    assert text([found, found]) == (
        "funds.csv:2:5: amount is empty\n    F01,,USD\n        ^\n    → write how much it holds\n" * 2 + "2 faults\n"
    )


def test_a_fault_without_a_place_and_a_warning() -> None:
    missing = fault("file-missing", file="x.csv")
    two = fault("table-two-files", file="x.xlsx", used="x.csv")
    assert text([missing, two]).splitlines()[0] == "there is no file x.csv"
    assert text([missing, two]).splitlines()[2].startswith("warning: x.xlsx")
    assert text([missing, two]).endswith("\n1 fault, 1 warning\n")
    assert text([]) == ""


def test_the_caret_stands_under_the_cell_whatever_the_script() -> None:
    """Chinese letters take two columns of a terminal, a mark over a letter none."""
    line = "中文,e\u0302,x"
    shown = text([fault("table-nul", Where("a", 1, line.index("x") + 1, line))]).splitlines()
    assert shown[2] == " " * (4 + 4 + 1 + 1 + 1) + "^"


def test_a_long_line_is_cut_around_the_column() -> None:
    line = "a" * 400 + "X" + "b" * 400
    _, shown, caret, *_ = text([fault("table-nul", Where("a", 1, 401, line))]).splitlines()
    assert len(shown) < 110
    assert shown[caret.index("^")] == "X"


def test_a_line_from_outside_cannot_command_the_terminal() -> None:
    told = text([fault("cell-code", Where("a", 1, 1, "\x1b[2J\tx\u202e"), column="c", text="\x1b]0;\x07\x9b")])
    assert not any(each in told for each in "\x1b\x07\x9b\t\u202e")
