"""A Translation as the TOML text that is kept beside its standard: always the same bytes for the same translation.

Never leaves anything out that the file says, except remarks: the head is written anew, because it tells what the
status is. Reading the text back gives an equal translation.
"""

import json
from collections.abc import Iterator, Sequence

from ssi.model import CriterionTexts, Frozen, Translation
from ssi.words import KNOWN_LANGUAGES

_HEADS = {
    "draft": "A draft: nobody who works in a shelter has confirmed it. Never score from it without the source text.",
    "reviewed": "Reviewed by the office named below.",
    "official": "Official: this text may be used instead of the source text.",
}


def translation_toml(translation: Translation) -> bytes:
    """The whole file, UTF-8."""
    return ("\n".join(_lines(translation)) + "\n").encode()


def _lines(translation: Translation) -> Iterator[str]:
    language = KNOWN_LANGUAGES.get(translation.language) or _plain(translation.language)
    yield f"# {_plain(translation.standard)} in {language}. {_HEADS[translation.status]}"
    yield ""
    yield "format = 1"
    for key in ("standard", "standard_sha256", "language", "status", "made_by", "reviewed_by", "title"):
        value = getattr(translation, key)
        if value or key in ("standard", "language"):
            yield f"{key} = {quoted(value)}"
    for level in translation.scale:
        yield from ("", "[[scale]]", f"value = {level.value}", *_given(level, ("label",)))
    for area in translation.area:
        yield from ("", "[[area]]", f"id = {quoted(area.id)}", *_given(area, ("title",)))
    for each in translation.criterion:
        yield from _criterion(each)
    if translation.of:
        yield from ("", "# Of which source text each was made: the first 12 digits of its sha256.", "[of]")
        yield from (f"{quoted(key)} = {quoted(of)}" for key, of in translation.of.items())


def _criterion(each: CriterionTexts) -> Iterator[str]:
    yield from ("", "[[criterion]]", f"id = {quoted(each.id)}", *_given(each, ("text",)))
    if each.anchors:
        yield from ("anchors = [", *(f"  {quoted(anchor)}," for anchor in each.anchors), "]")
    yield from _given(each, ("guidance", "na_when", "unit"))


def _given(table: Frozen, keys: Sequence[str]) -> list[str]:
    return [f"{key} = {quoted(value)}" for key in keys if (value := getattr(table, key))]


def quoted(text: str) -> str:
    """A basic string of TOML: JSON's, and DEL escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(text: str) -> str:
    """A text that may stand in a remark."""
    return "".join(each if each.isprintable() else " " for each in text)
