"""`ssi standard export`: a standard as a workbook to edit, or as a document to circulate for comment."""

from pathlib import Path
from typing import Annotated

import typer

from ssi.cli.options import Lang, ProgrammeDir


def run(
    standard: Annotated[str, typer.Argument(metavar="STANDARD", help="ID@VERSION, ID, or a file.")],
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            metavar="FILE",
            help="A workbook to edit (.xlsx), or a document for comments (.docx, .html, .md, .pdf).",
        ),
    ],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a workbook that is there.")] = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
) -> None:
    """A standard as a workbook to edit, or as a document with lines for comments.

    Of the file's remarks (# lines) a workbook keeps the head, those before the first key, and no others.
    """
    from ssi.acts.at_hand import find, root_of
    from ssi.acts.exchange import workbook_of
    from ssi.cli.show import document_bytes, write_file
    from ssi.errors import SsiError, fault

    chosen = find(standard, root_of(programme))
    if to.suffix.lower() == ".xlsx":
        data = workbook_of(chosen, to.name)
        if to.is_file() and to.read_bytes() != data and not replace:
            raise SsiError(fault("workbook-there", file=to))
        write_file(to, data)
    else:
        from ssi.acts.translations import texts_here
        from ssi.reports.for_comment import for_comment

        write_file(to, document_bytes(for_comment(texts_here(chosen, lang)), to))
    print(f"Written: {to}")
