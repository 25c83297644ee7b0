"""Every block in every format: the same numbers, the same bytes, nothing loaded, nothing unescaped."""

import json
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from typing import Any

import pytest
from rich.cells import cell_len

from ssi.document import Bullets, Cell, Document, Paragraph, Table, table
from ssi.errors import SsiError
from ssi.reports.writers import WRITERS, show, write
from ssi.reports.writers.cells import draw, mark, plain
from ssi.typesetting import fonts
from ssi.words import Words
from tests.reports.everything import BURMESE, HEAT, KHMER, everything

ENDINGS = [each.ending for each in WRITERS]
OF_WHOLE_PAGES = [each for each in ENDINGS if each != ".csv"]  # a .csv file is one table: test_writers_tables.py
NO_FONT = pytest.mark.skipif(
    bool(fonts.missing("កမ", fonts.found())), reason="no Khmer or Burmese font on this machine (fonts-noto-core)"
)
FORMATS = [pytest.param(each, marks=NO_FONT) if each == ".pdf" else each for each in OF_WHOLE_PAGES]
TABLES = [block for block in everything().blocks if isinstance(block, Table)]


class Page(HTMLParser):
    """What a reader of the page would find: the tags with their attributes, and the rows of its tables."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.in_cell = self.in_mark = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.in_cell = True
        self.in_mark = self.in_mark or dict(attrs).get("class") == "mark"

    def handle_endtag(self, tag: str) -> None:
        self.in_cell = self.in_cell and tag not in ("td", "th")
        self.in_mark = self.in_mark and tag != "span"

    def handle_data(self, data: str) -> None:
        if self.in_cell and not self.in_mark:
            self.rows[-1][-1] += data.strip()

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(document: Document) -> Page:
    return Page(write(document, ".html").decode())


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("at", range(len(everything().blocks)))
def test_every_block_alone_in_every_format(at: int, ending: str) -> None:
    one = replace(everything(), blocks=(everything().blocks[at],))
    assert len(write(one, ending)) > len(write(replace(one, blocks=()), ending))


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_document_gives_the_same_bytes(ending: str) -> None:
    assert write(everything(), ending) == write(everything(), ending)


def test_another_process_gives_the_same_bytes() -> None:
    code = "import sys; from tests.reports.everything import everything; from ssi.reports.writers import write; " \
           "sys.stdout.buffer.write(write(everything(), '.html'))"  # fmt: skip
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ran.stdout == write(everything(), ".html")


def test_an_unknown_ending_names_the_known_ones() -> None:
    with pytest.raises(SsiError) as caught:
        write(everything(), ".htm")
    (fault,) = caught.value.faults
    assert fault.code == "unknown-format"
    assert all(ending in fault.advice for ending in ENDINGS)
    assert "Did you mean .html?" in fault.advice


def test_the_numbers_of_the_page_are_those_of_the_json() -> None:
    """Every number cell: the HTML's text is the JSON's number rounded to the decimals that the page shows."""
    data = json.loads(write(everything(), ".json"))
    tables: list[dict[str, Any]] = [block for block in data["blocks"] if block["block"] == "table"]
    cells = [cell for block in tables for row in block["rows"] for cell in row]
    body_rows = [row for row in page(everything()).rows if row and row[0] not in ("Area", "Criterion")]
    drawn = [text for row in body_rows for text in row]
    assert len(drawn) == len(cells)
    for text, cell in zip(drawn, cells, strict=True):
        bare = text.removesuffix("%").removesuffix(" USD").replace(",", "").replace("−", "-")
        if cell["value"] is None:
            assert text == "–"
        elif cell["kind"] in ("percent", "points", "change"):
            assert abs(float(bare) - cell["value"]) <= 0.0501, cell
        elif cell["kind"] in ("money", "count", "level"):
            assert bare == str(cell["value"])
        elif cell["kind"] != "date":
            assert text == cell["value"]


def test_json_rounds_half_even_to_four_decimals_and_keeps_money_exact() -> None:
    assert plain(Fraction(1, 3)) == 0.3333
    assert plain(Fraction(1, 20000)) == 0.0  # 0.00005: a tie, to the even
    assert plain(Fraction(3, 20000)) == 0.0002
    money = [cell["value"] for row in json.loads(write(everything(), ".json"))["blocks"][7]["rows"] for cell in row][5]
    assert money == "1250.00"


def test_text_is_escaped_everywhere() -> None:
    html = write(everything(), ".html").decode()
    assert "<script" not in html.lower()
    assert html.count("&lt;script&gt;") >= 4  # note, table, bullets, chart
    assert "<b>" not in write(replace(everything(), title="<b>x", subtitle="<b>y", footer=("<b>z",)), ".html").decode()
    odd = replace(HEAT, rows=(("</svg><b>", (Fraction(1), Fraction(2), None)),), alt='"><b>', title="<b>")
    assert "<b>" not in write(replace(everything(), blocks=(odd,)), ".html").decode()


def test_no_line_ends_inside_an_id_and_what_stands_beside_it_is_escaped() -> None:
    said = Bullets(("<b>SAF-04, WSH-05</b> & round 2026-B",))
    html = write(Document("SAF-07", (said, Paragraph("x-1"))), ".html").decode()
    assert '&lt;b&gt;<span class="whole">SAF-04</span>, <span class="whole">WSH-05</span>&lt;/b&gt; &amp;' in html
    assert "round 2026-B" in html and ">SAF-07</span></h1>" in html and "<title>SAF-07</title>" in html
    assert ".whole { white-space: nowrap; }" in html


def test_a_telephone_shows_wide_tables_as_lists_with_the_title_at_each_value() -> None:
    read = page(everything())
    assert [each.get("class") for each in read.named("table")] == ["listed", "listed"]
    titles = {each["data-title"] for each in read.named("td")}
    assert titles == {column.title for one in TABLES for column in one.columns[1:]}
    narrow = replace(everything(), blocks=(table(["x", "y"], [(Cell(0, "level"), Cell("short"))]),))
    assert "data-title" not in write(narrow, ".html").decode().split("</style>")[1]


def test_the_grid_of_percents_takes_the_ink_and_the_paper_of_the_page() -> None:
    drawn = write(replace(everything(), blocks=(HEAT,)), ".html").decode().split("<svg")[1].split("</svg>")[0]
    labels = [each for each in drawn.split("<text")[1:] if ">S01<" in each or ">SAF<" in each or ">–<" in each]
    assert len(labels) == 3 and not [each for each in labels if "fill" in each.split(">")[0]]


def test_the_page_loads_nothing() -> None:
    read = page(everything())
    assert not {"script", "link", "img", "iframe", "object", "embed", "base", "image"} & {tag for tag, _ in read.tags}
    for tag, attributes in read.tags:
        for name in ("src", "href", "xlink:href", "action", "poster", "srcset"):
            assert (attributes.get(name) or "#").startswith("#"), (tag, name)
    html = write(everything(), ".html").decode()
    assert "@import" not in html
    assert "url(" not in html.replace("url(#", "")
    without_namespaces = html.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "")
    assert "http" not in without_namespaces


def test_the_page_can_be_read_aloud() -> None:
    read = page(everything("km"))
    assert read.named("html") == [{"lang": "km"}]
    assert len(read.named("h1")) == 1
    assert len(read.named("caption")) == len(read.named("table")) == 2
    assert {each.get("scope") for each in read.named("th")} == {"col", "row"}
    assert {each["lang"] for each in read.named("td") if "lang" in each} == {"km", "lo", "my"}
    assert [each["role"] for each in read.named("svg") if "role" in each] == ["img"]
    (chart,) = [each for each in read.named("svg") if "aria-labelledby" in each]
    named = {each.get("id") for tag in ("title", "desc") for each in read.named(tag)}
    assert set((chart["aria-labelledby"] or "").split()) <= named
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    marks = [each for each in read.named("span") if each.get("class") == "mark"]
    assert len(marks) == sum(bool(mark(cell)) for one in TABLES for row in one.rows for cell in row)
    assert all(each["aria-label"] for each in marks)


@pytest.mark.parametrize("ending", [".html", ".txt"])
def test_a_page_in_a_draft_translation_says_so(ending: str) -> None:
    assert Words("km").about_translation in write(everything("km"), ending).decode()
    assert "draft translation" not in write(everything(), ending).decode()


def test_a_heat_chart_prints_every_number() -> None:
    html = write(replace(everything(), blocks=(HEAT,)), ".html").decode()
    for number in ("40.0", "80.3", "0.0", "100.0", "58.0", KHMER):
        assert f">{number}</text>" in html


def test_only_a_heat_chart_pays_for_matplotlib() -> None:
    code = (
        "import sys; from dataclasses import replace; from tests.reports.everything import *; "
        "from ssi.reports.writers import write, show; page = everything(); "
        "page = replace(page, blocks=tuple(each for each in page.blocks if each is not HEAT)); "
        "show(page, width=80, colour=True); print([m for m in ('jinja2', 'matplotlib') if m in sys.modules]); "
        "write(page, '.html'); print('matplotlib' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split("\n")[:2] == ["[]", "False"]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_terminal_keeps_its_width_and_says_everything(width: int) -> None:
    text = show(everything(), width=width, colour=False)
    assert "\x1b" not in text
    for line in text.split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip()
    words = Words("en")
    for one in TABLES:
        for row in one.rows:
            for cell in row:
                if cell.kind != "text":
                    assert draw(cell, words, "USD") in " ".join(text.split())


def test_foreign_text_stands_last_on_its_line() -> None:
    text = show(everything(), width=120, colour=False)
    for foreign in (KHMER, BURMESE):
        (line,) = [line for line in text.split("\n") if line.startswith("RGT") and foreign in line]
        assert line.endswith(foreign)


def test_colour_brings_bars_and_never_other_words() -> None:
    drawn = show(everything(), width=100, colour=True)
    assert "\x1b[" in drawn
    assert "○━" in drawn
    assert "━" not in show(everything(), width=100, colour=False)


def test_a_tone_is_marked_without_colour() -> None:
    marks = [mark(Cell(1, "level", tone)) for tone in ("good", "bad", "warn")]
    assert len(set(marks)) == 3
    assert all(marks)
    for ending in (".html", ".txt"):
        shown = write(replace(everything(), blocks=(table(["x"], [(Cell(0, "level", "bad"),)]),)), ending).decode()
        assert mark(Cell(0, "level", "bad")) in shown
