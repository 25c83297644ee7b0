"""What is recorded: entries, sheets, rounds and decisions. Appended, never altered."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from ssi.model.programme import Assessor, Shelter, Visit
from ssi.model.words import NS, Method, RoundKind


@dataclass(frozen=True, slots=True)
class Interviews:
    """Counts only: how many residents were asked, agreed and declined to talk."""

    asked: int
    agreed: int
    declined: int


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """The visit's own record, kept with each sheet. `ready` = the pre-visit list was ticked."""

    date: str = ""
    language: str = ""
    interpreter: str = ""
    conflicts: str = ""
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One criterion as typed: `note` is the reason where the score is NA; `value` a decimal text, as measured."""

    criterion: str
    score: int
    methods: tuple[Method, ...] = ()
    note: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What a sheet says beside its levels. `entries` only for criteria that have methods, a note or a value."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    interviews: Interviews | None = None
    visit: VisitRecord = VisitRecord()
    rests_on: tuple[str, ...] = ()  # agreed sheet: the hashes of the sheets it settles
    reason: str = ""  # a correction: why it replaces another sheet

    def text(self) -> str:
        """Canonical JSON; what is empty is left out, so that equal notes are equal texts."""
        entries = {
            id: _present({"methods": list(each.methods), "note": each.note, "value": each.value})
            for id, each in self.entries.items()
        }
        talks = self.interviews and [self.interviews.asked, self.interviews.agreed, self.interviews.declined]
        parts = {
            "entries": {id: each for id, each in entries.items() if each},
            "interviews": talks,
            "visit": _present(asdict(self.visit)),
            "rests_on": list(self.rests_on),
            "reason": self.reason,
        }
        return canonical(_present(parts))

    def said(self) -> "Notes":
        """What was said of the shelter alone: not why a correction was made, nor the visit's own record."""
        return Notes(self.entries, self.interviews, rests_on=self.rests_on)

    @classmethod
    def read(cls, text: str, scores: Mapping[str, int]) -> "Notes":
        """The notes that `text()` wrote; `scores` = criterion → score of the same sheet, to complete the entries."""
        parts = json.loads(text)
        entries = {
            id: Entry(
                id, scores.get(id, NS), tuple(each.get("methods", ())), each.get("note", ""), each.get("value", "")
            )
            for id, each in parts.get("entries", {}).items()
        }
        talks = parts.get("interviews")
        return cls(
            entries,
            Interviews(*talks) if talks else None,
            VisitRecord(**parts.get("visit", {})),
            tuple(parts.get("rests_on", ())),
            parts.get("reason", ""),
        )


def _present(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in parts.items() if value}


def canonical(value: object) -> str:
    """Canonical JSON: sorted keys, no spaces, characters as they are; texts must already be NFC and numbers whole."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


@dataclass(frozen=True)
class Sheet:
    """One assessor's whole sheet. `notes` is canonical JSON (`Notes.text`), parsed only when needed, so that reading a
    round parses no note. Two sheets are the same when their hashes are."""

    programme: str
    round: str
    standard_sha256: str
    shelter: str
    assessor: str
    levels: tuple[int | None, ...]
    notes: str = "{}"
    replaces: str | None = None

    @cached_property
    def hash(self) -> str:
        """sha256 over the canonical JSON of the sheet; time and signature stay outside."""
        head = {
            "assessor": self.assessor,
            "format": 1,
            "levels": self.levels,
            "notes": None,
            "programme": self.programme,
            "replaces": self.replaces,
            "round": self.round,
            "shelter": self.shelter,
            "standard_sha256": self.standard_sha256,
        }
        text = canonical(head).replace('"notes":null', f'"notes":{self.notes}', 1)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Round:
    """One cycle and what it is pinned to: the exact bytes of the standard and its bases (`chain`: file name, bytes; the
    round's own standard last), and the shelters, assessors and visits as they were at its opening or last update."""

    id: str
    kind: RoundKind
    programme: str
    standard_sha256: str
    chain: tuple[tuple[str, bytes], ...]
    shelters: tuple[Shelter, ...]
    assessors: tuple[Assessor, ...]
    visits: tuple[Visit, ...]
    opened_at: str
    closed: bool = False

    @cached_property
    def shelter(self) -> Mapping[str, Shelter]:
        """Code → the shelter as pinned."""
        return {each.shelter: each for each in self.shelters}

    @cached_property
    def home(self) -> Mapping[str, str]:
        """Assessor → home shelter; empty for an outside assessor."""
        return {each.assessor: each.shelter for each in self.assessors}


@dataclass(frozen=True, slots=True)
class Decision:
    """Something people decided: who, when, why. `kind`: open, close, reopen, update, preview, revise, adopt, plan …"""

    at: str
    who: str
    kind: str
    round: str
    why: str
    body: Mapping[str, Any] = field(default_factory=dict)
