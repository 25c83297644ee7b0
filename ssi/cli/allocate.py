"""`ssi allocate`: a proposal for the money."""

from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, NamesFile, ProgrammeDir, RoundId, To, year
from ssi.cli.show import show


def run(
    code: RoundId = "",
    budget: Annotated[str, typer.Option(metavar="N", help="One free fund of this amount instead of funds.csv.")] = "",
    policy: Annotated[str, typer.Option(metavar="RULE", help="The sharing rule: critical or total.")] = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
    names: NamesFile = None,
) -> None:
    """A proposal, proven best by its sharing rule, with a reason for every shelter and every guarantee checked."""
    from ssi.as_json.money import allocation_json
    from ssi.pipeline import allocation, with_tables, words_of
    from ssi.programme import coins
    from ssi.reports.allocation import allocation_page

    with year(programme, read_only=True) as here:
        found = allocation(
            here, code, policy=policy, budget=coins(budget, here.programme.settings, "--budget") if budget else None
        )
        words = words_of(here, lang)
        asked = with_tables(here).programme
    show(
        lambda: allocation_json(found),
        lambda: allocation_page(found, asked.improvements, asked.trainings, words),
        as_json=as_json,
        to=to,
        names=names,
    )
