"""A small case as TOML for tests, for the small standard of `tests.making`."""

from collections.abc import Mapping

from ssi.model import Standard
from tests import making

CASE = """format = 1
id = "house"
title = "A small house"
standard = "small 1.0.0"
kind = "long-term"
story = ["It is invented."]
"""
SIX: Mapping[str, int | str] = {"SAF-01": 2, "SAF-02": "NA", "SAF-03": 0, "RGT-01": 1, "RGT-02": "NS", "CHD-01": 2}


def observation(criterion: str, level: int | str = 1, methods: str = '["observe"]', why: str = "It is so.") -> str:
    shown = f'"{level}"' if isinstance(level, str) else level
    return (
        f'[[observation]]\ncriterion = "{criterion}"\nmethods = {methods}\ntext = "Seen."\n'
        f'level = {shown}\nwhy = "{why}"\n'
    )


def case(*observations: str, head: str = CASE) -> bytes:
    return (head + "".join(observations)).encode()


def six() -> bytes:
    """All six criteria of the small standard, in a house with children."""
    head = CASE + 'children = "yes"\n'
    return case(*(observation(code, level) for code, level in SIX.items()), head=head)


def find(named: str) -> Standard:
    assert named == "small 1.0.0"
    return making.standard()
