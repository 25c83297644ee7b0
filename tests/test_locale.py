"""The catalogues: everything that the program says is in them, every draft keeps what a person types, and what is
compiled is what was written."""

import json
import os
import re
import shlex
import shutil
import string
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ssi.catalogue import CATALOGUE
from ssi.words import KNOWN_LANGUAGES, SHIPPED, Words
from tests.running import ROOT, ssi

OTHERS = [each for each in KNOWN_LANGUAGES if each != "en"]
SCRIPTS = {"km": "KHMER", "lo": "LAO", "my": "MYANMAR", "th": "THAI", "vi": "LATIN", "zh": "CJK"}
TYPED = re.compile(r"`(\w+)`|\b(\w) = |(SAF-\d\d|WSH-\d\d|--[a-z-]+|visits\.csv|Enter\b)")  # stays as it is
HINT = "run the three commands of ssi/locale/README.md"


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def po(language: str) -> Path:
    return SHIPPED / language / "LC_MESSAGES" / "ssi.po"


def texts(found: Catalog) -> set[tuple[str, ...]]:
    return {english(each) for each in found if each.id}


def english(message: Message) -> tuple[str, ...]:
    """The English of a message: one wording, or two where it counts something."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def said(message: Message) -> tuple[str, ...]:
    """The translation: one wording, or as many as the language has for counts."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def translated(language: str) -> Iterator[tuple[str, str]]:
    """(English, translation) of all that is translated; of a plural, each form beside the last English one."""
    for each in catalogue(po(language)):
        yield from ((english(each)[-1], form) for form in said(each) if each.id and form)


def test_every_text_of_the_program_is_in_the_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the very command that the page for translators gives."""
    (line,) = re.findall(r"^pybabel extract .*$", (SHIPPED / "README.md").read_text(), re.MULTILINE)
    made = tmp_path / "made.pot"
    monkeypatch.chdir(ROOT)
    pybabel = cast("Callable[[list[str]], object]", CommandLineInterface().run)
    pybabel(["pybabel", "-q", *shlex.split(line.replace("ssi/locale/ssi.pot", str(made)))[1:]])
    now, known = texts(catalogue(made)), texts(catalogue(SHIPPED / "ssi.pot"))
    assert (sorted(map(str, now - known)), sorted(map(str, known - now))) == ([], []), HINT


def test_the_words_of_every_fault_are_in_the_template() -> None:
    known = texts(catalogue(SHIPPED / "ssi.pot"))
    assert {(text,) for each in CATALOGUE.values() for text in (each.message, each.advice)} <= known


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_every_text_and_its_compiled_form_is_the_same(language: str) -> None:
    found = catalogue(po(language))
    assert texts(found) == texts(catalogue(SHIPPED / "ssi.pot")), HINT
    assert not [each.id for each in found if each.fuzzy], "a guess of a tool is no translation"
    compiled = BytesIO()
    write_mo(compiled, found)
    assert po(language).with_suffix(".mo").read_bytes() == compiled.getvalue(), HINT


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_names_in_braces_and_what_a_person_types(language: str) -> None:
    for source, text in translated(language):
        assert fields(text) == fields(source), text
        kept = {word for each in TYPED.findall(source) for word in each if word}
        assert not {word for word in kept if word not in text}, (source, text)
        assert (text[:1].isspace(), text[-1:].isspace()) == (source[:1].isspace(), source[-1:].isspace()) or (
            language in ("zh", "my")  # a full-width sign has its blank within
        ), text


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_in_its_own_script_and_nothing_else(language: str) -> None:
    found = list(translated(language))
    for _, text in found:
        letters = {unicodedata.name(each).split()[0] for each in text if each.isalpha()}
        assert letters <= {SCRIPTS[language], "LATIN"}, text
        assert text == unicodedata.normalize("NFC", text)
        assert not {each for each in text if unicodedata.category(each) in ("Cc", "Cf")} - {"\n"}, text
    own = sum(any(unicodedata.name(each, "").startswith(SCRIPTS[language]) for each in text) for _, text in found)
    assert own > 0.9 * len(found)


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_team_and_a_resident_read_first_is_translated(language: str) -> None:
    """The pre-visit list, the poster and the forms in which scores are typed."""
    first = ("ssi/checklists/before.py", "ssi/reports/poster.py", "ssi/templates/poster.html", *FORMS)
    missing = [
        each.id
        for each in catalogue(po(language))
        if each.id and not each.string and any(place.startswith(first) for place, _ in each.locations)
    ]
    assert missing == []


FORMS = tuple(
    f"ssi/cli/entry/{name}.py"
    for name in ("desk", "key_form", "line_form", "table_form", "sealing", "greeting", "sitting", "pre_visit")
)


@pytest.mark.parametrize("language", OTHERS)
def test_a_draft_says_that_it_is_one(language: str) -> None:
    words = Words(language)
    assert words.translation == "draft"
    assert KNOWN_LANGUAGES[language] in words.about_translation


def test_faults_are_said_in_the_language_asked_for_and_json_stays_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tests" / "faults" / "_good", tmp_path / "here")
    settings = tmp_path / "here" / "ssi.toml"
    settings.write_text(re.sub(r"(?m)^language = .*$", 'language = "vi"', settings.read_text()))
    missing = ("check", "x.csv")
    assert ssi(tmp_path / "here", *missing).err.endswith("\n1 lỗi\n")
    assert ssi(tmp_path / "here", "check", "x.csv", "--lang", "zh").err.endswith("\n1 个错误\n")
    assert ssi(tmp_path / "here", "check", "x.csv", "--lang=en").err.endswith("\n1 fault\n")
    monkeypatch.setenv("SSI_LANG", "th")
    assert ssi(tmp_path / "here", *missing).err.endswith("\nข้อผิดพลาด 1 ข้อ\n")
    (told,) = json.loads(ssi(tmp_path / "here", "check", "x.csv", "--json").out)["faults"]
    assert (told["message"], told["advice"]) == ("there is no file x.csv", "give the path of a file that exists")
    monkeypatch.delenv("SSI_LANG")
    assert ssi(tmp_path, *missing).err.endswith("\n1 fault\n")  # no programme here


def test_english_needs_neither_gettext_nor_babel() -> None:
    look = (
        "import sys; from ssi.words import Words; w = Words(); w('a {n}', n=1); w.many('{count} a', '{count} b', 1200);"
        "w.translation; print([m for m in ('babel', 'gettext') if m in sys.modules])"
    )
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, env=surroundings)
    assert ran.stdout.strip() == "[]"
