"""Hands the words of every fault to Babel, so that `pybabel extract` finds them (`ssi/locale/babel.cfg` names it).

Never runs while the program does. Babel's own reading of Python finds calls with a text in them; the words of a fault
may be put together from parts that several faults share, so they are taken from the catalogue as it is.
"""

from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import IO, Any

from ssi.catalogue.words import Words


def faults(
    file: IO[bytes], keywords: Collection[str], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """(line, function, text, remarks for the translator) of each message and advice in one file of `ssi.catalogue`:
    the interface of Babel's extractors."""
    del keywords, tags, options
    module = import_module(f"ssi.catalogue.{PurePath(file.name).stem}")
    found: Mapping[str, Words] = getattr(module, "FAULTS", {})
    lines = file.read().decode().splitlines()
    for code, words in found.items():
        at = next(number for number, line in enumerate(lines, 1) if f'"{code}"' in line)
        yield at, "", words.message, [f"fault {code}: what is wrong"]
        yield at, "", words.advice, [f"fault {code}: what to do instead"]
        if words.in_cell:
            yield at, "", words.in_cell, [f"fault {code}: what to do instead in a workbook"]
