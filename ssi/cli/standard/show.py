"""`ssi standard show`: a standard at a glance, or one criterion of it in full."""

from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, To, now
from ssi.cli.show import show


def run(
    standard: Annotated[str, typer.Argument(metavar="ID[@VERSION]|FILE", help="The standard.")],
    criterion: Annotated[
        str, typer.Option(metavar="ID", help="One criterion, with the description of each of its levels.")
    ] = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
) -> None:
    """What a standard is: its areas and criteria, its rules in words, who adopted it, how it differs from a base."""
    from datetime import date

    from ssi.acts.at_hand import find, root_of
    from ssi.acts.standing import standing_of
    from ssi.acts.translations import texts_here
    from ssi.as_json.adoption import standard_json
    from ssi.errors import SsiError, did_you_mean, fault
    from ssi.reports.standard_shown import standard_page
    from ssi.words import Words

    root = root_of(programme)
    chosen = find(standard, root)
    slot = chosen.standard.slot
    if criterion and criterion not in slot:
        raise SsiError(
            fault(
                "adoption-no-criterion",
                standard=chosen.standard,
                criterion=criterion,
                hint=did_you_mean(criterion, slot),
            )
        )
    texts = texts_here(chosen, lang)
    found = standing_of(chosen, root, date.fromisoformat(now()[:10]))
    show(
        lambda: standard_json(found, texts, criterion),
        lambda: standard_page(found, texts, Words(lang or chosen.standard.language), criterion=criterion),
        as_json=as_json,
        to=to,
    )
