"""What a Word file needs that python-docx has no word for: languages, fields, links, repeated rows, no dates.

Never decides what is written; `docx.py` does. The element names are those of ECMA-376 part 1 (WordprocessingML).
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.run import Run

FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)  # the oldest that a zip file can hold: no day of anybody's
COVER = Mm(45)  # above the title of a regulation
WIDE = Mm(170)  # of the text on A4 with margins of 20 mm
MOST_KEPT = 14  # rows: a longer table may be parted between two of them
LATIN = "Calibri"
# What Word on Windows has for each script; elsewhere the system puts its own in place.
COMPLEX = {"km": "Leelawadee UI", "lo": "Leelawadee UI", "th": "Leelawadee UI", "my": "Myanmar Text"}
EAST = {"zh": "Microsoft YaHei"}
REGIONS = {"en": "en-GB", "km": "km-KH", "lo": "lo-LA", "th": "th-TH", "my": "my-MM", "vi": "vi-VN", "zh": "zh-CN"}
LEAD, SOFT = RGBColor(0x1D, 0x5C, 0x5A), RGBColor(0x65, 0x5D, 0x53)


def empty_file(language: str, title: str) -> "File":
    """A4, with every style that the writer names, and properties without a date or a person."""
    file = Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = Mm(20)
    section.bottom_margin = Mm(24)
    about = file.core_properties
    about.author = about.last_modified_by = about.comments = ""
    about.title, about.language = title, language
    about.created = about.modified = FIRST_DAY
    _styles(file)
    return file


def _styles(file: "File") -> None:
    sizes = {"Normal": 10.5, "Title": 26, "Subtitle": 14, "Heading 1": 18, "Heading 2": 14, "Heading 3": 11.5}
    sizes |= {"Caption": 10, "List Bullet": 10.5}
    own = {"Note": 10.5, "Foot": 7.5, "Gap": 4, "Contents 1": 11, "Contents 2": 10.5, "Contents 3": 9.5}
    for name in own:
        file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, size in {**sizes, **own}.items():
        _sized(file.styles[name], size)
        if name.startswith(("Heading", "Title")):
            file.styles[name].font.color.rgb = LEAD
    for level in (1, 2, 3):
        lines = file.styles[f"Contents {level}"].paragraph_format
        lines.left_indent, lines.space_after = Mm(6 * level - 6), Pt(1)
        lines.tab_stops.add_tab_stop(WIDE, 2, 1)  # to the right, with dots
    file.styles["Contents 1"].font.bold = True
    for name in ("Title", "Subtitle"):
        _plain(file.styles[name])
    _boxed(file.styles["Note"])


def _sized(style: "ParagraphStyle", size: float) -> None:
    """The size for Latin and, apart, for complex scripts; a font that every Word has, and not one of the theme."""
    style.font.name, style.font.size = LATIN, Pt(size)
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for name in [each for each in fonts.attrib if "heme" in each]:
        del fonts.attrib[name]
    _child(properties, "w:szCs", val=str(round(size * 2)))
    style.paragraph_format.space_after = Pt(0 if style.name == "Gap" else 4)


def _plain(style: "ParagraphStyle") -> None:
    """Without the slant, the spread letters and the line below that Word's own template gives it."""
    style.font.italic = False
    for each in style.element.xpath("w:rPr/w:spacing | w:pPr/w:pBdr"):
        each.getparent().remove(each)
    style.font.color.rgb = SOFT if style.name == "Subtitle" else LEAD


def _boxed(style: "ParagraphStyle") -> None:
    borders = OxmlElement("w:pBdr")
    style.element.get_or_add_pPr().insert(0, borders)  # the schema wants it before the spacing
    _child(borders, "w:left", val="single", sz="24", space="6", color="1D5C5A")


def written(text: str) -> str:
    """The text without signs that XML cannot hold."""
    return "".join(each for each in text if each in "\t\n" or (ord(each) >= 32 and each not in "\ufffe\uffff"))


def speak(run: "Run", language: str) -> None:
    """Say the run's language, so that Word chooses its font, breaks its lines and checks its spelling rightly."""
    short = language.partition("-")[0]
    tag = REGIONS.get(short, language) if short == language else language
    properties = run._r.get_or_add_rPr()
    if short in COMPLEX:
        fonts = COMPLEX[short]
        _child(properties, "w:rFonts", ascii=LATIN, hAnsi=LATIN, cs=fonts, eastAsia=fonts)
        _child(properties, "w:cs")
        _child(properties, "w:lang", bidi=tag)
    elif short in EAST:
        _child(properties, "w:rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=EAST[short])
        _child(properties, "w:lang", eastAsia=tag)
    else:
        _child(properties, "w:lang", val=tag)


def colour(run: "Run", code: str) -> None:
    run.font.color.rgb = RGBColor.from_string(code)


def bookmark(lines: Paragraph, name: str, number: int) -> None:
    """A place in the file that a link finds."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), str(number))
    start.set(qn("w:name"), bookmark_name(name))
    first = next(at for at, each in enumerate(lines._p) if each.tag == qn("w:r"))
    lines._p.insert(first, start)
    lines._p.append(end)


def bookmark_name(anchor: str) -> str:
    """Word takes only letters, digits and _ in the name of a bookmark, at most 40 of them, a letter first."""
    return f"to_{re.sub('[^0-9A-Za-z]', '_', anchor)}"[:40]


def contents_line(lines: Paragraph, run: "Run", place: str) -> None:
    """A line of the table of contents: a link, and the number of the page, which LibreOffice fills in by itself and
    Word when it is told to update its fields."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark_name(place))
    lines._p.append(link)
    link.append(run._r)
    link.append(lines.add_run("\t")._r)
    _field(lines, f" PAGEREF {bookmark_name(place)} \\h ", "")


def page_foot(file: "File", running: Sequence[str]) -> None:
    """The running lines and the page's number, at the foot of every page."""
    lines = file.sections[0].footer.paragraphs[0]
    for text in running:
        run = lines.add_run(text)
        run.font.size = Pt(6)
        run.add_break()
    for field in (" PAGE ", " NUMPAGES "):
        _field(lines, field, "1")
        if field == " PAGE ":
            lines.add_run(" / ")
    lines.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _field(lines: Paragraph, code: str, shown: str) -> None:
    """A field, which the reader's program works out; until then it shows this text."""
    _mark(lines, "begin")
    instruction = _child(lines.add_run()._r, "w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = code
    _mark(lines, "separate")
    lines.add_run(shown)
    _mark(lines, "end")


def _mark(lines: Paragraph, kind: str) -> None:
    _child(lines.add_run()._r, "w:fldChar", fldCharType=kind)


def lay_out(table: "Table", file: "File", shares: Sequence[int], *, head: bool, rights: Iterable[bool] = ()) -> None:
    """Widths by shares of the page; thin lines; rows that are not torn apart; the first row again on every page."""
    table.style = file.styles["Table Grid"] if head else file.styles["Normal Table"]
    table.autofit = False
    widths = [round(WIDE * share / sum(shares)) for share in shares]
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    right = list(rights) or [False] * len(widths)
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        _child(properties, "w:cantSplit")
        if head and at == 0:
            _child(properties, "w:tblHeader")
        for cell, wide, number in zip(row.cells, widths, right, strict=True):
            cell.width = wide
            for lines in cell.paragraphs:
                lines.paragraph_format.space_after = Pt(1)
                lines.paragraph_format.keep_with_next = at < len(table.rows) - 1 and len(table.rows) < MOST_KEPT
                if number:
                    lines.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def keep_together(file: "File", first: int) -> None:
    """Keep each line of these parts of the file with the next one, the last one apart; `first` counts from 0."""
    body = list(file.element.body)[first:-1]  # the last part is the section's own
    lines = [each for part in body for each in part.iter(qn("w:p"))]
    for each in lines[:-2]:  # nor the small gap at the end
        Paragraph(each, file).paragraph_format.keep_with_next = True


def _child(parent: Any, name: str, **values: str) -> Any:
    """A new element in the place that the schema gives it, where python-docx knows it; else at the end."""
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
    return element


def without_dates(data: bytes) -> bytes:
    """The same zip file with every part at the first day that a zip can hold, in the same order."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            about = zipfile.ZipInfo(name, FIRST_DAY.timetuple()[:6])
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(about, old.read(name))
    return out.getvalue()
