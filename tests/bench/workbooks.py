"""How long scoring workbooks take to write and to load beside XlsxWriter and calamine alone on the same cells.

    python -m tests.bench.workbooks [SHELTERS]

Prints a table; asserts nothing, because seconds belong to a machine. Three assessors a shelter, the whole of ssi-core.
`alone` = the same values into bare sheets, without looks, drop-downs or formulas; and the same files read as values.
"""

import io
import sys
from collections.abc import Callable, Mapping, Sequence
from random import Random
from time import process_time

import xlsxwriter
from python_calamine import load_workbook

from ssi.checklists.readers.scoring_workbook import scoring_rows
from ssi.checklists.scores import grouped, read_draft
from ssi.checklists.writers.workbook import scoring_workbook
from ssi.model import Checklist, Visit
from ssi.standards.reading import read_standard
from tests.checklists.filling import Workbook
from tests.checklists.test_live_percent import filling
from tests.running import ROOT

TEAM = ("A01", "A02", "A03")
FILLINGS = 5  # different ones; the workbooks of a country differ in no other way that takes time


def checklist() -> Checklist:
    path = ROOT / "standards" / "ssi-core" / "1.0.0.toml"
    return read_standard(path.read_bytes(), "ssi-core/1.0.0.toml").checklist("long-term", children=True)


def written(of: Checklist, shelter: str) -> bytes:
    visits = [Visit(round="R1", shelter=shelter, assessor=each) for each in TEAM]
    return scoring_workbook(of, shelter=shelter, round="R1", visits=visits, programme="bench")


def bare(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if cell != "":
                        sheet.write(row, column, cell)
    return page.getvalue()


def values(data: bytes) -> dict[str, Sequence[Sequence[object]]]:
    book = load_workbook(io.BytesIO(data))
    return {each: book.get_sheet_by_name(each).to_python() for each in book.sheet_names}


def read(data: bytes, of: Checklist) -> int:
    """Workbook → drafts of its sheets, every score checked: all of a load but the store."""
    tables = scoring_rows(data, "x.xlsx", {"R1": of.standard}) or ()
    drafts = [read_draft(group, of) for table in tables for group in grouped(table)]
    assert not any(faults for _, faults in drafts)
    return len(drafts)


def seconds(times: int, work: Callable[[int], object]) -> float:
    start = process_time()
    for at in range(times):
        work(at)
    return process_time() - start


def main() -> None:
    shelters = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    of = checklist()
    blank = written(of, "S0001")
    cells = values(blank)
    filled = []
    for at in range(FILLINGS):
        book = Workbook(blank)
        for each in TEAM:
            scores = filling(of, Random(f"{at} {each}"), 0.95)
            book.fill(
                each, {id: (said[0], said[1], "why" if said[0] == "NA" else "", "") for id, said in scores.items()}
            )
        filled.append(book.bytes())
    own = {
        "write": seconds(shelters, lambda at: written(of, f"S{at:04}")),
        "read": seconds(shelters, lambda at: read(filled[at % FILLINGS], of)),
    }
    alone = {
        "write": seconds(shelters, lambda _: bare(cells)),
        "read": seconds(shelters, lambda at: values(filled[at % FILLINGS])),
    }
    print(f"{shelters} workbooks of {len(TEAM)} sheets, {len(of.criteria)} criteria: CPU seconds")
    for what, library in (("write", "XlsxWriter"), ("read", "calamine")):
        ratio = own[what] / alone[what]
        print(f"{what:6}{own[what]:8.2f}   {library} alone{alone[what]:8.2f}   ratio{ratio:6.2f}")


if __name__ == "__main__":
    main()
