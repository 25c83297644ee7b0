"""`ssi compare`: what changed between two rounds."""

from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, NamesFile, ProgrammeDir, To, year
from ssi.cli.show import show


def run(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier round.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later round.")],
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
    names: NamesFile = None,
) -> None:
    """What changed on matched criteria: regressions first, then gates closed and opened, then what got better."""
    from ssi.as_json.scores import comparison_json
    from ssi.pipeline import comparison, standard_of, the_round, words_of
    from ssi.reports.comparison import comparison_page

    with year(programme, read_only=True) as here:
        found = comparison(here, before, after)
        standard = standard_of(the_round(here, after))
        words = words_of(here, lang)
    show(
        lambda: comparison_json(found),
        lambda: comparison_page(found, standard, words),
        as_json=as_json,
        to=to,
        names=names,
    )
