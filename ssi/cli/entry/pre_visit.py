"""The pre-visit list: what a team has done before it scores anything. Never ticked by the program itself."""

import sys
from typing import TextIO

from ssi.acts.record import Typing
from ssi.checklists.before import before_the_visit
from ssi.checklists.draft import visit_text
from ssi.cli.entry.criterion_shown import folded
from ssi.cli.options import now
from ssi.errors import SsiError, fault
from ssi.words import Words

YES = "y"  # in every language: it is on every keyboard


def tick(typing: Typing, words: Words, *, ready: bool) -> Typing:
    """The pre-visit list stands ticked in the journal, or recording does not start. Where `--ready` did not say so and
    somebody sits at the terminal, they see the list and are asked once, for all of it."""
    if typing.ready:
        return typing
    if not (ready or _asked(words)):
        raise SsiError(fault("not-ready"))
    return typing.append(visit_text(ready=True), now())


def _asked(words: Words) -> bool:
    """Whether somebody who has seen the list says that all of it is done."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    _show(words, sys.stdout if terminal else sys.stderr)
    if not terminal:
        return False
    question = words("Is all of it done? y and Enter = yes; anything else stops here")
    print(question, end=": ", flush=True)
    return sys.stdin.readline().strip().casefold() == YES


def _show(words: Words, to: TextIO) -> None:
    lines = [words("Before a visit:"), *(f"  [ ] {each}" for each in before_the_visit(words))]
    print("\n".join(folded(lines) if to.isatty() else lines), file=to)
