"""Adoption files: read as written, every fault named at its line, edits called by their names, signatures that another
program makes and checks."""

import hashlib
import shutil
import subprocess
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi.acts.adopted import altered, edited
from ssi.errors import SsiError
from ssi.model import Standard
from ssi.model.adoption import Adoption, Base
from ssi.standards.adoption import check_adoption, read_adoption
from ssi.standards.adoption_text import adoption_text
from ssi.standards.fingerprints import criteria, parts
from ssi.standards.reading import read_standard
from ssi.standards.signature import fits, private_key, public_key, short, sign
from tests.making import SMALL

STANDARD = read_standard(SMALL.encode(), "s.toml")
SHA = "0123456789abcdef" * 4
openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl here")


def adoption(of: Standard = STANDARD, **more: Any) -> Adoption:
    content = {
        "format": 1,
        "standard": str(of),
        "sha256": of.sha256,
        "resolved_sha256": of.resolved_sha256,
        "authority": "The Ministry",
        "instrument": "Decree 7/2026",
        "adopted": date(2026, 3, 1),
        "in_force": date(2026, 6, 1),
        "consulted": {"survivor_groups": 0},
        "parts": parts(of),
        "criteria": criteria(of),
    }
    return Adoption.model_validate({**content, **more})


GOOD = adoption_text(adoption(binds=[{"from": date(2027, 1, 1), "kinds": ["long-term"]}]))


# ── the file ─────────────────────────────────────────────────────────────────────────────────────────────────────────

said = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(lambda text: text.strip())
days = st.dates()


@given(said, said, st.lists(said, max_size=3), days, st.lists(said, max_size=2))
def test_what_was_written_is_read_again(
    office: str, paper: str, weak: list[str], day: date, regions: list[str]
) -> None:
    made = adoption(
        authority=office, instrument=paper, weakening=weak, adopted=day, in_force=day, transition_until=day,
        binds=[{"from": day, "regions": regions, "operators": ["ngo"]}, {"from": day, "kinds": ["transit"]}],
        base=[Base(standard="ssi-core 1.0.0", sha256=SHA)], supersedes="small 0.9.0", instrument_sha256=SHA,
        signature=sign(SHA, bytes(32)),
    )  # fmt: skip
    text = adoption_text(made)
    assert read_adoption(text.encode(), "a.toml") == made
    assert tomllib.loads(text)["authority"] == made.authority  # another reader of TOML


def test_it_reads_like_a_decree_and_says_plainly_that_no_survivors_were_heard() -> None:
    assert "No group of survivors was consulted" in GOOD
    assert "No group" not in adoption_text(adoption(consulted={"survivor_groups": 3}))
    at = [
        GOOD.index(each) for each in ("authority =", "in_force =", "[[binds]]", "[consulted]", "[parts]", "[criteria]")
    ]
    assert at == sorted(at)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("format = 1", "format = 2", "format-unknown", "format ="),
        ("in_force = 2026-06-01", "in_force = 2026-02-01", "adoption-order", "in_force ="),
        ("from = 2027-01-01", "from = 2026-05-31", "adoption-order", "from ="),
        ("in_force = 2026-06-01", 'in_force = "June"', "wrong-type", "in_force ="),
        ("in_force = 2026-06-01", "in_force = 2026-06-01T00:00:00", "wrong-type", "in_force ="),
        ("in_force = 2026-06-01", "in_force = 20260601", "wrong-type", "in_force ="),
        ('authority = "The Ministry"', 'authority = " "', "text-empty", "authority ="),
        ('authority = "The Ministry"', "", "missing-key", ""),
        ('authority = "The Ministry"', 'authorty = "The Ministry"', "unknown-key", "authorty ="),
        ("survivor_groups = 0", "survivor_groups = -1", "wrong-type", "survivor_groups ="),
        ("survivor_groups = 0", "", "missing-key", "[consulted]"),
        ('kinds = ["long-term"]', 'kinds = ["longterm"]', "unknown-word", "kinds ="),
        (f'sha256 = "{STANDARD.sha256}"', 'sha256 = "abc"', "wrong-type", "sha256 ="),
        ('standard = "small 1.0.0"', 'standard = "small"', "wrong-type", "standard ="),
        (f'SAF-01 = "{criteria(STANDARD)["SAF-01"]}"', "SAF-01 = 1", "wrong-type", "SAF-01 ="),
        ("[consulted]", "[consulted", "toml-syntax", "[consulted"),
    ],
)
def test_every_fault_has_its_line(old: str, new: str, code: str, line: str) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    found, faults = check_adoption(text.encode(), "a.toml")
    assert found is None
    assert code in [each.code for each in faults]
    at = next(each for each in faults if each.code == code).where.line
    assert not line or (at and text.splitlines()[at - 1].startswith(line))


def test_all_faults_are_named_at_once() -> None:
    text = (
        GOOD.replace("2026-06-01", "2026-02-01")
        .replace("survivor_groups = 0", "survivors = 0")
        .replace("format = 1", "")
    )
    codes = [each.code for each in check_adoption(text.encode(), "a.toml")[1]]
    assert sorted(codes) == ["adoption-order", "missing-key", "missing-key", "unknown-key"]


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_faults(noise: bytes) -> None:
    for data in (noise, GOOD.encode()[:300] + noise):
        assert check_adoption(data, "a.toml")[1]


# ── edits by their names ─────────────────────────────────────────────────────────────────────────────────────────────

CRITERION = '{ id = "SAF-02", class = "must", text = "A fence", anchors = ["a", "b", "c"], methods = ["observe"], '
MEASURE = 'measure = { unit = "m2", better = "more", cuts = [1, 2] }, '
EDITS = [  # what is edited in SMALL, the parts that are named, the keys
    ('text = "A fence"', 'text = "A wall"', {"SAF-02": ("text",)}),
    ('"A fence", anchors = ["a", "b", "c"]', '"A fence", anchors = ["a", "B", "c"]', {"SAF-02": ("anchors",)}),
    ('{ id = "SAF-02", class = "must"', '{ id = "SAF-02", class = "desired"', {"SAF-02": ("class", "weight")}),
    ('{ id = "SAF-01", class = "critical", gate = true', '{ id = "SAF-01", class = "critical"', {"SAF-01": ("gate",)}),
    ('na_when = "no ground floor"', 'na_when = "no floor"', {"SAF-02": ("na_when",)}),
    (', na_when = "no ground floor"', "", {"SAF-02": ("na_when",)}),
    ('text = "A fence", ', 'text = "A fence", guidance = "Look", ', {"SAF-02": ("guidance",)}),
    ('text = "A fence", ', 'text = "A fence", minimum = 1, ', {"SAF-02": ("minimum",)}),
    ('text = "A fence", ', 'text = "A fence", weight = 5, ', {"SAF-02": ("weight",)}),
    ('text = "A fence", ', 'text = "A fence", key = "X", ', {"SAF-02": ("key",)}),
    ('text = "A fence", ', 'text = "A fence", practice = true, ', {"SAF-02": ("practice",)}),
    ('text = "A fence", ', 'text = "A fence", kinds = ["transit"], ', {"SAF-02": ("kinds",)}),
    ('text = "A fence", ', 'text = "A fence", applies = "children", ', {"SAF-02": ("applies",)}),
    ('text = "A fence", ', f'text = "A fence", {MEASURE}', {"SAF-02": ("measure",)}),
    ('methods = ["observe"], na_when = "no ground floor"', 'methods = ["staff"], na_when = "no ground floor"',
     {"SAF-02": ("methods",)}),
    ('"no ground floor", remedy = "physical"', '"no ground floor", remedy = "system"', {"SAF-02": ("remedy",)}),
    ('points = "1/2"', 'points = "1/3"', {"scale": ("1: points",)}),
    ('label = "partly met"', 'label = "half met"', {"scale": ("1: label",)}),
    ("na_ceiling = 15", "na_ceiling = 16", {"rules": ("na_ceiling",)}),
    ('unsettled = "median"', 'unsettled = "lower"', {"rules": ("unsettled",)}),
    ("bands = [55,", "bands = [50,", {"rules": ("bands",)}),
    ('title = "A small standard"', 'title = "A standard"', {"heading": ("title",)}),
    ('language = "en"', 'language = "km"', {"heading": ("language",)}),
    ('title = "Safety"', 'title = "Safe"', {"areas": ("SAF: title",)}),
    ('title = "Safety"', 'title = "Safety"\nweight = 3', {"areas": ("SAF: weight",)}),
    ('[rules]', '# a remark\n[rules]', {"bytes": ()}),
    ("na_ceiling = 15", 'na_ceiling = "15"', {"bytes": ()}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), EDITS, ids=lambda value: str(value)[-40:])
def test_an_edit_of_each_kind_of_key_is_called_by_its_name(
    old: str, new: str, wanted: dict[str, tuple[str, ...]]
) -> None:
    assert SMALL.count(old) == 1
    now = read_standard(SMALL.replace(old, new).encode(), "s.toml")
    found = edited(adoption(), now, (), STANDARD)
    assert {each.part: each.keys for each in found} == wanted
    assert {each.part for each in edited(adoption(), now, (), None)} == wanted.keys()


def test_criteria_that_came_and_went_are_named() -> None:
    gone = 'text = "A drill", anchors = ["a", "b", "c"], methods = ["document"], remedy = "system" },'
    text = SMALL.replace('{ id = "SAF-03", class = "desired", ' + gone, "").replace("CHD-01", "CHD-02")
    found = {(each.part, each.how) for each in edited(adoption(), read_standard(text.encode(), "s.toml"), (), STANDARD)}
    assert found == {("SAF-03", "missing"), ("CHD-01", "missing"), ("CHD-02", "added"), ("areas", "changed")}


def test_the_adopted_bytes_are_the_adopted_bytes_whatever_the_fingerprints_say() -> None:
    wrong = adoption(criteria={**criteria(STANDARD), "SAF-01": "0" * 12, "SAF-99": "0" * 12}, resolved_sha256=SHA)
    assert edited(wrong, STANDARD, (), None) == ()
    assert list(altered(wrong, STANDARD)) == ["resolved_sha256", "SAF-01", "SAF-99"]
    assert list(altered(adoption(), STANDARD)) == []


def test_a_base_with_other_bytes_is_named() -> None:
    made = adoption(base=[Base(standard="core 1.0.0", sha256=SHA)])
    assert [each.part for each in edited(made, STANDARD, [Base(standard="core 1.0.0", sha256="0" * 64)], None)] == [
        "base"
    ]
    assert edited(made, STANDARD, made.base, None) == ()


def test_fingerprints_worked_out_by_hand() -> None:
    """The canonical JSON written out; what is empty is not in it."""
    text = (
        '{"anchors":["a","b","c"],"area":"SAF","class":"desired","id":"SAF-03","key":"SAF-03",'
        '"kinds":["transit","short-term","long-term","community"],"methods":["document"],"minimum":2,'
        '"remedy":"system","text":"A drill","weight":"1"}'
    )
    assert criteria(STANDARD)["SAF-03"] == hashlib.sha256(text.encode()).hexdigest()[:12]


# ── signatures ───────────────────────────────────────────────────────────────────────────────────────────────────────


def run(*command: str | Path) -> bytes:
    return subprocess.run([str(each) for each in command], capture_output=True, check=True).stdout


def key_pair(here: Path) -> tuple[Path, Path]:
    private, public = here / "key.pem", here / "public.pem"
    private.write_bytes(run("openssl", "genpkey", "-algorithm", "ed25519"))
    public.write_bytes(run("openssl", "pkey", "-in", private, "-pubout"))
    return private, public


@openssl
def test_openssl_and_ssi_sign_the_same_and_check_each_other(tmp_path: Path) -> None:
    private, public = key_pair(tmp_path)
    letters, raw = tmp_path / "sha.txt", tmp_path / "signature"
    letters.write_text(SHA)
    ours = sign(SHA, private_key(private.read_bytes(), "key.pem"))
    theirs = run("openssl", "pkeyutl", "-sign", "-rawin", "-inkey", private, "-in", letters)
    assert bytes.fromhex(ours.signature) == theirs  # Ed25519 has one signature for one message
    raw.write_bytes(bytes.fromhex(ours.signature))
    run("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", public, "-rawin", "-in", letters, "-sigfile", raw)
    assert public_key(public.read_bytes(), "public.pem") == ours.public_key
    assert fits(ours, SHA)
    assert not fits(ours, SHA.replace("0", "1"))


def test_a_published_signature_fits() -> None:
    """RFC 8032, section 7.1, test 1: the empty message."""
    secret = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    made = sign("", secret)
    assert made.public_key == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert made.signature == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
        "655141438e7a100b"
    )
    assert len(short(made.public_key)) == 12


@openssl
@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("genpkey -algorithm ed25519 -aes256 -pass pass:x", "locked with a password"),
        ("genpkey -algorithm x25519", "another kind"),
        ("genpkey -algorithm rsa", "another kind"),
        ("ecparam -genkey -noout -name prime256v1", "another kind (EC)"),
    ],
)
def test_another_key_is_refused_in_plain_words(command: str, words: str) -> None:
    with pytest.raises(SsiError, match=words.replace("(", r"\(").replace(")", r"\)")):
        private_key(run("openssl", *command.split()), "key.pem")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n"])
def test_what_is_no_key_is_refused(data: bytes) -> None:
    for read in (private_key, public_key):
        with pytest.raises(SsiError):
            read(data, "key.pem")


@openssl
def test_a_public_key_is_no_private_one(tmp_path: Path) -> None:
    private, public = key_pair(tmp_path)
    with pytest.raises(SsiError, match="PUBLIC KEY"):
        private_key(public.read_bytes(), "public.pem")
    with pytest.raises(SsiError, match="PRIVATE KEY"):
        public_key(private.read_bytes(), "key.pem")
    bare = public_key(public.read_bytes(), "public.pem")
    assert public_key(f"{bare}\n".encode(), "public.txt") == bare
