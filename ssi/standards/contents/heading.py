"""The head of a standards file (format, id, version, language) and the texts everywhere: none may be empty."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from ssi.standards.contents.outline import Outline, Table, Wrong, shown, text, texts, wrong
from ssi.standards.toml_places import Path

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FORMS = (("id", _ID, "id-form"), ("version", _VERSION, "version-form"), ("language", LANGUAGE, "language-form"))
_TEXTS = ("id", "title", "text", "label", "unit", "na_when")


def heading(outline: Outline) -> Iterator[Wrong]:
    """The format is known; id, version and language have their forms."""
    raw = outline.raw
    if "format" in raw and (raw["format"] != 1 or isinstance(raw["format"], bool)):
        yield wrong(("format",), "format-unknown", format=shown(raw["format"]))
    for key, form, code in _FORMS:
        found = raw.get(key)
        if isinstance(found, str) and found and not form.fullmatch(found):
            yield wrong((key,), code, **{key: shown(found)})


def named_alike(outline: Outline, file: str) -> Iterator[Wrong]:
    """`standards/<id>/<version>.toml` holds this id and version; a file may also be called anything but a version."""
    path = PurePath(file)
    if not _VERSION.fullmatch(path.stem):
        return
    folder, code, version = path.parent.name, text(outline.raw, "id"), text(outline.raw, "version")
    if version and version != path.stem:
        yield wrong(("version",), "standard-misnamed", said=f"version {version}", named=path.name)
    if folder and code and code != folder:
        yield wrong(("id",), "standard-misnamed", said=f"id {code}", named=f"{folder}/{path.name}")


def empty_texts(outline: Outline) -> Iterator[Wrong]:
    """Titles, texts, labels, units and level descriptions say something."""
    yield from _empty((), outline.raw)
    for name in ("scale", "area", "source", "example"):
        for path, table in outline.tables(name):
            yield from _empty(path, table)
    for each in outline.criteria:
        yield from _empty(each.path, each.table)
        measure = each.table.get("measure")
        if isinstance(measure, dict):
            yield from _empty((*each.path, "measure"), measure)


def _empty(path: Path, table: Table) -> Iterator[Wrong]:
    for key in _TEXTS:
        if isinstance(table.get(key), str) and not text(table, key).strip():
            yield wrong((*path, key), "text-empty", key=key)
    for at, anchor in texts(table, "anchors"):
        if not anchor.strip():
            yield wrong((*path, "anchors", at), "text-empty", key=f"anchors, number {at + 1}")
