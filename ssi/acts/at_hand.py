"""The standards at hand: those of the programme folder, where one is here or above, and those that are shipped.

A ministry that writes a standard may have no programme: then a folder standards/ here is looked into just so.

Never changes one. Of two files of one id and version the programme's is meant: its rounds rest on it.
"""

from pathlib import Path

from ssi import programme as folder
from ssi.acts.standards import Chosen, choose, choose_among, is_version, numbers, split
from ssi.errors import SsiError
from ssi.model import Standard
from ssi.shipped import standards_folder


def root_of(start: str) -> Path | None:
    """The programme folder at `start` or above; else, where none was named, this folder if it holds standards/."""
    try:
        return folder.find(Path(start or "."))
    except SsiError:
        if start:
            raise
        return standards_here()


def standards_here() -> Path | None:
    """This folder if it holds standards/; a programme above is not asked, for who makes a new one."""
    return Path() if Path("standards").is_dir() else None


def files(root: Path | None) -> tuple[Path, ...]:
    """The file of every standard at hand, by id and version."""
    folders = [standards_folder(), *([root / "standards"] if root else [])]
    found = {
        (path.parent.name, numbers(path.stem)): path
        for each in folders
        for path in each.glob("*/*.toml")
        if is_version(path.stem)
    }
    return tuple(found[key] for key in sorted(found))


def find(text: str, root: Path | None) -> Chosen:
    """A standard by `ID@VERSION`, by its id (then the newest) or by file. Faults: those of `choose_among`."""
    return choose_among(text, files(root))


def copies(standard: str, root: Path | None) -> tuple[Path, ...]:
    """Every file at hand that says it is this standard ("id version"), the programme's first."""
    code, version = split(standard)
    folders = [*([root / "standards"] if root else []), standards_folder()]
    return tuple(path for each in folders if (path := each / code / f"{version}.toml").is_file())


def same_bytes(sha256: str, standard: str, root: Path | None) -> Standard | None:
    """The standard at hand that has exactly these bytes."""
    for path in copies(standard, root):
        try:
            chosen = choose(str(path))
        except SsiError:
            continue
        if chosen.standard.sha256 == sha256:
            return chosen.standard
    return None
