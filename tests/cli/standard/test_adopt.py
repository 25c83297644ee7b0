"""Adopting, verifying, listing and showing standards through the real command line."""

import hashlib
import json
import shutil
import subprocess
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ssi.shipped import standards_folder
from tests.running import Said, content, ssi
from tests.test_faults import GOOD

AUTHORITY = ("--authority", "Ministry of Social Affairs", "--instrument", "Prakas 12/2026")
DAYS = ("--adopted", "2026-01-10", "--in-force", "2026-02-01")
WHO = (*AUTHORITY, *DAYS, "--consulted", "survivor_groups=2")
openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl here")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A programme whose standard is released."""
    shutil.copytree(GOOD, tmp_path / "here")
    edit(tmp_path / "here", 'status = "draft"', 'status = "released"')
    return tmp_path / "here"


def file(here: Path, version: str = "1.0.0") -> Path:
    return here / "standards" / "small" / f"{version}.toml"


def edit(here: Path, old: str, new: str, version: str = "1.0.0") -> None:
    text = file(here, version).read_text(encoding="utf-8")
    assert old in text
    file(here, version).write_text(text.replace(old, new), encoding="utf-8")


def newer(here: Path, old: str = "A fence", new: str = "A high fence") -> None:
    """Version 2.0.0 beside 1.0.0, with one edit."""
    shutil.copy(file(here), file(here, "2.0.0"))
    edit(here, 'version = "1.0.0"', 'version = "2.0.0"', "2.0.0")
    edit(here, old, new, "2.0.0")


def adopt(here: Path, *more: str, version: str = "1.0.0") -> Said:
    said = ssi(here, "standard", "adopt", f"small@{version}", *WHO, *more)
    assert said.status == 0, said.err
    return said


def verified(here: Path, *what: str | Path) -> tuple[int, Any]:
    said = ssi(here, "standard", "verify", *what, "--json")
    return said.status, json.loads(said.out)["verified"]


def listed(here: Path, on: str) -> dict[str, Any]:
    said = ssi(here, "standard", "list", "--on", on, "--json")
    assert said.status == 0, said.err
    return {"{id} {version}".format(**each["standard"]): each for each in json.loads(said.out)["standards"]}


# ── adopting ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_adoption_lies_beside_the_standard_whose_bytes_stay(here: Path) -> None:
    before, scan = content(here), here / "scan.pdf"
    scan.write_bytes(b"%PDF signed and stamped")
    adopt(
        here,
        "--scan",
        "scan.pdf",
        "--binds",
        "kind=long-term region=north from=2026-07-01",
        "--consulted",
        "shelters=40",
    )
    after = content(here)
    assert after.keys() - before.keys() == {"standards/small/1.0.0.adoption.toml", "scan.pdf"}
    assert {name: after[name] for name in before} == before
    made = tomllib.loads(after["standards/small/1.0.0.adoption.toml"].decode())
    assert made["sha256"] == hashlib.sha256(file(here).read_bytes()).hexdigest()
    assert made["instrument_sha256"] == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert made["consulted"]["survivor_groups"] == 2
    assert made["consulted"]["shelters"] == 40
    assert made["binds"][0]["kinds"] == ["long-term"]
    assert list(made["criteria"]) == ["SAF-01", "SAF-02", "SAF-03", "RGT-01", "RGT-02", "CHD-01"]
    assert ssi(here, "check").status == 0
    assert ssi(here, "check", "standards/small/1.0.0.adoption.toml").status == 0


def test_without_a_day_it_is_adopted_today(here: Path) -> None:
    said = ssi(here, "standard", "adopt", "small", *AUTHORITY, "--in-force", "2026-06-01", "--consulted",
               "survivor_groups=0", "--json")  # fmt: skip
    made = json.loads(said.out)
    assert (made["adopted"], made["consulted"]["survivor_groups"]) == ("2026-02-25", 0)
    assert "No group of survivors was consulted" in (here / made["written"]).read_text()


def test_everything_that_stands_in_the_way_is_named_at_once_and_nothing_is_written(here: Path) -> None:
    edit(here, '"released"', '"draft"')
    newer(here, "gate = true, ", "")
    adopted_file = file(here, "2.0.0").with_name("2.0.0.adoption.toml")
    before = content(here)
    said = ssi(here, "standard", "adopt", "small@2.0.0", "--instrument", "x", "--in-force", "2026-01-01", "--adopted",
               "2026-02-01", "--transition-until", "2025-01-01", "--supersedes", "small@1.0.0", "--binds", "region=x",
               "--consulted", "people=3", "--scan", "nowhere.pdf", "--key", "ssi.toml")  # fmt: skip
    assert said.status == 1
    for words in ("who adopts it is not said", "small 2.0.0 is a draft", "lies before adopted", "lies before in_force",
                  "from which day is not said", "people=3", "survivors", "nowhere.pdf", "no key in PEM form",
                  "it asks less than small 1.0.0: SAF-01: it is no longer a stop criterion"):  # fmt: skip
        assert words in said.err, words
    assert content(here) == before
    assert not adopted_file.exists()


def test_weakening_is_accepted_only_knowingly_and_then_stands_in_the_adoption(here: Path) -> None:
    newer(here, "gate = true, ", "")
    more = ("standard", "adopt", "small@2.0.0", *WHO, "--supersedes", "small@1.0.0")
    assert ssi(here, *more).status == 1
    assert ssi(here, *more, "--weakening-ok").status == 0
    made = tomllib.loads(file(here, "2.0.0").with_name("2.0.0.adoption.toml").read_text(encoding="utf-8"))
    assert made["weakening"] == [f"less than small 1.0.0: {code}: it is no longer a stop criterion"
                                 for code in ("SAF-01", "RGT-01")]  # fmt: skip
    assert made["supersedes"] == "small 1.0.0"


def test_a_standard_with_faults_is_not_adopted(here: Path) -> None:
    with file(here).open("a", encoding="utf-8") as more:
        more.write('[[example]]\ntitle = "x"\nall = 2\npercent = "1.0"\n')
    said = ssi(here, "standard", "adopt", "small@1.0.0", *WHO)
    assert said.status == 1
    assert "the example 'x' expects percent 1.0" in said.err


def test_a_shipped_standard_is_not_adopted_where_the_program_lies(tmp_path: Path) -> None:
    before = sorted(standards_folder().rglob("*"))
    said = ssi(tmp_path, "standard", "adopt", "ssi-core@1.0.0", *WHO)
    assert said.status == 1
    assert "belongs to the program" in said.err
    assert sorted(standards_folder().rglob("*")) == before


def test_the_adoption_goes_with_the_standard_into_a_new_programme(here: Path, tmp_path: Path) -> None:
    adopt(here)
    made = ssi(tmp_path, "init", "new", "--standard", file(here), "--name", "n", "--country", "KH", "--currency", "USD")
    assert made.status == 0, made.err
    assert verified(tmp_path / "new")[1][0]["verdict"] == "adopted"


# ── verifying ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_nobody_has_adopted_it(here: Path) -> None:
    assert ssi(here, "standard", "verify").status == 0
    assert "Not adopted by anyone" in ssi(here, "standard", "verify", "small").out


def test_a_round_keeps_the_adopted_bytes_when_the_file_is_edited(here: Path) -> None:
    adopt(here)
    assert ssi(here, "round", "open", "R1", "--kind", "baseline").status == 0
    assert [each["verdict"] for each in verified(here)[1]] == ["adopted", "adopted"]
    edit(here, '"A fence"', '"A high fence"')
    status, (standard, of_round) = verified(here)
    assert (status, of_round["verdict"], of_round["what"]) == (1, "adopted", "round R1")
    assert standard["differs"] == [{"part": "SAF-02", "how": "changed", "keys": ["text"]}]  # the round has the old text
    assert verified(here, "--round", "R1")[0] == 0
    checked = ssi(here, "check")
    assert checked.status == 1
    assert "edited since Ministry of Social Affairs adopted small 1.0.0: SAF-02" in checked.err


def test_a_round_that_was_opened_on_edited_bytes_differs_for_ever(here: Path) -> None:
    adopt(here)
    edit(here, "na_ceiling = 15", "na_ceiling = 25")
    assert ssi(here, "round", "open", "R1", "--kind", "baseline").status == 0
    edit(here, "na_ceiling = 25", "na_ceiling = 15")
    status, (found,) = verified(here, "--round", "R1")
    assert (status, found["verdict"]) == (1, "differs")
    assert found["differs"] == [{"part": "rules", "how": "changed", "keys": ["na_ceiling"]}]


def test_without_the_adopted_text_an_edit_still_has_a_name(here: Path) -> None:
    adopt(here)
    edit(here, '"A drill"', '"No drill"')
    said = ssi(here, "standard", "verify", file(here))
    assert said.status == 1
    assert "Differs from what was adopted: SAF-03." in said.out


def test_a_round_or_programme_that_is_not_there_is_said(here: Path, tmp_path: Path) -> None:
    assert ssi(here, "standard", "verify", "--round", "R9").status in (1, 3)
    said = ssi(tmp_path, "standard", "verify")
    assert said.status == 1
    assert "ssi.toml" in said.err


def test_the_scan_is_held_to_its_hash(here: Path) -> None:
    (here / "scan.pdf").write_bytes(b"signed")
    (here / "other.pdf").write_bytes(b"forged")
    adopt(here, "--scan", "scan.pdf")
    assert verified(here, "small", "--scan", "scan.pdf")[0] == 0
    status, (found,) = verified(here, "small", "--scan", "other.pdf")
    assert (status, found["scan"], found["verdict"]) == (1, "differs", "adopted")


@openssl
def test_a_signature_is_good_bad_or_anothers(here: Path) -> None:
    for name in ("ministry", "another"):
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", f"{name}.pem"], cwd=here, check=True)
        subprocess.run(
            ["openssl", "pkey", "-in", f"{name}.pem", "-pubout", "-out", f"{name}.pub"], cwd=here, check=True
        )
    adopt(here, "--key", "ministry.pem")
    adopted = file(here).with_name("1.0.0.adoption.toml")
    private = (here / "ministry.pem").read_text().splitlines()[1]
    assert private not in adopted.read_text()
    states = {
        key: verified(here, "small", *key.split())
        for key in ("", "--public-key ministry.pub", "--public-key another.pub")
    }
    assert [(status, found[0]["signature"]["state"]) for status, found in states.values()] == [
        (0, "good"), (0, "good"), (1, "another key"),
    ]  # fmt: skip
    assert states["--public-key ministry.pub"][1][0]["signature"]["key_was_given"] is True
    assert "Whose key that is, only the" in " ".join(ssi(here, "standard", "verify", "small").out.split())
    # an edited standard whose adoption was made to fit it, but for the signature, which only the key can make
    was = hashlib.sha256(file(here).read_bytes()).hexdigest()
    edit(here, '"A fence"', '"No fence"')
    now = hashlib.sha256(file(here).read_bytes()).hexdigest()
    adopted.write_text(adopted.read_text().replace(was, now))
    status, (found,) = verified(here, "small")
    assert (status, found["signature"]["state"]) == (1, "bad")
    assert "adoption-altered" in [each["code"] for each in found["faults"]]
    assert "SAF-02 of this adoption does not fit" in ssi(here, "check").err


def test_a_key_was_given_and_nothing_is_signed(here: Path) -> None:
    adopt(here)
    (here / "key.txt").write_text("ab" * 32)
    status, (found,) = verified(here, "small", "--public-key", "key.txt")
    assert (status, found["signature"]["state"]) == (1, "missing")


def packed(here: Path, other: Mapping[str, bytes] | None = None) -> Path:
    """A pack of the programme's standard; `other` = paths whose bytes are others than the manifest says."""
    files = {name: data for name, data in content(here).items() if name.startswith("standards/")}
    rows = [
        {"path": path, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for path, data in files.items()
    ]
    with zipfile.ZipFile(here / "pack.zip", "w") as pack:
        for path, data in {**files, **(other or {}), "manifest.json": json.dumps({"files": rows}).encode()}.items():
            pack.writestr(path, data)
    return here / "pack.zip"


def test_a_pack_holds_the_adopted_bytes(here: Path) -> None:
    adopt(here)
    status, (found,) = verified(here, packed(here))
    assert (status, found["verdict"]) == (0, "adopted")
    edited = file(here).read_bytes().replace(b"A drill", b"No drill")
    status, (found,) = verified(here, packed(here, {"standards/small/1.0.0.toml": edited}))
    assert (status, [each["part"] for each in found["differs"]]) == (1, ["SAF-03"])
    assert found["differs"][0]["keys"] == ["text"]  # the programme has the adopted text
    assert [each["code"] for each in found["faults"]] == ["pack-differs"]


def test_a_pack_whose_adoption_was_forged_differs_from_the_one_at_hand(here: Path, tmp_path: Path) -> None:
    adopt(here)
    shutil.copytree(here, tmp_path / "forger")
    forger = tmp_path / "forger"
    edit(forger, '"A fence"', '"No fence"')
    file(forger).with_name("1.0.0.adoption.toml").unlink()
    adopt(forger)
    pack = packed(forger)
    assert verified(tmp_path, pack)[1][0]["verdict"] == "adopted"  # nothing at hand to hold it to
    status, (found,) = verified(here, pack)
    assert (status, [each["part"] for each in found["differs"]]) == (1, ["SAF-02"])
    assert "is not the adoption at hand" in found["faults"][0]["message"]


def test_what_is_no_pack_is_refused(here: Path) -> None:
    whole = packed(here).read_bytes()
    with zipfile.ZipFile(here / "bare.zip", "w") as bare:
        bare.writestr("readme.txt", "x")
    with zipfile.ZipFile(here / "odd.zip", "w") as odd:
        odd.writestr("manifest.json", "[1]")
    (here / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (here / "damaged.zip").write_bytes(whole.replace(b"A fence", b"A fense"))
    for name in ("bare.zip", "odd.zip", "cut.zip", "damaged.zip"):
        said = ssi(here, "standard", "verify", name)
        assert said.status == 1, name
        assert "no pack that can be read" in said.err


# ── what held on a day ───────────────────────────────────────────────────────────────────────────────────────────────


def test_what_held_on_a_day_and_for_whom(here: Path) -> None:
    adopt(here)
    newer(here)
    later = ("--authority", "Ministry of Social Affairs", "--instrument", "Prakas 3/2030", "--adopted", "2030-01-01",
             "--in-force", "2030-06-01", "--transition-until", "2031-06-01", "--supersedes", "small@1.0.0",
             "--consulted", "survivor_groups=1", "--binds", "kind=transit from=2030-06-01", "--binds",
             "from=2032-01-01")  # fmt: skip
    assert ssi(here, "standard", "adopt", "small@2.0.0", *later).status == 0

    def on(day: str) -> tuple[tuple[str, bool], tuple[str, bool]]:
        found = listed(here, day)
        old, new = found["small 1.0.0"], found["small 2.0.0"]
        return (old["status"], old["holds"]), (new["status"], new["holds"])

    assert on("2025-12-31") == (("released", False), ("released", False))
    assert on("2026-01-10") == (("adopted", False), ("released", False))
    assert on("2026-02-01") == (("in force", True), ("released", False))
    assert on("2030-05-31") == (("in force", True), ("adopted", False))
    assert on("2030-06-01") == (("superseded", True), ("in force", True))  # transit shelters are bound by the new one
    assert on("2031-12-31") == (("superseded", True), ("in force", True))  # the others not yet
    assert on("2032-01-01") == (("superseded", False), ("in force", True))
    new = listed(here, "2031-05-01")["small 2.0.0"]
    assert [each["kinds"] for each in new["binding"]] == [["transit"]]
    assert [each["from"] for each in new["later"]] == ["2032-01-01"]
    assert ssi(here, "standard", "list", "--on", "2031-05-01", "--to", "page.html").status == 0
    page = (here / "page.html").read_text(encoding="utf-8")
    assert "only those whom small 2.0.0 does not bind yet" in page
    assert "transition until 1 Jun 2031" in page


def test_what_is_in_force_and_binds_nobody_yet_says_so(here: Path) -> None:
    adopt(here, "--binds", "kind=transit from=2027-01-01")
    said = " ".join(ssi(here, "standard", "list", "--on", "2026-03-01").out.split())
    assert "No standard at hand held for any shelter on that day." in said
    assert "small 1.0.0 is in force, but binds nobody yet. Later: transit shelters; from 1 Jan 2027." in said
    assert "binds nobody yet" not in ssi(here, "standard", "list", "--on", "2027-02-01").out


def test_the_shipped_standards_are_drafts_that_nobody_adopted(tmp_path: Path) -> None:
    found = listed(tmp_path, "2026-05-01")
    assert found["ssi-core 1.0.0"]["status"] == "draft"
    assert not any(each["holds"] for each in found.values())


def test_a_file_that_cannot_be_read_does_not_hide_the_others(here: Path) -> None:
    adopt(here)
    newer(here)
    edit(here, "format = 1", "format = 7", "2.0.0")
    said = ssi(here, "standard", "list", "--on", "2026-03-01")
    assert said.status == 1
    assert "small 1.0.0" in said.out
    assert "the format 7 is not known" in said.err


# ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_standard_at_a_glance_and_one_criterion_in_full(tmp_path: Path) -> None:
    page = ssi(tmp_path, "standard", "show", "ssi-core@1.0.0").out
    assert "A critical criterion weighs 3, a must 2, a desired one 1." in page
    assert page.count("SAF-04") == 1
    one = " ".join(ssi(tmp_path, "standard", "show", "ssi-core", "--criterion", "SAF-04").out.split())
    assert "no trained staff member was on the premises" in one
    assert "Class: stop criterion" in one
    counts = json.loads(ssi(tmp_path, "standard", "show", "ssi-core", "--json").out)["counts"]
    assert counts == {"areas": 12, "criteria": 82, "critical": 23, "must": 59, "desired": 0, "stop": 13}


def test_an_overlay_is_shown_adopted_and_verified_with_its_base(tmp_path: Path) -> None:
    for name in ("vn", "ssi-core"):
        (tmp_path / "standards" / name).mkdir(parents=True)
        shutil.copy(standards_folder() / name / "1.0.0.toml", tmp_path / "standards" / name)
    path = tmp_path / "standards" / "vn" / "1.0.0.toml"
    text = path.read_text(encoding="utf-8").replace('status = "draft"', 'status = "released"')
    path.write_text(text, encoding="utf-8")
    page = " ".join(ssi(tmp_path, "standard", "show", path).out.split())
    assert "What differs from its base, ssi-core 1.0.0" in page
    assert "figure read in its source" in page
    assert ssi(tmp_path, "standard", "adopt", path, *WHO, "--weakening-ok").status == 0
    made = tomllib.loads(path.with_name("1.0.0.adoption.toml").read_text(encoding="utf-8"))
    base = tmp_path / "standards" / "ssi-core" / "1.0.0.toml"
    assert made["base"] == [{"standard": "ssi-core 1.0.0", "sha256": hashlib.sha256(base.read_bytes()).hexdigest()}]
    assert made["resolved_sha256"] != made["sha256"]
    assert verified(tmp_path, path)[1][0]["verdict"] == "adopted"
    assert [each["verdict"] for each in verified(tmp_path, packed(tmp_path))[1]] == ["not adopted", "adopted"]
    path.write_text(text.replace("5 staff", "4 staff"), encoding="utf-8")
    assert [each["part"] for each in verified(tmp_path, path)[1][0]["differs"]] == ["STF-01"]


def test_pages_are_written_in_every_format(here: Path) -> None:
    adopt(here)
    for command in ("list", "show small", "verify small", "show small --criterion SAF-01"):
        for ending in ("html", "json", "txt"):
            assert ssi(here, "standard", *command.split(), "--to", f"page.{ending}").status == 0, command
            assert (here / f"page.{ending}").stat().st_size > 100
