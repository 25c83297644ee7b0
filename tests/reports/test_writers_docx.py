"""Word files: read back with python-docx, and the bytes of the zip file itself."""

import zipfile
from io import BytesIO
from itertools import pairwise

import docx
from docx.document import Document as File
from docx.oxml.ns import qn

from ssi.document import Contents, Document, Heading, Paragraph
from ssi.reports.writers import write
from tests.reports.everything import BURMESE, KHMER, SCRIPT, everything


def opened(document: Document) -> File:
    return docx.Document(BytesIO(write(document, ".docx")))


def test_headings_are_words_own_and_tables_repeat_their_first_row() -> None:
    file = opened(everything())
    styles = [(each.style.name, each.text) for each in file.paragraphs if each.style is not None]
    assert ("Title", "Shelter S07 & the year") in styles
    assert ("Heading 1", "Before and after") in styles and ("Heading 3", "In the order of their weight") in styles
    assert ("List Bullet", SCRIPT) in styles
    areas, needs = file.tables
    assert [each.text for each in areas.rows[1].cells] == ["SAF", "Safety", "40.0%", "71.5%", "▲ +31.5", "7 Mar 2026"]
    for grid in (areas, needs):
        assert [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in grid.rows[:2]] == [True, False]
        assert all(row._tr.findall(f".//{qn('w:cantSplit')}") for row in grid.rows)


def test_each_run_says_its_language_as_a_complex_script_where_it_is_one() -> None:
    file = opened(everything())
    runs = {run.text: run for row in file.tables[1].rows for cell in row.cells for run in cell.paragraphs[0].runs}
    for text, tag, font in ((KHMER, "km-KH", "Leelawadee UI"), (BURMESE, "my-MM", "Myanmar Text")):
        properties = runs[text]._r.rPr
        assert properties.find(qn("w:lang")).get(qn("w:bidi")) == tag
        assert properties.find(qn("w:cs")) is not None
        assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == font
    assert runs["Staff day and night"]._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"


def test_chinese_is_an_east_asian_text_and_what_xml_cannot_hold_is_left_out() -> None:
    file = opened(Document("T", (Paragraph("居住\x00出于自愿", lang="zh"),)))
    (run,) = [each for lines in file.paragraphs for each in lines.runs if "居住" in each.text]
    assert run.text == "居住出于自愿"
    assert run._r.rPr is not None
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"


def test_no_date_and_no_person_is_in_the_file() -> None:
    data = write(everything(), ".docx")
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = parts.read("docProps/core.xml").decode()
    assert "1980-01-01" in about and "python-docx" not in about and "2013" not in about


def test_a_regulation_has_links_to_its_articles_and_its_hash_at_the_foot_of_every_page() -> None:
    page = Document(
        "T",
        (
            Heading("Contents", 1),
            Contents(),
            Heading("How", 1, "Part 1"),
            Heading("Why", 3, "Article 1", "km", "SAF-04"),
        ),
        form="regulation",
        running=("small 1.0.0", "sha256 abc"),
    )
    file = opened(page)
    body = file.element.body
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    marks = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    assert links == ["to_h3", "to_SAF_04"] and set(links) <= set(marks)
    assert "sha256 abc" in file.sections[0].footer.paragraphs[0].text
    assert "Article 1  Why" in [each.text for each in file.paragraphs]


def test_the_parts_of_a_runs_properties_stand_in_the_order_of_the_schema() -> None:
    """ECMA-376 part 1, CT_RPr: Word refuses a file where they do not."""
    order = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "kern", "sz", "szCs", "rtl", "cs", "lang"]
    for each in opened(everything()).element.body.iter(qn("w:rPr")):
        places = [order.index(part.tag.rpartition("}")[2]) for part in each]
        assert all(a < b for a, b in pairwise(places)), [part.tag for part in each]
