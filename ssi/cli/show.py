"""The one way out: a finding as JSON, or its document on the terminal or in a file.

Never builds a document and knows no format: `ssi.reports` and its writers do. A file is written whole or not at all.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ssi.cli.language import words_asked
from ssi.errors import SsiError, fault

if TYPE_CHECKING:
    from ssi.document import Document


def show(
    finding: Callable[[], Mapping[str, Any]],
    page: "Callable[[], Document]",
    *,
    as_json: bool,
    to: Path | None = None,
    names: Path | None = None,
) -> None:
    """Write its page to `to` where that is given, and print the finding as JSON; else print the page. With `names` the
    page ends with the names of the codes it shows; JSON never holds a name."""
    if to is not None:
        write_file(to, document_bytes(_named(page(), names), to, finding))
    if as_json:
        print(json.dumps(finding(), ensure_ascii=False, indent=1))
    elif to is not None:
        words = words_asked()
        print(words("Written: {file}", file=to))
    else:
        from shutil import get_terminal_size

        from ssi.reports.writers import show as drawn

        print(drawn(_named(page(), names), width=get_terminal_size((100, 24)).columns, colour=_colour()), end="")


def _named(page: "Document", names: Path | None) -> "Document":
    if names is None:
        return page
    from ssi.programme import read_names
    from ssi.reports.named import with_names

    return with_names(page, read_names(names))


def document_bytes(page: "Document", to: Path, finding: Callable[[], Mapping[str, Any]] | None = None) -> bytes:
    """The document in the format of the file's ending; `.json` is the finding itself where there is one."""
    if to.suffix == ".json" and finding is not None:
        return (json.dumps(finding(), ensure_ascii=False, indent=1) + "\n").encode()
    from ssi.reports.writers import write

    data = write(page, to.suffix)
    if to.suffix.casefold() in (".csv", ".xlsx"):
        _read_back(page, data, to)
    return data


def _read_back(page: "Document", data: bytes, to: Path) -> None:
    """What a spreadsheet takes is read back before it is kept."""
    from ssi.acts.read_back import Sheet, page_read_back
    from ssi.reports.writers.tabular import grids

    page_read_back(data, to.name, [Sheet(each.name, each.columns, each.rows) for each in grids(page)])


def write_file(to: Path, data: bytes) -> None:
    """Write the whole file under another name beside it, then put it in its place: a full disk leaves no half of it."""
    part = to.with_name(f".{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with open(part, "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise SsiError(fault("file-unusable", file=to, detail=error.strerror or error)) from error


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
