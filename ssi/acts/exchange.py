"""Standards as workbooks, both ways: out to an office, and back into files when every word of them is well.

Never writes a file: commands do, with the bytes that come from here. A workbook is read back before it is handed out,
so that what it cannot carry is known at once and not when somebody's work of a month comes back. What comes in is held
to the very checks of a standards file; a released file is never written over, and a draft that says the same is left as
it is, because of its remarks a workbook holds only the head.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ssi.acts.standards import BasesBeside, Chosen, is_version
from ssi.acts.translations import beside
from ssi.errors import Fault, SsiError, Where, fault, refuse
from ssi.model import Standard, Translation
from ssi.scoring.summarise import score_shelter
from ssi.standards.examples import run_examples
from ssi.standards.readers.held import LeftOut, holding, is_draft, refusal
from ssi.standards.readers.imported import Imported
from ssi.standards.readers.pointing import Pointing, in_order
from ssi.standards.readers.tables import imported
from ssi.standards.readers.translated import faults_of_translations, languages_of, translation_of
from ssi.standards.readers.workbook import read_book
from ssi.standards.reading import check_standard, places
from ssi.standards.toml_text import read_toml
from ssi.standards.translating import placed
from ssi.standards.translation import parse_translation, read_translation
from ssi.standards.writers.toml import own_head, standard_toml
from ssi.standards.writers.translation import translation_toml
from ssi.standards.writers.workbook import standard_workbook

ENDINGS = (".xlsx", ".ods")


@dataclass(frozen=True)
class TakenIn:
    """What a workbook becomes: the standard, the files to write (place, bytes), those that say the same already,
    warnings, and the worked examples that were left out."""

    standard: Standard
    files: tuple[tuple[Path, bytes], ...]
    same: tuple[Path, ...]
    warnings: tuple[Fault, ...]
    left_out: tuple[LeftOut, ...] = ()


def workbook_of(chosen: Chosen, file: str) -> bytes:
    """The standard and the translations beside it as .xlsx, `file` its name. Raises SsiError `workbook-cannot-hold` for
    what would not come back as it is, and all that keeps a translation from being read."""
    source = read_toml(chosen.data, str(chosen.path))
    tables = source.tables or {}
    head = own_head(tables, source.text)
    translations = tuple(_beside(chosen))
    data = standard_workbook(tables, chosen.standard, translations, head)
    back = imported(read_book(data, file))
    refuse(back.faults)
    refuse(_lost(chosen, standard_toml(tables, head), standard_toml(back.tables, back.head)))
    for each in translations:
        again = translation_of(back, each.language, chosen.standard)
        refuse(_lost(chosen, translation_toml(each), translation_toml(again)))
    return data


def _beside(chosen: Chosen) -> Iterator[Translation]:
    for path in beside(chosen.path).values():
        yield placed(read_translation(path.read_bytes(), str(path), chosen.standard), chosen.standard)


def _lost(chosen: Chosen, here: bytes, back: bytes) -> Iterator[Fault]:
    """The first line that a workbook would not give back."""
    if here == back:
        return
    lines = here.decode().split("\n")
    other = back.decode().split("\n")
    first = next((each for each, again in zip(lines, [*other, *[""] * len(lines)], strict=False) if each != again), "")
    yield fault("workbook-cannot-hold", Where(str(chosen.path)), why=first.strip() or "its last lines")


def take_in(file: str, data: bytes, to: Path, *, replace: bool = False, leave_out_examples: bool = False) -> TakenIn:
    """What this workbook, called `file`, becomes at `to`. Raises SsiError with every fault, at its cell, and where what
    is at `to` may not be written over (`replace`: a draft may). `leave_out_examples`: of a draft, the worked examples
    that no longer hold are no fault."""
    found = imported(read_book(data, file))
    left_out: tuple[LeftOut, ...] = ()
    if leave_out_examples and found.whole and is_draft(found):
        found, left_out = holding(found, lambda made: _checked(made, to)[1], str(to))
    made = standard_toml(found.tables, found.head)
    standard, faults = _checked(made, to) if found.whole else (None, ())
    faults = tuple(each for each in faults if each.code != "standard-misnamed")
    pointing = Pointing(found, made, str(to))
    pointed = [*found.faults, *pointing(faults), *refusal(found, faults, pointing)]
    if standard is None:
        raise SsiError(in_order(pointed))
    pointed += [*_misplaced(found, standard, to), *faults_of_translations(found, standard)]
    refuse(in_order(pointed))
    files = _files(found, standard, made, to)
    refuse(each for path, _, same in files if not same for each in _in_the_way(path, path == to, replace=replace))
    new = tuple((path, each) for path, each, same in files if not same)
    same = tuple(path for path, _, same in files if same)
    return TakenIn(standard, new, same, tuple(in_order(pointed)), left_out)


def _checked(made: bytes, to: Path) -> tuple[Standard | None, tuple[Fault, ...]]:
    """As `ssi check` does, the worked examples run."""
    standard, faults = check_standard(made, str(to), BasesBeside(to))
    if standard is None:
        return None, faults
    return standard, (*faults, *run_examples(standard, score_shelter, places(made, str(to))))


def _misplaced(found: Imported, standard: Standard, to: Path) -> Iterator[Fault]:
    """A file that is called by a version lies in the folder of its id and says that version."""
    if is_version(to.stem) and (to.absolute().parent.name, to.stem) != (standard.id, standard.version):
        place = f"standards/{standard.id}/{standard.version}.toml"
        yield fault("standard-path", found.where(("version",)), said=standard, file=to, place=place)


def _files(found: Imported, standard: Standard, made: bytes, to: Path) -> list[tuple[Path, bytes, bool]]:
    """The standard's file and those of its translations: place, bytes, and whether what is there says the same."""
    there = to.read_bytes() if to.is_file() else b""
    same = bool(there) and _canonical(there) == made
    kept = there if same else made
    standard = standard.model_copy(update={"sha256": hashlib.sha256(kept).hexdigest()})
    files = [(to, kept, same)]
    for language in languages_of(found):
        path = to.with_name(f"{to.stem}.{language}.toml")
        new = translation_of(found, language, standard)
        says = path.is_file() and _says(path, new, standard, changed=not same)
        files.append((path, translation_toml(new), says))
    return files


def _canonical(data: bytes) -> bytes:
    """The file's canonical text; nothing where it cannot be read."""
    source = read_toml(data, "")
    return standard_toml(source.tables, own_head(source.tables, source.text)) if source.tables else b""


def _says(path: Path, new: Translation, standard: Standard, *, changed: bool) -> bool:
    """Whether the file says what the new translation says, whatever bytes of the standard it was made for. Where those
    have `changed`, the file must itself say of which source texts it was made: its sha256 tells no more."""
    old, _ = parse_translation(path.read_bytes(), str(path))
    if old is None or old.standard != new.standard or (changed and old.texts.keys() - old.of):
        return False
    return placed(old, standard) == new


def _in_the_way(path: Path, is_standard: bool, *, replace: bool) -> Iterator[Fault]:
    """Why a file that says something else may not be written over."""
    if not path.is_file():
        return
    tables = read_toml(path.read_bytes(), str(path)).tables or {}
    adopted = path.with_name(f"{path.stem}.adoption.toml").is_file()
    if is_standard and (adopted or tables.get("status") == "released"):
        yield fault("standard-released", file=path, what="adopted" if adopted else "released")
    elif not replace:
        yield fault("standard-there", file=path)
