"""Says whether a file, a round or a publish pack uses exactly the bytes that were adopted.

Never mends and never writes. Where the adopted bytes are at hand somewhere (shipped, in the programme folder, kept with
a round) an edit is named down to its keys; else by its criterion, from the fingerprints in the adoption.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ssi import programme as folder
from ssi.acts.adopted import adoption_of, bases_of, edited, faults_of, place
from ssi.acts.at_hand import copies, find, root_of, same_bytes
from ssi.acts.pack import Pack, read_pack
from ssi.acts.standards import Chain, read_bytes
from ssi.errors import Fault, SsiError, Where, fault
from ssi.findings.adoption import Scan, Signed, Verified
from ssi.model import Round, Standard
from ssi.model.adoption import Adoption
from ssi.pipeline import Year, open_year, standard_of, the_round
from ssi.standards.adoption import ENDING, read_adoption
from ssi.standards.reading import read_standard
from ssi.standards.signature import fits, public_key, short


@dataclass(frozen=True)
class Asked:
    """What a person gave to compare with: the programme folder, a public key as hex, the sha256 of a scan; and the
    rounds at hand, which keep the bytes that they were opened with."""

    root: Path | None = None
    key: str = ""
    scan: str = ""
    rounds: Sequence[Round] = ()


def verify_here(
    start: str, what: Sequence[str], rounds: Sequence[str], key: Path | None, scan: Path | None, store_url: str = ""
) -> tuple[Verified, ...]:
    """What was asked about, as seen from the folder `start`; of nothing in particular, the programme's own standard and
    every round of it. Faults: no programme where one is needed, a round or file that is missing, a key that is none."""
    root = root_of(start or ("." if rounds or not what else ""))
    pinned = _rounds(root, store_url)
    wanted = [each for each in pinned if not what and not rounds]
    if root and rounds:
        wanted = [*_opened(root, store_url, lambda year: tuple(the_round(year, each) for each in rounds))]
    if root and not what and not rounds:
        what = [folder.settings_only(root).settings.standard.replace(" ", "@")]
    hex_key = public_key(read_bytes(key), str(key)) if key else ""
    scanned = hashlib.sha256(read_bytes(scan)).hexdigest() if scan else ""
    return verify_all(what, wanted, Asked(root, hex_key, scanned, pinned))


def _rounds(root: Path | None, url: str) -> tuple[Round, ...]:
    """Every round of the programme; none where it has no store yet."""
    if root is None or not (root / folder.SETTINGS).is_file():
        return ()
    if not (root / (url or folder.settings_only(root).settings.store.url)).exists():
        return ()
    return _opened(root, url, lambda year: year.store.rounds())


def _opened(root: Path, url: str, ask: Callable[[Year], tuple[Round, ...]]) -> tuple[Round, ...]:
    year = open_year(root, store_url=url, read_only=True)
    try:
        return ask(year)
    finally:
        year.store.close()


def verify_all(what: Sequence[str], rounds: Sequence[Round], given: Asked) -> tuple[Verified, ...]:
    """Each in its order, the rounds last. Raises SsiError with the faults of everything that cannot be read."""
    found, faults = list[Verified](), list[Fault]()
    looks = [*(partial(verify, each) for each in what), *(partial(verify_round, each) for each in rounds)]
    for look in looks:
        try:
            found += look(given)
        except SsiError as error:
            faults += error.faults
    if faults:
        raise SsiError(faults)
    return tuple(found)


def verify(what: str, given: Asked) -> Iterator[Verified]:
    """A standard by file or `ID@VERSION`, or every standard in a pack."""
    if what.casefold().endswith(".zip"):
        yield from verify_pack(read_pack(Path(what)), given)
    else:
        chosen = find(what, given.root)
        where = Where(str(place(chosen.path)))
        yield _held(what, chosen.standard, chosen.chain, adoption_of(chosen.path), where, given)


def verify_round(round: Round, given: Asked) -> Iterator[Verified]:
    """The bytes that a round is pinned to, against the adoption at hand."""
    standard = standard_of(round)
    adoption, where = _at_hand(str(standard), given.root)
    yield _held(f"round {round.id}", standard, round.chain, adoption, where, given)


def verify_pack(pack: Pack, given: Asked) -> Iterator[Verified]:
    """Every standard in a pack, against the adoption in it and, where it is at hand, the one kept here."""
    for path in pack.standards:
        standard, chain = _read(pack, path)
        inside = path.removesuffix(".toml") + ENDING
        where = Where(f"{pack.name}: {inside}")
        adoption = read_adoption(pack.files[inside], where.file) if inside in pack.files else None
        kept, _ = _at_hand(str(standard), given.root)
        found = _held(f"{pack.name}: {path}", standard, chain, kept or adoption, where, given)
        faults = [*pack.faults, *found.faults]
        if kept and adoption and kept != adoption:
            faults.append(fault("pack-differs", Where(pack.name), path=inside, how="is not the adoption at hand"))
        yield replace(found, faults=tuple(faults))


def _read(pack: Pack, path: str) -> tuple[Standard, Chain]:
    """A standard in a pack, and the bytes that it stands on, all of them in the pack."""
    bases: dict[str, bytes] = {}

    def base(code: str, version: str) -> tuple[str, bytes] | None:
        name = f"{code}/{version}.toml"
        if f"standards/{name}" not in pack.files:
            return None
        bases[name] = pack.files[f"standards/{name}"]
        return f"{pack.name}: standards/{name}", bases[name]

    standard = read_standard(pack.files[path], f"{pack.name}: {path}", base)
    return standard, (*reversed(bases.items()), (path.removeprefix("standards/"), pack.files[path]))


def _at_hand(standard: str, root: Path | None) -> tuple[Adoption | None, Where]:
    """The adoption of this standard that is at hand, the programme's before a shipped one."""
    for path in copies(standard, root):
        adoption = adoption_of(path)
        if adoption is not None:
            return adoption, Where(str(place(path)))
    return None, Where()


def _held(
    what: str, standard: Standard, chain: Chain, adoption: Adoption | None, where: Where, given: Asked
) -> Verified:
    """One standard held to one adoption."""
    found = Verified(what, str(standard), standard.sha256, adoption)
    if adoption is None:
        return replace(found, signed="missing" if given.key else "none")
    then = None if adoption.sha256 == standard.sha256 else _adopted_text(adoption, given)
    signature = adoption.signature
    return replace(
        found,
        edits=edited(adoption, standard, bases_of(chain), then),
        signed=_signed(adoption, given.key),
        key=short(signature.public_key) if signature else "",
        trusted=bool(signature and given.key == signature.public_key),
        scan=_scan(adoption, given.scan),
        faults=tuple(each for each in faults_of(adoption, standard, where) if each.code != "adoption-signature"),
    )


def _adopted_text(adoption: Adoption, given: Asked) -> Standard | None:
    """The standard with exactly the adopted bytes, where it is at hand."""
    for round in given.rounds:
        if round.standard_sha256 == adoption.sha256:
            return standard_of(round)
    return same_bytes(adoption.sha256, adoption.standard, given.root)


def _signed(adoption: Adoption, key: str) -> Signed:
    signature = adoption.signature
    if signature is None:
        return "missing" if key else "none"
    if not fits(signature, adoption.sha256):
        return "bad"
    return "another key" if key not in ("", signature.public_key) else "good"


def _scan(adoption: Adoption, scan: str) -> Scan:
    if not scan:
        return ""
    if adoption.instrument_sha256 is None:
        return "not stated"
    return "same" if scan == adoption.instrument_sha256 else "differs"
