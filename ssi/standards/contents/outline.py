"""A standards file's tables, seen before they are known to be right: what the checks of its contents look at.

Never judges. Every accessor skips what is absent or of another type, because that has been named already and each
check should speak only of its own matter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

from ssi.errors import did_you_mean
from ssi.model import KINDS
from ssi.standards.toml_places import Path

Table = Mapping[str, Any]
LARGEST = 10**12
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,12}|/\d{1,12})?", re.ASCII)


class Wrong(NamedTuple):
    """A fault before its place is looked up: the path in the file, the code, and the values that fill the words."""

    path: Path
    code: str
    values: Mapping[str, object]


def wrong(path: Path, code: str, **values: object) -> Wrong:
    return Wrong(path, code, values)


def unknown_word(path: Path, given: object, words: Sequence[str]) -> Wrong:
    """Another word than the ones allowed here."""
    hint = did_you_mean(given, words) if isinstance(given, str) else ""
    return wrong(path, "unknown-word", key=_key(path), word=shown(given), allowed=", ".join(words), hint=hint)


def wrong_type(path: Path, expected: str, value: object) -> Wrong:
    """A value of another kind than its key wants."""
    return wrong(
        path,
        "wrong-type",
        key=_key(path),
        expected=expected,
        given=f"'{shown(value)}'" if isinstance(value, str) else shown(value),
    )


def _key(path: Path) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


class Asked(NamedTuple):
    """A criterion as the file has it: where, its table, and its area's."""

    path: Path
    table: Table
    area: Table

    @property
    def id(self) -> str:
        return text(self.table, "id")

    def applies(self, kind: str, *, children: bool) -> bool:
        """Whether it is on the checklist of such a shelter."""
        kinds = self.table.get("kinds", KINDS)
        only = self.table.get("applies", self.area.get("applies"))
        return (not isinstance(kinds, list | tuple) or kind in kinds) and (children or only != "children")


@dataclass(frozen=True)
class Outline:
    """`raw`: the file's tables, every list of tables being one, and every number being one (`number`)."""

    raw: Table

    def tables(self, name: str) -> Iterator[tuple[Path, Table]]:
        """The tables made with [[name]], and where each is."""
        for at, table in enumerate(self.raw.get(name, ())):
            yield (name, at), table

    @cached_property
    def rules(self) -> Table:
        found: Table = self.raw.get("rules", {})
        return found

    @cached_property
    def criteria(self) -> tuple[Asked, ...]:
        return tuple(
            Asked((*path, "criterion", at), table, area)
            for path, area in self.tables("area")
            for at, table in enumerate(area.get("criterion", ()))
        )

    @cached_property
    def asked(self) -> Mapping[str, Asked]:
        """Criteria by their id; of two with one id, the first."""
        return {each.id: each for each in reversed(self.criteria) if each.id}

    @cached_property
    def levels(self) -> tuple[int, ...]:
        """The values of the scale, worst to best."""
        return tuple(table["value"] for _, table in self.tables("scale") if "value" in table)

    @cached_property
    def levels_text(self) -> str:
        return ", ".join(str(each) for each in self.levels)


def text(table: Table, key: str) -> str:
    """The text of a key, empty where it is absent or something else."""
    value = table.get(key)
    return value if isinstance(value, str) else ""


def texts(table: Table, key: str) -> list[tuple[int, str]]:
    """The texts of a list, each with its place in it; empty where it is absent or something else."""
    value = table.get(key)
    return [(at, each) for at, each in enumerate(value) if isinstance(each, str)] if isinstance(value, list) else []


def number(value: object) -> Fraction | None:
    """The exact number that a TOML value says: whole, decimal, or a text such as "1/2"; None where it says none."""
    if isinstance(value, str):
        return Fraction(value) if _NUMBER.fullmatch(value) and not re.search(r"/0+$", value) else None
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return None
    return Fraction(value) if -LARGEST <= value <= LARGEST else None


def numbers(table: Table, key: str) -> list[Fraction]:
    """The numbers of a list; empty where it is absent."""
    return [found for each in table.get(key, ()) if (found := number(each)) is not None]


def whole(value: object) -> bool:
    """Whether a TOML value is a whole number of an ordinary size."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST


def shown(value: object) -> str:
    """A value of the file as a person reads it in a message."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST:
        return "a very large number"
    if isinstance(value, Fraction):
        return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int):
        return str(value) if len(str(value)) <= 60 else f"{str(value)[:57]}…"
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    return "a value of another kind"
