"""Worked examples are run: a true one passes, a doctored one is caught at its line, by the real scoring."""

from pathlib import Path

import pytest

from ssi.errors import Fault
from ssi.model import DECLINED, NA, NS, Notes
from ssi.scoring.summarise import score_shelter
from ssi.standards.examples import example_sheets, run_examples
from ssi.standards.reading import places, read_standard
from tests.making import SMALL

CORE = Path(__file__).parent.parent.parent / "standards" / "ssi-core" / "1.0.0.toml"

# By hand, without children: SAF weighs 3 + 2 + 1 = 6, RGT 3 + 2 = 5. SAF-02 at 1 loses 1 of 11: 90.909 %.
TRUE = """
[[example]]
title = "A fence half built"
all = 2
scores = { "SAF-02" = 1 }
percent = "90.91"
low = "90.9"
high = "91"
coverage = "100.000"
level = 4
status = "improving"
unsettled = []
"""


def differing(more: str) -> list[Fault]:
    data = (SMALL + more).encode()
    return list(run_examples(read_standard(data, "s.toml"), score_shelter, places(data, "s.toml")))


def test_a_true_example_passes() -> None:
    assert differing(TRUE) == []


@pytest.mark.parametrize(
    ("key", "said", "doctored", "found"),
    [
        ("percent", '"90.91"', '"90.90"', "90.91"),
        ("low", '"90.9"', '"90"', "91"),
        ("level", "level = 4", "level = 5", "4"),
        ("status", '"improving"', '"meets"', "improving"),
        ("unsettled", "[]", '["SAF-01"]', "none"),
    ],
)
def test_a_doctored_example_is_caught_at_its_line(key: str, said: str, doctored: str, found: str) -> None:
    more = TRUE.replace(said, doctored)
    (fault,) = differing(more)
    assert (fault.code, fault.values["key"], fault.values["found"]) == ("example-differs", key, found)
    text = SMALL + more
    assert fault.where.line == text[: text.index(f"\n{key} =", len(SMALL))].count("\n") + 2


def test_half_is_rounded_to_even_at_the_decimals_written() -> None:
    """Every criterion at points 1/8 makes exactly 12.5 percent: 12 without decimals, not 13."""
    text = SMALL.replace('points = "1/2"', 'points = "1/8"')
    example = '\n[[example]]\ntitle = "x"\nall = 1\npercent = "{}"\n'
    data = (text + example.format("12.5") + example.format("12")).encode()
    assert run_examples(read_standard(data, "s"), score_shelter, places(data, "s")) == ()


def test_several_sheets_words_and_methods_become_sheets() -> None:
    standard = read_standard(
        (
            SMALL
            + """
[[example]]
title = "Two who differ"
children = "yes"
methods = ["document"]
scores = { "SAF-03" = "NS declined" }
sheets = [{ "SAF-01" = 2, "SAF-02" = "NA" }, { "SAF-01" = 1, "SAF-02" = "NS", "SAF-03" = 0 }]
unsettled = ["SAF-01"]
"""
        ).encode(),
        "s.toml",
    )
    sheets = example_sheets(standard.example[0], standard.checklist("long-term", children=True))
    assert [each.assessor for each in sheets] == ["A1", "A2"]
    assert sheets[0].levels == (2, NA, DECLINED, NS, NS, NS)
    assert sheets[1].levels == (1, NS, 0, NS, NS, NS)
    assert Notes.read(sheets[1].notes, {}).entries["SAF-01"].methods == ("document",)


def test_methods_by_id_reach_the_evidence_cap() -> None:
    """SAF-01 is a practice criterion: seen in documents alone it counts as 1, so 1.5 of 11 is lost."""
    example = """
[[example]]
title = "Only on paper"
all = 2
methods = { "SAF-01" = ["document"] }
percent = "86.36"
status = "conditional"
"""
    assert differing(example) == []


def test_the_examples_of_the_core_standard_hold() -> None:
    data = CORE.read_bytes()
    found = run_examples(read_standard(data, str(CORE)), score_shelter, places(data, "1.0.0.toml"))
    assert [f"{each.where} {each.message}" for each in found] == []
