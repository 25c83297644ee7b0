"""From bytes to a standard: what is read, every fault named at its line, and nothing else ever raised."""

import hashlib
import types
from fractions import Fraction
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi.catalogue import CATALOGUE, standards
from ssi.errors import Fault, SsiError
from ssi.standards import form
from ssi.standards.reading import check_standard, read_standard, resolved_sha256
from tests.making import SMALL
from tests.making import standard as made

GALLERY = Path(__file__).parent.parent / "faults"
FOLDERS = sorted(each for each in standards.FAULTS if (GALLERY / each / "standard.toml").exists())
MORE = """
[[example]]
title = "x"
scores = { "SAF-01" = 2 }
percent = "1.5"
"""
WHOLE = (SMALL + MORE).encode()


def faults(text: str, name: str = "s.toml") -> list[Fault]:
    return list(check_standard(text.encode(), name)[1])


def named(text: str, name: str = "s.toml") -> list[tuple[str, int | None]]:
    return [(each.code, each.where.line) for each in faults(text, name)]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_good_file_is_read_with_its_hashes() -> None:
    standard = read_standard(WHOLE, "s.toml")
    assert standard.sha256 == hashlib.sha256(WHOLE).hexdigest()
    assert standard.resolved_sha256 == resolved_sha256(standard)
    hashes = {"sha256": standard.sha256, "resolved_sha256": standard.resolved_sha256}
    assert standard == made(SMALL + MORE).model_copy(update=hashes)
    assert standard.example[0].percent == "1.5"


def test_the_resolved_hash_is_of_what_the_file_says_not_of_how() -> None:
    def resolved(text: str) -> str:
        return read_standard(text.encode(), "s.toml").resolved_sha256

    base = resolved(SMALL)
    assert resolved(SMALL.replace("na_ceiling = 15", 'na_ceiling = "15"  # percent')) == base
    assert resolved(SMALL.replace('title = "Safety"', 'title = "Cafe\u0301"')) == resolved(
        SMALL.replace('title = "Safety"', 'title = "Caf\u00e9"')
    )
    assert resolved(SMALL.replace("na_ceiling = 15", "na_ceiling = 16")) != base


def test_decimals_are_exact() -> None:
    text = SMALL.replace("coverage_floor = 80", "coverage_floor = 80.1").replace("must = 2", 'must = "1/3"')
    rules = read_standard(text.encode(), "s.toml").rules
    assert rules.coverage_floor == Fraction(801, 10)
    assert rules.weights["must"] == Fraction(1, 3)


@pytest.mark.parametrize("code", FOLDERS)
def test_a_bad_file_shows_its_fault_with_a_line_and_no_other(code: str) -> None:
    standard, found = check_standard((GALLERY / code / "standard.toml").read_bytes(), "standard.toml")
    if code == "example-differs":  # its file is well formed: the example has to be run
        assert standard is not None and not found
        return
    assert {each.code for each in found} == {code}
    assert all(each.where.line for each in found)
    assert (standard is None) == (not CATALOGUE[code].warning)


def test_every_fault_is_named_at_once_in_the_order_of_lines() -> None:
    text = (
        SMALL.replace("minimum = 2", "minimum = 7")
        .replace('text = "A drill"', 'txet = "A drill"')
        .replace('"partly met", points = "1/2"', '"partly met", points = "3/2"')
        .replace('na_when = "no play"', "practice = 1")
    )
    scale, rules, drill, play = (line_of(text, each) for each in ("partly", "minimum", "txet", ", practice = 1"))
    assert named(text) == [
        ("points-range", scale),
        ("points-fall", scale + 1),
        ("level-unknown", rules),
        ("missing-key", drill),
        ("unknown-key", drill),
        ("wrong-type", play),
    ]
    assert faults(text)[4].values["hint"] == " Did you mean text?"
    with pytest.raises(SsiError) as raised:
        read_standard(text.encode(), "s.toml")
    assert len(raised.value.faults) == 6


def test_a_fault_in_the_rules_is_not_repeated_at_every_criterion() -> None:
    assert [code for code, _ in named(SMALL.replace("minimum = 2\n", ""))] == ["missing-key"]
    assert [code for code, _ in named(SMALL.replace("minimum = 2\n", 'minimum = "2"\n'))] == ["wrong-type"]
    assert [code for code, _ in named(SMALL.replace('applies = "children"', 'applies = "adults"'))] == ["unknown-word"]


def test_several_syntax_errors_are_named_and_nothing_that_follows_from_them() -> None:
    text = (
        SMALL.replace('version = "1.0.0"', 'version = "1.0.0')
        .replace("na_ceiling = 15", "na_ceiling = = 15")
        .replace('title = "Rights"', "title = “Rights”")
        .replace("minimum = 2", "minimum = 99")
    )
    places = [line_of(text, each) for each in ('version = "', "na_ceiling", "title = “")]
    assert named(text) == [("toml-syntax", each) for each in places]


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('id = "a"\nanchors = ["x", "y"\nweight = 3\ntext = "z"\n', 2),
        ('id = "a"\nguidance = """ no end\nweight = 3\n', 2),
        ("[[area]\nid = 1\n[[area]]\nid = 2\n", 1),
        ("id = 1\nid = 2\n", 2),
    ],
)
def test_what_is_not_closed_is_named_where_it_begins(broken: str, line: int) -> None:
    assert named(broken) == [("toml-syntax", line)]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("standards/small/1.0.0.toml", 0),
        ("standards/small/1.0.1.toml", 1),
        ("standards/other/1.0.1.toml", 2),
        ("1.0.0.toml", 0),
        ("draft.toml", 0),
    ],
)
def test_a_file_that_lies_elsewhere_is_only_a_warning(name: str, count: int) -> None:
    standard, found = check_standard(SMALL.encode(), name)
    assert standard is not None
    assert [each.code for each in found] == ["standard-misnamed"] * count


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["missing-key"] * 9),
        ("area = 3", ["missing-key"] * 8 + ["wrong-type"]),
        ("rules = []\narea = [1, {criterion = [2]}]", ["missing-key"] * 9 + ["wrong-type"] * 3),
        (SMALL.replace("na_ceiling = 15", "na_ceiling = 1e999999999"), ["wrong-type"]),
        (SMALL.replace("na_ceiling = 15", "na_ceiling = nan"), ["wrong-type"]),
        (SMALL.replace("na_ceiling = 15", f"na_ceiling = 0x{'f' * 9000}"), ["wrong-type"]),
        (SMALL.replace("na_ceiling = 15", f"na_ceiling = {'9' * 9000}"), ["toml-syntax"]),
        (SMALL.replace("na_ceiling = 15", f"na_ceiling = {'[' * 9000}"), ["toml-syntax"]),
        (SMALL.replace("na_ceiling = 15", 'na_ceiling = "1/0"'), ["wrong-type"]),
        (SMALL.replace("format = 1", "format = true"), ["format-unknown"]),
        (SMALL.replace('class = "desired"', 'class_ = "desired"'), ["unknown-key", "missing-key"]),
        (SMALL + 'sha256 = "x"', ["unknown-key"]),
    ],
)
def test_odd_files_are_faults_too(text: str, codes: list[str]) -> None:
    assert sorted(code for code, _ in named(text)) == sorted(codes)


def test_text_that_is_not_utf8_is_named_with_its_line() -> None:
    found = check_standard(SMALL.replace("A fence", "Une clôture").encode("latin-1"), "s.toml")[1]
    assert [(each.code, each.where.line) for each in found] == [("file-not-text", line_of(SMALL, "A fence"))]


def words_of(annotation: Any) -> set[str]:
    """The kinds of value that a field of the model takes: int, bool, Fraction, tuple …"""
    if get_origin(annotation) in (Union, types.UnionType):
        return set().union(*(words_of(each) for each in get_args(annotation)))
    if get_origin(annotation) is tuple and get_args(annotation)[0] is Fraction:
        return {"tuple of Fraction"}
    return {getattr(get_origin(annotation) or annotation, "__name__", "")} - {"NoneType"}


def test_the_kinds_of_values_are_those_of_the_model() -> None:
    """`form` names the keys whose values pydantic would take too kindly; the model must have no other such keys."""
    fields = [(name, each.annotation) for model in form.MODELS.values() for name, each in model.model_fields.items()]
    kinds = {"Fraction": form.NUMBERS, "tuple of Fraction": form.LISTS_OF_NUMBERS, "int": form.WHOLE_NUMBERS}
    for kind, names in {**kinds, "bool": form.TRUTHS}.items():
        assert {name for name, annotation in fields if words_of(annotation) == {kind}} == names


PIECES = [
    b"",
    b'"',
    b"[",
    b"]",
    b"=",
    b"[[area]]",
    b"\n",
    b"0",
    b"-1",
    b"true",
    b"1e9",
    b"{",
    b"}",
    b"\xff",
    b'"x"',
    b"#",
    b"'''",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 30), st.sampled_from(PIECES)), min_size=1, max_size=4)
)
def test_no_bytes_raise_anything_but_faults(cuts: list[tuple[int, int, bytes]]) -> None:
    data = WHOLE
    for at, length, piece in cuts:
        data = data[:at] + piece + data[at + length :]
    standard, found = check_standard(data, "s.toml")
    assert (standard is None) == any(not each.warning for each in found)
    assert all(each.message and each.advice for each in found)


VALUES = st.recursive(
    st.one_of(
        st.sampled_from(["true", "0", "1", "-1", "2.5", "'SAF'", "'SAF-01'", "'critical'", "''", "nan", "2024-01-01"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(
            st.sampled_from(["id", "SAF-01", "must", "unit", "cuts", "criterion", "class"]), inner, max_size=3
        ).map(lambda each: "{" + ", ".join(f"{key} = {value}" for key, value in each.items()) + "}"),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), VALUES), min_size=1, max_size=3))
def test_any_value_at_any_key_is_a_fault_or_fine(changes: list[tuple[int, str]]) -> None:
    """Well-formed TOML with another kind of value behind some key."""
    lines = (SMALL + MORE).split("\n")
    keys = [at for at, line in enumerate(lines) if " = " in line]
    for pick, value in changes:
        at = keys[pick % len(keys)]
        head, _, tail = lines[at].partition(" = ")
        inline = head.strip().startswith("{")
        lines[at] = f"{head} = {value}" + (f", {tail.partition(', ')[2]}" if inline else "")
    standard, found = check_standard("\n".join(lines).encode(), "s.toml")
    assert (standard is None) == any(not each.warning for each in found)
