"""A translation's file: read, refused with its lines, completed, written; workbook and PO out and in again."""

import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssi.acts.translations import check_file
from ssi.errors import Fault, SsiError
from ssi.model import Standard, Translation, fingerprint, texts_of
from ssi.shipped import standards_folder
from ssi.standards.readers.po import handed_po
from ssi.standards.readers.translators import handed_workbook
from ssi.standards.translating import arranged, completed, merged
from ssi.standards.translation import check_translation, parse_translation, read_translation
from ssi.standards.writers.po import translation_po
from ssi.standards.writers.translation import translation_toml
from ssi.standards.writers.translators import translators_workbook
from tests.making import SMALL, standard

HEAD = 'format = 1\nstandard = "small 1.0.0"\nlanguage = "km"\nstatus = "draft"\n'
KHMER = "សុវត្ថិភាព"


def check(text: str, name: str = "1.0.0.km.toml", of: Standard | None = None) -> tuple[Fault, ...]:
    return check_translation(text.encode(), name, of or standard())[1]


def codes(text: str, name: str = "1.0.0.km.toml") -> list[str]:
    """Codes of the faults that are no warning."""
    return [each.code for each in check(text, name) if not each.warning]


def whole(language: str = "km") -> Translation:
    """A translation of every text of the small standard."""
    base = standard()
    texts = {key: f"{KHMER} {at}" if "anchors" not in key else KHMER for at, key in enumerate(texts_of(base))}
    return completed(arranged(base, language, texts, {}, status="draft"), base, texts_of(base))


def test_a_file_as_a_translator_writes_it_can_be_used() -> None:
    text = HEAD + f'title = "{KHMER}"\n[[criterion]]\nid = "SAF-01"\ntext = "{KHMER}"\nanchors = ["", "{KHMER}", ""]\n'
    found = read_translation(text.encode(), "1.0.0.km.toml", standard())
    assert dict(found.texts) == {"title": KHMER, "SAF-01.text": KHMER, "SAF-01.anchors.1": KHMER}
    warnings = {each.code: each.message for each in check(text)}
    assert warnings.keys() == {"translation-incomplete", "translation-partial"}
    assert "titles 1 of" in warnings["translation-partial"] and "criteria 1 of 6" in warnings["translation-partial"]


def test_every_fault_is_named_with_its_line() -> None:
    text = (
        HEAD.replace("km", "qq")
        + '[[area]]\nid = "SAV"\ntitle = "x"\n[[scale]]\nvalue = 7\nlabel = "x"\n'
        + '[[criterion]]\nid = "SAF-01"\nanchors = ["x"]\nna_when = "x"\n[[criterion]]\nid = "SAF-01"\n'
        + '[[criterion]]\nid = "SAF-99"\n'
    )
    named = {(each.code, each.where.line) for each in check(text, "x.toml") if not each.warning}
    assert named >= {
        ("translation-language-unknown", 3),
        ("translation-unknown-text", 5),
        ("translation-unknown-text", 8),
        ("anchors-count", 13),
        ("translation-unknown-text", 14),
        ("duplicate-criterion", 15),
        ("translation-unknown-text", 17),
    }


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD.replace("format = 1", "format = 2"), "format-unknown", 1),
        (HEAD.replace("format = 1", "format = true"), "format-unknown", 1),
        (HEAD.replace("draft", "done"), "unknown-word", 4),
        (HEAD + "titel = 'x'\n", "unknown-key", 5),
        (HEAD + "title = 1.5\n", "wrong-type", 5),
        (HEAD + "title = 2026-01-01\n", "wrong-type", 5),
        (HEAD + "[criterion]\nid = 'SAF-01'\n", "wrong-type", 5),
        (HEAD + "[[scale]]\nvalue = '1'\nlabel = 'x'\n", "wrong-type", 6),
        (HEAD + "[[area]]\ntitle = 'x'\n", "missing-key", 5),
        (HEAD + "[[criterion]]\nid = 'SAF-01'\nanchors = 'x'\n", "wrong-type", 7),
        (HEAD.replace("language", "#"), "missing-key", None),
    ],
)
def test_the_form_is_held_with_lines(text: str, code: str, line: int | None) -> None:
    assert [(each.code, each.where.line) for each in check(text)] == [(code, line)]
    with pytest.raises(SsiError):
        read_translation(text.encode(), "x.toml", standard())


def test_another_version_is_refused_with_what_to_do() -> None:
    (fault,) = check(HEAD.replace("1.0.0", "0.9.0") + '[[criterion]]\nid = "GONE-01"\n')
    assert fault.code == "translation-other-version"
    assert "--for small@1.0.0" in fault.advice


def test_a_file_called_after_another_language_is_refused() -> None:
    assert codes(HEAD, "1.0.0.th.toml") == ["translation-misnamed"]
    assert codes(HEAD, "1.0.0.km.toml") == codes(HEAD, "from-translator.toml") == []


def test_reviewed_needs_somebody_who_reviewed() -> None:
    assert codes(HEAD.replace("draft", "reviewed")) == ["translation-unreviewed"]
    assert codes(HEAD.replace("draft", "reviewed") + 'reviewed_by = "unit for shelters"\n') == []


def test_its_own_language_is_no_translation() -> None:
    assert codes(HEAD.replace("km", "en"), "x.toml") == ["translation-own-language"]


def test_a_page_is_not_refused_over_what_the_lint_finds() -> None:
    text = HEAD + '[[criterion]]\nid = "SAF-01"\ntext = "ความปลอดภัย"\n'
    assert codes(text) == ["translation-script"]
    assert read_translation(text.encode(), "1.0.0.km.toml", standard()).texts


def test_a_text_whose_source_changed_is_stale_and_no_other() -> None:
    data = translation_toml(whole())
    changed = standard(SMALL.replace('text = "A fence"', 'text = "A wall"'))
    stale = [each for each in check_translation(data, "1.0.0.km.toml", changed)[1] if each.code == "translation-stale"]
    assert [each.values["key"] for each in stale] == ["SAF-02, text"]
    assert stale[0].values["source"] == "A wall"
    assert stale[0].where.text.startswith("text = ")
    assert not [each for each in check(data.decode()) if each.code == "translation-stale"]


def test_what_is_completed_is_in_order_in_nfc_and_says_of_what_it_was_made() -> None:
    base = standard()
    text = (
        HEAD.replace("km", "vi")
        + '[[criterion]]\nid = "RGT-01"\ntext = " Tự nguyện "\n[[area]]\nid = "SAF"\ntitle = "An toàn"\n'
    )
    given, _ = parse_translation(unicodedata.normalize("NFD", text).encode(), "x.toml")
    assert given is not None
    found = completed(given, base, texts_of(base))
    assert dict(found.texts) == {"area.SAF.title": "An toàn", "RGT-01.text": "Tự nguyện"}
    assert found.of == {key: fingerprint(texts_of(base)[key]) for key in found.texts}
    assert found.standard_sha256 == base.sha256


def test_carried_to_another_version_what_is_unchanged_stays_and_what_is_gone_goes() -> None:
    later = standard(
        SMALL.replace('version = "1.0.0"', 'version = "1.1.0"')
        .replace('text = "A fence"', 'text = "A wall"')
        .replace(
            '{ id = "SAF-03", class = "desired", text = "A drill"', '{ id = "SAF-04", class = "desired", text = "New"'
        )
    )
    found = completed(whole(), later, {})
    assert found.standard == "small 1.1.0"
    assert "SAF-03.text" not in found.texts and "SAF-04.text" not in found.texts
    stale = {each.values["key"] for each in check_translation(translation_toml(found), "x.toml", later)[1]
             if each.code == "translation-stale"}  # fmt: skip
    assert stale == {"SAF-02, text"}


ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(
    title=ANY,
    reviewed=ANY,
    texts=st.lists(ANY, min_size=5, max_size=5),
    of=st.dictionaries(ANY, ANY, max_size=3),
    value=st.integers(0, 9),
)
def test_the_toml_text_reads_back_as_the_same_translation(
    title: str, reviewed: str, texts: list[str], of: dict[str, str], value: int
) -> None:
    made = Translation.model_validate(
        {
            "format": 1, "standard": "small 1.0.0", "language": "km", "status": "reviewed", "reviewed_by": reviewed,
            "title": title, "scale": [{"value": value, "label": texts[0]}], "area": [{"id": "A", "title": texts[1]}],
            "criterion": [{"id": "A-1", "text": texts[2], "anchors": [texts[3], "", texts[4]], "guidance": texts[0]}],
            "of": of,
        }
    )  # fmt: skip
    found, faults = parse_translation(translation_toml(made), "x.toml")
    assert (found, faults) == (made, ())


def test_the_same_translation_is_the_same_bytes_in_every_format() -> None:
    base, made = standard(), whole()
    for write in (translators_workbook, translation_po):
        assert write(base, "km", made) == write(base, "km", made)
    assert translation_toml(made) == translation_toml(whole())


@pytest.mark.parametrize("stale", [False, True])
def test_workbook_and_po_go_round_without_a_change(stale: bool) -> None:
    base = standard(SMALL.replace('text = "A fence"', 'text = "A wall"')) if stale else standard()
    made = completed(whole(), base, {})
    for handed in (
        handed_workbook(translators_workbook(base, "km", made), "km.xlsx"),
        handed_po(translation_po(base, "km", made), "km.po"),
    ):
        assert (handed.standard, handed.language) == ("small 1.0.0", "km")
        assert merged(handed, base, made) == made


def test_without_a_translation_both_are_there_to_be_filled_in() -> None:
    base = standard()
    for handed in (
        handed_workbook(translators_workbook(base, "lo", None), "lo.xlsx"),
        handed_po(translation_po(base, "lo", None), "lo.po"),
    ):
        assert handed.language == "lo"
        assert [*handed.texts] == [*texts_of(base)]
        assert not any(each.text for each in handed.texts.values())


def test_polib_reads_our_po_as_we_meant_it() -> None:
    polib = pytest.importorskip("polib")
    changed = standard(SMALL.replace('text = "A fence"', 'text = "A \\"wall\\"\\nand more"'))
    made = completed(whole(), changed, {})
    book = polib.pofile(translation_po(changed, "km", made).decode())
    assert book.metadata["Language"] == "km" and book.metadata["Project-Id-Version"] == "small 1.0.0"
    assert {each.msgctxt: each.msgid for each in book} == texts_of(changed)
    assert {each.msgctxt: each.msgstr for each in book} == dict(made.texts)
    assert [each.msgctxt for each in book.fuzzy_entries()] == ["SAF-02.text"]


def test_what_polib_writes_is_read_back() -> None:
    polib = pytest.importorskip("polib")
    base = standard()
    book = polib.pofile(translation_po(base, "km", None).decode(), wrapwidth=30)
    book.find("A fence", include_obsolete_entries=False).msgstr = KHMER
    book.metadata["PO-Revision-Date"] = "not a date"
    handed = handed_po(str(book).encode(), "km.po")
    found = merged(handed, base)
    assert dict(found.texts) == {"SAF-02.text": KHMER}
    assert found.of == {"SAF-02.text": fingerprint("A fence")}


def test_a_text_made_of_an_older_source_is_stale_and_one_to_look_at_again_too() -> None:
    base = standard()
    data = translation_po(base, "km", whole()).decode()
    old = data.replace('msgid "A fence"', 'msgid "A hedge"')
    assert merged(handed_po(old.encode(), "km.po"), base, whole()).of["SAF-02.text"] == fingerprint("A hedge")
    fuzzy = data.replace('msgctxt "SAF-02.text"', '#, fuzzy\nmsgctxt "SAF-02.text"')
    assert merged(handed_po(fuzzy.encode(), "km.po"), base, whole()).of["SAF-02.text"] == ""


@pytest.mark.parametrize(("header", "language"), [("km_KH", "km"), ("zh_TW", "zh-TW"), ("zh_Hant", "zh-Hant")])
def test_the_region_that_a_tool_adds_is_left_out(header: str, language: str) -> None:
    data = translation_po(standard(), "km", None).replace(b"Language: km", b"Language: " + header.encode())
    assert handed_po(data, "km.po").language == language


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("this is no PO", "po-syntax", 1),
        ('msgid "A fence"\nmsgstr "x"\n', "po-without-key", 1),
        ('msgctxt "a"\nmsgid "b"\nmsgstr "x"\n\nmsgctxt "a"\nmsgid "c"\nmsgstr "x"\n', "translation-key-twice", 5),
        ('msgctxt "a"\nmsgid "b"\n', "po-syntax", None),
    ],
)
def test_a_po_file_that_is_broken_is_named(text: str, code: str, line: int | None) -> None:
    with pytest.raises(SsiError) as refused:
        handed_po(text.encode(), "km.po")
    fault = refused.value.faults[0]
    assert fault.code == code
    assert line is None or fault.where.line == line


@given(text=ANY, language=st.sampled_from(["km", "my", "vi", "zh", "de"]))
def test_no_text_breaks_the_lint(text: str, language: str) -> None:
    made = whole(language).model_copy(update={"title": text})
    found = check_translation(translation_toml(made), "x.toml", standard())[1]
    assert all(each.message and each.advice for each in found)


@given(at=st.integers(0, 3000), put=st.sampled_from(["", '"', "[", "]]", "\n", "=", "\\u", "1.5", "true"]))
def test_no_slip_of_a_hand_breaks_the_reader(at: int, put: str) -> None:
    text = translation_toml(whole()).decode()
    broken = text[: at % len(text)] + put + text[at % len(text) + 1 :]
    found, faults = check_translation(broken.encode(), "x.toml", standard())
    assert found is not None or any(not each.warning for each in faults)
    assert all(each.message and each.advice for each in faults)


@pytest.mark.parametrize("path", sorted(standards_folder().glob("*/*.*.*.*.toml")), ids=lambda path: path.name)
def test_a_shipped_translation_has_no_fault_and_is_a_draft(path: Path) -> None:
    """What is adopted beside a standard is no translation."""
    if path.name.endswith(".adoption.toml"):
        return
    faults = check_file(path)
    assert faults is not None and not [str(each.where) for each in faults if not each.warning]
    found, _ = parse_translation(path.read_bytes(), str(path))
    assert found is not None and found.draft and found.made_by


@given(st.binary(max_size=200) | st.text(alphabet='msgidctxtr "\\n#,[]0~', max_size=200).map(str.encode))
def test_no_bytes_break_the_po_reader(data: bytes) -> None:
    try:
        handed_po(data, "km.po")
    except SsiError as error:
        assert all(each.message for each in error.faults)


def test_a_workbook_names_its_faults_by_cell() -> None:
    import xlsxwriter

    page = io.BytesIO()
    with xlsxwriter.Workbook(page) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(
            [
                ("key", "source", "translation", "state"),
                ("standard", "small 1.0.0", "ខ្មែរ (km)", ""),
                ("SAF-01.text", "Staff day and night", KHMER, "finished"),
                ("SAF-01.text", "Staff day and night", KHMER, "done"),
                ("", "A fence", KHMER, "done"),
            ]
        ):
            sheet.write_row(number, 0, row)
    with pytest.raises(SsiError) as refused:
        handed_workbook(page.getvalue(), "km.xlsx")
    assert {(each.code, each.where.cell) for each in refused.value.faults} == {
        ("unknown-word", "D3"),
        ("translation-key-twice", "A4"),
        ("translation-row-without-key", "A5"),
    }


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    base = standard()
    texts = {"title": "=1+1", "SAF-01.text": "- ពីរ"}
    made = completed(arranged(base, "km", texts, {}, status="draft"), base, texts_of(base))
    back = merged(handed_workbook(translators_workbook(base, "km", made), "km.xlsx"), base)
    assert dict(back.texts) == texts
