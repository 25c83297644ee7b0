"""The scoring sheet as a web page of A4 pages: to print, fill in and hold beside the laptop.

Never decides what stands on the sheet; `printed.py` does. It is a web page, because a browser draws and breaks every
script rightly and prints on any printer, and nothing has to be installed.
"""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from ssi.checklists.writers.printed import printed
from ssi.model import Checklist


def paper(checklist: Checklist, **visit: Any) -> bytes:
    """The sheet as UTF-8 HTML, one row a criterion of the checklist; `visit` as `printed` takes it."""
    return _template().render(sheet=printed(checklist, **visit)).encode()


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("ssi", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    return environment.get_template("sheet.html")
