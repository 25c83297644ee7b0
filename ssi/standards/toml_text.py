"""Bytes → the tables of a TOML file, or every syntax error in it with its line.

Never guesses what a broken line meant. tomli stops at the first error; here the broken line is taken out and the rest
is read again, so that a person who made three slips is told of three. Numbers are exact: a decimal becomes a Fraction;
one with an exponent, an infinity or `nan` becomes an `OddNumber`, which no key accepts (1e999999999 would otherwise
fill the memory).
"""

import codecs
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import tomli

from ssi.errors import Fault, Where, fault

MOST_ERRORS = 20
_DECIMAL = re.compile(r"[+-]?\d[\d_]{0,29}(\.[\d_]{1,30})?")
_NOT_CLOSED = "what begins here is not closed"
_RUNS_TO_THE_END = ("Unterminated string", "Expected \"'''\"")
_PLAINLY = {  # how tomli's words begin → in plain words
    "Illegal character '\\n'": "a closing quote is missing",
    "Unterminated string": "a closing quote is missing",
    "Expected \"'''\"": "a closing quote is missing",
    "Invalid value": "this is no value",
    "Unclosed array": "a comma or a closing ] is missing",
    "Unclosed inline table": "a comma or a closing } is missing",
    "Cannot overwrite a value": "this key is here for the second time",
    "Cannot declare": "this table is here for the second time",
    "Duplicate inline table key": "this key is here for the second time",
    "Expected '=' after a key": "= is missing after the key",
    "Expected newline or end of document": "there is something behind the value",
}
_HEADER = re.compile(r"\s*\[\[?[\w.\s\"'-]+\]{0,2}\s*(#.*)?")
_STATEMENT = re.compile(r"\s*(\[|[\w.\"'-]+\s*=)")


@dataclass(frozen=True, slots=True)
class OddNumber:
    """A number that is not written plainly."""

    text: str


@dataclass(frozen=True, slots=True)
class TomlText:
    """A file as read: its text, its tables (None where it could not be read) and what is wrong with it as TOML."""

    text: str
    tables: dict[str, Any] | None
    faults: tuple[Fault, ...]


def read_toml(data: bytes, name: str) -> TomlText:
    """The tables of a TOML file. Faults: not UTF-8, begins with a byte order mark, not TOML (up to twenty errors)."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        detail = f"byte {data[error.start]:#04x} cannot be read"
        return TomlText("", None, (fault("file-not-text", Where(name, line), detail=detail),))
    marked: tuple[Fault, ...] = ()
    if data.startswith(codecs.BOM_UTF8):
        marked, text = (fault("byte-order-mark", Where(name, 1)),), text[1:]
    found = _parsed(text)
    if isinstance(found, dict):
        return TomlText(text, found, marked)
    return TomlText(text, None, (*marked, *_errors(text, found, name)))


@dataclass(frozen=True, slots=True)
class _Error:
    """Where tomli stopped: line and column from 1, line 0 where it does not say."""

    line: int
    column: int
    detail: str


def _parsed(text: str) -> dict[str, Any] | _Error:
    try:
        return tomli.loads(text, parse_float=_exact)
    except tomli.TOMLDecodeError as error:
        return _Error(error.lineno, error.colno, error.msg)
    except RecursionError:
        return _Error(0, 0, "lists or tables lie too deep in each other")
    except ValueError:
        return _Error(0, 0, "a number has too many digits")


def _exact(text: str) -> Fraction | OddNumber:
    return Fraction(text.replace("_", "")) if _DECIMAL.fullmatch(text) else OddNumber(text)


def _errors(text: str, first: _Error, name: str) -> list[Fault]:
    """A fault for each error: the broken part is blanked and the text read again, until it reads or stays stuck."""
    original = text.replace("\r\n", "\n").split("\n")
    lines, error, found = original, first, list[Fault]()
    while len(found) < MOST_ERRORS:
        if error.line < 1 or error.detail.startswith(_RUNS_TO_THE_END):
            return [*found, _syntax(name, original, _begun(lines, error))]
        shown, lines, after = _mended(lines, error)
        found.append(_syntax(name, original, shown))
        if isinstance(after, dict) or (after.line, after.column) == (error.line, error.column):
            break
        error = after
    return found


def _begun(lines: list[str], error: _Error) -> _Error:
    """A text between three quotes that runs to the end of the file began at the last line that has three quotes."""
    marks = [at for at, line in enumerate(lines, 1) if '"""' in line or "'''" in line]
    return _Error(marks[-1], 1, _NOT_CLOSED) if marks and error.line else error


def _mended(lines: list[str], error: _Error) -> tuple[_Error, list[str], dict[str, Any] | _Error]:
    """What to report, the lines without it, and what they read as. Usually the line at fault is the one where tomli
    stopped; where taking out the statement before it leads further, that statement was not closed."""
    here = min(error.line, len(lines)) - 1
    only = _blanked(lines, here, here + 1)
    after_only = _parsed("\n".join(only))
    before = next((at for at in range(here - 1, -1, -1) if _STATEMENT.match(lines[at])), None)
    if before is not None and not isinstance(after_only, dict):
        whole = _blanked(lines, before, here)
        after_whole = _parsed("\n".join(whole))
        if isinstance(after_whole, dict) or after_whole.line > after_only.line:
            return _Error(before + 1, 1, _NOT_CLOSED), whole, after_whole
    return error, only, after_only


def _blanked(lines: list[str], start: int, end: int) -> list[str]:
    """The lines without these; the header of a table gives way to another: its keys fall into no other table."""
    gone = [f"[broken-{at}]" if _HEADER.fullmatch(lines[at]) else "" for at in range(start, end)]
    return [*lines[:start], *gone, *lines[end:]]


def _syntax(name: str, lines: list[str], error: _Error) -> Fault:
    detail = next((plain for words, plain in _PLAINLY.items() if error.detail.startswith(words)), error.detail)
    if error.line < 1:
        return fault("toml-syntax", Where(name), detail=detail)
    line = min(error.line, len(lines))
    return fault("toml-syntax", Where(name, line, error.column, lines[line - 1]), detail=detail)
