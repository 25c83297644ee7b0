"""What one fault says: the two lines that a person reads."""

from typing import NamedTuple


class Words(NamedTuple):
    """`{…}` are filled by the values that the finder of the fault names. `in_cell` = what to write instead where the
    fault stands in a cell of a workbook and the advice speaks of TOML; empty where the advice is good for both."""

    message: str
    advice: str
    warning: bool = False
    in_cell: str = ""
