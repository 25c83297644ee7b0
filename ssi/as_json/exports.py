"""What left, and what goes to DHIS2, as JSON for other programs. Never holds the tables themselves: the files do."""

from typing import Any

from ssi.as_json.numbers import number
from ssi.findings.exports import DataValues, Exported


def exported_json(found: Exported, file: str = "") -> dict[str, Any]:
    """`ssi export … --json`; `written` is the file or folder, null where nothing was asked for."""
    return {
        "what": found.what,
        "rounds": list(found.rounds),
        "open": found.open,
        "tables": [{"table": each.name, "rows": each.rows, "columns": each.columns} for each in found.tables],
        "written": file or None,
    }


def data_values_json(found: DataValues, file: str = "") -> dict[str, Any]:
    """`ssi export dhis2 … --json`: every value with the number it was rounded from, and what is held back."""
    return {
        "round": found.round,
        "period": found.period,
        "data_set": found.data_set or None,
        "complete_on": found.complete_on or None,
        "values": [
            {
                "shelter": each.shelter,
                "part": each.part,
                "org_unit": each.org_unit,
                "data_element": each.data_element,
                "value": each.value,
                "number": number(each.exact),
            }
            for each in found.values
        ],
        "held_back": [
            {"shelter": each.shelter, "part": each.part or None, "why": each.why} for each in found.held_back
        ],
        "unmapped": list(found.unmapped),
        "written": file or None,
    }
