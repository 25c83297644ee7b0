"""The published JSON Schemas: what the reader accepts they accept, and what an editor should mark they refuse."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomlkit
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from ssi.errors import SsiError
from ssi.shipped import examples_folder, standards_folder
from ssi.standards.reading import read_standard
from ssi.standards.writers.schema import SCHEMAS, schema_bytes
from ssi.standards.writers.schema_words import ABOUT
from tests.making import SMALL
from tests.running import ssi

FOLDER = standards_folder()
CHECKERS = {kind: Draft7Validator(json.loads(schema_bytes(kind))) for kind in SCHEMAS}
WHOLE = tomli.loads(SMALL)
OVERLAY: Mapping[str, Any] = {
    "format": 1, "id": "xx", "version": "1.0.0", "status": "draft", "language": "en", "title": "An overlay",
    "extends": "small 1.0.0", "base_sha256": "0" * 64,
    "change": [{"id": "SAF-02", "minimum": 1, "reason": "why", "figure": "own"}],
    "drop": [{"id": "SAF-03", "reason": "why"}],
    "area": [{"id": "SAF", "criterion": [
        {"id": "SAF-09", "class": "must", "text": "t", "anchors": ["a", "b", "c"], "reason": "why"}]}],
}  # fmt: skip


def kind_of(path: Path) -> str:
    if path.parent.name == "mappings":
        return "mapping"
    return "standard" if path.stem.replace(".", "").isdecimal() else "translation"


FILES = [
    path
    for root in (FOLDER, examples_folder() / "mapping")
    for path in sorted(root.glob("*/*.toml"))
    if not path.name.endswith(".adoption.toml")
]


def complaints(kind: str, tables: Mapping[str, Any]) -> list[str]:
    return [each.message for each in CHECKERS[kind].iter_errors(tables)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_file_that_is_shipped_is_valid(path: Path) -> None:
    assert complaints(kind_of(path), tomli.loads(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_published_schema_is_what_the_program_makes(kind: str) -> None:
    assert (FOLDER / "schema" / f"{kind}-1.json").read_bytes() == schema_bytes(kind)
    Draft7Validator.check_schema(json.loads(schema_bytes(kind)))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_has_its_sentence(kind: str) -> None:
    schema = json.loads(schema_bytes(kind))
    for table in (schema, *schema["$defs"].values()):
        assert all(each["description"].endswith((".", "'.")) for each in table["properties"].values())
    words = [text for keys in ABOUT.values() for text in keys.values()]
    assert not [each for each in words if "anchor" in each or " gate" in each]  # the words that people read


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"titel": "x"}, "'titel' was unexpected"),
        ({"format": 2}, "1 was expected"),
        ({"id": "Not An Id"}, "does not match"),
        ({"scale": WHOLE["scale"][:1]}, "is too short"),
        ({"area": [{**WHOLE["area"][0], "title": ""}]}, "does not match"),
        ({"area": [{"id": "SAF", "criterion": []}]}, "'title' is a required property"),
        ({"rules": {**WHOLE["rules"], "na_ceiling": "many"}}, "is not valid under any"),
        ({"drop": [{"id": "SAF-01", "reason": "x"}]}, "False schema does not allow"),
    ],
)
def test_an_editor_marks_what_is_wrong(change: dict[str, Any], told: str) -> None:
    assert any(told in each for each in complaints("standard", {**WHOLE, **change}))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"class": "urgent"}, "is not one of"),
        ({"gate": True, "class": "must"}, "'critical' was expected"),
        ({"methods": ["ask"]}, "is not one of"),
        ({"anchors": ["a"]}, "is too short"),
        ({"reason": "why"}, "False schema does not allow"),
        ({"class_": "must"}, "was unexpected"),
    ],
)
def test_an_editor_marks_what_is_wrong_in_a_criterion(change: dict[str, Any], told: str) -> None:
    tables = deepcopy(WHOLE)
    tables["area"][0]["criterion"][0].update(change)
    assert any(told in each for each in complaints("standard", tables))


def test_an_overlay_has_its_own_keys_and_not_its_bases() -> None:
    assert complaints("standard", OVERLAY) == []
    assert complaints("standard", {**OVERLAY, "scale": WHOLE["scale"]})
    unreasoned = deepcopy(dict(OVERLAY))
    del unreasoned["area"][0]["criterion"][0]["reason"]
    assert complaints("standard", unreasoned) == ["'reason' is a required property"]
    assert complaints("standard", {**OVERLAY, "change": [{"id": "SAF-02", "reason": "x", "colour": "red"}]})


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in pairs:
        yield from places(each, (*path, key))


PLACES = [path for path in places(WHOLE) if path]
VALUES = st.one_of(
    st.sampled_from(
        [
            "1/2",
            "0.5",
            0,
            1,
            2,
            3,
            0.5,
            15.0,
            True,
            False,
            "must",
            "critical",
            "lower",
            "children",
            [],
            ["observe"],
            "x",
        ]
    ),
    st.integers(-2, 10**13),
    st.text("ab 1/.-", max_size=5),
)
KEYS = sorted({key for keys in ABOUT.values() for key in keys})


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.none() | VALUES, st.none() | st.sampled_from(KEYS)), max_size=3))
def test_what_the_reader_accepts_the_schema_accepts(
    changes: list[tuple[tuple[str | int, ...], Any, str | None]],
) -> None:
    """Values taken out, put in and replaced at random places of a small standard."""
    tables = deepcopy(WHOLE)
    for path, value, key in changes:
        alter(tables, path, value, key)
    text = tomlkit.dumps(tables)
    try:
        read_standard(text.encode(), "x.toml")
    except SsiError:
        return
    assert complaints("standard", tomli.loads(text)) == []


def alter(tables: Any, path: tuple[str | int, ...], value: Any, key: str | None) -> None:
    """Set the value at this place, or that of another key in the same table; None takes it out."""
    for part in path[:-1]:
        try:
            tables = tables[part]
        except (KeyError, IndexError, TypeError):
            return
    at = key if key and isinstance(tables, dict) else path[-1]
    if isinstance(tables, dict) and value is None:
        tables.pop(at, None)
    elif isinstance(tables, dict):
        tables[str(at)] = value
    elif isinstance(tables, list) and isinstance(at, int) and at < len(tables):
        tables[at : at + 1] = [] if value is None else [value]


def test_the_command_prints_it_and_writes_it(tmp_path: Path) -> None:
    said = ssi(tmp_path, "standard", "schema")
    assert json.loads(said.out)["$id"] == "urn:ssi:schema:standard-1"
    assert ssi(tmp_path, "standard", "schema", "mapping", "--to", "m.json").status == 0
    assert (tmp_path / "m.json").read_bytes() == schema_bytes("mapping")
