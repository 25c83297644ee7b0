"""`ssi record`: type a sheet, one line an entry. The loop reads lines and prints answers; what it may do is in `acts`.

Never answers `saved` before the entry is on disk. It scrolls and nothing else: no cursor games, no colour, so that a
slow line, a screen reader and a pipe all follow it. On a terminal it shows the next criterion before it asks; in a
pipe it only answers.
"""

import sys
from io import TextIOWrapper
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
    """Type a sheet: every score is on disk before the next prompt; run it again to resume where it was.

    One line an entry: SAF-01 2, or SAF-01 2 /od note … with methods by letter (o observe, m measure, s staff,
    r resident, d document); WSH-03 =12 for a value; SAF-02 NA reason …; SAF-03 NS; SAF-03 NS declined;
    interviews 5 3 2 (asked, agreed, declined); ?SAF-01 for guidance; done to seal; q to leave; h for all of them.
    """
    from ssi.acts.record import begin, correct, look
    from ssi.cli.pre_visit import tick
    from ssi.cli.sheet_shown import show_sheet
    from ssi.cli.typing_loop import Loop
    from ssi.errors import SsiError, fault

    del line  # the line form is the only one so far
    _any_letter()
    with year(programme, read_only=show) as here:
        if show:
            show_sheet(look(here, shelter, assessor, round), as_json=as_json)
            return
        pinned = begin(here, shelter, assessor, round).round.id
        with here.store.claim(pinned, shelter, assessor):
            typing = begin(here, shelter, assessor, pinned)
            if revise:
                typing = correct(typing, reason, now())
            if typing.finished:
                raise SsiError(fault("sheet-sealed", shelter=shelter, assessor=assessor))
            Loop(tick(typing, ready=ready), sys.stdin, here.programme.settings.country).run()


def _any_letter() -> None:
    """Letters of every script come in and go out, whatever the computer is set to: a pipe is UTF-8, a byte that is no
    letter makes its own line refused, and a letter that this terminal lacks becomes a sign instead of an end."""
    if isinstance(sys.stdin, TextIOWrapper):
        encoding = None if sys.stdin.isatty() else "utf-8"
        sys.stdin.reconfigure(encoding=encoding, errors="surrogateescape")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
