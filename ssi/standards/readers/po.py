"""A PO file that came back from translators → what they handed in, or every fault in it with its line.

Never guesses a key: a text without msgctxt belongs to nothing here. Babel reads the file; it takes the last of two
texts with one key without a word and knows only its own headers, so both are looked at here first.
"""

import re
from collections.abc import Iterator

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po, unescape

from ssi.errors import Fault, SsiError, Where, fault, refuse
from ssi.standards.translating import Handed, HandedText

_KEY = re.compile(r'\s*msgctxt\s+"(.*)"\s*')
_REGION = re.compile(r"(?<!zh)-([A-Z]{2}|[0-9]{3})$")  # tools add it; zh-TW is another script than zh
_HEADER = re.compile(r'"(Project-Id-Version|Language|X-Made-By):\s*((?:[^"\\]|\\.)*?)\s*\\n"')


def handed_po(data: bytes, name: str) -> Handed:
    """The texts in this PO file. Raises SsiError: not UTF-8, no PO, a text without a key, a key twice."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        detail = f"byte {data[error.start]:#04x} cannot be read"
        raise SsiError(fault("file-not-text", Where(name, line), detail=detail)) from None
    messages = _messages(lines, name)
    faults = [*_twice(lines, name), *(_no_key(each, name) for each in messages if not each.context)]
    refuse(faults)
    header = dict(found for line in lines[:200] for found in _HEADER.findall(line))
    return Handed(
        header.get("Project-Id-Version", ""),
        _REGION.sub("", header.get("Language", "").replace("_", "-")),
        {str(each.context): HandedText(str(each.id), str(each.string), each.fuzzy) for each in messages},
        {str(each.context): _where(each, name) for each in messages},
        unescape(f'"{header.get("X-Made-By", "")}"'),
    )


def _messages(lines: list[str], name: str) -> list[Message]:
    """Every text but the header. Raises SsiError at the first line that is no PO."""
    without_header = [*_blank_header(lines)]
    try:
        catalog = read_po(without_header, ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        line = error.lineno + 1
        raise SsiError(
            fault("po-syntax", Where(name, line, text=lines[line - 1] if line <= len(lines) else ""))
        ) from None
    except (AttributeError, IndexError, TypeError, ValueError):  # what Babel's reader does with a file that is no PO
        raise SsiError(fault("po-syntax", Where(name))) from None
    return [each for each in catalog if each.id and isinstance(each.id, str) and isinstance(each.string, str)]


def _blank_header(lines: list[str]) -> Iterator[str]:
    """The lines with the header's own blanked: Babel stumbles over dates and languages that it does not know."""
    inside = False
    for at, line in enumerate(lines):
        if line.strip() == 'msgid ""' and not (at and _KEY.match(lines[at - 1])) and _is_header(lines, at):
            inside = True
        elif inside and not line.strip():
            inside = False
        yield "" if inside else line


def _is_header(lines: list[str], at: int) -> bool:
    return at + 1 < len(lines) and lines[at + 1].lstrip().startswith("msgstr")


def _twice(lines: list[str], name: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        found = _KEY.fullmatch(line)
        if found and found[1] in seen:
            yield fault("translation-key-twice", Where(name, number, text=line), key=found[1])
        if found:
            seen.add(found[1])


def _no_key(message: Message, name: str) -> Fault:
    return fault("po-without-key", _where(message, name), source=str(message.id)[:60])


def _where(message: Message, name: str) -> Where:
    return Where(name, message.lineno)
