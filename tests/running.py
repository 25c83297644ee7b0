"""Runs `ssi` as a person does: in this process, or as a program of its own where bytes, signals and disks matter.

Whatever a test asks for, an answer never shows a traceback and never the words for a fault in ssi itself.
"""

import os
import sqlite3
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from ssi.cli import main

ROOT = Path(__file__).parent.parent
NOW = "1772000000"  # SOURCE_DATE_EPOCH


class Said(NamedTuple):
    """The exit status, and what was said on standard output and on standard error."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def answers(self) -> list[str]:
        """What `record` said between its greeting and its leaving."""
        return [each for each in self.lines[1:] if not each.startswith("Left,")]


def ssi(here: Path, *arguments: str | Path, typed: str = "") -> Said:
    """`ssi arguments` in the folder `here`, `typed` on its standard input."""
    out, err = StringIO(), StringIO()
    argv = ["ssi", *map(str, arguments)]
    with (
        patch.object(sys, "argv", argv),
        patch.object(sys, "stdin", StringIO(typed)),
        patch.dict(os.environ, SOURCE_DATE_EPOCH=NOW),
        chdir(here),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
    return checked(Said(status, out.getvalue(), err.getvalue()))


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "ssi", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": NOW, **more}


def program(here: Path, *arguments: str | Path, typed: bytes = b"") -> Said:
    """The same as a program of its own, with bytes on its standard input."""
    done = subprocess.run(command(*arguments), cwd=here, input=typed, capture_output=True, env=environment())
    return checked(Said(done.returncode, done.stdout.decode(), done.stderr.decode()))


def checked(said: Said) -> Said:
    assert "Traceback" not in said.err, said.err
    assert "fault in ssi itself" not in said.err, said.err
    assert said.status in (0, 1, 2, 3, 130), said
    return said


def content(here: Path) -> dict[str, bytes]:
    """Every file of a folder by name. The store as the SQL that would make it again: opening it may move its log."""
    found = {}
    for path in sorted(here.rglob("*")):
        name = str(path.relative_to(here))
        if name == "scores.db":
            found[name] = stored(path)
        elif path.is_file() and not name.startswith("scores.db"):
            found[name] = path.read_bytes()
    return found


def stored(path: Path) -> bytes:
    """The tables of a store as text; the bytes of a file that is none, or damaged."""
    if not path.read_bytes().startswith(b"SQLite format 3\0"):
        return path.read_bytes()
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return "\n".join(connection.iterdump()).encode()
    except sqlite3.DatabaseError:
        return path.read_bytes()
    finally:
        connection.close()
