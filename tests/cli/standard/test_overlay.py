"""A year on an overlay, as a country types it: its base is copied, pinned, and named when it is edited."""

import hashlib
import json
import shutil
import sqlite3
from fractions import Fraction
from pathlib import Path

import pytest

from ssi.acts.standards import choose
from ssi.shipped import standards_folder
from tests.running import ssi

SHELTERS = "shelter,kind,capacity,region,operator,children\nS01,long-term,20,,,no\nS02,transit,10,,,yes\n"
ASSESSORS = "assessor,shelter,trained_on,languages,role\nA01,S02,,,\nA02,S01,,,\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A programme on `vn`, with a round that is loaded: of STF-01 half, of all else everything is met."""
    named = ("--name", "T", "--country", "VN", "--language", "en", "--currency", "VND")
    assert ssi(tmp_path, "init", "p", "--standard", "vn", *named).status == 0
    place = tmp_path / "p"
    (place / "shelters.csv").write_text(SHELTERS)
    (place / "assessors.csv").write_text(ASSESSORS)
    assert ssi(place, "check").err == ""
    assert ssi(place, "round", "open", "R1", "--kind", "baseline").status == 0
    standard = choose("vn").standard
    rows = ["round,shelter,assessor,criterion,score,methods,note"]
    for shelter, assessor, kind, children in (("S01", "A01", "long-term", False), ("S02", "A02", "transit", True)):
        for each in standard.checklist(kind, children=children).criteria:  # type: ignore[arg-type]
            rows.append(f"R1,{shelter},{assessor},{each.id},{1 if each.id == 'STF-01' else 2},observe staff,seen")
    (place / "scores.csv").write_text("\n".join(rows))
    assert ssi(place, "load", "scores.csv").status == 0
    return place


def percents(here: Path) -> dict[str, float]:
    found = json.loads(ssi(here, "score", "R1", "--json").out)
    return {each["shelter"]: each["percent"] for each in found["shelters"]}


# By hand. S01: 178 and two desired make 180, half of a must is 1. S02: a transit shelter with children has 179 + 2.
EXPECTED = {"S01": round(float(Fraction(17900, 180)), 4), "S02": round(float(Fraction(18000, 181)), 4)}


def test_the_base_comes_along_and_a_later_edit_of_it_changes_no_result(here: Path) -> None:
    base = here / "standards" / "ssi-core" / "1.0.0.toml"
    assert base.read_bytes() == (standards_folder() / "ssi-core" / "1.0.0.toml").read_bytes()
    assert ssi(here, "round", "close", "R1", "--reason", "no visits were planned").status == 0
    assert percents(here) == EXPECTED
    base.write_text(base.read_text().replace("A working smoke alarm", "One working smoke alarm"))
    told = ssi(here, "check")
    assert told.status == 1
    assert "standards/vn/1.0.0.toml:50:1: this was written for another text of ssi-core 1.0.0" in told.err
    shutil.rmtree(here / "standards")
    assert percents(here) == EXPECTED
    assert ssi(here, "verify").status == 0


def without_hash(here: Path) -> Path:
    """The programme on a copy of the overlay that does not say which bytes of its base it was written for, with a
    round R2; → the file of the base."""
    overlay, base = (here / "standards" / each / "1.0.0.toml" for each in ("vn", "ssi-core"))
    line = f'base_sha256 = "{hashlib.sha256(base.read_bytes()).hexdigest()}"\n'
    copy = here / "standards" / "vn2" / "1.0.0.toml"
    copy.parent.mkdir()
    copy.write_text(overlay.read_text().replace('id = "vn"', 'id = "vn2"').replace(line, ""))
    settings = here / "ssi.toml"
    settings.write_text(settings.read_text().replace("vn 1.0.0", "vn2 1.0.0"))
    assert ssi(here, "round", "open", "R2", "--kind", "follow-up").status == 0
    return base


def test_an_edit_of_the_base_is_named_while_a_round_is_open_also_where_no_hash_was_written(here: Path) -> None:
    base = without_hash(here)
    base.write_text(base.read_text() + "# edited\n")
    told = ssi(here, "check").err
    assert "standards/ssi-core/1.0.0.toml was edited after round R2 was opened" in told
    assert f"base_sha256 = '{hashlib.sha256(base.read_bytes()).hexdigest()}'" in told
    refused = ssi(here, "round", "open", "R3", "--kind", "follow-up")
    assert refused.status == 1 and "ssi-core 1.0.0 has another text now than when round R2" in refused.err


def test_a_base_that_was_altered_in_the_store_is_found_and_takes_no_scores(here: Path) -> None:
    """The overlay's own bytes, and so their hash, are as they were; what it rests on is not."""
    without_hash(here)
    connection = sqlite3.connect(here / "scores.db")
    with connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        chain = json.loads(connection.execute("SELECT chain FROM round WHERE id = 'R2'").fetchone()[0])
        assert [name for name, _ in chain] == ["ssi-core/1.0.0.toml", "vn2/1.0.0.toml"]
        chain[0][1] += b"# altered\n".hex()
        connection.execute("UPDATE round SET chain = ? WHERE id = 'R2'", (json.dumps(chain),))
    connection.close()
    told = ssi(here, "verify").out
    assert "round R2: the standard ssi-core/1.0.0.toml kept with it is not the one" in " ".join(told.split())
    refused = ssi(here, "record", "S01", "--round", "R2", "--as", "A01", "--ready", typed="SAF-01 2\n")
    assert refused.status == 1 and "the standard kept with round R2 is not the one its hash names" in refused.err


def test_what_it_extends_is_looked_for_beside_the_file_first(tmp_path: Path) -> None:
    shutil.copytree(standards_folder() / "vn", tmp_path / "vn")
    assert ssi(tmp_path, "check", "vn/1.0.0.toml").err == "", "the shipped base serves"
    (tmp_path / "ssi-core").mkdir()
    text = (standards_folder() / "ssi-core" / "1.0.0.toml").read_text()
    (tmp_path / "ssi-core" / "1.0.0.toml").write_text(text + "# ours\n")
    assert "another text of ssi-core 1.0.0" in ssi(tmp_path, "check", "vn/1.0.0.toml").err


def test_init_takes_an_overlay_by_its_file_with_its_whole_chain(tmp_path: Path) -> None:
    vn = (standards_folder() / "vn" / "1.0.0.toml").read_bytes()
    (tmp_path / "province").mkdir()
    (tmp_path / "province" / "1.0.0.toml").write_text(
        'format = 1\nid = "province"\nversion = "1.0.0"\nstatus = "draft"\nlanguage = "en"\ntitle = "P"\n'
        f'extends = "vn 1.0.0"\nbase_sha256 = "{hashlib.sha256(vn).hexdigest()}"\n'
        '[[drop]]\nid = "FAC-10"\nreason = "All our shelters are in town"\n'
    )
    named = ("--name", "T", "--country", "VN", "--currency", "VND")
    made = ssi(tmp_path, "init", "p", "--standard", "province/1.0.0.toml", *named)
    assert (made.status, made.err) == (0, "")
    assert {each.parent.name for each in (tmp_path / "p" / "standards").glob("*/1.0.0.toml")} == {
        "ssi-core",
        "vn",
        "province",
    }
    told = ssi(tmp_path / "p", "checklist", "--kind", "long-term", "--to", "sheet.html")
    assert told.status == 0
    sheet = (tmp_path / "p" / "sheet.html").read_text(encoding="utf-8")
    assert "There are at least 5 staff" in sheet and "of land for each resident" not in sheet
