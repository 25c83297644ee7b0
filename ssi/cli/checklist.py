"""`ssi checklist`: the scoring sheet, to print and hold beside the laptop."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ssi.cli.options import Lang, ProgrammeDir, RoundOption, year
from ssi.cli.show import write_file
from ssi.errors import phrase

_PAPER = (".html", ".pdf")
_NEXT = {
    ".html": phrase("Open it in a browser and print it."),
    ".pdf": phrase("Print it on A4 paper."),
    ".xlsx": phrase("Filled in, it comes back with ssi load."),
}


def run(
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="The shelter to visit.")] = "",
    kind: Annotated[
        Literal["transit", "short-term", "long-term", "community"] | None,
        typer.Option(help="A blank sheet for this kind of shelter instead."),
    ] = None,
    children: Annotated[bool, typer.Option("--children", help="A blank sheet with the children's area.")] = False,
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            metavar="FILE",
            help="Where to write it: .html or .pdf to print, .xlsx to fill in, .xlsform.xlsx for phones (there --lang"
            " may name several languages, as in km,en; without it all go in that are whole).",
        ),
    ] = Path("sheet.html"),
    sorted_by: Annotated[
        Literal["area", "method"],
        typer.Option("--by", help="On paper: by areas, or by methods as a team walks through the house."),
    ] = "area",
    round: RoundOption = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """The scoring sheet: to print (.html, .pdf), to fill in (.xlsx), or for a phone (.xlsform.xlsx)."""
    from ssi.acts.leaving import blank_sheet, sheet_of_visit
    from ssi.acts.phone_forms import blank_form, form_of_visit, is_form
    from ssi.pipeline import words_of

    if not shelter and not kind:
        raise typer.BadParameter("name a shelter, or a kind of shelter with --kind")
    if shelter and (kind or children):
        raise typer.BadParameter("shelters.csv says of what kind a shelter is: leave out --kind and --children")
    order = _order(sorted_by, to)
    with year(programme, create=not shelter, read_only=True) as here:
        words = words_of(here, lang)
        if is_form(to):
            form = form_of_visit(here, shelter, round, lang) if shelter else None
            data = form or blank_form(here, kind or "long-term", lang, children=children)
        elif shelter:
            data = sheet_of_visit(here, shelter, round, to.name, words.language, **order)
        else:
            data = blank_sheet(here, kind or "long-term", to.name, words.language, children=children, **order)
    write_file(to, data)
    if is_form(to):
        print(words("Written: {file}. Upload it to KoboToolbox or ODK Central as a new form.", file=to))
    else:
        following = _NEXT.get(to.suffix.casefold(), "")
        print(f"{words('Written: {file}.', file=to)} {words(following) if following else ''}".rstrip())


def _order(by: str, to: Path) -> dict[str, str]:
    """What a writer is told of the order; only those for paper know more than one."""
    if by == "method" and to.suffix.casefold() not in _PAPER:
        raise typer.BadParameter(f"--by method is an order for paper: write it --to a file {' or '.join(_PAPER)}")
    return {"by": by} if by == "method" else {}
