"""A Document as JSON: the page as data, for whoever lays it out elsewhere.

Never the finding itself: `--json` writes that. Here each number stands with the kind that says how a page draws it,
rounded half-even to 4 decimals, so that a test can hold every other format to it. What is empty is left out of a cell.
"""

import json
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from ssi.document import Block, Cell, Document
from ssi.reports.writers.cells import plain


def write(document: Document) -> bytes:
    """UTF-8, one document, keys in the order of `ssi.document`, ending with a line break."""
    return (json.dumps(_data(document), ensure_ascii=False, indent=1) + "\n").encode()


def _data(value: Any) -> Any:
    if isinstance(value, Cell):
        return _cell(value)
    if isinstance(value, tuple):
        return [_data(each) for each in value]
    if not is_dataclass(value):
        return plain(value) if isinstance(value, Fraction) else value
    parts = {each.name: _data(getattr(value, each.name)) for each in fields(value)}
    return {"block": type(value).__name__.lower(), **parts} if isinstance(value, Block) else parts


def _cell(cell: Cell) -> dict[str, Any]:
    parts = {"value": plain(cell.value), "kind": cell.kind}
    return parts | {name: text for name, text in (("tone", cell.tone), ("lang", cell.lang)) if text}
