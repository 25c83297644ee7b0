"""The translations of a standard: where they lie, how far they are, what pages take from them, who confirmed them.

Never writes a file: commands do, with the bytes that come from here. A translation lies beside its standard as
`<version>.<language>.toml`. A standard that extends another also says what the base's translation says, wherever the
source text is letter for letter the base's: a country that changes four criteria need not translate the other eighty.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from ssi import programme as folder
from ssi.acts.at_hand import files, find, root_of
from ssi.acts.standards import Chain, Chosen, choose, is_version, read_bytes, split
from ssi.errors import Fault, SsiError, did_you_mean, fault, refuse
from ssi.findings.translations import TranslationsState, TranslationState
from ssi.model import Standard, Texts, Translation, fingerprint, texts_of
from ssi.shipped import standards_folder
from ssi.standards.contents.heading import LANGUAGE
from ssi.standards.lint import coverage, known_language
from ssi.standards.translating import arranged
from ssi.standards.translation import check_translation, parse_translation, read_translation
from ssi.standards.writers.translation import translation_toml

_RANK = ("official", "reviewed", "draft")


def standard_here(text: str, start: Path) -> Chosen:
    """The standard named; without a name the one of the programme at `start` or above, else ssi-core."""
    if text:
        return find(text, root_of(""))
    try:
        root = folder.find(start)
    except SsiError:
        return choose("ssi-core")
    code, version = split(folder.settings_only(root).settings.standard)
    return choose(str(root / "standards" / code / f"{version}.toml"))


def either_way(language: str, which: str) -> tuple[str, str]:
    """Language and standard, whichever of the two was typed first; a word that is both is taken as it was typed."""
    ids = {each.parent.name for each in files(root_of(""))}
    turned = known_language(which) and which not in ids
    return (which, language) if which and turned else (language, which)


def beside(standard_file: Path) -> dict[str, Path]:
    """Language → the file of the translation that lies beside this standards file, in order of languages."""
    start = f"{standard_file.stem}."
    files = sorted(standard_file.parent.glob(f"{start}*.toml")) if standard_file.parent.is_dir() else []
    named = {each.stem.removeprefix(start): each for each in files}
    return {language: path for language, path in named.items() if LANGUAGE.fullmatch(language)}


def folders_of(chosen: Chosen) -> tuple[Path, ...]:
    """Where the files of this standard and of its bases may lie: folders of `<id>/<version>.toml`."""
    return tuple(dict.fromkeys((chosen.path.absolute().parent.parent, standards_folder())))


def translation_for(standard: Standard, chain: Chain, language: str, folders: Sequence[Path]) -> Translation | None:
    """What pages say in this language: the standard's own translation over those of its bases; None where there is
    none. `folders` hold `<id>/<version>.toml`, the nearest first."""
    path = _find(chain[-1][0], language, folders)
    own = read_translation(path.read_bytes(), str(path), standard) if path else None
    return _over_bases(own, standard, chain, language, folders)


def _over_bases(
    own: Translation | None, standard: Standard, chain: Chain, language: str, folders: Sequence[Path]
) -> Translation | None:
    """The translation with what those of the bases say of source texts that this standard has unchanged. Its status is
    that of the least confirmed of them."""
    found = [own] if own else []
    texts: dict[str, str] = {}
    of: dict[str, str] = {}
    for name, _ in chain[:-1]:
        path = _find(name, language, folders)
        base = _true_still(path, standard) if path else None
        if base:
            found.append(base)
            texts, of = texts | dict(base.texts), of | base.of
    if not found or found == [own]:
        return own
    weakest = max(found, key=lambda each: _RANK.index(each.status))
    head = weakest.model_dump(include={"status", "made_by", "reviewed_by"})
    if own:
        texts, of = texts | dict(own.texts), of | own.of
    return arranged(standard, language, texts, of, **head)


def of_bases(chosen: Chosen, language: str) -> Translation | None:
    """What the translations of its bases say of a standard that extends another; None where that is nothing."""
    return _over_bases(None, chosen.standard, chosen.chain, language, folders_of(chosen))


def _true_still(path: Path, standard: Standard) -> Translation | None:
    """A base's translation as far as this standard has the source texts that it was made of; only its form is looked
    at. None where nothing of it is true here."""
    base, faults = parse_translation(path.read_bytes(), str(path))
    refuse(faults)
    own = texts_of(standard)
    texts = {
        key: text
        for key, text in (base.texts.items() if base else ())
        if base and key in own and base.of.get(key) == fingerprint(own[key])
    }
    if base is None or not texts:
        return None
    head = base.model_dump(include={"status", "made_by", "reviewed_by"})
    return arranged(standard, base.language, texts, base.of, **head)


def _find(name: str, language: str, folders: Sequence[Path]) -> Path | None:
    """The translation beside this file of a chain, in the first folder that has one."""
    place = PurePosixPath(name)
    paths = (each / place.parent / f"{place.stem}.{language}.toml" for each in folders)
    return next((each for each in paths if each.is_file()), None)


def texts_here(chosen: Chosen, language: str) -> Texts:
    """The texts of a standard in this language: from the translation beside its file, from those of its bases, else as
    far as there are none in its own language."""
    path = beside(chosen.path).get(language)
    if path is None or language == chosen.standard.language:
        return texts_in(chosen.standard, chosen.chain, language, folders_of(chosen))
    own = read_translation(path.read_bytes(), str(path), chosen.standard)
    return Texts(chosen.standard, _over_bases(own, chosen.standard, chosen.chain, language, folders_of(chosen)))


def languages(chosen: Chosen) -> tuple[str, ...]:
    """The languages that this standard can be shown in, its own first: a base's translation of which nothing is true
    here gives none, a faulty one beside it does, so that its faults are named and not passed over."""
    found = (each.language for each in state(chosen).translations if each.status or each.faults)
    return (chosen.standard.language, *found)


def texts_in(standard: Standard, chain: Chain, language: str, folders: Sequence[Path]) -> Texts:
    """The standard's texts in this language, as far as there are any; else in its own."""
    if not language or language == standard.language:
        return Texts(standard)
    return Texts(standard, translation_for(standard, chain, language, folders))


def files_beside(chosen: Chosen) -> dict[str, bytes]:
    """The translations of a standard and its bases as a programme's standards/ folder holds them: place → bytes."""
    found: dict[str, bytes] = {}
    for name, _ in chosen.chain:
        place = PurePosixPath(name)
        for each in folders_of(chosen):
            here = beside(each / place)
            found |= {str(place.parent / path.name): path.read_bytes() for path in here.values()}
            if here:
                break
    return found


def check_beside(path: Path, name: str, standard: Standard) -> Iterator[Fault]:
    """Faults of every translation that lies beside this standards file; `name` is what faults call that file."""
    for each in beside(path).values():
        found = check_translation(each.read_bytes(), str(Path(name).with_name(each.name)), standard)[1]
        yield from _of_its_own(found, standard)


def check_file(path: Path) -> tuple[Fault, ...] | None:
    """Faults of a translation's own file; None where its name is not a translation's."""
    version, _, language = path.stem.rpartition(".")
    if not (is_version(version) and LANGUAGE.fullmatch(language)):
        return None
    data = read_bytes(path)
    translation, faults = parse_translation(data, str(path))
    if translation is None:
        return faults
    near = path.with_name(f"{version}.toml")
    standard = (
        choose(str(near.absolute())) if near.is_file() else standard_of_file(translation.standard, path)
    ).standard
    return _of_its_own(check_translation(data, str(path), standard)[1], standard)


def _of_its_own(faults: tuple[Fault, ...], standard: Standard) -> tuple[Fault, ...]:
    """What the file of a standard that extends another lacks, its base's translation may say."""
    return tuple(each for each in faults if not (standard.overlay and each.code == "translation-partial"))


def standard_of_file(named: str, path: Path) -> Chosen:
    """The standard that is named near a translation's file ("id version", or `ID@VERSION`): the one beside it where it
    is that, else of the programme it lies in, else one at hand here: what translators sent lies in any folder."""
    code, version = split(named)
    if not version:
        return find(named, root_of(""))
    near = path.absolute().parent / f"{version}.toml"
    if near.is_file() and str((found := choose(str(near))).standard) == f"{code} {version}":
        return found
    for each in path.absolute().parents:
        place = each / "standards" / code / f"{version}.toml"
        if place.is_file():
            return choose(str(place))
    return find(f"{code}@{version}", root_of(""))


def state(chosen: Chosen) -> TranslationsState:
    """How far each translation of this standard is, those that it has from its bases too."""
    folders = folders_of(chosen)
    files: dict[str, Path] = {}
    for name, _ in chosen.chain[:-1]:
        for each in folders:
            files |= beside(each / name)
    files |= beside(chosen.path)
    standard = chosen.standard
    states = tuple(_state(chosen, language, files[language]) for language in sorted(files))
    return TranslationsState(str(standard), standard.language, states)


def _state(chosen: Chosen, language: str, path: Path) -> TranslationState:
    standard, own, faults = chosen.standard, None, tuple[Fault, ...]()
    usable = True
    if path == beside(chosen.path).get(language):
        own, faults = check_translation(path.read_bytes(), str(path), standard)
        faults, usable = _of_its_own(faults, standard), own is not None
    found = _over_bases(own, standard, chosen.chain, language, folders_of(chosen)) if usable else None
    bad = sum(not each.warning for each in faults)
    texts = found.texts if found else {}
    return TranslationState(
        language,
        path.name if path.parent == chosen.path.parent else f"{path.parent.name}/{path.name}",
        found.status if found else "",
        found.reviewed_by if found else "",
        coverage(texts, standard),
        len(Texts(standard, found).stale & texts.keys()),
        bad,
        len(faults) - bad,
    )


def mark(chosen: Chosen, language: str, status: str, reviewed_by: str) -> tuple[Path, bytes]:
    """The translation with another status: its place and its bytes. Raises SsiError: no such translation, faults in
    it, nobody named who reviewed it, and for `official` all that is missing or stale."""
    here = beside(chosen.path)
    if language not in here:
        raise _none(chosen.standard, language, here)
    path = here[language]
    found, faults = check_translation(path.read_bytes(), str(path), chosen.standard)
    if status != "draft":
        refuse(faults)
    if found is None:
        raise SsiError(faults)
    by = "" if status == "draft" else reviewed_by.strip() or found.reviewed_by
    if status != "draft" and not by:
        raise SsiError(fault("translation-unreviewed", status=status))
    if status == "official" and (why := _unready(found, chosen)):
        raise SsiError(fault("translation-not-ready", why="; ".join(why)))
    return path, translation_toml(found.model_copy(update={"status": status, "reviewed_by": by}))


def _unready(found: Translation, chosen: Chosen) -> list[str]:
    """Why a translation cannot be official."""
    standard = chosen.standard
    whole = _over_bases(found, standard, chosen.chain, found.language, folders_of(chosen)) or found
    missing = sum(each.all - each.done for each in coverage(whole.texts, standard))
    stale = len(Texts(standard, whole).stale & whole.texts.keys())
    why = ["it is still a draft: mark it reviewed first"] if found.status == "draft" else []
    why += [f"{missing} texts are missing"] if missing else []
    return why + ([f"{stale} texts are stale"] if stale else [])


def _none(standard: Standard, language: str, known: dict[str, Path]) -> SsiError:
    hint = did_you_mean(language, known)
    return SsiError(fault("translation-none", standard=standard, language=language, hint=hint))
