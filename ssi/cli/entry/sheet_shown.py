"""`ssi record --show`: the sheet so far, as text or as the JSON of DESIGN section 6. Never alters it.

What fewer than 5 residents said is not shown: the method `resident` is left out, because in a house of three it names
who spoke.
"""

import json
from typing import Any

from ssi.acts.record import Typing
from ssi.checklists.draft import Draft, unsealed
from ssi.checklists.scores import score_word
from ssi.cli.faults import visible
from ssi.model import FEW_RESIDENTS
from ssi.words import Words


def show_sheet(typing: Typing, words: Words, *, as_json: bool) -> None:
    """Print what is typed; of a finished sheet, what is sealed."""
    draft = unsealed(typing.sealed, typing.checklist) if typing.sealed and typing.finished else typing.draft
    entries = _entries(typing, draft)
    if as_json:
        print(json.dumps(_head(typing, draft) | {"entries": entries}, ensure_ascii=False, indent=1))
        return
    for entry in entries:
        line = f"{entry['criterion']} {entry['score']}  {' '.join(entry['methods'])}  {entry['note']}"
        print(visible(line.rstrip()))
    typed = words("{n} of {total} typed", n=len(entries), total=len(typing.checklist.criteria))
    if _correcting(typing):
        typed += "; " + words("these corrections are not sealed, and until they are the sealed sheet counts")
    print(words("sealed") if typing.finished else typed)


def _correcting(typing: Typing) -> bool:
    return typing.sealed is not None and not typing.finished


def _head(typing: Typing, draft: Draft) -> dict[str, Any]:
    talks = draft.interviews
    return {
        "round": typing.round.id,
        "shelter": typing.shelter.shelter,
        "assessor": typing.assessor,
        "sealed": typing.finished,
        **({"replaces": typing.draft.revises} if _correcting(typing) else {}),
        **({"mismatches": [id for id, _, _ in typing.mismatches]} if typing.first is not None else {}),
        **({"interviews": [talks.asked, talks.agreed, talks.declined]} if talks else {}),
    }


def _entries(typing: Typing, draft: Draft) -> list[dict[str, Any]]:
    """The entries in the checklist's order."""
    hide = draft.interviews is None or draft.interviews.agreed < FEW_RESIDENTS
    known = [draft.entries[each.id] for each in typing.checklist.criteria if each.id in draft.entries]
    return [
        {
            "criterion": each.criterion,
            "score": each.score if each.score >= 0 else score_word(each.score),
            "methods": [method for method in each.methods if not (hide and method == "resident")],
            "note": each.note,
            **({"value": each.value} if each.value else {}),
        }
        for each in known
    ]
