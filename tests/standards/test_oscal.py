"""OSCAL: compliance-trestle reads every shipped standard, and resolves an overlay's profile to what ssi resolves.

Importing trestle takes long, so all of it is here.
"""

import json
from contextlib import chdir
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ssi.acts.publish import oscal_files
from ssi.acts.standards import Chosen, choose
from ssi.shipped import standards_folder
from ssi.standards.writers.oscal import catalog_bytes, figure, token
from tests.running import program, ssi

WHEN = "2026-03-01T00:00:00Z"
SHIPPED = sorted(str(path) for path in standards_folder().glob("*/*.toml") if path.stem.replace(".", "").isdecimal())
CORE = standards_folder() / "ssi-core" / "1.0.0.toml"
OVERLAY = """
format = 1
id = "xx"
version = "1.0.0"
status = "draft"
language = "en"
title = "An overlay for a test"
extends = "ssi-core 1.0.0"
base_sha256 = "{sha256}"
source = [{{ id = "LAW", title = "A law that was made up", address = "https://example.org/law" }}]

[[change]]  # figures alone
id = "WSH-03"
measure = {{ unit = "residents per usable toilet", better = "less", cuts = ["16", "7.5"] }}
reason = "the building rules say so"
figure = "read"
[[change]]  # more than figures
id = "SAF-03"
class = "critical"
text = "Doors and windows are sound"
reason = "burglaries"
[[drop]]
id = "FOD-02"
reason = "another rule covers it"
[[area]]
id = "SAF"
criterion = [{{ id = "SAF-20", class = "must", text = "A dog", anchors = ["no", "old", "yes"], reason = "wolves", source = ["LAW"] }}]
[[area]]
id = "ANI"
title = "Animals"
criterion = [{{ id = "ANI-01", class = "must", text = "A cat", anchors = ["no", "old", "yes"], reason = "mice" }}]
"""  # noqa: E501


@pytest.fixture
def overlay(tmp_path: Path) -> Chosen:
    path = tmp_path / "standards" / "xx" / "1.0.0.toml"
    path.parent.mkdir(parents=True)
    path.write_text(OVERLAY.format(sha256=choose(str(CORE)).standard.sha256), encoding="utf-8")
    return choose(str(path))


def written(files: dict[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def controls(catalog: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every control by its id, with the id of its group, without what a profile adds about why."""
    return {
        control["id"]: {
            **control,
            "parts": [part for part in control["parts"] if part["name"] != "reason"],
            "group": group["id"],
        }
        for group in catalog["groups"]
        for control in group["controls"]
    }


def reasons(catalog: dict[str, Any]) -> dict[str, str]:
    return {
        control["id"]: part["prose"]
        for group in catalog["groups"]
        for control in group["controls"]
        for part in control["parts"]
        if part["name"] == "reason"
    }


def resolved(profile: Path) -> dict[str, Any]:
    """The catalog that trestle makes of a profile; it looks for what a profile imports in the folder it runs in."""
    from trestle.core.profile_resolver import ProfileResolver

    (profile.parent / ".trestle").mkdir()
    with chdir(profile.parent):
        found = ProfileResolver.get_resolved_profile_catalog(profile.parent, str(profile))
    catalog: dict[str, Any] = json.loads(found.oscal_serialize_json())["catalog"]
    return catalog


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: "/".join(Path(path).parts[-2:]))
def test_trestle_reads_every_shipped_standard_and_every_criterion_is_there(path: str, tmp_path: Path) -> None:
    from trestle.oscal.catalog import Catalog, Model
    from trestle.oscal.profile import Profile

    chosen = choose(path)
    folder = written(oscal_files(chosen, "oscal", WHEN), tmp_path)
    for each in folder.glob("*.json"):
        model = Profile if b'"profile"' in each.read_bytes()[:20] else Catalog
        assert model.oscal_read(each) is not None, each.name
    whole = json.loads(catalog_bytes(chosen.standard, WHEN))
    Model.model_validate(whole)  # unknown keys are refused
    groups = whole["catalog"]["groups"]
    assert [each["id"] for each in groups] == [each.id for each in chosen.standard.area]
    found = [control["id"] for group in groups for control in group["controls"]]
    assert found == [each.id for each in chosen.standard.criteria]


def test_trestle_resolves_the_profile_to_what_ssi_resolves(overlay: Chosen, tmp_path: Path) -> None:
    folder = written(oscal_files(overlay, "xx", WHEN), tmp_path)
    found = resolved(folder / "xx.json")
    ours = json.loads(catalog_bytes(overlay.standard, WHEN))["catalog"]
    assert controls(found) == controls(ours)
    assert reasons(found) == {
        "WSH-03": "the building rules say so",
        "SAF-03": "burglaries",
        "SAF-20": "wolves",
        "ANI-01": "mice",
    }


def test_the_profile_says_what_was_dropped_and_why(overlay: Chosen) -> None:
    profile = json.loads(oscal_files(overlay, "xx", WHEN)["xx.json"])["profile"]
    dropped = [(each["value"], each["remarks"]) for each in profile["metadata"]["props"] if each["name"] == "dropped"]
    assert dropped == [("FOD-02", "another rule covers it")]
    assert profile["imports"][0]["exclude-controls"] == [{"with-ids": ["SAF-03", "FOD-02"]}]
    assert profile["modify"]["set-parameters"] == [
        {"param-id": "WSH-03_cut-1", "values": ["16"]},
        {"param-id": "WSH-03_cut-2", "values": ["7.5"]},
    ]


def test_a_criterion_as_a_control() -> None:
    """By hand, from the file's own lines."""
    catalog = json.loads(catalog_bytes(choose(str(CORE)).standard, WHEN))["catalog"]
    toilet = next(each for group in catalog["groups"] for each in group["controls"] if each["id"] == "WSH-03")
    assert (toilet["class"], toilet["title"]) == ("must", "There is a usable toilet for at most 10 residents")
    said = {each["name"]: each["value"] for each in toilet["props"]}
    assert (said["stop-criterion"], said["weight"], said["key"]) == ("no", "2", "WSH-03")
    assert [each["values"] for each in toilet["params"]] == [["20"], ["10"]]
    measure = next(each for each in toilet["parts"] if each["name"] == "measure")
    assert measure["prose"].startswith("partly met: ≤ {{ insert: param, WSH-03_cut-1 }} residents per usable toilet")
    levels = [each for each in toilet["parts"] if each["name"] == "level"]
    assert [each["title"] for each in levels] == ["not met", "partly met", "met"]
    known = {each["uuid"] for each in catalog["back-matter"]["resources"]}
    assert {each["href"].removeprefix("#") for each in toilet["links"]} <= known
    assert catalog["metadata"]["last-modified"] == WHEN


def test_the_same_standard_is_the_same_bytes_and_another_has_other_ids(overlay: Chosen) -> None:
    standard = choose(str(CORE)).standard
    assert catalog_bytes(standard, WHEN) == catalog_bytes(choose(str(CORE)).standard, WHEN)
    one, other = (json.loads(catalog_bytes(each, WHEN))["catalog"]["uuid"] for each in (standard, overlay.standard))
    assert one != other
    assert one[14] == "5"


def test_ids_that_oscal_does_not_know_are_spelled_out() -> None:
    assert [token(each) for each in ("SAF-01", "1", "A b", "A_b", "ñ")] == ["SAF-01", "_1", "A_x20_b", "A_b", "_xf1_"]


def test_figures_are_written_as_people_write_them() -> None:
    assert [figure(Fraction(each)) for each in ("20", "7/2", "1/3", "0.125")] == ["20", "3.5", "1/3", "0.125"]


def test_the_command_writes_the_catalog(tmp_path: Path) -> None:
    said = ssi(tmp_path, "standard", "oscal", "ssi-core@1.0.0", "--to", "catalog.json")
    assert (said.status, said.err) == (0, "")
    assert said.out == "Written: catalog.json\n"
    again = program(tmp_path, "standard", "oscal", "ssi-core@1.0.0", "--to", "again/catalog.json")
    assert again.status == 0
    assert (tmp_path / "catalog.json").read_bytes() == (tmp_path / "again" / "catalog.json").read_bytes()
