"""What a workbook is before any library opens it: how much it would unpack to, and whether it is one at all.

Never unpacks a whole part into memory and never trusts the sizes that a file states: they are looked at first, because
that costs nothing, then every part is unpacked in small pieces that are counted and thrown away. A workbook is a zip of
XML files; 42 kilobytes of zip can become petabytes, and an XML file can define words that unfold to gigabytes. Neither
happens in a workbook that a spreadsheet program wrote, so such a file is refused and nothing else of it is looked at.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn

from ssi.errors import SsiError, Where, fault

LARGEST = 200_000_000  # bytes of all parts together, unpacked
DENSE = 200  # a part that shrinks to less than one in so many …
LARGE = 20_000_000  # … and is larger than this is a bomb
MOST_PARTS = 10_000
PIECE = 1 << 16
OLD_CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")  # of .xls, and of a workbook that was encrypted
_LOCKED_MARK = "EncryptedPackage".encode("utf-16-le")
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_LOCAL = struct.Struct("<4s5H3I2H")  # the head of a part inside a zip
_UNREADABLE = (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error, EOFError)


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook whose parts may be read one piece at a time; `file` is its name in faults."""

    file: str
    data: bytes
    parts: Mapping[str, zipfile.ZipInfo]

    def pieces(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, unpacked as they are asked for. Raises SsiError where they are damaged."""
        try:
            yield from self._unpacked(self.parts[part])
        except (zlib.error, struct.error, ValueError):
            unreadable(self.file, "it is damaged, or only a part of one")

    def _unpacked(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        """zipfile would stop at the size that the file states; a library that opens it later would not."""
        mark, *_, name, extra = _LOCAL.unpack_from(self.data, part.header_offset)
        if mark != b"PK\3\4":
            raise ValueError(part.filename)
        start = part.header_offset + _LOCAL.size + name + extra
        packed = memoryview(self.data)[start : start + part.compress_size]
        if part.compress_type == zipfile.ZIP_STORED:
            yield from (bytes(packed[at : at + PIECE]) for at in range(0, len(packed), PIECE))
            return
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        piece = inflate.decompress(packed, PIECE)
        while piece:
            yield piece
            piece = inflate.decompress(inflate.unconsumed_tail, PIECE)
        if not inflate.eof:
            raise ValueError(part.filename)


def opened(data: bytes, file: str, *, largest: int = LARGEST) -> Package:
    """The parts of a workbook that is safe to open. `largest` = bytes that all of it may unpack to. Raises SsiError
    `workbook-unreadable` (no workbook, encrypted, old, damaged, XML that defines words) or `workbook-too-large`."""
    if data.startswith(OLD_CONTAINER):
        locked = _LOCKED_MARK in data
        unreadable(file, "it seems to have a password" + ("" if locked else ", or it is an old Excel file (.xls)"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            package = Package(file, data, {each.filename: each for each in book.infolist()})
            stated = book.infolist()
    except _UNREADABLE:
        unreadable(file, "it is no workbook, or only a part of one")
    _refuse_stated(stated, file, largest)
    _refuse_unpacked(package, largest)
    return package


def _refuse_stated(parts: list[zipfile.ZipInfo], file: str, largest: int) -> None:
    """What the zip itself states, at no cost."""
    if any(each.flag_bits & 1 for each in parts):
        unreadable(file, "it seems to have a password")
    if any(each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for each in parts):
        unreadable(file, "it is packed in another way than workbooks are")
    if len(parts) > MOST_PARTS:
        _too_large(file, f"it has {len(parts)} parts")
    if sum(each.file_size for each in parts) > largest:
        _too_large(file, f"over {largest // 1_000_000} MB")
    for each in parts:
        if each.file_size > LARGE and each.file_size > DENSE * max(1, each.compress_size):
            _too_large(file, f"one part grows to {each.file_size // max(1, each.compress_size)} times its size")


def _refuse_unpacked(package: Package, largest: int) -> None:
    """What really comes out, piece by piece."""
    total = 0
    for name, part in package.parts.items():
        size, tail, xml = 0, b"", not name.endswith((".png", ".jpg", ".jpeg", ".gif", ".bin"))
        for piece in package.pieces(name):
            size += len(piece)
            if total + size > largest or (size > LARGE and size > DENSE * max(1, part.compress_size)):
                _too_large(package.file, f"over {(total + size) // 1_000_000} MB, more than it states")
            if xml and any(word in tail + piece for word in _FORBIDDEN):
                unreadable(package.file, "its XML defines words of its own, which no spreadsheet program writes")
            tail = piece[-10:]
        total += size


def unreadable(file: str, detail: str) -> NoReturn:
    raise SsiError(fault("workbook-unreadable", Where(file), detail=detail))


def _too_large(file: str, detail: str) -> NoReturn:
    raise SsiError(fault("workbook-too-large", Where(file), detail=detail))
