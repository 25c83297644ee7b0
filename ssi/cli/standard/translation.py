"""`ssi standard translation status · export · import · mark`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ssi.cli.options import AsJson, Lang, To
from ssi.cli.show import show, write_file

app = typer.Typer(no_args_is_help=True, help="A standard's texts in other languages: out to translators and in again.")

Code = Annotated[str, typer.Argument(metavar="LANG", help="The language's code, as km.")]
Which = Annotated[
    str, typer.Argument(metavar="ID@VERSION|FILE", help="The standard; else the programme's, else ssi-core.")
]


@app.command()
def status(which: Which = "", lang: Lang = "", as_json: AsJson = False, to: To = None) -> None:
    """How far each translation is: its status, what is there in percent, what is stale or at fault."""
    from ssi.acts.translations import standard_here, state
    from ssi.as_json.translations import translations_json
    from ssi.reports.translations import translations_page
    from ssi.words import Words

    found = state(standard_here(which, Path()))
    show(
        lambda: translations_json(found), lambda: translations_page(found, Words(lang or "en")), as_json=as_json, to=to
    )


@app.command()
def export(
    code: Code,
    which: Which = "",
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help=".xlsx, .po or .toml.")] = None,
) -> None:
    """Write every text beside its translation, for translators: a workbook (.xlsx), .po or .toml."""
    from ssi.acts.translating import export as exported
    from ssi.acts.translations import either_way, standard_here

    code, which = either_way(code, which)
    chosen = standard_here(which, Path())
    file = to or Path(f"{chosen.standard.id}-{chosen.standard.version}.{code}.xlsx")
    write_file(file, exported(chosen, code, file.suffix.lower()))
    print(f"Written: {file}. When it comes back: ssi standard translation import {file}")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="From translators: .xlsx, .ods, .csv, .po or .toml.")],
    language: Annotated[str, typer.Option(metavar="CODE", help="Only where the file does not say it.")] = "",
    target: Annotated[
        str, typer.Option("--for", metavar="ID@VERSION|FILE", help="Carry it over to this version of the standard.")
    ] = "",
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE.toml", help="Where to write it; else beside its standard.")
    ] = None,
) -> None:
    """Take in what translators made: checked, completed, and written as the translation of its standard.

    With --for it is carried over to another version: texts whose source did not change stay valid, others are stale.
    """
    import sys

    from ssi.acts.translating import take_in
    from ssi.cli.faults import text
    from ssi.cli.language import words_here

    taken = take_in(file, target=target, language=language)
    place = to or taken.place
    print(text(taken.warnings, words_here()), file=sys.stderr, end="")
    if taken.of_base and not taken.translation.texts and not place.exists():
        print(f"Nothing to write: all {taken.of_base} texts are as the translation of its base says them.")
        return
    write_file(place, taken.data)
    said = taken.translation
    print(f"Written: {place}: {len(said.texts)} texts of {said.standard} in {said.language}, {said.status}.")
    if taken.of_base:
        print(f"Not written: {taken.of_base} texts that the translation of its base says already.")
    if taken.left_out:
        print(f"Left out, because {said.standard} has no such text: {', '.join(taken.left_out)}.")


@app.command()
def mark(
    code: Code,
    status: Annotated[Literal["draft", "reviewed", "official"], typer.Option(help="What it is from now on.")],
    which: Which = "",
    reviewed_by: Annotated[
        str, typer.Option("--reviewed-by", metavar="OFFICE", help="The office or role that did (no person's name).")
    ] = "",
) -> None:
    """Say who confirmed a translation: draft, then reviewed, then official (whole, nothing stale, no fault)."""
    from ssi.acts.translations import either_way, standard_here
    from ssi.acts.translations import mark as marked

    code, which = either_way(code, which)
    place, data = marked(standard_here(which, Path()), code, status, reviewed_by)
    write_file(place, data)
    print(f"{place}: {status}.")
