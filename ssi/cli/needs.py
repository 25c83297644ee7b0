"""`ssi needs`: what falls short."""

from dataclasses import replace
from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, NamesFile, ProgrammeDir, RoundId, To, year
from ssi.cli.show import show


def run(
    code: RoundId = "",
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="One shelter, in full.")] = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
    names: NamesFile = None,
) -> None:
    """What falls short: for one shelter, for many (a training), for nearly all (a policy matter)."""
    from ssi.as_json.scores import needs_json
    from ssi.errors import SsiError, fault
    from ssi.pipeline import closed_round, falling_short, shelter_of, standard_of, words_of
    from ssi.reports.needs import needs_page

    with year(programme, read_only=True) as here:
        round = closed_round(here, code)
        found = falling_short(here, round.id)
        standard = standard_of(round)
        words = words_of(here, lang)
    if shelter:
        shelter_of(round, shelter)
        found = replace(found, shelters=tuple(each for each in found.shelters if each[0] == shelter))
        if not found.shelters:
            raise SsiError(fault("shelter-not-visited", shelter=shelter, round=round.id))
    show(
        lambda: needs_json(found),
        lambda: needs_page(found, standard, words, shelter=shelter),
        as_json=as_json,
        to=to,
        names=names,
    )
