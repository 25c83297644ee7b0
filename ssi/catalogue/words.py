"""What one fault says: the two lines that a person reads."""

from typing import NamedTuple


class Words(NamedTuple):
    """`{…}` are filled by the values that the finder of the fault names."""

    message: str
    advice: str
    warning: bool = False
