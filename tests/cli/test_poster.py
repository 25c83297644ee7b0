"""`ssi poster`, as a coordinator types it: with a programme and without."""

import re
from pathlib import Path

from tests.running import ROOT, ssi


def test_in_the_language_asked_for_else_the_programme_s_else_english(tmp_path: Path) -> None:
    said = ssi(tmp_path, "poster")
    assert (said.status, said.out) == (0, "Written: poster.html. Open it in a browser and print it.\n")
    assert '<html lang="en">' in (tmp_path / "poster.html").read_text()
    settings = (ROOT / "tests" / "faults" / "_good" / "ssi.toml").read_text()
    (tmp_path / "ssi.toml").write_text(re.sub(r"(?m)^language = .*$", 'language = "km"', settings))
    assert ssi(tmp_path, "poster", "--to", "a.html").status == 0
    assert '<html lang="km">' in (tmp_path / "a.html").read_text()
    assert ssi(tmp_path, "poster", "--to", "b.html", "--lang", "vi").out.startswith("Đã ghi: b.html.")
    assert "Bạn có thể nói không." in (tmp_path / "b.html").read_text()


def test_another_ending_is_refused_and_nothing_written(tmp_path: Path) -> None:
    said = ssi(tmp_path, "poster", "--to", "poster.pdf")
    assert said.status == 1 and ".html" in said.err
    assert not (tmp_path / "poster.pdf").exists()
