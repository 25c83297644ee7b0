"""Each submission once, though it stands in several files, was exported before and after an edit, or was sent twice.

Never chooses between two answers that people gave: where it cannot be known which edition is the later one, or where
one sheet was sent as two submissions that differ, both are named and a person decides.
"""

from collections.abc import Iterable, Mapping, Sequence

from ssi.checklists.readers.remade import Remade, Submission
from ssi.errors import Fault, SsiError, fault

NAMED = 6  # criteria that a fault names


def once(tables: Iterable[Remade]) -> tuple[Remade, ...]:
    """The tables without those that say nothing new, in their order; those that came from no phone stay as they are.
    Raises SsiError with every sheet that was sent twice or edited, and which of them holds is not known."""
    kept: list[Remade] = []
    known: dict[object, int] = {}  # an id of a submission, or a sheet's key → its place in `kept`
    faults: list[Fault] = []
    for table in tables:
        names = _names(table)
        at = next((known[each] for each in names if each in known), len(kept))
        known |= dict.fromkeys(names, at)
        if at == len(kept):
            kept.append(table)
        elif _answers(kept[at]) != _answers(table):
            later = _later(kept[at], table)
            faults += [] if later else [_twice(kept[at], table)]
            kept[at] = later or kept[at]
    if faults:
        raise SsiError(faults)
    return tuple(kept)


def _names(table: Remade) -> tuple[object, ...]:
    """What another table of the same sheet would share with this one."""
    if table.submission is None:
        return ()
    return (*sorted(table.submission.ids), *([_key(table)] if table.rows else []))


def _key(table: Remade) -> tuple[str, ...]:
    """Round, shelter and assessor; nothing for a table without rows."""
    return table.rows[0].cells[:3] if table.rows else ()


def _answers(table: Remade) -> Mapping[str, tuple[str, ...]]:
    return {table.cell(row, "criterion"): row.cells for row in table}


def _later(one: Remade, other: Remade) -> Remade | None:
    """The later of two editions of one submission; None where they are two, or nothing says which it is."""
    first, second = one.submission, other.submission
    if first is None or second is None or not first.ids & second.ids:
        return None
    if _replaces(second, first) != _replaces(first, second):
        return other if _replaces(second, first) else one
    return None


def _replaces(later: Submission, earlier: Submission) -> bool:
    """Whether the first is known to be the later edition: edited more often, or made in the place of the other."""
    if later.edits is not None and earlier.edits is not None:
        return later.edits > earlier.edits
    follows = later.before in earlier.ids and later.before != earlier.before
    return bool(later.before) and (follows or earlier.edits == 0)


def _twice(one: Remade, other: Remade) -> Fault:
    code = "phone-sent-twice"
    if one.submission and other.submission and one.submission.ids & other.submission.ids:
        code = "phone-edited"
    place = one.where(one.rows[0], "assessor") if one.rows else None
    values = {
        "sheet": " ".join(_key(other)),
        "first": one.submission.id if one.submission else "",
        "second": other.submission.id if other.submission else "",
        "place": f"{place.file}:{place.line}" if place and place.line else one.file,
        "differs": _differing(_answers(one), _answers(other)),
    }
    return fault(code, other.where(other.rows[0], "assessor") if other.rows else None, **values)


def _differing(one: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]]) -> str:
    differs = [each for each in {**one, **other} if one.get(each) != other.get(each)]
    return ", ".join(differs[:NAMED]) + (" …" if len(differs) > NAMED else "")
