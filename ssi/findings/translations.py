"""How far the translations of a standard are."""

from dataclasses import dataclass
from typing import NamedTuple


class Coverage(NamedTuple):
    """Of `all` texts of this kind `done` are translated."""

    kind: str
    done: int
    all: int


@dataclass(frozen=True, slots=True)
class TranslationState:
    """One translation: what is there by kind of text, how many texts are stale, how many faults and warnings the file
    has. `status` is empty where the file cannot be used."""

    language: str
    file: str
    status: str
    reviewed_by: str
    coverage: tuple[Coverage, ...]
    stale: int
    faults: int
    warnings: int


@dataclass(frozen=True, slots=True)
class TranslationsState:
    """All translations that lie beside one standard ("id version"), and its own language."""

    standard: str
    language: str
    translations: tuple[TranslationState, ...]
