"""Finds where a key of a TOML file stands: ("area", 2, "criterion", 5, "weight") → line, column and the line itself.

Never judges the file and never reads a value: tomli has done both before. It walks the text a second time, only when
there are faults to point at, and knows just enough of TOML to step over strings, lists and tables. Where it meets
something that it does not understand it stops, and the nearest key before stands for the ones behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import tomli

from ssi.errors import Where

Path = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_STRING = re.compile(r"'''[\s\S]*?'{3,5}|\"\"\"(?:\\[\s\S]|[^\\])*?\"{3,5}|'[^'\n]*'|\"(?:\\.|[^\"\\\n])*\"")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}#\n]+")


class _Lost(Exception):
    """The text is not what was expected here."""


@dataclass(frozen=True)
class Places:
    """The places of one file. `text` must be what tomli accepted; `file` is the name that faults carry."""

    text: str
    file: str

    @property
    def offsets(self) -> dict[Path, int]:
        """Each key, table and item of a list → its offset in the text with bare newlines."""
        while self._further():
            pass
        return self._walk.offsets

    def where(self, path: Path) -> Where:
        """The place of this path, or of the nearest one that it lies in; the file alone where nothing is known. The
        text is walked only as far as that."""
        offsets = self._walk.offsets
        while path not in offsets and self._further():
            pass
        while path and path not in offsets:
            path = path[:-1]
        if not path:
            return Where(self.file)
        offset = offsets[path]
        line = self._plain.count("\n", 0, offset) + 1
        start = self._plain.rfind("\n", 0, offset) + 1
        return Where(self.file, line, offset - start + 1, self._plain[start:].partition("\n")[0])

    def _further(self) -> bool:
        """Walk one statement on; False at the end, or where the walk is lost."""
        try:
            return next(self._steps, False)
        except _Lost:
            return False

    @cached_property
    def _walk(self) -> "_Walk":
        return _Walk(self._plain)

    @cached_property
    def _steps(self) -> Iterator[bool]:
        return self._walk.file()

    @cached_property
    def _plain(self) -> str:
        return self.text.replace("\r\n", "\n")


class _Walk:
    """One pass over the text: `at` moves forward, `offsets` fills. `counts` = how often [[path]] was met so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.offsets: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def file(self) -> Iterator[bool]:
        """One statement at a time."""
        table: Path = ()
        while self._next():
            if self._eat("[["):
                table = self._header("]]", many=True)
            elif self._eat("["):
                table = self._header("]", many=False)
            else:
                self._pair(table)
            yield True

    def _next(self) -> str:
        """The next character that says something, or nothing at the end."""
        self.at = self._match(_SPACE).end()
        return self.text[self.at : self.at + 1]

    def _eat(self, word: str) -> bool:
        found = bool(self._next()) and self.text.startswith(word, self.at)
        self.at += len(word) if found else 0
        return found

    def _need(self, word: str) -> None:
        if not self._eat(word):
            raise _Lost

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self.text, self.at)
        if not found:
            raise _Lost
        return found

    def _header(self, end: str, *, many: bool) -> Path:
        start = self.at - len(end)
        *outer, last = self._key()
        self._need(end)
        path: Path = ()
        for part in outer:
            self.offsets.setdefault((*path, part), start)
            path = self._entered((*path, part))
        path = (*path, last)
        self.offsets.setdefault(path, start)
        if many:
            self.counts[path] = self.counts.get(path, 0) + 1
            path = self._entered(path)
            self.offsets[path] = start
        return path

    def _entered(self, path: Path) -> Path:
        """The path itself, or its newest table where it was made with [[ ]]."""
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def _pair(self, table: Path) -> None:
        """`key = value`, the key perhaps dotted: each part of it is a place."""
        self._next()
        start, path = self.at, table
        for part in self._key():
            path = (*path, part)
            self.offsets.setdefault(path, start)
        self._need("=")
        self._value(path)

    def _key(self) -> list[str]:
        parts = [self._key_part()]
        while self._eat("."):
            parts.append(self._key_part())
        return parts

    def _key_part(self) -> str:
        quoted = self._next() in ("'", '"')
        found = self._match(_STRING if quoted else _BARE_KEY)
        self.at = found.end()
        return str(tomli.loads(f"key = {found[0]}")["key"]) if quoted else found[0]

    def _value(self, path: Path) -> None:
        if self._next() in ("'", '"'):
            self.at = self._match(_STRING).end()
        elif self._eat("["):
            self._items(path)
        elif self._eat("{"):
            self._pairs(path)
        else:
            self.at = self._match(_BARE_VALUE).end()

    def _items(self, path: Path) -> None:
        count = 0
        while not self._eat("]"):
            self._next()
            self.offsets[(*path, count)] = self.at
            self._value((*path, count))
            self._eat(",")
            count += 1

    def _pairs(self, path: Path) -> None:
        while not self._eat("}"):
            self._pair(path)
            self._eat(",")
