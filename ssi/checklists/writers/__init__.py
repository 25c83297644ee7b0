"""What leaves as a checklist: WRITERS, one line each, imported when first used.

Never reads a file and never holds a score: a sheet is printed before the visit.
"""

from importlib import import_module
from pathlib import PurePath
from typing import Any, cast

from ssi.errors import SsiError, did_you_mean, fault
from ssi.model import Checklist

FORM = ".xlsform.xlsx"  # a form for phones: it holds all languages at once
WRITERS = {  # the ending of a file → the function that writes it
    ".html": "ssi.checklists.writers.paper:paper",
    ".pdf": "ssi.checklists.writers.paper_pdf:paper_pdf",
    FORM: "ssi.checklists.writers.xlsform:xlsform",
    ".xlsx": "ssi.checklists.writers.workbook:scoring_workbook",
}
COME_BACK = (".xlsx",)  # are filled in and loaded again, and say for which programme they were made


def ending_of(name: str) -> str:
    """The longest ending of a file's name that is known here; else what stands behind its last point."""
    known = [each for each in WRITERS if name.casefold().endswith(each)]
    return max(known, key=len) if known else PurePath(name).suffix


def write(name: str, checklist: Checklist, *, programme: str = "", **visit: Any) -> bytes:
    """The scoring sheet in the format of a file with this name; `visit` as the writer takes it. Raises SsiError
    `unknown-format`."""
    ending = ending_of(name)
    if ending not in WRITERS:
        known, hint = ", ".join(WRITERS), did_you_mean(ending, WRITERS)
        raise SsiError(fault("unknown-format", ending=ending or "(none)", known=known, hint=hint))
    if ending in COME_BACK:
        visit["programme"] = programme
    module, _, function = WRITERS[ending].partition(":")
    return cast(bytes, getattr(import_module(module), function)(checklist, **visit))
