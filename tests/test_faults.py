"""The gallery: every fault has a folder with a bad file, and the message beside it is what a person is really told."""

import re
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import tomli

from ssi.catalogue import CATALOGUE
from ssi.checklists.readers import read_file
from ssi.cli.faults import text
from ssi.errors import SsiError
from ssi.model import Settings, Standard
from ssi.programme import find, load, write_new

GALLERY = Path(__file__).parent / "faults"
GOOD = GALLERY / "_good"
FOLDERS = sorted(each.name for each in GALLERY.iterdir() if each.is_dir() and not each.name.startswith(("_", ".")))
OWN = {"message.txt", "command.txt", "absent.txt"}

WITHOUT_FOLDER = {
    "shipped-missing": "only a broken installation has it; tests/programme/test_shipped.py shows it",
}


def prepared(code: str, place: Path) -> Path:
    """The good programme with the folder's files laid over it."""
    shutil.copytree(GOOD, place)
    folder = GALLERY / code
    shutil.copytree(folder, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN))
    absent = folder / "absent.txt"
    for name in absent.read_text().split() if absent.exists() else ():
        (place / name).unlink()
    return place


def said(arguments: Sequence[str]) -> str:
    """What `ssi` with these arguments says on stderr."""
    command, path = arguments[0], Path(arguments[1])
    try:
        if command == "init":
            write_new(path, Settings(name="Example", country="KH", currency="USD", standard="small 1.0.0"), {})
        elif path.suffix:
            read_file(path)
        else:
            programme = load(find(path))
            (standard,) = programme.standard_files()
            found = programme.against(Standard.model_validate(tomli.loads(standard.read_text())))
            return text([*programme.warnings, *found])
    except SsiError as error:
        return text(error.faults)
    return ""


@pytest.mark.parametrize("code", FOLDERS)
def test_the_message_beside_the_bad_file_is_what_is_said(code: str, tmp_path: Path, update: bool) -> None:
    here = prepared(code, tmp_path / "here")
    command = GALLERY / code / "command.txt"
    arguments = command.read_text() if command.exists() else "check {here}"
    told = said([each.replace("{here}", str(here)) for each in shlex.split(arguments)]).replace(str(here), "{here}")
    message = GALLERY / code / "message.txt"
    if update:
        message.write_text(told, encoding="utf-8")
    assert told == message.read_text(encoding="utf-8")
    words = re.sub(r"\\{\w+\\}", ".*", re.escape(CATALOGUE[code].message))
    assert re.search(words, told), f"the files in {code} do not show the fault {code}"


def test_every_fault_is_in_the_gallery_or_says_why_not() -> None:
    assert sorted({*FOLDERS, *WITHOUT_FOLDER}) == sorted(CATALOGUE)


def test_the_good_programme_has_no_fault(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "here")
    assert said(["check", str(tmp_path / "here")]) == ""
