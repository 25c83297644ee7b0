"""How a practice is typed: one key a score at a terminal, one line a score elsewhere, as in `ssi record`.

Never decides what a score means: `practice` does. It scrolls and nothing else.
"""

import sys
import unicodedata
from typing import TextIO

from ssi.checklists import line as lines
from ssi.cli.entry.criterion_shown import folded
from ssi.cli.entry.keys import CTRL_C, CTRL_D, END, ESCAPE, Keys, opened
from ssi.cli.entry.practice import Learner
from ssi.cli.faults import visible
from ssi.errors import SsiError
from ssi.model import Texts
from ssi.training.reading import Practice
from ssi.words import Words


def run(practice: Practice, words: Words, *, line: bool, quiet: bool) -> dict[str, int] | None:
    """What the learner gave, criterion → score; None where the practice was left. `quiet`: answers go to standard
    error, because something else is printed."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    out = sys.stderr if quiet else sys.stdout

    def say(text: str) -> None:
        shown = [visible(each) for each in text.split("\n")]
        print("\n".join(folded(shown) if terminal else shown), file=out, flush=True)

    learner = Learner(practice, Texts(practice.standard), words, say, terminal)
    learner.begin()
    one_key = all(0 <= each.value <= 9 for each in practice.standard.scale)
    if terminal and one_key and not line:
        with opened() as keys:
            while _one_key(learner, keys):
                pass
    else:
        _lines(learner, sys.stdin, out)
    return learner.given if learner.finished else None


def _lines(learner: Learner, source: TextIO, out: TextIO) -> None:
    """Read lines to the end of the input, which finishes nothing, or to `done` or `q`."""
    try:
        while True:
            if learner.shows:
                print(f"{learner.where()}> ", end="", file=out, flush=True)
            text = source.readline()
            if not text or not _answer(learner, text.strip()):
                return
    except KeyboardInterrupt:
        learner.say("")


def _answer(learner: Learner, text: str) -> bool:
    if text.casefold() in ("story", "t"):
        learner.tell()
        return True
    if text.casefold() == "f":
        return learner.act(lines.Done())
    try:
        here = learner.at.id if learner.at else None
        return learner.act(lines.parse(text, learner.practice.checklist, here))
    except SsiError as error:
        learner.refuse(error.faults)
        return True


def _one_key(learner: Learner, keys: Keys) -> bool:
    """One key, and what it asks for; False when the practice ends."""
    print(f"{learner.where()}> ", end="", flush=True)
    key = _plain(keys.key())
    if key in (CTRL_C, CTRL_D, END):
        key = "q"
    learner.say("" if key in ("\n", " ", ESCAPE) else key)
    alone: dict[str, lines.Command] = {
        "q": lines.Quit(), "f": lines.Done(), "b": lines.Back(), "k": lines.Skip(), "l": lines.ListOpen(),
        "h": lines.Help(), "\n": lines.Blank(), " ": lines.Blank(), ESCAPE: lines.Blank(),
    }  # fmt: skip
    words_of = {"n": "NA", "s": "NS", "d": "NS declined", "?": "?"}
    if key in alone:
        return learner.act(alone[key])
    if key == "t":
        return _answer(learner, "story")
    if learner.at and (key in words_of or key.isdecimal()):
        return _answer(learner, words_of.get(key, key))
    learner.say(learner.words("{key} is no key here; nothing was changed. h = all keys", key=visible(key)))
    return True


def _plain(key: str) -> str:
    """A key as its Latin letter or digit: digits of every script, full-width signs."""
    plain = unicodedata.normalize("NFKC", key)
    return "".join(str(unicodedata.decimal(each, each)) for each in plain).casefold() if plain else key
