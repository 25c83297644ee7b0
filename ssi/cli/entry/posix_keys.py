"""Keys and lines from the terminal of Linux and macOS: `keys.Keys`, kept. Never shows anything but what is typed.

What is typed ahead is never lost: modes are changed with TCSADRAIN, which keeps what waits to be read, and no more is
read than is asked for, so the rest waits in the terminal for whoever reads next. A line is read in the terminal's own
line mode, because only there do input methods, Khmer among them, and the delete key work as people know them.
"""

import codecs
import errno
import os
import re
import select
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ssi.cli.entry.keys import CTRL_C, CTRL_D, END, ESCAPE

assert sys.platform != "win32"

_ENDS = re.compile("[\n\x03\x04]")  # of a line
_SEQUENCE = re.compile(r"(?:\[\[?[0-?]*[ -/]*[@-~]|O[0-9;]*[ -~])\Z")  # behind ESCAPE, whole
_PAUSE = 0.05  # seconds within which the rest of such a sequence comes, on a slow line too


class PosixKeys:
    """The terminal behind a file descriptor. Used within `opened`."""

    def __init__(self, fd: int, encoding: str = "utf-8") -> None:
        self._fd = fd
        self._decode = codecs.getincrementaldecoder(encoding)("surrogateescape")

    def key(self) -> str:
        found = self._character()
        if found == ESCAPE and self._more(_PAUSE):
            return self._sequence()
        return found

    def line(self, ask: Callable[[str], object]) -> str | None:
        text = ""
        while self._more() and not _ENDS.search(text):
            text = _edited(text, self._character())
        if _ENDS.search(text):
            ask(f"{text[:-1]}\n")
        else:
            with _line_mode(self._fd):
                ask(text)
                while not _ENDS.search(text):
                    text = _edited(text, self._character())
        return text[:-1] if text.endswith("\n") else None

    def _sequence(self) -> str:
        """ESCAPE, and what an arrow key sends behind it is taken along. Whatever else stands there is a key of its
        own, and comes back in its stead."""
        first = self._character()
        if first == ESCAPE and self._more(_PAUSE):
            return self._sequence()
        if first not in ("[", "O"):
            return first
        rest = first
        while not _SEQUENCE.fullmatch(rest) and self._more(_PAUSE):
            rest += self._character()
        return ESCAPE

    def _more(self, seconds: float = 0) -> bool:
        return bool(select.select([self._fd], [], [], seconds)[0])

    def _character(self) -> str:
        """The next character; END at the end of the input, or where the terminal is gone."""
        while True:
            try:
                byte = os.read(self._fd, 1)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                byte = b""
            if found := self._decode.decode(byte, final=not byte):
                return "\n" if found == "\r" else found
            if not byte:
                return END


def _edited(text: str, character: str) -> str:
    """The line with one more character: the delete key takes one away, Ctrl-U all, as in the terminal's own mode."""
    if character in ("\x7f", "\b"):
        return text[:-1]
    return "" if character == "\x15" else text + (character or CTRL_D)


@contextmanager
def opened() -> Iterator[PosixKeys]:
    """Keys of this process's terminal, unechoed one by one; the terminal is left as it was found, also by SIGTERM."""
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)

    def end(number: int, _: object) -> None:
        termios.tcsetattr(fd, termios.TCSANOW, before)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    usual = signal.signal(signal.SIGTERM, end)
    try:
        termios.tcsetattr(fd, termios.TCSADRAIN, _one_by_one(before))
        yield PosixKeys(fd, sys.stdin.encoding)
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
        signal.signal(signal.SIGTERM, usual)


def _one_by_one(attributes: list[Any]) -> list[Any]:
    """Keys come at once and are not echoed; Ctrl-C is a key like any other, in a line it ends the line."""
    found = [*attributes[:6], [*attributes[6]]]
    found[0] |= termios.ICRNL
    found[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG)
    found[6][termios.VMIN], found[6][termios.VTIME] = 1, 0
    found[6][termios.VEOL] = CTRL_C.encode()
    return found


@contextmanager
def _line_mode(fd: int) -> Iterator[None]:
    before = termios.tcgetattr(fd)
    lines = [*before]
    lines[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(fd, termios.TCSADRAIN, lines)
    try:
        yield
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
