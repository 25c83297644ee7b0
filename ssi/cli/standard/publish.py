"""`ssi standard publish`: the pack that goes to the shelters."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ssi.cli.options import AsJson, ProgrammeDir, now
from ssi.cli.show import write_file

if TYPE_CHECKING:
    from ssi.acts.publish import Publication


def run(
    standard: Annotated[str, typer.Argument(metavar="ID[@VERSION]|FILE", help="The standard.")],
    to: Annotated[Path, typer.Option("--to", metavar="PACK.zip", help="Where to write it.")],
    lang: Annotated[
        list[str] | None, typer.Option("--lang", metavar="CODE", help="A language; may be repeated. Else all at hand.")
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar="ID@VERSION|FILE", help="With the change note since this standard.")
    ] = "",
    pdf: Annotated[bool, typer.Option("--pdf", help="The handbook as PDF too (needs ssi\\[pdf]).")] = False,
    programme: ProgrammeDir = "",
    as_json: AsJson = False,
) -> None:
    """One zip for 1,500 shelters: handbook, blank scoring sheets, the machine files, and the hash of each."""
    import json

    from ssi.acts.at_hand import find, root_of
    from ssi.acts.publish import machine_files, manifest, pack, prepared, sheets
    from ssi.errors import SsiError, fault

    if to.suffix.lower() != ".zip":
        raise SsiError(fault("unknown-format", ending=to.suffix or "(none)", known=".zip", hint=""))
    root = root_of(programme)
    ready = prepared(find(standard, root), lang or ())
    moment = ready.moment(now() if os.environ.get("SOURCE_DATE_EPOCH", "").isdecimal() else "")
    files = _pages(ready, since, root, pdf=pdf)
    for path, data in sheets(ready):
        _progress(path)
        files[path] = data
    files |= machine_files(ready, moment)
    files["README.txt"] = _readme(ready, files)
    write_file(to, pack(ready, files, moment))
    _progress("")
    if as_json:
        print(json.dumps(manifest(ready, files), ensure_ascii=False, indent=1))
    else:
        print(f"Written: {to}, {len(files)} files, {to.stat().st_size / 1_000_000:.1f} MB.")
        print(f"{ready.standard}, sha256 {ready.standard.sha256}")
        print(f"languages: {', '.join(ready.texts)}")


def _pages(ready: "Publication", since: str, root: Path | None, *, pdf: bool) -> dict[str, bytes]:
    """The handbooks and, where one is asked for, the change notes."""
    from ssi.reports.handbook import handbook
    from ssi.reports.writers import write
    from ssi.words import Words

    files = {}
    for language, texts in ready.texts.items():
        words = Words(language)
        page = handbook(ready.standard, words, translation=texts.translation, adoption=ready.adoption)
        for ending in (".html", ".pdf") if pdf else (".html",):
            _progress(f"handbook.{language}{ending}")
            files[f"handbook.{language}{ending}"] = write(page, ending)
        if since:
            _progress(f"change-note.{language}.html")
            files[f"change-note.{language}.html"] = _note(ready, since, root, language)
    return files


def _note(ready: "Publication", since: str, root: Path | None, language: str) -> bytes:
    from ssi.acts.difference import compared
    from ssi.errors import SsiError
    from ssi.reports.change_note import change_note
    from ssi.reports.writers import write
    from ssi.words import Words

    here = compared(since, str(ready.chosen.path.absolute()), root, language)
    if here.too_small:
        raise SsiError(here.too_small)
    return write(change_note(here.found, here.before, here.after, Words(language), in_force=here.in_force), ".html")


def _readme(ready: "Publication", files: dict[str, bytes]) -> bytes:
    from ssi.reports.pack import pack_page
    from ssi.reports.writers import write
    from ssi.words import Words

    words = Words(ready.standard.language)
    return write(pack_page(ready.adoption, tuple(ready.texts.values()), sorted(files), words), ".txt")


def _progress(what: str) -> None:
    """What is being made, on one line of the terminal that the next one takes; nothing where nobody watches."""
    if sys.stderr.isatty():
        print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)
