"""Publishing a standard: what goes to the shelters, and the one zip that holds it. Never writes a file: `ssi.cli` does.

The pack is reproducible: the same standard, made by the same version of ssi, is the same bytes in any folder, time zone
and language of the machine. So names are sorted, every file has the same date (`moment`), and nothing of the machine
stands in it. Only another build of the compressor, or other fonts in a PDF, may change it; the hash of each file inside
stands in the manifest in any case.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ssi.acts.adopted import adoption_of, bases_of, edited, faults_of, place
from ssi.acts.pack import MANIFEST
from ssi.acts.standards import Chosen
from ssi.acts.translations import files_beside, folders_of, languages, texts_here
from ssi.checklists.writers import write
from ssi.errors import Where, fault, refuse
from ssi.model import KINDS, Kind, Standard, Texts
from ssi.model.adoption import Adoption
from ssi.scoring.summarise import score_shelter
from ssi.standards.examples import run_examples
from ssi.standards.reading import places, read_chain
from ssi.standards.writers.oscal import catalog_bytes
from ssi.standards.writers.oscal_profile import profile_files
from ssi.standards.writers.schema import SCHEMAS, schema_bytes

SUMS = "SHA256SUMS"
EARLIEST = "1980-01-01T00:00:00Z"  # no zip can say an earlier time
Files = dict[str, bytes]


@dataclass(frozen=True)
class Publication:
    """A standard ready to be published: its adoption where there is one, and its texts in each language asked for."""

    chosen: Chosen
    adoption: Adoption | None
    texts: Mapping[str, Texts]

    @property
    def standard(self) -> Standard:
        return self.chosen.standard

    def moment(self, said: str = "") -> str:
        """The time that everything in the pack bears (ISO 8601, UTC): `said`, else the day of the adoption, else the
        earliest that a zip can hold."""
        adopted = f"{self.adoption.adopted.isoformat()}T00:00:00Z" if self.adoption else ""
        return max(said or adopted, EARLIEST)


def prepared(chosen: Chosen, asked: Sequence[str]) -> Publication:
    """The publication, by default in every language at hand. Raises SsiError with all that forbids it: worked examples
    that come out otherwise, an adoption of other bytes, a language without a translation."""
    standard = chosen.standard
    faults = list(run_examples(standard, score_shelter, places(chosen.data, str(chosen.path))))
    adoption = adoption_of(chosen.path)
    if adoption:
        where = Where(str(place(chosen.path)))
        faults += faults_of(adoption, standard, where)
        if edited(adoption, standard, bases_of(chosen.chain), None):
            faults.append(fault("publish-adoption-differs", where, standard=standard, file=chosen.path.name))
    known = languages(chosen)
    texts = {}
    for language in asked or known:
        if language not in known:
            faults.append(fault("publish-untranslated", standard=standard, language=language, known=", ".join(known)))
        else:
            texts[language] = texts_here(chosen, language)
    refuse(faults)
    return Publication(chosen, adoption, texts)


def sheets(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The blank scoring sheets, one at a time: (path, bytes) for each language and kind of shelter; with children only
    where that asks more."""
    standard = publication.standard
    for language, texts in publication.texts.items():
        for kind in KINDS:
            for children in (False, True):
                checklist = standard.checklist(kind, children=children)
                if checklist.slots and not (children and checklist.slots == _slots(standard, kind)):
                    name = f"{kind}{'.children' if children else ''}.html"
                    yield f"sheets/{language}/{name}", write(".html", checklist, language=language, texts=texts)


def _slots(standard: Standard, kind: Kind) -> tuple[int, ...]:
    return standard.checklist(kind, children=False).slots


def machine_files(publication: Publication, moment: str) -> Files:
    """What programs read: the standard and its bases, adoptions and translations as they are, OSCAL, the schemas."""
    chosen, standard = publication.chosen, publication.standard
    files = {**dict(chosen.chain), **files_beside(chosen), **dict(_adoptions(chosen))}
    schemas = {f"schema/{kind}-1.json": schema_bytes(kind) for kind in SCHEMAS}
    oscal = oscal_files(chosen, f"{standard.id}-{standard.version}", moment)
    return {
        **{f"standards/{name}": data for name, data in {**files, **schemas}.items()},
        **{f"oscal/{name}": data for name, data in oscal.items()},
    }


def _adoptions(chosen: Chosen) -> Iterator[tuple[str, bytes]]:
    """The adoptions of the standard and of its bases, by their place under standards/."""
    for name, _ in chosen.chain:
        paths = (chosen.path,) if name == chosen.chain[-1][0] else (each / name for each in folders_of(chosen))
        found = next((beside for path in paths if (beside := place(Path(path))).is_file()), None)
        if found:
            yield str(place(Path(name)).as_posix()), found.read_bytes()


def pack(publication: Publication, files: Mapping[str, bytes], moment: str) -> bytes:
    """The zip of these files with their manifest and their sums; `moment` is the date that each bears."""
    named = dict(files)
    named[SUMS] = "".join(f"{_sha256(named[path])}  {path}\n" for path in sorted(named)).encode()
    named[MANIFEST] = (json.dumps(manifest(publication, named), ensure_ascii=False, indent=1) + "\n").encode()
    day = tuple(int(part) for part in moment[:10].split("-"))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for path in sorted(named):
            info = zipfile.ZipInfo(path, (day[0], day[1], day[2], 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16  # as from Unix, wherever it was made
            opened.writestr(info, named[path], zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


def manifest(publication: Publication, files: Mapping[str, bytes]) -> dict[str, object]:
    """What the pack holds, for programs. `sha256` is of the standard's own file."""
    return {
        "format": 1,
        "standard": str(publication.standard),
        "sha256": publication.standard.sha256,
        "files": [{"path": path, "sha256": _sha256(files[path]), "bytes": len(files[path])} for path in sorted(files)],
    }


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def oscal_files(chosen: Chosen, name: str, modified: str) -> Files:
    """File name → bytes of the standard as OSCAL: a catalog; of an overlay, a profile and the catalogs that it imports.
    `modified` is ISO 8601 with its zone."""
    if chosen.standard.overlay is None:
        return {f"{name}.json": catalog_bytes(chosen.standard, modified)}
    return profile_files(chosen.standard, read_chain(chosen.chain[:-1]), name, modified)
