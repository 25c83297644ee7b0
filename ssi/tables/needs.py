"""What falls short in a round: by shelter, and what many shelters share.

Never judges: `ssi.scoring.needs` did.
"""

from collections.abc import Iterator, Sequence

from ssi.findings import Needs
from ssi.model import CLASSES
from ssi.tables.tidy import (
    CRITERION,
    OF_CRITERION,
    OF_SHELTER,
    ROUND,
    SHELTER,
    Field,
    Row,
    Tidy,
    count,
    tidy,
    truth,
)

_REMEDIES = ("physical", "system", "capacity", "case-management")


def needs_tables(found: Sequence[Needs]) -> tuple[Tidy, ...]:
    """The tables `needs` and `shared_needs` of these rounds."""
    return _needs(found), _shared_needs(found)


def _needs(found: Sequence[Needs]) -> Tidy:
    fields = (
        *(ROUND, SHELTER, CRITERION),
        Field("level", "integer", "The level that counts", required=True),
        Field("minimum", "integer", "The level that meets the standard", required=True),
        Field("class", "string", "How much it matters", required=True, words=CLASSES),
        truth("gate", "Whether it is a stop criterion"),
        count("distance", "How many levels it is short of its minimum"),
    )
    rows = (
        (every.round, shelter, each.criterion, each.level, each.minimum, each.class_, each.gate, each.distance)
        for every in found
        for shelter, needs in every.shelters
        for each in needs
    )
    key = "round shelter criterion"
    return tidy("needs", "Criteria below their minimum", fields, key, rows, OF_SHELTER, OF_CRITERION)


def _shared_needs(found: Sequence[Needs]) -> Tidy:
    fields = (
        *(ROUND, CRITERION),
        truth("common", "Whether it falls short at several shelters: a matter for a training"),
        truth("system", "Whether it falls short nearly everywhere, or lies with the authorities: a matter for policy"),
        count("shelters", "At how many shelters it falls short"),
        count("assessed", "At how many shelters it was scored"),
        Field("remedy", "string", "What mends it, by the standard", words=_REMEDIES),
    )
    rows = (row for each in found for row in _shared(each))
    key = "round criterion"
    return tidy("shared_needs", "Criteria that fall short at several shelters", fields, key, rows, OF_CRITERION)


def _shared(found: Needs) -> Iterator[Row]:
    common, system = ({each.criterion for each in part} for part in (found.common, found.system))
    for each in {one.criterion: one for one in (*found.common, *found.system)}.values():
        head = (found.round, each.criterion, each.criterion in common, each.criterion in system)
        yield (*head, len(each.shelters), each.assessed, each.remedy)
