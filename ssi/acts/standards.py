"""Finds standards files: those a programme holds and those that are shipped. Never changes one."""

from pathlib import Path

from ssi.checklists.standard import read_standard
from ssi.errors import SsiError, did_you_mean, fault
from ssi.model import Standard
from ssi.programme import Programme
from ssi.shipped import standards_folder


def chain_of(programme: Programme) -> tuple[Standard, tuple[tuple[str, bytes], ...]]:
    """The programme's standard and the bytes it stands on, as (file name, bytes), the standard itself last."""
    code, version = split(programme.settings.standard)
    path = programme.folder / "standards" / code / f"{version}.toml"
    data = read_bytes(path)
    name = f"{code}/{version}.toml"
    return read_standard(data, str(path)), ((name, data),)


def split(text: str) -> tuple[str, str]:
    """`ID VERSION` or `ID@VERSION` → (id, version); the version may be empty."""
    code, _, version = text.strip().replace("@", " ").partition(" ")
    return code, version.strip()


def choose(text: str) -> tuple[Standard, str, bytes]:
    """A standard by id, by id and version, or by file → it, its place under `standards/`, and its bytes."""
    if text.endswith(".toml") or "/" in text:
        data = read_bytes(Path(text))
        standard = read_standard(data, text)
    else:
        path = _shipped(*split(text))
        data = read_bytes(path)
        standard = read_standard(data, str(path))
    return standard, f"{standard.id}/{standard.version}.toml", data


def _shipped(code: str, version: str) -> Path:
    """The shipped file of this id; without a version the newest, by the numbers in it."""
    folder = standards_folder()
    known = sorted(each.parent.name for each in folder.glob("*/*.toml") if is_version(each.stem))
    here = [each for each in (folder / code).glob("*.toml") if is_version(each.stem)] if code in known else []
    if not here:
        raise SsiError(
            fault(
                "unknown-standard", standard=code, hint=did_you_mean(code, known), known=", ".join(sorted(set(known)))
            )
        )
    versions = {each.stem: each for each in here}
    if version and version not in versions:
        raise SsiError(fault("unknown-version", standard=code, version=version, known=", ".join(sorted(versions))))
    return versions[version or max(versions, key=lambda each: tuple(int(part) for part in each.split(".")))]


def is_version(text: str) -> bool:
    """Whether it is `x.y.z`: a standard's own file, not a translation or an adoption beside it."""
    return all(part.isdecimal() for part in text.split(".")) and text.count(".") == 2


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SsiError(fault("file-missing", file=path)) from None
    except IsADirectoryError:
        raise SsiError(fault("file-missing", file=path)) from None
