"""Keys and lines from a Windows console: `keys.Keys`, kept. Never changes the console's mode: `msvcrt` gives keys
unechoed, and a line is Python's own. What is typed ahead waits in the console for whoever reads next.
"""

import sys
from collections.abc import Callable

from ssi.cli.entry.keys import CTRL_C, CTRL_D, ESCAPE

CTRL_Z = "\x1a"  # ends the input there


class WindowsKeys:
    def key(self) -> str:
        import msvcrt

        try:
            found: str = msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
            waits: bool = msvcrt.kbhit()  # type: ignore[attr-defined,unused-ignore]
            if found == "\x00" or (found == "\xe0" and waits):  # an arrow or function key comes as two; à is a letter
                msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
                return ESCAPE
        except KeyboardInterrupt:
            return CTRL_C
        return "\n" if found == "\r" else CTRL_D if found == CTRL_Z else found

    def line(self, ask: Callable[[str], object]) -> str | None:
        ask("")  # the console shows what is typed
        try:
            text = sys.stdin.readline()
        except KeyboardInterrupt:
            return None
        return text.rstrip("\n") if text else None
