"""Keys as they are pressed, and lines between them, from one terminal. Never shows anything but the line being typed.

What is typed ahead is never lost: modes are changed with TCSADRAIN, which keeps what waits to be read, and bytes that
were read stay here until they are asked for. A line is read in the terminal's own line mode, because only there do
input methods, Khmer among them, and the delete key work as people know them. Windows has no such modes: `msvcrt` gives
keys, and a line is Python's own.
"""

import codecs
import os
import re
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

if sys.platform != "win32":
    import termios

END = ""  # what `key` gives at the end of the input
CTRL_C, CTRL_D = "\x03", "\x04"
ESCAPE = "\x1b"
_SEQUENCE = re.compile(r"[\[O][0-9;]*[A-Za-z~]?")


class Keys:
    """The terminal behind a file descriptor. Used within `opened`."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._decode = codecs.getincrementaldecoder("utf-8")("replace")
        self._waiting = ""

    def key(self) -> str:
        """The next character typed; an arrow or function key is one ESCAPE; END at the end of the input."""
        while not self._waiting:
            if not self._read():
                return END
        first, self._waiting = self._waiting[0], self._waiting[1:]
        if first == ESCAPE:
            self._skip_sequence()
        return first

    def _read(self) -> bool:
        """Take what was typed; False at the end of the input."""
        data = os.read(self._fd, 4096)
        self._waiting += self._decode.decode(data).replace("\r", "\n")
        return bool(data)

    def _skip_sequence(self) -> None:
        """An arrow key comes as ESCAPE [ A in one go: its rest is no key of its own."""
        if self._waiting[:1] in ("[", "O"):
            self._waiting = _SEQUENCE.sub("", self._waiting, count=1)

    def line(self) -> str | None:
        """A line as typed, without its end; None at the end of the input or after Ctrl-C. What was typed ahead as keys
        begins it, and is shown, since it was not when it was typed."""
        while select.select([self._fd], [], [], 0)[0] and self._read():
            pass
        with _line_mode(self._fd):
            if self._waiting:
                os.write(sys.stdout.fileno(), self._waiting.partition("\n")[0].encode())
            try:
                while "\n" not in self._waiting:
                    if not self._read():
                        return None
            except KeyboardInterrupt:
                self._waiting = ""
                return None
        text, _, self._waiting = self._waiting.partition("\n")
        return text


class WindowsKeys:
    """The same from a Windows console."""

    def key(self) -> str:
        import msvcrt

        found: str = msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
        if found in ("\x00", "\xe0"):  # an arrow or function key comes as two
            msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
            return ESCAPE
        return "\n" if found == "\r" else found

    def line(self) -> str | None:
        try:
            return sys.stdin.readline().rstrip("\n") or None
        except KeyboardInterrupt:
            return None


@contextmanager
def opened() -> Iterator[Keys | WindowsKeys]:
    """Keys of this process's terminal, unechoed one by one; the terminal is left as it was found."""
    if sys.platform == "win32":
        yield WindowsKeys()
        return
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    try:
        termios.tcsetattr(fd, termios.TCSADRAIN, _one_by_one(before))
        yield Keys(fd)
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)


if sys.platform != "win32":

    def _one_by_one(attributes: list[Any]) -> list[Any]:
        """Keys come at once and are not echoed; Ctrl-C is a key like any other."""
        found = [*attributes[:6], [*attributes[6]]]
        found[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG)
        found[6][termios.VMIN], found[6][termios.VTIME] = 1, 0
        return found

    @contextmanager
    def _line_mode(fd: int) -> Iterator[None]:
        before = termios.tcgetattr(fd)
        lines = [*before]
        lines[3] |= termios.ICANON | termios.ECHO | termios.ISIG
        termios.tcsetattr(fd, termios.TCSADRAIN, lines)
        try:
            yield
        finally:
            termios.tcsetattr(fd, termios.TCSADRAIN, before)
