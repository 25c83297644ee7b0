"""One sitting at a terminal (a pty of 80 by 24): what a person types there, and all that is shown."""

import errno
import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from tests.cli.visiting import Office

if sys.platform == "win32":
    pytest.skip("there is no pty", allow_module_level=True)

import fcntl
import termios

ROWS, COLUMNS = 24, 80
CTRL_C, CTRL_D = "\x03", "\x04"


class Terminal:
    """One sitting. `screen` is all that was shown so far, the echo of what was typed among it."""

    def __init__(self, process: "subprocess.Popen[bytes]", master: int, name: str) -> None:
        self.process, self.master, self.name, self.screen = process, master, name, ""

    def until(self, prompt: str, seconds: float = 20) -> str:
        """What is shown up to and with this prompt, since the last time."""
        end, shown = time.monotonic() + seconds, b""
        while not shown.decode(errors="replace").endswith(prompt):
            assert time.monotonic() < end, f"no {prompt!r} in {shown.decode(errors='replace')!r}"
            if select.select([self.master], [], [], 0.2)[0]:
                shown += os.read(self.master, 4096)
        return self._seen(shown)

    def type(self, text: str, prompt: str = "> ") -> str:
        os.write(self.master, text.encode())
        return self.until(prompt)

    def leave(self, text: str, seconds: float = 20) -> str:
        """Type this and wait for the end of the program; what it still said."""
        os.write(self.master, text.encode())
        end, shown = time.monotonic() + seconds, b""
        try:
            while select.select([self.master], [], [], end - time.monotonic())[0]:
                shown += os.read(self.master, 4096)
        except OSError as error:
            assert error.errno == errno.EIO
        self.process.wait(max(0.1, end - time.monotonic()))
        return self._seen(shown)

    def hang_up(self) -> None:
        """The window is closed, or the line is cut."""
        os.close(self.master)
        self.master = -1

    def left_after(self, text: str) -> bytes:
        """Type this, wait for the end of the program, and take what it has not read."""
        held = os.open(self.name, os.O_RDONLY | os.O_NOCTTY)
        os.write(self.master, text.encode())
        self.process.wait(20)
        left = os.read(held, 4096) if select.select([held], [], [], 0)[0] else b""
        os.close(held)
        return left

    def _seen(self, shown: bytes) -> str:
        text = shown.decode().replace("\r\n", "\n")
        self.screen += text
        return text


@contextmanager
def sitting(here: Office, line: str, under: Sequence[str] = (), **surroundings: str) -> Iterator[Terminal]:
    """`ssi line` at a terminal of its own; `under` is a program that watches it, with its options."""
    master, slave = os.openpty()
    name = os.ttyname(slave)
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    command = here.program(line)
    command["args"] = [*under, *command["args"]]
    for each in ("NO_COLOR", "COLUMNS", "LINES"):
        command["env"].pop(each, None)
    command["env"] |= {"TERM": "xterm-256color", **surroundings}
    process = subprocess.Popen(**command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
                               preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))  # fmt: skip
    os.close(slave)
    terminal = Terminal(process, master, name)
    try:
        yield terminal
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        if terminal.master >= 0:
            os.close(master)


def height(text: str) -> int:
    """How many rows of the terminal the text takes, prompt included."""
    return sum(max(1, -(-len(line) // COLUMNS)) for line in text.split("\n"))
