"""The commands, one line each, grouped by the stages of the year. `ssi --help` says who types them.

Never does a command's work: each line names a module of this package whose `run`, or whose typer group `app`, is the
command. Only the module of the command that was typed is imported; `ssi --help` imports all, for their first lines.
"""

import os
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ssi import __version__
from ssi.cli.built import Built

START = "To begin (the coordinator)"
VISITS = "Rounds and visits (the coordinator; teams: checklist, record, agree)"
RESULTS = "Results (the national group)"
MONEY = "Money (the national group)"
KEEPING = "Keeping it right (anybody)"
POLICY = "Standards as policy (the ministry)"

COMMANDS = (
    ("demo", "demo", START),
    ("init", "init", START),
    ("status", "status", START),
    ("check", "check", START),
    ("train", "train", VISITS),
    ("round", "round_", VISITS),
    ("checklist", "checklist", VISITS),
    ("forms", "forms", VISITS),
    ("poster", "poster", VISITS),
    ("record", "record", VISITS),
    ("agree", "agree", VISITS),
    ("urgent", "urgent", VISITS),
    ("reply", "reply", VISITS),
    ("load", "load", VISITS),
    ("score", "score", RESULTS),
    ("compare", "compare", RESULTS),
    ("needs", "needs", RESULTS),
    ("report", "report", RESULTS),
    ("export", "export", RESULTS),
    ("allocate", "allocate", MONEY),
    ("plan", "plan", MONEY),
    ("verify", "verify", KEEPING),
    ("standard", "standard", POLICY),
)


class Commands(TyperGroup):
    """The group of all commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Built("ssi.cli", COMMANDS)  # type: ignore[assignment]  # nothing is ever put in


app = typer.Typer(
    name="ssi",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Shelters get better by visiting and scoring each other, sharing a small fund by those scores, and scoring"
    " again. Start with `ssi demo`, or with `ssi init` and then `ssi status`, which always says what to type next.",
)


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
