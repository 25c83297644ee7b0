"""A Document as one self-contained web page: to read on a telephone, to print on A4, to pin on the wall.

Never loads anything: no script, no font, no address; the page is whole on a laptop without a network. The browser draws
every script rightly, so this is the report that is right in all seven languages. The look stands in
`templates/report.html` and its parts; here is only what they are given.
"""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from ssi.document import Block, Cell, Chart, Contents, Document, Heading, Table, anchor, groups, outline
from ssi.reports.writers.cells import draw, is_short, mark, tone_word
from ssi.reports.writers.labels import note_label
from ssi.reports.writers.svg import Drawing, dumbbells
from ssi.words import Words

FEW_LETTERS = 24  # a text so short is never broken where there is room: "not met → partly met"
MOST_COLUMNS = 5  # that a telephone shows side by side
_ID = re.compile(r"(?<![\w-])([^\W\d_]{1,12}-\d{1,4}[a-z]?)(?![\w-])")


def write(document: Document) -> bytes:
    """UTF-8 HTML; every text is escaped, a name that a template misspells is an error."""
    words = Words(document.language)

    def drawn(cell: Cell) -> str:
        return draw(cell, words, document.currency)

    def drawing(chart: Chart) -> Drawing:
        return dumbbells(chart, words)

    def heat(chart: Chart) -> str:
        from ssi.reports.writers.charts import heat as element  # matplotlib: only where such a chart is

        return element(chart, words)

    def listed(contents: Contents) -> tuple[tuple[str, Heading], ...]:
        return outline(document, contents)

    page = _template().render(
        document=document, words=words, part=_part, draw=drawn, mark=mark, drawing=drawing, heat=heat, groups=groups,
        note_label=note_label, tone_word=tone_word, many=_many, few_letters=FEW_LETTERS, anchor=anchor, outline=listed,
        is_short=is_short,
    )  # fmt: skip
    return page.encode()


@cache
def _template() -> Template:
    """Read once: a national group writes 1,500 of these pages in one go."""
    loader = PackageLoader("ssi", "templates")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["css_text"] = _css_text
    environment.filters["split_at_ids"] = _ID.split  # texts at the even places, ids at the odd ones
    environment.filters["whole_ids"] = vars(environment.get_template("report/whole_ids.html").module)["whole_ids"]
    return environment.get_template("report.html")


def _part(block: Block) -> str:
    """The template of a block: `report/table.html` for a Table."""
    return f"report/{type(block).__name__.lower()}.html"


def _css_text(text: str) -> str:
    """A text to stand between quotes in a style sheet: every sign that could end it there is written as its number."""
    return re.sub(r"[^\w .,:;·–()/-]", lambda found: f"\\{ord(found.group()):06x}", text)


def _many(table: Table) -> bool:
    """Whether a telephone shows the table as a list: too many columns, or two of long texts."""
    long = {at for row in table.rows for at, cell in enumerate(row) if cell.kind == "text" and _is_long(cell)}
    return len(table.columns) > MOST_COLUMNS or len(long) > 1


def _is_long(cell: Cell) -> bool:
    return len(str(cell.value or "")) > FEW_LETTERS
