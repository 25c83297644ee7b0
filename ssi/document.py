"""A report as data: headings, paragraphs, tables, charts and notes. Every command that shows something builds one.

Knows no format, no file and no other room: `ssi.reports` builds documents from findings, `ssi.reports.writers` turn
them into bytes. A number stays a number here (exact), with the kind that says how to draw it, so that every writer
rounds in the same way and a test can hold the HTML to the JSON.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

CellKind = Literal["text", "id", "percent", "points", "change", "count", "level", "money", "date"]
Tone = Literal["", "good", "bad", "warn", "quiet", "lead"]  # lead: of a paragraph, the one sentence drawn large


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table. `percent` is 0..100, `change` is signed percent points, `money` an amount in whole units
    of the currency; None is drawn as a dash. `lang` is the language of a foreign text."""

    value: str | int | Fraction | Decimal | None
    kind: CellKind = "text"
    tone: Tone = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    tone: Tone = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` have one Cell a column. The caption says what the table shows, in a sentence."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: `before` may be absent; `low` and `high` bound `after` where something was not seen."""

    label: str
    after: Fraction | None
    before: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """`dumbbells`: before → after a line, 0 to 100. `heat`: shelters × areas. `alt` is its text alternative; a chart
    never stands without a table of the same numbers in the document."""

    kind: Literal["dumbbells", "heat"]
    title: str
    alt: str
    bars: tuple[Bar, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[Fraction | None, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark set apart: `urgent` leads a page, `caution` says what may not be concluded, `method` how it was done."""

    kind: Literal["urgent", "caution", "method", "good"]
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short sentences."""

    items: tuple[str, ...]


Block = Heading | Paragraph | Table | Chart | Note | Bullets


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `language` is that of its own words; `footer` names what it rests on (hashes, rule, program)."""

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    language: str = "en"
    currency: str = ""
    footer: tuple[str, ...] = ()


def table(columns: Sequence[str], rows: Sequence[Sequence[Cell]], caption: str = "") -> Table:
    """A table whose columns of numbers are set to the right; raises ValueError where a row has another length."""
    numeric = {"percent", "points", "change", "count", "level", "money"}
    kinds = [{row[at].kind for row in rows if row[at].value is not None} for at in range(len(columns))]
    if any(len(row) != len(columns) for row in rows):
        raise ValueError(f"a row of the table {caption!r} does not fit its {len(columns)} columns")
    heads = tuple(
        Column(title, "right" if kinds[at] and kinds[at] <= numeric else "left") for at, title in enumerate(columns)
    )
    return Table(heads, tuple(tuple(row) for row in rows), caption)
