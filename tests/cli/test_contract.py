"""The JSON that other programs may rely on (DESIGN section 7), read off a whole example year walked by the commands."""

import csv
import json
import sqlite3
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.example_year import MENDED, WORSE
from tests.running import content, ssi

PLACES = ("percent", "low", "high", "coverage")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `ssi demo` leaves behind. Tests read it; those that write copy it first."""
    here = tmp_path_factory.mktemp("contract")
    assert ssi(here, "demo", "year").status == 0
    return here / "year"


def told(here: Path, *arguments: str) -> dict[str, Any]:
    said = ssi(here, *arguments, "--json")
    assert said.status == 0, said.err
    return dict(json.loads(said.out))


def has(found: Mapping[str, Any], keys: str) -> bool:
    return set(keys.split()) <= found.keys()


def test_score(year: Path) -> None:
    found = told(year, "score", "R1")
    assert has(found, "round standard sealed shelters") and found["sealed"] is False
    assert has(found["standard"], "id version sha256")
    assert [each["shelter"] for each in found["shelters"]] == [f"S0{at}" for at in range(1, 10)]
    for each in found["shelters"]:
        assert has(each, "percent low high coverage status incomplete level gates areas unsettled contested")
        assert all(isinstance(each[name], float) and each[name] == round(each[name], 4) for name in PLACES)
        assert each["low"] <= each["percent"] <= each["high"] or each["incomplete"]
        assert all(has(area, "percent low high coverage thin") for area in each["areas"].values())
    urgent = [each for each in found["shelters"] if each["status"] == "urgent"]
    assert [(each["shelter"], each["level"]) for each in urgent] == [(MENDED[0], 0)]
    assert MENDED[1] in urgent[0]["gates"]


def test_compare(year: Path) -> None:
    found = told(year, "compare", "R1", "R2")
    assert has(found, "before after shelters left_out panel network")
    assert has(found["panel"], "both left joined") and len(found["panel"]["both"]) == 9
    for each in found["shelters"]:
        assert has(each, "shelter before after change matched moves improved regressed gates_closed gates_opened")
        assert each["adjusted"] is None and each["verdict"] == "too little to say"
        assert sum(each["moves"].values()) == each["matched"]
    assert [(each["shelter"], *each["regressed"]) for each in found["shelters"] if each["regressed"]] == [WORSE]
    closed = {(each["shelter"], gate) for each in found["shelters"] for gate in each["gates_closed"]}
    assert MENDED in closed
    assert all(has(each, "criterion shelter reason") for each in found["left_out"])


def test_needs(year: Path) -> None:
    found = told(year, "needs", "R1")
    assert has(found, "round shelters common system")
    for each in found["shelters"]:
        assert all(has(need, "criterion level minimum class gate") for need in each["needs"])
        assert all(need["level"] < need["minimum"] for need in each["needs"])
        assert [need["gate"] for need in each["needs"]] == sorted(
            (need["gate"] for need in each["needs"]), reverse=True
        )


def test_needs_of_one_shelter(year: Path) -> None:
    found = told(year, "needs", "R1", "S05")
    assert [each["shelter"] for each in found["shelters"]] == ["S05"]
    assert "S09" not in ssi(year, "needs", "R1", "S05").out
    assert "has no shelter S5. Did you mean" in ssi(year, "needs", "R1", "S5").err


@pytest.mark.parametrize("arguments", [[], ["--budget", "9000"], ["--policy", "total"]])
def test_allocate_adds_up(year: Path, arguments: list[str]) -> None:
    found = told(year, "allocate", "R1", *arguments)
    assert has(found, "round policy budget spent objective bound optimal stages funds shelters trainings guarantees")
    amounts = [Decimal(each["amount"]) for each in (*found["shelters"], *found["trainings"])]
    assert sum(amounts) == Decimal(found["spent"]) <= Decimal(found["budget"])
    assert sum(Decimal(each["spent"]) for each in found["funds"]) == Decimal(found["spent"])
    assert found["optimal"] and all(each["optimal"] for each in found["stages"])
    assert all(has(each, "name value bound optimal") for each in found["stages"])
    assert all(has(each, "sentence holds") and each["holds"] for each in found["guarantees"])
    assert all(has(each, "shelter amount improvements why") and each["why"] for each in found["shelters"])
    assert len(found["spent"].partition(".")[2]) == 2


def test_status_and_verify(year: Path) -> None:
    assert has(told(year, "status"), "stage open_round missing urgent next")
    found = told(year, "verify")
    assert found["checked"]["sheets"] == 72 and found["differs"] == []


def test_faults(year: Path) -> None:
    said = ssi(year, "score", "R9", "--json")
    assert said.status == 1 and said.err == ""
    (fault,) = json.loads(said.out)["faults"]
    assert has(fault, "code file line column message advice") and fault["code"] == "unknown-round"


def test_what_leaves_as_scores_comes_back_as_the_same_even_into_a_closed_round(year: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert ssi(year, "score", "R2", "--sheets", "--to", out).status == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {each["shelter"] for each in rows} == {f"S0{at}" for at in range(1, 10)}
    small = [each for each in rows if each["shelter"] == "S07" and "resident" in each["methods"].split()]
    assert small == [], "fewer than five residents of S07 agreed to talk"
    before = content(year)
    found = json.loads(ssi(year, "load", out, "--json").out)
    assert found["sheets"] == {"new": 0, "same": 36, "revised": 0, "conflict": 0}
    assert content(year) == before


SHEET = "UPDATE sheet SET levels = replace(levels, '[2,', '[1,') WHERE shelter = 'S03' AND assessor = 'A01'"
RESULT = "UPDATE result SET body = replace(body, 'conditional', 'meets') WHERE round = 'R1'"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (SHEET, "The sheet of A01 at S03 in round R1"),
        (RESULT, "shelters[S01].status is kept as 'meets' and comes out as 'conditional'"),
    ],
    ids=["sheet", "result"],
)
def test_a_store_that_was_tampered_with_is_named(year: Path, tmp_path: Path, change: str, said: str) -> None:
    store = tmp_path / "copy.db"
    with sqlite3.connect(year / "scores.db") as good, sqlite3.connect(store) as copy:
        good.backup(copy)
        assert copy.execute(change).rowcount
    (tmp_path / "ssi.toml").write_text((year / "ssi.toml").read_text().replace("scores.db", "copy.db"))
    found = ssi(tmp_path, "verify", "--json")
    assert found.status == 1
    assert said in " ".join(json.loads(found.out)["differs"])


def test_a_proposal_that_was_edited_by_hand_is_refused(year: Path, tmp_path: Path) -> None:
    file = tmp_path / "proposal.json"
    assert ssi(year, "allocate", "R1", "--to", file).status == 0
    proposal = json.loads(file.read_text())
    giver = next(each for each in proposal["shelters"] if each["improvements"])
    giver["improvements"] = giver["improvements"][1:]
    file.write_text(json.dumps(proposal))
    before = content(year)
    said = ssi(year, "plan", "adopt", file)
    assert said.status == 1 and "says something else than the same question gives: shelters" in said.err
    assert content(year) == before
