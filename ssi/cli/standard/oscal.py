"""`ssi standard oscal`: a standard as OSCAL JSON, for programs that exchange control catalogues."""

from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.options import ProgrammeDir, now
from ssi.cli.show import write_file


def run(
    standard: Annotated[str, typer.Argument(metavar="ID[@VERSION]|FILE", help="The standard.")],
    to: Annotated[Path, typer.Option("--to", metavar="FILE.json", help="Where to write it.")] = Path("oscal.json"),
    programme: ProgrammeDir = "",
) -> None:
    """The standard as an OSCAL 1.2 catalog; an overlay as a profile with the catalogs that it imports."""
    from ssi.acts.at_hand import find, root_of
    from ssi.acts.publish import oscal_files

    files = oscal_files(find(standard, root_of(programme)), to.stem, now())
    for name, data in files.items():
        write_file(to.parent / name, data)
    print(f"Written: {', '.join(str(to.parent / each) for each in files)}")
