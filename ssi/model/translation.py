"""A standard's texts in another language, and how any page asks for them.

Never decides a score: a translation holds texts by key and nothing else. A text that it lacks is said in the standard's
own language, visibly: `Said.language` tells which one it is, and `Said.draft` that nobody has confirmed it yet.

The key of a text: `title`, `scale.<value>.label`, `area.<id>.title`, and for a criterion `<id>.text`,
`<id>.anchors.<position, 0 = worst>`, `<id>.guidance`, `<id>.na_when`, `<id>.unit`.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import Field

from ssi.model.standard import Standard
from ssi.model.words import Frozen

TranslationStatus = Literal["draft", "reviewed", "official"]


class LevelTexts(Frozen):
    value: int
    label: str = ""


class AreaTexts(Frozen):
    id: str
    title: str = ""


class CriterionTexts(Frozen):
    id: str
    text: str = ""
    anchors: tuple[str, ...] = ()
    guidance: str = ""
    na_when: str = ""
    unit: str = ""


class Translation(Frozen):
    """A file `<version>.<language>.toml` beside its standard. `standard` is "id version", `standard_sha256` the bytes
    it was last made for; `of` holds for each key the fingerprint of the source text that was translated, so that one
    whose source has changed since is found ("stale"). `reviewed_by` names an office or a role, never a person."""

    format: Literal[1]
    standard: str
    standard_sha256: str = ""
    language: str
    status: TranslationStatus
    made_by: str = ""
    reviewed_by: str = ""
    title: str = ""
    scale: tuple[LevelTexts, ...] = ()
    area: tuple[AreaTexts, ...] = ()
    criterion: tuple[CriterionTexts, ...] = ()
    of: dict[str, str] = Field(default_factory=dict)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Key → text, those that say something; in the order of the file."""
        return {key: text for key, text in self._texts() if text.strip()}

    def _texts(self) -> Iterator[tuple[str, str]]:
        yield "title", self.title
        yield from ((f"scale.{each.value}.label", each.label) for each in self.scale)
        yield from ((f"area.{each.id}.title", each.title) for each in self.area)
        for each in self.criterion:
            yield from _of_criterion(each.id, each.text, each.anchors, each.guidance, each.na_when, each.unit)

    @property
    def draft(self) -> bool:
        return self.status == "draft"


def texts_of(standard: Standard) -> dict[str, str]:
    """Key → text of all that can be translated, in the standard's order; texts that are empty are left out."""
    found = {"title": standard.title}
    found |= {f"scale.{each.value}.label": each.label for each in standard.scale}
    for area in standard.area:
        found[f"area.{area.id}.title"] = area.title
        for each in area.criterion:
            unit = each.measure.unit if each.measure else ""
            found |= _of_criterion(each.id, each.text, each.anchors, each.guidance, each.na_when or "", unit)
    return {key: text for key, text in found.items() if text}


def _of_criterion(
    code: str, text: str, anchors: tuple[str, ...], guidance: str, na_when: str, unit: str
) -> Iterator[tuple[str, str]]:
    yield f"{code}.text", text
    yield from ((f"{code}.anchors.{at}", each) for at, each in enumerate(anchors))
    yield f"{code}.guidance", guidance
    yield f"{code}.na_when", na_when
    yield f"{code}.unit", unit


def fingerprint(text: str) -> str:
    """The first 12 hex digits of the sha256 of a source text (NFC): what `Translation.of` holds."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Said:
    """A text as a page shows it. `language` is that of `text`; `source` is the standard's own text where `text` is a
    translation that nobody has reviewed, so that it can stand beside it (else empty)."""

    text: str
    language: str
    draft: bool = False
    source: str = ""


@dataclass(frozen=True)
class Texts:
    """A standard's texts in one language; without a translation, in its own."""

    standard: Standard
    translation: Translation | None = None

    @property
    def language(self) -> str:
        return self.translation.language if self.translation else self.standard.language

    def __call__(self, key: str) -> Said:
        """The text of this key. KeyError where the standard has no such text."""
        own = self._own[key]
        other = self.translation.texts.get(key) if self.translation else None
        if self.translation is None or other is None:
            return Said(own, self.standard.language)
        draft = self.translation.draft or key in self.stale
        return Said(other, self.translation.language, draft, own if draft else "")

    def anchors(self, code: str) -> tuple[Said, ...]:
        """The level descriptions of a criterion, worst first."""
        return tuple(self(f"{code}.anchors.{at}") for at in range(len(self.standard.criterion(code).anchors)))

    @cached_property
    def stale(self) -> frozenset[str]:
        """Keys whose source text is no longer the one that was translated."""
        if self.translation is None:
            return frozenset()
        of = self.translation.of
        return frozenset(key for key, text in self._own.items() if key in of and of[key] != fingerprint(text))

    @cached_property
    def _own(self) -> Mapping[str, str]:
        return texts_of(self.standard)
