"""What can go wrong with a store, in one place: an error of SQLite or of the disk becomes one `StoreUnusable`.

Never hides a mistake of ours: a wrong statement, a broken constraint or a use after closing goes through as it is.
The words stand in `ssi.catalogue`; nothing is half written, because every write is one transaction.
"""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ssi.errors import StoreUnusable, Where, fault

_OF_SQLITE: Mapping[int, str] = {  # extended codes first looked up whole, then by their last byte
    sqlite3.SQLITE_NOTADB: "store-not-ours",
    sqlite3.SQLITE_CORRUPT: "store-damaged",
    sqlite3.SQLITE_IOERR_CORRUPTFS: "store-damaged",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_IOERR_SHMSIZE: "store-full",  # no room for the 32 kB beside the file that readers and writers share
    sqlite3.SQLITE_BUSY: "store-locked",
    sqlite3.SQLITE_LOCKED: "store-locked",
    sqlite3.SQLITE_PROTOCOL: "store-locked",
    sqlite3.SQLITE_IOERR: "store-unreadable",
    sqlite3.SQLITE_CANTOPEN: "store-unreadable",
    sqlite3.SQLITE_PERM: "store-unreadable",
}

_OF_DISK: Mapping[int | None, str] = {
    errno.ENOSPC: "store-full",
    errno.EDQUOT: "store-full",
    errno.EROFS: "store-read-only",
}


def unusable(path: Path, code: str, **values: object) -> StoreUnusable:
    """The store at `path` cannot be used: one fault, exit status 3."""
    return StoreUnusable(fault(code, Where(str(path)), **values))


@contextmanager
def plain_failures(path: Path) -> Iterator[None]:
    """Within it, whatever keeps the store at `path` from being used is a `StoreUnusable`; the first error is its cause.

    A ValueError counts as damage: it comes from reading a stored text that is no longer JSON, or no longer a row.
    Rows to be written are made before this is entered.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = _code(error)
        if code is None:
            raise
        raise unusable(path, code, detail=error) from error
    except OSError as error:
        raise unusable(path, _OF_DISK.get(error.errno, "store-unreadable"), detail=error.strerror) from error
    except ValueError as error:
        raise unusable(path, "store-damaged", detail="a stored text cannot be read back") from error


def _code(error: sqlite3.Error) -> str | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:  # Python's own: the only one that a store can cause is a text that is not UTF-8
        return "store-damaged" if isinstance(error, sqlite3.OperationalError) else None
    return _OF_SQLITE.get(number) or _OF_SQLITE.get(number & 0xFF)
