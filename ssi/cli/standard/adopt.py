"""`ssi standard adopt`: who adopts a standard, by which instrument, from when and for whom."""

from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, now
from ssi.cli.show import show, write_file


def run(
    standard: Annotated[str, typer.Argument(metavar="ID@VERSION|FILE", help="A released standard without faults.")],
    authority: Annotated[str, typer.Option(help="The office that adopts it; never a person's name.")] = "",
    instrument: Annotated[str, typer.Option(help="Title and number of what was signed.")] = "",
    scan: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A scan of the signed paper: its hash is kept, not the scan.")
    ] = None,
    in_force: Annotated[str, typer.Option(metavar="DATE", help="From which day it is in force.")] = "",
    adopted: Annotated[str, typer.Option(metavar="DATE", help="The day it was adopted; else today.")] = "",
    transition_until: Annotated[
        str, typer.Option(metavar="DATE", help="Until when the one before may still be used.")
    ] = "",
    supersedes: Annotated[
        str, typer.Option(metavar="ID@VERSION|FILE", help="The standard that it takes the place of.")
    ] = "",
    binds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help="Whom it binds from when, as 'kind=long-term region=north operator=ngo from=2027-01-01';"
            " may be given many times. Without it: every shelter from the day in force.",
        ),
    ] = None,
    consulted: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO=COUNT",
            help="Who was heard, as counts: survivor_groups (always, also 0), shelters, ministries, organisations,"
            " others.",
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Sign with this Ed25519 key (openssl genpkey -algorithm ed25519). Never needed: paper is enough.",
        ),
    ] = None,
    weakening_ok: Annotated[
        bool, typer.Option("--weakening-ok", help="Accept knowingly what asks less than before.")
    ] = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
) -> None:
    """Write VERSION.adoption.toml beside a released standard, whose own file stays as it is. Everything that stands in
    the way is named at once, and then nothing is written."""
    from datetime import date

    from ssi.acts.adoption import Wish, adopt
    from ssi.acts.at_hand import root_of
    from ssi.as_json.adoption import adoption_json
    from ssi.reports.adoption import adoption_page
    from ssi.standards.adoption_text import adoption_text
    from ssi.words import Words

    wish = Wish(standard, authority, instrument, in_force, adopted, transition_until, supersedes, tuple(binds or ()),
                tuple(consulted or ()), scan, key, weakening_ok)  # fmt: skip
    path, made = adopt(wish, root_of(programme), date.fromisoformat(now()[:10]))
    write_file(path, adoption_text(made).encode())
    show(
        lambda: {"written": str(path), **adoption_json(made)},
        lambda: adoption_page(made, Words(lang or "en")),
        as_json=as_json,
    )
    if not as_json:
        print(f"\nWritten: {path}")
        print(f"Keep it beside the standard. To hold any copy to it: ssi standard verify {standard}")
