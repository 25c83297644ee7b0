"""A standard that extends another: what comes out, by hand and for any steps; every fault at the overlay's own line."""

import hashlib
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.errors import Fault, SsiError
from ssi.model import Standard, Step
from ssi.model.translation import texts_of
from ssi.shipped import standards_folder
from ssi.standards.reading import check_standard, read_chain, read_standard
from tests.making import SMALL

SHA256 = hashlib.sha256(SMALL.encode()).hexdigest()
HEAD = f"""
format = 1
id = "mine"
version = "1.0.0"
status = "draft"
language = "en"
title = "A standard of ours"
extends = "small 1.0.0"
base_sha256 = "{SHA256}"
"""
STEPS = """
[[change]]
id = "SAF-02"
class = "critical"
text = "A fence with a gate that closes"
without = ["na_when"]
reason = "Strangers came in"
figure = "own"
[[change]]
id = "RGT-01"
gate = false
source = ["law"]
reason = "A court decides here"
[[drop]]
id = "SAF-03"
reason = "Nobody holds drills"
[[drop]]
id = "CHD-01"
reason = "No children live here"
[[area]]
id = "SAF"
  [[area.criterion]]
  id = "SAF-51"
  class = "must"
  text = "A lamp at the door"
  anchors = ["none", "broken", "it works"]
  source = ["law"]
  reason = "The nights are dark"
  figure = "read"
[[area]]
id = "OWN"
title = "Our own"
  [[area.criterion]]
  id = "OWN-01"
  class = "desired"
  text = "A garden"
  anchors = ["none", "small", "large"]
  reason = "People wish for one"
[[source]]
id = "law"
title = "Our law"
[[example]]
title = "All is met"
all = 2
percent = "100"
"""
# What somebody who copies the base and edits it by hand comes to: CHD is gone with its only criterion.
BY_HAND = """
format = 1
id = "mine"
version = "1.0.0"
status = "draft"
language = "en"
title = "A standard of ours"
scale = [
  { value = 0, label = "not met", points = "0" },
  { value = 1, label = "partly met", points = "1/2" },
  { value = 2, label = "met", points = "1" },
]
[rules]
minimum = 2
weights = { critical = 3, must = 2, desired = 1 }
unsettled = "median"
na_ceiling = 15
coverage_floor = 80
bands = [55, 65, 75, 85, 95]
cap_without_practice = 1
rights_area = "RGT"
[[area]]
id = "SAF"
title = "Safety"
criterion = [
  { id = "SAF-01", class = "critical", gate = true, text = "Staff day and night", anchors = ["a", "b", "c"], methods = ["observe", "document"], practice = true, remedy = "capacity" },
  { id = "SAF-02", class = "critical", text = "A fence with a gate that closes", anchors = ["a", "b", "c"], methods = ["observe"], remedy = "physical" },
  { id = "SAF-51", class = "must", text = "A lamp at the door", anchors = ["none", "broken", "it works"], source = ["law"] },
]
[[area]]
id = "RGT"
title = "Rights"
criterion = [
  { id = "RGT-01", class = "critical", gate = false, text = "The stay is voluntary", anchors = ["a", "b", "c"], methods = ["resident", "document"], practice = true, remedy = "case-management", source = ["law"] },
  { id = "RGT-02", class = "must", text = "House rules", anchors = ["a", "b", "c"], methods = ["document"], practice = true, remedy = "case-management" },
]
[[area]]
id = "OWN"
title = "Our own"
criterion = [{ id = "OWN-01", class = "desired", text = "A garden", anchors = ["none", "small", "large"] }]
[[source]]
id = "law"
title = "Our law"
[[example]]
title = "All is met"
all = 2
percent = "100"
"""  # noqa: E501
BASES = {("small", "1.0.0"): SMALL}


def bases(code: str, version: str) -> tuple[str, bytes] | None:
    found = BASES.get((code, version))
    return (f"{code}/{version}.toml", found.encode()) if found else None


def checked(text: str) -> tuple[Standard | None, tuple[Fault, ...]]:
    return check_standard(text.encode(), "mine.toml", bases)


def resolved(text: str) -> Standard:
    return read_standard(text.encode(), "mine.toml", bases)


# ── what comes out ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_overlay_says_what_a_copy_edited_by_hand_says() -> None:
    overlay, copy = resolved(HEAD + STEPS), read_standard(BY_HAND.encode(), "mine.toml")
    assert overlay.resolved_sha256 == copy.resolved_sha256
    assert overlay.sha256 == hashlib.sha256((HEAD + STEPS).encode()).hexdigest() != copy.sha256
    own = {"sha256": "", "overlay": None}
    assert overlay.model_copy(update=own) == copy.model_copy(update=own)


def test_it_says_how_it_came_from_its_base() -> None:
    standard, faults = checked(HEAD + STEPS)
    assert standard is not None and standard.overlay is not None
    assert (standard.overlay.extends, standard.overlay.base_sha256) == ("small 1.0.0", SHA256)
    assert standard.overlay.steps == (
        Step(
            kind="change",
            criterion="SAF-02",
            reason="Strangers came in",
            figure="own",
            keys=("class", "text", "na_when"),
        ),
        Step(kind="drop", criterion="SAF-03", reason="Nobody holds drills"),
        Step(kind="change", criterion="RGT-01", reason="A court decides here", keys=("gate", "source")),
        Step(kind="drop", criterion="CHD-01", reason="No children live here"),
        Step(kind="add", criterion="SAF-51", reason="The nights are dark", figure="read"),
        Step(kind="add", criterion="OWN-01", reason="People wish for one"),
    )
    assert standard.overlay.weakening == ("RGT-01: it is no longer a stop criterion",)
    (weak,) = faults
    assert (weak.code, weak.where.line) == ("overlay-weakens", line_of(HEAD + STEPS, 'id = "RGT-01"') - 1)
    assert "A court decides here" in weak.message


def test_a_whole_standard_has_no_overlay() -> None:
    assert read_standard(SMALL.encode(), "s.toml").overlay is None


def test_an_overlay_of_an_overlay_and_only_the_files_of_its_chain() -> None:
    first = HEAD + STEPS
    sha256 = hashlib.sha256(first.encode()).hexdigest()
    second = HEAD.replace('"mine"', '"second"').replace("small 1.0.0", "mine 1.0.0").replace(SHA256, sha256) + (
        '[[change]]\nid = "SAF-51"\nclass = "critical"\nreason = "x"\n[[drop]]\nid = "OWN-01"\nreason = "x"\n'
    )
    chain = (
        ("small/1.0.0.toml", SMALL.encode()),
        ("mine/1.0.0.toml", first.encode()),
        ("second/1.0.0.toml", second.encode()),
    )
    standard = read_chain(chain)
    assert [each.id for each in standard.criteria] == ["SAF-01", "SAF-02", "SAF-51", "RGT-01", "RGT-02"]
    assert standard.criterion("SAF-51").weight == 3
    assert standard.overlay is not None and standard.overlay.extends == "mine 1.0.0"
    assert standard.overlay.weakening == (), "of its own base: what that one weakens stands there"
    with pytest.raises(SsiError) as raised:
        read_chain(chain[1:])
    assert [each.code for each in raised.value.faults] == ["base-faulty"]
    assert "small 1.0.0 is not at hand" in str(raised.value)


def test_sources_that_nobody_names_any_more_fall_away_without_a_word() -> None:
    base = SMALL.replace('"A fence",', '"A fence", source = ["a"],').replace('"A drill",', '"A drill", source = ["b"],')
    base += '[[source]]\nid = "a"\ntitle = "A"\n[[source]]\nid = "b"\ntitle = "B"\n'
    sha256 = hashlib.sha256(base.encode()).hexdigest()
    text = HEAD.replace(SHA256, sha256) + '[[drop]]\nid = "SAF-03"\nreason = "x"\n'
    standard, faults = check_standard(text.encode(), "mine.toml", lambda *_: ("small.toml", base.encode()))
    assert standard is not None and [each.id for each in standard.source] == ["a"]
    assert faults == ()


# ── any steps ────────────────────────────────────────────────────────────────────────────────────────────────────────

CODES = [each.id for each in read_standard(SMALL.encode(), "s").criteria]


def test_without_a_step_it_says_what_its_base_says() -> None:
    base, mine = texts_of(read_standard(SMALL.encode(), "s")), texts_of(resolved(HEAD))
    assert {**base, "title": "A standard of ours"} == mine


@settings(deadline=None)
@given(st.sets(st.sampled_from(CODES)))
def test_what_is_dropped_is_on_no_checklist_and_all_else_is_as_it_was(dropped: set[str]) -> None:
    text = HEAD + "".join(f'[[drop]]\nid = "{each}"\nreason = "x"\n' for each in sorted(dropped))
    standard, faults = checked(text)
    rights = {"RGT-01", "RGT-02"}
    if rights <= dropped:
        assert ("area-empty", "RGT") in [(each.code, each.values.get("area")) for each in faults]
        return
    assert standard is not None
    base = read_standard(SMALL.encode(), "s")
    asked = [each.id for each in standard.checklist("long-term", children=True).criteria]
    assert asked == [each for each in CODES if each not in dropped]
    assert all(standard.criterion(each) == base.criterion(each) for each in asked)
    assert all(area.criterion for area in standard.area)


CHANGES = [
    '[[change]]\nid = "SAF-01"\ntext = "Another"\nreason = "a"\n',
    '[[change]]\nid = "RGT-02"\nclass = "critical"\nreason = "b"\n',
    '[[drop]]\nid = "SAF-02"\nreason = "c"\n',
    '[[change]]\nid = "CHD-01"\nweight = 5\nkinds = ["transit"]\nreason = "d"\n',
]


def test_the_order_of_the_steps_says_nothing() -> None:
    found = [resolved(HEAD + "".join(each)) for each in permutations(CHANGES)]
    assert len({each.resolved_sha256 for each in found}) == 1
    assert len({str(each.overlay) for each in found}) == 1
    assert len({each.sha256 for each in found}) == 24


# ── faults ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("before", "after", "code", "at"),
    [
        ('class = "critical"\n', 'class = "critcal"\n', "unknown-word", "critcal"),
        ('class = "critical"\n', "minimum = 7\n", "level-unknown", "minimum = 7"),
        ('class = "critical"\n', 'anchors = ["a", "b"]\n', "anchors-count", "anchors ="),
        ('class = "critical"\n', 'anchor = ["a"]\n', "unknown-key", "anchor ="),
        ('class = "critical"\n', "kinds = []\n", "kinds-empty", "kinds ="),
        ('class = "critical"\n', "weight = 0\n", "weight-not-positive", "weight ="),
        ('class = "critical"\n', 'key = "RGT-02"\n', "duplicate-key", "key ="),
        ('class = "critical"\n', 'gate = "yes"\n', "wrong-type", "gate ="),
        ('class = "critical"\n', 'area = "RGT"\n', "unknown-key", 'area = "RGT"'),
        ("gate = false", 'class = "must"', "gate-not-critical", '[[change]]\nid = "RGT-01"'),
        ('source = ["law"]\nreason', 'source = ["lav"]\nreason', "source-undeclared", '"lav"'),
        ('"A fence with a gate that closes"', '" "', "text-empty", 'text = " "'),
        ('reason = "Nobody holds drills"', 'reason = ""', "text-empty", 'reason = ""'),
        ('reason = "Nobody holds drills"\n', "", "missing-key", '[[drop]]\nid = "SAF-03"'),
        ('  reason = "The nights are dark"\n', "", "missing-key", '  [[area.criterion]]\n  id = "SAF-51"'),
        ('["na_when"]', '["anchors"]', "missing-key", "[[change]]"),
        ('["na_when"]', '["id"]', "overlay-without", '"id"'),
        ('"broken", ', "", "anchors-count", 'anchors = ["none", "it'),
        ('id = "SAF-51"', 'id = "rgt-02"', "overlay-has-it", 'id = "rgt-02"'),
        ('id = "SAF-51"', 'id = "SAF-03"', "overlay-has-it", 'id = "SAF-03"\n  class'),
        ('id = "OWN-01"', 'id = "SAF-51"', "duplicate-criterion", 'id = "SAF-51"\n  class = "desired"'),
        ('id = "OWN"', 'id = "saf"', "duplicate-area", 'id = "saf"'),
        ('title = "Our own"\n', "", "missing-key", '[[area]]\nid = "OWN"'),
        ('id = "law"', 'id = "lag"', "source-undeclared", '"law"]\nreason'),
        ("all = 2", 'all = 2\nscores = { "SAF-03" = 1 }', "unknown-criterion", '"SAF-03" = 1'),
    ],
)
def test_a_fault_that_shows_in_what_comes_out_points_at_the_line_it_was_written_on(
    before: str, after: str, code: str, at: str
) -> None:
    text = (HEAD + STEPS).replace(before, after, 1)
    standard, faults = checked(text)
    assert standard is None
    assert (code, line_of(text, at)) in [(each.code, each.where.line) for each in faults if not each.warning]
    assert all(each.where.file == "mine.toml" and each.where.line for each in faults)


def test_all_faults_at_once() -> None:
    text = (HEAD + STEPS).replace(SHA256, "0" * 64).replace('"SAF-02"', '"SAF-20"').replace('"en"', '"km"')
    text = text.replace("gate = false", "minimum = 9").replace('id = "SAF-51"', 'id = "SAF-01"') + "[rules]\n"
    assert [each.code for each in checked(text)[1]] == [
        "overlay-language",
        "base-differs",
        "overlay-unknown-criterion",
        "level-unknown",
        "overlay-has-it",
        "overlay-keeps",
    ]


@pytest.mark.parametrize("files", [("a",), ("a", "b"), ("a", "b", "c")])
def test_a_ring_is_named_from_wherever_one_comes_to_it(files: tuple[str, ...]) -> None:
    ring = {
        (code, "1.0.0"): HEAD.replace('"mine"', f'"{code}"').replace("small 1.0.0", f"{after} 1.0.0")
        for code, after in zip(files, (*files[1:], files[0]), strict=True)
    }
    outside = HEAD.replace("small 1.0.0", "a 1.0.0")
    for text in (ring["a", "1.0.0"], outside):
        _, (found,) = check_standard(
            text.encode(), "x.toml", lambda code, version: ("y.toml", ring[code, version].encode())
        )
        assert found.code == "overlay-cycle"
        assert found.values["ring"] == " → ".join(f"{each} 1.0.0" for each in (*files, "a"))
        assert found.where.line == line_of(text, "extends")


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("no TOML", "small.toml:1"),
        (SMALL.replace("minimum = 2", "minimum = 9"), "minimum is 9"),
        (SMALL.replace('version = "1.0.0"', 'version = "1.0.1"'), "says that it is small 1.0.1"),
    ],
)
def test_a_base_that_cannot_be_used_is_named_with_its_first_fault(base: str, words: str) -> None:
    _, faults = check_standard((HEAD + STEPS).encode(), "m.toml", lambda *_: ("small.toml", base.encode()))
    assert [each.code for each in faults] == ["base-faulty"]
    assert words in faults[0].message


def test_where_the_base_is_missing_the_overlay_itself_is_still_looked_at() -> None:
    text = (HEAD + STEPS).replace("small 1.0.0", "other 1.0.0").replace('figure = "read"', 'figure = "seen"')
    _, faults = checked(text.replace('version = "1.0.0"', 'version = "one"'))
    assert [each.code for each in faults] == ["version-form", "base-missing", "unknown-word"]


WHOLE = (HEAD + STEPS).encode()
PIECES = [b'"', b"[", b"]", b"=", b"[[area]]", b"[[change]]", b"[drop]", b"\n", b"0", b"true", b'"SAF-01"', b"{}", b"#"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 30), st.sampled_from(PIECES)), min_size=1, max_size=4)
)
def test_no_bytes_raise_anything_but_faults(cuts: list[tuple[int, int, bytes]]) -> None:
    data = WHOLE
    for at, length, piece in cuts:
        data = data[:at] + piece + data[at + length :]
    standard, found = check_standard(data, "s.toml", bases)
    assert (standard is None) == any(not each.warning for each in found)
    assert all(each.message and each.advice for each in found)


VALUES = [
    "true",
    "0",
    "-1",
    "2.5",
    "'SAF-01'",
    "'critical'",
    "''",
    "nan",
    "[]",
    "['a', 1]",
    "[[1]]",
    "{}",
    "{ id = 1 }",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from(VALUES)), min_size=1, max_size=3))
def test_any_value_at_any_key_is_a_fault_or_fine(changes: list[tuple[int, str]]) -> None:
    lines = (HEAD + STEPS).split("\n")
    keys = [at for at, line in enumerate(lines) if " = " in line]
    for pick, value in changes:
        at = keys[pick % len(keys)]
        lines[at] = f"{lines[at].partition(' = ')[0]} = {value}"
    standard, found = checked("\n".join(lines))
    assert (standard is None) == any(not each.warning for each in found)


# ── those that are shipped ───────────────────────────────────────────────────────────────────────────────────────────

CORE = standards_folder() / "ssi-core" / "1.0.0.toml"


def shipped(code: str) -> tuple[Path, Standard]:
    path = standards_folder() / code / "1.0.0.toml"
    return path, read_chain([("ssi-core/1.0.0.toml", CORE.read_bytes()), (f"{code}/1.0.0.toml", path.read_bytes())])


@pytest.mark.parametrize(("code", "criteria", "changed"), [("vn", 84, 3), ("za", 91, 5), ("child", 86, 4)])
def test_a_shipped_overlay_gives_reason_and_figure_for_every_step_and_weakens_nothing(
    code: str, criteria: int, changed: int
) -> None:
    path, standard = shipped(code)
    assert standard.overlay is not None
    steps = standard.overlay.steps
    assert (len(standard.criteria), len([each for each in steps if each.kind == "change"])) == (criteria, changed)
    assert all(each.reason and each.figure for each in steps)
    assert standard.overlay.weakening == ()
    assert len(standard.example) >= 2
    added = [standard.criterion(each.criterion) for each in steps if each.kind == "add"]
    assert all(len(each.anchors) == 3 and each.methods and each.remedy and each.source for each in added)
    head = " ".join(path.read_text(encoding="utf-8").partition("format = 1")[0].replace("#", " ").split())
    assert "has adopted this file, none" in head and "none has seen it" in head
    assert "adopted by any authority" in standard.authority


@pytest.mark.parametrize(
    ("code", "criterion", "cuts", "figure"),
    [
        ("vn", "FAC-10", ("10", "15"), "read"),
        ("za", "FAC-06", ("1", "1.5"), "read"),
        ("child", "FAC-01", ("3.7", "5"), "read"),
        ("child", "WSH-03", ("10", "7"), "read"),
        ("child", "WSH-04", ("15", "10"), "read"),
        ("child", "CHD-02", ("12", "8"), "own"),
    ],
)
def test_thresholds_are_those_of_the_sources(code: str, criterion: str, cuts: tuple[str, ...], figure: str) -> None:
    standard = shipped(code)[1]
    measure = standard.criterion(criterion).measure
    assert measure is not None and standard.overlay is not None
    assert tuple(f"{float(each):g}" for each in measure.cuts) == cuts
    assert [each.figure for each in standard.overlay.steps if each.criterion == criterion] == [figure]
