"""The sheets and columns of a standard's workbook: for whoever writes one and whoever reads one, in one place.

Never opens a workbook. How a value stands in its cell is the matter of `ssi.standards.cells`, by a column's `kind`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ssi.model import KINDS, METHODS
from ssi.words import KNOWN_LANGUAGES

READ_ME = "read me"
STANDARD, HEAD, RULES, SCALE, AREAS = "standard", "head", "rules", "scale", "areas"
CRITERIA, CHANGES, DROPS = "criteria", "changes", "drops"
SOURCES, EXAMPLES, INHERITED = "sources", "examples", "inherited texts"
TRANSLATIONS, FINGERPRINTS = "translations", "fingerprints"
HIDDEN = frozenset({FINGERPRINTS})  # sheets that the export itself hides
_LANGUAGE = re.compile(r"(?:.*\()?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)?")


class Column(NamedTuple):
    """`path` = the keys in the row's table; `said` = how the key of its text ends where it can be translated."""

    name: str
    path: tuple[str | int, ...]
    kind: str = "text"
    said: str = ""
    choices: tuple[str, ...] = ()
    width: int = 14
    help: str = ""


class Head(NamedTuple):
    """A column as it stands in a workbook: in one language, or without (then `language` is empty)."""

    column: Column
    language: str = ""

    @property
    def label(self) -> str:
        return label(self.column.name, self.language) if self.language else self.column.name


class Pair(NamedTuple):
    """A row of a sheet of keys and values."""

    key: str
    path: tuple[str, ...]
    kind: str = "text"
    choices: tuple[str, ...] = ()
    meaning: str = ""


def label(name: str, language: str) -> str:
    """`text::ខ្មែរ (km)`, as users of XLSForm know it."""
    return f"{name}::{KNOWN_LANGUAGES.get(language, language)} ({language})"


def parted(text: str) -> tuple[str, str]:
    """A column's name → what it holds and the code of its language; `text::ខ្មែរ (km)`, `text::km`, `text`."""
    name, mark, language = text.partition("::")
    found = _LANGUAGE.fullmatch(language.strip())
    return name.strip(), (found[1] if found else language.strip() or "?") if mark else ""


_CRITERION = (
    Column("key", ("key",), width=12, help="Blank = the id. Give a new key only when the meaning changes."),
    Column("class", ("class",), choices=("critical", "must", "desired"), width=10),
    Column("gate", ("gate",), "truth", choices=("yes", "no"), width=8, help="yes = a stop criterion"),
    Column("text", ("text",), said="text", width=44),
)
_LATER = (
    Column("guidance", ("guidance",), said="guidance", width=44),
    Column("na_when", ("na_when",), said="na_when", width=30, help="When NA may be given. Blank = never."),
    Column("methods", ("methods",), "words", width=18, help="One or more, with blanks between: " + " ".join(METHODS)),
    Column("practice", ("practice",), "truth", choices=("yes", "no"), width=9),
    Column("minimum", ("minimum",), "whole", width=9, help="A level. Blank = the minimum of the rules."),
    Column("applies", ("applies",), choices=("children",), width=9, help="Blank = every shelter."),
    Column("measure unit", ("measure", "unit"), said="unit", width=24),
    Column("measure better", ("measure", "better"), choices=("less", "more"), width=9),
    Column("measure cuts", ("measure", "cuts"), "figures", width=12, help="One for each step up the scale: 20 10"),
    Column("kinds", ("kinds",), "words", width=18, help="Blank = all. With blanks between: " + " ".join(KINDS)),
    Column("remedy", ("remedy",), choices=("physical", "system", "capacity", "case-management"), width=16),
    Column("weight", ("weight",), "number", width=8, help="Blank = the weight of its class."),
    Column("source", ("source",), "names", width=20, help="Ids of the sheet sources, with ; between."),
)
_REASONS = (
    Column("reason", ("reason",), width=40, help="Why this differs from the base; a ministry signs it."),
    Column("figure", ("figure",), choices=("read", "own", "memory", "none"), width=9, help="Was its figure read?"),
)
_ID = Column("id", ("id",), width=10)
_AREA = Column("area", (), width=8, help="The id of an area on the sheet areas.")
_WITHOUT = Column("without", ("without",), "words", width=14, help="Keys of the base that fall away, as: na_when")
_WORDS_FOR_ALL = "A level, NA, NS or NS declined"
HEAD_COLUMN = Column(
    "line", (), width=100, help="The first lines of the file. They say whose it is, and who adopted it."
)
PAIR_COLUMNS = ("key", "value", "what it means")


@dataclass(frozen=True)
class Form:
    """A sheet of rows. `key` = the list of tables in the file that its rows are; `text_key` = how the key of a row's
    texts begins, made from the row's own table."""

    name: str
    key: str
    columns: tuple[Column, ...]
    text_key: Callable[[Mapping[str, Any]], str] = lambda table: f"{table.get('id', '')}."
    named_by: str = "id"


def levels(values: Sequence[object]) -> tuple[Column, ...]:
    """The columns of the level descriptions, worst first."""
    return tuple(
        Column(f"level {value}", ("anchors", at), said=f"anchors.{at}", width=40) for at, value in enumerate(values)
    )


def forms(scale: Sequence[object], *, overlay: bool) -> tuple[Form, ...]:
    """The sheets of rows of a whole standard, or of an overlay; `scale` = the values of its levels, worst first."""
    texts = (*_CRITERION, *levels(scale), *_LATER)
    more = _REASONS if overlay else ()
    steps = (
        (
            Form(CHANGES, "change", (_ID, *_REASONS, *texts, _WITHOUT)),
            Form(DROPS, "drop", (_ID, *_REASONS)),
        )
        if overlay
        else (_SCALE,)
    )
    return (*steps, _AREAS, Form(CRITERIA, "criterion", (_AREA, _ID, *texts, *more)), _SOURCES, _EXAMPLES)


_SCALE = Form(
    SCALE,
    "scale",
    (
        Column("value", ("value",), "whole", width=8, help="What is typed. List the worst level first."),
        Column("label", ("label",), said="label", width=24),
        Column("points", ("points",), "figure", width=10, help="From 0 to 1, as in 1/2"),
    ),
    lambda table: f"scale.{table.get('value', '')}.",
    named_by="value",
)
_AREAS = Form(
    AREAS,
    "area",
    (
        _ID,
        Column("title", ("title",), said="title", width=40),
        Column("weight", ("weight",), "number", width=10, help="Blank = what its criteria weigh together."),
        Column("applies", ("applies",), choices=("children",), width=10, help="Blank = every shelter."),
    ),
    lambda table: f"area.{table.get('id', '')}.",
)
_SOURCES = Form(
    SOURCES,
    "source",
    (
        Column("id", ("id",), width=14),
        Column("title", ("title",), width=70),
        Column("address", ("address",), width=60),
    ),
)
_EXAMPLES = Form(
    EXAMPLES,
    "example",
    (
        Column("title", ("title",), width=50),
        Column("kind", ("kind",), choices=KINDS, width=12),
        Column("children", ("children",), choices=("yes", "no"), width=9),
        Column("all", ("all",), "score", width=10, help=_WORDS_FOR_ALL),
        Column("scores", ("scores",), "scores", width=34, help="id = score, with ; between: SAF-04 = 0; SAF-05 = NS"),
        Column("sheets", ("sheets",), "sheets", width=40, help="One assessor a line, each as under scores; - = none"),
        Column("methods", ("methods",), "methods", width=24, help="For all: observe staff. Or: SAF-04 = observe"),
        *(Column(key, (key,), width=10) for key in ("percent", "low", "high", "coverage")),
        Column("level", ("level",), "whole", width=7),
        Column(
            "status",
            ("status",),
            choices=("urgent", "incomplete", "conditional", "meets", "improving"),
            width=12,
        ),
        Column(
            "unsettled", ("unsettled",), "words", width=16, help="Ids with blanks between; none = nothing unsettled"
        ),
    ),
    named_by="title",
)
TRANSLATION_COLUMNS = (
    Column("language", ("language",), width=14, help="Its code, as in km. Its texts stand in columns such as text::km"),
    Column("status", ("status",), choices=("draft", "reviewed", "official"), width=12),
    Column("made_by", ("made_by",), width=40, help="An office or a role, never a person's name."),
    Column("reviewed_by", ("reviewed_by",), width=40, help="An office or a role, never a person's name."),
)
_HEADING = (
    Pair("format", ("format",), "whole", meaning="always 1"),
    Pair("id", ("id",), meaning="small letters, digits and -"),
    Pair("version", ("version",), meaning="three numbers: a wording is a patch, a stricter criterion a minor one"),
    Pair("status", ("status",), choices=("draft", "released"), meaning="draft or released"),
    Pair("language", ("language",), meaning="the language of the standard's own texts"),
    Pair("title", ("title",), meaning="the title, in the standard's own language"),
    Pair("authority", ("authority",), meaning="who answers for it"),
    Pair("licence", ("licence",), meaning="who may use it and how"),
)
_EXTENDS = (
    Pair("extends", ("extends",), meaning="the base, by id and version"),
    Pair("base_sha256", ("base_sha256",), meaning="of the base's file, so that it cannot change unnoticed"),
)
_RULES = (
    Pair("minimum", ("minimum",), "whole", meaning="the level that meets the standard"),
    Pair("weights critical", ("weights", "critical"), "number", meaning="what a critical criterion weighs"),
    Pair("weights must", ("weights", "must"), "number", meaning="what a must weighs"),
    Pair("weights desired", ("weights", "desired"), "number", meaning="what a desired criterion weighs"),
    Pair("unsettled", ("unsettled",), choices=("median", "lower"), meaning="where a team did not agree"),
    Pair("na_ceiling", ("na_ceiling",), "number", meaning="percent of NA above which an area is thin"),
    Pair("coverage_floor", ("coverage_floor",), "number", meaning="percent seen below which a result is incomplete"),
    Pair("bands", ("bands",), "numbers", meaning="percents at which levels 1, 2, 3 … of the result begin"),
    Pair("cap_without_practice", ("cap_without_practice",), "whole", meaning="highest level from documents alone"),
    Pair("rights_area", ("rights_area",), meaning="while its stop criteria are not met, money mends only that"),
)


def pairs(*, overlay: bool) -> dict[str, tuple[Pair, ...]]:
    """The sheets of keys and values, by name."""
    return {STANDARD: (*_HEADING, *_EXTENDS)} if overlay else {STANDARD: _HEADING, RULES: _RULES}


def sheet_names(*, overlay: bool) -> tuple[str, ...]:
    """Every sheet in its order; the first only says how to use the others."""
    heads = pairs(overlay=overlay)
    rows = [each.name for each in forms((), overlay=overlay)]
    first, rest = (rows[:1], rows[1:]) if not overlay else ([], rows)
    more = (INHERITED,) if overlay else ()
    return (
        READ_ME,
        STANDARD,
        HEAD,
        *first,
        *(each for each in heads if each != STANDARD),
        *rest,
        *more,
        TRANSLATIONS,
        FINGERPRINTS,
    )
