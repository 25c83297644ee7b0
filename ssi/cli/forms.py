"""`ssi forms`: blank common forms for shelters, to print. Never reads one back, and never fills one in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir
from ssi.cli.show import document_bytes, show, write_file

if TYPE_CHECKING:
    from ssi.reports.forms import Form
    from ssi.words import Words


def run(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="The forms; without one, all.")] = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE|FOLDER", help="One form to a file, or several to a folder.")
    ] = None,
    ending: Annotated[
        Literal["html", "docx", "pdf", "md"], typer.Option("--as", help="The format of the files in a folder.")
    ] = "html",
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
) -> None:
    """Blank common forms for shelters, on paper only: intake, needs, care plan, referral, exit, consent and others."""
    from ssi.words import Words

    words = Words(_language(programme, lang))
    chosen = _chosen(names or ())
    if to is not None and not to.suffix:
        _write(chosen, to, ending, words)
    elif not names:
        _list(words, as_json, to)
    elif to is not None and len(chosen) > 1:
        raise typer.BadParameter("several forms go to a folder: leave the ending out, as in --to forms")
    else:
        for each in chosen:
            _show(each, words, as_json, to)


def _language(programme: str, lang: str) -> str:
    """The one asked for, else that of the programme folder here or above, else English."""
    from ssi.acts.at_hand import root_of
    from ssi.programme import settings_only

    root = None if lang else root_of(programme)
    return lang or (settings_only(root).settings.language if root else "en")


def _chosen(names: Sequence[str]) -> "tuple[Form, ...]":
    from ssi.errors import SsiError, did_you_mean, fault
    from ssi.reports.forms import FORMS

    known = {each.name: each for each in FORMS}
    unknown = [each for each in names if each not in known]
    if unknown:
        raise SsiError(
            fault("form-unknown", name=each, known=", ".join(known), hint=did_you_mean(each, known)) for each in unknown
        )
    return tuple(known[each] for each in dict.fromkeys(names)) or FORMS


def _write(chosen: "Sequence[Form]", folder: Path, ending: str, words: "Words") -> None:
    """Every page is made before the first is written."""
    paths = [folder / f"{each.name}.{ending}" for each in chosen]
    pages = [document_bytes(each.page(words), path) for each, path in zip(chosen, paths, strict=True)]
    for path, data in zip(paths, pages, strict=True):
        write_file(path, data)
        print(f"Written: {path}")


def _list(words: "Words", as_json: bool, to: Path | None) -> None:
    from ssi.reports.forms import FORMS, forms_page

    pages = [(each.name, each.page(words)) for each in FORMS]
    rows = [{"name": name, "title": page.title, "for": page.subtitle} for name, page in pages]
    show(lambda: {"forms": rows}, lambda: forms_page(words), as_json=as_json, to=to)


def _show(form: "Form", words: "Words", as_json: bool, to: Path | None) -> None:
    import json

    from ssi.reports.writers import write

    page = form.page(words)
    show(lambda: json.loads(write(page, ".json")), lambda: page, as_json=as_json, to=to)
