"""`ssi train`: practise on a described case, alone or as a room; record who attended a common training."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, To, now
from ssi.cli.show import show, write_file
from ssi.errors import WrongUse, fault, phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ssi.document import Document
    from ssi.training.reading import Practice
    from ssi.words import Words


def run(
    case: Annotated[
        list[str] | None, typer.Argument(metavar="[CASE]", help="A practice case, or its file; without it a list.")
    ] = None,
    assessor: Annotated[
        str, typer.Option("--as", metavar="ASSESSOR", help="Who practises; a pass is written into assessors.csv.")
    ] = "",
    table: Annotated[
        str, typer.Option(metavar="A07,A08,A09", help="Key in the papers of a room: SAF-01 210, one mark a learner.")
    ] = "",
    paper: Annotated[bool, typer.Option("--paper", help="The case as a form for a learner, to print.")] = False,
    key: Annotated[bool, typer.Option("--key", help="The answer key, for the trainer alone.")] = False,
    attended: Annotated[
        str, typer.Option(metavar="TRAINING", help="Record a common training: --attended T01 A07 A08.")
    ] = "",
    line: Annotated[bool, typer.Option("--line", help="Type lines, not single keys.")] = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
    to: To = None,
) -> None:
    """Practise on a described shelter, and see afterwards how you agree with its reference levels, and why.

    85 percent exact agreement passes. Nothing of a practice is kept but a pass with --as. For a room: print the form
    with --paper --to case.html, the key with --key --to key.html, then key the papers in with --table A07,A08,A09. A
    national group may write cases of its own, in cases/ of its programme; ssi check reads them.
    """
    from ssi.cli.language import words_here

    words, names = words_here(lang, programme), case or []
    if attended:
        _attended(attended, names, programme, words)
    elif not names:
        _list(programme, words, as_json, to)
    elif len(names) > 1:
        raise WrongUse(fault("train-use", what=phrase("one case at a time"), form="ssi train CASE"))
    elif paper or key:
        _print(names[0], programme, words, key, as_json, to)
    elif table:
        _room(names[0], table, programme, words, as_json, to)
    else:
        _alone(names[0], assessor, programme, words, as_json, to, line=line)


def _list(programme: str, words: "Words", as_json: bool, to: Path | None) -> None:
    from ssi.acts.train import known_cases, programme_here
    from ssi.as_json.train import cases_json
    from ssi.reports.training import cases_page

    known = known_cases(programme_here(programme))
    show(lambda: cases_json(known), lambda: cases_page(known, words), as_json=as_json, to=to)


def _print(name: str, programme: str, words: "Words", key: bool, as_json: bool, to: Path | None) -> None:
    from ssi.acts.train import practice, programme_here
    from ssi.as_json.train import case_json
    from ssi.model import Texts
    from ssi.reports.training import form_page, key_page

    found = practice(name, programme_here(programme))

    def page() -> "Document":
        if key:
            return key_page(found.case, found.standard, words)
        return form_page(found.case, found.standard, Texts(found.standard), words)

    show(lambda: case_json(found.case, key=key), page, as_json=as_json, to=to)


def _alone(
    name: str, assessor: str, programme: str, words: "Words", as_json: bool, to: Path | None, *, line: bool
) -> None:
    from ssi.acts.train import practice, programme_here
    from ssi.as_json.train import result_json
    from ssi.cli.entry.practice_forms import run
    from ssi.cli.entry.sitting import any_letter
    from ssi.reports.training import result_page
    from ssi.training.marking import mark

    any_letter()
    root = programme_here(programme or ("." if assessor else ""))
    writing = _Writing(root, [assessor] if assessor else [])
    found = practice(name, root)
    given = run(found, words, line=line, quiet=as_json)
    if given is None:
        return
    result = mark(found, given, assessor)
    passed = [assessor] if assessor and result.passed else []
    language = found.case.language
    _tell(
        lambda until: result_json(result, until), lambda: result_page(result, words, language), as_json, to,
        writing, passed, words,
    )  # fmt: skip


def _room(name: str, table: str, programme: str, words: "Words", as_json: bool, to: Path | None) -> None:
    from ssi.acts.train import practice, programme_here
    from ssi.as_json.train import room_json
    from ssi.cli.entry.practice_table import run
    from ssi.cli.entry.sitting import any_letter
    from ssi.reports.training import room_page
    from ssi.training.marking import mark_room

    any_letter()
    codes = [each.strip() for each in table.split(",")]
    if not all(codes) or len(set(codes)) < len(codes):
        raise WrongUse(fault("train-codes", codes=table))
    root = programme_here(programme)
    writing = _Writing(root, codes)
    found: Practice = practice(name, root)
    given = run(found, codes, words, quiet=as_json)
    if not given:
        return
    room = mark_room(found, given)
    passed = [each.learner for each in room.results if each.passed]
    language = found.case.language
    _tell(
        lambda until: room_json(room, until), lambda: room_page(room, words, language), as_json, to,
        writing, passed, words,
    )  # fmt: skip


class _Writing:
    """Whether a pass can be written is known before anybody begins; outside a programme nothing is written."""

    def __init__(self, root: Path | None, codes: list[str]) -> None:
        from ssi.acts.people import register

        self.found = register(root, codes, "trained_on, valid_until", now()[:10]) if root and codes else None

    def write(self, passed: list[str]) -> str:
        """Write who passed; the day until which it holds, or nothing where nothing was written."""
        from ssi.acts.people import trained, valid_until

        if self.found is None or not passed:
            return ""
        today = now()[:10]
        write_file(self.found.path, trained(self.found, passed, today))
        return valid_until(today)


def _tell(
    finding: "Callable[[str], Mapping[str, Any]]",
    page: "Callable[[], Document]",
    as_json: bool,
    to: Path | None,
    writing: _Writing,
    passed: list[str],
    words: "Words",
) -> None:
    """The result first, so that a disk that refuses takes nothing from whoever practised; then what was written."""
    if as_json:
        until = writing.write(passed)
        show(lambda: finding(until), page, as_json=True, to=to)
        return
    print()
    show(lambda: finding(""), page, as_json=False, to=to)
    until = writing.write(passed)
    if until:
        print(words("Written into {file}: {who} trained today, valid until {until}.", file="assessors.csv",
                    who=" ".join(passed), until=until))  # fmt: skip


def _attended(training: str, codes: list[str], programme: str, words: "Words") -> None:
    from ssi.acts.people import attended
    from ssi.acts.train import programme_here

    root = programme_here(programme or ".")
    if not codes or root is None:
        what = phrase("nobody is named who attended {training}", training=training)
        raise WrongUse(fault("train-use", what=what, form="ssi train --attended T01 A07 A08"))
    path, data = attended(root, training, codes, now()[:10])
    write_file(path, data)
    print(words("Written into {file}: {who} attended {training}.", file=path.name, who=" ".join(codes),
                training=training), file=sys.stdout)  # fmt: skip
