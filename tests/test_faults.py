"""The gallery: every fault has a folder with a bad file, and the message beside it is what a person is really told."""

import re
import shlex
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from ssi.catalogue import CATALOGUE
from ssi.cli import main

GALLERY = Path(__file__).parent / "faults"
GOOD = GALLERY / "_good"
FOLDERS = sorted(each.name for each in GALLERY.iterdir() if each.is_dir() and not each.name.startswith(("_", ".")))
CHECK = "check {here}"
OWN = {"message.txt", "stdout.txt", "before.txt", "command.txt", "input.txt", "absent.txt"}

# A code that files and commands cannot show: why not, and the test that shows it.
WITHOUT_FOLDER: dict[str, tuple[str, str]] = {
    "shipped-missing": (
        "only a broken installation has it",
        "programme/test_shipped.py::test_a_broken_installation_says_so",
    ),
}


class Said(NamedTuple):
    """What a command said. `{here}` stands for the path of the folder."""

    status: int
    out: str
    err: str


Ssi = Callable[..., Said]


@pytest.fixture
def ssi(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Ssi:
    """Runs one line behind `ssi` in the folder `here`; `< file` at its end, or `typed`, is what it reads."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772000000")
    here = tmp_path / "here"

    def run(line: str, typed: str = "") -> Said:
        monkeypatch.chdir(here)
        line, _, file = line.partition(" < ")
        source = (here / file).read_text(encoding="utf-8") if file else typed
        monkeypatch.setattr("sys.argv", ["ssi", *(each.replace("{here}", str(here)) for each in shlex.split(line))])
        monkeypatch.setattr("sys.stdin", StringIO(source))
        status: object = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        out, err = (each.replace(str(here), "{here}") for each in capsys.readouterr())
        return Said(int(str(status)), out, err)

    return run


def prepared(code: str, place: Path, ssi: Ssi) -> None:
    """The good programme with the folder's files laid over it; then its `before.txt`, every line of which must go
    well; then the files of its `edited/`."""
    shutil.copytree(GOOD, place)
    shutil.copytree(GALLERY / code, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN))
    for name in text_of(code, "absent.txt").split():
        (place / name).unlink()
    for line in text_of(code, "before.txt").splitlines():
        done = ssi(line)
        assert done.status == 0, f"{line}: {done.err}"
    if (GALLERY / code / "edited").exists():
        shutil.copytree(GALLERY / code / "edited", place, dirs_exist_ok=True)


@pytest.mark.parametrize("code", FOLDERS)
def test_the_message_beside_the_bad_file_is_what_is_said(code: str, tmp_path: Path, update: bool, ssi: Ssi) -> None:
    prepared(code, tmp_path / "here", ssi)
    typed = text_of(code, "input.txt")
    told = [ssi(line, typed) for line in (text_of(code, "command.txt") or CHECK).splitlines()]
    err, out = "".join(each.err for each in told), "".join(each.out for each in told)
    if update:
        (GALLERY / code / "message.txt").write_text(err, encoding="utf-8")
        if (GALLERY / code / "stdout.txt").exists():
            (GALLERY / code / "stdout.txt").write_text(out, encoding="utf-8")
    assert err == text_of(code, "message.txt")
    if (GALLERY / code / "stdout.txt").exists():
        assert out == text_of(code, "stdout.txt")
    words = re.sub(r"\\{\w+\\}", ".*", re.escape(CATALOGUE[code].message))
    shown = err + text_of(code, "stdout.txt")
    assert re.search(words, shown), f"the files in {code} do not show the fault {code}"


def text_of(code: str, name: str) -> str:
    path = GALLERY / code / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_every_fault_is_in_the_gallery_or_says_why_not() -> None:
    assert sorted({*FOLDERS, *WITHOUT_FOLDER}) == sorted(CATALOGUE)
    assert not {*FOLDERS} & {*WITHOUT_FOLDER}


@pytest.mark.parametrize("code", WITHOUT_FOLDER)
def test_what_has_no_folder_has_a_test(code: str) -> None:
    why, test = WITHOUT_FOLDER[code]
    file, _, name = test.partition("::")
    assert why
    assert f"def {name}(" in (GALLERY.parent / file).read_text(encoding="utf-8")


def test_the_good_programme_has_no_fault(tmp_path: Path, ssi: Ssi) -> None:
    shutil.copytree(GOOD, tmp_path / "here")
    for line in (CHECK, "round open R1 --kind baseline", "load scores.csv", "round close R1", "allocate R1"):
        done = ssi(line)
        assert (done.status, done.err) == (0, ""), line
