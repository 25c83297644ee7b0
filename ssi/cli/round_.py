"""`ssi round open · close · reopen · update · list`."""

from typing import Annotated, Literal

import typer

from ssi.cli.options import WHO, AsJson, By, Lang, ProgrammeDir, Reason, RoundId, To, now, year
from ssi.cli.show import show

app = typer.Typer(no_args_is_help=True, help="A round and what it is pinned to: open, close, reopen, update, list.")


@app.command("open")
def open_(
    code: RoundId,
    kind: Annotated[
        Literal["baseline", "follow-up", "self"], typer.Option(help="self = a shelter's own staff score it.")
    ],
    by: By = WHO,
    programme: ProgrammeDir = "",
) -> None:
    """Open a round: pins the standard's exact bytes and the rows of shelters, assessors and visits."""
    from ssi.acts.rounds import open_round
    from ssi.pipeline import standard_of

    with year(programme, create=True) as here:
        made = open_round(here, code, kind, at=now(), who=by)
        standard = standard_of(made)
    print(f"Round {code} ({kind}) is open, on {standard} (sha256 {standard.sha256[:12]}).")
    print(f"{len(made.shelters)} shelters, {len(made.assessors)} assessors, {len(made.visits)} planned sheets.")
    if not made.visits:
        print(f"visits.csv plans nothing for {code}: fill it in, then type: ssi round update {code} --reason TEXT")
        print("(or let the visits come as they are recorded; nobody is kept from scoring)")


@app.command()
def close(code: RoundId = "", reason: Reason = "", by: By = WHO, programme: ProgrammeDir = "") -> None:
    """Close a round and freeze its result. What is missing needs --reason."""
    from ssi.acts.rounds import close_round

    with year(programme) as here:
        closed = close_round(here, code, reason=reason, at=now(), who=by)
    print(f"Round {closed.id} is closed; its result is frozen. Now: ssi score {closed.id}")


@app.command()
def reopen(code: RoundId, reason: Reason = "", by: By = WHO, programme: ProgrammeDir = "") -> None:
    """Open a closed round again, with the reason; the result frozen before is kept beside the next one."""
    from ssi.acts.rounds import reopen_round

    with year(programme) as here:
        again = reopen_round(here, code, reason=reason, at=now(), who=by)
    print(f"Round {again.id} is open again.")


@app.command()
def update(code: RoundId = "", reason: Reason = "", by: By = WHO, programme: ProgrammeDir = "") -> None:
    """Take over later changes of shelters.csv, assessors.csv and visits.csv, with the reason."""
    from ssi.acts.rounds import update_round

    with year(programme) as here:
        updated = update_round(here, code, reason=reason, at=now(), who=by)
    print(f"Round {updated.id} now plans {len(updated.visits)} sheets at {len(updated.shelters)} shelters.")


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
