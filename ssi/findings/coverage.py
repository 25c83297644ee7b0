"""How far one standard covers another, and which of its criteria rest on an outside source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ssi.model.mapping import RELATIONS, Relation


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What stands in our standard for one `criterion` of the other: the ids, and their relation to it. `relation` is
    None where nobody has decided yet; `by` says whether shared keys or a mapping file did."""

    criterion: str
    relation: Relation | None
    ours: tuple[str, ...] = ()
    by: Literal["key", "mapping", ""] = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """`ours` and `other` are "id version". `only_ours` = our criteria that are the counterpart of nothing in it."""

    ours: str
    other: str
    ours_sha256: str
    other_sha256: str
    counterparts: tuple[Counterpart, ...]
    only_ours: tuple[str, ...]
    mapping: str = ""

    @property
    def counts(self) -> Mapping[Relation | None, int]:
        """Each relation, and None for what is not yet mapped → how many criteria of the other standard."""
        found = [each.relation for each in self.counterparts]
        return {each: found.count(each) for each in (*RELATIONS, None)}


@dataclass(frozen=True, slots=True)
class SourceUse:
    """The criteria that name an outside source, `alone` those that name no other."""

    standard: str
    source: str
    title: str
    address: str
    criteria: tuple[str, ...]
    alone: tuple[str, ...]
