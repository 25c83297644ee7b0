"""Adopts a standard: what an authority says about it, checked as a whole, becomes the file beside it.

Never changes the standard's bytes, never writes (the command does, whole or not at all), never keeps the scan of the
signed paper: only its hash. Everything that stands in the way is named at once.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ssi.acts.adopted import bases_of, place
from ssi.acts.at_hand import find
from ssi.acts.check import check
from ssi.acts.standards import Chosen, read_bytes
from ssi.errors import Fault, SsiError, did_you_mean, fault, refuse
from ssi.model import KINDS, Standard
from ssi.model.adoption import Adoption, Consulted, Signature
from ssi.shipped import standards_folder
from ssi.standards.adoption import wrong_order
from ssi.standards.fingerprints import criteria, parts
from ssi.standards.signature import private_key, sign
from ssi.standards.weakening import weakening
from ssi.words import plain_digits

_MANY = {"kind": "kinds", "region": "regions", "operator": "operators"}
_COUNTS = tuple(Consulted.model_fields)


@dataclass(frozen=True)
class Wish:
    """What was typed, as it was typed. Days are ISO 8601; `binds` and `consulted` as the options have them."""

    standard: str
    authority: str = ""
    instrument: str = ""
    in_force: str = ""
    adopted: str = ""
    transition_until: str = ""
    supersedes: str = ""
    binds: Sequence[str] = ()
    consulted: Sequence[str] = ()
    scan: Path | None = None
    key: Path | None = None
    weakening_ok: bool = False


@dataclass
class _Said:
    """What could be made of a wish so far, and every fault in it."""

    faults: list[Fault] = field(default_factory=list)

    def file(self, path: Path | None) -> bytes | None:
        if path is None:
            return None
        try:
            return read_bytes(path)
        except SsiError as error:
            self.faults += error.faults
            return None

    def key(self, path: Path | None) -> bytes | None:
        data = self.file(path)
        try:
            return private_key(data, str(path)) if data is not None else None
        except SsiError as error:
            self.faults += error.faults
            return None

    def standard(self, text: str, root: Path | None) -> Chosen | None:
        try:
            return find(text, root) if text else None
        except SsiError as error:
            self.faults += error.faults
            return None

    def day(self, option: str, given: str) -> date | None:
        try:
            return date.fromisoformat(plain_digits(given)) if given else None
        except ValueError:
            self.faults.append(fault("adoption-day", option=option, given=given))
            return None


def adopt(wish: Wish, root: Path | None, today: date) -> tuple[Path, Adoption]:
    """Where the adoption belongs and what stands in it; `today` is the day adopted where none is given. Raises SsiError
    with everything that stands in the way."""
    said = _Said()
    chosen = said.standard(wish.standard, root)
    older = said.standard(wish.supersedes, root)
    days = _days(wish, today, said)
    binds = [found for each in wish.binds if (found := _binds(each, said))]
    counts = _consulted(wish.consulted, said)
    scan, key = said.file(wish.scan), said.key(wish.key)
    said.faults += _missing(wish)
    said.faults += [fault(each.code, **each.values) for each in wrong_order(days, [each["from"] for each in binds])]
    if chosen is None:
        raise SsiError(said.faults)
    weak = _weakening(chosen.standard, older.standard if older else None)
    said.faults += _against(chosen, older)
    if not wish.weakening_ok:
        said.faults += [fault("adoption-weakening", than=than, what=what) for than, what in weak]
    refuse(said.faults)
    signature = sign(chosen.standard.sha256, key) if key else None
    content = {**_content(chosen, signature), **days, "consulted": counts, "binds": binds,
               "authority": _tidy(wish.authority), "instrument": _tidy(wish.instrument),
               "instrument_sha256": hashlib.sha256(scan).hexdigest() if scan is not None else None,
               "supersedes": str(older.standard) if older else None,
               "weakening": [f"less than {than}: {what}" for than, what in weak]}  # fmt: skip
    return place(chosen.path), Adoption.model_validate(content)


def _content(chosen: Chosen, signature: Signature | None) -> dict[str, Any]:
    """What follows from the standard alone."""
    standard = chosen.standard
    return {
        "format": 1,
        "standard": str(standard),
        "sha256": standard.sha256,
        "resolved_sha256": standard.resolved_sha256,
        "base": bases_of(chosen.chain),
        "parts": parts(standard),
        "criteria": criteria(standard),
        "signature": signature,
    }


def _against(chosen: Chosen, older: Chosen | None) -> Iterator[Fault]:
    """What of the standard itself stands in the way."""
    yield from (each for each in check([chosen.path]).faults if not each.warning)
    if chosen.standard.status == "draft":
        yield fault("adoption-draft", standard=chosen.standard)
    if standards_folder() in chosen.path.parents:
        yield fault("adoption-shipped", file=chosen.path, place="/".join(chosen.path.parts[-2:]))
    if place(chosen.path).exists():
        yield fault("adoption-exists", standard=chosen.standard, file=place(chosen.path))
    if older and str(older.standard) == str(chosen.standard):
        yield fault("adoption-supersedes")


def _weakening(standard: Standard, older: Standard | None) -> list[tuple[str, str]]:
    """Than what it asks less, and where: its base, as the overlay says itself, and what it supersedes."""
    overlay = standard.overlay
    found = [(overlay.extends, each) for each in overlay.weakening] if overlay else []
    return [*found, *((str(older), str(each)) for each in (weakening(older, standard) if older else ()))]


def _missing(wish: Wish) -> Iterator[Fault]:
    for what, given, option in (
        ("who adopts it", wish.authority, "--authority: the office, never a person's name"),
        ("by which instrument", wish.instrument, "--instrument: the title and number of what was signed"),
        ("from which day it is in force", wish.in_force, "--in-force, as in 2027-01-31"),
    ):
        if not given.strip():
            yield fault("adoption-missing", what=what, option=option)
    if not any(each.partition("=")[0].strip() == "survivor_groups" for each in wish.consulted):
        yield fault(
            "adoption-missing",
            what="how many groups of survivors were consulted",
            option="--consulted survivor_groups=3; 0 is allowed, and then the adoption says so",
        )


def _days(wish: Wish, today: date, said: _Said) -> dict[str, date]:
    found = {
        "adopted": said.day("--adopted", wish.adopted) or today,
        "in_force": said.day("--in-force", wish.in_force),
        "transition_until": said.day("--transition-until", wish.transition_until),
    }
    return {key: day for key, day in found.items() if day}


def _binds(given: str, said: _Said) -> dict[str, Any] | None:
    """`kind=long-term region=north from=2027-01-01` → the table [[binds]]."""
    found: dict[str, Any] = {"kinds": [], "regions": [], "operators": []}
    wrong = []
    for word in given.split():
        key, _, value = word.partition("=")
        if key == "from" and "from" not in found:
            found["from"] = _iso(value)
        elif key in _MANY and value:
            found[_MANY[key]].append(_tidy(value))
        else:
            wrong.append(f"'{word}' is not understood")
    wrong += [f"there is no kind {each}.{did_you_mean(each, KINDS)}" for each in found["kinds"] if each not in KINDS]
    if found.get("from") is None:
        wrong.append("from which day is not said")
    if wrong:
        said.faults.append(fault("adoption-bind", given=given, detail="; ".join(wrong)))
        return None
    return found


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(plain_digits(text))
    except ValueError:
        return None


def _consulted(given: Sequence[str], said: _Said) -> Mapping[str, int]:
    found = {}
    for each in given:
        key, _, count = (part.strip() for part in plain_digits(each).partition("="))
        if key not in _COUNTS or not (count.isascii() and count.isdecimal() and len(count) < 7) or key in found:
            said.faults.append(fault("adoption-count", given=each, known=", ".join(_COUNTS)))
        else:
            found[key] = int(count)
    return found


def _tidy(text: str) -> str:
    """One line in the Unicode standard form."""
    return " ".join(unicodedata.normalize("NFC", text).split())
