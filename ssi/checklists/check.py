"""One entry against the checklist: may this criterion have this score here? → Faults; none where it may.

Never reads a line or a file (`line` and `scores` do) and never alters the entry. What a note may give away is looked at
in `ssi.checklists.notes`. Faults carry no place: whoever read the entry knows where it stood.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ssi.errors import Fault, did_you_mean, fault
from ssi.model import FEW_RESIDENTS, NA, SCORE_WORDS, Checklist, Criterion, Entry, Standard

Number = Decimal | Fraction | int
_MOST_DIGITS = 30


def check_entry(checklist: Checklist, entry: Entry, interviews_agreed: int | None) -> tuple[Fault, ...]:
    """Every fault of one entry. `interviews_agreed` = how many residents agreed to talk; None while nobody has said:
    then the rule of five waits until the sheet is sealed."""
    standard = checklist.standard
    if entry.criterion not in standard.slot:
        hint = did_you_mean(entry.criterion, (each.id for each in checklist.criteria))
        return (fault("unknown-criterion", criterion=entry.criterion, hint=hint),)
    if standard.slot[entry.criterion] not in checklist.slots:
        return (fault("criterion-not-here", criterion=entry.criterion),)
    criterion = standard.criterion(entry.criterion)
    return (*_score(standard, criterion, entry), *_value(criterion, entry), *_few_residents(entry, interviews_agreed))


def _score(standard: Standard, criterion: Criterion, entry: Entry) -> Iterator[Fault]:
    if entry.score not in standard.position and entry.score not in SCORE_WORDS:
        yield fault("score-unknown", score=entry.score, known=levels_text(standard))
    if entry.score == NA and criterion.na_when is None:
        yield fault("na-refused", criterion=criterion.id)
    elif entry.score == NA and not entry.note.strip():
        yield fault("na-without-reason", criterion=criterion.id, when=criterion.na_when)


def _value(criterion: Criterion, entry: Entry) -> Iterator[Fault]:
    if entry.value and criterion.measure is None:
        yield fault("value-without-measure", criterion=criterion.id)
    elif entry.value and measured(entry.value) is None:
        yield fault("value-not-number", value=entry.value[:_MOST_DIGITS])


def _few_residents(entry: Entry, agreed: int | None) -> Iterator[Fault]:
    """In a house of three, a note on what a resident said names who spoke (DESIGN section 9)."""
    spoken = "resident" in entry.methods and entry.note and entry.score != NA
    if spoken and agreed is not None and agreed < FEW_RESIDENTS:
        yield fault("few-residents-note", criterion=entry.criterion, few=FEW_RESIDENTS)


def levels_text(standard: Standard) -> str:
    """The levels of the scale, worst to best: `0, 1, 2`."""
    return ", ".join(str(each.value) for each in standard.scale)


def measured(text: str) -> Decimal | None:
    """A measured or counted value: digits with at most one point, 0 or more; None where the text is something else."""
    whole, _, part = text.partition(".")
    digits = whole + part
    plain = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return Decimal(text) if plain and whole and not text.endswith(".") else None


def proposed_level(criterion: Criterion, value: Number, standard: Standard) -> int:
    """The level that a measured value proposes: a step up the scale for each cut that it reaches. A cut itself is
    reached. Raises ValueError for a criterion without a measure."""
    if criterion.measure is None:
        raise ValueError(f"{criterion.id} has no measure")
    less, exact = criterion.measure.better == "less", Fraction(value)
    steps = sum(exact <= cut if less else exact >= cut for cut in criterion.measure.cuts)
    return standard.scale[steps].value


def check_interviews(asked: int, agreed: int, declined: int) -> tuple[Fault, ...]:
    """Counts of residents: none below 0, and no more who answered than were asked."""
    if min(asked, agreed, declined) < 0:
        return (fault("interviews-form", text=f"{asked} {agreed} {declined}"),)
    if agreed + declined > asked:
        return (fault("interviews-sum", asked=asked, agreed=agreed, declined=declined),)
    return ()
