"""Works everything in the store out again and names the first thing that differs in each. Never mends, never writes.

A frozen result is recomputed from exactly the sheets and the standard's bytes that it names, by the kept functions of
its rule, and compared as text: equal to the last digit on any machine.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from ssi.acts.admission import altered_files
from ssi.as_json.exact import result_body
from ssi.errors import SsiError
from ssi.findings import RULE, Verification
from ssi.model import Round, Sheet
from ssi.pipeline import Year, standard_of


def verify(year: Year) -> Verification:
    """Counts of what was recomputed, and a sentence for each thing that differs."""
    store = year.store
    rounds = store.rounds()
    sheets = {each.hash: each for each in store.all_sheets()}
    differs = list(store.check_integrity())
    results = 0
    for round in rounds:
        differs += _standard(year, round)
        closed = [each.at for each in store.decisions(round.id, "close")]
        if [at for at, _, _ in store.results(round.id)] != closed:
            differs.append(f"round {round.id}: its closings and the results kept of them do not fit together")
        for at, rule, body in store.results(round.id):
            results += 1
            differs += _result(round, at, rule, body, sheets)
    proposals = store.proposals()
    counts = {"rounds": len(rounds), "sheets": len(sheets), "results": results, "plans": len(proposals)}
    differs += [
        f"the proposal {sha[:12]} is not the text that its hash names"
        for sha, body in proposals
        if hashlib.sha256(body.encode()).hexdigest() != sha
    ]
    return Verification(counts, tuple(differs))


def _standard(year: Year, round: Round) -> list[str]:
    """Whether the standard and what it extends are those that the round was opened with; nothing but what is kept in
    the store is read."""
    altered = altered_files(year, round)
    if altered:
        return [f"round {round.id}: the standard {each} kept with it is not the one its hash names" for each in altered]
    name = round.chain[-1][0]
    try:
        standard_of(round)
    except SsiError as error:
        return [f"round {round.id}: the standard {name} cannot be read: {error}"]
    return []


def _result(round: Round, at: str, rule: str, body: str, sheets: Mapping[str, Sheet]) -> list[str]:
    from ssi.scoring.summarise import summarise

    where = f"round {round.id}: the result of {at}"
    if rule != RULE:
        return [f"{where} was made by the rule {rule}, which this version does not keep"]
    frozen = json.loads(body)
    named = [hash for shelter in frozen["shelters"] for hash in shelter["sheets"]]
    gone = [each for each in named if each not in sheets]
    if gone:
        return [f"{where} rests on the sheet {gone[0][:12]}, which is not in the store"]
    try:
        again = summarise(replace(round, closed=True), standard_of(round), [sheets[each] for each in named])
    except SsiError:
        return []  # the standard's own sentence says it
    if result_body(again) == body:
        return []
    return [f"{where} is not what its sheets give: {_first_difference(frozen, json.loads(result_body(again)))}"]


def _first_difference(frozen: object, again: object, path: str = "") -> str:
    if isinstance(frozen, dict) and isinstance(again, dict):
        for name in sorted(frozen.keys() | again.keys()):
            if frozen.get(name) != again.get(name):
                return _first_difference(frozen.get(name), again.get(name), f"{path}.{name}".strip("."))
    if isinstance(frozen, list) and isinstance(again, list) and len(frozen) == len(again):
        for at, (old, new) in enumerate(zip(frozen, again, strict=True)):
            if old != new:
                return _first_difference(old, new, f"{path}[{old.get('shelter', at) if isinstance(old, dict) else at}]")
    return f"{path} is kept as {frozen!r} and comes out as {again!r}"
