"""The options that many commands share, declared once, and the way from a typed command to a programme and its store.

Never shows anything; `ssi.cli.show` does. The clock enters the program here and nowhere else.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ssi.pipeline import Year

ProgrammeDir = Annotated[
    str,
    typer.Option(
        "--programme", metavar="DIR", envvar="SSI_PROGRAMME", help="The programme folder; else here and above."
    ),
]
Lang = Annotated[str, typer.Option("--lang", metavar="CODE", envvar="SSI_LANG", help="The language of what is shown.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Write it to a file; its ending is the format.")]
NamesFile = Annotated[
    Path | None, typer.Option("--names", metavar="FILE", help="Show names from this names.csv beside the codes.")
]
RoundId = Annotated[str, typer.Argument(metavar="ROUND", help="The round's id.")]
RoundOption = Annotated[
    str, typer.Option("--round", metavar="ROUND", help="The round; not needed where one round is open.")
]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who decides this (a code or an office, no names).")]


def _stripped(text: str) -> str:
    """A reason of blanks is none."""
    return text.strip()


Reason = Annotated[
    str, typer.Option("--reason", metavar="TEXT", callback=_stripped, help="Why; it is kept with the decision.")
]
WordsOk = Annotated[
    bool, typer.Option("--words-ok", help="The words were read again and identify nobody; keep them as they are.")
]
WHO = "national group"


def now() -> str:
    """The present as ISO 8601 in UTC; SOURCE_DATE_EPOCH, where it is set, stands for it (reproducible examples)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def year(programme: str, *, create: bool = False, read_only: bool = False) -> "Iterator[Year]":
    """The programme folder and its store, closed again at the end."""
    from ssi.pipeline import open_year

    url = os.environ.get("SSI_STORE_URL", "")
    opened = open_year(Path(programme or "."), store_url=url, create=create, read_only=read_only)
    try:
        yield opened
    finally:
        opened.store.close()
