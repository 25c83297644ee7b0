"""What in a note may lead to a person or a place: telephone numbers, e-mail, long numbers, coordinates, addresses, and
the words that the programme keeps.

Never stops a note: a hit is a warning that a person confirms or rewords. No pattern finds every name, in Khmer least of
all, so the prompt says that too. The words for streets and houses only count with a number near them: "the road is
noisy" leads nobody anywhere, "road 271" does.
"""

import re
from collections.abc import Iterator

from ssi.checklists.kept_words import KeptWords
from ssi.errors import Fault, fault

_EMAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+")
_LONG_NUMBER = re.compile(r"\d{7,}")
_GROUPS = re.compile(r"\+?\d{2,}(?:[ .\-/]\d{2,})+")  # a number in groups, as telephones are written everywhere
_TELEPHONE = 9  # digits at least: more than a date has
_YEARS = re.compile(r"(?:(?:19|20)\d\d[ .\-/]?)+")
_COORDINATES = (
    re.compile(r"[-+]?\d{1,3}[.,]\d{3,}\s*°?\s*[NSns]?\s*[,;/ ]\s*[EWew]?\s*[-+]?\d{1,3}[.,]\d{3,}"),
    re.compile(r"\d{1,3}\s*°\s*\d{1,2}(\s*['′’]|[.,]\d)"),
    re.compile(r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b"),  # plus code
)
_ENGLISH = (
    r"\b(?:(?:street|road|avenue|boulevard|lane|alley|quay|highway|house no|apartment|soi|moo|sangkat|khan)\b"
    r"|(?:st|rd|ave|blvd)\.)"
)
_LOCAL = "|".join(
    (
        r"\b(?:đường|phố|ngõ|ngách|hẻm|số nhà|phường|quận|thôn)\b",
        "路|街|巷|弄|号|號",
        "ផ្លូវ|ផ្ទះលេខ|ភូមិ|សង្កាត់|ខណ្ឌ",
        "ຖະໜົນ|ຮ່ອມ|ເຮືອນເລກທີ|ບ້ານ",
        "လမ်း|အိမ်အမှတ်|ရပ်ကွက်|မြို့နယ်",
        "ถนน|ซอย|บ้านเลขที่|หมู่ที่|ตำบล|แขวง",
    )
)
_ADDRESSES = (
    re.compile(rf"{_ENGLISH}[^\d\n]{{0,6}}\d+|\d+[^\d\n.;]{{0,16}}{_ENGLISH}", re.IGNORECASE),
    re.compile(rf"(?:{_LOCAL})[^\d\n.;]{{0,14}}\d+|\d+[^\d\n.;]{{0,8}}(?:{_LOCAL})", re.IGNORECASE),
)


def check_note(text: str, region: str, kept: KeptWords = KeptWords()) -> tuple[Fault, ...]:  # noqa: B008 - frozen
    """Warnings for what in this note may identify someone. `region` = the country's code (KH, VN …), by which national
    telephone numbers are known; `kept` = the programme's own list. Digits of any script count."""
    return (
        *(fault("note-email", found=each) for each in _found(_EMAIL, text)),
        *_numbers(text, region),
        *(fault("note-place", found=each) for pattern in _COORDINATES for each in _found(pattern, text)),
        *(fault("note-address", found=each) for pattern in _ADDRESSES for each in _found(pattern, text)),
        *(fault("note-word", found=each) for each in kept.found(text)),
    )


def _like_a_telephone(groups: str) -> bool:
    """A number in groups with as many digits as a telephone's: of a neighbouring country, or of one that the library
    does not know. Years in a row are none."""
    return sum(each.isdecimal() for each in groups) >= _TELEPHONE and not _YEARS.fullmatch(groups)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (each[0] for each in pattern.finditer(text))


def _numbers(text: str, region: str) -> Iterator[Fault]:
    """Telephone numbers; then long numbers that are none. The library is loaded only where there are digits enough."""
    if sum(each.isdecimal() for each in text) < 6:
        return
    from phonenumbers import PhoneNumberMatcher

    known = [each.raw_string for each in PhoneNumberMatcher(text, region.upper() or None)]
    others = [each for each in _found(_GROUPS, text) if _like_a_telephone(each)]
    phones = [*known, *(each for each in others if not any(each in one or one in each for one in known))]
    yield from (fault("note-phone", found=each) for each in phones)
    for each in _found(_LONG_NUMBER, text):
        if not any(each in phone for phone in phones):
            yield fault("note-digits", found=each)
