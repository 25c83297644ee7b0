"""The gallery: every fault has a folder with a bad file, and the message beside it is what a person is really told."""

import re
import shlex
import shutil
from collections.abc import Callable
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest

from ssi.catalogue import CATALOGUE
from ssi.cli import main

GALLERY = Path(__file__).parent / "faults"
GOOD = GALLERY / "_good"
FOLDERS = sorted(each.name for each in GALLERY.iterdir() if each.is_dir() and not each.name.startswith(("_", ".")))
Said = Callable[..., str]
CHECK = "check {here}"
OWN = {"message.txt", "command.txt", "input.txt", "absent.txt"}

WITHOUT_FOLDER = {
    "shipped-missing": "only a broken installation has it; tests/programme/test_shipped.py shows it",
}


def prepared(code: str, place: Path) -> None:
    """The good programme with the folder's files laid over it."""
    shutil.copytree(GOOD, place)
    shutil.copytree(GALLERY / code, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN))
    for name in text_of(code, "absent.txt").split():
        (place / name).unlink()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Said:
    """What `ssi` says on stderr to these commands, one a line, in the folder `here`; `typed` is what it reads."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772000000")

    def run(commands: str, typed: str = "") -> str:
        here = tmp_path / "here"
        monkeypatch.chdir(here)
        for line in commands.splitlines():
            monkeypatch.setattr("sys.argv", ["ssi", *(each.replace("{here}", str(here)) for each in shlex.split(line))])
            monkeypatch.setattr("sys.stdin", StringIO(typed))
            with suppress(SystemExit):
                main()
        return capsys.readouterr().err.replace(str(here), "{here}")

    return run


@pytest.mark.parametrize("code", FOLDERS)
def test_the_message_beside_the_bad_file_is_what_is_said(code: str, tmp_path: Path, update: bool, said: Said) -> None:
    prepared(code, tmp_path / "here")
    told = said(text_of(code, "command.txt") or CHECK, text_of(code, "input.txt"))
    if update:
        (GALLERY / code / "message.txt").write_text(told, encoding="utf-8")
    assert told == text_of(code, "message.txt")
    words = re.sub(r"\\{\w+\\}", ".*", re.escape(CATALOGUE[code].message))
    assert re.search(words, told), f"the files in {code} do not show the fault {code}"


def text_of(code: str, name: str) -> str:
    path = GALLERY / code / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_every_fault_is_in_the_gallery_or_says_why_not() -> None:
    assert sorted({*FOLDERS, *WITHOUT_FOLDER}) == sorted(CATALOGUE)


def test_the_good_programme_has_no_fault(tmp_path: Path, said: Said) -> None:
    shutil.copytree(GOOD, tmp_path / "here")
    assert said(CHECK) == ""
