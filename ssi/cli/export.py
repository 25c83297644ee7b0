"""`ssi export`: results as tidy tables for other programs, and as data values for DHIS2."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, now, year
from ssi.cli.show import show, write_file

if TYPE_CHECKING:
    from ssi.acts.exporting import Export

Subject = Literal["scores", "results", "comparison", "needs", "plan", "allocation", "all", "dhis2"]
ENDINGS = (".xlsx", ".zip")


def run(
    what: Annotated[
        Subject,
        typer.Argument(
            metavar="WHAT",
            help="scores, results, comparison, needs, plan, allocation (a proposal), all (but that), or dhis2.",
        ),
    ],
    code: Annotated[
        str, typer.Argument(metavar="ROUND", help="The round; else the one that is open, or closed last.")
    ] = "",
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="An earlier round, to have both.")] = "",
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR|FILE", help="A new folder, a .xlsx or a .zip file; for dhis2 a .json file."),
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help="Assessors' and the group's own words too.")] = False,
    words_ok: Annotated[
        bool, typer.Option("--words-ok", help="A person looked at every note that may identify someone.")
    ] = False,
    licence: Annotated[
        str, typer.Option(metavar="NAME", help="The licence the group gives these data, such as CC-BY-4.0.")
    ] = "",
    mapping: Annotated[
        Path | None, typer.Option(metavar="dhis2.toml", help="For dhis2: shelters, areas and rounds there.")
    ] = None,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
) -> None:
    """Results as tables for other programs: codes only, one observation a row, with a data dictionary; or for DHIS2.

    Every file is read back before it is said to be written. Nothing is sent anywhere."""
    from ssi.acts.exporting import export
    from ssi.as_json.exports import exported_json
    from ssi.pipeline import words_of
    from ssi.reports.exports import export_page

    if what == "dhis2":
        if before:
            raise typer.BadParameter("dhis2 takes one round at a time")
        _dhis2(code, mapping, to, programme, lang, as_json=as_json)
        return
    if to is not None:
        _check(to)
    with year(programme, read_only=True) as here:
        made = export(here, what, code, before, at=now(), notes=notes, words_ok=words_ok, licence=licence)
        words = words_of(here, lang)
    if to is not None:
        _write(made, to)
        _said(f"Written: {to}. {_counted(made)}", as_json=as_json)
    if as_json or to is None:
        page = export_page(made.found, words)
        show(lambda: exported_json(made.found, str(to or "")), lambda: page, as_json=as_json)


def _dhis2(code: str, mapping: Path | None, to: Path | None, programme: str, lang: str, *, as_json: bool) -> None:
    from ssi.acts.export_files import dhis2_bytes
    from ssi.acts.exporting import for_dhis2
    from ssi.as_json.exports import data_values_json
    from ssi.pipeline import words_of
    from ssi.reports.exports import dhis2_page

    if mapping is None:
        raise typer.BadParameter("dhis2 needs --mapping dhis2.toml")
    if to is not None:
        _refuse_ending(to, (".json",))
    with year(programme, read_only=True) as here:
        found = for_dhis2(here, code, mapping, at=now())
        words = words_of(here, lang)
    if to is not None:
        write_file(to, dhis2_bytes(found, to.name))
        values, held = len(found.values), len({each.shelter for each in found.held_back})
        _said(f"Written: {to}, read back. Values: {values}. Shelters held back: {held}.", as_json=as_json)
    if as_json or to is None:
        show(lambda: data_values_json(found, str(to or "")), lambda: dhis2_page(found, words), as_json=as_json)


def _said(line: str, *, as_json: bool) -> None:
    if not as_json:
        print(line)


def _counted(made: "Export") -> str:
    tables, rows = len(made.tables), sum(len(each.rows) for each in made.tables)
    said = f"{tables} tables, {rows} rows, read back."
    return f"{said} The round is open: completeness only." if made.found.open else said


def _check(to: Path) -> None:
    """Refused before anything is worked out: an ending that is none of ours, a folder in which something lies."""
    from ssi.errors import SsiError, fault

    if not to.suffix or to.is_dir():
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise SsiError(fault("export-folder-full", folder=to))
        return
    _refuse_ending(to, ENDINGS)


def _refuse_ending(to: Path, known: tuple[str, ...]) -> None:
    from ssi.errors import SsiError, fault

    if to.suffix.casefold() not in known:
        ending = to.suffix or "nothing"
        raise SsiError(fault("export-form", ending=ending, known=" or ".join(known)))


def _write(made: "Export", to: Path) -> None:
    from ssi.acts.export_files import as_files, as_workbook, as_zip

    if to.suffix.casefold() == ".xlsx":
        write_file(to, as_workbook(made, to.name))
    elif to.suffix.casefold() == ".zip":
        write_file(to, as_zip(made, to.name))
    else:
        _write_folder(to, as_files(made))


def _write_folder(to: Path, files: Mapping[str, bytes]) -> None:
    """All files or none: they are written to a folder beside it, which then takes its name."""
    from ssi.errors import SsiError, fault

    part = to.with_name(f".{to.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        for name, data in files.items():
            write_file(part / name, data)
        if to.exists():
            to.rmdir()
        part.rename(to)
    except OSError as error:
        raise SsiError(fault("file-unusable", file=to, detail=error.strerror or error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
