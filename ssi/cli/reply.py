"""`ssi reply`: a shelter's own answer to its result."""

from typing import Annotated

import typer

from ssi.cli.language import words_here
from ssi.cli.options import By, Lang, ProgrammeDir, RoundOption, WordsOk, now, year


def run(
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="The shelter that answers.")],
    text: Annotated[str, typer.Option(metavar="TEXT", help="Its own words; else they are read from the input.")] = "",
    round: RoundOption = "",
    words_ok: WordsOk = False,
    by: By = "the shelter",
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """Record what a shelter answers to its result: it stands in every later report. No names, no stories."""
    import sys

    from ssi.acts.urgent import reply
    from ssi.pipeline import last_round

    said = text or sys.stdin.read()
    with year(programme) as here:
        pinned = last_round(here, round)
        reply(here, pinned, shelter, said, at=now(), who=by, words_ok=words_ok)
    words = words_here(lang, programme)
    print(words("The reply of {shelter} to round {round} is kept; every later report shows it.",
                shelter=shelter, round=pinned.id))  # fmt: skip
