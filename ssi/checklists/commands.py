"""What a line of `ssi record` can ask for, and the help that lists it. Never reads one: `ssi.checklists.line` does."""

from dataclasses import dataclass
from typing import Literal

from ssi.errors import phrase
from ssi.model import Entry, Interviews, Method

Fact = Literal["date", "language", "interpreter", "conflicts"]

HELP = phrase("""\
SAF-01 2                a level; while a criterion is shown, 2 alone
SAF-01 2 note …         with a note: never a name, never what one resident said
SAF-01 2 /od note …     how it was seen: o observe, m measure, s staff,
                        r resident, d document
SAF-01 note …           a note, or /od, for a score that is saved already;
                        SAF-01 note, and nothing behind it, empties the note
WSH-03 =12              a measured value proposes the level; WSH-03 2 =12: both
SAF-02 NA reason …      not applicable, and why
SAF-03 NS               not seen; NS declined = residents did not wish to talk
interviews 5 3 2        residents asked, agreed, declined
date 2026-03-01         also: language km; interpreter none, or a code;
                        conflicts none, or codes; never a name
?SAF-01                 guidance; SAF-01 alone goes there
list, back, skip        what is open; one back; one on
undo, find WORDS        take the last one back; go to where the words stand
was SAF-01              its level last round, once it has one in this round
done (or seal), q       seal the sheet; leave, everything is saved""")


class _Bare:
    """A command without anything to it: one is as good as another. No dataclass, for these are made at every start."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


@dataclass(frozen=True)
class Score:
    """Record this entry."""

    entry: Entry


@dataclass(frozen=True)
class Note:
    """Put this note to a criterion that has a score."""

    criterion: str
    text: str


@dataclass(frozen=True)
class Methods:
    """Put these methods to a criterion that has a score."""

    criterion: str
    methods: tuple[Method, ...]


@dataclass(frozen=True)
class Talks:
    """How many residents were asked, agreed and declined."""

    interviews: Interviews


@dataclass(frozen=True)
class VisitFact:
    """A fact of the visit's own record."""

    name: Fact
    text: str


@dataclass(frozen=True)
class Guidance:
    """Show all that the standard says of a criterion."""

    criterion: str


@dataclass(frozen=True)
class Jump:
    """Go to a criterion."""

    criterion: str


class Done(_Bare):
    """Seal the sheet."""


class Quit(_Bare):
    """Leave; the sheet stays as it is."""


class Back(_Bare):
    """Go to the criterion before."""


class Skip(_Bare):
    """Go to the next criterion."""


class Undo(_Bare):
    """Take back what was saved last in this sitting."""


@dataclass(frozen=True)
class Find:
    """Go to the next criterion in which these words stand."""

    words: str


@dataclass(frozen=True)
class Was:
    """Show the level of the round before, of a criterion that has its level in this one."""

    criterion: str


class Confirm(_Bare):
    """Keep the words that were asked about."""


class ListOpen(_Bare):
    """Show what has no score yet."""


class Help(_Bare):
    """Show what can be typed."""


class Blank(_Bare):
    """Nothing was typed."""


Command = (
    Score
    | Note
    | Methods
    | Talks
    | VisitFact
    | Guidance
    | Jump
    | Done
    | Quit
    | Back
    | Skip
    | Undo
    | Find
    | Was
    | Confirm
    | ListOpen
    | Help
    | Blank
)
