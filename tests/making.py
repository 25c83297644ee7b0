"""Small values for tests: a standard of few criteria as TOML, shelters, rounds and sheets made from short words."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import tomli

from ssi.model import (
    DECLINED,
    NA,
    NS,
    Assessor,
    Entry,
    Method,
    Notes,
    Round,
    RoundKind,
    Sheet,
    Shelter,
    Standard,
    Visit,
)

SMALL = """
format = 1
id = "small"
version = "1.0.0"
status = "draft"
language = "en"
title = "A small standard"
scale = [
  { value = 0, label = "not met", points = "0" },
  { value = 1, label = "partly met", points = "1/2" },
  { value = 2, label = "met", points = "1" },
]
[rules]
minimum = 2
weights = { critical = 3, must = 2, desired = 1 }
unsettled = "median"
na_ceiling = 15
coverage_floor = 80
bands = [55, 65, 75, 85, 95]
cap_without_practice = 1
rights_area = "RGT"
[[area]]
id = "SAF"
title = "Safety"
criterion = [
  { id = "SAF-01", class = "critical", gate = true, text = "Staff day and night", anchors = ["a", "b", "c"], methods = ["observe", "document"], practice = true, remedy = "capacity" },
  { id = "SAF-02", class = "must", text = "A fence", anchors = ["a", "b", "c"], methods = ["observe"], na_when = "no ground floor", remedy = "physical" },
  { id = "SAF-03", class = "desired", text = "A drill", anchors = ["a", "b", "c"], methods = ["document"], remedy = "system" },
]
[[area]]
id = "RGT"
title = "Rights"
criterion = [
  { id = "RGT-01", class = "critical", gate = true, text = "The stay is voluntary", anchors = ["a", "b", "c"], methods = ["resident", "document"], practice = true, remedy = "case-management" },
  { id = "RGT-02", class = "must", text = "House rules", anchors = ["a", "b", "c"], methods = ["document"], practice = true, remedy = "case-management" },
]
[[area]]
id = "CHD"
title = "Children"
applies = "children"
criterion = [
  { id = "CHD-01", class = "must", text = "A play space", anchors = ["a", "b", "c"], methods = ["observe"], na_when = "no play", remedy = "physical" },
]
"""  # noqa: E501

WORDS: Mapping[str, int] = {"NA": NA, "NS": NS, "NS declined": DECLINED, "ND": DECLINED}


def standard(text: str = SMALL) -> Standard:
    return Standard.model_validate(tomli.loads(text, parse_float=Fraction))


def shelter(code: str = "S01", **more: object) -> Shelter:
    return Shelter.model_validate({"shelter": code, "kind": "long-term", "capacity": 20, **more})


def sheet(
    of: Standard,
    place: Shelter,
    assessor: str,
    scores: Mapping[str, int | str] | int = 2,
    *,
    all: int | str = 2,
    methods: Mapping[str, Sequence[Method]] | None = None,
    round: str = "R1",
    replaces: str | None = None,
) -> Sheet:
    """A sealed sheet: `all` everywhere on the checklist, `scores` over it ("NA", "NS", "ND" as words). For the assessor
    `agreed`, only `scores` are settled."""
    given = scores if isinstance(scores, Mapping) else {}
    base = all if isinstance(scores, Mapping) else scores
    here = of.checklist(place.kind, children=place.children)
    levels: list[int | None] = [None] * len(of.criteria)
    for at, criterion in zip(here.slots, here.criteria, strict=True):
        if assessor == "agreed" and criterion.id not in given:
            continue
        word = given.get(criterion.id, base)
        levels[at] = WORDS[word] if isinstance(word, str) else word
    entries = {id: Entry(id, levels[of.slot[id]] or 0, tuple(used)) for id, used in (methods or {}).items()}
    return Sheet("test", round, "sha", place.shelter, assessor, tuple(levels), Notes(entries).text(), replaces)


def a_round(
    shelters: Sequence[Shelter],
    *,
    id: str = "R1",
    kind: RoundKind = "baseline",
    assessors: Sequence[Assessor] = (),
    visits: Sequence[Visit] = (),
    closed: bool = True,
) -> Round:
    return Round(
        id, kind, "test", "sha", (("small-1.0.0.toml", SMALL.encode()),), tuple(shelters), tuple(assessors),
        tuple(visits), "2026-01-01T00:00:00Z", closed,
    )  # fmt: skip
