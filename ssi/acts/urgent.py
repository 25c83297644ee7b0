"""Stop criteria at their worst level: told at once, mended within a week, listed until that is so. One thing that never
waits for the close of a round (DESIGN section 6).

Never says what happened at a shelter: a criterion, a date, and the role to tell.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ssi.acts.said import check_words, confirmed, refused
from ssi.errors import SsiError, fault, phrase
from ssi.findings import ShelterScore, Summary, Urgent
from ssi.model import Decision, Round, Standard
from ssi.pipeline import Year, shelter_of, standard_of, summary
from ssi.visit_pages import notice_of, visit_page_of, visit_summary_of
from ssi.words import Words

if TYPE_CHECKING:
    from ssi.document import Document

DAYS_TO_MEND = 7


def urgent(year: Year) -> tuple[Urgent, ...]:
    """What is urgent by the newest sheets of each shelter, open rounds included, unless a later sheet or a decision
    says that it is put right. By shelter, then in the standard's order."""
    newest: dict[str, tuple[Urgent, ...]] = {}
    for round in year.store.rounds():
        if round.kind == "self":
            continue
        found = summary(year, round.id, preview=True)
        times = year.store.sheet_times(round.id)
        for shelter in found.shelters:
            if round.closed or all_sealed(found, shelter.shelter):
                since = max((times[each] for each in shelter.sheets if each in times), default=round.opened_at)
                gates = worst_gates(shelter, standard_of(round))
                newest[shelter.shelter] = tuple(
                    Urgent(shelter.shelter, each, _due(since), round.id, since) for each in gates
                )
    cleared = year.store.decisions(kind="cleared")
    return tuple(each for code in sorted(newest) for each in newest[code] if not _cleared(each, cleared))


def _due(since: str) -> str:
    return (date.fromisoformat(since[:10]) + timedelta(days=DAYS_TO_MEND)).isoformat()


def _cleared(urgent: Urgent, decisions: Sequence[Decision]) -> bool:
    """By a decision on this round, not older than the sheets: what is at its worst once more is urgent once more."""
    gate = (urgent.round, urgent.shelter, urgent.criterion)
    return any(
        (each.round, each.body["shelter"], each.body["criterion"]) == gate and each.at >= urgent.since
        for each in decisions
    )


def all_sealed(found: Summary, shelter: str) -> bool:
    each = next(each for each in found.completeness if each.shelter == shelter)
    return set(each.planned) <= set(each.sealed)


def worst_gates(shelter: ShelterScore, standard: Standard) -> tuple[str, ...]:
    """The stop criteria at the worst level of the scale."""
    worst = standard.scale[0].value
    return tuple(each for each in shelter.gates if shelter.score(each) == worst)


def notice(year: Year, shelter: str, words: Words) -> "tuple[tuple[Urgent, ...], Document]":
    """What is urgent at one shelter, and the page that says so. Fault: nothing is."""
    here = tuple(each for each in urgent(year) if each.shelter == shelter)
    if not here:
        raise SsiError(fault("nothing-urgent", shelter=shelter))
    return here, notice_of(year, year.store.round(here[0].round), shelter, here, words)


def settled(year: Year, round: Round, shelter: str, words: Words) -> "Document":
    """What the visit settled, for the team's own eyes."""
    return visit_summary_of(year, round, shelter, urgent(year), words)


def pages(year: Year, round: Round, shelter: str, words: Words) -> "dict[str, Document]":
    """What a team leaves at a shelter once it has settled, by file name under reports/: the page that the shelter
    keeps, and the urgent notice where there is one."""
    open_ = [each for each in urgent(year) if each.shelter == shelter]
    found = {f"visit-{shelter}-{round.id}.html": visit_page_of(year, round, shelter, open_, words)}
    if open_:
        found[f"urgent-{shelter}-{round.id}.html"] = notice_of(year, round, shelter, open_, words)
    return found


def clear(year: Year, shelter: str, criterion: str, *, reason: str, at: str, who: str, words_ok: bool = False) -> None:
    """A decision that a stop criterion is put right: it leaves the list, no score changes. Faults: nothing of the kind
    is open, no reason, words in the reason that may identify someone."""
    open_ = urgent(year)
    here = [each for each in open_ if (each.shelter, each.criterion) == (shelter, criterion)]
    faults = []
    if not here:
        known = ", ".join(f"{each.shelter} {each.criterion}" for each in open_) or phrase("none")
        faults.append(fault("urgent-unknown", shelter=shelter, criterion=criterion, known=known))
    if not reason:
        faults.append(fault("clear-needs-reason", shelter=shelter, criterion=criterion))
    faults += [] if words_ok else refused(check_words(year, reason, who))
    if faults:
        raise SsiError(faults)
    body = {"shelter": shelter, "criterion": criterion, **confirmed(year, reason, who, words_ok=True)}
    year.store.decide(Decision(at, who, "cleared", here[0].round, reason, body))


def reply(year: Year, round: Round, shelter: str, text: str, *, at: str, who: str, words_ok: bool = False) -> None:
    """The shelter's own answer to its result, in its words; a later one stands beside the earlier. Faults: nothing
    said, words that may identify someone."""
    shelter_of(round, shelter)
    if not text.strip():
        raise SsiError(fault("reply-empty", shelter=shelter))
    body = {"shelter": shelter, **confirmed(year, text, who, words_ok=words_ok)}
    year.store.decide(Decision(at, who, "reply", round.id, text.strip(), body))
