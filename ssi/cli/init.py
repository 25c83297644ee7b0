"""`ssi init`: a new programme folder."""

import os
from pathlib import Path
from typing import Annotated

import typer


def run(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    standard: Annotated[
        str,
        typer.Option(
            metavar="ID[@VERSION]|FILE", help="The standard it follows, of standards/ here or shipped: ssi-core."
        ),
    ],
    name: Annotated[str, typer.Option(help="The programme's name.")],
    country: Annotated[str, typer.Option(help="The country's two letters, as KH.")],
    currency: Annotated[str, typer.Option(help="The currency's three letters, as KHR.")],
    language: Annotated[str, typer.Option(help="The language of pages and prompts.")] = "en",
) -> None:
    """Make a new programme folder: ssi.toml, empty tables to fill in, and an exact copy of the standard."""
    from ssi.acts import adopted, translations
    from ssi.acts.at_hand import find, standards_here
    from ssi.model import Settings
    from ssi.programme.new import write_new
    from ssi.words import Words

    chosen = find(standard, standards_here())
    two_letters = country.upper() if len(country) == 2 else country
    settings = Settings(
        name=name, country=two_letters, language=language, currency=currency.upper(), standard=str(chosen.standard)
    )
    beside = {**translations.files_beside(chosen), **adopted.files_beside(chosen)}
    write_new(folder, settings, {**dict(chosen.chain), **beside})
    words = Words(os.environ.get("SSI_LANG", "") or language)
    print(words("Made {folder}: a programme on {standard}.", folder=folder, standard=chosen.standard))
    told = folder / "tables.txt"
    print(words("Fill in the tables there (codes only, no names; {file} says what each column means),", file=told))
    print(words("then type in that folder: ssi status"))
