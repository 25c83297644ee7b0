"""One document with every block, every kind of cell and every tone, and foreign text in four scripts."""

from decimal import Decimal
from fractions import Fraction

from ssi.document import Bar, Blank, Bullets, Cell, Chart, Document, Heading, Note, Paragraph, Ticks, table

KHMER = "ការស្នាក់នៅដោយស្ម័គ្រចិត្តមានការយល់ព្រមជាលាយលក្ខណ៍អក្សរ"
LAO = "ການພັກເຊົາແມ່ນເປັນໄປດ້ວຍຄວາມສະໝັກໃຈ"
BURMESE = "နေထိုင်မှုသည်ဆန္ဒအလျောက်ဖြစ်ပြီး"
SCRIPT = "<script>alert('x')</script> & Co"

AREAS = table(
    ["Area", "Title", "Before", "After", "Change", "Visited"],
    [
        (
            Cell("SAF", "id"),
            Cell("Safety"),
            Cell(Fraction(40), "percent"),
            Cell(Fraction(143, 2), "percent"),
            Cell(Fraction(63, 2), "change", "good"),
            Cell("2026-03-07", "date"),
        ),
        (
            Cell("CNF", "id"),
            Cell("Confidentiality"),
            Cell(Fraction(241, 3), "percent"),
            Cell(Fraction(70), "percent"),
            Cell(Fraction(-31, 3), "change", "bad"),
            Cell(None, "date"),
        ),
        (Cell("CHD", "id"), Cell(SCRIPT), Cell(None, "percent"), Cell(None), Cell(None, "change"), Cell(None, "date")),
    ],
    "Percent of each area that is met",
)
NEEDS = table(
    ["Criterion", "What it asks", "Level", "Gain", "Residents", "Cost"],
    [
        (
            Cell("SAF-04", "id", "bad"),
            Cell("Staff day and night"),
            Cell(0, "level", "bad"),
            Cell(Fraction(25, 8), "points"),
            Cell(1200, "count"),
            Cell(Decimal("1250.00"), "money"),
        ),
        (
            Cell("RGT-01", "id"),
            Cell(KHMER, lang="km"),
            Cell(1, "level", "warn"),
            Cell(None, "points"),
            Cell(None, "count"),
            Cell(Decimal("0.00"), "money"),
        ),
        (
            Cell("RGT-02", "id"),
            Cell(LAO, lang="lo"),
            Cell("NA", "level", "quiet"),
            Cell(Fraction(1), "points"),
            Cell(3, "count"),
            Cell(None, "money"),
        ),
        (
            Cell("RGT-03", "id"),
            Cell(BURMESE, lang="my"),
            Cell(2, "level", "good"),
            Cell(Fraction(0), "points"),
            Cell(0, "count"),
            Cell(Decimal("98765.43"), "money"),
        ),
    ],
    "Criteria below their minimum",
)
DUMBBELLS = Chart(
    "dumbbells",
    "Before and after",
    "Safety rose, confidentiality fell.",
    (
        Bar("SAF Safety", Fraction(143, 2), Fraction(40), Fraction(65), Fraction(78)),
        Bar("CNF Confidentiality", Fraction(70), Fraction(241, 3)),
        Bar("FAC Living space", Fraction(50), Fraction(50)),
        Bar(f"WSH {SCRIPT}", Fraction(83)),
        Bar("CHD Children", None, Fraction(30)),
    ),
)
HEAT = Chart(
    "heat",
    "Shelters and areas",
    "Percent of each area in each shelter.",
    columns=("SAF", "RGT", KHMER),
    rows=(("S01", (Fraction(40), Fraction(241, 3), None)), ("S02", (Fraction(0), Fraction(100), Fraction(58)))),
)


def everything(language: str = "en") -> Document:
    return Document(
        "Shelter S07 & the year",
        (
            Note("urgent", f"SAF-04 is at its worst level. {SCRIPT}"),
            Paragraph("Seven in ten are met."),
            Heading("Before and after", 1),
            DUMBBELLS,
            AREAS,
            Heading("What falls short"),
            Heading("In the order of their weight", 3),
            NEEDS,
            Bullets(("The fence is mended by June.", SCRIPT)),
            Paragraph(KHMER, lang="km"),
            Paragraph("Two of three agreed to talk.", "quiet"),
            HEAT,
            Note("good", "A stop criterion was closed."),
            Note("caution", "The change is no proof of its cause."),
            Note("method", "Exact fractions, rounded where they are drawn."),
            Blank(("Date", "Role")),
            Blank((f"What comes next {SCRIPT}",), lines=3),
            Ticks(("yes", SCRIPT), "An interpreter is here"),
        ),
        "Follow-up round 2026-B",
        language,
        "USD",
        ("standard ssi-core 1.0.0 sha256 3f5a9be27c1d", "rule 1"),
    )
