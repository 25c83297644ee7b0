"""`ssi round open · close · reopen · update · list`."""

from typing import Annotated, Literal

import typer

from ssi.cli.language import words_here
from ssi.cli.options import WHO, AsJson, By, Lang, ProgrammeDir, Reason, RoundId, To, WordsOk, now, year
from ssi.cli.show import show

app = typer.Typer(no_args_is_help=True, help="A round and what it is pinned to: open, close, reopen, update, list.")


@app.command("open")
def open_(
    code: RoundId,
    kind: Annotated[
        Literal["baseline", "follow-up", "self"], typer.Option(help="self = a shelter's own staff score it.")
    ],
    by: By = WHO,
    words_ok: WordsOk = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """Open a round: pins the standard's exact bytes and the rows of shelters, assessors and visits."""
    from ssi.acts.rounds import open_round
    from ssi.pipeline import standard_of

    with year(programme, create=True) as here:
        made = open_round(here, code, kind, at=now(), who=by, words_ok=words_ok)
        standard = standard_of(made)
    words, sha = words_here(lang, programme), standard.sha256[:12]
    print(words("Round {round} ({kind}) is open, on {standard} (sha256 {sha}).",
                round=code, kind=kind, standard=standard, sha=sha))  # fmt: skip
    print(words("{shelters} shelters, {assessors} assessors, {visits} planned sheets.", shelters=len(made.shelters),
                assessors=len(made.assessors), visits=len(made.visits)))  # fmt: skip
    if not made.visits:
        command = f"ssi round update {code} --reason TEXT"
        print(
            words("visits.csv plans nothing for {round}: fill it in, then type: {command}", round=code, command=command)
        )
        print(words("(or let the visits come as they are recorded; nobody is kept from scoring)"))


@app.command()
def close(
    code: RoundId = "",
    reason: Reason = "",
    by: By = WHO,
    words_ok: WordsOk = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """Close a round and freeze its result. What is missing needs --reason."""
    from ssi.acts.rounds import close_round

    with year(programme) as here:
        closed = close_round(here, code, reason=reason, at=now(), who=by, words_ok=words_ok)
    words, then = words_here(lang, programme), f"ssi score {closed.id}"
    print(words("Round {round} is closed; its result is frozen. Now: {command}", round=closed.id, command=then))


@app.command()
def reopen(
    code: RoundId,
    reason: Reason = "",
    by: By = WHO,
    words_ok: WordsOk = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """Open a closed round again, with the reason; the result frozen before is kept beside the next one."""
    from ssi.acts.rounds import reopen_round

    with year(programme) as here:
        again = reopen_round(here, code, reason=reason, at=now(), who=by, words_ok=words_ok)
    words = words_here(lang, programme)
    print(words("Round {round} is open again.", round=again.id))


@app.command()
def update(
    code: RoundId = "",
    reason: Reason = "",
    by: By = WHO,
    words_ok: WordsOk = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """Take over later changes of shelters.csv, assessors.csv and visits.csv, with the reason."""
    from ssi.acts.rounds import update_round

    with year(programme) as here:
        updated = update_round(here, code, reason=reason, at=now(), who=by, words_ok=words_ok)
    words, sheets, shelters = words_here(lang, programme), len(updated.visits), len(updated.shelters)
    print(words("Round {round} now plans {sheets} sheets at {shelters} shelters.",
                round=updated.id, sheets=sheets, shelters=shelters))  # fmt: skip


@app.command("list")
def list_(programme: ProgrammeDir = "", lang: Lang = "", as_json: AsJson = False, to: To = None) -> None:
    """The rounds so far."""
    from ssi.as_json.year import rounds_json
    from ssi.pipeline import words_of
    from ssi.reports.status import rounds_page

    with year(programme, read_only=True) as here:
        rounds = here.store.rounds()
        words = words_of(here, lang)
    show(lambda: rounds_json(rounds), lambda: rounds_page(rounds, words), as_json=as_json, to=to)
