"""A small programme with an open round, and `ssi` in this process or in one of its own, for tests of the commands."""

import json
import shlex
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssi.store import open_store
from tests.running import ROOT, Said, command, environment, ssi

GOOD = ROOT / "tests" / "faults" / "_good"
IDS = ("SAF-01", "SAF-02", "SAF-03", "RGT-01", "RGT-02", "CHD-01")  # the checklist of S01; S02 has no children
MEASURED = 'text = "A drill", measure = { unit = "drills a year", better = "more", cuts = ["1", "3"] }'


@dataclass(frozen=True)
class Office:
    """A programme folder; S01 is visited by A02 and A03, S02 by A01 and A04."""

    folder: Path

    def ssi(self, line: str, *typed: str) -> Said:
        """Run one line behind `ssi` in this process; `typed` are the lines that it reads."""
        return ssi(self.folder, *shlex.split(line), typed="".join(f"{each}\n" for each in typed))

    def record(self, *typed: str, who: str = "A02", at: str = "S01", more: str = "--ready") -> Said:
        return self.ssi(f"record {at} --as {who} {more}", *typed)

    def shown(self, who: str = "A02", at: str = "S01", more: str = "") -> dict[str, Any]:
        """The sheet so far, as `--show --json` says it."""
        said = self.ssi(f"record {at} --as {who} {more} --show --json")
        assert said.status == 0, said
        found: dict[str, Any] = json.loads(said.out)
        return found

    def scores(self, who: str = "A02", at: str = "S01") -> dict[str, object]:
        return {each["criterion"]: each["score"] for each in self.shown(who, at)["entries"]}

    def entry(self, criterion: str, who: str = "A02", at: str = "S01") -> Mapping[str, Any]:
        entries: list[dict[str, Any]] = self.shown(who, at)["entries"]
        (found,) = [each for each in entries if each["criterion"] == criterion]
        return found

    def program(self, line: str) -> dict[str, Any]:
        """What `subprocess` needs to run one line behind `ssi` in a process of its own."""
        surroundings = environment(PYTHONUTF8="1", SSI_PROGRAMME=str(self.folder))
        return {"args": command(*shlex.split(line)), "env": surroundings}

    def journal(self, who: str = "A02", at: str = "S01", round: str = "R1") -> list[str]:
        with open_store(self.folder / "scores.db", read_only=True) as store:
            return [text for _, text in store.entries(round, at, who)]


def office(folder: Path, *, open: bool = True) -> Office:
    """The good programme of the gallery, its drill measured in drills a year, with round R1 open, if it is to be."""
    shutil.copytree(GOOD, folder)
    (standard,) = folder.glob("standards/*/*.toml")
    standard.write_text(standard.read_text().replace('text = "A drill"', MEASURED))
    here = Office(folder)
    assert not open or here.ssi("round open R1 --kind baseline").status == 0
    return here
