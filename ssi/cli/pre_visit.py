"""The pre-visit list: what a team has done before it scores anything. Never ticked by the program itself."""

import sys

from ssi.acts.record import Typing
from ssi.checklists.draft import visit_text
from ssi.cli.options import now
from ssi.errors import SsiError, fault

PRE_VISIT = (
    "the shelter agreed to this visit, and may end it",
    "the referral list and an emergency contact are at hand",
    "everybody has read the stop rule: if a resident is in danger, stop and follow the programme's protocol",
    "everybody has declared conflicts of interest",
    "the interpreter is prepared and has promised confidentiality",
)


def tick(typing: Typing, *, ready: bool) -> Typing:
    """The pre-visit list stands ticked in the journal, or recording does not start."""
    if typing.ready:
        return typing
    if not ready:
        print("Before a visit:", file=sys.stderr)
        for each in PRE_VISIT:
            print(f"  [ ] {each}", file=sys.stderr)
        raise SsiError(fault("not-ready"))
    return typing.append(visit_text(ready=True), now())
