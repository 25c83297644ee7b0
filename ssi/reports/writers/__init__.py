"""From a Document to bytes: every command that shows something can write every format in WRITERS.

Never looks at a finding, a file or the clock: the same document gives the same bytes. A format is added by one module
with a `write(document) -> bytes` and one line in WRITERS; each is imported when it is first used, because what one
format needs (matplotlib takes more than half a second) another must not wait for.
"""

from importlib import import_module
from typing import NamedTuple, cast

from ssi.document import Document
from ssi.errors import SsiError, did_you_mean, fault


class Writer(NamedTuple):
    """A format by the ending of its files, and the module in this folder that writes it."""

    ending: str
    module: str


WRITERS: tuple[Writer, ...] = (
    Writer(".html", "html"),
    Writer(".json", "json"),
    Writer(".txt", "terminal"),
    Writer(".md", "markdown"),
    Writer(".docx", "docx"),
    Writer(".pdf", "pdf"),
)


def write(document: Document, ending: str) -> bytes:
    """The document in the format of this file ending (`.html`, case overlooked).

    Raises SsiError `unknown-format` for an ending that is not in WRITERS.
    """
    modules = {each.ending: each.module for each in WRITERS}
    wanted = ending.casefold()
    if wanted not in modules:
        known = ", ".join(modules)
        raise SsiError(
            fault("unknown-format", ending=ending or "(none)", known=known, hint=did_you_mean(wanted, modules))
        )
    module = import_module(f"{__name__}.{modules[wanted]}")
    return cast(bytes, module.write(document))


def show(document: Document, *, width: int, colour: bool) -> str:
    """The document for the screen, `width` characters wide; the caller decides on colour (NO_COLOR, no terminal)."""
    from ssi.reports.writers.terminal import draw_document

    return draw_document(document, width=width, colour=colour)
