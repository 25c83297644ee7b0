"""The pre-visit list: what a team has done before it scores anything. Never ticked by the program itself."""

import sys

from ssi.acts.record import Typing
from ssi.checklists.before import before_the_visit
from ssi.checklists.draft import visit_text
from ssi.cli.entry.criterion_shown import folded
from ssi.cli.options import now
from ssi.errors import SsiError, fault
from ssi.pipeline import words_of


def tick(typing: Typing, *, ready: bool) -> Typing:
    """The pre-visit list stands ticked in the journal, or recording does not start."""
    if typing.ready:
        return typing
    if not ready:
        print("Before a visit:", file=sys.stderr)
        lines = [f"  [ ] {each}" for each in before_the_visit(words_of(typing.year))]
        print("\n".join(folded(lines) if sys.stderr.isatty() else lines), file=sys.stderr)
        raise SsiError(fault("not-ready"))
    return typing.append(visit_text(ready=True), now())
