"""A lock of the operating system on one sheet, so that two windows never type the same sheet at once.

Never writes into the file it locks, and never removes it: taking a lock file away while another opens it would let two
hold it. The lock belongs to the open file, so it ends with the process however that ends, and nothing goes stale.
"""

import hashlib
import os
import sys
from pathlib import Path


def lock_file(store: Path, *codes: str) -> Path:
    """Where the lock of these codes lies: a name that every file system takes, whatever the codes are written with."""
    name = hashlib.sha256("\0".join(codes).encode()).hexdigest()[:32]
    return store.with_name(f"{store.name}.locks") / f"{name}.lock"


def take(file: Path) -> int | None:
    """Lock `file` and give the open file, whose closing lets go; None where another holds it. OSError from the disk."""
    file.parent.mkdir(mode=0o700, exist_ok=True)
    held = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        taken = _try_lock(held)
    except OSError:
        os.close(held)
        raise
    if not taken:
        os.close(held)
        return None
    return held


if sys.platform == "win32":
    import msvcrt

    def _try_lock(held: int) -> bool:
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try_lock(held: int) -> bool:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
