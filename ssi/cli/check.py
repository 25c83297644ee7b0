"""`ssi check`: every fault at once."""

from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.options import AsJson, ProgrammeDir


def run(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH …", help="A programme folder, standards or CSV files.")
    ] = None,
    programme: ProgrammeDir = "",
    as_json: AsJson = False,
) -> None:
    """Name every fault in the programme folder, or in the files given, with its line and what to write instead."""
    import sys

    from ssi.acts.check import check
    from ssi.cli.faults import text
    from ssi.errors import SsiError

    found = check(paths or [Path(programme or ".")])
    if any(not each.warning for each in found.faults):
        raise SsiError(found.faults)
    if as_json:
        import json

        from ssi.as_json.year import faults_json

        print(json.dumps({"checked": list(found.checked), **faults_json(found.faults)}, ensure_ascii=False, indent=1))
        return
    print(text(found.faults), file=sys.stderr, end="")
    for each in found.checked:
        print(f"{each}: no fault")
