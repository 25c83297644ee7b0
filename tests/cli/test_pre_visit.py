"""The pre-visit list at a terminal: recording starts only where somebody says that all of it is done."""

from pathlib import Path

import pytest

from tests.cli.terminal import sitting
from tests.cli.visiting import Office, office

ASKED = "anything else stops here: "


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "programme")


@pytest.mark.parametrize("form", ["", " --line"])
def test_who_says_yes_types_at_once_and_is_not_asked_again(here: Office, form: str) -> None:
    with sitting(here, f"record S01 --as A02{form}") as terminal:
        shown = terminal.until(ASKED)
        assert shown.startswith("Before a visit:\n  [ ] Do no harm comes first")
        assert here.journal() == []
        terminal.type(
            "y\n2" if not form else "y\n2\n", "SAF-02  SAF 1/3  all 1/6  S01 R1 A02> " if not form else "SAF-02> "
        )
        terminal.leave("q\n")
    assert here.journal()[0] == '{"visit":{"ready":true}}'
    assert here.scores() == {"SAF-01": 2}
    with sitting(here, f"record S01 --as A02{form}") as terminal:
        assert "Before a visit" not in terminal.until("> ")
        terminal.leave("q\n")


@pytest.mark.parametrize("answer", ["\n", "n\n", "no\n", "ready\n", "\x04"])
def test_anything_else_stops_and_nothing_is_typed(here: Office, answer: str) -> None:
    with sitting(here, "record S01 --as A02") as terminal:
        terminal.until(ASKED)
        assert "the pre-visit list is not ticked" in terminal.leave(answer)
        assert terminal.process.returncode == 1
    assert here.journal() == []


def test_an_assessor_at_home_is_refused_before_any_list(here: Office) -> None:
    with sitting(here, "record S01 --as A01") as terminal:
        shown = terminal.leave("")
        assert "nobody scores their own shelter" in shown and "Before a visit" not in shown


def test_the_list_is_shown_once_for_a_table(here: Office) -> None:
    with sitting(here, "record S01 --table A02,A03") as terminal:
        terminal.until(ASKED)
        shown = terminal.type("y\n", "A02 A03> ")
        assert "Before a visit" not in shown
        terminal.leave("q\n")
    assert here.journal("A03") == ['{"visit":{"ready":true}}']
