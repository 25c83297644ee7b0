"""`ssi report shelter · national`: documents to print and send."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ssi.cli.options import AsJson, Lang, NamesFile, ProgrammeDir, To, now, year
from ssi.cli.show import show

if TYPE_CHECKING:
    from ssi.document import Document

app = typer.Typer(no_args_is_help=True, help="Documents to print and send: for one shelter, for the whole country.")
Round = Annotated[str, typer.Argument(metavar="ROUND", help="The round; else the one closed last.")]
Before = Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier round to compare with.")]


@app.command()
def shelter(
    code: Annotated[str, typer.Argument(metavar="SHELTER")],
    round: Round = "",
    before: Before = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
    names: NamesFile = None,
) -> None:
    """Before and after for one shelter's own staff."""
    from ssi.pipeline import report_of_shelter, while_open

    with year(programme, read_only=True) as here:
        page = while_open(here, round, lang, code) or report_of_shelter(here, code, round, before, lang)
    _show(page, as_json, to, names)


@app.command()
def national(
    round: Round = "",
    before: Before = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
    names: NamesFile = None,
) -> None:
    """The year of the whole national group."""
    from ssi.pipeline import national_report_of, while_open

    with year(programme, read_only=True) as here:
        page = while_open(here, round, lang) or national_report_of(here, round, before, lang)
    _show(page, as_json, to, names)


@app.command()
def handover(programme: ProgrammeDir = "", lang: Lang = "", as_json: AsJson = False, to: To = None) -> None:
    """For a new coordinator: where the year stands, what lies where, and what to do first."""
    from ssi.acts.handover import handover
    from ssi.pipeline import words_of
    from ssi.reports.handover import handover_page

    with year(programme, create=True, read_only=True) as here:
        found, words, name = handover(here, now()[:10]), words_of(here, lang), here.programme.settings.name
    page = handover_page(found.status, found.decisions, found.present, words, programme=name)
    _show(page, as_json, to, None)


def _show(page: "Document", as_json: bool, to: Path | None, names: Path | None) -> None:
    show(_document_json(page), lambda: page, as_json=as_json, to=to, names=names)


def _document_json(page: "Document") -> Callable[[], dict[str, Any]]:
    def body() -> dict[str, Any]:
        import json

        from ssi.reports.writers import write

        return dict(json.loads(write(page, ".json")))

    return body
