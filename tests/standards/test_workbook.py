"""A standard as canonical TOML and as a workbook: both come back as the same standard."""

import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssi.acts.exchange import take_in, workbook_of
from ssi.acts.standards import choose
from ssi.checklists.readers.rows import clean
from ssi.errors import SsiError
from ssi.model import Standard
from ssi.shipped import standards_folder
from ssi.standards.readers.tables import imported
from ssi.standards.readers.workbook import read_book
from ssi.standards.reading import read_standard
from ssi.standards.toml_text import read_toml
from ssi.standards.translation import parse_translation
from ssi.standards.writers.toml import standard_toml
from ssi.standards.writers.workbook import standard_workbook
from tests.standards.workbooks import SMALL, at, laid_out, sheets_of, workbook

SHIPPED = sorted(each for each in standards_folder().glob("*/*.toml") if each.stem.count(".") == 2)
CORE = standards_folder() / "ssi-core" / "1.0.0.toml"

ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
SAID = ANY.map(lambda text: unicodedata.normalize("NFC", text)).filter(str.strip)
PRINTED = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=12)
    | st.sampled_from(
        ["=1+1", "'=x", "@a", "-5", "1/2", "2026-01-01", "TRUE", "1.0", "_x0041_", 'a "b"\\', "a\nb", "ខ្មែរ", "none"]
    )
).map(clean)
PRINTED = PRINTED.filter(bool)


def tables(text: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    """The tables of small standards that have no fault."""

    def build(draw: st.DrawFn) -> dict[str, Any]:
        levels = draw(st.integers(2, 4))
        return {
            "id": "small", "status": "draft", "version": "1.0.0", "format": 1, "language": "en", "title": draw(text),
            "authority": draw(text),
            "scale": [
                {"points": str(draw(st.sampled_from([f"{at}/9", f"0.{at}"]))), "label": draw(text), "value": at}
                for at in range(levels)
            ],
            "rules": {"minimum": draw(st.integers(0, levels - 1)), "bands": draw(st.sampled_from([[], [50, "62.5"]]))},
            "area": [
                {
                    "title": draw(text),
                    "id": name,
                    "criterion": [criterion(draw, text, f"{name}-{n:02d}", levels) for n in range(1, draw(COUNT) + 1)],
                }
                for name in ("SAF", "RGT")[: draw(COUNT)]
            ],
        }  # fmt: skip

    return st.composite(build)()


COUNT = st.integers(1, 2)


def criterion(draw: st.DrawFn, text: st.SearchStrategy[str], code: str, levels: int) -> dict[str, Any]:
    more = {
        "guidance": text,
        "na_when": text,
        "minimum": st.integers(0, levels - 1),
        "practice": st.booleans(),
        "methods": st.lists(st.sampled_from(["observe", "staff", "document"]), unique=True),
        "kinds": st.lists(st.sampled_from(["transit", "community"]), unique=True, min_size=1),
        "weight": st.sampled_from([1, "5/2", "0.5"]),
        "applies": st.just("children"),
        "measure": st.fixed_dictionaries(
            {"unit": text, "better": st.just("more"), "cuts": st.just([str(at) for at in range(1, levels)])}
        ),
    }
    return {
        "text": draw(text),
        "class": draw(st.sampled_from(["critical", "must", "desired"])),
        "id": code,
        "anchors": [draw(text) for _ in range(levels)],
        **{key: draw(value) for key, value in more.items() if draw(st.booleans())},
    }


@given(tables(SAID))
@settings(deadline=None, max_examples=60)
def test_canonical_toml_reads_back_as_the_same_standard(raw: dict[str, Any]) -> None:
    written = standard_toml(raw)
    back = read_standard(written, "small.toml")
    plain = Standard.model_validate(raw)
    assert back.model_copy(update={"sha256": "", "resolved_sha256": ""}) == plain
    assert standard_toml(read_toml(written, "").tables or {}) == written


@given(tables(PRINTED))
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_a_workbook_reads_back_as_the_same_tables(raw: dict[str, Any]) -> None:
    standard = read_standard(standard_toml(raw), "small.toml")
    back = imported(read_book(standard_workbook(raw, standard, ()), "small.xlsx"))
    assert back.faults == []
    assert standard_toml(back.tables) == standard_toml(raw)


def said(data: bytes) -> list[str]:
    """The lines of a file without remarks and blank lines."""
    return [line for line in data.decode().splitlines() if line.strip() and not line.lstrip().startswith("#")]


def test_the_shipped_standard_is_written_line_for_line_as_a_person_wrote_it() -> None:
    data = CORE.read_bytes()
    assert said(standard_toml(read_toml(data, "").tables or {})) == said(data)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_every_shipped_standard_goes_out_and_comes_back(path: Path, tmp_path: Path) -> None:
    chosen = choose(str(path))
    data = workbook_of(chosen, "x.xlsx")
    assert workbook_of(chosen, "x.xlsx") == data
    to = tmp_path / "standards" / chosen.standard.id / path.name
    found = take_in("x.xlsx", data, to)
    assert found.standard.resolved_sha256 == chosen.standard.resolved_sha256
    for place, written in found.files:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(written)
    assert sheets_of(workbook_of(choose(str(to)), "x.xlsx")) == sheets_of(data)


def test_a_draft_that_says_the_same_keeps_its_bytes(tmp_path: Path) -> None:
    path = laid_out(tmp_path)
    path.write_text("# a remark that a workbook cannot carry\n" + SMALL, encoding="utf-8")
    found = take_in("x.xlsx", workbook_of(choose(str(path)), "x.xlsx"), path)
    assert found.files == ()
    assert found.same == (path, path.with_name("1.0.0.km.toml"))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_it_comes_back_from_libreoffice_as_ods(tmp_path: Path) -> None:
    path = laid_out(tmp_path)
    (tmp_path / "x.xlsx").write_bytes(workbook_of(choose(str(path)), "x.xlsx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "x.xlsx")], check=True, capture_output=True, timeout=110)
    found = take_in("x.ods", (tmp_path / "x.ods").read_bytes(), path)
    assert (found.files, len(found.same)) == ((), 2)


def edited(path: Path, change: Any) -> bytes:
    sheets = sheets_of(workbook_of(choose(str(path)), "x.xlsx"))
    change(sheets)
    return workbook(sheets)


def translation(data: bytes) -> Any:
    found, faults = parse_translation(data, "x.km.toml")
    assert faults == ()
    return found


def test_a_text_whose_source_was_changed_comes_back_stale(tmp_path: Path) -> None:
    path = laid_out(tmp_path)
    before = translation(path.with_name("1.0.0.km.toml").read_bytes())

    def change(sheets: Any) -> None:
        at(sheets["standard"], 4, "value", "1.0.1")
        at(sheets["criteria"], 3, "text", "Enough clean toilets")

    found = take_in("x.xlsx", edited(path, change), path.with_name("1.0.1.toml"))
    after = translation(dict(found.files)[path.with_name("1.0.1.km.toml")])
    assert {key: after.of[key] for key in before.of} == before.of  # of an older text, of the text before the change
    assert {after.of[key] for key in after.texts.keys() - before.of} == {""}  # made for who knows what: look again
    assert after.texts == before.texts
    assert (after.standard, after.status, after.reviewed_by) == ("small 1.0.1", "reviewed", "the ministry")


def test_a_confirmed_translation_that_was_changed_is_a_draft_made_of_the_new_source(tmp_path: Path) -> None:
    path = laid_out(tmp_path)

    def change(sheets: Any) -> None:
        rows = sheets["criteria"]
        rows[1][rows[0].index("text::ខ្មែរ (km)")] = "បុគ្គលិកគ្រប់ពេល"

    found = take_in("x.xlsx", edited(path, change), path, replace=True)
    assert found.same == (path,)
    after = translation(dict(found.files)[path.with_name("1.0.0.km.toml")])
    assert (after.status, after.reviewed_by) == ("draft", "")
    assert after.of["SAF-01.text"] == "e5511acbe99e"  # printf 'Staff day and night' | sha256sum | cut -c1-12


def test_a_language_may_be_added_in_the_workbook(tmp_path: Path) -> None:
    path = laid_out(tmp_path)

    def change(sheets: Any) -> None:
        for row, text in zip(
            sheets["criteria"], ("text::Tiếng Việt (vi)", "Nhân viên", "Đủ nhà vệ sinh", ""), strict=True
        ):
            row.append(text)

    found = take_in("x.xlsx", edited(path, change), path)
    [(place, data)] = found.files
    assert place.name == "1.0.0.vi.toml"
    assert translation(data).texts == {"SAF-01.text": "Nhân viên", "SAF-02.text": "Đủ nhà vệ sinh"}
    assert translation(data).status == "draft"


def test_an_overlay_and_translations_of_what_it_inherits_come_back(tmp_path: Path) -> None:
    laid_out(tmp_path)
    path = tmp_path / "standards" / "mine" / "1.0.0.toml"
    path.parent.mkdir()
    path.write_text(OVERLAY, encoding="utf-8")
    path.with_name("1.0.0.km.toml").write_text(OVERLAY_IN_KHMER, encoding="utf-8")
    found = take_in("x.xlsx", workbook_of(choose(str(path)), "x.xlsx"), path)
    assert (found.files, len(found.same)) == ((), 2)


OVERLAY = """
format = 1
id = "mine"
version = "1.0.0"
status = "draft"
extends = "small 1.0.0"
language = "en"
title = "Mine"
[[change]]
id = "SAF-01"
anchors = ["nobody", "at night nobody", "at all hours, awake"]
without = ["guidance"]
gate = false
reason = "the law says so"
figure = "read"
[[drop]]
id = "CHD-01"
reason = "no children here"
[[area]]
id = "SAF"
[[area.criterion]]
id = "SAF-09"
class = "must"
text = "A lamp"
anchors = ["none", "one", "two"]
reason = "nights are dark"
figure = "own"
"""
OVERLAY_IN_KHMER = """
format = 1
standard = "mine 1.0.0"
language = "km"
status = "draft"
title = "ស្តង់ដារ"
[[criterion]]
id = "SAF-02"
text = "បង្គន់"
[[criterion]]
id = "SAF-09"
text = "ចង្កៀង"
[of]
"SAF-02.text" = ""
"""


def test_what_a_cell_cannot_carry_is_refused_before_it_is_handed_out(tmp_path: Path) -> None:
    path = laid_out(tmp_path)
    path.write_text(SMALL.replace('"Enough toilets"', '"Enough toilets "'), encoding="utf-8")
    with pytest.raises(SsiError) as raised:
        workbook_of(choose(str(path)), "x.xlsx")
    assert [each.code for each in raised.value.faults] == ["workbook-cannot-hold"]
    assert "Enough toilets " in raised.value.faults[0].message


def test_the_sheets_help_who_types(tmp_path: Path) -> None:
    """Drop-downs, notes and heads that stay: read from the XML, as a spreadsheet program reads it."""
    import io
    import zipfile

    data = workbook_of(choose(str(laid_out(tmp_path))), "x.xlsx")
    book = zipfile.ZipFile(io.BytesIO(data))
    names = book.read("xl/workbook.xml").decode()
    at_criteria = [part.split('"')[0] for part in names.split('<sheet name="')[1:]].index("criteria") + 1
    sheet = book.read(f"xl/worksheets/sheet{at_criteria}.xml").decode()
    for choices in ("critical,must,desired", "yes,no", "physical,system,capacity,case-management", "children"):
        assert f"&quot;{choices}&quot;" in sheet or f'"{choices}"' in sheet
    assert 'xSplit="2" ySplit="1"' in sheet
    assert 'name="fingerprints"' in names
    assert names.count('state="hidden"') == 1
    assert "<f>" not in sheet
