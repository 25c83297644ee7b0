"""The day on which an adoption file says that its standard comes into force.

Never judges the file: whoever reads the whole of it does. Here only one date is wanted for a letter to shelters, so a
file that cannot be read, or says no date, simply gives none.
"""

from datetime import date, datetime

import tomli


def in_force(data: bytes) -> str:
    """ISO 8601, empty where there is none: the key `in_force`, at the top or in a table, a TOML date or a text."""
    try:
        tables = tomli.loads(data.decode("utf-8-sig", errors="replace"))
    except tomli.TOMLDecodeError:
        return ""
    places = [tables, *(each for each in tables.values() if isinstance(each, dict))]
    return next(filter(None, (_day(each.get("in_force")) for each in places)), "")


def _day(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(value).isoformat() if isinstance(value, str) else ""
    except ValueError:
        return ""
