"""What every store promises, whatever database it stands on.

Holds no code: `tests/store/test_contract.py` runs against each store that makes these promises. Times are ISO 8601
texts that the caller gives; the store has no clock. Whether a thing may be done (a score after the close, a sheet for
a shelter that was not planned) is the pipeline's to say: a store keeps what it is given, and gives it back.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, Self

from ssi.model import Decision, Round, Sheet


class Store(Protocol):
    """Append, read back, never alter. What is written to a round that is not there is refused (`unknown-round`) with
    nothing written; reading one gives nothing. Every method may find the store unusable (`StoreUnusable`)."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def close(self) -> None:
        """Let go of it; what was written is on the disk already."""

    def open_round(self, round: Round, decision: Decision) -> None:
        """A new round and the decision (kind `open`) that opens it; `round-exists` where its id is taken."""

    def rounds(self) -> tuple[Round, ...]:
        """Every round in the order of opening: `closed` by its last open, close or reopen decision; shelters, assessors
        and visits as its last `update` decisions left them. The body of one is what `pinned` gives, else ValueError."""

    def round(self, id: str) -> Round:
        """One round, as in `rounds`; `unknown-round` where there is none."""

    def append_entry(self, round: str, shelter: str, assessor: str, body: str, at: str) -> int:
        """One thing typed; its number, which grows. It is on the disk before this returns."""

    def entries(self, round: str, shelter: str, assessor: str) -> tuple[tuple[int, str], ...]:
        """What was typed for one sheet: number and body, in the order of typing."""

    def started(self, round: str) -> frozenset[tuple[str, str]]:
        """Shelter and assessor of every sheet for which something was typed, sealed since or not. The second keying of
        a sheet (its assessor ends with `AGAIN`) is not one."""

    def seal(self, sheets: Sequence[Sheet], at: str, decisions: Sequence[Decision] = ()) -> None:
        """All of these sheets and decisions, or none. A sheet that is there already keeps its first time."""

    def sheets(self, round: str) -> tuple[Sheet, ...]:
        """The current sheets: those that no sheet of the same round replaces, by shelter, assessor and time of sealing.
        Two of one shelter and assessor are a conflict that people have to settle."""

    def all_sheets(self) -> tuple[Sheet, ...]:
        """Every sheet ever sealed, replaced or not, by round, shelter, assessor and time."""

    def sheet_times(self, round: str) -> Mapping[str, str]:
        """Hash → when it was sealed here, of every sheet of the round."""

    def is_known(self, hash: str) -> bool:
        """Whether a sheet of this hash was ever sealed here."""

    def decide(self, decision: Decision) -> None:
        """One decision; its `round` may be empty. The body is JSON, so what comes back has lists for tuples."""

    def decisions(self, round: str = "", kind: str = "") -> tuple[Decision, ...]:
        """Decisions in the order they were taken; an empty text means all."""

    def close_round(self, id: str, result_body: str, rule: str, decision: Decision) -> None:
        """The result of a round and the decision (kind `close`) that closes it: both or none."""

    def results(self, round: str) -> tuple[tuple[str, str, str], ...]:
        """Time, rule and body of each closing, the last one last."""

    def adopt(self, sha256: str, round: str, body: str, decision: Decision) -> None:
        """A proposal and the decision that adopts it. A proposal that is already there is kept once."""

    def proposals(self) -> tuple[tuple[str, str], ...]:
        """Hash and body of each proposal, in the order of adoption; who adopted it and when is in its decision."""

    def claim(self, round: str, shelter: str, assessor: str) -> AbstractContextManager[None]:
        """Hold one sheet for typing; `sheet-in-use` while another holds it. A process that dies holds nothing."""

    def check_integrity(self) -> tuple[str, ...]:
        """A sentence for each thing that is not as it was written. What cannot be read at all is `StoreUnusable`."""
