"""Finds what a handbook is made of: the standard, its translation and its adoption.

Never writes. A language without a translation is a fault here: a handbook in English was not what was asked for.
"""

from dataclasses import dataclass

from ssi.acts.adopted import adoption_of
from ssi.acts.standards import Chosen
from ssi.acts.translations import languages, texts_here
from ssi.errors import SsiError, fault
from ssi.model import Standard
from ssi.model.adoption import Adoption
from ssi.model.translation import Translation


@dataclass(frozen=True)
class Edition:
    """A standard with the translation to show and the adoption, each None where there is none."""

    standard: Standard
    translation: Translation | None
    adoption: Adoption | None

    @property
    def language(self) -> str:
        return self.translation.language if self.translation else self.standard.language


def edition(chosen: Chosen, language: str = "") -> Edition:
    """The edition of a standard in this language, by default its own.

    Faults: those of the translation and the adoption, and `handbook-untranslated`.
    """
    return Edition(chosen.standard, _translation(chosen, language), adoption_of(chosen.path))


def _translation(chosen: Chosen, language: str) -> Translation | None:
    """The translation to show; None for the standard's own language."""
    standard, found = chosen.standard, texts_here(chosen, language).translation
    if found is None and language not in ("", standard.language):
        place, known = f"{chosen.path.stem}.{language}.toml", ", ".join(languages(chosen))
        raise SsiError(fault("handbook-untranslated", standard=standard, language=language, place=place, known=known))
    return found
