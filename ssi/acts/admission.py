"""Who may score where, and whether a round takes scores. Never writes.

Apart from `ssi.acts.rounds`, because a team that types does not wait for what opening and closing a round need.
"""

import hashlib

from ssi.errors import Fault, SsiError, did_you_mean, fault
from ssi.model import Round
from ssi.pipeline import Year, the_round


def open_for_scores(year: Year, code: str) -> Round:
    """The round, or a fault if it is closed or its pinned standard's bytes are not what their hash says."""
    round = the_round(year, code)
    faults = []
    if round.closed:
        faults.append(fault("round-closed", round=round.id))
    if hashlib.sha256(round.chain[-1][1]).hexdigest() != round.standard_sha256:
        faults.append(fault("pinned-standard-altered", round=round.id))
    if faults:
        raise SsiError(faults)
    return round


def check_assessor(round: Round, shelter: str, assessor: str) -> list[Fault]:
    """Who may score where: known, not at home (in a self round: only at home)."""
    if unknown := known_assessor(round, assessor):
        return unknown
    at_home = round.home[assessor] == shelter
    if round.kind != "self" and at_home:
        return [fault("assessor-at-home", assessor=assessor, shelter=shelter)]
    if round.kind == "self" and not at_home:
        return [fault("self-not-at-home", assessor=assessor, shelter=shelter)]
    return []


def known_assessor(round: Round, assessor: str) -> list[Fault]:
    """A fault where the round has no such assessor."""
    if assessor in round.home:
        return []
    return [fault("unknown-assessor", assessor=assessor, hint=did_you_mean(assessor, round.home), round=round.id)]
