"""`ssi standard translation`, `ssi check`, `ssi init` and `ssi checklist` with translations, as people type them."""

import shutil
from pathlib import Path

import pytest

from ssi.checklists.readers import read_file
from ssi.standards.readers.translators import handed_workbook
from ssi.standards.translation import parse_translation
from ssi.words import Words
from tests.making import SMALL
from tests.running import ROOT, ssi

HAND = """\
format = 1
standard = "small 1.0.0"
language = "km"
status = "draft"
title = "ស្តង់ដារ"

[[criterion]]
id = "SAF-02"
text = "របង"
anchors = ["ក", "ខ", "គ"]
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a standard and a translation of it, written by hand."""
    folder = tmp_path / "standards" / "small"
    folder.mkdir(parents=True)
    (folder / "1.0.0.toml").write_text(SMALL, encoding="utf-8")
    (folder / "1.0.0.km.toml").write_text(HAND, encoding="utf-8")
    return tmp_path


STANDARD = "standards/small/1.0.0.toml"
KHMER = "standards/small/1.0.0.km.toml"


def fill(here: Path, file: str) -> None:
    """Somebody translates every text of a workbook."""
    import xlsxwriter

    rows = read_file(here / file)
    with xlsxwriter.Workbook(here / file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, rows.header)
        for number, row in enumerate(rows, 1):
            cells = dict(zip(rows.header, row.cells, strict=True))
            cells["translation"] = cells["translation"] or "ពាក្យខ្មែរ"
            sheet.write_row(number, 0, list(cells.values()))


def test_the_whole_way_from_a_file_by_hand_to_an_official_translation(here: Path) -> None:
    assert ssi(here, "standard", "translation", "import", KHMER).status == 0
    done = ssi(here, "check", KHMER)
    assert (done.status, "incomplete" in done.err, "guidance" in done.err) == (0, False, False)
    assert "translation-" not in done.err and "not everything is translated" in done.err
    assert ssi(here, "standard", "translation", "export", "km", STANDARD, "--to", "km.xlsx").status == 0
    fill(here, "km.xlsx")
    done = ssi(here, "standard", "translation", "import", "km.xlsx", "--for", STANDARD)
    assert done.status == 0 and "draft" in done.out
    assert ssi(here, "check", KHMER) == (0, f"{KHMER}: no fault\n", "")

    mark = ("standard", "translation", "mark", "km", STANDARD, "--status")
    assert "still a draft" in ssi(here, *mark, "official", "--reviewed-by", "ministry").err
    assert "nobody is named" in ssi(here, *mark, "reviewed").err
    assert ssi(here, *mark, "reviewed", "--reviewed-by", "shelter unit of the ministry").status == 0
    assert ssi(here, *mark, "official").status == 0
    found, _ = parse_translation((here / KHMER).read_bytes(), "x")
    assert found is not None and (found.status, found.reviewed_by) == ("official", "shelter unit of the ministry")

    (here / STANDARD).write_text(SMALL.replace("A fence", "A wall"), encoding="utf-8")
    assert "1 texts are stale" in ssi(here, *mark, "official").err
    shown = ssi(here, "standard", "translation", "status", STANDARD, "--json")
    assert '"stale": 1' in shown.out and '"status": "official"' in shown.out


def test_a_confirmed_translation_that_is_changed_is_a_draft_again(here: Path) -> None:
    text = HAND.replace('"draft"', '"reviewed"\nreviewed_by = "unit"')
    (here / KHMER).write_text(text, encoding="utf-8")
    ssi(here, "standard", "translation", "export", "km", STANDARD, "--to", "same.po")
    assert "reviewed." in ssi(here, "standard", "translation", "import", "same.po", "--for", STANDARD).out
    po = (here / "same.po").read_text(encoding="utf-8")
    (here / "same.po").write_text(po.replace("របង", "របងឈើ"), encoding="utf-8")
    assert "draft." in ssi(here, "standard", "translation", "import", "same.po", "--for", STANDARD).out


def test_a_workbook_with_a_fault_changes_nothing_and_names_the_cell(here: Path) -> None:
    (here / STANDARD).write_text(SMALL.replace("A drill", "A drill every 6 months"), encoding="utf-8")
    ssi(here, "standard", "translation", "export", "km", STANDARD, "--to", "km.xlsx")
    before = (here / KHMER).read_bytes()
    fill(here, "km.xlsx")
    done = ssi(here, "standard", "translation", "import", "km.xlsx", "--for", STANDARD)
    assert done.status == 1 and "the source text says 6" in done.err
    rows = handed_workbook((here / "km.xlsx").read_bytes(), "km.xlsx")
    assert rows.places["SAF-03.text"].cell in done.err
    assert (here / KHMER).read_bytes() == before


def test_a_new_version_takes_the_old_translation_over(here: Path) -> None:
    later = SMALL.replace('version = "1.0.0"', 'version = "1.1.0"').replace("A fence", "A wall")
    later = later.replace('"SAF-03"', '"SAF-13"')
    (here / "standards/small/1.1.0.toml").write_text(later, encoding="utf-8")
    (here / "standards/small/1.1.0.km.toml").write_text(HAND + '[[criterion]]\nid = "SAF-03"\ntext = "ហាត់"\n', "utf-8")
    refused = ssi(here, "check", "standards/small/1.1.0.toml")
    assert refused.status == 1 and "--for small@1.1.0" in refused.err
    (here / "standards/small/1.1.0.km.toml").replace(here / KHMER)
    done = ssi(here, "standard", "translation", "import", KHMER, "--for", "small@1.1.0")
    assert done.status == 0 and "SAF-03, text" in done.out
    found, _ = parse_translation((here / "standards/small/1.1.0.km.toml").read_bytes(), "x")
    assert found is not None and found.standard == "small 1.1.0"
    checked = ssi(here, "check", "standards/small/1.1.0.toml").err
    assert "SAF-02, text: its source text has changed since: A wall" in checked
    assert checked.count("has changed since") == 1


def test_what_ends_in_another_way_is_refused(here: Path) -> None:
    assert ".po" in ssi(here, "standard", "translation", "export", "km", STANDARD, "--to", "km.pdf").err
    (here / "km.docx").write_bytes(b"x")
    assert ".po" in ssi(here, "standard", "translation", "import", "km.docx").err
    (here / "km.xlsx").write_bytes(b"PK\3\4 no workbook")
    assert "no workbook" in ssi(here, "standard", "translation", "import", "km.xlsx").err
    assert ssi(here, "standard", "translation", "import", "nowhere.po").status == 1


def test_a_language_that_is_none_is_refused_before_anybody_translates(here: Path) -> None:
    assert (
        "qq is not a language" in ssi(here, "standard", "translation", "export", "qq", STANDARD, "--to", "q.xlsx").err
    )
    assert not (here / "q.xlsx").exists()


def test_a_programme_prints_its_sheets_in_a_language_it_has(here: Path) -> None:
    ssi(here, "standard", "translation", "import", KHMER)
    made = ssi(here, "init", "year", "--standard", STANDARD, "--name", "T", "--country", "KH", "--currency", "USD")
    assert made.status == 0
    year = here / "year"
    assert (year / KHMER).read_bytes() == (here / KHMER).read_bytes()
    done = ssi(year, "checklist", "--kind", "long-term", "--lang", "km", "--to", "sheet.html")
    assert done.status == 0, done.err
    page = (year / "sheet.html").read_text(encoding="utf-8")
    assert 'របង<span class="source" lang="en">A fence</span>' in page
    assert '<span lang="en">A drill</span>' in page  # not translated: visibly the source
    assert f"{Words('km')('draft translation')}: km" in page
    plain = ssi(year, "checklist", "--kind", "long-term", "--to", "plain.html")
    assert plain.status == 0 and "របង" not in (year / "plain.html").read_text(encoding="utf-8")


def test_a_programme_is_told_of_faults_in_its_translations_but_not_of_what_they_lack(here: Path) -> None:
    year = here / "year"
    shutil.copytree(ROOT / "tests" / "faults" / "_good", year)
    (year / KHMER).write_text(HAND, encoding="utf-8")
    assert ssi(year, "check").err == ""
    (year / KHMER).write_text(HAND.replace("របង", "รั้ว"), encoding="utf-8")
    done = ssi(year, "check")
    assert done.status == 1 and f"{KHMER}:9" in done.err and "another script" in done.err


def test_a_standard_that_extends_another_says_what_its_base_says(here: Path) -> None:
    import hashlib

    ssi(here, "standard", "translation", "import", KHMER)
    base = hashlib.sha256((here / STANDARD).read_bytes()).hexdigest()
    own = here / "standards" / "land"
    own.mkdir()
    (own / "1.0.0.toml").write_text(
        f'format = 1\nid = "land"\nversion = "1.0.0"\nstatus = "draft"\nlanguage = "en"\ntitle = "Land"\n'
        f'extends = "small 1.0.0"\nbase_sha256 = "{base}"\n'
        '[[change]]\nid = "SAF-02"\nanchors = ["a", "b", "d"]\nreason = "law"\n',
        encoding="utf-8",
    )
    made = ssi(here, "init", "year", "--standard", "standards/land/1.0.0.toml", "--name", "T", "--country", "KH",
               "--currency", "USD", "--language", "km")  # fmt: skip
    assert made.status == 0, made.err
    assert (here / "year" / KHMER).exists()
    assert ssi(here / "year", "checklist", "--kind", "long-term", "--to", "sheet.html").status == 0
    page = (here / "year" / "sheet.html").read_text(encoding="utf-8")
    assert "របង" in page and "ខ<span" in page
    assert "គ<span" not in page and '<span lang="en">d</span>' in page  # this level description was changed
    assert "ស្តង់ដារ" not in page  # so was the title


def words_of(here: Path, file: str) -> dict[str, tuple[str, str]]:
    """Key → translation and state, of a translators' workbook."""
    rows = read_file(here / file)
    return {rows.cell(row, "key"): (rows.cell(row, "translation"), rows.cell(row, "state")) for row in rows}


def written(here: Path, file: str, key: str, text: str) -> None:
    """Somebody writes one translation into a workbook."""
    import xlsxwriter

    rows = read_file(here / file)
    with xlsxwriter.Workbook(here / file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, rows.header)
        for number, row in enumerate(rows, 1):
            cells = dict(zip(rows.header, row.cells, strict=True))
            cells["translation"] = text if cells["key"] == key else cells["translation"]
            sheet.write_row(number, 0, list(cells.values()))


@pytest.mark.parametrize("ending", ["xlsx", "po"])
def test_what_the_base_says_goes_out_with_an_overlay_and_is_not_written_again(ending: str, tmp_path: Path) -> None:
    export = ssi(tmp_path, "standard", "translation", "export", "km", "vn", "--to", f"vn.{ending}")
    assert export.status == 0, export.err
    if ending == "xlsx":
        found = words_of(tmp_path, "vn.xlsx")
        assert found["SAF-01.text"][0] and found["SAF-01.text"][1] == "from the base"
        assert found["WSH-71.text"] == ("", "to do")  # the overlay's own
        assert found["title"] == ("", "to do")  # its source text is another
    else:
        text = (tmp_path / "vn.po").read_text(encoding="utf-8")
        block = next(each for each in text.split("\n\n") if '"SAF-01.text"' in each)
        assert "from the base" in block and 'msgstr ""' not in block
        assert "from the base" not in next(each for each in text.split("\n\n") if '"WSH-71.text"' in each)
    said = ssi(tmp_path, "standard", "translation", "import", f"vn.{ending}")
    assert said.status == 0 and said.out.startswith("Nothing to write: all "), said
    assert not list(tmp_path.glob("*.toml"))


def test_of_an_overlay_only_what_the_base_does_not_say_is_written(tmp_path: Path) -> None:
    assert ssi(tmp_path, "standard", "translation", "export", "km", "vn", "--to", "vn.xlsx").status == 0
    written(tmp_path, "vn.xlsx", "title", "លក្ខខណ្ឌ")
    written(tmp_path, "vn.xlsx", "area.SAF.title", "សុវត្ថិភាពថ្មី")
    said = ssi(tmp_path, "standard", "translation", "import", "vn.xlsx")
    assert said.status == 0, said.err
    assert "texts that the translation of its base says already" in said.out
    assert "has no such text" not in said.out and "not everything is translated" not in said.err
    found, _ = parse_translation((tmp_path / "1.0.0.km.toml").read_bytes(), "x")
    assert found is not None
    assert dict(found.texts) == {"title": "លក្ខខណ្ឌ", "area.SAF.title": "សុវត្ថិភាពថ្មី"}
    assert found.of.keys() == found.texts.keys()


@pytest.mark.parametrize("typed", [("km", STANDARD), (STANDARD, "km"), ("small@1.0.0", "km")], ids=" ".join)
def test_language_and_standard_may_be_typed_in_either_order(here: Path, typed: tuple[str, str]) -> None:
    said = ssi(here, "standard", "translation", "export", *typed, "--to", "km.xlsx")
    assert said.status == 0, said.err
    assert words_of(here, "km.xlsx")["standard"][0].endswith("(km)")
    assert ssi(here, "standard", "translation", "mark", *typed, "--status", "draft").status == 0


def test_za_is_a_language_and_a_standard(tmp_path: Path) -> None:
    """Zhuang, and the overlay for South Africa."""
    for typed in (("km", "za"), ("za", "km")):
        said = ssi(tmp_path, "standard", "translation", "export", *typed, "--to", "x.po")
        assert said.status == 0, said.err
        assert 'Project-Id-Version: za 1.0.0\\n"\n"Language: km' in (tmp_path / "x.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["xlsx", "po"])
def test_who_made_it_goes_with_it_to_another_place(ending: str, here: Path, tmp_path: Path) -> None:
    khmer = here / KHMER
    khmer.write_text(HAND.replace('"draft"', '"draft"\nmade_by = "machine, \\"X\\""'), encoding="utf-8")
    assert ssi(here, "standard", "translation", "export", "km", STANDARD, "--to", f"km.{ending}").status == 0
    khmer.unlink()
    assert ssi(here, "standard", "translation", "import", f"km.{ending}", "--for", STANDARD).status == 0
    found, _ = parse_translation(khmer.read_bytes(), "x")
    assert found is not None and found.made_by == 'machine, "X"'


def test_a_file_made_for_other_bytes_without_of_goes_out_to_be_looked_at_again(here: Path) -> None:
    import hashlib

    digest = hashlib.sha256((here / STANDARD).read_bytes()).hexdigest()
    for said, state in ((digest, "done"), ("0" * 64, "look again")):
        (here / KHMER).write_text(f'standard_sha256 = "{said}"\n{HAND}', encoding="utf-8")
        assert ssi(here, "standard", "translation", "export", "km", STANDARD, "--to", "km.xlsx").status == 0
        assert words_of(here, "km.xlsx")["SAF-02.text"] == ("របង", state)
