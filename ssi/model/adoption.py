"""Who adopted a standard, by which instrument, from which day and for whom: the file `<version>.adoption.toml`.

Holds offices, days, counts and hashes; never a person's name, and never a word of the standard. The standard's own
bytes know nothing of it: whether a standard is adopted, in force or superseded follows from such files.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ssi.model.words import Frozen, Kind

Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
Print = Annotated[str, StringConstraints(pattern="^[0-9a-f]{12}$")]  # the first 12 hex digits of a sha256
Named = Annotated[str, StringConstraints(pattern=r"^[^ ]+ [0-9]+\.[0-9]+\.[0-9]+$")]  # "id version"
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Count = Annotated[int, Field(ge=0)]


class Base(Frozen):
    """A standard that an overlay stands on, and the bytes that it had."""

    standard: Named
    sha256: Sha256


class Binds(Frozen):
    """Which shelters the standard binds from a day on. What is empty leaves nobody out."""

    from_: date = Field(alias="from")
    kinds: tuple[Kind, ...] = ()
    regions: tuple[Said, ...] = ()
    operators: tuple[Said, ...] = ()

    @property
    def everybody(self) -> bool:
        return not (self.kinds or self.regions or self.operators)


class Consulted(Frozen):
    """How many were heard. `survivor_groups` has no default: that it was none must be said."""

    survivor_groups: Count
    shelters: Count = 0
    ministries: Count = 0
    organisations: Count = 0
    others: Count = 0


class Parts(Frozen):
    """Fingerprints of all that a standard says beside its criteria. `areas` = their ids, titles, weights, and which
    criteria stand in them in which order."""

    heading: Print
    scale: Print
    rules: Print
    areas: Print
    sources: Print
    examples: Print


class Signature(Frozen):
    """Ed25519 over the 64 letters of the standard's sha256. It holds the standard; the days and the office above are
    held by the signed paper, whose scan has `instrument_sha256`."""

    public_key: Sha256  # 32 bytes in hex, as a sha256 is
    signature: Annotated[str, StringConstraints(pattern="^[0-9a-f]{128}$")]


class Adoption(Frozen):
    """The last page of a decree. `standard` and `supersedes` are "id version"; `weakening` are the sentences that the
    authority accepted; `parts` and `criteria` hold a fingerprint of each part and criterion as resolved, so that an
    edit can be called by its name."""

    format: Literal[1]
    standard: Named
    sha256: Sha256
    resolved_sha256: Sha256
    base: tuple[Base, ...] = ()
    authority: Said
    instrument: Said
    instrument_sha256: Sha256 | None = None
    adopted: date
    in_force: date
    transition_until: date | None = None
    supersedes: Named | None = None
    weakening: tuple[Said, ...] = ()
    binds: tuple[Binds, ...] = ()
    consulted: Consulted
    parts: Parts
    criteria: Mapping[str, Print]
    signature: Signature | None = None

    @property
    def starts(self) -> tuple[Binds, ...]:
        """`binds`; where none is written, every shelter from the day in force."""
        return self.binds or (Binds.model_validate({"from": self.in_force}),)
