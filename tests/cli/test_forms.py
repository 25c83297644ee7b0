"""`ssi forms` as a person types it."""

import json
from pathlib import Path

import pytest

from ssi.reports.forms import FORMS
from tests.running import content, ssi

NAMES = [each.name for each in FORMS]


def test_alone_it_lists_them(tmp_path: Path) -> None:
    said = ssi(tmp_path, "forms")
    assert said.status == 0 and all(name in said.out for name in NAMES)
    assert content(tmp_path) == {}


def test_as_json_the_list_has_names_and_titles(tmp_path: Path) -> None:
    found = json.loads(ssi(tmp_path, "forms", "--json").out)["forms"]
    assert [each["name"] for each in found] == NAMES and all(each["title"] and each["for"] for each in found)


def test_one_form_to_a_file_of_any_format(tmp_path: Path) -> None:
    for ending, begin in ((".html", b"<!DOCTYPE"), (".docx", b"PK"), (".pdf", b"%PDF"), (".md", b"# Intake")):
        said = ssi(tmp_path, "forms", "intake", "--to", f"intake{ending}")
        assert (said.status, said.out) == (0, f"Written: intake{ending}\n")
        assert (tmp_path / f"intake{ending}").read_bytes().startswith(begin)


def test_all_to_a_folder(tmp_path: Path) -> None:
    assert ssi(tmp_path, "forms", "--to", "forms", "--as", "md").status == 0
    assert sorted(content(tmp_path / "forms")) == sorted(f"{name}.md" for name in NAMES)


def test_some_to_a_folder_and_one_name_twice_is_one_form(tmp_path: Path) -> None:
    said = ssi(tmp_path, "forms", "exit", "consent", "exit", "--to", "here")
    assert said.lines == ["Written: here/exit.html", "Written: here/consent.html"]


def test_several_in_one_file_is_wrong_use(tmp_path: Path) -> None:
    said = ssi(tmp_path, "forms", "exit", "consent", "--to", "a.html")
    assert said.status == 2 and "folder" in said.err and content(tmp_path) == {}


def test_an_unknown_form_or_format_writes_nothing(tmp_path: Path) -> None:
    said = ssi(tmp_path, "forms", "exitt", "intak", "--to", "forms")
    assert said.status == 1 and "Did you mean exit?" in said.err and "Did you mean intake?" in said.err
    assert ssi(tmp_path, "forms", "exit", "--to", "exit.doc").status == 1
    assert content(tmp_path) == {}


def test_a_form_is_shown_on_the_screen(tmp_path: Path) -> None:
    said = ssi(tmp_path, "forms", "consent")
    assert said.status == 0 and "File code, never a name ____" in said.out and "[ ] " in said.out


@pytest.mark.parametrize("language", ["km", "zh"])
def test_the_language_is_the_one_asked_for(tmp_path: Path, language: str) -> None:
    assert ssi(tmp_path, "forms", "exit", "--to", "a.html", "--lang", language).status == 0
    assert f'<html lang="{language}">' in (tmp_path / "a.html").read_text(encoding="utf-8")
