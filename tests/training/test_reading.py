"""A case file: what is read, and every fault with its line."""

import pytest

from ssi.errors import Fault, SsiError, fault
from ssi.model import NA, NS, Standard
from ssi.training.reading import check_case, is_case, read_case
from tests.training.describing import CASE, SIX, case, find, observation, six


def faults(data: bytes, name: str = "house.toml") -> list[Fault]:
    return [each for each in check_case(data, name, find)[1] if each.code != "case-size"]


def codes(data: bytes) -> list[tuple[str, int | None]]:
    return [(each.code, each.where.line) for each in faults(data)]


def test_a_good_case_is_read_in_its_own_order() -> None:
    practice = read_case(six(), "house.toml", find)
    assert [each.id for each in practice.checklist.criteria] == list(SIX)
    assert [each.score for each in practice.case.observation] == [2, NA, 0, 1, NS, 2]
    assert practice.observation("RGT-02").why == "It is so."


def test_every_fault_is_named_at_once_with_its_line() -> None:
    data = case(
        observation("SAF-1"),
        observation("SAF-02", 7),
        observation("SAF-03", "NA"),
        observation("CHD-01"),
        observation("RGT-01").replace('why = "It is so."\n', ""),
        observation("RGT-02", why=" "),
        observation("SAF-01", "2"),
        observation("SAF-01", methods='["look"]'),
        head=CASE.replace("long-term", "long") + "colour = 1\n",
    )
    found = codes(data)
    assert ("unknown-word", 5) in found and ("unknown-key", 7) in found
    assert ("missing-key", 32) in found
    assert ("text-empty", 42) in found and ("wrong-type", 47) in found
    assert ("case-criterion-twice", 50) in found and ("unknown-word", 51) in found
    assert not any(code == "unknown-criterion" for code, _ in found), "without a known kind there is no checklist"
    again = codes(data.replace(b'"long"', b'"long-term"'))
    assert [each for each in again if each not in found] == [
        ("unknown-criterion", 9),
        ("score-unknown", 18),
        ("na-refused", 24),
        ("criterion-not-here", 27),
    ]


def test_did_you_mean() -> None:
    (one,) = faults(case(observation("SAF-1")))
    assert "Did you mean SAF-01?" in one.message


@pytest.mark.parametrize(
    ("methods", "level", "refused"),
    [
        ('["document"]', 2, True),
        ('["document"]', 1, False),
        ('["document"]', "NS", False),
        ('["document", "staff"]', 2, False),
        ("[]", 2, False),
    ],
)
def test_a_case_cannot_teach_another_rule_on_documents(methods: str, level: int | str, refused: bool) -> None:
    """RGT-02 is about practice; SAF-03 is not."""
    found = codes(case(observation("RGT-02", level, methods)))
    assert [code for code, _ in found] == (["case-cap"] if refused else [])
    assert codes(case(observation("SAF-03", level, methods))) == []


def test_words_that_may_lead_to_somebody_are_a_warning() -> None:
    data = case(observation("SAF-01", why="Ask a.b@example.org."))
    (one,) = faults(data)
    assert (one.code, one.where.line, one.warning) == ("case-private", 12, True)
    assert read_case(data, "house.toml", find)


def test_twenty_to_thirty_criteria() -> None:
    sized = [each.code for each in check_case(six(), "house.toml", find)[1]]
    assert sized == ["case-size"]


def test_another_version_and_other_bytes_of_the_standard() -> None:
    def nowhere(named: str) -> Standard:
        raise SsiError(fault("unknown-version", standard="small", version="9.0.0", known="1.0.0"))

    (one, _) = check_case(case(observation("SAF-01")), "house.toml", nowhere)[1]
    assert (one.code, one.where.line) == ("case-standard", 4)
    assert "1.0.0" in one.message or "9.0.0" in one.message
    other = CASE.replace("kind", f'sha256 = "{"0" * 64}"\nkind')
    assert codes(case(observation("SAF-01"), head=other)) == [("case-standard-differs", 5)]


def test_the_id_is_the_name_of_the_file() -> None:
    assert [each.code for each in faults(six(), "other.toml")] == ["case-misnamed"]


def test_what_is_no_toml_is_named_alone() -> None:
    practice, found = check_case(b'story = ["x"\n[[observation]]\n', "house.toml", find)
    assert practice is None and {each.code for each in found} == {"toml-syntax"}


@pytest.mark.parametrize(
    "broken", [b"observation = 3\n", b"observation = [1, 2]\n", b'story = "one"\n', b"format = 2\n"]
)
def test_a_value_of_any_kind_is_named_and_never_a_crash(broken: bytes) -> None:
    practice, found = check_case(broken, "house.toml", find)
    assert practice is None and any(not each.warning for each in found)


def test_a_case_is_told_from_a_standard_even_where_it_is_broken() -> None:
    assert is_case(six()) and is_case(b'story = "\n') and is_case(b"  [[ observation ]]\n[[")
    assert not is_case(b'id = "x"\n[[area]]\ntitle = "story = 1"\n# [[observation]]\n')
