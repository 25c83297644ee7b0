"""`ssi standard handbook`: the standard as a regulation to read, print and send."""

from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, To
from ssi.cli.show import show

StandardId = Annotated[str, typer.Argument(metavar="STANDARD", help="ID@VERSION, ID (then the newest), or a file.")]


def run(
    standard: StandardId, programme: ProgrammeDir = "", lang: Lang = "", as_json: AsJson = False, to: To = None
) -> None:
    """The handbook of a standard: numbered articles, sources, adoption; as .html, .pdf, .docx or .md."""
    import json

    from ssi.acts.at_hand import find, root_of
    from ssi.acts.handbook import edition
    from ssi.reports.handbook import handbook
    from ssi.reports.writers import write
    from ssi.words import Words

    found = edition(find(standard, root_of(programme)), lang)
    page = handbook(found.standard, Words(found.language), translation=found.translation, adoption=found.adoption)
    show(lambda: json.loads(write(page, ".json")), lambda: page, as_json=as_json, to=to)
