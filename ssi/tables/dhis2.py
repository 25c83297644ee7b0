"""A round's result × the mapping → the data values for DHIS2, and what is held back.

Never sends anything. A shelter that is urgent or incomplete is held back whole, unless the mapping says otherwise: a
number without its warning beside it would be read as a result. Two numbers never go to the same place in DHIS2, where
the second would put aside the first in silence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from ssi.errors import Fault, did_you_mean, refuse
from ssi.findings import ShelterScore, Summary
from ssi.findings.exports import DataValue, DataValues, HeldBack
from ssi.model import Standard
from ssi.tables.dhis2_mapping import Element, Read, elements
from ssi.words import rounded

OVERALL = "overall"


def data_values(summary: Summary, standard: Standard, read: Read, *, shelters: frozenset[str], on: str) -> DataValues:
    """The values of a closed round. `shelters` = those of the round, seen or not; `on` = today, ISO 8601. Raises
    SsiError with every fault of the mapping against this round, by its line."""
    refuse(sorted(_misfits(summary, standard, read, shelters), key=lambda each: each.where.line or 0))
    mapping = read.mapping
    values = [value for each in summary.shelters if _sent(each, read) for value in _values(each, read)]
    held_back = [held for each in summary.shelters for held in _held_back(each, read)]
    return DataValues(
        summary.round,
        mapping.periods[summary.round],
        mapping.data_set,
        mapping.attribute_option_combo,
        on if mapping.complete else "",
        tuple(values),
        tuple(held_back),
        tuple(each.id for each in standard.area if each.id not in mapping.areas),
    )


def _misfits(summary: Summary, standard: Standard, read: Read, shelters: frozenset[str]) -> Iterator[Fault]:
    mapping, areas = read.mapping, [each.id for each in standard.area]
    if summary.round not in mapping.periods:
        yield read.fault(("periods",), "dhis2-no-period", round=summary.round)
    if not mapping.overall and not mapping.areas:
        yield read.fault((), "dhis2-nothing")
    yield from _unknown(read, "shelter", "org_units", mapping.org_units, sorted(shelters))
    yield from _unknown(read, "area", "areas", mapping.areas, areas)
    missing = [each.shelter for each in summary.shelters if each.shelter not in mapping.org_units]
    if missing:
        yield read.fault(("org_units",), "dhis2-no-unit", shelters=", ".join(missing))
    yield from _twice(read)
    units = [each for each in mapping.org_units.values() if each]
    if mapping.complete and (len(units) != 1 or not mapping.data_set):
        yield read.fault(("complete",), "dhis2-complete", count=len(units))


def _unknown(read: Read, what: str, table: str, named: Iterable[str], known: Sequence[str]) -> Iterator[Fault]:
    for code in named:
        if code not in known:
            yield read.fault((table, code), "dhis2-unknown", what=what, code=code, hint=did_you_mean(code, known))


def _twice(read: Read) -> Iterator[Fault]:
    """Two shelters that are one org unit, two numbers that are one data element."""
    units: dict[str, str] = {}
    for shelter, unit in read.mapping.org_units.items():
        if unit and units.setdefault(unit, shelter) != shelter:
            yield read.fault(("org_units", shelter), "dhis2-twice", uid=unit, one=units[unit], other=shelter)
    places: dict[tuple[str, str], str] = {}
    for path, element in elements(read.mapping):
        name, place = str(path[-1]), (element.data_element, _combo(element, read))
        if places.setdefault(place, name) != name:
            yield read.fault(path, "dhis2-twice", uid=element.data_element, one=places[place], other=name)


def _combo(element: Element, read: Read) -> str:
    return element.category_option_combo or read.mapping.category_option_combo


def _why(score: ShelterScore, read: Read) -> str:
    """Why a shelter is held back whole; empty where it is not."""
    mapping = read.mapping
    if not mapping.org_units[score.shelter]:
        return "no org unit"
    if score.status == "urgent" and mapping.urgent != "send":
        return "urgent"
    return "incomplete" if score.incomplete and mapping.incomplete != "send" else ""


def _sent(score: ShelterScore, read: Read) -> bool:
    return not _why(score, read)


def _values(score: ShelterScore, read: Read) -> Iterator[DataValue]:
    percents = _percents(score)
    for path, element in elements(read.mapping):
        part = str(path[-1])
        exact = percents.get(part)
        if exact is None:
            continue
        unit, value = read.mapping.org_units[score.shelter], str(rounded(exact, element.decimals))
        yield DataValue(score.shelter, part, unit, element.data_element, value, exact, _combo(element, read))


def _held_back(score: ShelterScore, read: Read) -> Iterator[HeldBack]:
    why = _why(score, read)
    if why:
        yield HeldBack(score.shelter, "", why)
        return
    percents = _percents(score)
    for path, _ in elements(read.mapping):
        if percents.get(str(path[-1])) is None:
            yield HeldBack(score.shelter, str(path[-1]), "no percent")


def _percents(score: ShelterScore) -> Mapping[str, Fraction | None]:
    """What stands for each part: the shelter's percent, and that of each of its areas."""
    return {**{each.area: each.percent for each in score.areas}, OVERALL: score.percent}
