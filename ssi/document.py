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
    """`number` stands before the text, as "Article 12". `anchor` is the name by which a link finds it; without one it
    gets its place in the document."""

    text: str
    level: Literal[1, 2, 3] = 2
    number: str = ""
    lang: str = ""
    anchor: str = ""


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


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and what is so, one under the other: a form that is filled in. A text that stands beside its
    translation is two cells of one pair."""

    items: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: every later heading down to this level, as a link where the format has links."""

    depth: Literal[1, 2, 3] = 3


LaidOut = Table | Chart | Facts | Contents  # what is more than lines of text
Block = Heading | Paragraph | Note | Bullets | LaidOut


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `language` is that of its own words; `footer` names what it rests on (hashes, rule, program).

    A `regulation` begins with a cover (all before its first heading of level 1) and keeps each article, a heading of
    level 3 with what follows, on one page where it fits. `running` stands at the foot of every printed page."""

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    language: str = "en"
    currency: str = ""
    footer: tuple[str, ...] = ()
    form: Literal["report", "regulation"] = "report"
    running: tuple[str, ...] = ()
    title_lang: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that a page keeps together where `article` is true; `first` is the place of the first, counted from 1."""

    first: int
    blocks: tuple[Block, ...]
    article: bool = False


def groups(document: Document) -> tuple[Group, ...]:
    """All blocks in order: of a regulation each article is a group, of a report everything is one."""
    starts = [0]
    if document.form == "regulation":
        starts += [at for at, each in enumerate(document.blocks) if at and isinstance(each, Heading)]
    ends = [*starts[1:], len(document.blocks)]
    return tuple(
        Group(start + 1, part, _is_article(document, part))
        for start, end in zip(starts, ends, strict=True)
        for part in (document.blocks[start:end],)
    )


def _is_article(document: Document, part: tuple[Block, ...]) -> bool:
    return document.form == "regulation" and bool(part) and isinstance(part[0], Heading) and part[0].level == 3


def anchor(heading: Heading, place: int) -> str:
    """The name by which a link finds this heading; `place` counts the document's blocks from 1."""
    return heading.anchor or f"h{place}"


def outline(document: Document, contents: Contents) -> tuple[tuple[str, Heading], ...]:
    """What a table of contents lists, as (anchor, heading): the headings that come after it in the document."""
    after = document.blocks.index(contents)
    return tuple(
        (anchor(each, place), each)
        for place, each in enumerate(document.blocks, 1)
        if place > after and isinstance(each, Heading) and each.level <= contents.depth
    )


def labelled(heading: Heading) -> str:
    """The heading with its number before it, in one line."""
    return f"{heading.number} {heading.text}".strip()


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
