"""What leaves as a checklist: WRITERS, one line each, imported when first used.

Never reads a file and never holds a score: a sheet is printed before the visit.
"""

from importlib import import_module
from typing import Any, cast

from ssi.errors import SsiError, did_you_mean, fault
from ssi.model import Checklist

WRITERS = {
    ".html": "ssi.checklists.writers.paper",
}


def write(ending: str, checklist: Checklist, **visit: Any) -> bytes:
    """The scoring sheet in the format of this file ending; `visit` as `paper.write` takes it. Raises SsiError
    `unknown-format`."""
    wanted = ending.casefold()
    if wanted not in WRITERS:
        known = ", ".join(WRITERS)
        raise SsiError(
            fault("unknown-format", ending=ending or "(none)", known=known, hint=did_you_mean(wanted, WRITERS))
        )
    return cast(bytes, import_module(WRITERS[wanted]).paper(checklist, **visit))
