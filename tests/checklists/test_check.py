"""One entry against the checklist, what a value proposes, counts of interviews, and what a note may give away."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi.checklists.check import check_entry, check_interviews, measured, proposed_level
from ssi.checklists.notes import check_note
from ssi.model import DECLINED, NA, NS, Entry, Measure
from tests.making import SMALL, standard

STANDARD = standard(
    SMALL.replace(
        'text = "A drill"',
        'text = "A drill", measure = { unit = "drills a year", better = "more", cuts = ["1", "2.5"] }',
    )
)
HERE = STANDARD.checklist("long-term", children=False)


@pytest.mark.parametrize(
    ("entry", "agreed", "codes"),
    [
        (Entry("SAF-01", 2), None, []),
        (Entry("SAF-01", NS), None, []),
        (Entry("SAF-01", DECLINED), None, []),
        (Entry("SAF-02", NA, note="no ground floor"), None, []),
        (Entry("SAF-02", NA, note=" "), None, ["na-without-reason"]),
        (Entry("SAF-01", NA, note="why"), None, ["na-refused"]),
        (Entry("SAF-10", 2), None, ["unknown-criterion"]),
        (Entry("CHD-01", 2), None, ["criterion-not-here"]),
        (Entry("SAF-01", 3), None, ["score-unknown"]),
        (Entry("SAF-01", -4), None, ["score-unknown"]),
        (Entry("SAF-01", 2, value="3"), None, ["value-without-measure"]),
        (Entry("SAF-03", 2, value="3,5"), None, ["value-not-number"]),
        (Entry("SAF-03", 7, value="many"), None, ["score-unknown", "value-not-number"]),
        (Entry("RGT-01", 0, ("resident",), "said so"), 4, ["few-residents-note"]),
        (Entry("RGT-01", 0, ("resident",), "said so"), 5, []),
        (Entry("RGT-01", 0, ("resident",), "said so"), None, []),
        (Entry("RGT-01", 0, ("resident",)), 0, []),
        (Entry("RGT-01", 0, ("document",), "it says so"), 0, []),
    ],
)
def test_an_entry_is_checked(entry: Entry, agreed: int | None, codes: list[str]) -> None:
    assert [each.code for each in check_entry(HERE, entry, agreed)] == codes


def test_an_unknown_criterion_has_a_neighbour() -> None:
    assert "Did you mean SAF-0" in check_entry(HERE, Entry("SAF-10", 2), None)[0].message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", Decimal(12)),
        ("3.5", Decimal("3.5")),
        ("0", Decimal(0)),
        *((each, None) for each in ("", "-1", ".5", "5.", "1e9", "1.2.3", "12 m", "³", "9" * 99)),
    ],
)
def test_a_measured_value_is_plain(text: str, value: Decimal | None) -> None:
    assert measured(text) == value


@pytest.mark.parametrize(("value", "level"), [("0", 0), ("0.99", 0), ("1", 1), ("2.4", 1), ("2.5", 2), ("9", 2)])
def test_a_value_proposes_a_level_and_a_cut_itself_is_reached(value: str, level: int) -> None:
    assert proposed_level(STANDARD.criterion("SAF-03"), Decimal(value), STANDARD) == level


@given(st.fractions(0, 40), st.lists(st.integers(0, 30), min_size=2, max_size=2, unique=True))
def test_fewer_is_never_worse_where_less_is_better(value: Fraction, cuts: list[int]) -> None:
    """Against the plain reading of the rule: level 2 up to the stricter cut, level 1 up to the looser, else 0."""
    strict, loose = sorted(cuts)
    measure = Measure(unit="x", better="less", cuts=(Fraction(loose), Fraction(strict)))
    criterion = STANDARD.criterion("SAF-03").model_copy(update={"measure": measure})
    expected = 2 if value <= strict else 1 if value <= loose else 0
    assert proposed_level(criterion, value, STANDARD) == expected


@pytest.mark.parametrize(
    ("counts", "codes"),
    [
        ((5, 3, 2), []),
        ((5, 1, 1), []),
        ((0, 0, 0), []),
        ((5, 3, 3), ["interviews-sum"]),
        ((-1, 0, 0), ["interviews-form"]),
    ],
)
def test_interviews_add_up(counts: tuple[int, int, int], codes: list[str]) -> None:
    assert [each.code for each in check_interviews(*counts)] == codes


@pytest.mark.parametrize(
    ("text", "region", "code"),
    [
        ("call 012 345 678", "KH", "note-phone"),
        ("ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨", "KH", "note-phone"),
        ("0912.345.678", "vn", "note-phone"),
        ("+84 912 345 678", "", "note-phone"),
        ("write to someone@example.org", "KH", "note-email"),
        ("card 123456789012", "KH", "note-digits"),
        ("บัตร ๑๒๓๔๕๖๗๘๙๐๑๒๓", "TH", "note-digits"),
        ("11.5564, 104.9282", "KH", "note-place"),
        ("11°33'23\" N", "KH", "note-place"),
        ("7P28HWG9+HG", "KH", "note-place"),
        ("near road 271", "KH", "note-address"),
        ("12 Example Street", "VN", "note-address"),
        ("ផ្លូវ ២៧១", "KH", "note-address"),
        ("số nhà 12", "VN", "note-address"),
        ("目标路12号", "CN", "note-address"),
        ("ถนนตัวอย่าง 12", "TH", "note-address"),
        ("ຖະໜົນ 12", "LA", "note-address"),
        ("လမ်း ၁၂", "MM", "note-address"),
    ],
)
def test_a_note_that_may_lead_to_somebody_is_a_warning(text: str, region: str, code: str) -> None:
    found = check_note(text, region)
    assert code in [each.code for each in found]
    assert all(each.warning for each in found)


@pytest.mark.parametrize(
    "text",
    ["", "the road is noisy", "3 of 5 files seen", "drills on 2026-03-01 and 2026-04-02", "12 beds, 2 toilets, 2 exits",
     "បន្ទប់ ៣ គ្រែ ១២", "open from 8:00 to 17:30", "5.5 m2 a person"],
)  # fmt: skip
def test_an_ordinary_note_is_left_alone(text: str) -> None:
    assert check_note(text, "KH") == ()


@given(st.text(max_size=60))
def test_no_note_is_too_odd(text: str) -> None:
    assert all(each.warning and each.message for each in check_note(text, "KH"))
