"""The list of words that a programme keeps: found as a person reads, in every script, however it was typed."""

import unicodedata

import pytest

from ssi.checklists.kept_words import read_kept
from ssi.checklists.notes import check_note

LIST = """\
\ufeff# people of the house, and places near it
Sok Dara
Nguyễn Thị Lan   # the cook
សុខា
ດາລາ
မြင့်မြင့်
สมชาย
王小明
Ann
AB-1234

""".encode()
KEPT = read_kept(LIST, "words.txt")


def found(text: str) -> list[str]:
    return [each.values["found"] for each in check_note(text, "KH", KEPT) if each.code == "note-word"]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("told by SOK DARA.", "sok dara"),
        ("Sok\u00a0 Dara's door", "sok dara"),
        ("ＳＯＫ　ＤＡＲＡ", "sok dara"),
        ("sokdara opened", "sok dara"),
        ("bà " + unicodedata.normalize("NFD", "Nguyễn Thị Lan") + " nấu", "nguyễn thị lan"),
        ("NGUYỄN THỊ LAN", "nguyễn thị lan"),
        ("បានឃើញសុខានៅទ្វារ", "សុខា"),
        ("បានឃើញសុ\u200bខានៅទ្វារ", "សុខា"),
        ("ຖາມດາລາແລ້ວ", "ດາລາ"),
        ("ဒေါ်မြင့်မြင့်ကပြောသည်", "မြင့်မြင့်"),
        ("คุณสมชายบอก", "สมชาย"),
        ("听王小明说", "王小明"),
        ("នៅជាមួយAnnនៅទ្វារ", "ann"),
        ("see AB-1234", "ab-1234"),
    ],
)
def test_a_word_of_the_list_is_found(text: str, word: str) -> None:
    assert found(text) == [word] or [each.replace(" ", "") for each in found(text)] == [word.replace(" ", "")]


@pytest.mark.parametrize(
    "text", ["planning", "Annex and annual", "Sok and Dara", "the cook", "people of the house", ""]
)
def test_a_part_of_a_word_is_not_the_word_in_scripts_with_spaces(text: str) -> None:
    assert found(text) == []


def test_a_hit_is_a_warning_that_shows_the_word_once() -> None:
    (hit,) = check_note("Ann told Ann and ann", "KH", KEPT)
    assert hit.warning and "ann" in hit.message and "confirm" in hit.advice


def test_lines_that_cannot_be_used_are_named_and_the_others_hold() -> None:
    kept = read_kept("# fine\nX\nលា\n១២៣\nDara\n".encode() + b"\xff\xfe\n", "words.txt")
    assert [(each.code, each.where.line) for each in kept.faults] == [
        ("kept-word-short", 2),
        ("kept-word-short", 3),  # one letter and a vowel
        ("kept-word-short", 4),
        ("file-not-text", 6),
    ]
    assert kept.words == ("dara",)


def test_no_list_finds_nothing() -> None:
    assert read_kept(b"", "words.txt").found("Sok Dara") == ()


@pytest.mark.parametrize("text", ["11.5621, 104.888", "11.5621N 104.888E", "N 11.5621 E 104.888", "n11.5621;e104.888"])
def test_a_place_is_found_with_the_letters_before_or_behind(text: str) -> None:
    assert [each.code for each in check_note(f"near {text}, at the gate", "KH")] == ["note-place"]
