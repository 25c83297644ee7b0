"""`ssi standard list`: every standard at hand, and what held on a day."""

from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, To, now
from ssi.cli.show import show


def run(
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="What held on that day, as in 2031-05-01; else today.")
    ] = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
) -> None:
    """The standards at hand (shipped, and those of the programme or of standards/ here): draft, released, adopted, in
    force or superseded; and which held on a day, for whom."""
    from datetime import date

    from ssi.acts.at_hand import root_of
    from ssi.acts.standing import standings
    from ssi.as_json.adoption import standings_json
    from ssi.errors import SsiError, WrongUse, fault
    from ssi.reports.adoption import standings_page
    from ssi.words import Words, plain_digits

    try:
        day = date.fromisoformat(plain_digits(on) or now()[:10])
    except ValueError:
        raise WrongUse(fault("adoption-day", option="--on", given=on)) from None
    found, faults = standings(root_of(programme), day)
    show(
        lambda: standings_json(found, day),
        lambda: standings_page(found, day, Words(lang or "en")),
        as_json=as_json,
        to=to,
    )
    if faults:
        raise SsiError(faults)
