"""A Document as a PDF, for a printer or a file that must look the same everywhere: needs the extra `ssi[pdf]`.

Never pastes a text into markup: the look stands in `templates/report.typ`, which reads the document as data. typst
breaks the lines of all seven languages rightly. The same document and fonts give the same bytes: no date is written.

Raises SsiError `pdf-extra-missing` without typst, and `pdf-font-missing` for each script that no font here can draw.
"""

import json
from collections.abc import Iterable
from fractions import Fraction
from importlib.resources import files
from typing import Any

from ssi.document import (
    Bar,
    Block,
    Bullets,
    Cell,
    Chart,
    Contents,
    Document,
    Facts,
    Heading,
    LaidOut,
    Note,
    Paragraph,
    Table,
    groups,
)
from ssi.errors import SsiError, fault
from ssi.reports.writers.cells import draw, is_short, mark
from ssi.reports.writers.fonts import Face, found, missing
from ssi.reports.writers.labels import note_label
from ssi.words import Words

FEW_LETTERS = 22  # a column of texts no longer than this is as wide as they are
MOST_SHARES = 6  # of the widest column to the narrowest that may break its lines


def write(document: Document) -> bytes:
    """The bytes of the PDF."""
    try:
        import typst
    except ImportError:
        raise SsiError(fault("pdf-extra-missing")) from None
    data = _data(document)
    faces = found()
    _refuse_missing(data, faces)
    data["fonts"] = [face.family for face in faces]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=sorted({face.file.parent for face in faces}))
    return typst.compile(
        files("ssi").joinpath("templates/report.typ").read_bytes(),
        font_paths=fonts,
        sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
        format="pdf",
    )


def _refuse_missing(data: dict[str, Any], faces: tuple[Face, ...]) -> None:
    lacking = missing(json.dumps(data, ensure_ascii=False), faces)
    if lacking:
        raise SsiError(fault("pdf-font-missing", script=script.title(), font=font) for script, font in lacking.items())


def _data(document: Document) -> dict[str, Any]:
    words = Words(document.language)
    return {
        "title": _text(document.title, document.title_lang),
        "subtitle": document.subtitle,
        "lang": _primary(document.language),
        "form": document.form,
        "running": list(document.running),
        "footer": [line for line in (*document.footer, words.about_translation) if line],
        "groups": [
            {"article": group.article, "blocks": [_block(each, document, words) for each in group.blocks]}
            for group in groups(document)
        ],
    }


def _text(text: str, lang: str = "") -> dict[str, str]:
    return {"text": text, "lang": _primary(lang)}


def _primary(lang: str) -> str:
    """The language without its script or region: `zh` of `zh-Hant`; typst takes two or three letters."""
    return lang.partition("-")[0].casefold()


def _block(block: Block, document: Document, words: Words) -> dict[str, Any]:
    name = {"block": type(block).__name__.lower()}
    match block:
        case Heading():
            return name | {"level": block.level, "number": block.number, **_text(block.text, block.lang)}
        case Paragraph():
            return name | {"tone": block.tone, **_text(block.text, block.lang)}
        case Bullets():
            return name | {"items": [_text(item) for item in block.items]}
        case Note():
            return name | {"kind": block.kind, "label": note_label(block.kind, words), **_text(block.text)}
        case _:
            return name | _laid_out(block, document, words)


def _laid_out(block: LaidOut, document: Document, words: Words) -> dict[str, Any]:
    match block:
        case Chart():
            return _chart(block, words)
        case Contents():
            return {"depth": block.depth}
        case Facts():
            return {"items": [_fact(label, cells, document, words) for label, cells in block.items]}
        case Table():
            return _table(block, document, words)


def _cells(cells: Iterable[Cell], document: Document, words: Words) -> list[dict[str, str]]:
    return [_cell(cell, document, words) for cell in cells]


def _cell(cell: Cell, document: Document, words: Words) -> dict[str, str]:
    text, sign = draw(cell, words, document.currency), mark(cell)
    return {"tone": cell.tone, **_text(f"{sign} {text}" if sign and text else text, cell.lang)}


def _fact(label: str, cells: tuple[Cell, ...], document: Document, words: Words) -> dict[str, Any]:
    short = is_short(cells, words, document.currency)
    return {"label": label, "short": short, "cells": _cells(cells, document, words)}


def _table(block: Table, document: Document, words: Words) -> dict[str, Any]:
    rows = [_cells(row, document, words) for row in block.rows]
    longest = [max([0, *(len(row[at]["text"]) for row in rows)]) for at in range(len(block.columns))]
    columns = [
        {"title": column.title, "right": column.align == "right", "share": _share(wide)}
        for column, wide in zip(block.columns, longest, strict=True)
    ]
    return {"caption": block.caption, "columns": columns, "rows": rows}


def _share(letters: int) -> int:
    """Of the width that is left, by the longest text of a column; 0: as wide as its texts are."""
    return 0 if letters <= FEW_LETTERS else max(1, min(MOST_SHARES, letters // FEW_LETTERS))


def _chart(chart: Chart, words: Words) -> dict[str, Any]:
    return {
        "kind": chart.kind,
        "title": chart.title,
        "columns": list(chart.columns),
        "rows": [
            {"label": label, "cells": [{"value": _number(value), "text": words.number(value)} for value in values]}
            for label, values in chart.rows
        ],
        "bars": [_bar(bar, words) for bar in chart.bars],
    }


def _bar(bar: Bar, words: Words) -> dict[str, Any]:
    after = words.percent(bar.after)
    return {
        "label": bar.label,
        "numbers": after if bar.before is None else f"{words.percent(bar.before)} → {after}",
        "worse": bar.before is not None and bar.after is not None and bar.after < bar.before,
        **{name: _number(getattr(bar, name)) for name in ("before", "after", "low", "high")},
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 2)
