"""`ssi --help` and `ssi record` start quickly: what they must not import, in a real programme with an open round."""

import re
import subprocess
import sys
from collections.abc import Mapping

import pytest

from tests.cli.visiting import Office, office

HEAVY = {"numpy", "matplotlib", "jinja2", "highspy", "xlsxwriter", "python_calamine", "tomlkit"}
NOT_TO_TYPE = HEAVY | {"babel", "phonenumbers", "rich"}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(tmp_path_factory.mktemp("startup") / "programme")


def imported(here: Office, line: str, typed: str = "") -> Mapping[str, str]:
    """Every module that a run imports, by its top package, and one line of what it printed under ''."""
    command = here.program(line)
    command["args"] = [sys.executable, "-X", "importtime", *command["args"][1:]]
    done = subprocess.run(**command, input=typed, capture_output=True, encoding="utf-8", timeout=60, check=True)
    names = re.findall(r"^import time:\s+\d+ \|\s+\d+ \| +(\S+)$", done.stderr, re.MULTILINE)
    assert "typer" in names
    return {name.partition(".")[0]: name for name in names} | {"": done.stdout}


def test_help_imports_nothing_heavy(here: Office) -> None:
    found = imported(here, "--help")
    assert "record" in found[""]
    assert found.keys() & HEAVY == set()


def test_record_imports_nothing_that_typing_a_score_does_not_need(here: Office) -> None:
    found = imported(here, "record S01 --as A02 --ready", "SAF-01 2 /od note the gate is new\nSAF-02 =\n")
    assert "saved SAF-01 2\n" in found[""]
    assert found.keys() & NOT_TO_TYPE == set()


def test_only_a_note_with_many_digits_asks_who_knows_telephone_numbers(here: Office) -> None:
    assert "phonenumbers" in imported(here, "record S01 --as A02 --ready", "SAF-01 2 note 012 345 678\n")


def test_a_command_imports_no_other_command(here: Office) -> None:
    command = here.program("record S01 --as A02 --show")
    command["args"] = [sys.executable, "-X", "importtime", *command["args"][1:]]
    done = subprocess.run(**command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert re.findall(r"ssi\.cli\.(?:demo|load|report|allocate)$", done.stderr, re.MULTILINE) == []
