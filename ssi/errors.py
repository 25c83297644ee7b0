"""Faults are values: collected, all shown at once, and turned into text in one place (`ssi.cli`).

Never prints, never decides what happens next. The words of every fault stand in `ssi.catalogue`, so that a translator
and a gallery of bad files can find them; code that finds a fault names its code and the values that fill its words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ssi.catalogue import CATALOGUE


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: line and column count from 1; `text` is the line itself, for the reader's eye."""

    file: str = ""
    line: int | None = None
    column: int | None = None
    text: str = ""
    cell: str = ""  # of a workbook, as E2

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file} cell {self.cell}"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its code in the catalogue, where it is, and the values that fill the words."""

    code: str
    where: Where = Where()
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def message(self) -> str:
        return CATALOGUE[self.code].message.format_map(self.values)

    @property
    def advice(self) -> str:
        """What to write instead; in a workbook, in the words of a workbook."""
        words = CATALOGUE[self.code]
        return (words.in_cell if self.where.cell and words.in_cell else words.advice).format_map(self.values)

    @property
    def warning(self) -> bool:
        return CATALOGUE[self.code].warning


def fault(code: str, where: Where | None = None, /, **values: object) -> Fault:
    """A fault of this code; every value is turned into text here. An unknown code is a KeyError: a bug."""
    CATALOGUE[code]
    return Fault(code, where or Where(), {name: str(value) for name, value in values.items()})


class SsiError(Exception):
    """Faults in what was given; nothing was changed. `exit_status` is the process's."""

    exit_status = 1

    def __init__(self, faults: Iterable[Fault] | Fault) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("; ".join(f"{each.where} {each.message}".strip() for each in self.faults))


class WrongUse(SsiError):
    """The command was used wrongly: exit status 2."""

    exit_status = 2


class StoreUnusable(SsiError):
    """The store cannot be used: exit status 3."""

    exit_status = 3


def refuse(faults: Iterable[Fault]) -> None:
    """Raise all faults at once if there is one that is not a warning."""
    found = tuple(faults)
    if any(not each.warning for each in found):
        raise SsiError(found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """' Did you mean X?' when one of the known words is near, else nothing. Case is overlooked. A short code has to be
    nearer: S1 may be S01, but A20 is somebody else than A02."""
    from difflib import get_close_matches

    by_fold = {each.casefold(): each for each in known}
    alike = [each for fold, each in by_fold.items() if _bare(fold) == _bare(word.casefold())]
    if alike:
        return f" Did you mean {alike[0]}?"
    code = len(word) < 5 and any(each.isdecimal() for each in word)
    near = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.7 if code else 0.6)
    return f" Did you mean {by_fold[near[0]]}?" if near else ""


def _bare(code: str) -> str:
    """A code without what people mistype in one: signs between, zeros before a number, letters like digits."""
    import re

    letters, digits = re.fullmatch(r"([^\W\d]*)[-_ ]?(.*)", code, re.DOTALL).groups()  # type: ignore[union-attr]
    number = digits.translate(str.maketrans("oli", "011"))
    return letters + number.lstrip("0") if number.isdecimal() else code
