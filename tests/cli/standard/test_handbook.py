"""`ssi standard handbook` as a person types it."""

import shutil
from pathlib import Path

import pytest

from ssi.reports.writers import WRITERS
from ssi.shipped import standards_folder
from tests.running import ssi


@pytest.mark.parametrize("ending", [each.ending for each in WRITERS if each.ending != ".csv"])
def test_it_writes_every_format_and_the_same_bytes_twice(ending: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        said = ssi(tmp_path, "standard", "handbook", "ssi-core@1.0.0", "--to", f"{name}{ending}")
        assert (said.status, said.err) == (0, ""), said
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def test_a_language_without_a_translation_is_refused_and_the_others_are_named(tmp_path: Path) -> None:
    shutil.copy(standards_folder() / "ssi-core" / "1.0.0.toml", tmp_path)
    said = ssi(tmp_path, "standard", "handbook", "./1.0.0.toml", "--lang", "fr", "--to", "a.html")
    assert said.status == 1 and "1.0.0.fr.toml" in said.err and "en" in said.err
    assert not (tmp_path / "a.html").exists()


def test_it_takes_the_translation_that_lies_beside_the_standard(tmp_path: Path) -> None:
    shutil.copy(standards_folder() / "ssi-core" / "1.0.0.toml", tmp_path)
    texts = 'format = 1\nstandard = "ssi-core 1.0.0"\nlanguage = "km"\nstatus = "draft"\ntitle = "ស្តង់ដារ"\n'
    (tmp_path / "1.0.0.km.toml").write_text(texts, encoding="utf-8")
    said = ssi(tmp_path, "standard", "handbook", "./1.0.0.toml", "--lang", "km", "--to", "a.html")
    assert (said.status, said.err) == (0, "")
    assert '<h1 lang="km">ស្តង់ដារ</h1>' in (tmp_path / "a.html").read_text(encoding="utf-8")
