"""`ssi standard …`: standards as policy. One file a command, one line each."""

from typing import Any

import typer
from typer.core import TyperGroup

from ssi.cli.built import Built

COMMANDS = (
    ("list", "list_", ""),
    ("show", "show", ""),
    ("handbook", "handbook", ""),
    ("diff", "diff", ""),
    ("adopt", "adopt", ""),
    ("verify", "verify", ""),
    ("coverage", "coverage", ""),
    ("oscal", "oscal", ""),
    ("publish", "publish", ""),
    ("rollout", "rollout", ""),
    ("schema", "schema", ""),
    ("translation", "translation", ""),
    ("export", "export", ""),
    ("import", "import_", ""),
)


class Commands(TyperGroup):
    """The group of these commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Built("ssi.cli.standard", COMMANDS)  # type: ignore[assignment]  # nothing is ever put in


app = typer.Typer(cls=Commands, no_args_is_help=True)


@app.callback()
def standard() -> None:
    """Standards as policy: write, compare, translate, adopt, send."""
