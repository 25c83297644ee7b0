"""`ssi checklist`: the scoring sheet, to print and hold beside the laptop."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ssi.cli.options import Lang, ProgrammeDir, RoundOption, year
from ssi.cli.show import write_file


def run(
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="The shelter to visit.")] = "",
    kind: Annotated[
        Literal["transit", "short-term", "long-term", "community"] | None,
        typer.Option(help="A blank sheet for this kind of shelter instead."),
    ] = None,
    children: Annotated[bool, typer.Option("--children", help="A blank sheet with the children's area.")] = False,
    to: Annotated[Path, typer.Option("--to", metavar="FILE.html", help="Where to write it.")] = Path("sheet.html"),
    round: RoundOption = "",
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """The scoring sheet: an A4 page to print, with every level description and the pre-visit list."""
    from ssi.acts.leaving import blank_sheet, sheet_of_visit
    from ssi.pipeline import words_of

    if not shelter and not kind:
        raise typer.BadParameter("name a shelter, or a kind of shelter with --kind")
    with year(programme, create=not shelter, read_only=True) as here:
        words = words_of(here, lang)
        language = words.language
        if shelter:
            data = sheet_of_visit(here, shelter, round, to.suffix, language)
        else:
            data = blank_sheet(here, kind or "long-term", to.suffix, language, children=children)
    write_file(to, data)
    print(words("Written: {file}. Open it in a browser and print it.", file=to))
