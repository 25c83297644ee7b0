"""`ssi report shelter · national`: documents to print and send."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ssi.cli.options import AsJson, Lang, NamesFile, ProgrammeDir, To, year
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
    from ssi.pipeline import report_of_shelter

    with year(programme, read_only=True) as here:
        page = report_of_shelter(here, code, round, before, lang)
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
    from ssi.pipeline import national_report_of

    with year(programme, read_only=True) as here:
        page = national_report_of(here, round, before, lang)
    _show(page, as_json, to, names)


def _show(page: "Document", as_json: bool, to: Path | None, names: Path | None) -> None:
    from ssi.reports.named import with_names

    named = with_names(page, _names(names)) if names else page
    show(_document_json(named), lambda: named, as_json=as_json, to=to)


def _names(file: Path) -> dict[str, str]:
    from ssi.programme import read_names

    return read_names(file)


def _document_json(page: "Document") -> Callable[[], dict[str, Any]]:
    def body() -> dict[str, Any]:
        import json

        from ssi.reports.writers import write

        return dict(json.loads(write(page, ".json")))

    return body
