"""The publish pack: the same bytes wherever it is made, every file accounted for, and what must be in it is in it."""

import hashlib
import io
import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi.acts.publish import pack, prepared
from ssi.acts.standards import choose
from ssi.errors import SsiError
from ssi.shipped import standards_folder
from tests.making import SMALL
from tests.running import command, environment, ssi

CORE = standards_folder() / "ssi-core" / "1.0.0.toml"
READY = prepared(choose(str(CORE)), ["en"])
TYPED = ("standard", "publish", str(CORE), "--lang", "en", "--to")


def files_in(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        return {each: opened.read(each) for each in opened.namelist()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    assert ssi(folder, *TYPED, "pack.zip").status == 0
    return folder / "pack.zip"


def test_it_is_the_same_bytes_in_another_folder_time_zone_locale_and_umask(made: Path, tmp_path: Path) -> None:
    there = environment(TZ="Asia/Phnom_Penh", LC_ALL="C", PYTHONHASHSEED="7", HOME=str(tmp_path))
    copied = tmp_path / "elsewhere" / "ssi-core" / "1.0.0.toml"
    copied.parent.mkdir(parents=True)
    copied.write_bytes(CORE.read_bytes())
    os.utime(copied, (0, 0))
    typed = command("standard", "publish", "elsewhere/ssi-core/1.0.0.toml", "--lang", "en", "--to", "b.zip")
    shelved = {path.name: path for path in CORE.parent.glob("1.0.0.*.toml")}
    for name, path in shelved.items():
        (copied.parent / name).write_bytes(path.read_bytes())
    subprocess.run(typed, cwd=tmp_path, env=there, check=True, capture_output=True, umask=0o077)
    assert hashlib.sha256((tmp_path / "b.zip").read_bytes()).digest() == hashlib.sha256(made.read_bytes()).digest()


def test_every_file_is_in_the_manifest_and_in_the_sums(made: Path) -> None:
    files = files_in(made)
    manifest = json.loads(files["manifest.json"])
    standard = hashlib.sha256(CORE.read_bytes()).hexdigest()
    assert (manifest["format"], manifest["standard"], manifest["sha256"]) == (1, "ssi-core 1.0.0", standard)
    assert {each["path"] for each in manifest["files"]} == files.keys() - {"manifest.json"}
    for each in manifest["files"]:
        data = files[each["path"]]
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (each["sha256"], each["bytes"])
    sums = {line[66:]: line[:64] for line in files["SHA256SUMS"].decode().splitlines()}
    assert sums.keys() == files.keys() - {"manifest.json", "SHA256SUMS"}
    assert all(hashlib.sha256(files[path]).hexdigest() == found for path, found in sums.items())


def test_what_goes_to_the_shelters_is_in_it(made: Path) -> None:
    files = files_in(made)
    assert files["standards/ssi-core/1.0.0.toml"] == CORE.read_bytes()
    sheets = {name for name in files if name.startswith("sheets/en/")}
    kinds = ("transit", "short-term", "long-term", "community")
    assert sheets == {f"sheets/en/{kind}{more}.html" for kind in kinds for more in ("", ".children")}
    assert b"CHD-01" in files["sheets/en/transit.children.html"]
    assert b"CHD-01" not in files["sheets/en/transit.html"]
    for page in ("README.txt", "handbook.en.html"):
        assert b"no ground to close a shelter or to move residents" in b" ".join(files[page].split())
    assert {"oscal/ssi-core-1.0.0.json", "standards/schema/standard-1.json"} <= files.keys()


def test_every_file_bears_the_same_date_and_nothing_of_the_machine(made: Path) -> None:
    with zipfile.ZipFile(made) as opened:
        found = opened.infolist()
    assert [each.filename for each in found] == sorted(each.filename for each in found)
    assert {(each.date_time, each.create_system, each.external_attr, each.extra) for each in found} == {
        ((2026, 2, 25, 0, 0, 0), 3, 0o644 << 16, b"")
    }
    assert not [name for name, data in files_in(made).items() if str(Path.home()).encode() in data]


def test_without_a_date_it_bears_the_adoptions_or_the_earliest() -> None:
    assert READY.moment() == "1980-01-01T00:00:00Z"
    assert READY.moment("1970-01-01T00:00:00Z") == "1980-01-01T00:00:00Z"  # no zip can say it
    assert READY.moment("2026-02-25T06:13:20Z") == "2026-02-25T06:13:20Z"


def test_verify_reads_the_pack_and_names_a_file_that_was_changed(made: Path, tmp_path: Path) -> None:
    from ssi.acts.pack import read_pack

    assert read_pack(made).faults == ()
    assert read_pack(made).standards == ("standards/ssi-core/1.0.0.toml",)
    files = files_in(made)
    files["handbook.en.html"] += b" "
    with zipfile.ZipFile(tmp_path / "changed.zip", "w") as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    found = read_pack(tmp_path / "changed.zip").faults
    assert [each.values["path"] for each in found] == ["handbook.en.html"]


def test_a_standard_whose_examples_come_out_otherwise_is_not_published(tmp_path: Path) -> None:
    wrong = SMALL + '[[example]]\ntitle = "wrong"\nall = 2\npercent = "12"\n'
    (tmp_path / "x.toml").write_text(wrong, encoding="utf-8")
    said = ssi(tmp_path, "standard", "publish", "x.toml", "--lang", "fr", "--to", "pack.zip")
    assert said.status == 1
    assert "expects percent 12" in said.err
    assert "no translation into 'fr'" in said.err
    assert not (tmp_path / "pack.zip").exists()


def test_an_overlay_brings_its_base_and_the_change_note(tmp_path: Path) -> None:
    folder = tmp_path / "standards"
    for code, text in (("small", SMALL), ("over", "")):
        (folder / code).mkdir(parents=True)
        (folder / code / "1.0.0.toml").write_text(text, encoding="utf-8")
    sha256 = hashlib.sha256(SMALL.encode()).hexdigest()
    (folder / "over" / "1.0.0.toml").write_text(
        'format = 1\nid = "over"\nversion = "1.0.0"\nstatus = "draft"\nlanguage = "en"\ntitle = "Over"\n'
        f'extends = "small 1.0.0"\nbase_sha256 = "{sha256}"\n[[drop]]\nid = "SAF-03"\nreason = "why not"\n'
    )
    typed = ("standard", "publish", "standards/over/1.0.0.toml", "--since", "standards/small/1.0.0.toml")
    said = ssi(tmp_path, *typed, "--to", "pack.zip", "--json")
    assert (said.status, said.err) == (0, "")
    files = files_in(tmp_path / "pack.zip")
    assert files["standards/small/1.0.0.toml"] == SMALL.encode()
    assert {"oscal/over-1.0.0.json", "oscal/over-1.0.0.base.json", "change-note.en.html"} <= files.keys()
    assert b"SAF-03" in files["change-note.en.html"]
    assert json.loads(said.out)["standard"] == "over 1.0.0"


def test_the_adoption_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(SMALL.replace('"draft"', '"released"'), encoding="utf-8")
    said = ssi(
        tmp_path, "standard", "adopt", "x.toml", "--authority", "The Ministry", "--instrument", "Decree 7/2026",
        "--in-force", "2026-06-01", "--consulted", "survivor_groups=2",
    )  # fmt: skip
    assert said.status == 0, said.err
    assert ssi(tmp_path, "standard", "publish", "x.toml", "--to", "pack.zip").status == 0
    files = files_in(tmp_path / "pack.zip")
    assert files["standards/small/1.0.0.adoption.toml"] == (tmp_path / "x.adoption.toml").read_bytes()
    assert b"Decree 7/2026" in files["README.txt"]
    assert b"Decree 7/2026" in files["handbook.en.html"]


@given(st.dictionaries(st.text("abc/é", min_size=1, max_size=5), st.binary(max_size=40), max_size=6))
def test_whatever_is_packed_comes_out_again(files: dict[str, bytes]) -> None:
    data = pack(READY, files, "2026-01-31T00:00:00Z")
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert {name: opened.read(name) for name in files} == files
    assert data == pack(READY, dict(reversed(files.items())), "2026-01-31T23:59:59Z")


def test_a_language_that_nobody_translated_is_named() -> None:
    with pytest.raises(SsiError) as raised:
        prepared(choose(str(CORE)), ["en", "xx", "yy"])
    assert [each.values["language"] for each in raised.value.faults] == ["xx", "yy"]
