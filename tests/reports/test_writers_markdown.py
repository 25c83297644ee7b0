"""Markdown: whatever a text holds, a reader of Markdown gives it back as itself; judged by markdown-it-py."""

import re
from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ssi.document import Bullets, Cell, Contents, Document, Facts, Heading, Note, Paragraph, table
from ssi.reports.writers import write
from tests.reports.everything import KHMER, everything

TEXT = st.text(st.sampled_from("aB1 .*_`[]()<>#+-=|~&;!\\:\"'ក$/x"), min_size=1).filter(lambda each: each.strip() != "")


def rendered(document: Document) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(write(document, ".md").decode()))


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@given(TEXT)
@example("1. first")
@example("- none")
@example("# 3 | 4 \\| 5")
@example("a_b_ *c* <b>d</b> &amp; ~~e~~ `f` [g](h)")
def test_a_text_comes_out_as_itself_wherever_it_stands(text: str) -> None:
    said = " ".join(text.split())
    page = Document(
        "T",
        (
            Paragraph(text),
            Heading(text),
            Bullets((text,)),
            Facts((("L", (Cell(text),)),)),
            table(["C"], [(Cell(text),)]),
        ),
    )
    found = words_of(rendered(page))
    assert found == " ".join(["T", said, said, said, "L:", said, "C", said])


def test_every_block_is_the_element_it_should_be() -> None:
    html = rendered(everything())
    assert html.count("<table>") == 2 and html.count("<blockquote>") == 4
    assert "<h2>Before and after</h2>" in html and "<h4>In the order of their weight</h4>" in html
    assert '<td style="text-align:right">71.5%</td>' in html and KHMER in html
    assert "<script" not in html


def test_the_table_of_contents_lists_what_comes_after_it_with_its_numbers() -> None:
    page = Document(
        "T",
        (
            Heading("Before", 1),
            Contents(2),
            Heading("A", 1, "Part 1"),
            Heading("B", 2),
            Heading("C", 3),
            Note("good", "x"),
        ),
    )
    lines = write(page, ".md").decode().splitlines()
    assert "- Part 1 A" in lines and "  - B" in lines
    assert not any(line.strip() in ("- C", "- Before") for line in lines)
