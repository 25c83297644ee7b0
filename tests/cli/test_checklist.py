"""`ssi checklist` on paper, as a coordinator types it: blank or for a visit, by areas or in walk order."""

import re
from pathlib import Path

import pytest

from tests.cli.visiting import IDS, Office, office


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(tmp_path_factory.mktemp("checklist") / "programme")


def rows(path: Path) -> list[str]:
    return re.findall(r'<tr data-criterion="([^"]+)">', path.read_text(encoding="utf-8"))


def test_for_a_visit_the_codes_are_filled_in(here: Office) -> None:
    said = here.ssi("checklist S01 --to s01.html")
    assert (said.status, said.out) == (0, "Written: s01.html. Open it in a browser and print it.\n")
    page = (here.folder / "s01.html").read_text(encoding="utf-8")
    assert rows(here.folder / "s01.html") == list(IDS)
    assert "A02, A03" in page and "<b>S01</b>" in page and "<b>R1</b>" in page


def test_in_walk_order_the_same_criteria_stand_once(here: Office) -> None:
    assert here.ssi("checklist S01 --by method --to walk.html").status == 0
    found = rows(here.folder / "walk.html")
    assert sorted(found) == sorted(IDS) and found != list(IDS)


def test_a_blank_sheet_for_a_kind_with_and_without_children(here: Office) -> None:
    assert here.ssi("checklist --kind long-term --to a.html").status == 0
    assert here.ssi("checklist --kind long-term --children --to b.html").status == 0
    assert set(rows(here.folder / "b.html")) - set(rows(here.folder / "a.html")) == {"CHD-01"}


def test_a_pdf_says_to_print_it(here: Office) -> None:
    said = here.ssi("checklist S01 --by method --to walk.pdf")
    assert (said.status, said.out) == (0, "Written: walk.pdf. Print it on A4 paper.\n")
    assert (here.folder / "walk.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "line",
    ["checklist", "checklist S01 --kind transit", "checklist S01 --children", "checklist S01 --by method --to a.xlsx"],
)
def test_what_does_not_go_together_is_wrong_use(here: Office, line: str) -> None:
    assert here.ssi(line).status == 2


def test_an_unknown_ending_names_those_for_paper(here: Office) -> None:
    said = here.ssi("checklist S01 --to sheet.doc")
    assert said.status == 1 and ".html" in said.err and ".pdf" in said.err
