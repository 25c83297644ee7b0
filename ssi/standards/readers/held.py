"""The worked examples of a workbook: which still hold after somebody changed a class, a minimum or a measure.

Never works an example out (the checks of the file do) and never mends one: what should come out is for people to say.
An office that changes one figure cannot work out thirty examples again, so those that no longer hold may be left out of
a draft, each by its name. Never of a released file: its examples are what it was adopted with.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ssi.errors import Fault, Where, fault
from ssi.standards.readers.imported import Imported
from ssi.standards.readers.pointing import Pointing
from ssi.standards.writers.toml import standard_toml

_NO_LONGER = frozenset(
    {"example-differs", "example-level", "unknown-criterion", "criterion-not-here", "na-refused", "score-unknown"}
)
Check = Callable[[bytes], Iterable[Fault]]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A worked example that was left out, and why: what it expected and what comes out."""

    title: str
    why: tuple[str, ...]


def is_draft(found: Imported) -> bool:
    return found.tables.get("status") == "draft"


def holding(found: Imported, check: Check, name: str) -> tuple[Imported, tuple[LeftOut, ...]]:
    """The workbook without the examples that no longer hold, and those. `check` = every fault of these bytes; what an
    example names is looked at before it is worked out, so it is asked until nothing more is found."""
    left_out: list[LeftOut] = []
    while True:
        made = standard_toml(found.tables, found.head)
        failing = _failing(check(made), Pointing(found, made, name))
        if not failing:
            return found, tuple(left_out)
        examples = found.tables["example"]
        left_out += [LeftOut(str(examples[at].get("title", "")), why) for at, why in sorted(failing.items())]
        found = found.without_examples(failing)


def refusal(found: Imported, faults: Iterable[Fault], pointing: Pointing) -> Iterator[Fault]:
    """That examples no longer hold, and how a draft may go on without them."""
    failing = _failing(faults, pointing)
    if failing:
        code = "examples-fail" if is_draft(found) else "examples-fail-released"
        yield fault(code, Where(found.file), count=len(failing), all=len(found.tables["example"]))


def _failing(faults: Iterable[Fault], pointing: Pointing) -> Mapping[int, tuple[str, ...]]:
    """Number of the example → why it does not hold."""
    failing: dict[int, tuple[str, ...]] = {}
    for each in faults:
        path = pointing.path(each)
        if each.code in _NO_LONGER and path[:1] == ("example",) and len(path) > 1 and isinstance(path[1], int):
            failing[path[1]] = (*failing.get(path[1], ()), _why(each))
    return failing


def _why(each: Fault) -> str:
    if each.code == "example-differs":
        return "{key} {expected} expected, {found} comes out".format_map(each.values)
    return each.message
