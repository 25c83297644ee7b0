"""The commands, one line each, grouped by the stages of the year. `ssi --help` says who types them.

Never does a command's work: each line names a module of this package whose `run` (or typer group) is the command.
"""

import os
from typing import Annotated

import typer

from ssi import __version__
from ssi.cli import (
    allocate,
    check,
    checklist,
    compare,
    demo,
    init,
    load,
    needs,
    plan,
    record,
    report,
    round_,
    score,
    status,
    verify,
)

START = "To begin (the coordinator)"
VISITS = "Rounds and visits (the coordinator; assessment teams: checklist, record)"
RESULTS = "Results (the national group)"
MONEY = "Money (the national group)"
KEEPING = "Keeping it right (anybody)"

COMMANDS = (
    ("demo", demo.run, START),
    ("init", init.run, START),
    ("status", status.run, START),
    ("check", check.run, START),
    ("round", round_.app, VISITS),
    ("checklist", checklist.run, VISITS),
    ("record", record.run, VISITS),
    ("load", load.run, VISITS),
    ("score", score.run, RESULTS),
    ("compare", compare.run, RESULTS),
    ("needs", needs.run, RESULTS),
    ("report", report.app, RESULTS),
    ("allocate", allocate.run, MONEY),
    ("plan", plan.app, MONEY),
    ("verify", verify.run, KEEPING),
)

app = typer.Typer(
    name="ssi",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Shelters get better by visiting and scoring each other, sharing a small fund by those scores, and scoring"
    " again. Start with `ssi demo`, or with `ssi init` and then `ssi status`, which always says what to type next.",
)
for name, command, panel in COMMANDS:
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name, rich_help_panel=panel)
    else:
        app.command(name, rich_help_panel=panel)(command)


def _version(asked: bool) -> None:
    if asked:
        print(f"ssi {__version__}")
        raise typer.Exit


@app.callback()
def common(
    programme: Annotated[str, typer.Option(metavar="DIR", help="The programme folder; else here and above.")] = "",
    lang: Annotated[str, typer.Option(metavar="CODE", help="The language of what is shown.")] = "",
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say it.")] = False,
) -> None:
    """Options before the command hold for it as if they stood behind it."""
    del version
    for variable, given in (("SSI_PROGRAMME", programme), ("SSI_LANG", lang)):
        if given:
            os.environ[variable] = given
