"""A scoring workbook that came back, filled in with whatever program → its sheets in the long form.

Never judges a score (`ssi.checklists.scores` does) and never guesses: what a sheet is, is said by its headings and its
keys, and what the workbook was made for by the hidden sheet `ssi`. A workbook made of another version of the standard
is refused by the name of what differs, because a level of one version may mean something else in the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from python_calamine import CalamineError, CalamineWorkbook

from ssi.checklists.readers.grid import Grid, table_in
from ssi.checklists.readers.remade import LONG, Remade
from ssi.checklists.readers.rows import clean
from ssi.checklists.readers.safety import opened, unreadable
from ssi.checklists.readers.scan import refuse_spread, scan
from ssi.checklists.readers.scoring_sheets import Filled, filled, the_visit
from ssi.checklists.readers.workbook import Value, load
from ssi.checklists.scoring_sheet import (
    ABOVE,
    ANSWERS,
    FORMAT,
    HEADINGS,
    IDENTITY,
    MARK,
    PART,
    READ_ME,
    VISIT,
    VISIT_HEADINGS,
    Identity,
    differing,
    parts_of,
)
from ssi.errors import Fault, SsiError, Where, fault, refuse
from ssi.model import Standard

MOST_ROWS = 3_000  # of a sheet; a standard has some hundred criteria
MOST_CELLS = 4_000_000
_MACROS = "vbaproject.bin"


def scoring_rows(data: bytes, name: str, standards: Mapping[str, Standard]) -> tuple[Remade, ...] | None:
    """The sheets of a scoring workbook that somebody filled in, each as a table in the long form; None where this is no
    scoring workbook. `standards`: round → what it is pinned to. Raises SsiError with every fault of its form."""
    package = opened(data, name)
    book = load(data, name)
    identity = _identity(book, name)
    if identity is None:
        return None
    seen = scan(package, MOST_ROWS)
    refuse(
        fault("scoring-rows", Where(name), sheet=each.name, most=MOST_ROWS) for each in seen if each.rows > MOST_ROWS
    )
    refuse_spread(name, seen, MOST_CELLS)
    faults = (
        [fault("workbook-macros", Where(name))] if any(each.lower().endswith(_MACROS) for each in package.parts) else []
    )
    named = {each.name: each for each in seen}
    grids = [
        Grid(name, each, *_values(book, each, name), named[each])
        for each in book.sheet_names
        if each.strip().casefold() not in (IDENTITY, READ_ME)
    ]
    return _tables(grids, identity, standards, faults)


def blank_read_back(data: bytes, name: str, standards: Mapping[str, Standard]) -> None:
    """Raises SsiError where a workbook that was just written would not come back as a blank one of its standard."""
    tables = scoring_rows(data, name, standards) or ()
    wrong = [one.message for each in tables for one in each.remarks if one.code != "scoring-blank"]
    if wrong or not tables or any(each.rows for each in tables):
        why = wrong[0] if wrong else "it does not say what it is of"
        raise SsiError(fault("workbook-cannot-hold", why=why))


def is_part_of_one(data: bytes, name: str) -> bool:
    """Whether sheets of a scoring workbook stand in this one, without the hidden sheet that says what they are of."""
    book = load(data, name)
    first = book.sheet_names[0]
    rows = _values(book, first, name)[0]
    column = [clean(str(row[0])) for row in rows[: len(ABOVE)] if row]
    return column == list(ABOVE)


def _values(book: CalamineWorkbook, sheet: str, name: str) -> tuple[Sequence[Sequence[Value]], int, int]:
    try:
        found = book.get_sheet_by_name(sheet)
        return found.to_python(), *(found.start or (0, 0))
    except CalamineError:
        unreadable(name, "it is no workbook, or only a part of one")


def _identity(book: CalamineWorkbook, name: str) -> Identity | None:
    """What the hidden sheet says; None where there is none."""
    sheet = next((each for each in book.sheet_names if each.strip().casefold() == IDENTITY), "")
    if not sheet:
        return None
    rows = [[str(each) for each in row] for row in _values(book, sheet, name)[0]]
    if not rows or rows[0][0] != MARK:
        return None
    if rows[0][1:2] != [FORMAT]:
        detail = "it was made by a later version of ssi" if rows[0][1:2] else "its first row is not what it was"
        raise SsiError(fault("scoring-identity-altered", Where(name), detail=detail))
    said: dict[str, dict[str, str]] = {}
    for row in rows[1:]:
        key, one, two = (*row, "", "")[:3]
        said.setdefault(key, {})[one] = two
    return _checked(said, name)


def _checked(said: Mapping[str, Mapping[str, str]], name: str) -> Identity:
    single = {
        key: next(iter(said.get(key, {})), "")
        for key in ("programme", "round", "shelter", "standard", "sha256", "resolved")
    }
    many = [dict(said.get(key, {})) for key in ("sheet", HEADINGS, VISIT_HEADINGS, PART)]
    lacking = [key for key in ("standard", "resolved") if not single[key]]
    whole = {"id", "levels", *ANSWERS} <= many[1].keys() and {"id", "answer"} <= many[2].keys() and many[3]
    lacking += [] if whole else ["what its columns are"]
    if lacking:
        detail = f"it does not say {', '.join(lacking)}"
        raise SsiError(fault("scoring-identity-altered", Where(name), detail=detail))
    return Identity(**single, assessors=many[0], headings=many[1], visit_headings=many[2], parts=many[3])


def _tables(
    grids: Sequence[Grid], identity: Identity, standards: Mapping[str, Standard], faults: list[Fault]
) -> tuple[Remade, ...]:
    """The tables of the sheets that were filled in; what is wrong with the workbook, or was passed over, is said with
    the first of them, so that it comes together with what is wrong with the scores."""
    file = grids[0].file if grids else ""
    visit = next((each for each in grids if _is_visit(each, identity)), None)
    if visit is None:
        raise SsiError([*faults, fault("sheet-missing", Where(file), sheet=VISIT)])
    team = the_visit(visit, identity)
    _refuse_other_standard(file, identity, team.round or identity.round, standards)
    found: list[Filled] = []
    remarks: list[Fault] = []
    for grid in grids:
        if grid is visit:
            continue
        table = table_in(grid, identity.headings, ("id", "levels", *ANSWERS))
        if table is None:
            remarks += _not_ours(grid, identity, faults)
            continue
        sheet = filled(table, team, identity)
        faults += sheet.faults
        if sheet.blank and not sheet.faults:
            remarks.append(fault("scoring-blank", Where(file), sheet=grid.name))
        elif not sheet.blank:
            found.append(sheet)
    faults += team.faults if found else ()
    found = [*_once(found, faults, remarks)]
    tables = [each.table(identity.programme) for each in found] or [Remade(file, LONG)]
    return replace(tables[0], remarks=(*faults, *remarks)), *tables[1:]


def _is_visit(grid: Grid, identity: Identity) -> bool:
    table = table_in(grid, identity.visit_headings, ("id", "answer"))
    return table is not None and "asked" in {table.key(line) for line in table.below()}


def _not_ours(grid: Grid, identity: Identity, faults: list[Fault]) -> Iterator[Fault]:
    """A sheet without our headings: somebody's own, unless there are criteria on it."""
    if any(each in identity.parts for each in grid.texts()):
        faults.append(fault("scoring-headings-missing", Where(grid.file), sheet=grid.name))
    elif grid.rows:
        yield fault("scoring-sheet-ignored", Where(grid.file), sheet=grid.name)


def _refuse_other_standard(file: str, made: Identity, round: str, standards: Mapping[str, Standard]) -> None:
    """A round that nobody knows is named later, at its cell."""
    standard = standards.get(round)
    if standard is None or standard.resolved_sha256 == made.resolved:
        return
    what = differing(made.parts, parts_of(standard))
    values = {"made": made.standard, "round": round, "pinned": standard, "what": what}
    raise SsiError(fault("scoring-standard-differs", Where(file), **values))


def _once(found: Sequence[Filled], faults: list[Fault], remarks: list[Fault]) -> Iterator[Filled]:
    """Each assessor's sheet once. A copy that says the same is passed over with a word, another is a fault."""
    first: dict[tuple[str, str, str], Filled] = {}
    for each in found:
        there = first.setdefault(each.whose, each)
        if there is each:
            yield each
            continue
        names = {"first": there.name, "second": each.name, "assessor": each.whose[2]}
        if not each.whose[2]:
            yield each  # both lack the code, which is named at each of them
        elif there.answers == each.answers:
            remarks.append(fault("scoring-same-twice", each.place("assessor"), **names))
        else:
            faults.append(fault("scoring-copied", each.place("assessor"), **names))
