"""Looks at files before they are used and collects every fault: a programme folder, a standard, a table.

Never changes a file or the store. What a file is follows from its name and place: ssi.toml and its folder are a
programme, any other TOML file a standard, a table of the programme by its name, and any other table scores.
"""

import hashlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ssi import programme as folder
from ssi.acts import translations
from ssi.acts.adopted import check_adoption_file, check_beside, is_adoption
from ssi.acts.coverage import check_mapping_file, is_mapping
from ssi.acts.load import TRIAL, load
from ssi.acts.standards import BasesBeside, is_version, read_bytes, split
from ssi.acts.train import case_faults, own_case_faults
from ssi.allocation.policies import policy_named
from ssi.checklists.readers import READERS, read_file
from ssi.checklists.scores import FREE, NEEDED
from ssi.errors import Fault, SsiError, Where, fault
from ssi.model import Round, Standard
from ssi.pipeline import open_year
from ssi.programme import Programme
from ssi.programme.tables import TABLES
from ssi.scoring.summarise import score_shelter
from ssi.standards.examples import run_examples
from ssi.standards.reading import check_standard, places
from ssi.training.reading import is_case


@dataclass
class Checked:
    """What was looked at, and every fault in it."""

    checked: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def check(paths: Sequence[Path]) -> Checked:
    """Every fault in the files and folders named, in their order."""
    found = Checked()
    for path in paths:
        found.checked.append(str(path) if path != Path() else f"{path.absolute().name}/")
        try:
            for each in _one(path):
                found.faults.append(each)
        except SsiError as error:
            found.faults += error.faults
    return found


def _one(path: Path) -> Iterator[Fault]:
    if path.is_dir() or path.name == folder.SETTINGS:
        yield from _programme(path if path.is_dir() else path.parent)
    elif path.suffix == ".toml" and path.is_file() and is_case(path.read_bytes()):
        yield from case_faults(path, str(path))
    elif is_adoption(path):
        yield from check_adoption_file(path)
    elif is_mapping(path):
        yield from check_mapping_file(path)
    elif path.suffix == ".toml":
        yield from _toml(path)
    elif path.suffix.lower() in READERS:
        yield from _table(path)
    elif path.exists():
        yield fault("file-ending", file=path, known=" ".join((".toml", *READERS)))
    else:
        yield fault("file-missing", file=path)


def _toml(path: Path) -> Iterator[Fault]:
    """A translation by its name; else a standard, and the translations that lie beside it."""
    translation = translations.check_file(path)
    if translation is not None:
        yield from translation
        return
    standard, faults = _standard(path, str(path))
    yield from faults
    if standard:
        yield from translations.check_beside(path, str(path), standard)


def _standard(path: Path, name: str) -> tuple[Standard | None, tuple[Fault, ...]]:
    """A standards file with what it extends, its worked examples run."""
    data = read_bytes(path)
    standard, faults = check_standard(data, name, BasesBeside(path))
    if standard is None:
        return None, faults
    examples = run_examples(standard, score_shelter, places(data, name))
    return standard, (*faults, *examples, *check_beside(path, name, standard))


def _programme(start: Path) -> Iterator[Fault]:
    """Its tables and settings, every standard in it, its criteria against the standard, and later edits of what an
    open round is pinned to."""
    root = folder.find(start)
    standard = yield from _standards(root)
    rounds = _rounds(root)
    programme, faults = folder.look(root, {each.id: each.kind for each in rounds}, standard)
    yield from faults
    if programme is None:
        return
    yield from programme.kept_words.faults
    if standard is None:
        code, version = split(programme.settings.standard)
        path = root / "standards" / code / f"{version}.toml"
        if not path.is_file():
            yield fault("file-missing", file=path.relative_to(root))
    if "shelters" in programme.rows and not len(programme.rows["shelters"]):
        yield fault("no-shelters-yet")
    yield from _policy(programme)
    yield from own_case_faults(root)
    for round in rounds:
        if not round.closed:
            yield from _edited(programme, round)


def _policy(programme: Programme) -> Iterator[Fault]:
    try:
        policy_named(programme.settings.policy.name)
    except SsiError as error:
        yield from (replace(each, where=Where(folder.SETTINGS)) for each in error.faults)


def _standards(root: Path) -> Generator[Fault, None, Standard | None]:
    """Faults of every standard under standards/ → the programme's own, where it is without fault."""
    chosen: Standard | None = None
    try:
        wanted = split(folder.settings_only(root).settings.standard)
    except SsiError:
        wanted = ("", "")
    for path in sorted((root / "standards").rglob("*.toml")):
        if not is_version(path.stem):
            continue
        standard, faults = _standard(path, str(path.relative_to(root)))
        yield from faults
        if standard:  # what a translation lacks is for those who write it, not for a programme
            beside = translations.check_beside(path, str(path.relative_to(root)), standard)
            yield from (each for each in beside if not each.warning)
        if (path.parent.name, path.stem) == wanted:
            chosen = standard
    return chosen


def _rounds(root: Path) -> tuple[Round, ...]:
    """The rounds of the store, where there is one and ssi.toml names it rightly; `folder.load` names its faults."""
    try:
        store = folder.settings_only(root).settings.store.url
    except SsiError:
        return ()
    if not (root / store).exists():
        return ()
    year = open_year(root, read_only=True)
    try:
        return year.store.rounds()
    finally:
        year.store.close()


def _edited(programme: Programme, round: Round) -> Iterator[Fault]:
    """Files that were edited after the round was opened: the round keeps what it was pinned to."""
    for name, data in round.chain:
        path = programme.folder / "standards" / name
        if path.is_file() and path.read_bytes() != data:
            here = hashlib.sha256(path.read_bytes()).hexdigest()
            then = hashlib.sha256(data).hexdigest()
            yield fault("standard-edited", file=f"standards/{name}", round=round.id, now=here[:12], then=then[:12])
    visits = tuple(each for each in programme.visits if each.round == round.id)
    same = {
        "shelters.csv": programme.shelters == round.shelters,
        "assessors.csv": programme.assessors == round.assessors,
        "visits.csv": visits == round.visits,
    }
    yield from (fault("table-edited", file=file, round=round.id) for file, equal in same.items() if not equal)


def _table(path: Path) -> Iterator[Fault]:
    """A table of the programme is checked with its whole folder; any other is scores, checked as `ssi load --dry-run`
    does where a programme with a store is here or above, else by its columns alone."""
    if path.stem in {each.name for each in TABLES}:
        root = folder.find(path.parent)
        try:
            yield from folder.load(root).warnings
        except SsiError as error:
            yield from (each for each in error.faults if Path(each.where.file).stem == path.stem)
        return
    try:
        year = open_year(path.parent, read_only=True)
    except SsiError:
        yield from read_file(path).expect(NEEDED, FREE)
        return
    try:
        found = load(year, [path], TRIAL, notes_ok=False)
    finally:
        year.store.close()
    yield from (*found.refused, *found.remarks)
