"""What leaves the programme: scoring sheets to print, a closed round's sheets, and the decision a preview leaves."""

from collections.abc import Mapping

from ssi.acts.read_back import csv_read_back
from ssi.acts.said import confirmed
from ssi.acts.standards import chain_of
from ssi.acts.translations import texts_in
from ssi.checklists.scores import COLUMNS, rows_of
from ssi.checklists.writers import COME_BACK, ending_of, write
from ssi.checklists.writers.table import write_csv
from ssi.model import Decision, Kind, Round, Standard
from ssi.pipeline import Year, checklist_of, closed_round, last_round, shelter_of, standard_of


def scores_csv(year: Year, code: str) -> bytes:
    """The current sheets of a closed round as scores CSV, which `ssi load` reads back as the same sheets."""
    round = closed_round(year, code)
    standard = standard_of(round)
    rows = [row for sheet in year.store.sheets(round.id) for row in rows_of(sheet, standard)]
    data = write_csv(COLUMNS, rows)
    csv_read_back(data, "scores.csv", COLUMNS, rows)
    return data


def leave_preview(year: Year, round: Round, *, at: str, who: str, words_ok: bool = False) -> None:
    """Somebody looked at scores before the close: a decision says who and when."""
    why, body = "scores were shown while the round was open", confirmed(year, who, words_ok=words_ok)
    year.store.decide(Decision(at, who, "preview", round.id, why, body))


def sheet_of_visit(year: Year, code: str, round_code: str, ending: str, language: str, **order: str) -> bytes:
    """The scoring sheet of one visit; `order` is `by="method"` for paper in walk order, else nothing."""
    round = last_round(year, round_code)
    visits = tuple(each for each in round.visits if each.shelter == code)
    checklist = checklist_of(round, shelter_of(round, code))
    texts = texts_in(checklist.standard, round.chain, language, [year.programme.folder / "standards"])
    data = write(
        ending, checklist, shelter=code, round=round.id, visits=visits, language=language, texts=texts,
        programme=round.programme, **order,
    )  # fmt: skip
    return _sure(data, ending, {round.id: checklist.standard})


def blank_sheet(year: Year, kind: Kind, ending: str, language: str, *, children: bool, **order: str) -> bytes:
    """A blank scoring sheet for a kind of shelter, from the programme's standard as it is now; `order` as above."""
    standard, chain = chain_of(year.programme)
    texts = texts_in(standard, chain, language, [year.programme.folder / "standards"])
    checklist = standard.checklist(kind, children=children)
    data = write(ending, checklist, language=language, texts=texts, programme=year.programme.settings.name, **order)
    return _sure(data, ending, {})


def _sure(data: bytes, ending: str, standards: Mapping[str, Standard]) -> bytes:
    """A sheet that is filled in and loaded again leaves only after our own reader has read it."""
    if ending_of(ending) in COME_BACK:
        from ssi.checklists.readers.scoring_workbook import blank_read_back

        blank_read_back(data, ending, standards)
    return data
