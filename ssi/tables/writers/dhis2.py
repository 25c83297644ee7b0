"""Data values as the JSON that DHIS2 takes at `/api/dataValueSets`, and that JSON back into values.

Never sends it. Values of several org units each name their own and their period; a data set that is said to be complete
names both once, outside, because DHIS2 completes one org unit and period at a time.
"""

import json
from collections.abc import Iterator
from typing import Any

from ssi.findings.exports import DataValue, DataValues

COLUMNS = ("dataElement", "period", "orgUnit", "categoryOptionCombo", "attributeOptionCombo", "value")


def dhis2_json(found: DataValues) -> bytes:
    return (json.dumps(payload(found), ensure_ascii=False, indent=1) + "\n").encode()


def payload(found: DataValues) -> dict[str, Any]:
    """What is sent, as data."""
    whole = bool(found.complete_on)
    head = {"dataSet": found.data_set, "completeDate": found.complete_on}
    if whole and found.values:
        head |= {"period": found.period, "orgUnit": found.values[0].org_unit}
        head |= {"attributeOptionCombo": found.attribute_option_combo}
    values = [_value(each, found, whole=whole) for each in found.values]
    return {**_present(head), "dataValues": values}


def _value(each: DataValue, found: DataValues, *, whole: bool) -> dict[str, str]:
    place = {} if whole else {"period": found.period, "orgUnit": each.org_unit}
    combos = {"categoryOptionCombo": each.category_option_combo}
    combos |= {} if whole else {"attributeOptionCombo": found.attribute_option_combo}
    return {"dataElement": each.data_element, **place, **_present(combos), "value": each.value}


def _present(parts: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in parts.items() if text}


def rows(found: DataValues) -> Iterator[tuple[str, ...]]:
    """What must come back, by COLUMNS."""
    for each in found.values:
        place = (each.data_element, found.period, each.org_unit)
        yield (*place, each.category_option_combo, found.attribute_option_combo, each.value)


def read_dhis2(data: bytes) -> Iterator[tuple[str, ...]]:
    """The values in these bytes, by COLUMNS: what stands outside holds for every value."""
    whole = json.loads(data)
    for each in whole["dataValues"]:
        yield tuple(str(each.get(name, whole.get(name, ""))) for name in COLUMNS)
