"""`ssi demo`: walks a whole example year by the commands themselves.

Never does a command's work: it reads the page `examples/year/README.md`, which the tests hold to what is printed, tells
what the page tells, and runs each `$ ssi …` line of it. So the demo, the page and the commands cannot come apart.
"""

import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

FOLDER = "ssi-demo"  # as the page calls it
MOST_LINES = 24  # of a command's output that are shown
NOT_TABLES = ("README.md",)
LOOK_AT = (
    ("reports/S05-before-and-after.html", "shelter S05 before and after: begin here"),
    ("reports/S05-baseline.html", "the same shelter after the first round alone"),
    ("reports/national.html", "all nine shelters, for the national group"),
    ("reports/sheet-S05.html", "the scoring sheet of S05, to print"),
)
TypeWords = Callable[[tuple[str, ...]], int]  # runs the words after `ssi`; gives the exit status
_PLAIN = re.compile(r"(?=.* )[\w .:,-]+")  # of several words, and safe between double quotes
_PROGRAMME = ("SSI_PROGRAMME", "SSI_STORE_URL")  # would lead the commands into another programme


def run(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make, new or empty.")] = Path(FOLDER),
) -> None:
    """Make an example programme, walk its whole year, write its reports, and say where they are."""
    from ssi.shipped import examples_folder

    ssi = context.find_root().command

    def type_words(words: tuple[str, ...]) -> int:
        return int(ssi.main(list(words), prog_name="ssi", standalone_mode=False) or 0)

    with _elsewhere():
        _walk(examples_folder() / "year", folder, type_words)
    print(f"\nThe year is over. Its folder is {folder}; open these in a browser:\n")
    for name, what in LOOK_AT:
        print(f"  {folder / name}\n      {what}")
    print(f"\nTo play with it:\n  cd {shlex.quote(str(folder))}\n  ssi status")


def _walk(example: Path, folder: Path, type_words: TypeWords) -> None:
    """Tell and type the page: its first command makes the folder, the others are typed inside it."""
    inside = after_title = False
    for step in steps((example / "README.md").read_text(encoding="utf-8")):
        if isinstance(step, str):
            print(step if after_title else f"\n{step}")
            after_title = step.startswith("──")
        elif inside:
            with chdir(folder):
                _type(step, type_words)
        else:
            _type(Command(tuple(str(folder) if each == FOLDER else each for each in step.words)), type_words)
            _copy(example, folder)
            inside = True


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Command:
    """One `ssi …` line: its words after `ssi`, and the file that is typed into it."""

    words: tuple[str, ...]
    typed: str = ""

    def __str__(self) -> str:
        return f"ssi {_joined(self.words)}" + (f" < {self.typed}" if self.typed else "")


def steps(page: str) -> Iterator[str | Command]:
    """What the page tells, paragraph by paragraph, and what it types, in its order. What was printed is left out, and
    so are commands of the shell."""
    for part in re.split(r"^```(?:console)?\n", page, flags=re.MULTILINE):
        if part.startswith("$ "):
            yield from (_command(line) for line in part.splitlines() if line.startswith("$ ssi "))
        else:
            yield from (_told(each) for each in part.split("\n\n") if each.strip())


def _told(paragraph: str) -> str:
    title = re.fullmatch(r"#+ (.*)", paragraph.strip())
    return f"── {title[1]} ──" if title else paragraph.strip("\n").replace("`", "")


def _command(line: str) -> Command:
    words = shlex.split(line)[2:]
    return Command(tuple(words[:-2]), words[-1]) if "<" in words else Command(tuple(words))


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(f'"{each}"' if _PLAIN.fullmatch(each) else shlex.quote(each) for each in words)


# ── typing ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _type(command: Command, type_words: TypeWords) -> None:
    """Run a command in this process as if it had been typed; a fault in it ends the demo as it ends the command."""
    print(f"$ {command}", flush=True)
    said = io.StringIO()
    before = sys.stdin
    try:
        if command.typed:
            sys.stdin = io.StringIO(Path(command.typed).read_text(encoding="utf-8"))
        with redirect_stdout(said):
            status = type_words(command.words)
    finally:
        sys.stdin = before
        _show(said.getvalue().rstrip("\n").split("\n"))
    if status:
        raise typer.Exit(status)


def _show(lines: list[str]) -> None:
    """The lines, or the first of them where there are many."""
    if len(lines) <= MOST_LINES + 2:
        print("\n".join(lines))
        return
    print("\n".join(lines[:MOST_LINES]))
    print(f"… and {len(lines) - MOST_LINES} more lines; type the command yourself to see them")


def _copy(example: Path, folder: Path) -> None:
    """Put the example's tables and scores into the new folder, over the empty tables that `init` made."""
    print(f"(the tables and scores of the example are copied into {folder})")
    for file in sorted(example.iterdir()):
        if file.is_file() and file.name not in NOT_TABLES:
            shutil.copyfile(file, folder / file.name)
    print(f"$ cd {shlex.quote(str(folder))}")


@contextmanager
def _elsewhere() -> Iterator[None]:
    """Without the variables that name another programme or store; afterwards they are as before."""
    kept = {name: os.environ.pop(name) for name in _PROGRAMME if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)
