"""Bytes of a case file → a case that can be practised, or every fault in it with its line.

Never opens a file and never looks for a standard: whoever calls hands in how one is found by its id and version. The
way of a file is that of a standard: text → tables → their form and their contents, both looked at before anything is
refused, so that all faults are named together (`form`, `contents`) → the case.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any

from ssi.checklists.notes import check_note
from ssi.errors import Fault, SsiError, fault, refuse
from ssi.model import Case, Checklist, Observation, Standard
from ssi.standards.contents.outline import Wrong, wrong
from ssi.standards.toml_places import Places
from ssi.standards.toml_text import read_toml
from ssi.training.contents import LookAt, contents
from ssi.training.form import form

FindStandard = Callable[[str], Standard]
_OF_A_CASE = re.compile(rb"^[ \t]*(?:\[\[[ \t]*observation[ \t]*\]\]|story[ \t]*=)", re.MULTILINE)


def anywhere(text: str) -> tuple[Fault, ...]:
    """What may identify somebody, where no country and no programme's list of words is known."""
    return check_note(text, "")


@dataclass(frozen=True)
class Practice:
    """A case that can be practised: its criteria are all on the checklist of such a shelter."""

    case: Case
    standard: Standard

    @cached_property
    def checklist(self) -> Checklist:
        """The criteria of the case alone, in its own order."""
        slots = tuple(self.standard.slot[each.criterion] for each in self.case.observation)
        return Checklist(self.standard, self.case.kind, self.case.children == "yes", slots)

    def observation(self, criterion: str) -> Observation:
        return next(each for each in self.case.observation if each.criterion == criterion)


def is_case(data: bytes) -> bool:
    """Whether a TOML file is a case and not a standard, also where it cannot be read."""
    return bool(_OF_A_CASE.search(data))


def read_case(data: bytes, name: str, find: FindStandard, look_at: LookAt = anywhere) -> Practice:
    """The case in these bytes. Raises SsiError with every fault at once; warnings alone do not raise."""
    practice, faults = check_case(data, name, find, look_at)
    refuse(faults)
    if practice is None:
        raise SsiError(faults)
    return practice


def check_case(
    data: bytes, name: str, find: FindStandard, look_at: LookAt = anywhere
) -> tuple[Practice | None, tuple[Fault, ...]]:
    """The case if it can be used, and every fault and warning in the order of their lines. `name` is the file's path;
    `find` gives a standard by "id version" and raises SsiError where there is none; `look_at` finds in a text what may
    identify somebody. Where the file is not TOML, only that is named."""
    source = read_toml(data, name)
    if source.tables is None:
        return None, source.faults
    standard, found = _standard(source.tables, find)
    unfit = list(form(source.tables))
    broken = {each.path for each in unfit}
    found += [each for each in contents(source.tables, standard, look_at) if each.path not in broken]
    found += _named_alike(source.tables, name)
    faults = (*source.faults, *_placed([*unfit, *found], Places(source.text, name)))
    if standard is None or any(not each.warning for each in faults):
        return None, faults
    return Practice(Case.model_validate(source.tables), standard), faults


def _standard(raw: Mapping[str, Any], find: FindStandard) -> tuple[Standard | None, list[Wrong]]:
    named, said = raw.get("standard"), raw.get("sha256")
    if not isinstance(named, str) or not named.strip():
        return None, []
    try:
        standard = find(named)
    except SsiError as error:
        return None, [wrong(("standard",), "case-standard", standard=named, detail=error.faults[0])]
    if said and said != standard.sha256:
        return standard, [wrong(("sha256",), "case-standard-differs", standard=named, now=standard.sha256)]
    return standard, []


def _named_alike(raw: Mapping[str, Any], name: str) -> Iterator[Wrong]:
    file, id = PurePath(name), raw.get("id")
    if isinstance(id, str) and id and file.name and id != file.stem:
        yield wrong(("id",), "case-misnamed", id=id, file=file.name, stem=file.stem)


def _placed(found: Iterable[Wrong], places: Places) -> list[Fault]:
    faults = [fault(each.code, places.where(each.path), **each.values) for each in found]
    return sorted(faults, key=lambda each: (each.where.line or 0, each.where.column or 0))
