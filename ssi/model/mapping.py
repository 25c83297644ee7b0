"""A mapping file: which criteria of one standard have a counterpart in another, as people who read both decided.

Never says which of two standards is better. A *relation* is said of the counterpart: it is `equal` where it demands the
same, `narrower` where it demands less or covers only a part, `wider` where it demands all of it and more, `none` where
there is nothing of the kind.
"""

from typing import Literal

from pydantic import Field

from ssi.model.words import Frozen

Relation = Literal["equal", "narrower", "wider", "none"]
RELATIONS: tuple[Relation, ...] = ("equal", "wider", "narrower", "none")


class Mapped(Frozen):
    """`to` holds the ids that together are the counterpart of `criterion`."""

    criterion: str
    relation: Relation
    to: tuple[str, ...] = ()
    note: str = ""


class Crosswalk(Frozen):
    """The file `mappings/<from>--<to>.toml`. `from` and `to` are "id version"; each hash is of that standard's file."""

    format: Literal[1]
    from_: str = Field(alias="from")
    to: str
    from_sha256: str
    to_sha256: str
    map: tuple[Mapped, ...] = ()
