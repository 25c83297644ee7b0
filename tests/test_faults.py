"""The gallery: every fault has a folder with a bad file, and the message beside it is what a person is really told."""

import ast
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ssi.catalogue import CATALOGUE
from tests import running
from tests.running import Said

GALLERY = Path(__file__).parent / "faults"
GOOD = GALLERY / "_good"
FOLDERS = sorted(each.name for each in GALLERY.iterdir() if each.is_dir() and not each.name.startswith(("_", ".")))
CHECK = "check {here}"
OWN = {"message.txt", "stdout.txt", "before.txt", "command.txt", "input.txt", "absent.txt"}

# A code that files and commands cannot show: why not, and the test that shows it.
MONEY = "the tables are checked before, with their lines; this is for whoever calls the room directly"
STORE = "no text file is such a store"
EVERY = "allocation/test_check.py::test_every_fault_at_once"
WARNED = "allocation/test_check.py::test_warnings_stop_nothing_and_go_with_the_problem"
BOOK = "a workbook is a zip, which nobody could read beside the message"
A_SLIP = "cli/standard/test_exchange.py::test_a_slip_is_named_at_its_cell"
UNSEEN = "cli/standard/test_exchange.py::test_what_nobody_sees_must_not_become_a_rule_and_all_is_said_at_once"
FILLED = "checklists/test_scoring_workbook.py::"
WITHOUT_FOLDER: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("scoring-formula", "scoring-merged", "scoring-percent", "scoring-tick"),
        (BOOK, FILLED + "test_what_a_spreadsheet_makes_of_an_answer_is_named_at_its_cell_and_all_at_once"),
    ),
    "scoring-area-row": (BOOK, FILLED + "test_an_answer_in_the_row_of_an_area_is_named"),
    "scoring-blank": (BOOK, FILLED + "test_a_blank_sheet_is_passed_over_with_a_word"),
    **dict.fromkeys(
        ("scoring-column-missing", "scoring-column-twice"),
        (BOOK, FILLED + "test_a_column_that_is_missing_or_there_twice_is_named_by_its_heading"),
    ),
    **dict.fromkeys(
        ("scoring-copied", "scoring-same-twice"),
        (BOOK, FILLED + "test_a_sheet_that_was_copied_counts_once_or_is_named"),
    ),
    **dict.fromkeys(
        ("scoring-headings-missing", "scoring-sheet-ignored"),
        (BOOK, FILLED + "test_without_headings_the_sheet_is_named_and_a_sheet_of_ones_own_is_passed_over"),
    ),
    "scoring-hidden": (BOOK, FILLED + "test_answers_that_nobody_sees_are_named"),
    "scoring-identity-altered": (BOOK, FILLED + "test_a_hidden_sheet_that_was_changed_is_named"),
    "scoring-identity-missing": (
        BOOK,
        "cli/test_load_workbook.py::test_sheets_without_their_workbook_are_known_for_what_they_are",
    ),
    "scoring-moved": (BOOK, FILLED + "test_a_sheet_from_another_visit_is_named"),
    "scoring-programme": (BOOK, "cli/test_load_workbook.py::test_a_workbook_of_another_programme_is_refused"),
    "scoring-row-nameless": (BOOK, FILLED + "test_an_answer_without_an_id_is_named_and_a_line_of_ones_own_is_not"),
    "scoring-rows": (BOOK, FILLED + "test_ten_thousand_stray_rows_are_refused"),
    "scoring-standard-differs": (
        BOOK,
        FILLED + "test_a_workbook_of_another_version_is_refused_by_the_name_of_what_differs",
    ),
    **dict.fromkeys(
        ("scores-blank", "value-without-level"),
        (BOOK, "cli/test_load_workbook.py::test_what_may_be_a_slip_is_said_and_taken"),
    ),
    **dict.fromkeys(
        (
            *("sheet-missing", "sheet-unknown", "sheet-columns", "language-twice", "language-unknown", "cell-scores"),
            *("duplicate-row", "row-nameless", "row-area", "row-no-criterion", "row-no-source", "text-fingerprint"),
        ),
        (BOOK, A_SLIP),
    ),
    **dict.fromkeys(
        ("workbook-formula", "workbook-merged", "workbook-hidden", "workbook-error-value", "workbook-date"),
        (BOOK, UNSEEN),
    ),
    "examples-fail": (
        BOOK,
        "cli/standard/test_exchange.py::test_examples_that_no_longer_hold_are_left_out_of_a_draft_only_when_asked",
    ),
    "examples-fail-released": (
        BOOK,
        "cli/standard/test_exchange.py::test_no_example_is_left_out_of_a_released_file",
    ),
    "sheet-twice": (BOOK, "cli/standard/test_exchange.py::test_a_sheet_that_is_there_twice_but_for_capitals"),
    "phone-zip": (
        "a zip is nothing that a person reads beside the message",
        "checklists/test_phone.py::test_a_zip_bomb_is_refused_and_a_zip_without_a_form_says_so",
    ),
    "workbook-too-large": (BOOK, "checklists/test_safety.py::test_a_zip_bomb_is_refused_without_unpacking_it"),
    "workbook-spread": (BOOK, "checklists/test_safety.py::test_two_lone_cells_do_not_fill_the_memory"),
    "workbook-rows": (
        BOOK,
        "checklists/test_safety.py"
        "::test_a_workbook_of_200_000_rows_is_refused_in_seconds_as_a_standard_and_read_as_a_table",
    ),
    "workbook-macros": (BOOK, "checklists/test_safety.py::test_macros_are_named"),
    "pdf-extra-missing": (
        "the tests are run with that part installed",
        "reports/test_writers_pdf.py::test_without_the_extra_the_command_that_brings_it_is_named",
    ),
    "pdf-font-missing": (
        "which fonts a machine has is not kept in a repository",
        "reports/test_writers_pdf.py::test_a_letter_without_a_font_is_refused_by_the_name_of_its_script",
    ),
    "shipped-missing": (
        "only a broken installation has it",
        "programme/test_shipped.py::test_a_broken_installation_says_so",
    ),
    "cost-negative": (MONEY, EVERY),
    "money-criterion-unknown": (MONEY, EVERY),
    "money-id-twice": (MONEY, EVERY),
    "money-level-unknown": (MONEY, EVERY),
    "requires-unknown": (MONEY, EVERY),
    "training-without-people": (MONEY, EVERY),
    "fund-idle": ("it stands in the page of the proposal", WARNED),
    "nothing-left-to-gain": ("it stands in the page of the proposal", WARNED),
    "plan-proposal-unknown": (
        "a proposal whose improvements are gone is refused before, as input-changed",
        "allocation/test_plan.py::test_a_proposal_of_other_files_is_refused",
    ),
    "plan-status": (
        "the command itself knows the four words",
        "allocation/test_plan.py::test_progress_is_said_item_by_item",
    ),
    "proposal-altered": (
        "it names the hash of a result, which changes with every rule",
        "cli/test_contract.py::test_a_proposal_that_was_edited_by_hand_is_refused",
    ),
    "pinned-standard-altered": (
        "only a store that somebody tampered with has it",
        "cli/test_bad_input.py::test_a_store_whose_standard_was_tampered_with_takes_no_scores",
    ),
    "sheet-conflict": (
        "only two programs at the same time make it",
        "cli/test_bad_input.py::test_a_sheet_that_was_loaded_while_it_was_typed_is_a_conflict_that_blocks_the_close",
    ),
    "sheet-in-use": (
        "only two programs at the same time make it",
        "cli/test_bad_input.py::test_two_at_one_sheet_the_second_is_refused_kindly_and_the_first_goes_on",
    ),
    "adoption-shipped": (
        "it names the program's own folder, which is another on every machine",
        "cli/standard/test_adopt.py::test_a_shipped_standard_is_not_adopted_where_the_program_lies",
    ),
    "pack-differs": (
        "a pack is a zip, which nobody could read beside the message",
        "cli/standard/test_adopt.py::test_a_pack_holds_the_adopted_bytes",
    ),
    "export-not-read-back": (
        "only a fault in a program makes it",
        "cli/test_export.py::test_what_does_not_read_back_is_not_kept",
    ),
    "export-too-long": (
        "a million rows are not kept in a repository",
        "cli/test_export.py::test_a_table_that_no_sheet_can_hold_is_named",
    ),
    "store-damaged": (STORE, "store/test_unusable.py::test_a_store_that_was_cut_short_is_left_alone"),
    "store-newer": (STORE, "store/test_unusable.py::test_a_store_of_a_newer_version_is_left_alone"),
    "store-older": (STORE, "store/test_unusable.py::test_an_older_store_cannot_be_brought_up_to_date_by_a_reader"),
    "store-read-only": (
        "a folder in a repository can be written",
        "cli/test_bad_input.py::test_a_disk_for_reading_only_shows_everything_and_takes_nothing",
    ),
    "store-full": (
        "a disk in a repository is never full",
        "cli/test_bad_input.py::test_a_full_disk_loses_no_score_that_was_acknowledged",
    ),
    "store-locked": (
        "only another program makes it",
        "store/test_unusable.py::test_a_store_that_another_program_keeps_busy_is_named_and_works_again_after",
    ),
    "store-unreadable": (
        "who may read a file is not kept in a repository",
        "store/test_unusable.py::test_a_file_that_may_not_be_read_is_named",
    ),
    "store-sqlite-old": (
        "only a computer of years ago has it",
        "store/test_unusable.py::test_a_sqlite_that_is_too_old_is_named",
    ),
}


Ssi = Callable[..., Said]


@pytest.fixture
def ssi(tmp_path: Path) -> Ssi:
    """Runs one line behind `ssi` in the folder `here`; `< file` at its end, or `typed`, is what it reads. In what it
    says, `{here}` stands for the path of the folder."""
    here = tmp_path / "here"

    def run(line: str, typed: str = "") -> Said:
        line, _, file = line.partition(" < ")
        source = (here / file).read_text(encoding="utf-8") if file else typed
        said = running.ssi(here, *(each.replace("{here}", str(here)) for each in shlex.split(line)), typed=source)
        return Said(said.status, said.out.replace(str(here), "{here}"), said.err.replace(str(here), "{here}"))

    return run


def prepared(code: str, place: Path, ssi: Ssi) -> None:
    """The good programme with the folder's files laid over it; then its `before.txt`, every line of which must go
    well; then the files of its `edited/`."""
    shutil.copytree(GOOD, place)
    shutil.copytree(GALLERY / code, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN))
    for name in text_of(code, "absent.txt").split():
        (place / name).unlink()
    for line in text_of(code, "before.txt").splitlines():
        done = ssi(line)
        assert done.status == 0, f"{line}: {done.err}"
    if (GALLERY / code / "edited").exists():
        shutil.copytree(GALLERY / code / "edited", place, dirs_exist_ok=True)


@pytest.mark.parametrize("code", FOLDERS)
def test_the_message_beside_the_bad_file_is_what_is_said(code: str, tmp_path: Path, update: bool, ssi: Ssi) -> None:
    prepared(code, tmp_path / "here", ssi)
    typed = text_of(code, "input.txt")
    told = [ssi(line, typed) for line in (text_of(code, "command.txt") or CHECK).splitlines()]
    err, out = "".join(each.err for each in told), "".join(each.out for each in told)
    if update:
        (GALLERY / code / "message.txt").write_text(err, encoding="utf-8")
        if (GALLERY / code / "stdout.txt").exists():
            (GALLERY / code / "stdout.txt").write_text(out, encoding="utf-8")
    assert err == text_of(code, "message.txt")
    if (GALLERY / code / "stdout.txt").exists():
        assert out == text_of(code, "stdout.txt")
    words = re.sub(r"\\{\w+\\}", ".*", re.escape(CATALOGUE[code].message))
    shown = err + text_of(code, "stdout.txt")
    assert re.search(words, shown), f"the files in {code} do not show the fault {code}"


def text_of(code: str, name: str) -> str:
    path = GALLERY / code / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_every_fault_is_in_the_gallery_or_says_why_not() -> None:
    assert sorted({*FOLDERS, *WITHOUT_FOLDER}) == sorted(CATALOGUE)
    assert not {*FOLDERS} & {*WITHOUT_FOLDER}


@pytest.mark.parametrize("code", WITHOUT_FOLDER)
def test_what_has_no_folder_has_a_test(code: str) -> None:
    why, test = WITHOUT_FOLDER[code]
    file, _, name = test.partition("::")
    assert why
    assert f"def {name}(" in (GALLERY.parent / file).read_text(encoding="utf-8")


def codes_named(file: Path) -> Iterator[str]:
    """The codes that a module names where it makes a fault."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "fault" and node.args:
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def test_every_fault_that_the_program_names_has_words() -> None:
    named = {code for file in (running.ROOT / "ssi").rglob("*.py") for code in codes_named(file)}
    assert {each for each in named if "-" in each and not each.endswith("-")} - CATALOGUE.keys() == set()


def test_the_good_programme_has_no_fault(tmp_path: Path, ssi: Ssi) -> None:
    shutil.copytree(GOOD, tmp_path / "here")
    for line in (CHECK, "round open R1 --kind baseline", "load scores.csv", "round close R1", "allocate R1"):
        done = ssi(line)
        assert (done.status, done.err) == (0, ""), line
