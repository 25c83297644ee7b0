"""The line form of `ssi record`: reads a line, hands it to the desk, asks again until `done` or `q`.

Never answers `saved` before the entry is on disk. On a terminal it shows the next criterion before it asks; in a pipe
it only answers, one answer a line.
"""

from typing import TextIO

from ssi.acts.record import Typing
from ssi.checklists import line as lines
from ssi.cli.entry.criterion_shown import folded
from ssi.cli.entry.desk import Desk
from ssi.cli.faults import visible
from ssi.errors import SsiError
from ssi.words import Words


def how(words: Words) -> str:
    """What a person at a terminal reads first."""
    return "\n".join([
        words("Type 2, or SAF-01 2; then Enter.  h = help, q = leave, done = seal the sheet."),
        words("Notes: never a name, never what one resident said. No check finds every name."),
    ])  # fmt: skip


def run(typing: Typing, source: TextIO, words: Words) -> None:
    """Read lines to the end of the input, or to `done` or `q`. The end of the input, and Ctrl-C, lose nothing."""
    terminal = source.isatty()

    def say(text: str) -> None:
        shown = [visible(each) for each in text.split("\n")]
        print("\n".join(folded(shown) if terminal else shown), flush=True)

    keep = words("Type the line again in other words, or `confirm` to keep it. No pattern finds every name.")
    seal = words("Type `done` again to seal all the same, or go on.")
    desk = Desk(typing, words, say, terminal, keep, seal, words(lines.HELP))
    desk.greet()
    if terminal:
        desk.say(how(words))
    desk.next_open()
    try:
        if not _lines(desk, source, terminal=terminal):
            return
    except KeyboardInterrupt:
        pass
    if terminal:
        say("")
    desk.leave()


def _lines(desk: Desk, source: TextIO, *, terminal: bool) -> bool:
    """Read and answer line after line; False when one of them ended the sitting, True at the end of the input."""
    while True:
        if terminal:
            print(f"{desk.at.id if desk.at else desk.words('done?')}> ", end="", flush=True)
        text = source.readline()
        if not text:
            return True
        if not _answer(desk, text.rstrip("\n")):
            return False


def _answer(desk: Desk, text: str) -> bool:
    """Act on one line; False when the sitting ends."""
    try:
        command = lines.parse(text, desk.typing.checklist, desk.at.id if desk.at else None)
    except SsiError as error:
        desk.asked_done = False
        desk.refuse(error.faults)
        return True
    return desk.act(command)
