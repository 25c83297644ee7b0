"""`ssi standard import`: a workbook back into a standards file and its translations."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def run(
    workbook: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook, .xlsx or .ods.")],
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="Where it belongs: standards/<id>/<version>.toml.")],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a draft that says something else.")] = False,
    leave_out_examples: Annotated[
        bool,
        typer.Option("--leave-out-examples", help="Leave out of a draft the worked examples that no longer hold."),
    ] = False,
) -> None:
    """A workbook back into a standards file and its translations: all of it, or nothing and every fault by its cell.

    The head of the file (its first # lines) comes from the sheet head. Other remarks (# lines) are not kept.
    """
    from ssi.acts.exchange import ENDINGS, take_in
    from ssi.acts.standards import read_bytes
    from ssi.cli.faults import text, visible
    from ssi.cli.language import words_here
    from ssi.cli.show import write_file
    from ssi.errors import SsiError, fault

    if workbook.suffix.lower() not in ENDINGS:
        raise SsiError(fault("file-ending", file=workbook, known=" ".join(ENDINGS)))
    if to.suffix != ".toml":
        raise SsiError(fault("unknown-format", ending=to.suffix or "(none)", known=".toml", hint=""))
    found = take_in(str(workbook), read_bytes(workbook), to, replace=replace, leave_out_examples=leave_out_examples)
    for path, data in found.files:
        write_file(path, data)
        print(f"Written: {path}")
    for path in found.same:
        print(f"The same: {path}")
    for each in found.left_out:
        print(f"Left out, the example '{visible(each.title)}': {visible('; '.join(each.why))}")
    print(text(found.warnings, words_here()), end="", file=sys.stderr)
