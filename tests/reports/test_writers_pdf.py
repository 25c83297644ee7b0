"""PDF: texts come out as themselves, the same bytes twice, and a letter that no font has is named beforehand."""

import sys
from io import BytesIO
from pathlib import Path

import pytest

from ssi.document import Bullets, Cell, Contents, Document, Facts, Heading, Note, Paragraph, table
from ssi.errors import SsiError
from ssi.reports.writers import fonts, write
from tests.reports.everything import everything

ODD = "#set page(width: 1pt) $x^2$ *bold* _low_ `raw` @ref <label> \\n // none /* */ [x] https://a.b -- ~ 'q'"


def pages(document: Document) -> list[str]:
    from pypdf import PdfReader

    return [each.extract_text() for each in PdfReader(BytesIO(write(document, ".pdf"))).pages]


def latin() -> Document:
    blocks = (Paragraph(ODD), Heading(ODD), Bullets((ODD,)), Note("good", ODD), Facts((("L", (Cell(ODD),)),)))
    return Document(ODD, (*blocks, table(["C"], [(Cell(ODD),)])), running=("sha256 abc",), footer=(ODD,))


def test_no_sign_in_a_text_is_taken_for_markup() -> None:
    text = " ".join("".join(pages(latin())).split())
    wanted = " ".join(ODD.split())
    assert text.replace(" ", "").count(wanted.replace(" ", "")) == 8  # title, six blocks, footer


def test_the_running_lines_and_the_page_number_are_on_every_page() -> None:
    found = pages(
        Document("T", tuple(Paragraph("long " * 120) for _ in range(30)), running=("small 1.0.0", "sha256 abc"))
    )
    assert len(found) > 2
    for at, text in enumerate(found, 1):
        assert "sha256 abc" in text and f"{at} / {len(found)}" in text


def test_a_table_of_contents_has_the_pages_of_what_comes_after_it() -> None:
    blocks = (Heading("Contents", 1), Contents(), Heading("How", 1, "Part 1"), Heading("Why", 3, "Article 1"))
    found = pages(Document("T", blocks, form="regulation"))
    assert len(found) == 3
    listed = " ".join(found[1].split())
    assert listed.startswith("Contents Part 1 How") and listed.count("Contents") == 1
    assert "Article 1 Why" in listed


def test_an_article_that_is_longer_than_a_page_loses_nothing() -> None:
    lines = tuple(Paragraph(f"line {at} of many") for at in range(150))
    text = "".join(pages(Document("T", (Heading("P", 1), Heading("Long", 3), *lines), form="regulation")))
    assert [at for at in range(150) if f"line {at} of many" not in text] == []


def test_a_letter_without_a_font_is_refused_by_the_name_of_its_script(monkeypatch: pytest.MonkeyPatch) -> None:
    faces = tuple(each for each in fonts.found() if "Khmer" not in each.family and "Lao" not in each.family)
    only = tuple(each for each in faces if each.family.startswith(("DejaVu", "Noto Sans"))) or faces
    monkeypatch.setattr("ssi.reports.writers.pdf.found", lambda: only)
    with pytest.raises(SsiError) as caught:
        write(Document("T", (Paragraph("ការស្នាក់នៅ", lang="km"), Paragraph("\U00010900 \u200b\ufe0f"))), ".pdf")
    assert [each.code for each in caught.value.faults] == ["pdf-font-missing"] * 2
    assert "Khmer" in caught.value.faults[0].message and "Noto Sans Khmer" in caught.value.faults[0].advice
    assert "Phoenician" in caught.value.faults[1].message


def test_without_the_extra_the_command_that_brings_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(SsiError) as caught:
        write(Document("T", ()), ".pdf")
    (fault,) = caught.value.faults
    assert fault.code == "pdf-extra-missing" and "pip install 'ssi[pdf]'" in fault.advice


def test_latin_letters_and_the_marks_of_tables_are_always_at_hand() -> None:
    """DejaVu Sans comes with matplotlib: no machine lacks it."""
    (face,) = [each for each in fonts.found() if each.family == "DejaVu Sans"]
    assert fonts.missing("Tiếng Việt ✓✗▲▼→–−“” ≥ m²", (face,)) == {}


@pytest.mark.parametrize("name", ["NotoSansKhmer-Bold.ttf", "NotoSansKhmerUI-Regular.ttf", "NotoSans-Italic.ttf"])
def test_another_cut_of_a_font_is_not_taken_for_it(name: str) -> None:
    assert not fonts._is_upright(Path(name), "notosanskhmer") and not fonts._is_upright(Path(name), "notosans")


@pytest.mark.parametrize("name", ["NotoSansKhmer-Regular.ttf", "NotoSansKhmer[wdth,wght].ttf", "NotoSansKhmer-VF.ttf"])
def test_the_usual_names_of_a_font_file_are_known(name: str) -> None:
    assert fonts._is_upright(Path(name), "notosanskhmer")


@pytest.mark.skipif(
    bool(fonts.missing("កລမ", fonts.found())), reason="no Khmer, Lao or Burmese font on this machine (fonts-noto-core)"
)
def test_every_block_in_four_scripts() -> None:
    data = write(everything(), ".pdf")
    assert data == write(everything(), ".pdf")
    assert data.startswith(b"%PDF") and b"CreationDate" not in data


def test_of_a_collection_of_fonts_one_is_taken(tmp_path: Path) -> None:
    """Noto Sans CJK and the fonts of Windows come as collections."""
    from fontTools.ttLib import TTCollection, TTFont

    (own,) = [each.file for each in fonts.found() if each.family == "DejaVu Sans"]
    both = TTCollection()
    both.fonts = [TTFont(own), TTFont(own.with_name("DejaVuSerif.ttf"))]
    both.save(tmp_path / "both.ttc")
    both.close()
    face = fonts._face(tmp_path / "both.ttc")
    assert face.family == "DejaVu Sans" and ord("a") in face.letters
