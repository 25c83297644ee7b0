"""What is found out about adoptions: whether bytes are the adopted ones, and what held on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ssi.errors import Fault
from ssi.model import Standard
from ssi.model.adoption import Adoption, Binds


@dataclass(frozen=True, slots=True)
class Edit:
    """One part that is not as it was adopted: a criterion's id, or heading, scale, rules, areas, sources, examples;
    `bytes` where all that is said is the same and only remarks or spacing differ; `base` where the file is the adopted
    one but a standard that it extends is not. `keys`: in what, where the adopted text is at hand."""

    part: str
    how: Literal["changed", "added", "missing"] = "changed"
    keys: tuple[str, ...] = ()


Signed = Literal["none", "good", "bad", "another key", "missing"]  # missing: a key was given, and nothing is signed
Scan = Literal["", "same", "differs", "not stated"]  # "" where no scan was given to compare


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether something uses exactly the adopted bytes. `what` is as the person named it; `key` the short fingerprint
    of the key that signed; `faults` what else is wrong: with the adoption file, the pack."""

    what: str
    standard: str
    sha256: str
    adoption: Adoption | None = None
    edits: tuple[Edit, ...] = ()
    signed: Signed = "none"
    key: str = ""
    trusted: bool = False  # the key was given by the person, not read from the adoption file
    scan: Scan = ""
    faults: tuple[Fault, ...] = ()

    @property
    def verdict(self) -> Literal["adopted", "not adopted", "differs"]:
        if self.edits:
            return "differs"
        return "not adopted" if self.adoption is None else "adopted"

    @property
    def good(self) -> bool:
        """Nothing differs; that nobody has adopted it is no difference."""
        wrong = self.signed in ("bad", "another key", "missing") or self.scan in ("differs", "not stated")
        return not (self.edits or wrong or any(not each.warning for each in self.faults))


StandardStatus = Literal["draft", "released", "adopted", "in force", "superseded"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a standard was on a day. `binding` and `later` are whom it binds on that day and whom only afterwards;
    `after` is the standard that superseded it ("id version"), `since` the day, `until` the end of the transition where
    that day has not passed, and `partly` that the newer one does not bind every shelter yet."""

    standard: Standard
    place: str
    status: StandardStatus
    adoption: Adoption | None = None
    differs: bool = False  # the file is not the adopted one, byte for byte
    binding: tuple[Binds, ...] = ()
    later: tuple[Binds, ...] = ()
    after: str = ""
    since: date | None = None
    until: date | None = None
    partly: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is in force on that day, and yet binds nobody."""
        return self.status == "in force" and not self.binding

    @property
    def holds(self) -> bool:
        """Whether any shelter is bound by it on that day."""
        still = self.status == "superseded" and (self.partly or self.until is not None)
        return bool(self.binding) and (self.status == "in force" or still)
