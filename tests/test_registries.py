"""What is registered by a line in a tuple: every line leads to something that works, and no file is forgotten."""

import re
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest

from ssi.allocation.policies import POLICIES
from ssi.checklists import readers as table_readers
from ssi.checklists import writers as sheet_writers
from ssi.cli import app as door
from ssi.cli import standard as family
from ssi.document import Document, Heading, Paragraph
from ssi.reports import writers as report_writers

ROOT = Path(__file__).parent.parent / "ssi"


def modules(folder: str) -> set[str]:
    return {each.parent.stem if each.stem == "__init__" else each.stem for each in files(folder)}


def files(folder: str) -> list[Path]:
    return [*(each for each in (ROOT / folder).glob("*.py") if each.stem != "__init__"), *packages(folder)]


def packages(folder: str) -> list[Path]:
    return [each for each in (ROOT / folder).glob("*/__init__.py") if "app = " in each.read_text()]


@pytest.mark.parametrize("writer", report_writers.WRITERS, ids=lambda each: each.ending)
def test_every_report_format_writes_a_document(writer: report_writers.Writer) -> None:
    page = Document("A title", (Heading("A heading"), Paragraph("A sentence.")))
    assert "A sentence." in text_of(report_writers.write(page, writer.ending), writer.ending)


def text_of(data: bytes, ending: str) -> str:
    """What a reader of the format finds in it; two of them are compressed."""
    if ending == ".pdf":
        from pypdf import PdfReader

        return "\n".join(each.extract_text() for each in PdfReader(BytesIO(data)).pages)
    if ending == ".docx":
        import docx

        return "\n".join(each.text for each in docx.Document(BytesIO(data)).paragraphs)
    return data.decode()


@pytest.mark.parametrize("ending", table_readers.READERS)
def test_every_table_format_has_a_reader(ending: str) -> None:
    assert callable(import_module(table_readers.READERS[ending]).read)
    assert table_readers.READERS[ending].rpartition(".")[2] in modules("checklists/readers")


def test_every_sheet_format_has_a_writer() -> None:
    for place in sheet_writers.WRITERS.values():
        assert import_module(place)


def test_every_sharing_rule_is_one_file_and_one_line() -> None:
    assert sorted(each.name for each in POLICIES) == sorted(modules("allocation/policies"))
    for each in POLICIES:
        assert each.goals and each.promises, each.name
        assert each.term and each.source, each.name


def test_every_command_is_one_file_and_one_line() -> None:
    for folder, lines in (("cli", door.COMMANDS), ("cli/standard", family.COMMANDS)):
        for _, file, _ in lines:
            command = import_module(f"ssi.{folder}.{file}".replace("/", "."))
            assert hasattr(command, "run") or hasattr(command, "app"), file
        offered = {each for each in modules(folder) if offers_a_command(ROOT / folder / each)}
        assert offered - {"app"} == {file for _, file, _ in lines}


def offers_a_command(place: Path) -> bool:
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return bool(re.search(r"^def run\(|^app = ", file.read_text(), re.MULTILINE))
