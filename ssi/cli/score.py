"""`ssi score`: the result of a round."""

from typing import Annotated

import typer

from ssi.cli.options import WHO, AsJson, By, Lang, NamesFile, ProgrammeDir, RoundId, To, WordsOk, now, year
from ssi.cli.show import show, write_file

Preview = Annotated[bool, typer.Option("--preview", help="Show scores of an open round; leaves a decision.")]
Sheets = Annotated[bool, typer.Option("--sheets", help="The sheets of a closed round as scores CSV (with --to).")]


def run(
    code: RoundId = "",
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="One shelter, with its areas.")] = "",
    preview: Preview = False,
    sheets: Sheets = False,
    by: By = WHO,
    words_ok: WordsOk = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
    names: NamesFile = None,
) -> None:
    """The result: percent with bounds, coverage, stop criteria, level, areas."""
    from ssi.acts.leaving import leave_preview, scores_csv
    from ssi.as_json.scores import summary_json
    from ssi.pipeline import last_round, one_shelter, standard_of, summary, words_of
    from ssi.reports.score import score_page

    with year(programme, read_only=not preview) as here:
        round = last_round(here, code)
        if sheets:
            data = scores_csv(here, round.id)
            if to is None or to.suffix.casefold() != ".csv":
                raise typer.BadParameter("--sheets needs --to FILE.csv")
            write_file(to, data)
            words = words_of(here, lang)
            print(words("Written: {file}", file=to))
            return
        if preview and not round.closed:
            leave_preview(here, round, at=now(), who=by, words_ok=words_ok)
        found = one_shelter(summary(here, round.id, preview=preview), shelter, round)
        standard = standard_of(round)
        words = words_of(here, lang)
    show(
        lambda: summary_json(found),
        lambda: score_page(found, standard, words, shelter=shelter),
        as_json=as_json,
        to=to,
        names=names,
    )
