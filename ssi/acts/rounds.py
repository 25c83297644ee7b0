"""Opens, closes, reopens and updates rounds. Never changes what a closed round said: a reopening is a new decision.

A round pins the standard's exact bytes and the rows of shelters, assessors and visits, because ten years later
somebody asks what the result rested on, and by then the files will have been edited.
"""

import hashlib
from collections.abc import Sequence

from ssi.acts.said import confirmed
from ssi.acts.standards import chain_of
from ssi.acts.visit import begun, open_agreement
from ssi.as_json.exact import result_body
from ssi.errors import Fault, SsiError, fault
from ssi.findings import RULE, Completeness
from ssi.model import Decision, Round, RoundKind
from ssi.pipeline import Year, summary, the_round, with_tables


def open_round(year: Year, code: str, kind: RoundKind, *, at: str, who: str, words_ok: bool = False) -> Round:
    """A new round, pinned to the programme's standard as it is now. Faults: an id in use, no shelters."""
    programme = with_tables(year).programme
    standard, chain = chain_of(programme)
    visits = tuple(each for each in programme.visits if each.round == code)
    round = Round(
        code, kind, programme.settings.name, standard.sha256, chain, programme.shelters, programme.assessors, visits, at
    )
    known = [each.id for each in year.store.rounds()]
    faults = [
        *([fault("round-exists", round=code)] if code in known else []),
        *([fault("no-shelters")] if not programme.shelters else []),
        *([fault("bad-code", code=code)] if not code.replace("-", "").replace("_", "").isalnum() else []),
        *_at_home(round),
        *_same_version(year, round),
    ]
    if faults:
        raise SsiError(faults)
    bases = {name: hashlib.sha256(data).hexdigest() for name, data in chain[:-1]}
    kept = confirmed(year, who, words_ok=words_ok)
    body = {"standard": str(standard), "sha256": standard.sha256, "bases": bases, "kind": kind, **kept}
    year.store.open_round(round, Decision(at, who, "open", code, "", body))
    return round


def _same_version(year: Year, round: Round) -> list[Fault]:
    """One version, one text: the bytes of an earlier round under the same id and version, be it the standard or what
    it extends, must be these."""
    return [
        fault("standard-same-version", standard=name.removesuffix(".toml").replace("/", " "), round=each.id)
        for each in year.store.rounds()
        for name, data in each.chain
        if dict(round.chain).get(name, data) != data
    ]


def _at_home(round: Round) -> list[Fault]:
    """Peers never assess their own shelter; in a self round nobody else does."""
    return [
        fault("assessor-at-home", assessor=each.assessor, shelter=each.shelter)
        for each in round.visits
        if round.kind != "self" and round.home.get(each.assessor) == each.shelter
    ]


def close_round(year: Year, code: str, *, reason: str, at: str, who: str, words_ok: bool = False) -> Round:
    """Close a round and freeze its result. What is missing needs a reason, also that nothing was sealed (a round opened
    by mistake); two current sheets of one assessor that say different things must be settled first."""
    round = the_round(year, code)
    if round.closed:
        raise SsiError(fault("round-closed", round=round.id))
    found = summary(year, round.id, preview=True)
    hard = [fault("sheet-conflict", shelter=each.shelter, assessor=who_) for each in found.completeness
            for who_ in each.conflicts]  # fmt: skip
    soft = [*_unfinished(found.completeness), *begun(year, round)]
    if not found.shelters:
        soft.append(fault("nothing-sealed", round=round.id))
    if hard or (soft and not reason):
        raise SsiError([*hard, *soft, *([fault("close-needs-reason", round=round.id)] if soft else [])])
    body = {"missing": [each.message for each in soft], **confirmed(year, reason, who, words_ok=words_ok)}
    decision = Decision(at, who, "close", round.id, reason, body)
    year.store.close_round(round.id, result_body(found), RULE, decision)
    return year.store.round(round.id)


def _unfinished(completeness: Sequence[Completeness]) -> list[Fault]:
    faults = []
    for each in completeness:
        for assessor in each.planned:
            if assessor not in each.sealed:
                faults.append(fault("visit-not-sealed", shelter=each.shelter, assessor=assessor))
        faults += open_agreement(each)
    return faults


def reopen_round(year: Year, code: str, *, reason: str, at: str, who: str, words_ok: bool = False) -> Round:
    """Open a closed round again; its frozen result stays beside the one of the next closing."""
    round = the_round(year, code)
    if not round.closed:
        raise SsiError(fault("round-open-already", round=round.id))
    if not reason:
        raise SsiError(fault("reopen-needs-reason", round=round.id))
    body = confirmed(year, reason, who, words_ok=words_ok)
    year.store.decide(Decision(at, who, "reopen", round.id, reason, body))
    return year.store.round(round.id)


def update_round(year: Year, code: str, *, reason: str, at: str, who: str, words_ok: bool = False) -> Round:
    """Take over shelters.csv, assessors.csv and visits.csv as they are now: people fall ill and visits move. A shelter
    that has sheets keeps the kind and children it was scored with."""
    round = the_round(year, code)
    programme = with_tables(year).programme
    new = {each.shelter: each for each in programme.shelters}
    scored = {each.shelter for each in year.store.sheets(round.id)} | {
        place for place, _ in year.store.started(round.id)
    }
    faults = []
    for old in round.shelters:
        now = new.get(old.shelter)
        if old.shelter in scored and (now is None or (now.kind, now.children) != (old.kind, old.children)):
            faults.append(fault("shelter-scored", shelter=old.shelter))
    if round.closed:
        faults.append(fault("round-closed", round=round.id))
    if not reason:
        faults.append(fault("update-needs-reason", round=round.id))
    visits = tuple(each for each in programme.visits if each.round == round.id)
    if faults:
        raise SsiError(faults)
    body = {
        "shelters": [each.model_dump(mode="json") for each in programme.shelters],
        "assessors": [each.model_dump(mode="json") for each in programme.assessors],
        "visits": [each.model_dump(mode="json") for each in visits],
        **confirmed(year, reason, who, words_ok=words_ok),
    }
    year.store.decide(Decision(at, who, "update", round.id, reason, body))
    return year.store.round(round.id)
