"""`ssi standard diff`: what changed between two standards, and the change note for shelters."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, To
from ssi.cli.show import show

if TYPE_CHECKING:
    from ssi.acts.difference import Compared
    from ssi.document import Document

NOTE = "change-note"  # a file whose name begins so is the note


def run(
    before: Annotated[str, typer.Argument(metavar="A", help="The earlier one, or the base: ID@VERSION or a file.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The later one, or the overlay: ID@VERSION or a file.")],
    note: Annotated[
        bool, typer.Option("--note", help="The change note for shelters; so does --to change-note.html")
    ] = False,
    consultation: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The register of comments and answers (consultation.csv, .xlsx, .ods)."),
    ] = None,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
) -> None:
    """What changed, the version number it needs, and which past results stay comparable; a note for shelters."""
    from ssi.acts.at_hand import root_of
    from ssi.acts.difference import compared
    from ssi.as_json.difference import difference_json
    from ssi.errors import SsiError

    here = compared(before, after, root_of(programme), lang, consultation)
    as_note = note or (to is not None and to.name.startswith(NOTE))
    faults = [here.too_small] if here.too_small else []
    if faults and (to is not None or as_note):
        raise SsiError(faults)
    show(
        lambda: difference_json(here.found, here.comments, faults),
        lambda: _page(here, lang, as_note=as_note, whole=to is not None),
        as_json=as_json,
        to=to,
    )
    if faults:
        if as_json:
            raise typer.Exit(1)
        raise SsiError(faults)


def _page(here: "Compared", lang: str, *, as_note: bool, whole: bool) -> "Document":
    from ssi.reports.change_note import change_note
    from ssi.reports.difference import difference_page
    from ssi.words import Words

    words, comments = Words(lang or here.after.standard.language), here.comments or ()
    if as_note:
        return change_note(here.found, here.before, here.after, words, in_force=here.in_force, comments=comments)
    return difference_page(here.found, here.before, here.after, words, comments=comments, whole=whole)
