"""How long the results of 1,500 shelters take as CSV and as a workbook, read back, beside the libraries alone.

    python -m tests.bench.exports [SHELTERS]

Prints a table; asserts nothing, because seconds belong to a machine. Alone: Python's `csv`, or XlsxWriter, with the
same cells of the same types, and calamine that reads them; no formats, no widths, no guard, nothing compared.
"""

import csv
import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from random import Random
from time import process_time

import xlsxwriter
from python_calamine import load_workbook

from ssi.acts.read_back import Sheet, csv_read_back, workbook_read_back
from ssi.findings import Summary
from ssi.model import KINDS, NA, NS, Round, Shelter, Standard
from ssi.model import Sheet as Scores
from ssi.scoring.summarise import summarise
from ssi.standards.reading import read_standard
from ssi.tables.dictionary import dictionary
from ssi.tables.results import results
from ssi.tables.tidy import Tidy
from ssi.tables.writers.csv import csv_bytes
from ssi.tables.writers.workbook import workbook
from tests import making
from tests.running import ROOT

STANDARD = ROOT / "standards" / "ssi-core" / "1.0.0.toml"
MADE = datetime(2026, 1, 1, tzinfo=UTC)


def a_summary(shelters: int) -> Summary:
    """A round of so many shelters with two sheets each, by chance."""
    standard, chance = read_standard(STANDARD.read_bytes(), STANDARD.name), Random(2026)
    places = [making.shelter(f"S{at:04}", kind=KINDS[at % len(KINDS)], children=at % 3 == 0) for at in range(shelters)]
    sheets = [_sheet(standard, place, who, chance) for place in places for who in ("A1", "A2")]
    round: Round = making.a_round(places)
    return summarise(round, standard, sheets)


def _sheet(standard: Standard, place: Shelter, who: str, chance: Random) -> Scores:
    ids = [each.id for each in standard.checklist(place.kind, children=place.children).criteria]
    words = {NA: "NA", NS: "NS"}
    scores = {each: words.get(score, score) for each in ids for score in [int(chance.random() * 20) % 4]}
    return making.sheet(standard, place, who, {id: score if score != 3 else "NS" for id, score in scores.items()})


def csv_alone(tables: tuple[Tidy, ...]) -> None:
    for table in tables:
        page = io.StringIO(newline="")
        csv.writer(page).writerows([table.columns, *table.rows])
        list(csv.reader(io.StringIO(page.getvalue())))


def csv_ours(tables: tuple[Tidy, ...]) -> None:
    for table in tables:
        csv_read_back(csv_bytes(table), table.name, table.columns, table.rows)


def xlsx_written(tables: tuple[Tidy, ...]) -> bytes:
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        for table in tables:
            sheet = book.add_worksheet(table.name)
            for number, row in enumerate([table.columns, *table.rows]):
                for at, value in enumerate(row):
                    if isinstance(value, bool):
                        sheet.write_boolean(number, at, value)
                    elif isinstance(value, int | Decimal):
                        sheet.write_number(number, at, value)
                    elif value is not None:
                        sheet.write_string(number, at, value)
    return page.getvalue()


def xlsx_alone(tables: tuple[Tidy, ...]) -> None:
    book = load_workbook(io.BytesIO(xlsx_written(tables)))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def xlsx_ours(tables: tuple[Tidy, ...]) -> None:
    data = workbook(tables, title="Bench", made=MADE)
    sheets = (Sheet(each.name, each.columns, each.rows) for each in (dictionary(tables), *tables))
    workbook_read_back(data, "bench.xlsx", sheets)


def seconds(what: Callable[[tuple[Tidy, ...]], object], tables: tuple[Tidy, ...]) -> float:
    """The least of three runs, in processor time."""
    times = []
    for _ in range(3):
        start = process_time()
        what(tables)
        times.append(process_time() - start)
    return min(times)


def main() -> None:
    shelters = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    summary = a_summary(shelters)
    start = process_time()
    tables = results([summary])
    made = process_time() - start
    cells = sum(len(each.rows) * len(each.fields) for each in tables)
    print(f"{shelters} shelters, {cells:,} cells; tables made in {made:.2f} s")
    for name, ours, alone in (("csv", csv_ours, csv_alone), ("xlsx", xlsx_ours, xlsx_alone)):
        one, other = seconds(ours, tables), seconds(alone, tables)
        print(
            f"{name:5} written and read back {one:6.2f} s   libraries alone {other:6.2f} s   {one / other:5.2f} times"
        )


if __name__ == "__main__":
    main()
