"""A sitting at the laptop: whose sheet, in which form, and who types next. Never types anything itself."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from io import TextIOWrapper

from ssi.acts.record import Typing, begin, begin_again, correct
from ssi.cli.entry.pre_visit import tick
from ssi.cli.options import now
from ssi.errors import SsiError, WrongUse, fault
from ssi.model import AGREED
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
    names_shown: bool = False  # of a team that agrees: say who gave which level


def sit(year: Year, asked: Asked, assessor: str, lang: str) -> None:
    """One assessor after the other, as long as the laptop is handed over."""
    words = words_of(year, lang)
    pinned = begin(year, asked.shelter, assessor, asked.round).round.id
    while assessor:
        typing = _begun(year, asked, assessor, pinned)
        with year.store.claim(pinned, asked.shelter, typing.journal):
            typing = _ready(_begun(year, asked, assessor, pinned), asked)
            assessor = _type(typing, words, year.programme.settings.country, line=asked.line)


def sit_at_table(year: Year, asked: Asked, codes: Sequence[str], lang: str) -> None:
    """Several sheets of one visit at once."""
    from ssi.cli.entry import table_form

    codes = [each.strip() for each in codes if each.strip()]
    if len(codes) < 2 or len(set(codes)) < len(codes) or AGREED in codes:
        raise WrongUse(fault("table-codes"))
    first = begin(year, asked.shelter, codes[0], asked.round).round.id
    with ExitStack() as claims:
        for code in codes:
            claims.enter_context(year.store.claim(first, asked.shelter, code))
        typings = [_ready(_begun(year, asked, code, first), asked) for code in codes]
        table_form.run(typings, sys.stdin, words_of(year, lang), year.programme.settings.country)


def _begun(year: Year, asked: Asked, assessor: str, round: str) -> Typing:
    if asked.again and assessor == AGREED:
        raise SsiError(fault("again-agreed"))
    typing = (begin_again if asked.again else begin)(year, asked.shelter, assessor, round)
    return replace(typing, names_shown=asked.names_shown)


def _ready(typing: Typing, asked: Asked) -> Typing:
    """The sheet as it may be typed: not sealed, or to be corrected, and the pre-visit list ticked."""
    if asked.revise:
        typing = correct(typing, asked.reason, now())
    if typing.finished:
        raise SsiError(fault("sheet-sealed", shelter=asked.shelter, assessor=typing.assessor))
    return tick(typing, ready=asked.ready)


def _type(typing: Typing, words: Words, country: str, *, line: bool) -> str:
    """In the form that this terminal and this scale can carry; the code of whoever types next, or nothing."""
    from ssi.cli.entry import key_form, line_form

    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if terminal and not line and key_form.fits(typing.checklist.standard):
        return key_form.run(typing, words, country)
    line_form.run(typing, sys.stdin, words, country)
    return ""


def who_types() -> str:
    """The code of whoever types, asked for where the command did not name it."""
    if not sys.stdin.isatty():
        raise WrongUse(fault("assessor-missing"))
    print("Who types? Your code: ", end="", flush=True)
    return sys.stdin.readline().strip()


def any_letter() -> None:
    """Letters of every script come in and go out, whatever the computer is set to: a pipe is UTF-8, a byte that is no
    letter makes its own line refused, and a letter that this terminal lacks becomes a sign instead of an end."""
    if isinstance(sys.stdin, TextIOWrapper):
        encoding = None if sys.stdin.isatty() else "utf-8"
        sys.stdin.reconfigure(encoding=encoding, errors="surrogateescape")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
