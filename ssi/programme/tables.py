"""The programme's tables: which columns each has, which may be missing or blank, and how its rows become values.

Never looks from one table into another; `ssi.programme.crosscheck` does. A row with a fault is left out of the values,
but all its faults are named, and other tables may still refer to its code.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from ssi.checklists.readers import Row, Rows
from ssi.errors import Fault, fault, phrase
from ssi.model import KINDS, Assessor, Frozen, Fund, Improvement, Shelter, Training, Visit
from ssi.programme.cells import Refused, amount, choice, code, criteria, day, plain, several, whole, yes_no
from ssi.programme.money import Money

REMEDIES = ("physical", "system", "capacity", "case-management")
PEOPLE = 2  # how many a shelter sends to a training that does not say


class Column(NamedTuple):
    """`need`: value = the column must be there and no cell of it blank; column = it must be there; free = neither.
    `expected` says in a few words what to write into a blank cell."""

    name: str
    read: Callable[[str], Any]
    need: Literal["value", "column", "free"] = "value"
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One file of the folder. `money` names the columns that hold amounts; `model` is None where rows are only checked.
    `needed` = a programme cannot be without the file."""

    name: str
    columns: tuple[Column, ...]
    model: type[Frozen] | None = None
    money: tuple[str, ...] = ()
    needed: bool = False

    @property
    def needs(self) -> list[str]:
        return [each.name for each in self.columns if each.need != "free"]

    @property
    def frees(self) -> list[str]:
        return [each.name for each in self.columns if each.need == "free"]


_SHELTER = phrase("the code of a shelter")
_CURRENCY = Column("currency", plain, "free")

TABLES: tuple[Table, ...] = (
    Table(
        "shelters",
        (
            Column("shelter", code, expected=phrase("a code such as S01")),
            Column("kind", choice(*KINDS), expected=", ".join(KINDS[:-1]) + " or " + KINDS[-1]),
            Column("capacity", whole(0), expected=phrase("how many residents the shelter is licensed for")),
            Column("region", plain, "column"),
            Column("operator", plain, "column"),
            Column("children", yes_no, "free"),
        ),
        Shelter,
        needed=True,
    ),
    Table(
        "assessors",
        (
            Column("assessor", code, expected=phrase("a code such as A01")),
            Column("shelter", code, "column"),
            Column("trained_on", day, "column"),
            Column("languages", several(plain), "column"),
            Column("role", choice("assessor", "trainer"), "free"),
            Column("valid_until", day, "free"),
            Column("trainings", several(code), "free"),
            Column("post", code, "free"),
            Column("left", day, "free"),
        ),
        Assessor,
        needed=True,
    ),
    Table(
        "visits",
        (
            Column("round", code, expected=phrase("the id of a round")),
            Column("shelter", code, expected=_SHELTER),
            Column("assessor", code, expected=phrase("the code of an assessor")),
            Column("date", day, "free"),
        ),
        Visit,
    ),
    Table(
        "improvements",
        (
            Column("improvement", code, expected=phrase("a code such as I01")),
            Column("shelter", code, expected=_SHELTER),
            Column("title", plain, expected=phrase("what is to be done")),
            Column("kind", choice(*REMEDIES), expected=" or ".join(REMEDIES)),
            Column("cost", amount, expected=phrase("what it costs, 0 where it is free")),
            Column("criteria", criteria, expected=phrase("the ids of the criteria it lifts")),
            Column("to", whole(0), "free"),
            Column("group", code, "free"),
            Column("requires", several(code), "free"),
            _CURRENCY,
        ),
        Improvement,
        money=("cost",),
    ),
    Table(
        "trainings",
        (
            Column("training", code, expected=phrase("a code such as T01")),
            Column("title", plain, expected=phrase("what is taught")),
            Column("kind", choice(*REMEDIES), expected=" or ".join(REMEDIES)),
            Column("fixed_cost", amount, expected=phrase("what a session costs whoever comes")),
            Column("cost_per_person", amount, expected=phrase("what each person costs")),
            Column("people", whole(1), "free"),
            Column("criteria", criteria, expected=phrase("the ids of the criteria it lifts")),
            Column("to", whole(0), "free"),
            Column("places", whole(1), "free"),
            _CURRENCY,
        ),
        Training,
        money=("fixed_cost", "cost_per_person"),
    ),
    Table(
        "funds",
        (
            Column("fund", code, expected=phrase("a code such as F01")),
            Column("amount", amount, expected=phrase("how much money it holds")),
            Column("currency", plain, "column"),
            Column("only", several(choice(*REMEDIES)), "free"),
            Column("shelters", several(code), "free"),
        ),
        Fund,
        money=("amount",),
    ),
    Table(
        "services",
        (
            Column("shelter", code, expected=_SHELTER),
            Column("service", plain, expected=phrase("what is offered")),
            Column("serves", plain, "free"),
            Column("languages", plain, "free"),
            Column("updated", day, "free"),
        ),
    ),
    Table(
        "actions",
        (
            Column("action", code, expected=phrase("a code such as W01")),
            Column("need", plain, "free"),
            Column("title", plain, expected=phrase("what was agreed")),
            Column("owner_role", plain, "free"),
            Column("due", day, "free"),
            Column("state", plain, "free"),
            Column("instrument", plain, "free"),
        ),
    ),
)


def values_of(table: Table, rows: Rows, money: Money | None) -> tuple[list[Any], list[Fault]]:
    """The rows without fault as the table's model, and the faults of the others. Without `money`, because ssi.toml
    itself is wrong, amounts are checked but not converted."""
    faults = rows.expect(table.needs, table.frees)
    model = None if faults else table.model
    values = []
    for row in rows:
        cells, wrong = _cells(table, rows, row)
        if money and not wrong:
            wrong = _convert(table, rows, row, cells, money)
        if money and model and not wrong:
            values.append(model.model_validate({"people": PEOPLE, **cells} if model is Training else cells))
        faults += wrong
    return values, faults


def _cells(table: Table, rows: Rows, row: Row) -> tuple[dict[str, Any], list[Fault]]:
    cells: dict[str, Any] = {}
    faults = []
    for column in table.columns:
        text = rows.cell(row, column.name)
        if not text:
            if column.need == "value" and column.name in rows.header:
                place = rows.where(row, column.name)
                faults.append(fault("cell-empty", place, column=column.name, expected=column.expected))
            continue
        try:
            cells[column.name] = column.read(text)
        except Refused as refused:
            faults.append(refusal(rows, row, column.name, refused))
    return cells, faults


def refusal(rows: Rows, row: Row, column: str, refused: Refused) -> Fault:
    """The fault of a cell that was refused, at its place."""
    values = {"column": column, "text": rows.cell(row, column), **refused.values}
    return fault(refused.code, rows.where(row, str(values["column"])), **values)


def _convert(table: Table, rows: Rows, row: Row, cells: dict[str, Any], money: Money) -> list[Fault]:
    """Amounts in `cells` become whole numbers of the smallest coin; the row's currency is used up."""
    currency = str(cells.pop("currency", "")).upper() if table.money else ""
    faults = []
    for column in _present(table.money, cells):
        written: Decimal = cells[column]
        try:
            cells[column] = money.coins(written, currency)
        except Refused as refused:
            faults.append(refusal(rows, row, column, refused))
    return list({(each.code, each.where): each for each in faults}.values())  # one currency, one fault


def _present(columns: Sequence[str], cells: dict[str, Any]) -> list[str]:
    return [each for each in columns if each in cells]
