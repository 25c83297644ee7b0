"""Every `ssi standard` command finds a standard in the same way: in the programme, in standards/ here, then shipped."""

import zipfile
from pathlib import Path

import pytest

from ssi.shipped import standards_folder
from tests.making import SMALL
from tests.running import ssi

COMMANDS = (
    ("show", "small"),
    ("verify", "small"),
    ("diff", "small", "small@1.0.0"),
    ("handbook", "small", "--to", "handbook.html"),
    ("export", "small", "--to", "small.xlsx"),
    ("oscal", "small", "--to", "small.json"),
    ("coverage", "small", "--against", "small"),
    ("publish", "small", "--to", "pack.zip"),
    ("translation", "status", "small"),
    ("translation", "export", "km", "small", "--to", "km.po"),
)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A ministry's folder: standards/, and no programme."""
    place = tmp_path / "standards" / "small" / "1.0.0.toml"
    place.parent.mkdir(parents=True)
    place.write_text(SMALL, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("typed", COMMANDS, ids=" ".join)
def test_a_standard_is_found_by_its_id_where_no_programme_is(here: Path, typed: tuple[str, ...]) -> None:
    said = ssi(here, "standard", *typed)
    assert said.status == 0, said.err


def test_it_is_listed_beside_the_shipped_ones(here: Path) -> None:
    said = ssi(here, "standard", "list")
    assert said.status == 0 and "small 1.0.0" in said.out and "ssi-core 1.0.0" in said.out


@pytest.mark.parametrize("typed", [each for each in COMMANDS if each[0] != "translation"], ids=" ".join)
def test_the_programme_that_is_named_is_looked_into(here: Path, tmp_path: Path, typed: tuple[str, ...]) -> None:
    made = ssi(tmp_path, "init", "year", "--standard", "standards/small/1.0.0.toml", "--name", "P", "--country", "KH",
               "--language", "en", "--currency", "USD")  # fmt: skip
    assert made.status == 0, made.err
    away = tmp_path / "away"
    away.mkdir()
    assert ssi(away, "standard", *typed).status == 1
    said = ssi(away, "standard", *typed, "--programme", tmp_path / "year")
    assert said.status == 0, said.err


def test_what_translators_sent_finds_its_standard_from_any_folder(
    here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sent = tmp_path_factory.mktemp("downloads") / "km.po"
    assert ssi(here, "standard", "translation", "export", "km", "small", "--to", sent).status == 0
    said = ssi(here, "standard", "translation", "import", sent)
    assert said.status == 0, said.err
    assert (here / "standards" / "small" / "1.0.0.km.toml").is_file()


def test_a_pack_has_no_language_in_which_nothing_is_said(tmp_path: Path) -> None:
    """A base's translation that does not say of which texts it was made holds for nothing in the overlay."""
    for name in ("ssi-core/1.0.0.toml", "vn/1.0.0.toml"):
        (tmp_path / "standards" / name).parent.mkdir(parents=True)
        (tmp_path / "standards" / name).write_bytes((standards_folder() / name).read_bytes())
    head = 'format = 1\nstandard = "ssi-core 1.0.0"\nlanguage = "mn"\nstatus = "draft"\ntitle = "Стандарт"\n'
    (tmp_path / "standards/ssi-core/1.0.0.mn.toml").write_text(head, encoding="utf-8")
    said = ssi(tmp_path, "standard", "publish", "vn", "--to", "pack.zip")
    assert said.status == 0, said.err
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        names = pack.namelist()
    assert "handbook.en.html" in names and "handbook.mn.html" not in names
    assert not [each for each in names if each.startswith("sheets/mn/")]
    refused = ssi(tmp_path, "standard", "publish", "vn", "--lang", "mn", "--to", "other.zip")
    assert refused.status == 1 and "'mn'" in refused.err and not (tmp_path / "other.zip").exists()


@pytest.mark.parametrize(
    "typed, wanted",
    [
        (("publish", "small", "--to", "pack.txt"), "files ending in .txt\n    → use one of .zip"),
        (("import", "small.xlsx", "--to", "small.txt"), "files ending in .txt\n    → use one of .toml"),
    ],
    ids=["publish", "import"],
)
def test_a_file_is_never_given_the_ending_of_another_kind(here: Path, typed: tuple[str, ...], wanted: str) -> None:
    assert ssi(here, "standard", "export", "small", "--to", "small.xlsx").status == 0
    said = ssi(here, "standard", *typed)
    assert said.status == 1 and wanted in said.err, said.err
    assert not (here / typed[-1]).exists()


def test_an_id_that_is_unknown_is_answered_with_all_that_are_at_hand(here: Path) -> None:
    for typed in (("show", "smal"), ("translation", "status", "smal")):
        said = ssi(here, "standard", *typed)
        assert said.status == 1
        assert "no standard with the id smal is at hand. Did you mean small?" in said.err
        assert "use one of: child, small, ssi-core, vn, za; or give the path of a file" in said.err
    said = ssi(here, "standard", "show", "small@9.0.0")
    assert "there is no version 9.0.0 of small\n    → use one of: 1.0.0" in said.err


def test_a_programme_may_be_made_on_a_standard_by_its_id(here: Path) -> None:
    said = ssi(here, "init", "year", "--standard", "small", "--name", "P", "--country", "KH", "--currency", "USD")
    assert said.status == 0, said.err
    assert (here / "year/standards/small/1.0.0.toml").read_text(encoding="utf-8") == SMALL
    said = ssi(here, "init", "other", "--standard", "ssi-core", "--name", "P", "--country", "KH", "--currency", "USD")
    assert said.status == 0, said.err
