"""The roll-out: counts worked out by hand, and a register of 1,500 rows with every kind of fault named at once."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from ssi.acts.rollout import COLUMNS, read_register
from ssi.errors import SsiError
from ssi.findings.rollout import Place
from ssi.standards.rollout import rollout
from tests.running import ssi

ON = "2026-03-01"
PLACES = (
    Place("P01", 100, {"sent": "2026-01-05", "acknowledged": "2026-01-20", "trained": "2026-02-10"}, "a", "north"),
    Place("P02", 50, {"sent": "2025-12-30"}, "a", "north"),  # 61 days ago
    Place("P03", 50, {"sent": "2025-12-31"}, "b", "south"),  # 60 days ago: not yet too long
    Place("P04", 25, {}, "b", "south"),
    Place("P05", 25, {"sent": "2026-01-06", "self_assessed": "2026-02-28"}, "b", "south"),
)
HEAD = "place,shelters,sent,acknowledged,trained,self_assessed\n"


def register(folder: Path, text: str) -> Path:
    path = folder / "rollout.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_counts_are_of_shelters_and_a_later_stage_counts_for_the_earlier() -> None:
    found = rollout(PLACES, ON)
    assert (found.all.shelters, found.all.places) == (250, 5)
    assert found.all.stages == (225, 125, 125, 25)  # P05 never sent its slip back, but has assessed itself
    assert found.all.percent("trained") == Fraction(50)


def test_what_is_next_and_what_has_stalled() -> None:
    found = rollout(PLACES, ON)
    assert [each.next for each in found.states] == ["self_assessed", "acknowledged", "acknowledged", "sent", ""]
    assert [each.place.place for each in found.states if each.stalled] == ["P02"]
    assert [each.days for each in found.states] == [19, 61, 60, None, 1]
    assert not any(each.stalled for each in rollout(PLACES, ON, stalled_after=61).states)


def test_an_earlier_day_shows_what_was_true_then() -> None:
    assert rollout(PLACES, "2026-01-10").all.stages == (225, 0, 0, 0)
    assert rollout(PLACES, "2025-12-01").all.stages == (0, 0, 0, 0)


def test_groups_add_up_to_the_whole() -> None:
    found = rollout(PLACES, ON, by=lambda each: each.region)
    assert [(each.group, each.shelters, each.stages) for each in found.groups] == [
        ("north", 150, (150, 100, 100, 0)),
        ("south", 100, (75, 25, 25, 25)),
    ]
    assert [sum(each) for each in zip(*(group.stages for group in found.groups), strict=True)] == [*found.all.stages]


def test_nobody_is_no_division_by_zero() -> None:
    assert rollout((), ON).all.percent("sent") == 0


def test_a_register_of_1500_places_names_every_fault_and_counts_nothing(tmp_path: Path) -> None:
    rows = [f"S{at:04},,2026-01-05,,,\n" for at in range(1500)]
    rows[10] = "S0009,,2026-01-05,,,\n"
    rows[20] = "S0020,0,2026-01-05,2026-01-01,,\n"
    rows[30] = "S0030,,,,2026-01-05,\n"
    rows[40] = "Phnom Penh,,2026-01-05,,,\n"
    rows[50] = "S0050,,2026-13-05,,,2026-02-01\n"
    rows[60] = "S0060,,2026-09-01,,,\n"
    with pytest.raises(SsiError) as raised:
        read_register(register(tmp_path, HEAD + "".join(rows)), ON)
    assert sorted((each.where.line, each.code) for each in raised.value.faults) == [
        (12, "rollout-place-twice"),
        (22, "cell-number"),
        (22, "rollout-before-sent"),
        (32, "rollout-not-sent"),
        (42, "cell-code"),
        (52, "cell-date"),
        (62, "rollout-future"),
    ]


def test_a_column_that_could_name_somebody_is_refused(tmp_path: Path) -> None:
    path = register(tmp_path, "place,contact_person,sent,acknowledged,trained,self_assessed\nP01,x,,,,\n")
    with pytest.raises(SsiError) as raised:
        read_register(path, ON)
    assert [each.code for each in raised.value.faults] == ["column-private"]


def test_khmer_digits_and_semicolons_are_read(tmp_path: Path) -> None:
    path = register(tmp_path, HEAD.replace(",", ";") + "P01;១២;២០២៦-០១-០៥;;;\n")
    assert read_register(path, ON) == (Place("P01", 12, {"sent": "2026-01-05"}),)


def test_a_new_register_is_empty_and_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "shelters.csv").write_text(
        "shelter,kind,capacity,region,operator\nS01,transit,9,north,\nS02,transit,9,,\n"
    )
    said = ssi(tmp_path, "standard", "rollout", "--new", "shelters.csv", "--standard", "ssi-core@1.0.0")
    assert said.status == 0
    path = tmp_path / "rollout.csv"
    assert path.read_text(encoding="utf-8-sig").splitlines()[0] == ",".join(COLUMNS)
    assert [(each.place, each.region, each.dates) for each in read_register(path, ON)] == [
        ("S01", "north", {}),
        ("S02", "", {}),
    ]
    again = ssi(tmp_path, "standard", "rollout", "--new", "shelters.csv")
    assert (again.status, "already" in again.err) == (1, True)


def test_the_command_shows_what_the_json_says(tmp_path: Path) -> None:
    register(tmp_path, HEAD + "P01,30,2025-11-01,,,\nP02,10,2026-02-01,2026-02-03,,\n")
    said = json.loads(ssi(tmp_path, "standard", "rollout", "--json").out)
    assert said["on"] == "2026-02-25"  # SOURCE_DATE_EPOCH of the tests
    assert said["stages"]["acknowledged"] == {"shelters": 10, "percent": 25.0}
    assert (said["stalled"], [each["next"] for each in said["where"]]) == (["P01"], ["acknowledged", "trained"])
    page = ssi(tmp_path, "standard", "rollout").out
    assert "Of 40 shelters 40 were sent the standard" in page
    assert "25.0%" in page
    assert ssi(tmp_path, "standard", "rollout", "--on", "yesterday").status == 2


def test_many_places_are_listed_in_a_file_only(tmp_path: Path) -> None:
    register(tmp_path, HEAD + "".join(f"S{at:04},,,,,\n" for at in range(1500)))
    assert len(ssi(tmp_path, "standard", "rollout").lines) < 40
    assert ssi(tmp_path, "standard", "rollout", "--to", "page.html").status == 0
    assert "S1499" in (tmp_path / "page.html").read_text(encoding="utf-8")
