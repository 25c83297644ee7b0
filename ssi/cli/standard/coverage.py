"""`ssi standard coverage`: two standards side by side, or what rests on an outside source."""

from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, To
from ssi.cli.show import show


def run(
    standard: Annotated[str, typer.Argument(metavar="ID[@VERSION]|FILE", help="The standard.")],
    against: Annotated[
        str, typer.Option("--against", metavar="ID[@VERSION]|FILE", help="The standard that it is held against.")
    ] = "",
    source: Annotated[str, typer.Option("--source", metavar="TAG", help="The criteria that name this source.")] = "",
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", metavar="FILE", help="The mapping file; else the one in mappings/ beside them."),
    ] = None,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
) -> None:
    """Which of another standard's criteria have an equal, narrower, wider or no counterpart in this one."""
    from ssi.acts.at_hand import find, root_of
    from ssi.acts.coverage import cover
    from ssi.as_json.coverage import coverage_json, source_json
    from ssi.reports.coverage import coverage_page, source_page
    from ssi.standards.coverage import resting_on
    from ssi.words import Words

    if bool(against) == bool(source):
        raise typer.BadParameter("say what to look for: either --against ANOTHER-STANDARD or --source TAG")
    root = root_of(programme)
    ours, words = find(standard, root), Words(lang or "en")
    if source:
        used = resting_on(ours.standard, source)
        show(lambda: source_json(used), lambda: source_page(used, ours.standard, words), as_json=as_json, to=to)
        return
    other = find(against, root)
    found = cover(ours, other, mapping)
    show(
        lambda: coverage_json(found),
        lambda: coverage_page(found, ours.standard, other.standard, words, every=to is not None),
        as_json=as_json,
        to=to,
    )
