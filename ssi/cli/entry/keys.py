"""Keys as they are pressed, and lines between them: what the single-key form asks of a terminal. Never reads one.

`posix_keys` reads the terminals of Linux and macOS; `windows_keys` reads the console of Windows.
"""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

END = ""  # what `key` gives at the end of the input
CTRL_C, CTRL_D = "\x03", "\x04"
ESCAPE = "\x1b"


class Keys(Protocol):
    def key(self) -> str:
        """The next character typed; an arrow or function key is one ESCAPE; END at the end of the input."""

    def line(self, ask: Callable[[str], object]) -> str | None:
        """A line as typed, without its end; None at the end of the input, and after Ctrl-C or Ctrl-D. `ask` shows the
        question, and behind it what was typed ahead, which begins the line and was not seen when it was typed."""


def opened() -> AbstractContextManager[Keys]:
    """Keys of this process's terminal, unechoed one by one; the terminal is left as it was found."""
    if sys.platform == "win32":
        from ssi.cli.entry.windows_keys import WindowsKeys

        return nullcontext(WindowsKeys())
    from ssi.cli.entry import posix_keys

    return posix_keys.opened()
