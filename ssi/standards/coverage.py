"""Two standards → what of the other has a counterpart in ours.

Never guesses from words. Where both come from one family (versions of one standard, an overlay and its base), the same
criterion in both is compared by what a machine can be sure of: what the one asks less of than the other. If ours asks
less it is `narrower`, if it asks more `wider`, and `equal` if neither and the texts are the same. Anything else (both
at once, other words) a person must read, and a mapping file says what she found. Where a mapping file speaks of a
criterion, it alone counts.
"""

from collections.abc import Mapping

from ssi.errors import SsiError, did_you_mean, fault
from ssi.findings.coverage import Counterpart, Coverage, SourceUse
from ssi.model import Criterion, Standard
from ssi.model.mapping import Crosswalk, Mapped
from ssi.standards.weakening import weaker


def coverage(
    ours: Standard,
    other: Standard,
    crosswalk: Crosswalk | None = None,
    *,
    paired: Mapping[str, str] | None = None,
    mapping: str = "",
) -> Coverage:
    """For each criterion of `other`, in its order, the counterpart in `ours`. `crosswalk` maps from `other` to `ours`
    and was checked (`ssi.standards.mapping`), `mapping` is its file's name; `paired` = id in `other`
    → id in `ours`, where they are the same criterion of one family."""
    mapped = {each.criterion: each for each in crosswalk.map} if crosswalk else {}
    found = tuple(_counterpart(each, mapped, paired or {}, ours, other) for each in other.criteria)
    named = {id for each in found for id in each.ours}
    return Coverage(
        str(ours), str(other), ours.sha256, other.sha256, found,
        tuple(each.id for each in ours.criteria if each.id not in named), mapping,
    )  # fmt: skip


def _counterpart(
    asked: Criterion, mapped: Mapping[str, Mapped], paired: Mapping[str, str], ours: Standard, other: Standard
) -> Counterpart:
    if asked.id in mapped:
        said = mapped[asked.id]
        return Counterpart(asked.id, said.relation, said.to, "mapping", said.note)
    if asked.id in paired:
        return compared(asked, ours.criterion(paired[asked.id]), other, ours)
    return Counterpart(asked.id, None, note=_dropped(asked.id, ours, other))


def compared(asked: Criterion, mine: Criterion, other: Standard, ours: Standard) -> Counterpart:
    """What `mine`, of `ours`, is to the same criterion in `other`."""
    less, more = tuple(weaker(asked, mine, other, ours)), tuple(weaker(mine, asked, ours, other))
    reworded = _says(asked) != _says(mine)
    if less and more:
        return Counterpart(asked.id, None, (mine.id,), "", f"it asks less ({'; '.join(less)}) and more at once")
    if reworded and not (less or more):
        return Counterpart(asked.id, None, (mine.id,), "", "worded differently")
    seen = "; ".join(less) or "; ".join(f"seen from {ours}, {each}" for each in more)
    note = f"{seen}; also worded differently" if reworded else seen
    return Counterpart(asked.id, "narrower" if less else "wider" if more else "equal", (mine.id,), "key", note)


def _dropped(code: str, ours: Standard, other: Standard) -> str:
    """Why our overlay dropped this criterion, where it did and `other` is what it changes."""
    steps = ours.overlay.steps if ours.overlay and ours.overlay.extends == str(other) else ()
    return next((f"dropped: {each.reason}" for each in steps if (each.kind, each.criterion) == ("drop", code)), "")


def _says(criterion: Criterion) -> tuple[object, ...]:
    return criterion.text, criterion.anchors, criterion.measure, criterion.na_when


def resting_on(standard: Standard, source: str) -> SourceUse:
    """The criteria that carry this source's tag. Fault: `source-unknown`."""
    known = {each.id: each for each in standard.source}
    if source not in known:
        hint = did_you_mean(source, known)
        listed = ", ".join(sorted(known)) or "(none)"
        raise SsiError(fault("source-unknown", source=source, standard=standard, hint=hint, known=listed))
    using = [each for each in standard.criteria if source in each.source]
    alone = tuple(each.id for each in using if each.source == (source,))
    about = known[source]
    return SourceUse(str(standard), source, about.title, about.address, tuple(each.id for each in using), alone)
