"""Which language a person is spoken to in: `--lang`, else SSI_LANG, else the programme's, else English.

Never fails: whoever mistyped a folder or a setting is told so, and in English at the worst.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ssi.errors import SsiError
from ssi.words import Words


def words_here(lang: str = "", programme: str = "") -> Words:
    """The words for a command that was given these options, each of which may be empty."""
    return Words(lang or os.environ.get("SSI_LANG", "") or _of_programme(programme))


def words_asked() -> Words:
    """The words for what is said of a command that could not be carried out: its options are read as they were typed,
    because it may have ended before it understood them itself."""
    typed = sys.argv[1:]
    return words_here(_option("--lang", typed), _option("--programme", typed))


def _option(name: str, typed: Sequence[str]) -> str:
    """What stands behind the option where it was given last: `--lang km` or `--lang=km`."""
    found = ""
    for each, after in zip(typed, [*typed, ""][1:], strict=True):
        if each == name:
            found = after
        elif each.startswith(f"{name}="):
            found = each.partition("=")[2]
    return found


def _of_programme(folder: str) -> str:
    from ssi.programme import find, settings_only

    try:
        return settings_only(find(Path(folder or os.environ.get("SSI_PROGRAMME", "") or "."))).settings.language
    except (SsiError, OSError):
        return "en"
