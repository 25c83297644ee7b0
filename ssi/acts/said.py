"""What people say in their own words, looked at in one place before it is kept: notes, replies, reasons, who decides.

Never finds every name: no pattern and no list does, and whoever asks for words says so. What a person confirmed is
kept as the codes of the hits, never as the words themselves a second time.
"""

from collections.abc import Iterable

from ssi.errors import Fault, SsiError, fault
from ssi.pipeline import Year

CONFIRMED = "words_ok"  # the key in a decision's body under which the codes of confirmed hits stand


def check_words(year: Year, *texts: str) -> tuple[Fault, ...]:
    """Warnings for what in these texts may identify somebody: by pattern, and by the programme's own list."""
    from ssi.checklists.notes import check_note  # whoever types only levels does not wait for it

    programme = year.programme
    return tuple(hit for each in texts for hit in check_note(each, programme.settings.country, programme.kept_words))


def refused(hits: Iterable[Fault]) -> list[Fault]:
    """The hits as faults of an option, which nobody is asked about one by one."""
    return [fault("words-identify", found=each) for each in hits]


def confirmed(year: Year, *texts: str, words_ok: bool) -> dict[str, list[str]]:
    """What the body of a decision with these words keeps: nothing, or what somebody confirmed with `--words-ok`.
    Raises SsiError with every hit where nobody did."""
    hits = check_words(year, *texts)
    if hits and not words_ok:
        raise SsiError(refused(hits))
    return {CONFIRMED: sorted({each.code for each in hits})} if hits else {}
