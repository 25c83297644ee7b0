"""From data and a template to the bytes of a PDF: what a report and a scoring sheet need alike. The extra `ssi[pdf]`.

Never pastes a text into markup: a template of `ssi/templates` reads what it draws as data. typst breaks the lines of
all seven languages rightly. The same data and fonts give the same bytes: no date is written.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from ssi.errors import SsiError, fault
from ssi.typesetting.fonts import Face, found, missing


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF that `templates/<template>` draws of the data; it finds them as JSON under `sys.inputs.document`, with
    the families of the fonts under `fonts`.

    Raises SsiError `pdf-extra-missing` without typst, `pdf-font-missing` for each script that no font here can draw.
    """
    try:
        import typst
    except ImportError:
        raise SsiError(fault("pdf-extra-missing")) from None
    faces = found()
    _refuse_missing(data, faces)
    whole = {**data, "fonts": [face.family for face in faces]}
    fonts = typst.Fonts(include_system_fonts=False, font_paths=sorted({face.file.parent for face in faces}))
    return typst.compile(
        files("ssi").joinpath("templates", template).read_bytes(),
        font_paths=fonts,
        sys_inputs={"document": json.dumps(whole, ensure_ascii=False)},
        format="pdf",
    )


def primary(lang: str) -> str:
    """The language without its script or region: `zh` of `zh-Hant`; typst takes two or three letters."""
    return lang.partition("-")[0].casefold()


def _refuse_missing(data: Mapping[str, Any], faces: tuple[Face, ...]) -> None:
    lacking = missing(json.dumps(data, ensure_ascii=False), faces)
    if lacking:
        raise SsiError(fault("pdf-font-missing", script=script.title(), font=font) for script, font in lacking.items())
