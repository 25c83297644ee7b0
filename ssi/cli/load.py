"""`ssi load`: scores from files of any form, all rows or none; or two entries of the same paper sheets, compared."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from ssi.cli.options import WHO, AsJson, By, Lang, ProgrammeDir, Reason, To, now, year
from ssi.cli.show import show

FILES = "Scoring workbooks, scores as CSV, XLSX or ODS, exports of phone forms; or folders of these."
AGAINST = "The same paper sheets typed by a second person: nothing is written while the two entries differ."


def run(
    files: Annotated[list[Path], typer.Argument(metavar="FILE …", help=FILES)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    against: Annotated[
        list[Path] | None, typer.Option("--against", metavar="FILE", help=AGAINST + " May be repeated.")
    ] = None,
    take: Annotated[
        Literal["first", "second"] | None,
        typer.Option(help="Of two entries that differ take this one (with --reason): FILE … is the first."),
    ] = None,
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
    to: To = None,
) -> None:
    """Load scores: every row is checked first, then all are taken or none. Loading the same twice changes nothing.

    Double entry: let two people type the same paper sheets into two files, then: ssi load FIRST.xlsx --against
    SECOND.xlsx. It lists where they differ, by sheet and criterion, and loads them once they agree.
    """
    from ssi.acts.compare_entries import load_twice
    from ssi.acts.load import How, load
    from ssi.as_json.year import load_json
    from ssi.cli.faults import text
    from ssi.pipeline import words_of
    from ssi.reports.status import load_page

    if take and not against:
        raise typer.BadParameter("--take needs --against: it chooses between two entries")
    how = How(dry_run=dry_run, revise=revise, reason=reason, at=now(), who=by)
    with year(programme, read_only=dry_run) as here:
        words, seen, entries = words_of(here, lang), _progress(), None
        if against:
            found, entries = load_twice(here, files, against, how, taken=take, notes_ok=notes_ok, progress=seen)
        else:
            found = load(here, files, how, notes_ok=notes_ok, progress=seen)
    if not as_json:
        print(text(found.refused, words) or text(found.remarks, words), file=sys.stderr, end="")
    told = not (as_json or to)  # each fault stands on standard error, with its line
    show(
        lambda: load_json(found, entries),
        lambda: load_page(found, words, entries, refused=not told),
        as_json=as_json,
        to=to,
    )
    if any(not each.warning for each in found.refused):
        raise typer.Exit(1)


def _progress() -> Callable[[int, int], None] | None:
    """Tells on a terminal how many files have been read; elsewhere nothing."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, of: int) -> None:
        if of > 1:
            print(f"\rread {done} of {of} files", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return tell
