"""`ssi load`: scores from files, all rows or none."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.options import WHO, AsJson, By, Lang, ProgrammeDir, Reason, now, year
from ssi.cli.show import show


def run(
    files: Annotated[list[Path], typer.Argument(metavar="FILE …", help="Scores as CSV, XLSX or ODS.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    revise: Annotated[bool, typer.Option("--revise", help="Let a different sheet replace the one there.")] = False,
    reason: Reason = "",
    notes_ok: Annotated[
        bool,
        typer.Option("--notes-ok", "--words-ok", help="Notes that may identify someone were looked at and are kept."),
    ] = False,
    by: By = WHO,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
) -> None:
    """Load scores: every row is checked first, then all are taken or none. Loading the same twice changes nothing."""
    from ssi.acts.load import load
    from ssi.as_json.year import load_json
    from ssi.cli.faults import text
    from ssi.errors import SsiError
    from ssi.pipeline import words_of
    from ssi.reports.status import load_page

    with year(programme, read_only=dry_run) as here:
        found = load(here, files, dry_run=dry_run, revise=revise, reason=reason, notes_ok=notes_ok, at=now(), who=by)
        words = words_of(here, lang)
    if found.refused and not as_json:
        raise SsiError(found.refused)
    if not as_json:
        print(text(found.remarks, words), file=sys.stderr, end="")
    show(lambda: load_json(found), lambda: load_page(found, words), as_json=as_json)
    if any(not each.warning for each in found.refused):
        raise typer.Exit(1)
