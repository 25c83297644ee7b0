"""Translations out to translators and in again: workbook, PO and TOML, by the file's ending.

Never writes a file. What comes in is completed (of which source text each was made), put into NFC, looked at by the
lint, and refused whole where a text has a fault: half of a workbook in a standard is worse than none. Confirmed texts
that were changed are a draft again, because whoever confirmed them has not seen these.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from ssi.acts.standards import Chosen, choose, read_bytes
from ssi.acts.translations import beside, of_bases, standard_of_file
from ssi.errors import Fault, SsiError, Where, did_you_mean, fault, refuse
from ssi.model import Translation, texts_of
from ssi.shipped import standards_folder
from ssi.standards.contents.outline import wrong
from ssi.standards.lint import Finding, lint, name_of
from ssi.standards.translating import Handed, completed, merged, without_base
from ssi.standards.translating import placed as placed_in_order
from ssi.standards.translation import Keys, misfits, parse_translation, placed, read_translation
from ssi.standards.writers.translation import translation_toml

WRITERS = {
    ".xlsx": "ssi.standards.writers.translators.translators_workbook",
    ".po": "ssi.standards.writers.po.translation_po",
    ".toml": "",
}
READERS = {
    ".xlsx": "ssi.standards.readers.translators.handed_workbook",
    ".ods": "ssi.standards.readers.translators.handed_workbook",
    ".csv": "ssi.standards.readers.translators.handed_workbook",
    ".po": "ssi.standards.readers.po.handed_po",
}


@dataclass(frozen=True)
class TakenIn:
    """A translation that came in: for which standard, where it belongs, what deserves a look, the names of texts that
    this version of the standard no longer has, and how many texts its base's translation says already."""

    translation: Translation
    chosen: Chosen
    place: Path
    warnings: tuple[Fault, ...] = ()
    left_out: tuple[str, ...] = ()
    of_base: int = 0

    @property
    def data(self) -> bytes:
        return translation_toml(self.translation)


def export(chosen: Chosen, language: str, ending: str) -> bytes:
    """The translation for translators, every text beside its source; what only the base's translation says is there
    too, and marked; blank where there is none yet. As .toml only what stands, or is to stand, in its own file. Raises
    SsiError `unknown-format`, and whatever keeps the translation from being used."""
    known = _before(chosen, language)
    if ending not in WRITERS:
        raise SsiError(
            fault(
                "unknown-format",
                ending=ending or "(none)",
                known=", ".join(WRITERS),
                hint=did_you_mean(ending, WRITERS),
            )
        )
    empty = Translation(format=1, standard=str(chosen.standard), language=language, status="draft")
    refuse(placed(misfits(known or empty, "", chosen.standard), b"", ""))
    known = placed_in_order(known, chosen.standard) if known else None
    if ending == ".toml":
        return translation_toml(known or placed_in_order(empty, chosen.standard))
    data: bytes = _named(WRITERS[ending])(chosen.standard, language, known, of_bases(chosen, language))
    return data


def take_in(path: Path, *, target: str = "", language: str = "") -> TakenIn:
    """What a file of translators becomes. `target` = another standard or version than the file names, to which it is
    carried over; `language` where the file does not say it. Raises SsiError with every fault of the file."""
    data, ending = read_bytes(path), path.suffix.lower()
    if ending == ".toml":
        return _from_toml(path, data, target)
    if ending not in READERS:
        raise SsiError(fault("file-ending", file=path, known=" ".join((".toml", *READERS))))
    handed: Handed = _named(READERS[ending])(data, str(path))
    handed = replace(handed, language=handed.language or language)
    if not handed.language or not (target or handed.standard):
        raise SsiError(fault("translation-which-standard", Where(str(path))))
    return _from_handed(path, handed, _chosen(target or handed.standard, path))


def _chosen(text: str, path: Path) -> Chosen:
    """The standard named, by its file or by id and version, near the translators' file."""
    return choose(text) if text.endswith(".toml") or "/" in text else standard_of_file(text, path)


def _from_toml(path: Path, data: bytes, target: str) -> TakenIn:
    name = str(path)
    given, faults = parse_translation(data, name)
    if given is None:
        raise SsiError(faults)
    chosen = _chosen(target or given.standard, path)
    carried = str(chosen.standard) != given.standard
    if not carried:
        refuse((*faults, *placed(misfits(given, name, chosen.standard), data, name)))
    result = completed(given, chosen.standard, _sources(given, path) if carried else texts_of(chosen.standard))
    if carried and result.status == "official":
        result = result.model_copy(update={"status": "reviewed"})
    whole = result
    result = without_base(whole, of_bases(chosen, whole.language), chosen.standard)
    keys = Keys(given)
    found = placed((wrong(keys[key], code, **values) for key, code, values in _findings(result, chosen)), data, name)
    refuse(found)
    return TakenIn(result, chosen, _place(chosen, result.language) if carried else path, tuple(found),
                   _left_out(given.texts, texts_of(chosen.standard)),
                   len(whole.texts) - len(result.texts))  # fmt: skip


def _from_handed(path: Path, handed: Handed, chosen: Chosen) -> TakenIn:
    standard, known = chosen.standard, _before(chosen, handed.language)
    own = texts_of(standard)
    unknown = [] if _other(handed, chosen) else [key for key in handed.texts if key not in own]
    faults = [
        fault("translation-unknown-text", handed.places[key], key=key, hint=did_you_mean(key, own)) for key in unknown
    ]
    whole, base = merged(handed, standard, known), of_bases(chosen, handed.language)
    result = without_base(whole, base, standard)
    result = _unconfirmed(result, without_base(known, base, standard) if known else None)
    faults += placed(misfits(result, "", standard), b"", str(path))
    faults += [
        fault(code, handed.places.get(key, Where(str(path))), **values)
        for key, code, values in _findings(result, chosen)
        if key in handed.texts or key not in own
    ]
    refuse(faults)
    texts = {key: each.text for key, each in handed.texts.items() if each.text}
    of_base = len(whole.texts) - len(result.texts)
    return TakenIn(result, chosen, _place(chosen, handed.language), tuple(faults), _left_out(texts, own), of_base)


def _other(handed: Handed, chosen: Chosen) -> bool:
    """Whether it is carried over to another version than it was made for."""
    return bool(handed.standard) and handed.standard != str(chosen.standard)


def _unconfirmed(result: Translation, known: Translation | None) -> Translation:
    """A translation of which a text changed is a draft again."""
    if known is None or result.texts == known.texts:
        return result
    return result.model_copy(update={"status": "draft", "reviewed_by": ""})


def _findings(result: Translation, chosen: Chosen) -> list[Finding]:
    found = lint(result, chosen.standard, _place(chosen, result.language).name)
    overlay = chosen.standard.overlay  # what the file of an overlay lacks, its base's translation may say
    return [each for each in found if not (overlay and each[1] == "translation-partial")]


def _sources(given: Translation, path: Path) -> Mapping[str, str]:
    """The source texts that an older file was made of, where the file does not say it of every text itself. Raises
    SsiError where that standard is not at hand."""
    if given.texts.keys() <= given.of.keys():
        return {}
    try:
        return texts_of(standard_of_file(given.standard, path).standard)
    except SsiError:
        raise SsiError(fault("translation-source-gone", Where(str(path)), given=given.standard)) from None


def _left_out(texts: Iterable[str], own: Collection[str]) -> tuple[str, ...]:
    return tuple(name_of(key) for key in texts if key not in own)


def _before(chosen: Chosen, language: str) -> Translation | None:
    """The translation that lies beside the standard already."""
    path = beside(chosen.path).get(language)
    return read_translation(path.read_bytes(), str(path), chosen.standard) if path else None


def _place(chosen: Chosen, language: str) -> Path:
    """Beside its standard; of a shipped one here, because what is installed is nobody's to change."""
    name = f"{chosen.standard.version}.{language}.toml"
    shipped = chosen.path.absolute().is_relative_to(standards_folder().absolute())
    return Path(name) if shipped else chosen.path.with_name(name)


def _named(line: str) -> Callable[..., Any]:
    """The function that a line of READERS or WRITERS names, imported when it is needed."""
    module, _, name = line.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
