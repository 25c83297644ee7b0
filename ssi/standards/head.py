"""The head of a standards file: the `#` lines before its first key, which say whose it is and that nobody adopted it.

Never keeps other remarks. What a head repeats of the file (its version, its parts) is written anew with the file, so
that it cannot say of a new version what was true of the old one; all else in it stays as somebody wrote it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

Head = tuple[str, ...]
_VERSION = re.compile(r"#  Version \d+\.\d+\.\d+ \([a-z]+\)")
_PART = re.compile(r"#  Part \d+  .*")


def head_of(text: str) -> Head:
    """The lines of the head, each with its `#`, without blanks at their ends; none where the file begins otherwise."""
    return tuple(lines(_before_keys(text)))


def _before_keys(text: str) -> Iterator[str]:
    for line in text.removeprefix("\ufeff").split("\n"):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            return
        if bare:
            yield bare


def lines(texts: Iterable[str]) -> Iterator[str]:
    """Texts as lines of a head: one that was written without `#` gets it; control characters become blanks."""
    for each in texts:
        for line in each.split("\n"):
            plain = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in line).strip()
            yield plain if plain.startswith("#") else f"#  {plain}".rstrip()


def renewed(head: Head, version: str, parts: Sequence[str]) -> Iterator[str]:
    """The head with the lines of its version and its parts as they are now (`parts`: whole lines)."""
    new = list(parts)
    for line in head:
        if _VERSION.fullmatch(line):
            yield version
        elif _PART.fullmatch(line):
            yield from new
            new = []
        else:
            yield line
