"""`ssi poster`: the page for residents, to hang up before a visit."""

from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.language import words_here
from ssi.cli.options import Lang, ProgrammeDir
from ssi.cli.show import write_file
from ssi.errors import SsiError, fault


def run(
    to: Annotated[Path, typer.Option("--to", metavar="FILE.html", help="Where to write it.")] = Path("poster.html"),
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """A poster for residents: what visitors look at, that everybody may say no, and how to complain. One A4 page.

    Print it once in each language that residents read, and fill in its lines by hand: when the visitors come, and to
    whom to complain, in the house and outside.
    """
    from ssi.reports.poster import poster

    if to.suffix.casefold() not in (".html", ".htm"):
        raise SsiError(fault("unknown-format", ending=to.suffix or to, known=".html", hint=""))
    words = words_here(lang, programme)
    write_file(to, poster(words))
    print(words("Written: {file}. Open it in a browser and print it.", file=to))
