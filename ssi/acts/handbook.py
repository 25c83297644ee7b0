"""Finds what a handbook is made of: the standard, its translation and its adoption, which lie beside it.

Never writes. A language without a translation is a fault here: a handbook in English was not what was asked for.
"""

from dataclasses import dataclass
from pathlib import Path

from ssi.acts.adopted import adoption_of
from ssi.acts.standards import Chosen, choose
from ssi.errors import SsiError, fault
from ssi.model import Standard
from ssi.model.adoption import Adoption
from ssi.model.translation import Translation
from ssi.standards.translation import read_translation


@dataclass(frozen=True)
class Edition:
    """A standard with the translation to show and the adoption, each None where there is none."""

    standard: Standard
    translation: Translation | None
    adoption: Adoption | None

    @property
    def language(self) -> str:
        return self.translation.language if self.translation else self.standard.language


def edition(text: str, language: str = "") -> Edition:
    """The edition of `ID@VERSION`, an id or a file in this language, by default the standard's own.

    Faults: those of the three files, and `handbook-untranslated`.
    """
    chosen = choose(text)
    return Edition(chosen.standard, translation_of(chosen, language), adoption_of(chosen.path))


def translation_of(chosen: Chosen, language: str) -> Translation | None:
    """The translation beside the standard; None for the standard's own language."""
    if language in ("", chosen.standard.language):
        return None
    place = chosen.path.with_name(f"{chosen.path.stem}.{language}.toml")
    if not place.is_file():
        known = ", ".join([chosen.standard.language, *_languages(chosen.path)])
        raise SsiError(
            fault("handbook-untranslated", standard=chosen.standard, language=language, place=place.name, known=known)
        )
    return read_translation(place.read_bytes(), str(place), chosen.standard)


def _languages(standard: Path) -> list[str]:
    """The languages of the translations beside this file."""
    found = (each.name.removeprefix(f"{standard.stem}.").removesuffix(".toml") for each in _beside(standard))
    return sorted(each for each in found if each != "adoption")


def _beside(standard: Path) -> list[Path]:
    return list(standard.parent.glob(f"{standard.stem}.*.toml"))
