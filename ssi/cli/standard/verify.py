"""`ssi standard verify`: is this the adopted standard, byte for byte?"""

import os
from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, To
from ssi.cli.show import show


def run(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHAT …", help="Standards by ID@VERSION or file, and packs of `publish` (.zip)."),
    ] = None,
    rounds: Annotated[
        list[str] | None,
        typer.Option(
            "--round", metavar="ROUND", help="The bytes that this round is pinned to; may be given many times."
        ),
    ] = None,
    public_key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The authority's public key: it must have signed.")
    ] = None,
    scan: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A scan of the signed paper: its hash must be the one stated.")
    ] = None,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
) -> None:
    """Say whether standards, packs and rounds use exactly the adopted bytes, and name every criterion that was edited.
    Without WHAT: the programme's standard and all its rounds. Exit status 1 where something differs. Bundles (sealed
    sheets) are verified from a later version on."""
    from ssi.acts.verify_adoption import verify_here
    from ssi.as_json.adoption import verified_json
    from ssi.reports.adoption import verified_page
    from ssi.words import Words

    store_url = os.environ.get("SSI_STORE_URL", "")
    found = verify_here(programme, tuple(what or ()), tuple(rounds or ()), public_key, scan, store_url)
    show(
        lambda: verified_json(found),
        lambda: verified_page(found, Words(lang or "en")),
        as_json=as_json,
        to=to,
    )
    if not all(each.good for each in found):
        raise typer.Exit(1)
