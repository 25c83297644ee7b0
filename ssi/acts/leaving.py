"""What leaves the programme: scoring sheets to print, a closed round's sheets, and the decision a preview leaves."""

from ssi.acts.said import confirmed
from ssi.acts.standards import chain_of
from ssi.acts.translations import texts_in
from ssi.checklists.scores import COLUMNS, rows_of
from ssi.checklists.writers import write
from ssi.checklists.writers.table import write_csv
from ssi.model import Decision, Kind, Round
from ssi.pipeline import Year, checklist_of, closed_round, last_round, shelter_of, standard_of


def scores_csv(year: Year, code: str) -> bytes:
    """The current sheets of a closed round as scores CSV, which `ssi load` reads back as the same sheets."""
    round = closed_round(year, code)
    standard = standard_of(round)
    rows = (row for sheet in year.store.sheets(round.id) for row in rows_of(sheet, standard))
    return write_csv(COLUMNS, rows)


def leave_preview(year: Year, round: Round, *, at: str, who: str, words_ok: bool = False) -> None:
    """Somebody looked at scores before the close: a decision says who and when."""
    why, body = "scores were shown while the round was open", confirmed(year, who, words_ok=words_ok)
    year.store.decide(Decision(at, who, "preview", round.id, why, body))


def sheet_of_visit(year: Year, code: str, round_code: str, ending: str, language: str) -> bytes:
    """The scoring sheet of one visit, to print."""
    round = last_round(year, round_code)
    visits = tuple(each for each in round.visits if each.shelter == code)
    checklist = checklist_of(round, shelter_of(round, code))
    texts = texts_in(checklist.standard, round.chain, language, [year.programme.folder / "standards"])
    return write(ending, checklist, shelter=code, round=round.id, visits=visits, language=language, texts=texts)


def blank_sheet(year: Year, kind: Kind, ending: str, language: str, *, children: bool) -> bytes:
    """A blank scoring sheet for a kind of shelter, from the programme's standard as it is now."""
    standard, chain = chain_of(year.programme)
    texts = texts_in(standard, chain, language, [year.programme.folder / "standards"])
    return write(ending, standard.checklist(kind, children=children), language=language, texts=texts)
