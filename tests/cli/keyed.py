"""The single-key form driven in this process: the keys that a person presses, from a text. `tests.cli.terminal` drives
it through a real terminal, which is slower.
"""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from io import StringIO
from unittest.mock import patch

from ssi.cli.entry.keys import CTRL_C, CTRL_D, END
from tests.cli.visiting import Office
from tests.running import Said

RECORD = "record S01 --as A02 --ready"


class Script:
    """`ssi.cli.entry.keys.Keys` of a text; at its end the input ends."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.left = list(keys)

    def key(self) -> str:
        return self.left.pop(0) if self.left else END

    def line(self, ask: Callable[[str], object]) -> str | None:
        text = ""
        while (each := self.key()) not in ("\n", END, CTRL_C, CTRL_D):
            text += each
        ask(f"{text}\n")
        return text if each == "\n" else None


class Screen(StringIO):
    def isatty(self) -> bool:
        return True


def keyed(here: Office, keys: Iterable[str], line: str = RECORD, *typed: str) -> Said:
    """Run one line behind `ssi` at a terminal at which these keys are pressed. `typed` are the lines that it reads
    where it asks for some outside the key form."""
    script = Script(keys)
    with (
        patch("ssi.cli.entry.keys.opened", lambda: nullcontext(script)),
        patch("ssi.cli.entry.key_form.opened", lambda: nullcontext(script)),
        patch("tests.running.StringIO", Screen),
    ):
        return here.ssi(line, *typed)
