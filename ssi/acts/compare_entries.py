"""Double entry: the same paper sheets typed twice, by two people who do not look at each other's; what differs?

Never decides which of two entries is right: the paper does. Nothing is written while they differ, unless a person takes
one of them whole and says why; then a decision keeps what differed. Two people rarely make the same slip, so this finds
nearly all of them; one person who reads a file again finds about two of three.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Literal

from ssi.acts.load import How, take
from ssi.acts.load_sheets import Given, Progress, given, key_of
from ssi.checklists.scores import score_word
from ssi.errors import Fault, Where, fault
from ssi.findings import Differing, DoubleEntry, LoadReport
from ssi.model import Decision, Entry, Notes, Sheet, Standard
from ssi.pipeline import Year, standard_of

Which = Literal["first", "second"]


def load_twice(
    year: Year,
    first: Sequence[Path],
    second: Sequence[Path],
    how: How,
    *,
    taken: Which | None = None,
    notes_ok: bool,
    progress: Progress | None = None,
) -> tuple[LoadReport, DoubleEntry]:
    """Compare two entries of the same sheets, and load the first where they agree, or the one `taken`."""
    one, other = (given(year, each, notes_ok=notes_ok, progress=progress) for each in (first, second))
    differs = tuple(compared(one, other))
    chosen = other if taken == "second" else one
    if not (one.hard or other.hard):
        chosen.faults += _refusals(first, differs, taken, how.reason)
    else:  # what is wrong in the other entry is wrong too
        chosen.faults += (one if chosen is other else other).faults
    there = {key_of(each) for each in one.sheets} & {key_of(each) for each in other.sheets}
    entries = DoubleEntry(len(there), differs, (taken or "") if differs else "")
    decisions = _decisions(chosen, entries, how) if entries.taken else []
    return take(year, chosen, how, decisions), entries


def _refusals(first: Sequence[Path], differs: Sequence[Differing], taken: Which | None, reason: str) -> Iterator[Fault]:
    if differs and taken is None:
        yield fault("entries-differ", Where(str(first[0])), count=len(differs))
    elif differs and not reason:
        yield fault("entries-take-reason")


def compared(one: Given, other: Given) -> Iterator[Differing]:
    """Every place in which two entries differ, sheet by sheet in the order of the first."""
    first, second = ({key_of(each): each for each in entry.sheets} for entry in (one, other))
    for key in {**first, **second}:
        name = " ".join(key)
        if key not in first or key not in second:
            there = ["there" if key in each else "" for each in (first, second)]
            yield Differing(name, "", "sheet", there[0], there[1])
        else:
            yield from _sheets(name, first[key], second[key], standard_of(one.rounds[key[0]]))


def _sheets(name: str, one: Sheet, other: Sheet, standard: Standard) -> Iterator[Differing]:
    if (one.levels, one.notes) == (other.levels, other.notes):
        return
    scores = [
        {each.id: level for each, level in zip(standard.criteria, sheet.levels, strict=True) if level is not None}
        for sheet in (one, other)
    ]
    notes = [Notes.read(sheet.notes, own) for sheet, own in zip((one, other), scores, strict=True)]
    for part, first, second in _of_visit(*notes):
        yield Differing(name, "", part, first, second)
    for id in {**scores[0], **scores[1]}:
        said = [_parts(id, own, each.entries) for own, each in zip(scores, notes, strict=True)]
        for part in said[0]:
            if _plain(said[0][part]) != _plain(said[1][part]):
                yield Differing(name, id, part, said[0][part], said[1][part])


def _parts(id: str, scores: Mapping[str, int], entries: Mapping[str, Entry]) -> dict[str, str]:
    """What a sheet says of one criterion, part by part."""
    entry = entries.get(id)
    level = score_word(scores[id]) if id in scores else ""
    methods = " ".join(entry.methods) if entry else ""
    return {
        "level": level,
        "methods": methods,
        "value": entry.value if entry else "",
        "note": entry.note if entry else "",
    }


def _of_visit(one: Notes, other: Notes) -> Iterator[tuple[str, str, str]]:
    """Where the counts of talks or the visit's own record differ. The long form has no such record: then there is
    nothing to compare."""
    talks = ["" if each.interviews is None else " ".join(map(str, astuple(each.interviews))) for each in (one, other)]
    if talks[0] != talks[1]:
        yield "interviews", talks[0], talks[1]
    facts = [{name: str(text) for name, text in asdict(each.visit).items() if text} for each in (one, other)]
    if all(facts):
        for name in {**facts[0], **facts[1]}:
            first, second = (each.get(name, "") for each in facts)
            if _plain(first) != _plain(second):
                yield name, first, second


def _plain(text: str) -> str:
    """Blanks between words are no difference, nor are small letters."""
    return " ".join(text.split()).casefold()


def _decisions(chosen: Given, entries: DoubleEntry, how: How) -> list[Decision]:
    """What is kept of it: which entry was taken, why, and where they differed; never what a note said."""
    places: dict[str, list[str]] = {}
    for each in entries.differs:
        round = each.sheet.split(" ", 1)[0]
        places.setdefault(round, []).append(" ".join(filter(None, (each.sheet, each.criterion, each.part))))
    known = {each.round for each in chosen.sheets}
    return [
        Decision(how.at, how.who, "double-entry", round, how.reason, {"taken": entries.taken, "differs": differs})
        for round, differs in places.items()
        if round in known
    ]
