"""What every standard at hand was on a day: draft, released, adopted, in force or superseded, and whom it bound.

Never writes and never asks for the time: the day comes in as an argument. Only adoption files say anything beyond draft
and released, so the answer for a day ten years ago is worked out from the same files as today's.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from ssi.acts.adopted import adoption_of
from ssi.acts.at_hand import files
from ssi.acts.standards import Chosen, choose
from ssi.errors import Fault, SsiError
from ssi.findings.adoption import Standing
from ssi.model.adoption import Adoption

Known = Sequence[tuple[Chosen, Adoption | None]]


def standings(root: Path | None, on: date) -> tuple[tuple[Standing, ...], tuple[Fault, ...]]:
    """Every standard at hand on this day, and the faults of those that cannot be read. An adoption that cannot be read
    is a fault; its standard then stands as if nobody had adopted it."""
    known, faults = _known(root)
    return tuple(standing(chosen, adoption, known, on) for chosen, adoption in known), faults


def standing_of(chosen: Chosen, root: Path | None, on: date) -> Standing:
    """One standard on this day; what else at hand cannot be read is passed over."""
    return standing(chosen, adoption_of(chosen.path), _known(root)[0], on)


def _known(root: Path | None) -> tuple[list[tuple[Chosen, Adoption | None]], tuple[Fault, ...]]:
    known, faults = list[tuple[Chosen, Adoption | None]](), list[Fault]()
    for path in files(root):
        adoption = None
        try:
            chosen = choose(str(path))
        except SsiError as error:
            faults += error.faults
            continue
        try:
            adoption = adoption_of(path)
        except SsiError as error:
            faults += error.faults
        known.append((chosen, adoption))
    return known, tuple(faults)


def standing(chosen: Chosen, adoption: Adoption | None, known: Known, on: date) -> Standing:
    """One standard on this day, among those that are known."""
    standard, place = chosen.standard, str(chosen.path)
    if adoption is None:
        return Standing(standard, place, standard.status)
    differs = adoption.sha256 != standard.sha256
    if on < adoption.adopted:
        return Standing(standard, place, standard.status, adoption, differs)
    binding = tuple(each for each in adoption.starts if each.from_ <= on)
    later = tuple(each for each in adoption.starts if each.from_ > on)
    if on < adoption.in_force:
        return Standing(standard, place, "adopted", adoption, differs, binding, later)
    newer = _newer(str(standard), (each for _, each in known if each), on)
    if newer is None:
        return Standing(standard, place, "in force", adoption, differs, binding, later)
    until = newer.transition_until if newer.transition_until and on <= newer.transition_until else None
    partly = not any(each.everybody and each.from_ <= on for each in newer.starts)
    return Standing(
        standard, place, "superseded", adoption, differs, binding, later, newer.standard, newer.in_force, until, partly
    )


def _newer(standard: str, adoptions: Iterable[Adoption], on: date) -> Adoption | None:
    """The adoption that put another in the place of this standard by this day; of two, the first in force."""
    found = [each for each in adoptions if each.supersedes == standard and each.in_force <= on]
    return min(found, key=lambda each: (each.in_force, each.standard), default=None)
