"""What can be seen to be wrong in a translated text: each check with a text that is wrong and one that is right."""

import unicodedata

import pytest
from babel import Locale

from ssi.standards.lint import CHECKS
from ssi.standards.lint.numbers import numbers_in
from ssi.standards.lint.text import Beside
from ssi.standards.lint.zawgyi import zawgyi

# The same words in Zawgyi and in Unicode.
BOTH = (
    ("ျမန္မာ", "မြန်မာ"),
    ("ေက်းဇူးတင္ပါတယ္", "ကျေးဇူးတင်ပါတယ်"),
    ("မဂၤလာပါ", "မင်္ဂလာပါ"),
    ("ႏိုင္ငံေတာ္", "နိုင်ငံတော်"),
    ("လူ႔အခြင့္အေရး", "လူ့အခွင့်အရေး"),
    ("စကားခ်ီး", "စကားချီး"),
)


def found(source: str, text: str, language: str = "km") -> list[str]:
    """The codes that the checks find."""
    beside = Beside(source, text, language)
    return [code.removeprefix("translation-") for check in CHECKS for code, _ in check(beside)]


@pytest.mark.parametrize(("zawgyi_text", "unicode_text"), BOTH)
def test_zawgyi_is_told_from_unicode(zawgyi_text: str, unicode_text: str) -> None:
    assert found("x", zawgyi_text, "my") == ["zawgyi"]
    assert found("x", unicodedata.normalize("NFC", unicode_text), "my") == []


@pytest.mark.parametrize("word", ["ယောက်ျား", "ကျွန်ုပ်", "ဩဂုတ်", "၎င်း", "ဥက္ကဋ္ဌ", "သမီး", "လျှောက်လွှာ", "ပြည့်စုံ"])
def test_unusual_words_of_burmese_are_no_zawgyi(word: str) -> None:
    assert found("x", unicodedata.normalize("NFC", word), "my") == []


def test_shan_and_karen_may_use_their_own_letters() -> None:
    assert not [*zawgyi(Beside("x", "တၢ်ကစီၣ်", "ksw"))]


@pytest.mark.parametrize("language", ["km", "lo", "my", "th", "vi", "zh"])
def test_the_names_in_the_locale_data_of_unicode_raise_no_false_alarm(language: str) -> None:
    """Thousands of texts that others translated: the only findings are numbers that do differ, and names that are the
    same in both languages."""
    english, other = Locale("en"), Locale(language)
    codes = set()
    for kind in ("territories", "languages", "currencies", "scripts"):
        for key, text in getattr(other, kind).items():
            source = getattr(english, kind).get(key)
            codes |= set(found(source, text, language)) if source else set()
    assert codes <= {"number-missing", "number-extra", "same"}


def test_the_locale_data_itself_has_years_that_differ_and_they_are_found() -> None:
    assert found("Angolan Kwanza (1977–1991)", "กวานซาแองโกลา (1977–1990)", "th") == ["number-missing"]


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("km", "សុវត្ថិភาพ", "សុវត្ថិភាព"),  # Thai letters in Khmer
        ("lo", "ความปลอดภัย", "ຄວາມປອດໄພ"),
        ("th", "ຄວາມປອດໄພ", "ความปลอดภัย"),
        ("my", "សុវត្ថិភាព", "ဘေးကင်းရေး"),
        ("zh", "安全です", "安全"),
        ("vi", "Аn toàn cho mọi người", "An toàn cho mọi người"),  # the first letter is Cyrillic
        ("km", "safety of residents", "សុវត្ថិភាព"),
    ],
)
def test_another_script_is_found(language: str, wrong: str, right: str) -> None:
    assert found("Safety", wrong, language) == ["script"]
    assert found("Safety", right, language) == []


@pytest.mark.parametrize("text", ["ផែនការ HIV និង SAF-04", "HIV", "3.5 m²", "កម្មវិធី WhatsApp", "TB/HIV 24 ម៉ោង", "ទំហំ A4"])
def test_abbreviations_ids_and_single_latin_words_may_stay(text: str) -> None:
    assert "script" not in found(text, text + " ", "km")
    assert "latin" not in found(text, text + " ", "km")


def test_a_piece_left_in_english_is_found() -> None:
    assert found("Fire drill each month", "ការហ្វឹកហាត់ each month for all staff") == ["latin"]


def test_vietnamese_without_marks_is_found() -> None:
    assert found("Staff are there day and night", "Nhan vien luon co mat ca ngay lan dem", "vi") == ["unmarked"]
    assert found("Staff are there day and night", "Nhân viên luôn có mặt cả ngày lẫn đêm", "vi") == []


def test_the_source_itself_is_found_where_it_has_words() -> None:
    assert found("A fence", "a  fence") == ["same"]
    assert found("HIV", "HIV") == []
    assert found("24/7", "24/7") == []


def test_text_that_is_not_nfc_is_found() -> None:
    text = "Nhân viên có mặt ngày và đêm"
    assert found("Staff", unicodedata.normalize("NFD", text), "vi") == ["not-nfc"]
    assert found("Staff", unicodedata.normalize("NFC", text), "vi") == []


@pytest.mark.parametrize("mark", ["\u202e", "\ufeff", "\u00ad", "\x07", "\ue000", "\ufffd", "\u17b4"])
def test_characters_that_nobody_sees_are_found(mark: str) -> None:
    assert "invisible" in found("Safety", f"សុវត្ថិ{mark}ភាព")


def test_a_zero_width_space_is_right_where_words_have_no_spaces() -> None:
    assert found("Safety", "សុវត្ថិ\u200bភាព") == []
    assert found("Safety", "An\u200btoàn", "vi") == ["invisible"]


@pytest.mark.parametrize("text", ["<b>ភាសា</b>", "ភាសា&nbsp;ខ្មែរ", "**ភាសា**", "ភាសា {name}"])
def test_markup_is_found(text: str) -> None:
    assert "markup" in found("Language", text)


def test_signs_that_are_no_markup_are_left() -> None:
    assert found("Fewer than 5 (< 5) & no more", "តិចជាង 5 (< 5) & មិនលើស") == []


@pytest.mark.parametrize(
    ("source", "text", "language", "expected"),
    [
        ("within 24 hours", "ក្នុងរយៈពេល ២៤ ម៉ោង", "km", []),  # local digits
        ("within 24 hours", "ក្នុងរយៈពេល 48 ម៉ោង", "km", ["number-missing"]),  # another threshold
        ("within 24 hours", "ក្នុងមួយថ្ងៃ", "km", ["number-missing"]),
        ("two staff", "បុគ្គលិក 2 នាក់", "km", []),  # a word in the source, a digit in the translation
        ("two staff", "បុគ្គលិក 3 នាក់", "km", ["number-extra"]),
        ("2 exits", "hai lối thoát", "vi", []),  # a digit in the source, a word in the translation
        ("2 exits", "3 lối thoát", "vi", ["number-missing"]),  # and another digit in its place
        ("2 exits", "hai lối thoát, 3 cửa", "vi", ["number-missing"]),
        ("3.5 m² a person", "3,5 m² mỗi người", "vi", []),  # decimal comma
        ("3.5 m² a person", "35 m² mỗi người", "vi", ["number-missing"]),
        ("1,500 shelters", "1.500 cơ sở", "vi", []),  # thousands
        ("1,500 shelters", "1500 个庇护所", "zh", []),
        ("80 percent of files", "文件的80%", "zh", []),
        ("half of the files", "50% hồ sơ", "vi", []),
        ("at least 5, at most 5", "ít nhất và nhiều nhất 5", "vi", ["number-extra"]),  # said once instead of twice
        ("open day and night", "mở cửa 24 giờ", "vi", []),
        ("see SAF-04", "xem SAF-04", "vi", []),
        ("nobody", "០ នាក់", "km", []),
    ],
)
def test_numbers(source: str, text: str, language: str, expected: list[str]) -> None:
    assert found(source, text, language) == expected


def test_what_counts_as_a_number() -> None:
    assert numbers_in("១.៥០០ and 3,50 and 007 and m2, A4, SAF-04") == {"1500": 1, "3.5": 1, "7": 1}
    assert numbers_in("1,2,3") == {"1": 1, "2": 1, "3": 1}
    assert numbers_in("24/7 on 2026-03-09") == {"24": 1, "7": 1, "2026": 1, "3": 1, "9": 1}
