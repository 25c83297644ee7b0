"""What one table says about another: codes that stand twice or nowhere, and visits that nobody may make.

Never reads a file, and never judges a single cell; a code that is no code was named already. It looks at cells, not at
values, so that a row with one wrong cell still counts as there for the rows that refer to it. A table that could not
be read is not in `tables`, and what would need it is not checked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ssi.checklists.readers import Row, Rows
from ssi.errors import Fault, did_you_mean, fault
from ssi.model import AGREED, RoundKind, Standard
from ssi.programme.cells import CODE, Refused, criteria, parts, whole

Tables = Mapping[str, Rows]

OWN_CODE: Mapping[str, str] = {
    "shelters": "shelter",
    "assessors": "assessor",
    "improvements": "improvement",
    "trainings": "training",
    "funds": "fund",
    "actions": "action",
}
SHELTER_IN: Mapping[str, str] = {
    "assessors": "shelter",
    "visits": "shelter",
    "improvements": "shelter",
    "funds": "shelters",
    "services": "shelter",
}


def across(tables: Tables, kinds: Mapping[str, RoundKind]) -> Iterator[Fault]:
    """Every fault between the tables; `kinds` are the kinds of the rounds that are known already."""
    for name, column in OWN_CODE.items():
        if name in tables:
            yield from twice(tables[name], column)
    for name, column in SHELTER_IN.items():
        if {name, "shelters"} <= tables.keys():
            yield from unknown(tables[name], column, codes(tables, "shelters"), "shelter-not-listed")
    for check, needs in (
        (_reserved, ("assessors",)),
        (_visits_twice, ("visits",)),
        (_visitors, ("visits", "assessors")),
        (_requires, ("improvements", "trainings")),
    ):
        if set(needs) <= tables.keys():
            yield from check(*(tables[each] for each in needs))
    if {"visits", "assessors"} <= tables.keys():
        yield from at_home(tables["visits"], homes(tables["assessors"]), kinds)


def _visitors(visits: Rows, assessors: Rows) -> Iterator[Fault]:
    known = [assessors.cell(row, "assessor") for row in assessors]
    yield from unknown(visits, "assessor", known, "assessor-not-listed")


def codes(tables: Tables, name: str) -> list[str]:
    """The codes that a table gives to its rows."""
    return [tables[name].cell(row, OWN_CODE[name]) for row in tables[name]]


def homes(assessors: Rows) -> dict[str, str]:
    """Assessor → home shelter, empty for an outside assessor."""
    return {assessors.cell(row, "assessor"): assessors.cell(row, "shelter") for row in assessors}


def twice(rows: Rows, column: str) -> Iterator[Fault]:
    """Rows whose code another row has; S01 and s01 are one code, because on some computers they are one file."""
    yield from _repeated(rows, lambda row: rows.cell(row, column).casefold(), "code-twice", column)


def _visits_twice(visits: Rows) -> Iterator[Fault]:
    def key(row: Row) -> str:
        cells = [visits.cell(row, each) for each in ("round", "shelter", "assessor")]
        return "\n".join(cells) if all(cells) else ""

    yield from _repeated(visits, key, "visit-twice")


def _repeated(rows: Rows, key: Callable[[Row], str], code: str, column: str = "") -> Iterator[Fault]:
    first: dict[str, int] = {}
    for row in rows:
        this = key(row)
        if this and this in first:
            values = {"column": column, "text": rows.cell(row, column), "first": first[this]}
            yield fault(code, rows.where(row, column), **values)
        first.setdefault(this, row.line)


def unknown(rows: Rows, column: str, known: Iterable[str], code: str) -> Iterator[Fault]:
    """Codes in a column, alone or in a list, that are not among the known ones."""
    listed = sorted(set(known))
    for row in rows:
        given = rows.cell(row, column)
        for each in parts(given) if column == "shelters" else [given]:
            if CODE.fullmatch(each) and each not in listed:
                hint = did_you_mean(each, listed)
                yield fault(code, rows.where(row, column), column=column, text=each, hint=hint)


def _reserved(assessors: Rows) -> Iterator[Fault]:
    for row in assessors:
        if assessors.cell(row, "assessor").casefold() == AGREED:
            yield fault("assessor-reserved", assessors.where(row, "assessor"), text=AGREED)


def at_home(visits: Rows, home: Mapping[str, str], kinds: Mapping[str, RoundKind]) -> Iterator[Fault]:
    """Visits in which somebody would assess the own shelter. In a round of kind self that is how it should be; a round
    whose kind is not known yet is taken for a round of peers."""
    for row in visits:
        assessor, shelter = visits.cell(row, "assessor"), visits.cell(row, "shelter")
        if shelter and home.get(assessor) == shelter and kinds.get(visits.cell(row, "round")) != "self":
            yield fault("visit-at-home", visits.where(row, "assessor"), assessor=assessor, shelter=shelter)


def _requires(improvements: Rows, trainings: Rows) -> Iterator[Fault]:
    """Codes in `requires` that are nowhere, and a training whose code is an improvement's: nobody could tell them
    apart there."""
    own = [improvements.cell(row, "improvement") for row in improvements]
    common = [trainings.cell(row, "training") for row in trainings]
    lines = {each.casefold(): row.line for each, row in zip(own, improvements, strict=True)}
    for row, each in zip(trainings, common, strict=True):
        if each and each.casefold() in lines:
            place = trainings.where(row, "training")
            first = f"{lines[each.casefold()]} of {improvements.file}"
            yield fault("code-twice", place, column="training", text=each, first=first)
    for row, code in zip(improvements, own, strict=True):
        for each in parts(improvements.cell(row, "requires")):
            place = improvements.where(row, "requires")
            if each == code:
                yield fault("requires-itself", place, text=each)
            elif CODE.fullmatch(each) and each not in {*own, *common}:
                yield fault("requires-not-listed", place, text=each, hint=did_you_mean(each, sorted({*own, *common})))
    yield from _out_of_reach(improvements)


def _out_of_reach(improvements: Rows) -> Iterator[Fault]:
    """Requirements that can never be met: those of another shelter, and those that need each other in a ring."""
    rows = {improvements.cell(row, "improvement"): row for row in improvements}
    needs = {id: [each for each in parts(improvements.cell(row, "requires")) if each != id and each in rows]
             for id, row in rows.items()}  # fmt: skip
    shelter = {id: improvements.cell(row, "shelter") for id, row in rows.items()}
    for id, row in rows.items():
        place = improvements.where(row, "requires")
        for each in needs[id]:
            if shelter[each] != shelter[id]:
                yield fault("requires-elsewhere", place, id=id, needed=each, shelter=shelter[each])
        ring = _ring(id, needs)
        if ring and id == min(ring):
            yield fault("requires-ring", place, ring=" → ".join((*ring, id)))


def _ring(start: str, needs: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The shortest way from an improvement through what it needs back to itself; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way, *ways = ways
        for each in needs[way[-1]]:
            if each == start:
                return way
            if each not in seen:
                seen.add(each)
                ways.append((*way, each))
    return ()


def against_standard(tables: Tables, standard: Standard) -> Iterator[Fault]:
    """Criteria and levels in improvements and trainings that the standard does not have."""
    levels = [level.value for level in standard.scale]
    for name in ("improvements", "trainings"):
        rows = tables.get(name, Rows(name))
        for row in rows:
            for column, code, text in _not_in(rows, row, standard, levels):
                known = ", ".join(str(each) for each in levels)
                values = {"column": column, "text": text, "standard": standard, "known": known}
                hint = did_you_mean(text, standard.slot)
                yield fault(code, rows.where(row, column), hint=hint, **values)


def _not_in(rows: Rows, row: Row, standard: Standard, levels: list[int]) -> Iterator[tuple[str, str, str]]:
    try:
        lifted = criteria(rows.cell(row, "criteria"))
        to = whole(0)(rows.cell(row, "to") or str(levels[-1]))
    except Refused:
        return
    for id, level in lifted.items():
        if id not in standard.slot:
            yield "criteria", "criterion-not-in-standard", id
        if level is not None and level not in levels:
            yield "criteria", "level-not-on-scale", f"{id}:{level}"
    if to not in levels:
        yield "to", "level-not-on-scale", str(to)
