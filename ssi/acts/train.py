"""Practice cases: which there are, one of them ready to be practised, and every fault of a case file.

Never writes a file and never keeps what a learner gave: a practice that is left is gone. Needs no store, so that a
person may practise on any computer, in a programme folder or not.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ssi.acts.standards import choose, read_bytes, split
from ssi.checklists.notes import check_note
from ssi.errors import Fault, SsiError, Where, did_you_mean, fault
from ssi.findings import KnownCase
from ssi.model import Standard
from ssi.programme import find, settings_only
from ssi.shipped import examples_folder
from ssi.training.reading import Practice, anywhere, check_case, read_case

FOLDER = "cases"  # of a programme, where a national group keeps its own


def programme_here(start: str) -> Path | None:
    """The programme folder at `start`; where that is empty the one here or above, or None."""
    try:
        return find(Path(start or "."))
    except SsiError:
        if start:
            raise
        return None


def known_cases(root: Path | None) -> tuple[KnownCase, ...]:
    """The programme's own cases, then those that come with ssi. One with faults is named with how many."""
    return tuple(_known(path, root, ours=ours) for ours, path in _files(root))


def practice(name: str, root: Path | None) -> Practice:
    """The case of this id, or in this file. Raises SsiError: unknown, or every fault of the file."""
    path = Path(name) if name.endswith(".toml") or "/" in name else _by_id(name, root)
    return read_case(read_bytes(path), str(path), lambda named: _standard(named, root), _look_at(root))


def case_faults(path: Path, name: str) -> Iterator[Fault]:
    """Every fault and warning of a case file; `name` is what faults call it."""
    root = _programme_of(path)
    read, faults = check_case(read_bytes(path), name, lambda named: _standard(named, root), _look_at(root))
    yield from faults
    used = _settings_standard(root)
    if read and used and used != read.case.standard:
        yield fault("case-other-standard", Where(name), standard=read.case.standard, used=used)


def own_case_faults(root: Path) -> Iterator[Fault]:
    """Every fault of the programme's own cases."""
    for path in sorted((root / FOLDER).glob("*.toml")):
        yield from case_faults(path, f"{FOLDER}/{path.name}")


def _files(root: Path | None) -> Iterator[tuple[bool, Path]]:
    """(whether it is the programme's own, file), in the order of their names."""
    if root:
        yield from ((True, each) for each in sorted((root / FOLDER).glob("*.toml")))
    yield from ((False, each) for each in sorted((examples_folder() / "cases").glob("*.toml")))


def _by_id(name: str, root: Path | None) -> Path:
    known: dict[str, Path] = {}
    for _, path in _files(root):
        known.setdefault(path.stem, path)
    if name not in known:
        hint = did_you_mean(name, known)
        raise SsiError(fault("case-unknown", case=name, hint=hint, known=", ".join(sorted(known)) or "none"))
    return known[name]


def _known(path: Path, root: Path | None, *, ours: bool) -> KnownCase:
    read, faults = check_case(read_bytes(path), str(path), lambda named: _standard(named, root), _look_at(root))
    if read is None:
        return KnownCase(path.stem, ours=ours, faults=sum(not each.warning for each in faults))
    case = read.case
    return KnownCase(
        case.id,
        case.title,
        case.kind,
        case.children == "yes",
        len(case.observation),
        str(read.standard),
        case.language,
        ours,
    )


def _standard(named: str, root: Path | None) -> Standard:
    """The standard of this id and version: the programme's own copy, else the one that comes with ssi."""
    code, version = split(named)
    own = root / "standards" / code / f"{version}.toml" if root and version else None
    found = choose(str(own) if own and own.is_file() else f"{code}@{version}").standard
    if not version:
        raise SsiError(fault("unknown-version", standard=code, version="(none)", known=found.version))
    return found


def _programme_of(path: Path) -> Path | None:
    """The programme in which a file lies, or none."""
    try:
        return find(path.parent)
    except SsiError:
        return None


def _look_at(root: Path | None) -> Callable[[str], Iterable[Fault]]:
    """What may identify somebody, by the programme's country and its own list of words where they are known."""
    try:
        programme = settings_only(root) if root else None
    except SsiError:
        programme = None
    if programme is None:
        return anywhere
    country, kept = programme.settings.country, programme.kept_words
    return lambda text: check_note(text, country, kept)


def _settings_standard(root: Path | None) -> str:
    try:
        return settings_only(root).settings.standard if root else ""
    except SsiError:
        return ""
