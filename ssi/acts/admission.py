"""Who may score where, and whether a round takes scores. Never writes.

Apart from `ssi.acts.rounds`, because a team that types does not wait for what opening and closing a round need.
"""

import hashlib

from ssi.errors import Fault, SsiError, did_you_mean, fault
from ssi.model import Round
from ssi.pipeline import Year, the_round


def open_for_scores(year: Year, code: str) -> Round:
    """The round, or a fault if it is closed or its pinned standard's bytes are not what their hashes say."""
    round = the_round(year, code)
    faults = []
    if round.closed:
        faults.append(fault("round-closed", round=round.id))
    if altered_files(year, round):
        faults.append(fault("pinned-standard-altered", round=round.id))
    if faults:
        raise SsiError(faults)
    return round


def altered_files(year: Year, round: Round) -> list[str]:
    """The names of files kept with the round, its standard and the bases of it, that are not those it was opened
    with."""
    opened = {
        name: sha for each in year.store.decisions(round.id, "open") for name, sha in each.body.get("bases", {}).items()
    }
    known = {**opened, round.chain[-1][0]: round.standard_sha256}
    hashes = ((name, hashlib.sha256(data).hexdigest()) for name, data in round.chain)
    return [name for name, sha256 in hashes if known.get(name) != sha256]


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
