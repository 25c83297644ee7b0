"""What a case says against the standard that it names. → Faults before their places.

Never judges whether the reference level is right: that is for people, who read it against the level descriptions. It
looks at what can be known: the criterion is on the checklist of such a shelter, the level is one that may be given,
and the standard's rule for what was seen only in documents holds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ssi.checklists.check import levels_text
from ssi.errors import Fault, did_you_mean
from ssi.model import KINDS, SCORE_WORDS, Checklist, Criterion, Standard
from ssi.standards.contents.outline import Wrong, whole, wrong
from ssi.standards.toml_places import Path
from ssi.training.form import observations

LookAt = Callable[[str], Iterable[Fault]]
FEWEST, MOST = 20, 30  # criteria of a case: own; fewer say little of a person, more tire people


def checklist_of(raw: Mapping[str, Any], standard: Standard) -> Checklist | None:
    """The checklist of the shelter described; None where its kind is not known."""
    kind, children = raw.get("kind"), raw.get("children", "no")
    known = next((each for each in KINDS if each == kind), None)
    return standard.checklist(known, children=children == "yes") if known else None


def contents(raw: Mapping[str, Any], standard: Standard | None, look_at: LookAt) -> Iterator[Wrong]:
    """Every fault of the contents; without a standard only what needs none. `look_at` finds in a text what may identify
    somebody."""
    found = observations(raw)
    if found and not FEWEST <= len(found) <= MOST:
        yield wrong(("observation", 0), "case-size", count=len(found), fewest=FEWEST, most=MOST)
    yield from _private(raw, look_at)
    yield from _twice(found)
    checklist = checklist_of(raw, standard) if standard else None
    for at, each in enumerate(found):
        if checklist and isinstance(each.get("criterion"), str):
            yield from _observation(("observation", at), each, checklist)


def _twice(found: list[Mapping[str, Any]]) -> Iterator[Wrong]:
    seen: set[str] = set()
    for at, each in enumerate(found):
        code = each.get("criterion")
        if isinstance(code, str) and code in seen:
            yield wrong(("observation", at, "criterion"), "case-criterion-twice", criterion=code)
        seen.add(str(code))


def _observation(at: Path, table: Mapping[str, Any], checklist: Checklist) -> Iterator[Wrong]:
    standard, code, level = checklist.standard, table["criterion"], table.get("level")
    here = {each.id: each for each in checklist.criteria}
    if code not in standard.slot:
        hint = did_you_mean(code, here)
        yield wrong((*at, "criterion"), "unknown-criterion", criterion=code, hint=hint)
    elif code not in here:
        yield wrong((*at, "criterion"), "criterion-not-here", criterion=code)
    elif level == "NA" and here[code].na_when is None:
        yield wrong((*at, "level"), "na-refused", criterion=code)
    elif whole(level) and level not in standard.position:
        yield wrong((*at, "level"), "score-unknown", score=level, known=levels_text(standard))
    elif level not in SCORE_WORDS.values():
        yield from _capped(at, here[code], table, standard)


def _capped(at: Path, criterion: Criterion, table: Mapping[str, Any], standard: Standard) -> Iterator[Wrong]:
    """The rule that every result of this standard is worked out by, so that a case does not teach another one."""
    cap, level = standard.rules.cap_without_practice, table.get("level")
    on_paper = criterion.practice and table.get("methods") == ["document"]
    if cap is not None and on_paper and isinstance(level, int) and standard.reaches(level, cap) and level != cap:
        yield wrong((*at, "level"), "case-cap", criterion=criterion.id, level=level, cap=cap)


def _private(raw: Mapping[str, Any], look_at: LookAt) -> Iterator[Wrong]:
    texts: list[tuple[Path, object]] = [(("title",), raw.get("title"))]
    story = raw.get("story")
    texts += [(("story", at), each) for at, each in enumerate(story)] if isinstance(story, list) else []
    for at, table in enumerate(observations(raw)):
        texts += [(("observation", at, key), table.get(key)) for key in ("text", "why")]
    for path, text in texts:
        for hit in look_at(text) if isinstance(text, str) else ():
            key = next(str(part) for part in reversed(path) if isinstance(part, str))
            yield wrong(path, "case-private", key=key, found=hit.values["found"])
