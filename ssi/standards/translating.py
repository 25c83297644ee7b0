"""What becomes of the texts that translators hand in: put in order, in NFC, each with the source text it was made of.

Never judges a text (`ssi.standards.lint` does) and never reads or writes a file. `of` is what makes a translation
outlive its version: a text is good as long as the fingerprint of its source is the one it was made of. A fingerprint
that is empty was of no text: somebody marked it to be looked at again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ssi.checklists.readers.rows import clean
from ssi.errors import Where
from ssi.model import Standard, Translation, fingerprint, texts_of

LOOK_AGAIN = ""  # in `of`: this text is to be looked at again, whatever its source


@dataclass(frozen=True, slots=True)
class HandedText:
    """One text: the source text that the translator saw, the translation, and whether it is to be looked at again."""

    source: str
    text: str
    look_again: bool = False


@dataclass(frozen=True, slots=True)
class Handed:
    """What a workbook or a PO file holds. `standard` is "id version"; `places` says where each key stands; `made_by`
    who or what made the translation that went out."""

    standard: str
    language: str
    texts: Mapping[str, HandedText]
    places: Mapping[str, Where] = field(default_factory=dict)
    made_by: str = ""


def merged(handed: Handed, standard: Standard, before: Translation | None = None) -> Translation:
    """What was handed in, laid over the translation there was before: a key that is not in it stays as it was, one
    that was emptied goes."""
    own = texts_of(standard)
    texts = dict(before.texts) if before else {}
    of = dict(before.of) if before else {}
    for key, each in handed.texts.items():
        texts[key] = each.text
        source = own.get(key, "")
        seen = source if clean(each.source) == clean(source) else each.source
        of[key] = fingerprint(seen)
        if each.look_again:
            known = before.of.get(key, LOOK_AGAIN) if before else LOOK_AGAIN
            of[key] = known if known != fingerprint(source) else LOOK_AGAIN
    head = {"status": "draft", "made_by": handed.made_by}
    if before:
        head = before.model_dump(include={"status", "made_by", "reviewed_by"})
        head["made_by"] = head["made_by"] or handed.made_by
    return arranged(standard, handed.language, texts, of, **head)


def without_base(translation: Translation, base: Translation | None, standard: Standard) -> Translation:
    """The translation without texts that are the base's own, of a source text that is the base's too: it says them
    already. One that is to be looked at again stays."""
    own = texts_of(standard)
    said = base.texts if base else {}
    same = {key for key, text in translation.texts.items() if said.get(key) == text}
    same = {key for key in same if translation.of.get(key) == fingerprint(own[key])}
    texts = {key: text for key, text in translation.texts.items() if key not in same}
    head = translation.model_dump(include={"status", "made_by", "reviewed_by"})
    return arranged(standard, translation.language, texts, translation.of, **head) if same else translation


def completed(translation: Translation, standard: Standard, sources: Mapping[str, str]) -> Translation:
    """The translation made to serve this standard: texts that it does not have are left out, and where the file does
    not say of which source a text was made, it was `sources`: those of the version that it names."""
    of = {
        key: translation.of.get(key, fingerprint(sources[key]) if key in sources else LOOK_AGAIN)
        for key in translation.texts
    }
    head = translation.model_dump(include={"status", "made_by", "reviewed_by"})
    return arranged(standard, translation.language, translation.texts, of, **head)


def placed(translation: Translation, standard: Standard) -> Translation:
    """The translation put in order as a workbook brings it back. Where the file does not say of which source a text was
    made, it is the present one if the file was made for these very bytes; else somebody must look at it again."""
    same = translation.standard_sha256 == standard.sha256
    return completed(translation, standard, texts_of(standard) if same else {})


def arranged(
    standard: Standard, language: str, texts: Mapping[str, str], of: Mapping[str, str], **head: Any
) -> Translation:
    """A translation of this standard with these texts, cleaned, in the standard's order; what it has no key for goes.
    `head`: status, made_by, reviewed_by."""
    own = texts_of(standard)
    said = {key: clean(texts.get(key, "")) for key in own}
    criteria = [_criterion(each.id, len(each.anchors), said) for each in standard.criteria]
    return Translation.model_validate(
        {
            "format": 1,
            "standard": str(standard),
            "standard_sha256": standard.sha256,
            "language": language,
            **head,
            "title": said["title"],
            "scale": [
                {"value": each.value, "label": label}
                for each in standard.scale
                if (label := said.get(f"scale.{each.value}.label", ""))
            ],
            "area": [
                {"id": each.id, "title": title}
                for each in standard.area
                if (title := said.get(f"area.{each.id}.title", ""))
            ],
            "criterion": [each for each in criteria if len(each) > 1],
            "of": {key: of[key] for key, text in said.items() if text and key in of},
        }
    )


def _criterion(code: str, levels: int, said: Mapping[str, str]) -> dict[str, Any]:
    """Its texts that say something; level descriptions are all there, or none."""
    found: dict[str, Any] = {
        key: text for key in ("text", "guidance", "na_when", "unit") if (text := said.get(f"{code}.{key}", ""))
    }
    anchors = [said.get(f"{code}.anchors.{at}", "") for at in range(levels)]
    return {"id": code, **found, **({"anchors": anchors} if any(anchors) else {})}
