"""The order in which a team walks through a house: ask for papers before, look, count, ask staff, ask residents, read.

Never changes what is on a checklist: every criterion stands at exactly one station, under the first of its methods in
this order, and the other stations where it is looked at too only name its id.

Looking comes before asking, because what staff say on the way colours what one sees; residents come late, when they
have seen the visitors; files come last, because they are patient.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ssi.model import METHODS, Criterion, Method
from ssi.words import Words

ORDER: tuple[Method, ...] = ("observe", "measure", "staff", "resident", "document")


@dataclass(frozen=True, slots=True)
class Station:
    """`rows` are scored from here; `too` are scored from an earlier station and looked at here again."""

    method: Method
    rows: tuple[Criterion, ...]
    too: tuple[Criterion, ...]


def methods_of(criterion: Criterion) -> tuple[Method, ...]:
    """Its methods in the order of the walk; all of them where the standard names none."""
    named = criterion.methods or METHODS
    return tuple(each for each in ORDER if each in named)


def stations(criteria: Sequence[Criterion]) -> tuple[Station, ...]:
    """The stations at which there is something to do, each with its criteria in the standard's order."""
    made = (
        Station(
            method,
            tuple(each for each in criteria if methods_of(each)[0] == method),
            tuple(each for each in criteria if method in methods_of(each)[1:]),
        )
        for method in ORDER
    )
    return tuple(each for each in made if each.rows or each.too)


def papers(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """Those for which the shelter can lay papers ready before the visit: the standard itself names that method."""
    return tuple(each for each in criteria if "document" in each.methods)


def titles(words: Words) -> dict[Method, tuple[str, str]]:
    """Of each station its heading, and how one does it."""
    return {
        "observe": (
            words("Look"),
            words("Walk through the whole house before you ask anything. What you see yourself counts most."),
        ),
        "measure": (
            words("Count and measure"),
            words("Bring a tape measure and a watch. Write the number behind =; it proposes the level."),
        ),
        "staff": (
            words("Ask staff"),
            words("People of different shifts and roles, each alone, and not only those whom the manager chose."),
        ),
        "resident": (
            words("Ask residents"),
            words(
                "Only who agreed, in private, by somebody trained. Ask about the house, never about the person or the"
                " past. Their words are not written down."
            ),
        ),
        "document": (
            words("Read files"),
            words(
                "A staff member holds the file and shows dates, signatures and headings. Nobody reads a resident's"
                " story, and no paper leaves the room."
            ),
        ),
    }
