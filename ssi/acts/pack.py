"""Reads a pack that `ssi standard publish` made: its standards, their adoptions, and what is not as its manifest says.

Never unpacks anything to the disk and never reads more than a pack can reasonably hold, whatever the zip claims.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ssi.acts.standards import is_version, read_bytes
from ssi.errors import Fault, SsiError, Where, fault

MANIFEST = "manifest.json"
MOST_FILES = 20_000
MOST_BYTES = 500_000_000  # of all files together


@dataclass(frozen=True)
class Pack:
    """The files of a pack by path, and what of them is not as the manifest says."""

    name: str
    files: Mapping[str, bytes]
    faults: tuple[Fault, ...]

    @property
    def standards(self) -> tuple[str, ...]:
        """The paths of the standards in it."""
        return tuple(each for each in sorted(self.files) if _is_standard(PurePosixPath(each)))


def _is_standard(path: PurePosixPath) -> bool:
    return path.suffix == ".toml" and is_version(path.stem) and path.parts[0] == "standards" and len(path.parts) == 3


def read_pack(path: Path) -> Pack:
    """The pack in this file. Faults: `pack-unreadable`; what differs from the manifest is in `Pack.faults`."""
    read_bytes(path)  # missing, or a folder
    try:
        with zipfile.ZipFile(path) as opened:
            files = _files(opened, str(path))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise _unreadable(str(path), str(error) or "it is damaged") from error
    if MANIFEST not in files:
        raise _unreadable(str(path), f"it has no {MANIFEST}")
    return Pack(str(path), files, tuple(_against(files, str(path))))


def _files(opened: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    inside = [each for each in opened.infolist() if not each.is_dir()]
    if len(inside) > MOST_FILES or sum(each.file_size for each in inside) > MOST_BYTES:
        raise _unreadable(name, "it holds far more than a pack does")
    if len({each.filename for each in inside}) < len(inside):
        raise _unreadable(name, "a file is in it twice")
    return {each.filename: opened.read(each) for each in inside}


def _against(files: Mapping[str, bytes], name: str) -> Iterator[Fault]:
    """What the manifest says of each file, against the file."""
    said = _manifest(files[MANIFEST], name)
    for path, sha256 in said.items():
        if path not in files:
            yield fault("pack-differs", Where(name), path=path, how="is missing")
        elif hashlib.sha256(files[path]).hexdigest() != sha256:
            yield fault("pack-differs", Where(name), path=path, how="is not the file that the manifest names")
    for path in files.keys() - said.keys() - {MANIFEST}:
        yield fault("pack-differs", Where(name), path=path, how="is not in the manifest")


def _manifest(data: bytes, name: str) -> dict[str, str]:
    """Path → sha256."""
    try:
        return {str(each["path"]): str(each["sha256"]) for each in json.loads(data)["files"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _unreadable(name, f"its {MANIFEST} cannot be read") from None


def _unreadable(name: str, detail: str) -> SsiError:
    return SsiError(fault("pack-unreadable", Where(name), detail=detail))
