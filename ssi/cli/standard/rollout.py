"""`ssi standard rollout`: how far a standard has come to the shelters it is for."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ssi.cli.options import AsJson, Lang, To, now
from ssi.cli.show import show, write_file


def run(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The register; else rollout.csv (.xlsx, .ods) here.")
    ] = None,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="As it stood on this day; else today.")] = "",
    by: Annotated[
        Literal["region", "standard"] | None, typer.Option("--by", help="Also group by group, by this column.")
    ] = None,
    stalled_after: Annotated[
        int, typer.Option("--stalled-after", metavar="DAYS", min=1, help="Days without an answer that are too many.")
    ] = 60,
    new: Annotated[
        Path | None,
        typer.Option("--new", metavar="PLACES", help="Begin a register for the places of this table (shelters.csv)."),
    ] = None,
    standard: Annotated[
        str, typer.Option("--standard", metavar="ID@VERSION", help="With --new: which standard is sent.")
    ] = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
) -> None:
    """How many shelters were sent the standard, acknowledged it, are trained, have assessed themselves."""
    from ssi.acts.rollout import new_register, read_register, register_here
    from ssi.as_json.rollout import rollout_json
    from ssi.programme.cells import Refused, day
    from ssi.reports.rollout import rollout_page
    from ssi.standards.rollout import rollout
    from ssi.words import Words

    if new is not None:
        _begin(to or Path("rollout.csv"), new_register(new, standard))
        return
    today = now()[:10]
    try:
        moment = day(on) if on else today
    except Refused as refused:
        raise typer.BadParameter(f"--on {on}: write a date as in {today}") from refused
    places = read_register(file or register_here(Path()), max(today, moment))
    group = {"region": lambda each: each.region, "standard": lambda each: each.standard}.get(by or "")
    found = rollout(places, moment, by=group, stalled_after=stalled_after)
    show(
        lambda: rollout_json(found),
        lambda: rollout_page(found, Words(lang or "en"), every=to is not None),
        as_json=as_json,
        to=to,
    )


def _begin(to: Path, data: bytes) -> None:
    """A register that is there already is never written over."""
    from ssi.errors import SsiError, fault

    if to.exists():
        raise SsiError(fault("rollout-exists", file=to))
    write_file(to, data)
    print(f"Written: {to}. Fill in the dates as they come: YYYY-MM-DD; empty means not yet.")
