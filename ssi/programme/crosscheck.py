"""What one table says about another: codes that stand twice or nowhere, and visits that nobody may make.

Never reads a file, and never judges a single cell; a code that is no code was named already. It looks at cells, not at
values, so that a row with one wrong cell still counts as there for the rows that refer to it. A table that could not
be read is not in `tables`, and what would need it is not checked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations

from ssi.checklists.notes import check_note
from ssi.checklists.readers import Row, Rows
from ssi.errors import Fault, did_you_mean, fault
from ssi.model import AGREED, RoundKind, Standard
from ssi.programme import people
from ssi.programme.cells import CODE, Refused, criteria, parts, whole
from ssi.programme.tables import PEOPLE

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
SHOWN_TEXT: Mapping[str, str] = {"improvements": "title", "trainings": "title", "shelters": "operator"}

Check = tuple[Callable[..., Iterator[Fault]], tuple[str, ...]]  # and the tables that it looks at, in their order


def across(tables: Tables, kinds: Mapping[str, RoundKind]) -> Iterator[Fault]:
    """Every fault between the tables; `kinds` are the kinds of the rounds that are known already."""
    checks: tuple[Check, ...] = (
        *((partial(twice, column=column), (name,)) for name, column in OWN_CODE.items()),
        *((partial(_shelter_known, column=column), (name, "shelters")) for name, column in SHELTER_IN.items()),
        (_reserved, ("assessors",)),
        (people.valid_after_training, ("assessors",)),
        (people.trainings_attended, ("assessors", "trainings")),
        (people.visitors_who_left, ("visits", "assessors")),
        (_visits_twice, ("visits",)),
        (_visitors, ("visits", "assessors")),
        (_requires, ("improvements", "trainings")),
        (_one_of_a_group, ("improvements",)),
        (_fits_a_session, ("trainings",)),
        *((partial(_private_words, column=column), (name,)) for name, column in SHOWN_TEXT.items()),
        (lambda visits, assessors: at_home(visits, homes(assessors), kinds), ("visits", "assessors")),
    )
    for check, needs in checks:
        if set(needs) <= tables.keys():
            yield from check(*(tables[each] for each in needs))


def _private_words(rows: Rows, column: str) -> Iterator[Fault]:
    """A text that every report shows and that may hold somebody's telephone number or address. Numbers are known here
    as those of no country, since what is in groups counts anywhere."""
    for row in rows:
        for hit in check_note(rows.cell(row, column), ""):
            yield fault("text-private", rows.where(row, column), column=column, found=hit.values["found"])


def _shelter_known(rows: Rows, shelters: Rows, column: str) -> Iterator[Fault]:
    known = [shelters.cell(row, "shelter") for row in shelters]
    yield from unknown(rows, column, known, "shelter-not-listed")


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


def _one_of_a_group(improvements: Rows) -> Iterator[Fault]:
    """Improvements that can never be bought, since with all that they require they take two alternatives; named where
    the two meet, not again for whatever requires that."""
    rows = {improvements.cell(row, "improvement"): row for row in improvements}
    needs = {id: [each for each in parts(improvements.cell(row, "requires")) if each in rows]
             for id, row in rows.items()}  # fmt: skip
    group = {id: (improvements.cell(row, "shelter"), improvements.cell(row, "group")) for id, row in rows.items()}

    def both(id: str) -> tuple[str, str] | None:
        pairs = combinations(_with_needs(id, needs), 2)
        return next(((one, other) for one, other in pairs if group[one][1] and group[one] == group[other]), None)

    for id, row in rows.items():
        if (pair := both(id)) and not any(map(both, needs[id])):
            place = improvements.where(row, "requires")
            yield fault("requires-alternative", place, id=id, one=pair[0], other=pair[1], group=group[pair[0]][1])


def _with_needs(start: str, needs: Mapping[str, list[str]]) -> list[str]:
    """An improvement and all that it requires, also by way of others, each once."""
    found = [start]
    for id in found:
        found.extend(each for each in dict.fromkeys(needs[id]) if each not in found)
    return found


def _fits_a_session(trainings: Rows) -> Iterator[Fault]:
    """Trainings that no shelter could attend: whoever a shelter sends goes to one session."""
    for row in trainings:
        try:
            people = whole(1)(trainings.cell(row, "people") or str(PEOPLE))
            places = whole(1)(trainings.cell(row, "places") or str(people))
        except Refused:
            continue
        if people > places:
            place = trainings.where(row, "places")
            yield fault("places-too-few", place, id=trainings.cell(row, "training"), people=people, places=places)


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
