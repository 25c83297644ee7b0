"""Who may import whom: the table of the house, held by reading every import of `ssi`."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "ssi"
NOUNS = {"model", "findings", "errors"}

# room → (rooms it may import, third-party packages it may import). A longer path is a room of its own.
TABLE: dict[str, tuple[set[str], set[str]]] = {
    "catalogue": ({"catalogue"}, set()),
    "errors": ({"catalogue"}, set()),
    "document": (set(), set()),
    "shipped": ({"errors"}, set()),
    "model": ({"model", "errors"}, {"pydantic"}),
    "findings": ({"findings", "model", "errors"}, set()),
    "as_json": ({"as_json", *NOUNS}, set()),
    "words": ({"errors"}, {"babel"}),
    "typesetting": ({"typesetting", "errors"}, {"typst"}),
    "typesetting/fonts.py": (set(), {"fontTools", "matplotlib"}),
    "standards": ({"standards", "checklists", "words", *NOUNS}, {"tomli", "pydantic", "pydantic_core"}),
    "standards/signature.py": ({"standards", "model", "errors"}, {"nacl"}),
    "standards/writers/po.py": ({"standards", "model"}, {"babel"}),
    "standards/readers/po.py": ({"standards", "errors"}, {"babel"}),
    "standards/writers/workbook.py": ({"standards", "checklists", "model"}, {"xlsxwriter"}),
    "standards/readers/workbook.py": ({"standards", "checklists", "errors"}, {"python_calamine"}),
    "standards/writers/translators.py": ({"standards", "words", "model"}, {"xlsxwriter"}),
    "checklists": ({"checklists", "words", *NOUNS}, set()),
    "checklists/notes.py": ({"checklists", "words", *NOUNS}, {"phonenumbers"}),
    "checklists/readers": ({"checklists", "words", *NOUNS}, {"python_calamine"}),
    "checklists/writers": ({"checklists", "words", *NOUNS}, {"jinja2"}),
    "checklists/writers/workbook.py": ({"checklists", "words", *NOUNS}, {"xlsxwriter"}),
    "checklists/writers/workbook_sheet.py": ({"checklists", "words", *NOUNS}, {"xlsxwriter"}),
    "checklists/writers/xlsform.py": ({"checklists", "model"}, {"xlsxwriter"}),
    "checklists/writers/paper_pdf.py": ({"checklists", "typesetting", "model"}, set()),
    "training": ({"training", "standards", "checklists", *NOUNS}, set()),
    "scoring": ({"scoring", *NOUNS}, {"numpy"}),
    "allocation": ({"allocation", *NOUNS}, {"numpy"}),
    "allocation/solve.py": ({"allocation", *NOUNS}, {"numpy", "highspy"}),
    "reports": ({"reports", "document", "words", *NOUNS}, set()),
    "reports/poster.py": ({"words"}, {"jinja2"}),
    "reports/writers": ({"reports", "document", "words", "errors"}, {"rich", "jinja2", "matplotlib"}),
    "reports/writers/docx.py": ({"reports", "document", "words"}, {"docx"}),
    "reports/writers/docx_parts.py": (set(), {"docx"}),
    "reports/writers/pdf.py": ({"reports", "document", "words", "typesetting"}, set()),
    "reports/writers/csv.py": ({"reports", "document", "errors", "checklists"}, set()),
    "reports/writers/workbook.py": ({"reports", "document", "words"}, {"xlsxwriter"}),
    "tables": ({"tables", "words", *NOUNS}, set()),
    "tables/dhis2_mapping.py": ({"standards", "model", "errors"}, {"pydantic", "pydantic_core"}),
    "tables/writers": ({"tables", "findings", "checklists"}, set()),
    "tables/writers/workbook.py": ({"tables", "checklists"}, {"xlsxwriter"}),
    "store": ({"store", "model", "errors"}, set()),
    "programme": (
        {"programme", "standards", "checklists", "words", "shipped", *NOUNS},
        {"tomli", "tomlkit", "babel", "pydantic"},
    ),
    "pipeline": (
        {
            "standards",
            "checklists",
            "scoring",
            "allocation",
            "reports",
            "programme",
            "store",
            "words",
            "as_json",
            "document",
            *NOUNS,
        },
        set(),
    ),
    "visit_pages": ({"pipeline", "reports", "words", "document", *NOUNS}, set()),
    "acts": (
        {
            "acts",
            "visit_pages",
            "document",
            "standards",
            "checklists",
            "scoring",
            "allocation",
            "programme",
            "store",
            "tables",
            "words",
            "as_json",
            "shipped",
            "training",
            "pipeline",
        }
        | NOUNS,
        set(),
    ),
    "cli": (
        {
            "cli",
            "acts",
            "standards",
            "checklists",
            "allocation",
            "reports",
            "programme",
            "store",
            "words",
            "as_json",
            "pipeline",
        }
        | {"document", "shipped", "training", *NOUNS},
        {"typer", "rich"},
    ),
    "__init__": (set(), set()),
    "__main__": ({"cli"}, set()),
}
LONGEST = 300  # lines; a file above it is a room that has become crowded


def room_of(path: Path) -> str:
    place = path.relative_to(ROOT).as_posix()
    rooms = [each for each in TABLE if place == each or place.startswith(each + "/") or place == each + ".py"]
    assert rooms, f"ssi/{place} lies in no room; add it to the house"
    return max(rooms, key=len)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from (f"{node.module}.{each.name}" for each in node.names)


FILES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    ours, theirs = TABLE[room]
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top == "ssi":
            other = rest.split(".")[0]
            if (ROOT / f"{other}.py").exists() or (ROOT / other).is_dir():
                assert other in ours, (
                    f"ssi/{path.relative_to(ROOT)} imports ssi.{rest}; {room} may import {sorted(ours)}"
                )
        elif top not in sys.stdlib_module_names:
            assert top in theirs, f"ssi/{path.relative_to(ROOT)} imports {top}; {room} may import {sorted(theirs)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_says_what_it_is_and_is_not_crowded(path: Path) -> None:
    text = path.read_text()
    assert text == "" or ast.get_docstring(ast.parse(text)), f"{path.name} has no docstring"
    assert text.count("\n") <= LONGEST, f"{path.name} is longer than {LONGEST} lines"


def test_only_the_store_speaks_sql_and_only_the_options_know_the_clock() -> None:
    for path in FILES:
        text = path.read_text()
        room = room_of(path)
        if room != "store":
            assert "sqlite3" not in text, f"{path.name} speaks to a database; only ssi.store may"
        if path.name != "options.py":
            assert "datetime.now" not in text, f"{path.name} asks for the time; it enters as an argument"
            assert "time.time(" not in text, f"{path.name} asks for the time; it enters as an argument"
