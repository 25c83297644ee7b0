"""The pages that a team leaves at a shelter, from the store to the document: `ssi.pipeline` while the round is open.

Never says who gave which level, and never a percentage: nobody compares shelters before the round is closed.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ssi.errors import SsiError, fault
from ssi.model import Round
from ssi.pipeline import Year, replies_of, standard_of, summary
from ssi.words import Words

if TYPE_CHECKING:  # whoever types scores does not wait for findings
    from ssi.document import Document
    from ssi.findings import ShelterScore, Urgent


def notice_of(year: Year, round: Round, shelter: str, urgent: "Sequence[Urgent]", words: Words) -> "Document":
    """The urgent notice of one shelter."""
    from ssi.reports.notice import urgent_notice

    return urgent_notice(shelter, _here(urgent, shelter), standard_of(round), year.programme.settings.urgent, words)


def visit_summary_of(year: Year, round: Round, shelter: str, urgent: "Sequence[Urgent]", words: Words) -> "Document":
    """What the visit settled, for the team's own eyes at the end: strengths, stop criteria, what to mend this week."""
    from ssi.reports.notice import visit_summary

    score = _settled(year, round, shelter)
    return visit_summary(score, standard_of(round), words, round=round.id, urgent=_here(urgent, shelter))


def visit_page_of(year: Year, round: Round, shelter: str, urgent: "Sequence[Urgent]", words: Words) -> "Document":
    """The same for the shelter to keep, with what it has replied and room to reply."""
    from ssi.reports.notice import visit_page

    found = visit_summary_of(year, round, shelter, urgent, words)
    return visit_page(found, words, replies_of(year, shelter))


def _settled(year: Year, round: Round, shelter: str) -> "ShelterScore":
    """From all sealed sheets of the visit, also while the round is open."""
    found = summary(year, round.id, preview=True).shelter(shelter)
    if found is None:
        raise SsiError(fault("shelter-not-visited", shelter=shelter, round=round.id))
    return found


def _here(urgent: "Sequence[Urgent]", shelter: str) -> "list[Urgent]":
    return [each for each in urgent if each.shelter == shelter]
