"""What people say in their own words is looked at wherever they say it: at the prompt, in files, in reasons."""

import inspect
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ssi.cli.app import COMMANDS
from ssi.store import open_store
from tests.cli.visiting import Office, office

HIT = "the note holds a word that your programme keeps as identifying: sok dara"
SCORES = "round,shelter,assessor,criterion,score,methods,note\nR1,S01,A02,SAF-01,1,staff,Sok Dara has the key\n"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    made = office(tmp_path / "programme")
    (made.folder / "words.txt").write_text("# of this house\nSok Dara\n")
    return made


def decisions(here: Office, kind: str) -> list[Any]:
    with open_store(here.folder / "scores.db", read_only=True) as store:
        return list(store.decisions(kind=kind))


@pytest.mark.parametrize("line", ["SAF-01 2 note", "SAF-01 2 /o", "SAF-02 NA", "interpreter", "conflicts"])
def test_at_the_prompt_it_waits_until_a_person_confirms_it_and_the_journal_says_so(here: Office, line: str) -> None:
    said = here.record(f"{line} Sok Dara", "q")
    assert f"not saved yet: {HIT}" in said.lines
    assert not [each for each in here.journal() if "Dara" in each]
    assert any(each.startswith("saved") for each in here.record(f"{line} Sok Dara", "confirm", "q").lines)
    (confirmed,) = [json.loads(each)["confirmed"] for each in here.journal() if "confirmed" in each]
    assert confirmed["codes"] == ["note-word"]


def test_in_the_table_form(here: Office) -> None:
    said = here.ssi("record S01 --table A02,A03 --ready", "SAF-02 n2 Sok Dara said so", "q")
    assert HIT in said.out and here.scores() == {}
    here.ssi("record S01 --table A02,A03", "A02 SAF-02 NA Sok Dara said so", "A02 confirm", "q")
    assert here.scores() == {"SAF-02": "NA"}


def test_in_a_file_that_is_loaded(here: Office) -> None:
    (here.folder / "x.csv").write_text(SCORES)
    assert HIT in here.ssi("load x.csv").err
    assert decisions(here, "notes") == []
    assert here.ssi("load x.csv --notes-ok").status == 0
    (kept,) = decisions(here, "notes")
    assert kept.body["words_ok"] == ["note-word"] and "Dara" not in json.dumps(dict(kept.body))


@pytest.mark.parametrize(
    "options", ['--reason "Sok Dara is ill"', '--reason ill --by "Sok Dara"', '--reason "call 012 345 678"']
)
def test_in_a_reason_and_in_who_decides(here: Office, options: str) -> None:
    said = here.ssi(f"round close R1 {options}")
    assert said.status == 1 and ("sok dara" in said.err or "012 345 678" in said.err) and "--words-ok" in said.err
    assert decisions(here, "close") == []
    assert here.ssi(f"round close R1 {options} --words-ok").status == 0
    (kept,) = decisions(here, "close")
    assert kept.body["words_ok"] in (["note-word"], ["note-phone"])


def test_in_a_reply_and_in_the_reason_of_a_correction(here: Office) -> None:
    assert here.record("SAF-01 2", "done").status == 0
    assert HIT in here.ssi('reply S01 --text "We thank Sok Dara"').err
    assert here.ssi('reply S01 --text "We thank Sok Dara" --words-ok').status == 0
    assert decisions(here, "reply")[0].body["words_ok"] == ["note-word"]
    assert HIT in here.record("q", more='--revise --reason "Sok Dara was wrong"').err
    assert not [each for each in here.journal() if "revise" in each]
    here.record("SAF-01 1", "done", more='--revise --reason "Sok Dara was wrong" --words-ok')
    assert [each for each in here.journal() if "confirmed" in each] == [
        '{"confirmed":{"c":"reason","codes":["note-word"]}}'
    ]


def test_of_a_plan(here: Office) -> None:
    (here.folder / "few.csv").write_text(SCORES.replace("Sok Dara has", "A guard has"))
    here.ssi("load few.csv")
    here.ssi("round close R1 --reason trial")
    here.ssi("allocate R1 --to proposal.json")
    assert HIT in here.ssi('plan adopt proposal.json --by "Sok Dara"').err
    assert here.ssi('plan adopt proposal.json --by "Sok Dara" --words-ok').status == 0
    item = json.loads(here.ssi("plan show --json").out)["items"][0]["item"]
    assert HIT in here.ssi(f'plan update {item} --status done --reason "by Sok Dara"').err
    assert here.ssi(f'plan update {item} --status done --reason "by Sok Dara" --words-ok').status == 0
    assert json.loads(here.ssi("plan show --json").out)["items"][0]["status"] == "done"


def functions() -> Iterator[tuple[str, Any]]:
    """The function behind each command and each command of a family."""
    for name, module, _ in COMMANDS:
        found = import_module(f"ssi.cli.{module}")
        if hasattr(found, "run"):
            yield name, found.run
        for each in getattr(getattr(found, "app", None), "registered_commands", ()):
            yield f"{name} {each.name or each.callback.__name__}", each.callback


def test_every_command_that_takes_a_reason_or_a_name_can_confirm_its_words() -> None:
    asking = {name: {*inspect.signature(each).parameters} for name, each in functions()}
    assert "round close" in asking
    assert {
        name
        for name, options in asking.items()
        if options & {"reason", "by"} and not options & {"words_ok", "notes_ok"}
    } == set()


def test_check_names_a_line_of_the_list_and_init_makes_none(here: Office) -> None:
    (here.folder / "words.txt").write_text("X\n")
    assert here.ssi("check").err.startswith("words.txt:1:1: 'X' is too short")
    here.ssi("init other --standard ssi-core --name N --country KH --currency KHR")
    assert not (here.folder / "other" / "words.txt").exists()
    assert "words.txt" in (here.folder / "other" / "tables.txt").read_text()


@pytest.mark.parametrize("form", ["--as A02", "--table A02,A03"])
def test_the_rule_of_five_holds_while_typing(here: Office, form: str) -> None:
    lead = "A02 " if "table" in form else ""
    typed = [f"{lead}interviews 6 4 1", f"{lead}SAF-01 0 /r it is loud at night", f"{lead}SAF-01 0 /r", "q"]
    said = here.ssi(f"record S01 {form} --ready", *typed)
    assert "fewer than 5 residents agreed to talk" in said.out
    assert (here.scores(), "loud" in "".join(here.journal())) == ({"SAF-01": 0}, False)
    more = [f"{lead}SAF-01 note it is loud at night", f"{lead}interviews 9 6 1", f"{lead}SAF-01 note it is loud", "q"]
    here.ssi(f"record S01 {form}", *more)
    assert here.entry("SAF-01")["note"] == "it is loud"
