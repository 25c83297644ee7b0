"""Where a key stands: line and column of every path, however the file writes its tables."""

from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from ssi.standards.reading import places
from ssi.standards.toml_places import Path, Places
from tests.making import SMALL

TEXT = '''\
id = "x"  # [[area]] is no header here
guidance = """
[[area]]
weight = 9
"""
[[area]]
id = 'A'
  [[area.criterion]]
  "weight" = 1
[[area]]
  [[area.criterion]]
  anchors = ["a # b", [1, 2],
    "c"]
  measure = { cuts = ["2", "1"], "better way".of = "less" }
  [[area.criterion]]
  weight = 3
[rules.weights]
critical = 2024-01-01 10:00:00
'''


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("area", 0), 6, 1),
        (("area", 0, "criterion", 0, "weight"), 9, 3),
        (("area", 1, "criterion", 0, "anchors", 2), 13, 5),
        (("area", 1, "criterion", 0, "measure", "cuts", 1), 14, 28),
        (("area", 1, "criterion", 0, "measure", "better way", "of"), 14, 34),
        (("area", 1, "criterion", 1, "weight"), 16, 3),
        (("rules", "weights", "critical"), 18, 1),
        (("area", 1, "criterion", 1, "absent"), 15, 3),
        (("area", 7, "criterion"), 6, 1),
    ],
)
def test_a_path_is_found_or_the_nearest_table(path: Path, line: int, column: int) -> None:
    where = Places(TEXT, "f.toml").where(path)
    assert (where.file, where.line, where.column) == ("f.toml", line, column)
    assert where.text == TEXT.splitlines()[line - 1]


def test_the_whole_file_is_named_where_nothing_is_known() -> None:
    assert str(Places(TEXT, "f.toml").where(("absent",))) == "f.toml"


def paths(value: Any, at: Path = ()) -> set[Path]:
    """Every path of the tables that tomli reads."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {at, *(path for key, each in inside for path in paths(each, (*at, key)))} - {()}


@given(st.data())
def test_every_path_that_tomli_reads_has_a_place(data: st.DataObject) -> None:
    """Lines of a file put together anyhow: wherever tomli accepts them, the places are exactly its paths."""
    pieces = [*TEXT.split("\n"), *SMALL.split("\n")[9:16], 'a.b."c d" = {x=[{y=1},{}],z=""}', "n = '''a''''", "\r"]
    text = "\n".join(data.draw(st.lists(st.sampled_from(pieces), max_size=12)))
    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError:
        return
    assert set(Places(text, "").offsets) == paths(tables)


def test_windows_line_ends_and_a_byte_order_mark_move_nothing() -> None:
    plain = places(SMALL.encode(), "s").where(("rules", "minimum"))
    assert places(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode(), "s").where(("rules", "minimum")) == plain
