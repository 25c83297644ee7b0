"""Whatever happens to a file of scores on its way, `ssi load` takes all of it or refuses it, and never falls over."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.running import content, ssi
from tests.test_faults import GOOD

SCORES = (GOOD / "scores.csv").read_bytes() + b'R1,S01,A02,interviews,8 6 2,,\nR1,S03,A01,SAF-01,1,,"a, b"\n'
Damage = Callable[[bytes], bytes]


@st.composite
def flipped(draw: st.DrawFn, text: bytes) -> bytes:
    """A few bytes are others."""
    data = bytearray(text)
    for _ in range(draw(st.integers(1, 4))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


@st.composite
def cut(draw: st.DrawFn, text: bytes) -> bytes:
    """A part is missing."""
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return text[:start] + text[end:]


@st.composite
def swapped(draw: st.DrawFn, text: bytes) -> bytes:
    """Two cells have changed places, within a row or between rows."""
    rows = [line.split(b",") for line in text.splitlines()]
    (row, cell), (other, there) = (
        (row := draw(st.integers(0, len(rows) - 1)), draw(st.integers(0, len(rows[row]) - 1))) for _ in range(2)
    )
    rows[row][cell], rows[other][there] = rows[other][there], rows[row][cell]
    return b"\n".join(map(b",".join, rows)) + b"\n"


@st.composite
def overwritten(draw: st.DrawFn, text: bytes) -> bytes:
    """A cell holds something that nobody expected."""
    rows = [line.split(b",") for line in text.splitlines()]
    row = draw(st.integers(0, len(rows) - 1))
    cell = draw(st.integers(0, len(rows[row]) - 1))
    odd = ("", " ", "\0", '"', "'", "=1+1", "-1", "9" * 5000, "²", "٣", "៣", "NA", "ns declined", "{x}", "%s", "\ud7ff")
    rows[row][cell] = draw(st.sampled_from(odd) | st.text(max_size=8)).encode("utf-8", "surrogatepass")
    return b"\n".join(map(b",".join, rows)) + b"\n"


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    text = SCORES
    for _ in range(draw(st.integers(1, 2))):
        way = draw(st.sampled_from([flipped, cut, swapped, overwritten]))
        text = draw(way(text)) if text.strip() else text
    return text


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme with an open round."""
    here = tmp_path_factory.mktemp("fuzz") / "here"
    shutil.copytree(GOOD, here)
    assert ssi(here, "round", "open", "R1", "--kind", "baseline").status == 0
    shutil.copy(here / "scores.db", here / "fresh")
    (here / "scores.csv").write_bytes(SCORES)
    assert ssi(here, "load", "scores.csv").status == 0
    return here


@settings(max_examples=120, deadline=None)
@given(text=damaged())
def test_a_damaged_file_is_loaded_or_refused_and_then_nothing_is_changed(programme: Path, text: bytes) -> None:
    """`ssi` itself checks that no answer is a traceback."""
    shutil.copy(programme / "fresh", programme / "scores.db")
    (programme / "scores.csv").write_bytes(text)
    before = content(programme)
    dry = ssi(programme, "load", "scores.csv", "--dry-run")
    said = ssi(programme, "load", "scores.csv")
    assert dry.status == said.status
    if said.status == 1:
        assert said.err.endswith((" fault\n", " faults\n", " warning\n", " warnings\n"))
        assert content(programme) == before
    else:
        assert said.status == 0
        assert said.err == "" or re.search(r"^\d+ warnings?$", said.err.splitlines()[-1])  # remarks, and no fault
        assert ssi(programme, "verify").status == 0
