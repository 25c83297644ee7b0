"""Adds the names behind the codes of a page, for the one who asked for them with `--names`.

Never puts a name in place of a code: the names stand in one table at the end, which can be cut off before the page is
sent on. Only codes that the page shows are named.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ssi.document import Document, Heading, table
from ssi.reports import cells
from ssi.words import Words


def with_names(document: Document, names: Mapping[str, str]) -> Document:
    """The document with a last table `code, name` for every code of `names` that occurs in it."""
    shown = {word for text in _texts(document) for word in re.findall(r"[\w-]+", text)}
    rows = [(cells.id_(code), cells.text(name)) for code, name in sorted(names.items()) if code in shown]
    if not rows:
        return document
    words = Words(document.language)
    caption = words("Take this table off before the page leaves the group.")
    named = table((words("Code"), words("Name")), rows, caption)
    return replace(document, blocks=(*document.blocks, Heading(words("Codes and names")), named))


def _texts(part: Any) -> Iterator[str]:
    """Every text anywhere in the document."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
