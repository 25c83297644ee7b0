"""Exports of phone forms as JSON → `Record`s: KoboToolbox's API and JSON export, ODK Central's OData.

Never keeps a number as a number: `2`, `12.50` and `1e9` stay the text that was sent. Groups inside groups become one
path, as in the tables: {"SAF": {"SAF_01": "2"}} and {"SAF/SAF_01": "2"} are the same answer.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ssi.checklists.phone import FORM
from ssi.checklists.readers.csv import decode
from ssi.checklists.readers.phone_records import Record, last_part, of_server
from ssi.checklists.readers.rows import clean
from ssi.errors import Fault, SsiError, Where, fault

_LISTS = ("results", "value")  # where KoboToolbox and OData keep the submissions
_UNREADABLE = re.compile("[\0\ud800-\udfff]")  # NUL, or half of a letter
_MORE = ("next", "@odata.nextLink")


def json_records(data: bytes, name: str) -> tuple[tuple[Record, ...], tuple[Fault, ...]] | None:
    """The submissions, and a remark where the server says that there are more; None where nothing in it is a
    submission. Raises SsiError: not UTF-8, no JSON."""
    whole = _parsed(decode(data, name), name)
    path, entries = _entries(whole)
    records = tuple(_record(each, name, f"{path}[{at}]" if path else f"[{at}]") for at, each in enumerate(entries))
    if not any(_is_submission(each) for each in records):
        return None
    more = isinstance(whole, Mapping) and any(whole.get(each) for each in _MORE)
    return records, (fault("phone-part", Where(name)),) if more else ()


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        line = text.splitlines()[error.lineno - 1] if text.strip() else ""
        raise SsiError(fault("phone-json", Where(name, error.lineno, error.colno, line), detail=error.msg)) from None
    except RecursionError:
        raise SsiError(fault("phone-json", Where(name), detail="its brackets are nested too deep")) from None
    except _Twice as error:
        raise SsiError(fault("phone-json", Where(name), detail=f"the key {error} stands twice")) from None


class _Twice(Exception):
    """A key that stands twice in one object: a reader would lose one of them."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(each for each in keys if keys.count(each) > 1)[:40])
    return found


def _entries(whole: Any) -> tuple[str, list[Mapping[str, Any]]]:
    """Where the submissions are, and they; a file with a single one is that one."""
    path = ""
    if isinstance(whole, Mapping):
        path = next((each for each in _LISTS if isinstance(whole.get(each), list)), "")
        whole = whole[path] if path else [whole]
    entries = whole if isinstance(whole, list) else []
    return path, [each if isinstance(each, Mapping) else {} for each in entries]


def _record(entry: Mapping[str, Any], name: str, path: str) -> Record:
    record = Record(name, tuple((column, clean(text)) for column, text in _flat(entry)), path=path)
    for at, answer in enumerate(record.answers):
        if any(_UNREADABLE.search(each) for each in answer):
            raise SsiError(
                fault("phone-json", Where(name), detail=f"{path} {at + 1}: it holds signs that are no letters")
            )
    return record


def _is_submission(record: Record) -> bool:
    columns = [column for column, _ in record.answers]
    return of_server(columns) or any(last_part(each) == FORM for each in columns)


def _flat(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every answer with its path; of a list (repeats, attachments) only what says something."""
    waiting: list[tuple[str, Any]] = [("", entry)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += [(f"{path}/{key}" if path else key, each) for key, each in reversed([*value.items()])]
        elif isinstance(value, list):
            waiting += [(path, each) for each in reversed(value) if each is not None]
        elif value is not None:
            yield path, {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
