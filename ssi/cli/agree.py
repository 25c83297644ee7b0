"""`ssi agree`: a team settles what its sheets differ on, after all of them are sealed."""

from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from ssi.cli.options import Lang, ProgrammeDir, Reason, RoundOption, WordsOk, year
from ssi.cli.show import document_bytes, write_file

if TYPE_CHECKING:
    from ssi.pipeline import Year


def run(
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="The shelter visited.")],
    round: RoundOption = "",
    names_shown: Annotated[bool, typer.Option("--who", help="Show whose level is whose (codes).")] = False,
    line: Annotated[bool, typer.Option("--line", help="Type lines, not single keys.")] = False,
    revise: Annotated[bool, typer.Option("--revise", help="Settle again what was sealed; needs --reason.")] = False,
    reason: Reason = "",
    words_ok: WordsOk = False,
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
    asked = Asked(
        shelter,
        round,
        line=line,
        revise=revise,
        reason=reason if revise else "",
        names_shown=names_shown,
        words_ok=words_ok,
    )
    with year(programme) as here:
        sit(here, asked, AGREED, lang)
        _leave_pages(here, shelter, round, lang)


def _leave_pages(here: "Year", shelter: str, code: str, lang: str) -> None:
    """Once all is settled: what that comes to, and what the team leaves at the shelter, its page and the urgent notice.
    Where the sheets differ on nothing there is nothing to seal, and this is all there is to do."""
    from ssi.acts.record import look
    from ssi.acts.urgent import pages, settled
    from ssi.model import AGREED
    from ssi.pipeline import words_of
    from ssi.reports.writers import show as drawn

    typing = look(here, shelter, AGREED, code)
    if typing.walk and not typing.finished:
        return
    words = words_of(here, lang)
    page = settled(here, typing.round, shelter, words)
    print(drawn(page, width=get_terminal_size().columns, colour=False), end="")
    for name, page in pages(here, typing.round, shelter, words).items():
        to = here.programme.folder / "reports" / name
        write_file(to, document_bytes(page, to))
        print(words("Written: {file}", file=to))
