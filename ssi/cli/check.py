"""`ssi check`: every fault at once."""

from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir


def run(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH …", help="A programme folder, standards or CSV files.")
    ] = None,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
) -> None:
    """Name every fault in the programme folder, or in the files given, with its line and what to write instead."""
    import sys

    from ssi.acts.check import check
    from ssi.cli.faults import text
    from ssi.cli.language import words_here
    from ssi.errors import SsiError

    found = check(paths or [Path(programme or ".")])
    if any(not each.warning for each in found.faults):
        raise SsiError(found.faults)
    if as_json:
        import json

        from ssi.as_json.year import faults_json

        print(json.dumps({"checked": list(found.checked), **faults_json(found.faults)}, ensure_ascii=False, indent=1))
        return
    words = words_here(lang, programme)
    print(text(found.faults, words), file=sys.stderr, end="")
    for each in found.checked:
        print(words("{file}: no fault", file=each))
