"""`ssi needs`: what falls short."""

from ssi.cli.options import AsJson, Lang, ProgrammeDir, RoundId, To, year
from ssi.cli.show import show


def run(
    code: RoundId = "", programme: ProgrammeDir = "", lang: Lang = "", as_json: AsJson = False, to: To = None
) -> None:
    """What falls short: for one shelter, for many (a training), for nearly all (a policy matter)."""
    from ssi.as_json.scores import needs_json
    from ssi.pipeline import closed_round, falling_short, standard_of, words_of
    from ssi.reports.needs import needs_page

    with year(programme, read_only=True) as here:
        found = falling_short(here, code)
        standard = standard_of(closed_round(here, code))
        words = words_of(here, lang)
    show(lambda: needs_json(found), lambda: needs_page(found, standard, words), as_json=as_json, to=to)
