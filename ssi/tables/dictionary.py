"""The data dictionary as a table: one row a column, so that a workbook carries what `datapackage.json` says.

Never says more than the tables themselves do.
"""

from collections.abc import Sequence

from ssi.tables.tidy import Field, Tidy, code, tidy, truth


def dictionary(tables: Sequence[Tidy]) -> Tidy:
    """What every column of every table means, in their order."""
    fields = (
        code("table", "The name of the table"),
        code("column", "The name of the column"),
        Field("meaning", "string", "What it says", required=True),
        Field("type", "string", "What its values are", required=True, words=("string", "integer", "number", "boolean")),
        truth("key", "Whether it is one of the columns that together name a row"),
        truth("required", "Whether every row has a value"),
        Field("values", "string", "The only values it may have; empty where any of its type may stand"),
    )
    rows = (
        (
            *(table.name, each.name, each.description, each.type),
            *(each.name in table.key, each.required, "; ".join(each.words) or None),
        )
        for table in tables
        for each in table.fields
    )
    return tidy("dictionary", "What every column means", fields, "table column", rows)
