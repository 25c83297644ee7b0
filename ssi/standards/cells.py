"""How one value of a standards file stands in one cell of a workbook, both ways, by the `kind` of its column.

Never judges what a value means: a text that is not what its key wants is handed on, where the checks of the file name
it better. A cell holds what a person would type: words with blanks between, scores as `SAF-04 = 0; SAF-05 = NS`, yes
or no; a blank cell is a key that the file does not have. Digits of any of the seven languages are digits.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ssi.errors import did_you_mean
from ssi.standards.contents.outline import number
from ssi.standards.figures import plain_figure
from ssi.words import plain_digits

Cell = str | int | None
NONE = "none"  # an empty list, where that differs from a blank cell
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


class Unfit(Exception):
    """A cell that cannot be what its column holds; the arguments are a fault's code and values."""


def shown(value: Any, kind: str) -> Cell:
    """A value of the file as its cell shows it."""
    return None if value is None else _SHOWN.get(kind, _as_it_is)(value)


def read(text: str, kind: str, column: str = "") -> Any:
    """The value that a cell says; the text itself where the checks of the file say better what is wrong with it.
    Raises Unfit."""
    try:
        return _READ.get(kind, str)(text)
    except Unfit as error:
        code, values = error.args
        raise Unfit(code, {"column": column, "text": text, **values}) from None


def _as_it_is(value: Any) -> Cell:
    return value if isinstance(value, str) else int(value) if isinstance(value, int) else plain_figure(value)


def _number_shown(value: Any) -> Cell:
    text = plain_figure(value)
    return int(text) if text.isdecimal() else text


def _scores_shown(scores: Mapping[str, Any]) -> str:
    return "; ".join(f"{id} = {score}" for id, score in scores.items())


def _methods_shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{id} = {_listed(words)}" for id, words in value.items())
    return _listed(value)


def _listed(words: Sequence[Any], between: str = " ") -> str:
    return between.join(plain_figure(each) for each in words) or NONE


_SHOWN: Mapping[str, Callable[[Any], Cell]] = {
    "truth": lambda value: "yes" if value else "no",
    "number": _number_shown,
    "figure": plain_figure,
    "words": _listed,
    "numbers": _listed,
    "figures": _listed,
    "names": lambda value: _listed(value, "; "),
    "scores": _scores_shown,
    "sheets": lambda value: "\n".join(_scores_shown(each) or "-" for each in value),
    "methods": _methods_shown,
}


def _truth(text: str) -> bool:
    if text.casefold() not in _YES_NO:
        raise Unfit("cell-choice", {"known": "yes, no", "hint": did_you_mean(text, ("yes", "no"))})
    return _YES_NO[text.casefold()]


def _whole(text: str) -> int:
    plain = plain_digits(text)
    if not re.fullmatch(r"-?\d{1,12}", plain):
        raise Unfit("cell-number", {"least": 0})
    return int(plain)


def _figure(text: str) -> str:
    return plain_digits(text)


def _number(text: str) -> int | str:
    plain = plain_digits(text)
    found = number(plain)
    return int(found) if found is not None and found.denominator == 1 else plain


def _split(text: str, between: str = r"[\s;,]+") -> list[str]:
    return [] if text.casefold() == NONE else [each for each in re.split(between, text) if each]


def _score(text: str) -> int | str:
    plain = plain_digits(text)
    return int(plain) if re.fullmatch(r"-?\d{1,12}", plain) else text


def _assigned(text: str) -> list[tuple[str, str]]:
    """`A = x; B = y` → its parts, in order."""
    found = [tuple(part.strip() for part in each.partition("=")) for each in re.split(r"[;\n]", text) if each.strip()]
    ids = [id for id, _, _ in found]
    if any(not all(each) for each in found) or len(set(ids)) < len(ids):
        raise Unfit("cell-scores", {})
    return [(id, value) for id, _, value in found]


def _scores(text: str) -> dict[str, int | str]:
    return {id: _score(value) for id, value in _assigned(text)}


def _sheets(text: str) -> list[dict[str, int | str]]:
    return [{} if line.strip() == "-" else _scores(line) for line in text.split("\n") if line.strip()]


def _methods(text: str) -> Any:
    return {id: _split(words) for id, words in _assigned(text)} if "=" in text else _split(text)


_READ: Mapping[str, Callable[[str], Any]] = {
    "truth": _truth,
    "whole": _whole,
    "number": _number,
    "figure": _figure,
    "figures": lambda text: _split(plain_digits(text), r"[\s;]+"),
    "numbers": lambda text: [_number(each) for each in _split(text, r"[\s;]+")],
    "words": _split,
    "names": lambda text: [each.strip() for each in _split(text, r"[;\n]") if each.strip()],
    "score": _score,
    "scores": _scores,
    "sheets": _sheets,
    "methods": _methods,
}
