"""README.md and every README under examples/ are transcripts: what they show is what the program prints.

A `console` block holds commands after `$ ` and what they printed; a line `...` stands for any number of lines that are
left out. The blocks of one page are one sitting: a folder of its own, in which the files beside the page lie. A block
that begins with `# not run` is for reading only. `pytest --update` writes the pages again from what is printed now.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [each for each in (ROOT / "README.md", *sorted((ROOT / "examples").rglob("README.md"))) if each.exists()]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SKIP = "# not run"
CUT = "..."
MOMENT = "1767600000"  # 5 January 2026


@dataclass
class Sitting:
    """A shell in a folder of its own; `cd` holds for the commands after it."""

    here: Path
    environment: dict[str, str]

    def type(self, command: str) -> list[str]:
        """The lines that a command prints, errors among them."""
        script = f'{command}\nstatus=$?; pwd > "$SITTING/where"; exit $status'
        done = subprocess.run(
            ["sh", "-c", script],
            cwd=self.here, env=self.environment, check=False, timeout=120,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        self.here = Path((Path(self.environment["SITTING"]) / "where").read_text(encoding="utf-8").rstrip("\n"))
        assert done.returncode in (0, 1, 2, 3), f"{command}\n{done.stdout}"
        return [line.rstrip() for line in done.stdout.rstrip("\n").split("\n")] if done.stdout.strip() else []


@dataclass
class Typed:
    """One command of a block and the lines under it."""

    command: str
    shown: list[str] = field(default_factory=list)


def sitting(page: Path, folder: Path) -> Sitting:
    """A new folder with the files that lie beside the page, and an `ssi` that is this checkout's."""
    tools, here = folder / "tools", folder / "here"
    tools.mkdir()
    ssi = tools / "ssi"
    ssi.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ssi "$@"\n', encoding="utf-8")
    ssi.chmod(0o755)
    if page.parent == ROOT:
        shutil.copytree(ROOT / "examples", here / "examples")
    else:
        shutil.copytree(page.parent, here)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SSI_")}
    return Sitting(
        here,
        {
            **kept,
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "SITTING": str(folder),
            "NO_COLOR": "1",
            "COLUMNS": "100",
            "TERM": "dumb",
            "PYTHONUTF8": "1",
            "SOURCE_DATE_EPOCH": MOMENT,
        },
    )


def commands(block: str) -> Iterator[Typed]:
    """The commands of a block, in order."""
    typed: Typed | None = None
    for line in block.splitlines():
        if line.startswith("$ "):
            if typed:
                yield typed
            typed = Typed(line[2:])
        elif typed:
            typed.shown.append(line.rstrip())
    if typed:
        yield typed


def agrees(shown: list[str], printed: list[str]) -> bool:
    """Whether the page shows what was printed; `...` stands for any lines."""
    if not shown:
        return not printed
    if shown[0] == CUT:
        return any(agrees(shown[1:], printed[at:]) for at in range(len(printed), -1, -1))
    return bool(printed) and shown[0] == printed[0] and agrees(shown[1:], printed[1:])


def corrected(shown: list[str], printed: list[str]) -> list[str]:
    """What the page should show: as many lines before the first `...` and after the last as it showed."""
    if agrees(shown, printed):
        return shown
    if CUT not in shown:
        return printed
    first, last = shown.index(CUT), len(shown) - 1 - shown[::-1].index(CUT)
    after = len(shown) - 1 - last
    if first + after >= len(printed):
        return printed
    return [*printed[:first], CUT, *(printed[-after:] if after else [])]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_shows_what_is_printed(page: Path, tmp_path: Path, update: bool) -> None:
    text = page.read_text(encoding="utf-8")
    typing = sitting(page, tmp_path)

    def run(match: re.Match[str]) -> str:
        if match[1].startswith(SKIP):
            return match[0]
        lines: list[str] = []
        for typed in commands(match[1]):
            lines += [f"$ {typed.command}", *corrected(typed.shown, typing.type(typed.command))]
        return "```console\n" + "\n".join(lines) + "\n```"

    now = BLOCK.sub(run, text)
    if update:
        page.write_text(now, encoding="utf-8")
    assert now == text or update, "the page is out of date; look at the difference after pytest --update"


def test_dots_stand_for_any_lines() -> None:
    assert agrees(["a", CUT, "d"], ["a", "b", "c", "d"])
    assert agrees(["a", CUT], ["a"])
    assert not agrees(["a", CUT, "d"], ["a", "b", "c"])
    assert not agrees(["a"], ["a", "b"])
    assert not agrees([], ["a"])


def test_a_corrected_page_is_as_short_as_it_was() -> None:
    assert corrected(["a", CUT, "x"], ["a", "b", "c", "d"]) == ["a", CUT, "d"]
    assert corrected(["a", CUT], ["b", "c"]) == ["b", CUT]
    assert corrected(["a"], ["b", "c"]) == ["b", "c"]
