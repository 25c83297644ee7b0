"""One translated text beside its source: what a check looks at, and what it gives back.

Never knows a file or a key.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Found = tuple[str, Mapping[str, object]]  # a code of the catalogue and the values that fill its words


@dataclass(frozen=True, slots=True)
class Beside:
    """The source text in `source_language`, and `text` which is to say the same in `language`."""

    source: str
    text: str
    language: str
    source_language: str = "en"

    @property
    def main(self) -> str:
        """The language without its region or script: `zh-Hant` → `zh`."""
        return self.language.partition("-")[0]
