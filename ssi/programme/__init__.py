"""The folder people edit: ssi.toml and its tables, as values that everything else starts from.

    find ──▶ load ──▶ Programme          write_new: what `ssi init` leaves behind
              │
    settings (ssi.toml)   tables (columns) ── cells (one cell) ── money      crosscheck (between tables)

Never opens the store, never holds a name: shelters and assessors are codes.
"""

from ssi.programme.folder import SETTINGS, Programme, find, load, look, read_names, settings_only
from ssi.programme.money import coins

__all__ = [
    "SETTINGS",
    "Programme",
    "coins",
    "find",
    "load",
    "look",
    "read_names",
    "settings_only",
]
