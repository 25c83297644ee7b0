"""A sitting at the laptop: whose sheet, in which form, and who types next. Never types anything itself."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from io import TextIOWrapper

from ssi.acts.record import Typing, begin, begin_again, correct
from ssi.cli.entry.pre_visit import tick
from ssi.cli.faults import text
from ssi.cli.options import now
from ssi.errors import SsiError, WrongUse, fault
from ssi.model import AGREED, Standard
from ssi.pipeline import Year, words_of
from ssi.words import Words


@dataclass(frozen=True)
class Asked:
    """What `ssi record` was asked for, beside the assessor."""

    shelter: str
    round: str
    ready: bool = False
    line: bool = False
    again: bool = False
    revise: bool = False
    reason: str = ""
    words_ok: bool = False  # of the reason: it was read again and identifies nobody
    names_shown: bool = False  # of a team that agrees: say who gave which level


def sit(year: Year, asked: Asked, assessor: str, lang: str) -> None:
    """One assessor after the other, as long as the laptop is handed over."""
    words = words_of(year, lang)
    assessor = assessor or _who_types(words)
    pinned = begin(year, asked.shelter, assessor, asked.round).round.id
    while assessor:
        typing = _begun(year, asked, assessor, pinned)
        with year.store.claim(pinned, asked.shelter, typing.journal):
            typing = _ready(_begun(year, asked, assessor, pinned), asked, words)
            assessor = _type(typing, words, line=asked.line)
        asked = replace(asked, revise=False, reason="")  # whoever comes next types a sheet of their own
        assessor = _known(year, asked, assessor, pinned, words)


def _known(year: Year, asked: Asked, assessor: str, round: str, words: Words) -> str:
    """The code to which the laptop was handed over; asked for again where no sheet can be typed under it."""
    while assessor:
        try:
            _begun(year, asked, assessor, round)
        except SsiError as error:
            print(text(error.faults, words), end="", file=sys.stderr)
            assessor = _who_types(words)
        else:
            return assessor
    return ""


def sit_at_table(year: Year, asked: Asked, codes: Sequence[str], lang: str) -> None:
    """Several sheets of one visit at once."""
    from ssi.cli.entry import table_form

    codes = [each.strip() for each in codes if each.strip()]
    if len(codes) < 2 or len(set(codes)) < len(codes) or AGREED in codes:
        raise WrongUse(fault("table-codes"))
    first = begin(year, asked.shelter, codes[0], asked.round)
    if not one_key_a_level(first.checklist.standard):
        raise SsiError(fault("table-scale"))
    with ExitStack() as claims:
        for code in codes:
            journal = _begun(year, asked, code, first.round.id).journal
            claims.enter_context(year.store.claim(first.round.id, asked.shelter, journal))
        words, typings = words_of(year, lang), list[Typing]()
        for code in codes:
            typings.append(_ready(_begun(year, asked, code, first.round.id), asked, words))
            asked = replace(asked, ready=True)  # one visit, one list: whoever said so once is not asked again
        table_form.run(typings, sys.stdin, words)


def _begun(year: Year, asked: Asked, assessor: str, round: str) -> Typing:
    if asked.again and assessor == AGREED:
        raise SsiError(fault("again-agreed"))
    typing = (begin_again if asked.again else begin)(year, asked.shelter, assessor, round)
    if typing.finished and not asked.revise:
        raise SsiError(fault("sheet-sealed", shelter=asked.shelter, assessor=assessor))
    return replace(typing, names_shown=asked.names_shown)


def _ready(typing: Typing, asked: Asked, words: Words) -> Typing:
    """The sheet as it may be typed: not sealed, or to be corrected, and the pre-visit list ticked."""
    if asked.revise:
        typing = correct(typing, asked.reason, now(), words_ok=asked.words_ok)
    return tick(_spoken(typing, words.language), words, ready=asked.ready)


def _spoken(typing: Typing, language: str) -> Typing:
    """The criteria in the language asked for, where the programme has a translation of its standard."""
    if language == typing.texts.language:
        return typing
    from ssi.acts.translations import texts_in

    folders = [typing.year.programme.folder / "standards"]
    return replace(typing, texts=texts_in(typing.checklist.standard, typing.round.chain, language, folders))


def one_key_a_level(standard: Standard) -> bool:
    """Whether each level of the scale is one key."""
    return all(0 <= each.value <= 9 for each in standard.scale)


def _type(typing: Typing, words: Words, *, line: bool) -> str:
    """In the form that this terminal and this scale can carry; the code of whoever types next, or nothing."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    keys = terminal and not line
    if keys and one_key_a_level(typing.checklist.standard):
        from ssi.cli.entry import key_form

        return key_form.run(typing, words)
    from ssi.cli.entry import line_form

    if keys:
        print(words("A level of this scale is more than one key, so each is typed as a line."))
    line_form.run(typing, sys.stdin, words)
    return ""


def _who_types(words: Words) -> str:
    """The code of whoever types, where the command did not name it."""
    if not sys.stdin.isatty():
        raise WrongUse(fault("assessor-missing"))
    print(words("Who types now? Your code"), end=": ", flush=True)
    return sys.stdin.readline().strip()


def any_letter() -> None:
    """Letters of every script come in and go out, whatever the computer is set to: a pipe is UTF-8, a byte that is no
    letter makes its own line refused, and a letter that this terminal lacks becomes a sign instead of an end."""
    if isinstance(sys.stdin, TextIOWrapper):
        encoding = None if sys.stdin.isatty() else "utf-8"
        sys.stdin.reconfigure(encoding=encoding, errors="surrogateescape")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
