"""Two standards → what changed, the version number that needs, and what of the past can still be compared.

Never reads a file and never judges a sentence: that a text was reworded is said, whether it still means the same is for
people. Which version number a change needs stands in `ssi.standards.changes.effects`, the whole table with its reasons:

    patch   wording of any text, an id with the same key, sources, remedy, order, heading
    minor   added (also for more kinds of shelters); a higher minimum, NA refused, stricter cuts, a measure or a way of
            looking more; higher bands or floor of coverage, a lower ceiling of NA; another figure in a text
    major   dropped, another key, another scale; class, weight, weights, area, area weight; anything looser; and what is
            stricter but moves past percents: stop criterion, practice, its cap, how disagreement is settled

Two standards with different ids (an overlay beside its base) have no version numbers to compare, and nothing is asked
of them.
"""

from ssi.errors import Fault, Where, fault
from ssi.findings import LeftOut
from ssi.findings.difference import BUMPS, Bump, Change, Difference, Named
from ssi.model import Standard
from ssi.standards.changes.criteria import criteria_changes
from ssi.standards.changes.effects import change
from ssi.standards.changes.frame import frame_changes, same_scale
from ssi.standards.weakening import weakening

NAMED = 5  # changes that a fault names before it counts


def difference(old: Standard, new: Standard) -> Difference:
    """What changed from `old` to `new`: heading, scale, rules and areas first, then the criteria in the new order."""
    changes = (*frame_changes(old, new), *criteria_changes(old, new))
    if not changes and old.id == new.id and old.sha256 != new.sha256:
        changes = (change("Only comments or layout of the file differ.", "heading", ""),)
    asked = {each.bump for each in changes}
    needs = next((each for each in reversed(BUMPS) if each in asked), BUMPS[0])
    at_least = later(old.version, needs) if old.id == new.id else ""
    pairs, left_out = _matched(old, new)
    return Difference(
        _named(old),
        _named(new),
        changes,
        needs,
        at_least,
        not at_least or numbers(new.version) >= numbers(at_least),
        pairs,
        len(old.criteria),
        left_out,
        tuple((each.criterion, each.what) for each in weakening(old, new)),
    )


def too_small(found: Difference, where: Where) -> Fault | None:
    """The fault `version-too-small`, naming what asks for more; `where` is the place of the later file's version."""
    if found.enough:
        return None
    asking = list(dict.fromkeys(_asks(each) for each in found.changes if each.bump == found.needs))
    named = "; ".join(asking[:NAMED])
    more = f"; and {len(asking) - NAMED} more" if len(asking) > NAMED else ""
    return fault(
        "version-too-small", where, version=found.after.version, before=found.before, at_least=found.at_least,
        needs=found.needs, why=named + more,
    )  # fmt: skip


def later(version: str, bump: Bump) -> str:
    """The next version after this one with this bump; itself where nothing is needed."""
    major, minor, patch = numbers(version)
    return {
        "none": version,
        "patch": f"{major}.{minor}.{patch + 1}",
        "minor": f"{major}.{minor + 1}.0",
        "major": f"{major + 1}.0.0",
    }[bump]


def numbers(version: str) -> tuple[int, int, int]:
    """`x.y.z` as three numbers."""
    major, minor, patch = (int(part) for part in version.split("."))
    return major, minor, patch


def _named(standard: Standard) -> Named:
    return Named(standard.id, standard.version, standard.sha256, standard.title)


def _asks(each: Change) -> str:
    return f"{each.id}: {each.what.rstrip('.')}" if each.id else each.what.rstrip(".")


def _matched(old: Standard, new: Standard) -> tuple[tuple[tuple[str, str], ...], tuple[LeftOut, ...]]:
    """As `ssi.scoring.matching.match` does for two rounds (a test holds the two equal): by key, and on one scale."""
    before, keys = {each.key: each.id for each in old.criteria}, {each.key for each in new.criteria}
    alike, reasons = same_scale(old, new), dict[str, str]()
    for each in new.criteria:
        if each.key not in before:
            reasons[each.id] = "re-keyed" if each.id in old.slot else "new"
        elif not alike:
            reasons[each.id] = "another scale"
    for each in old.criteria:
        if each.key not in keys:
            reasons.setdefault(each.id, "re-keyed" if each.id in new.slot else "dropped")
    pairs = tuple((before[each.key], each.id) for each in new.criteria if each.key in before and alike)
    return pairs, tuple(LeftOut(id, None, reason) for id, reason in reasons.items())
