"""`ssi agree`: a team settles what its sheets differ on, after all of them are sealed."""

from typing import Annotated

import typer

from ssi.cli.options import Lang, ProgrammeDir, Reason, RoundOption, year


def run(
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="The shelter visited.")],
    round: RoundOption = "",
    names_shown: Annotated[bool, typer.Option("--who", help="Show whose level is whose (codes).")] = False,
    line: Annotated[bool, typer.Option("--line", help="Type lines, not single keys.")] = False,
    revise: Annotated[bool, typer.Option("--revise", help="Settle again what was sealed; needs --reason.")] = False,
    reason: Reason = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """Settle what the sheets of a visit differ on: stop criteria first, then the widest apart.

    Each assessor's level is shown with methods and note, in an order that names nobody. A level that nobody gave needs
    a reason. What is not settled stays to the standard's rule. Typed as in ssi record: keys, or lines with --line.
    """
    from ssi.cli.entry.sitting import Asked, any_letter, sit
    from ssi.model import AGREED

    any_letter()
    asked = Asked(shelter, round, line=line, revise=revise, reason=reason if revise else "", names_shown=names_shown)
    with year(programme) as here:
        sit(here, asked, AGREED, lang)
