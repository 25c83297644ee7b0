"""The store room: the only SQL. `Store` says what a store promises, `open_store` opens the one that is a SQLite file.

Never works anything out, never reads the programme folder, has no clock.
"""

from ssi.store.contract import Store
from ssi.store.rows import pinned
from ssi.store.sqlite import open_store

__all__ = ["Store", "open_store", "pinned"]
