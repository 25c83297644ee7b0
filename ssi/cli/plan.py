"""`ssi plan adopt · show · update`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ssi.cli.language import words_here
from ssi.cli.options import WHO, AsJson, By, Lang, NamesFile, ProgrammeDir, Reason, To, WordsOk, now, year
from ssi.cli.show import show

app = typer.Typer(no_args_is_help=True, help="The group's decision about the money, then its progress.")


@app.command()
def adopt(
    proposal: Annotated[Path, typer.Argument(metavar="PROPOSAL.json", help="From `ssi allocate --to proposal.json`.")],
    change: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="The group's own change: 'I07 drop: reason', 'I09 add: reason'."),
    ] = None,
    reason: Reason = "",
    by: By = WHO,
    words_ok: WordsOk = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """Adopt a proposal, with the group's own changes, each with its reason; --reason where a plan is in force."""
    from ssi.acts.plans import adopt as adopt_plan

    with year(programme) as here:
        plan = adopt_plan(here, proposal, change or [], reason=reason, at=now(), who=by, words_ok=words_ok)
    words, many = words_here(lang, programme), len(plan.items)
    print(words("Adopted: {count} items after round {round}. Now: ssi plan show", count=many, round=plan.round))


@app.command("show")
def show_(
    programme: ProgrammeDir = "", lang: Lang = "", as_json: AsJson = False, to: To = None, names: NamesFile = None
) -> None:
    """The plan adopted last and how far it is."""
    from ssi.as_json.money import plan_json
    from ssi.errors import SsiError, fault
    from ssi.pipeline import current_plan, words_of
    from ssi.reports.allocation import plan_page

    with year(programme, read_only=True) as here:
        found = current_plan(here)
        words = words_of(here, lang)
    if found is None:
        raise SsiError(fault("no-plan"))
    plan = found
    show(lambda: plan_json(plan), lambda: plan_page(plan, words), as_json=as_json, to=to, names=names)


@app.command()
def update(
    item: Annotated[str, typer.Argument(metavar="ITEM", help="The improvement or training.")],
    status: Annotated[Literal["planned", "committed", "done", "cancelled"], typer.Option(help="How far it is.")],
    spent: Annotated[str, typer.Option(metavar="N", help="What it cost in the end.")] = "",
    reason: Reason = "",
    by: By = WHO,
    words_ok: WordsOk = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """Say how far one item of the plan is."""
    from ssi.acts.plans import update as update_plan

    with year(programme) as here:
        plan = update_plan(here, item, status=status, spent=spent, reason=reason, at=now(), who=by, words_ok=words_ok)
    done = sum(each.status == "done" for each in plan.items)
    words, many = words_here(lang, programme), len(plan.items)
    print(words("{item}: {status}. {done} of {count} items are done.", item=item, status=status, done=done, count=many))
