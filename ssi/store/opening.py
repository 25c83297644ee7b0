"""From a path to a connection that may be trusted, or the one reason why not.

Never changes a file that is not ours: what lies at the path is looked at with `immutable=1` first, which takes no lock
and writes nothing. The look goes through SQLite and not through `open()`, because closing a file of one's own drops
every lock that the process holds on it, also those of a store that is already open. Only a writer makes the file
(mode 0600, the tables in one transaction) or brings its form up to date; one that fails to, takes it away again.

WAL with synchronous=FULL: one fdatasync for each append, and nothing that was acknowledged is lost when the power goes.
`fullfsync` says the same to macOS, whose plain fsync stops at the drive's own memory.
"""

import os
import sqlite3
from pathlib import Path

from ssi.store.failures import plain_failures, unusable
from ssi.store.statements import APPLICATION, MIGRATIONS

OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables; RETURNING is older


def connect(path: Path, *, create: bool, read_only: bool, patience: float) -> sqlite3.Connection:
    """An open connection in autocommit mode, its form up to date; `patience` = seconds to wait for another writer."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise unusable(path, "store-sqlite-old", found=sqlite3.sqlite_version, known="3.37")
    create = create and not read_only
    with plain_failures(path):
        made = create and _reserve(path)
        try:
            if not (create and path.is_file() and path.stat().st_size == 0):
                _recognise(path)
            return _reader(path, patience) if read_only else _writer(path, patience)
        except BaseException:  # Ctrl-C too: what was made is taken away, and the cause goes on
            if made:
                path.unlink(missing_ok=True)
            raise


def _reserve(path: Path) -> bool:
    """Make the file, empty and for its owner's eyes only; False where there is one."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False
    except FileNotFoundError:
        raise unusable(path, "store-no-folder", folder=path.parent) from None
    except PermissionError as error:
        raise unusable(path, "store-read-only", detail=error.strerror) from error
    return True


def _recognise(path: Path) -> None:
    """Refuse, untouched, what is not a whole store of a form that we know. A writer that was killed leaves a log beside
    the file, and then the file alone may well be short: opening it in earnest mends that, or finds the damage."""
    if not path.exists():
        raise unusable(path, "store-missing")
    if path.is_dir():
        raise unusable(path, "store-not-ours", detail="it is a folder")
    has_log = _has_log(path)
    look = _connection(path, "mode=ro&immutable=1", 0)
    try:
        _check_form(path, look)
        page = _number(look, "page_size")
        if not has_log and path.stat().st_size % page:
            raise unusable(path, "store-damaged", detail="its end is missing")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CORRUPT or not has_log:
            raise
    finally:
        look.close()


def _check_form(path: Path, connection: sqlite3.Connection) -> None:
    if _number(connection, "application_id") != APPLICATION:
        raise unusable(path, "store-not-ours", detail="another program wrote it, or it is empty")
    form = _number(connection, "user_version")
    if form > len(MIGRATIONS):
        raise unusable(path, "store-newer", found=form, known=len(MIGRATIONS))


def _reader(path: Path, patience: float) -> sqlite3.Connection:
    """Reads only. Where the disk may be written it opens as a writer would, so that closing leaves no file beside the
    store. Where it may not (a stick with its switch set), SQLite cannot make a log, and reads the file as it lies."""
    mode = "mode=rw" if _may_write(path) else "mode=ro" if _has_log(path) else "mode=ro&immutable=1"
    connection = _connection(path, mode, patience)
    try:
        connection.execute("PRAGMA query_only = ON")
        _check_form(path, connection)
        form = _number(connection, "user_version")
        if form < len(MIGRATIONS):
            raise unusable(path, "store-older", found=form, known=len(MIGRATIONS))
    except BaseException:  # Ctrl-C too: no connection is left open, and the cause goes on
        connection.close()
        raise
    return connection


def _writer(path: Path, patience: float) -> sqlite3.Connection:
    if not _may_write(path):
        raise unusable(path, "store-read-only", detail="the file or its folder is set to reading only")
    connection = _connection(path, "mode=rw", patience)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        _migrate(connection)
        _check_form(path, connection)
        connection.execute("PRAGMA journal_mode = WAL")  # after the first tables: their header is never in a log only
    except BaseException:  # Ctrl-C too: no connection is left open, and the cause goes on
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the form up to date: every missing step in one transaction, and once, whoever opens at the same time."""
    if _number(connection, "user_version") >= len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, statements in enumerate(MIGRATIONS, start=1):
            if number > _number(connection, "user_version"):
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _connection(path: Path, options: str, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, timeout=patience, isolation_level=None)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchall()[0][0])


def _has_log(path: Path) -> bool:
    """Whether a log of writes that are not yet in the file lies beside it."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
