"""A standard, or a part of it, in JSON's kinds, for what is hashed. Never hashes and never rounds.

What is empty (no text, no list, false) is left out: a later version of the program that knows one more key then gets
the same hash from an old file, and an adoption of ten years ago still fits.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ssi.model import Standard
from ssi.model.words import Frozen

_NOT_SAID = {"sha256", "resolved_sha256", "overlay"}  # a standard's hashes, and how it came to be


def plain(value: Any) -> Any:
    """The value in JSON's kinds: fractions as texts, tables by the keys of the file, without what is empty and without
    a standard's hashes."""
    if isinstance(value, Frozen):
        left_out = _NOT_SAID if isinstance(value, Standard) else set()
        named = {field.alias or name: getattr(value, name) for name, field in type(value).model_fields.items()}
        return plain({key: each for key, each in named.items() if key not in left_out})
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items() if not _empty(each)}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Fraction) else value


def _empty(value: Any) -> bool:
    return value is None or value is False or (isinstance(value, str | tuple | list | Mapping) and not value)
