"""How much processor time `ssi --help` and `ssi record` take beside a bare typer command with one commit of SQLite.

    python -m tests.bench.startup [RUNS]

Prints a table; asserts nothing, because seconds belong to a machine. The programmes are run in turn, so that a busy
machine slows all of them alike; `ssi record` shows its first prompt, finds no input and leaves. The figures of each are
the median and the least of user and system time.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.running import ROOT

BARE = '''
import sqlite3
from typing import Annotated
import typer

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

@app.command()
def record(file: str, who: Annotated[str, typer.Option("--as", help="Who.")] = "") -> None:
    """One commit."""
    with sqlite3.connect(file) as store:
        store.execute("CREATE TABLE IF NOT EXISTS bare (who TEXT)")
        store.execute("INSERT INTO bare VALUES (?)", [who])
    print(who)

@app.command()
def other() -> None:
    """Another command."""

app()
'''
INIT = ("init", "programme", "--standard", "ssi-core", "--name", "Bench", "--country", "KH", "--currency", "USD")


def seconds(command: list[str], folder: Path) -> float:
    """User and system time of one run with nothing to read."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "dumb"},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def programme(folder: Path) -> Path:
    """The example year's folder with its first round open: nine shelters, 82 criteria."""
    ssi = [sys.executable, "-m", "ssi"]
    seconds([*ssi, *INIT], folder)
    made = folder / "programme"
    for name in ("shelters", "assessors", "visits"):
        (made / f"{name}.csv").write_bytes((ROOT / "examples" / "year" / f"{name}.csv").read_bytes())
    seconds([*ssi, "round", "open", "R1", "--kind", "baseline"], made)
    return made


def measured(runs: int) -> dict[str, list[float]]:
    """Name of a programme → the seconds of each run."""
    with tempfile.TemporaryDirectory() as name:
        here = programme(Path(name))
        bare = Path(name) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        ssi, typer = [sys.executable, "-m", "ssi"], [sys.executable, str(bare)]
        commands = {
            "python": [sys.executable, "-c", "pass"],
            "bare typer --help": [*typer, "--help"],
            "ssi --help": [*ssi, "--help"],
            "bare typer command": [*typer, "record", "bare.db", "--as", "A06"],
            "ssi record": [*ssi, "record", "S01", "--as", "A06", "--ready"],
        }
        found: dict[str, list[float]] = {each: [] for each in commands}
        for _ in range(runs + 1):
            for each, command in commands.items():
                found[each].append(seconds(command, here))
    return {each: times[1:] for each, times in found.items()}  # the first run writes what Python compiled


def main() -> None:
    found = measured(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
    print(f"{'CPU ms':>28}   least   of the bare one   least of least")
    for name, times in found.items():
        bare = found["bare typer --help" if "help" in name else "bare typer command"]
        ratios = f"{median(times) / median(bare):18.2f}{min(times) / min(bare):17.2f}"
        print(f"{name:20}{median(times) * 1000:8.0f}{min(times) * 1000:8.0f}{ratios}")


if __name__ == "__main__":
    main()
