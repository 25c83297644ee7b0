"""The numbers of a translation against those of its source: a threshold that changed on the way changes scores.

Never reads units and never converts. A number of the source that is nowhere in the translation is a fault; a number
too many, or said another number of times, is a warning. "two" and 2 are the same number: English number words excuse a
digit in the translation, and the number words of the translation's language a missing digit, as long as no other
digit stands in its place.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ssi.standards.lint.text import Beside, Found
from ssi.words import plain_digits

_NUMBER = re.compile(r"(?<![A-Za-z0-9])(?<![A-Za-z][.-])[0-9]+(?:[.,\u00a0\u202f][0-9]+)*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*")
_ENGLISH: Mapping[str, str] = {
    word: number
    for number, words in {
        "0": "no none nobody nothing never zero",
        "1": "a an one once each every per single first",
        "2": "two twice both second pair half",
        "3": "three third",
        "4": "four fourth quarter",
        "5": "five",
        "6": "six",
        "7": "seven week weekly",
        "8": "eight",
        "9": "nine",
        "10": "ten",
        "11": "eleven",
        "12": "twelve year yearly annual dozen",
        "15": "fifteen",
        "20": "twenty",
        "24": "day daily",
        "30": "thirty month monthly",
        "50": "fifty half",
        "100": "hundred all",
    }.items()
    for word in words.split()
}
_SPELLED: Mapping[str, str] = {  # the words for 1, 2, 3 … 10
    "km": "មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន ដប់",
    "lo": "ໜຶ່ງ ສອງ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ ສິບ",
    "my": "တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ် ရှစ် ကိုး ဆယ်",
    "th": "หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ",
    "vi": "một hai ba bốn năm sáu bảy tám chín mười",
    "zh": "一 两 三 四 五 六 七 八 九 十",
}


def numbers(beside: Beside) -> Iterator[Found]:
    """Numbers that are missing, and those that are too many."""
    source, text = numbers_in(beside.source), numbers_in(beside.text)
    extra = [each for each in text if each not in source and each not in _worded(beside)]
    gone = [each for each in source if each not in text]
    if not extra:
        gone = [each for each in gone if not _spelled(each, beside)]
    if gone:
        yield "translation-number-missing", {"numbers": ", ".join(gone), "source": beside.source}
        return
    uneven = [each for each in source if source[each] != text[each] and each in text and each not in _worded(beside)]
    if extra or uneven:
        yield "translation-number-extra", {"numbers": ", ".join((*extra, *uneven)), "source": beside.source}


def numbers_in(text: str) -> Counter[str]:
    """Every number written in digits, of whatever script, as 0 to 9 with a point: `១.៥០០` → `1500`, `3,5` → `3.5`.
    A digit that belongs to a Latin letter is none (m2, A4), nor are those of an id."""
    return Counter(_plain(each) for found in _NUMBER.findall(plain_digits(text)) for each in _split(found))


def _split(found: str) -> list[str]:
    """Digits with separators as one number, or as several where it can be none: `1,2,3`."""
    if found.isdecimal() or _GROUPED.fullmatch(found):
        return [found]
    parts = re.split(r"[\u00a0\u202f]", found)
    return [one for each in parts for one in ([each] if len(re.findall(r"[.,]", each)) < 2 else re.split("[.,]", each))]


def _plain(number: str) -> str:
    if _GROUPED.fullmatch(number):
        number = re.sub(r"\D", "", number)
    number = number.replace(",", ".")
    whole, point, decimals = number.partition(".")
    return (whole.lstrip("0") or "0") + (point + decimals.rstrip("0") if decimals.strip("0") else "")


def _worded(beside: Beside) -> set[str]:
    """The numbers that the words of an English source stand for."""
    if beside.source_language != "en":
        return set()
    return {_ENGLISH[each] for each in re.findall("[a-z]+", beside.source.casefold()) if each in _ENGLISH}


def _spelled(number: str, beside: Beside) -> bool:
    words = _SPELLED.get(beside.main, "").split()
    return number.isdecimal() and 0 < int(number) <= len(words) and words[int(number) - 1] in beside.text
