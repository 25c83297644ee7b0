"""What every tidy table must be: rows that fit, keys that occur once, references that lead somewhere, words allowed."""

from collections.abc import Sequence
from decimal import Decimal

from ssi.tables.tidy import Field, Tidy, Value

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, Decimal),
    "boolean": (bool,),
}


def assert_sound(tables: Sequence[Tidy]) -> None:
    by_name = {each.name: each for each in tables}
    assert len(by_name) == len(tables)
    for table in tables:
        assert len(set(table.columns)) == len(table.fields) and {*table.key} <= {*table.columns}
        for row in table.rows:
            assert len(row) == len(table.fields), table.name
            for field, value in zip(table.fields, row, strict=True):
                assert_value(table, field, value)
        keys = parts(table, table.key)
        assert len(set(keys)) == len(keys), f"{table.name}: {table.key} does not name a row"
        for refers in table.refers:
            if refers.table in by_name:
                there = set(parts(by_name[refers.table], refers.to))
                assert set(parts(table, refers.fields)) <= there, (table.name, refers)


def assert_value(table: Tidy, field: Field, value: Value) -> None:
    where = (table.name, field.name, value)
    if value is None:
        assert not field.required and field.name not in table.key, where
        return
    assert isinstance(value, TYPES[field.type]), where
    assert field.type == "boolean" or not isinstance(value, bool), where
    assert not field.words or value in field.words, where
    if isinstance(value, int | Decimal):
        assert field.low is None or value >= field.low, where
        assert field.high is None or value <= field.high, where


def parts(table: Tidy, names: Sequence[str]) -> list[tuple[Value, ...]]:
    at = [table.columns.index(each) for each in names]
    return [tuple(row[each] for each in at) for row in table.rows]
