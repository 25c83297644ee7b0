"""`ssi demo`: the whole year walked in a fresh folder, and what it leaves behind."""

import json
import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from ssi.cli import demo
from ssi.cli.app import app
from ssi.errors import SsiError
from tests.example_year import MENDED, WORSE, YEAR


def ssi(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def answer(folder: Path, *words: str) -> Any:
    """The JSON that a command answers."""
    result = ssi(*words, "--programme", str(folder), "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A folder in which the demo has run, and what it printed."""
    folder = tmp_path_factory.mktemp("demo") / "a year"
    return folder, ssi("demo", str(folder))


def test_it_runs_to_the_end_and_every_report_is_there(walked: tuple[Path, Result]) -> None:
    folder, result = walked
    assert result.exit_code == 0, result.output
    for name, _ in demo.LOOK_AT:
        assert (folder / name).stat().st_size > 5_000
        assert str(folder / name) in result.output


def test_nothing_differs_and_the_programme_can_be_played_with(walked: tuple[Path, Result]) -> None:
    folder, _ = walked
    assert answer(folder, "verify")["differs"] == []
    status = answer(folder, "status")
    assert (status["open_round"], status["missing"], status["urgent"]) == (None, [], [])
    assert status["next"]


def test_the_gate_was_mended_and_exactly_one_thing_got_worse(walked: tuple[Path, Result]) -> None:
    folder, _ = walked
    before, after = (answer(folder, "score", each)["shelters"] for each in ("R1", "R2"))
    urgent = [(each["shelter"], each["status"]) for each in before if each["status"] == "urgent"]
    assert urgent == [(MENDED[0], "urgent")]
    assert not [each for each in after if each["status"] == "urgent"]
    shelters = answer(folder, "compare", "R1", "R2")["shelters"]
    assert [(each["shelter"], each["regressed"]) for each in shelters if each["regressed"]] == [(WORSE[0], [WORSE[1]])]
    assert MENDED[1] in next(each for each in shelters if each["shelter"] == MENDED[0])["gates_closed"]
    assert not any(each["gates_opened"] for each in shelters)


def test_the_means_are_those_of_a_year_that_could_be(walked: tuple[Path, Result]) -> None:
    folder, _ = walked
    for code, low, high in (("R1", 55, 61), ("R2", 67, 73)):
        percents = [each["percent"] for each in answer(folder, "score", code)["shelters"]]
        assert len(percents) == 9
        assert low <= sum(percents) / 9 <= high


def test_the_plan_is_partly_done(walked: tuple[Path, Result]) -> None:
    folder, _ = walked
    states = {each["item"]: each["status"] for each in answer(folder, "plan", "show")["items"]}
    assert set(states.values()) == {"planned", "committed", "done", "cancelled"}
    assert states["I15"] == "done"
    assert "I04" in states and "I26" not in states, "the group's own changes"


def test_the_money_was_scarce_and_every_guarantee_held(walked: tuple[Path, Result]) -> None:
    folder, _ = walked
    proposal = json.loads((folder / "proposal.json").read_text(encoding="utf-8"))
    assert proposal["optimal"]
    assert all(each["holds"] for each in proposal["guarantees"])
    asked = sum(int(line.split(",")[-5]) for line in _improvements())
    assert 0.25 <= float(proposal["budget"]) / asked <= 0.4
    assert all(0 < len(each["shelters"]) <= 9 for each in proposal["trainings"])


def test_what_it_prints_can_be_typed(
    walked: tuple[Path, Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder's name has a blank in it, and so has the programme's: both come out as one word of a shell."""
    folder, result = walked
    typed = [shlex.split(line[2:]) for line in result.output.splitlines() if line.startswith("$ ")]
    assert typed[0][:3] == ["ssi", "init", str(folder)]
    assert ["cd", str(folder)] in typed
    assert all(each[0] in ("ssi", "cd") for each in typed)
    assert ["ssi", "record", "S05", "--as", "A03", "--ready", "<", "record-S05-A03.txt"] in typed
    monkeypatch.chdir(tmp_path)
    assert ssi(*typed[0][1:2], "again", *typed[0][3:]).exit_code == 0


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = ssi("demo", str(tmp_path))
    assert isinstance(result.exception, SsiError)
    assert [each.code for each in result.exception.faults] == ["programme-exists"]
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_another_programme_is_never_walked_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SSI_PROGRAMME and SSI_STORE_URL name somebody's real programme; the demo must not write there."""
    store = tmp_path / "real.db"
    monkeypatch.setenv("SSI_STORE_URL", str(store))
    monkeypatch.setenv("SSI_PROGRAMME", str(tmp_path / "real"))
    monkeypatch.setattr(demo, "steps", lambda page: _until(page, "round"))
    result = ssi("demo", str(tmp_path / "new"))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "new" / "scores.db").exists()
    assert not store.exists()
    assert os.environ["SSI_STORE_URL"] == str(store)


def test_the_page_is_told_and_typed_in_its_order() -> None:
    page = (
        '# A\n\nText of `it`.\n\n```console\n$ ssi a --x "b c"\nprinted\n$ cp 1 2\n$ ssi r < f.txt\n...\n```\n\nEnd.\n'
    )
    found = list(demo.steps(page))
    assert found == [
        "── A ──", "Text of it.", demo.Command(("a", "--x", "b c")), demo.Command(("r",), "f.txt"), "End."
    ]  # fmt: skip
    assert str(found[2]) == 'ssi a --x "b c"'
    assert str(found[3]) == "ssi r < f.txt"


def _until(page: str, word: str) -> Sequence[str | demo.Command]:
    found: list[str | demo.Command] = []
    for each in STEPS(page):
        found.append(each)
        if isinstance(each, demo.Command) and each.words[0] == word:
            break
    return found


def _improvements() -> list[str]:
    return [line for line in (YEAR / "improvements.csv").read_text(encoding="utf-8").splitlines()[1:] if line]


STEPS = demo.steps
