"""`ssi standard schema`: the JSON Schema of a standards file, for editors."""

from typing import Annotated, Literal

import typer

from ssi.cli.options import To
from ssi.cli.show import write_file


def run(
    kind: Annotated[
        Literal["standard", "translation", "mapping"], typer.Argument(metavar="KIND", help="The kind of file.")
    ] = "standard",
    to: To = None,
) -> None:
    """The JSON Schema of a standard, a translation or a mapping, so that an editor completes and checks it."""
    from ssi.standards.writers.schema import schema_bytes

    data = schema_bytes(kind)
    if to is None:
        print(data.decode(), end="")
        return
    write_file(to, data)
    print(f"Written: {to}")
