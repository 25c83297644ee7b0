"""`ssi record`: type a sheet, one line an entry. The loop reads lines and prints answers; what it may do is in `acts`.

Never answers `saved` before the entry is on disk. It scrolls and nothing else: no cursor games, no colour, so that a
slow line, a screen reader and a pipe all follow it. On a terminal it shows the next criterion before it asks; in a
pipe it only answers.
"""

import sys
from typing import Annotated

import typer

from ssi.cli.options import AsJson, ProgrammeDir, Reason, RoundOption, now, year


def run(
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="The shelter visited.")],
    assessor: Annotated[str, typer.Option("--as", metavar="ASSESSOR", help="Who scores: an assessor's code.")],
    round: RoundOption = "",
    ready: Annotated[bool, typer.Option("--ready", help="States that the pre-visit list is ticked.")] = False,
    line: Annotated[bool, typer.Option("--line", help="The line form (also where input is no terminal).")] = False,
    show: Annotated[bool, typer.Option("--show", help="Print the sheet so far and leave.")] = False,
    revise: Annotated[bool, typer.Option("--revise", help="Correct a sealed sheet; needs --reason.")] = False,
    reason: Reason = "",
    programme: ProgrammeDir = "",
    as_json: AsJson = False,
) -> None:
    """Type a sheet: every score is on disk before the next prompt; run it again to resume where it was."""
    from ssi.acts.record import begin, correct
    from ssi.cli.typing_loop import Loop, show_sheet, tick
    from ssi.errors import SsiError, fault

    del line  # the line form is the only one so far
    with year(programme) as here:
        typing = begin(here, shelter, assessor, round)
        if show:
            show_sheet(typing, as_json=as_json)
            return
        with here.store.claim(typing.round.id, shelter, assessor):
            typing = begin(here, shelter, assessor, typing.round.id)
            if revise:
                typing = correct(typing, reason, now())
            if typing.finished:
                raise SsiError(fault("sheet-sealed", shelter=shelter, assessor=assessor))
            Loop(tick(typing, ready=ready), sys.stdin, here.programme.settings.country).run()
