"""`ssi urgent list · notice · clear`: stop criteria at their worst level."""

from typing import Annotated

import typer

from ssi.cli.language import words_here
from ssi.cli.options import WHO, AsJson, By, Lang, ProgrammeDir, Reason, To, WordsOk, now, year
from ssi.cli.show import show

app = typer.Typer(no_args_is_help=True, help="Stop criteria at their worst level: list, notice, clear.")
Shelter = Annotated[str, typer.Argument(metavar="SHELTER")]


@app.command("list")
def list_(programme: ProgrammeDir = "", lang: Lang = "", as_json: AsJson = False, to: To = None) -> None:
    """What is open, with the date by which it is to be put right."""
    from ssi.acts.urgent import urgent
    from ssi.as_json.year import urgent_json
    from ssi.pipeline import words_of
    from ssi.reports.status import urgent_page

    with year(programme, read_only=True) as here:
        found, words = urgent(here), words_of(here, lang)
    show(lambda: urgent_json(found), lambda: urgent_page(found, words), as_json=as_json, to=to)


@app.command()
def notice(shelter: Shelter, programme: ProgrammeDir = "", lang: Lang = "", to: To = None) -> None:
    """The one-page notice for a shelter: criterion, date due, the role to tell, the programme's protocol."""
    from ssi.acts.urgent import notice
    from ssi.as_json.year import urgent_json
    from ssi.pipeline import words_of

    with year(programme, read_only=True) as here:
        found, page = notice(here, shelter, words_of(here, lang))
    show(lambda: urgent_json(found), lambda: page, as_json=False, to=to)


@app.command()
def clear(
    shelter: Shelter,
    criterion: Annotated[str, typer.Argument(metavar="CRITERION")],
    reason: Reason = "",
    words_ok: WordsOk = False,
    by: By = WHO,
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """A decision that it is put right: it leaves the list, and no score changes."""
    from ssi.acts.urgent import clear

    with year(programme) as here:
        clear(here, shelter, criterion, reason=reason, at=now(), who=by, words_ok=words_ok)
    words = words_here(lang, programme)
    print(words("{id} at {shelter} is cleared; its score stays until a later sheet.", id=criterion, shelter=shelter))
