"""Two standards side by side: by shared keys within a family, by a mapping file between strangers."""

import hashlib
import json
from pathlib import Path

import pytest

from ssi.acts.coverage import check_mapping_file, cover
from ssi.acts.standards import Chosen, choose
from ssi.errors import SsiError
from ssi.findings.coverage import Coverage
from tests.making import SMALL
from tests.running import ssi


def put(folder: Path, text: str = SMALL, code: str = "small", version: str = "1.0.0") -> Chosen:
    path = folder / code / f"{version}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace('"small"', f'"{code}"').replace('"1.0.0"', f'"{version}"'), encoding="utf-8")
    return choose(str(path))


def relations(found: Coverage) -> dict[str, str | None]:
    return {each.criterion: each.relation for each in found.counterparts}


def mapping(folder: Path, ours: Chosen, other: Chosen, rows: str) -> Path:
    """A mapping file from `other` to `ours`, where it is looked for."""
    from_, to = other.standard, ours.standard
    path = folder / "mappings" / f"{from_.id}-{from_.version}--{to.id}-{to.version}.toml"
    path.parent.mkdir(exist_ok=True)
    head = f'from = "{from_}"\nfrom_sha256 = "{from_.sha256}"\nto = "{to}"\nto_sha256 = "{to.sha256}"\n'
    path.write_text(f"format = 1\n{head}{rows}", encoding="utf-8")
    return path


def row(criterion: str, relation: str, *to: str) -> str:
    return f'[[map]]\ncriterion = "{criterion}"\nrelation = "{relation}"\nto = {json.dumps(to)}\n'


@pytest.mark.parametrize(
    ("old", "new", "criterion", "relation"),
    [
        ("", "", "SAF-01", "equal"),
        ('id = "SAF-02", class = "must"', 'id = "SAF-02", class = "critical"', "SAF-02", "wider"),
        ('id = "SAF-02", class = "must"', 'id = "SAF-02", class = "desired"', "SAF-02", "narrower"),
        (', na_when = "no ground floor"', "", "SAF-02", "wider"),
        ('id = "SAF-03",', 'id = "SAF-03", minimum = 1,', "SAF-03", "narrower"),
        ('"A drill"', '"Two drills"', "SAF-03", None),  # a person must read it
        ('id = "SAF-03",', 'id = "SAF-09", key = "SAF-03",', "SAF-03", "equal"),  # another id, the same key
        ('id = "SAF-03",', 'id = "SAF-03", key = "SAF-03b",', "SAF-03", None),  # another key: another meaning
        (
            'id = "SAF-02", class = "must"',
            'id = "SAF-02", minimum = 1, class = "critical"',
            "SAF-02",
            None,  # more and less at once
        ),
    ],
)
def test_in_one_family_the_relation_follows_from_the_key(
    old: str, new: str, criterion: str, relation: str | None, tmp_path: Path
) -> None:
    other = put(tmp_path)
    ours = put(tmp_path, SMALL.replace(old, new, 1) if old else SMALL, version="1.1.0")
    found = relations(cover(ours, other))
    assert found[criterion] == relation
    assert all(each == "equal" for code, each in found.items() if code != criterion)


def test_the_relation_is_turned_round_when_the_standards_are(tmp_path: Path) -> None:
    other, stricter = put(tmp_path), put(tmp_path, SMALL.replace(', na_when = "no play"', ""), version="1.1.0")
    assert relations(cover(stricter, other))["CHD-01"] == "wider"
    assert relations(cover(other, stricter))["CHD-01"] == "narrower"


def test_strangers_share_nothing_by_their_ids(tmp_path: Path) -> None:
    found = cover(put(tmp_path, code="mine"), put(tmp_path))
    assert set(relations(found).values()) == {None}
    assert len(found.only_ours) == 6


def test_an_overlay_is_of_its_bases_family(tmp_path: Path) -> None:
    base = put(tmp_path)
    text = (
        'format = 1\nid = "over"\nversion = "1.0.0"\nstatus = "draft"\nlanguage = "en"\ntitle = "t"\n'
        f'extends = "small 1.0.0"\nbase_sha256 = "{base.standard.sha256}"\n'
        '[[change]]\nid = "SAF-03"\nkey = "SAF-03b"\nclass = "must"\nreason = "r"\n'
        '[[drop]]\nid = "SAF-02"\nreason = "it stands in a law"\n'
    )
    covered = cover(put(tmp_path, text, "over"), base)
    assert covered.counterparts[1].note == "dropped: it stands in a law"
    found = relations(covered)
    assert found == {"SAF-01": "equal", "SAF-02": None, "SAF-03": "wider",
                     "RGT-01": "equal", "RGT-02": "equal", "CHD-01": "equal"}  # fmt: skip


def test_what_two_overlays_each_add_is_not_the_same_because_its_id_is(tmp_path: Path) -> None:
    base = put(tmp_path)
    chosen: list[Chosen] = []
    for code, text in (("one", "A dog"), ("two", "A cat")):
        chosen.append(
            put(
                tmp_path,
                f'format = 1\nid = "{code}"\nversion = "1.0.0"\nstatus = "draft"\nlanguage = "en"\ntitle = "t"\n'
                f'extends = "small 1.0.0"\nbase_sha256 = "{base.standard.sha256}"\n[[area]]\nid = "SAF"\n'
                f'criterion = [{{ id = "SAF-20", class = "{"must" if code == "one" else "critical"}", text = "{text}", '
                'anchors = ["a", "b", "c"], reason = "r" }]\n',
                code,
            )
        )
    found = relations(cover(chosen[0], chosen[1]))
    assert found["SAF-20"] is None
    assert found["SAF-01"] == "equal"


def test_a_mapping_file_beside_them_is_found_and_decides(tmp_path: Path) -> None:
    ours, other = put(tmp_path, code="mine"), put(tmp_path)
    mapping(tmp_path, ours, other, row("SAF-01", "equal", "SAF-02") + row("SAF-02", "none"))
    found = cover(ours, other)
    assert found.mapping == "small-1.0.0--mine-1.0.0.toml"
    assert {code: each for code, each in relations(found).items() if each} == {"SAF-01": "equal", "SAF-02": "none"}
    assert found.counts == {"equal": 1, "wider": 0, "narrower": 0, "none": 1, None: 4}
    assert "SAF-02" not in found.only_ours
    assert set(relations(cover(other, ours)).values()) == {None}  # it says nothing of the other direction


def test_a_mapping_outweighs_the_keys(tmp_path: Path) -> None:
    other, ours = put(tmp_path), put(tmp_path, version="1.1.0")
    mapping(tmp_path, ours, other, row("SAF-01", "narrower", "SAF-01"))
    found = {each.criterion: (each.relation, each.by) for each in cover(ours, other).counterparts}
    assert (found["SAF-01"], found["SAF-02"]) == (("narrower", "mapping"), ("equal", "key"))


def codes(raised: pytest.ExceptionInfo[SsiError]) -> list[tuple[int | None, str]]:
    return [(each.where.line, each.code) for each in raised.value.faults]


def test_every_fault_of_a_mapping_at_once(tmp_path: Path) -> None:
    ours, other = put(tmp_path, code="mine"), put(tmp_path)
    rows = row("SAF-1", "equal", "SAF-01", "NO-01") + row("SAF-02", "none", "SAF-02") + row("SAF-02", "wider")
    path = mapping(tmp_path, ours, other, rows)
    path.write_text(path.read_text().replace(ours.standard.sha256, "0" * 64))
    with pytest.raises(SsiError) as raised:
        cover(ours, other)
    assert codes(raised) == [
        (5, "mapping-hash"),
        (7, "mapping-criterion"),
        (9, "mapping-criterion"),
        (13, "mapping-none-with-targets"),
        (14, "mapping-without-targets"),
        (15, "mapping-twice"),
    ]


def test_the_two_directions_may_not_contradict_each_other(tmp_path: Path) -> None:
    ours, other = put(tmp_path, code="mine"), put(tmp_path)
    mapping(tmp_path, other, ours, row("SAF-01", "wider", "SAF-01") + row("SAF-02", "equal", "SAF-02", "SAF-03"))
    good = row("SAF-01", "narrower", "SAF-01") + row("SAF-02", "narrower", "SAF-02")
    mapping(tmp_path, ours, other, good)
    assert relations(cover(ours, other))["SAF-01"] == "narrower"
    mapping(tmp_path, ours, other, row("SAF-01", "wider", "SAF-01") + row("SAF-03", "none"))
    with pytest.raises(SsiError) as raised:
        cover(ours, other)
    assert codes(raised) == [(8, "mapping-contradicts"), (12, "mapping-contradicts")]


def test_a_mapping_of_the_other_direction_is_not_taken_for_this_one(tmp_path: Path) -> None:
    ours, other = put(tmp_path, code="mine"), put(tmp_path)
    path = mapping(tmp_path, other, ours, row("SAF-01", "equal", "SAF-01"))
    with pytest.raises(SsiError) as raised:
        cover(ours, other, path)
    assert codes(raised) == [(2, "mapping-standards"), (4, "mapping-standards")]


def test_a_broken_form_is_named_by_line_and_by_check(tmp_path: Path) -> None:
    ours, other = put(tmp_path, code="mine"), put(tmp_path)
    rows = (
        '[[map]]\ncriterion = "SAF-01"\nrelation = "equl"\ntu = ["SAF-01"]\n[[map]]\nrelation = "none"\nto = "SAF-01"\n'
    )
    path = mapping(tmp_path, ours, other, rows)
    found = [(each.where.line, each.code) for each in check_mapping_file(path)]
    assert found == [(8, "unknown-word"), (9, "unknown-key"), (10, "missing-key"), (12, "wrong-type")]
    said = ssi(tmp_path, "check", path)
    assert (said.status, said.err.count("→")) == (1, 4)
    path.write_text(path.read_text(encoding="utf-8").replace("format = 1", "format = true"), encoding="utf-8")
    assert check_mapping_file(path)[0].code == "format-unknown"
    path.write_text("format = 1\nfrom = \n")
    assert [each.code for each in check_mapping_file(path)] == ["toml-syntax"]


def test_json_and_page_say_the_same(tmp_path: Path) -> None:
    ours, other = put(tmp_path, code="mine"), put(tmp_path)
    mapping(tmp_path, ours, other, row("SAF-01", "equal", "SAF-02") + row("SAF-02", "none"))
    typed = ("standard", "coverage", "mine/1.0.0.toml", "--against", "small/1.0.0.toml")
    said = json.loads(ssi(tmp_path, *typed, "--json").out)
    assert said["counts"] == {"equal": 1, "wider": 0, "narrower": 0, "none": 1, "not_yet_mapped": 4}
    assert said["criteria"][0] == {
        "criterion": "SAF-01", "relation": "equal", "ours": ["SAF-02"], "by": "mapping", "note": "",
    }  # fmt: skip
    assert said["against"]["sha256"] == hashlib.sha256(other.data).hexdigest()
    page = " ".join(ssi(tmp_path, *typed).out.split())
    assert "1 of 6 criteria of small 1.0.0 have an equal or wider counterpart in mine 1.0.0." in page
    assert "Not yet mapped 4" in page
    assert ssi(tmp_path, *typed, "--to", "page.html").status == 0
    assert ssi(tmp_path, *typed[:3]).status == 2


def test_what_rests_on_a_source(tmp_path: Path) -> None:
    sources = '[[source]]\nid = "UN"\ntitle = "A rule"\n[[source]]\nid = "ZA"\ntitle = "Another"\n'
    text = SMALL.replace('"A fence",', '"A fence", source = ["UN"],').replace(
        '"A drill",', '"A drill", source = ["UN", "ZA"],'
    )
    put(tmp_path, text + sources)
    said = json.loads(ssi(tmp_path, "standard", "coverage", "small/1.0.0.toml", "--source", "UN", "--json").out)
    assert (said["criteria"], said["alone"]) == (["SAF-02", "SAF-03"], ["SAF-02"])
    assert (
        "2 criteria name this source, 1 of them no other"
        in ssi(tmp_path, "standard", "coverage", "small/1.0.0.toml", "--source", "UN").out
    )
