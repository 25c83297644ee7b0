"""The scoring sheet as a PDF, for an office that prints many or a machine whose browser prints badly.

Never decides what stands on the sheet; `printed.py` does. The look stands in `templates/sheet.typ`.
"""

from dataclasses import asdict
from typing import Any

from ssi.checklists.writers.printed import printed
from ssi.model import Checklist
from ssi.typesetting import typeset


def paper_pdf(checklist: Checklist, **visit: Any) -> bytes:
    """The sheet's PDF; `visit` as `printed` takes it. Raises SsiError as `ssi.typesetting.typeset` does."""
    return typeset("sheet.typ", asdict(printed(checklist, **visit)))
