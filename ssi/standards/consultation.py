"""The consultation register (`consultation.csv`, also .xlsx and .ods) → its comments, or every fault in it.

Never keeps who a person is: a comment comes from an office or a role, and a cell that may hold a telephone number, an
e-mail or an address is refused, because the change note with these texts goes to every shelter.
"""

from collections.abc import Iterator

from ssi.checklists.notes import check_note
from ssi.checklists.readers import Row, Rows
from ssi.errors import Fault, SsiError, did_you_mean, fault
from ssi.findings.difference import STATES, Comment, State
from ssi.model import Standard

COLUMNS = ("comment", "criterion", "from", "text", "answer", "state")
_EXPECTED = {
    "comment": "a code of its own, such as C01",
    "from": "the office or the role that said it",
    "text": "what was said, in short",
    "state": " or ".join(STATES),
}
_SHOWN = ("from", "text", "answer")


def read_consultation(rows: Rows, before: Standard, after: Standard) -> tuple[Comment, ...]:
    """The comments of a register on the way from `before` to `after`, in its order. Raises SsiError with all faults."""
    faults = rows.expect(COLUMNS)
    first: dict[str, int] = {}
    for row in rows:
        faults += [*_blank(rows, row), *_twice(rows, row, first), *_criterion(rows, row, before, after)]
        faults += [*_state(rows, row), *_private(rows, row)]
    if faults:
        raise SsiError(faults)
    return tuple(_comment(rows, row) for row in rows)


def _comment(rows: Rows, row: Row) -> Comment:
    code, criterion, by, text, answer, word = (rows.cell(row, each) for each in COLUMNS)
    return Comment(code, criterion, by, text, answer, _known(word))


def _known(word: str) -> State:
    return next(each for each in STATES if each == word.casefold())


def _blank(rows: Rows, row: Row) -> Iterator[Fault]:
    for column, expected in _EXPECTED.items():
        if column in rows.header and not rows.cell(row, column):
            yield fault("cell-empty", rows.where(row, column), column=column, expected=expected)


def _twice(rows: Rows, row: Row, first: dict[str, int]) -> Iterator[Fault]:
    """`first` = comment → the line where it stands first; this row is put in."""
    code = rows.cell(row, "comment")
    if code and first.setdefault(code, row.line) != row.line:
        yield fault("code-twice", rows.where(row, "comment"), column="comment", text=code, first=first[code])


def _criterion(rows: Rows, row: Row, before: Standard, after: Standard) -> Iterator[Fault]:
    code = rows.cell(row, "criterion")
    if code and code not in before.slot and code not in after.slot:
        hint = did_you_mean(code, {**after.slot, **before.slot})
        values = {"column": "criterion", "text": code, "before": before, "after": after, "hint": hint}
        yield fault("consultation-criterion", rows.where(row, "criterion"), **values)


def _state(rows: Rows, row: Row) -> Iterator[Fault]:
    word, answer = rows.cell(row, "state").casefold(), rows.cell(row, "answer")
    if word and word not in STATES:
        hint, known = did_you_mean(word, STATES), ", ".join(STATES)
        yield fault("cell-choice", rows.where(row, "state"), column="state", text=word, hint=hint, known=known)
    elif word not in ("", "open") and not answer and "answer" in rows.header:
        code = rows.cell(row, "comment")
        yield fault("consultation-unanswered", rows.where(row, "answer"), comment=code, state=word)


def _private(rows: Rows, row: Row) -> Iterator[Fault]:
    for column in _SHOWN:
        for each in check_note(rows.cell(row, column), ""):
            found = each.values["found"]
            yield fault("consultation-private", rows.where(row, column), column=column, found=found)
