"""`ssi status`: where the year stands."""

from ssi.cli.options import AsJson, Lang, NamesFile, ProgrammeDir, To, now, year
from ssi.cli.show import show


def run(
    programme: ProgrammeDir = "", lang: Lang = "", as_json: AsJson = False, to: To = None, names: NamesFile = None
) -> None:
    """Where the year stands, what is missing, and the next command to type."""
    from ssi.acts.status import status
    from ssi.as_json.year import status_json
    from ssi.pipeline import words_of
    from ssi.reports.status import status_page

    with year(programme, create=True, read_only=True) as here:
        found = status(here, now()[:10])
        words = words_of(here, lang)
    show(lambda: status_json(found), lambda: status_page(found, words), as_json=as_json, to=to, names=names)
