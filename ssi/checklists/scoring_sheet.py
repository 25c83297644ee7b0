"""The sheets, rows and columns of a scoring workbook: for whoever writes one and whoever reads one, in one place.

Never opens a workbook. What is fixed here is never translated: the keys in the first column of a sheet and the keys of
the hidden sheet `ssi`, by which a workbook is known again after people have renamed its sheets, moved its rows and
columns, and saved it with another program. The headings over the columns are in the team's language; the hidden sheet
says which heading stands for which column.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from ssi.model import METHODS, Standard, canonical, fingerprint

FORMAT = "1"
IDENTITY, MARK = "ssi", "ssi scoring workbook"  # the hidden sheet, and its first cell
READ_ME, VISIT = "read me", "visit"
HEADINGS, VISIT_HEADINGS = "heading", "visit heading"  # the hidden sheet's rows that say what a heading means
AREA = "area "  # how the name of an area's part begins
PART = "part"  # … and those with the fingerprints of the standard's parts

ANSWERS = ("level", *METHODS, "value", "note")
COLUMNS = ("id", "criterion", "levels", *ANSWERS, "weight", "cap")
VISIT_COLUMNS = ("id", "what", "answer")
ABOVE = ("shelter", "round", "assessor")  # rows above the headings of an assessor's sheet, the answer under `levels`
FACTS = ("date", "language", "interpreter", "conflicts")
TALKS = ("asked", "agreed", "declined")
INTERVIEWS = "interviews"  # the criterion of the long form's row that holds the three counts
READY = "ready"  # `ready 1`, `ready 2` …: the lines of the pre-visit list
TICK = "x"


@dataclass(frozen=True)
class Identity:
    """What a workbook was made for. `round` and `shelter` are empty in a blank form. `headings` and `visit_headings`:
    key of a column → the heading over it. `parts`: as `parts_of` gives them."""

    programme: str = ""
    round: str = ""
    shelter: str = ""
    standard: str = ""
    sha256: str = ""
    resolved: str = ""
    assessors: Mapping[str, str] = field(default_factory=dict)  # sheet → assessor, empty where it is to be written
    headings: Mapping[str, str] = field(default_factory=dict)
    visit_headings: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def areas(self) -> frozenset[str]:
        return frozenset(each.removeprefix(AREA) for each in self.parts if each.startswith(AREA))


def parts_of(standard: Standard) -> dict[str, str]:
    """The fingerprint of every criterion by its id, of every area as `area SAF`, of `scale` and `rules`: what two
    versions differ in is known without having both. A key that a later program adds to the model leaves them as they
    are."""
    parts: dict[str, object] = {
        "scale": [each.model_dump(exclude_defaults=True) for each in standard.scale],
        "rules": standard.rules.model_dump(exclude_defaults=True),
        **{f"{AREA}{area.id}": area.model_dump(exclude_defaults=True, exclude={"criterion"}) for area in standard.area},
        **{each.id: each.model_dump(exclude_defaults=True) for each in standard.criteria},
    }
    return {name: fingerprint(canonical(json.loads(json.dumps(part, default=str)))) for name, part in parts.items()}


def differing(made: Mapping[str, str], now: Mapping[str, str]) -> str:
    """What differs between the parts of two standards, in words: `added SAF-09; changed SAF-02, rules`."""
    said = {
        "added": [each for each in now if each not in made],
        "removed": [each for each in made if each not in now],
        "changed": [each for each in now if each in made and made[each] != now[each]],
    }
    return (
        "; ".join(f"{what} {', '.join(names)}" for what, names in said.items() if names) or "its title or its sources"
    )
