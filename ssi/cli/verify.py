"""`ssi verify`: recompute everything in the store."""

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, To, year
from ssi.cli.show import show


def run(programme: ProgrammeDir = "", lang: Lang = "", as_json: AsJson = False, to: To = None) -> None:
    """Recompute every hash and every frozen result in the store, and name what differs."""
    from ssi.acts.verify import verify
    from ssi.as_json.year import verify_json
    from ssi.pipeline import words_of
    from ssi.reports.status import verify_page

    with year(programme, read_only=True) as here:
        found = verify(here)
        words = words_of(here, lang)
    show(lambda: verify_json(found), lambda: verify_page(found, words), as_json=as_json, to=to)
    if found.differs:
        raise typer.Exit(1)
