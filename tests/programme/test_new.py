"""A new programme folder: complete, private, and either there or not."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi.errors import SsiError
from ssi.model import PolicySettings, Settings
from ssi.programme import load
from ssi.programme.new import settings_text, write_new
from ssi.programme.settings import read_settings

SETTINGS = Settings(name='The "best" \\ programme', country="KH", currency="KHR", standard="small 1.0.0")
FILES = {"small/1.0.0.toml": b"format = 1\n", "small/1.0.0.km.toml": b"language = 'km'\n"}


def test_what_is_written_is_a_programme_without_fault(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "programme"
    write_new(folder, SETTINGS, FILES)
    found = load(folder)
    assert (found.settings, found.shelters, found.funds, found.warnings) == (SETTINGS, (), (), ())
    assert {
        each.relative_to(folder / "standards").as_posix(): each.read_bytes() for each in found.standard_files()
    } == FILES
    assert (folder / "reports").is_dir()
    assert (folder / "shelters.csv").read_bytes() == b"\xef\xbb\xbfshelter,kind,capacity,region,operator,children\r\n"


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    (tmp_path / "programme").mkdir(mode=0o755)
    write_new(tmp_path / "programme", SETTINGS, FILES)
    for path in (tmp_path / "programme", *(tmp_path / "programme").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    for place in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(SsiError):
            write_new(place, SETTINGS, FILES)
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_all_or_nothing(tmp_path: Path) -> None:
    """A standard's name that the disk cannot take is met after other files were written."""
    with pytest.raises(OSError):
        write_new(tmp_path / "programme", SETTINGS, {**FILES, f"{'x' * 300}.toml": b""})
    assert list(tmp_path.iterdir()) == []


def test_no_file_leaves_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        write_new(tmp_path / "programme", SETTINGS, {"../../escaped.toml": b""})
    assert not (tmp_path / "escaped.toml").exists()


NAME = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(str.strip)


@given(NAME, NAME, st.integers(0, 9))
def test_settings_are_read_back_as_they_were(name: str, rule: str, tolerance: int) -> None:
    settings = SETTINGS.model_copy(
        update={
            "name": name,
            "policy": PolicySettings(name=rule, weight="capacity", critical_tolerance=tolerance),
            "rates": {"USD": "4100"},
        }
    )
    assert read_settings(settings_text(settings).encode()) == settings
