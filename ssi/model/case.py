"""A practice case: a described shelter with the levels that a careful team would give it, and why.

Never describes a real place or a resident: a case tells what visitors saw, were told and read, and it is invented.
"""

from typing import Literal

from pydantic import Field

from ssi.model.words import SCORE_WORDS, Frozen, Kind, Method

_SCORES = {word: score for score, word in SCORE_WORDS.items()}


class Observation(Frozen):
    """What the visitors found out about one criterion, its reference level as the file writes it (a level of the
    scale, NA, NS or NS declined), and the reason. `methods` = how it was found; empty where nothing could be seen."""

    criterion: str
    methods: tuple[Method, ...] = ()
    text: str
    level: int | Literal["NA", "NS", "NS declined"]
    why: str

    @property
    def score(self) -> int:
        """The reference level as a score of the model."""
        return _SCORES[self.level] if isinstance(self.level, str) else self.level


class Case(Frozen):
    """A case file. `standard` is "id version"; `sha256` that of its bytes, where the author wants to hold to them.
    Read by `ssi.training.reading`, which names every fault with its line."""

    format: Literal[1]
    id: str
    title: str
    standard: str
    sha256: str = ""
    language: str = "en"
    kind: Kind
    children: Literal["yes", "no"] = "no"
    story: tuple[str, ...]
    observation: tuple[Observation, ...] = Field(min_length=1)
