"""What assessors.csv says of people that does not fit: days, trainings attended, and visits after somebody left.

Never reads a file, and never judges a cell that cannot be read: that was named already.
"""

from collections.abc import Iterator

from ssi.checklists.readers import Rows
from ssi.errors import Fault, did_you_mean, fault
from ssi.programme.cells import CODE, Refused, day, parts


def valid_after_training(assessors: Rows) -> Iterator[Fault]:
    for row in assessors:
        until, trained = (_day(assessors.cell(row, each)) for each in ("valid_until", "trained_on"))
        if until and until < trained:
            yield fault("valid-before-trained", assessors.where(row, "valid_until"), text=until, trained=trained)


def trainings_attended(assessors: Rows, trainings: Rows) -> Iterator[Fault]:
    """Common trainings of this year stand in trainings.csv; those of earlier years may be gone from it."""
    known = [trainings.cell(row, "training") for row in trainings]
    for row in assessors:
        for each in parts(assessors.cell(row, "trainings")):
            if CODE.fullmatch(each) and each not in known:
                place = assessors.where(row, "trainings")
                yield fault("training-not-listed", place, text=each, hint=did_you_mean(each, known))


def visitors_who_left(visits: Rows, assessors: Rows) -> Iterator[Fault]:
    left = {assessors.cell(row, "assessor"): _day(assessors.cell(row, "left")) for row in assessors}
    for row in visits:
        who, when = visits.cell(row, "assessor"), _day(visits.cell(row, "date"))
        if left.get(who) and when > left[who]:
            yield fault("visitor-left", visits.where(row, "assessor"), assessor=who, left=left[who])


def _day(text: str) -> str:
    """The day of a cell; nothing where it has none, or one that cannot be read."""
    try:
        return day(text) if text else ""
    except Refused:
        return ""
