"""Bytes of TOML → a Translation that serves its standard, or every fault in it with its line.

Never changes a text (`ssi.acts.translations` completes and puts right what translators hand in). `read_translation`
refuses what cannot be used: no TOML, unknown keys, texts that the standard does not have, another version. What can be
seen to be wrong in the texts themselves (`ssi.standards.lint`) is named by `check_translation` alone, because a page
must not fail in a shelter over a number that somebody spelled out.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from ssi.errors import Fault, did_you_mean, fault, refuse
from ssi.model import AreaTexts, CriterionTexts, LevelTexts, Standard, Translation
from ssi.model.translation import texts_of
from ssi.standards.contents.heading import LANGUAGE
from ssi.standards.contents.outline import Wrong, shown, wrong
from ssi.standards.lint import known_language, lint
from ssi.standards.tables import Inner, formed
from ssi.standards.toml_places import Path, Places
from ssi.standards.toml_text import read_toml

_TABLES: Inner = {"scale": LevelTexts, "area": AreaTexts, "criterion": CriterionTexts}


def read_translation(data: bytes, name: str, standard: Standard) -> Translation:
    """The translation in these bytes; `name` is the file's path, for the faults. Raises SsiError with everything that
    keeps it from being used for this standard."""
    translation, found = parse_translation(data, name)
    if translation is None:
        refuse(found)
    assert translation is not None
    refuse((*found, *placed(misfits(translation, name, standard), data, name)))
    return translation


def check_translation(data: bytes, name: str, standard: Standard) -> tuple[Translation | None, tuple[Fault, ...]]:
    """The translation if it can be used, and every fault and warning, those of its texts too, in the order of their
    lines."""
    translation, faults = parse_translation(data, name)
    if translation is None:
        return None, faults
    unfit = list(misfits(translation, name, standard))
    usable = not unfit
    if all(each.code != "translation-other-version" for each in unfit):
        paths = Keys(translation)
        unfit += [wrong(paths[key], code, **values) for key, code, values in lint(translation, standard, name)]
    return translation if usable else None, (*faults, *placed(unfit, data, name))


def parse_translation(data: bytes, name: str) -> tuple[Translation | None, tuple[Fault, ...]]:
    """The translation as it is written, whatever standard it is for, and the faults of its form."""
    source = read_toml(data, name)
    if source.tables is None:
        return None, source.faults
    translation, found = formed(Translation, source.tables, _TABLES)
    return translation, (*source.faults, *placed(found, data, name))


def misfits(translation: Translation, name: str, standard: Standard) -> Iterator[Wrong]:
    """What keeps a translation from serving this standard; of one for another version, only that."""
    if translation.standard.replace("@", " ").split() != str(standard).split():
        target = f"{standard.id}@{standard.version}"
        said = shown(translation.standard)
        yield wrong(
            ("standard",), "translation-other-version", given=said, wanted=standard, file=PurePath(name).name,
            target=target,
        )  # fmt: skip
        return
    yield from _language(translation, name, standard)
    if translation.status != "draft" and not translation.reviewed_by.strip():
        yield wrong(("status",), "translation-unreviewed", status=translation.status)
    yield from _twice(translation)
    yield from _unknown(translation, standard)
    yield from _ill_fitting(translation, standard)


class Keys(Mapping[str, Path]):
    """Key of a text → its path in the file; of one that is not there, the path of the nearest table."""

    def __init__(self, translation: Translation) -> None:
        self._at = {
            **{f"scale.{each.value}": ("scale", at) for at, each in enumerate(translation.scale)},
            **{f"area.{each.id}": ("area", at) for at, each in enumerate(translation.area)},
            **{each.id: ("criterion", at) for at, each in enumerate(translation.criterion)},
        }
        self._texts = translation.texts

    def __getitem__(self, key: str) -> Path:
        parts = key.split(".")
        for length in (2, 1):
            table = self._at.get(".".join(parts[:length]))
            if table:
                return (*table, *(int(each) if each.isdecimal() else each for each in parts[length:]))
        return (key,) if key else ()

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def placed(found: Iterable[Wrong], data: bytes, name: str) -> list[Fault]:
    """Faults with their lines, in the order of the file; places are looked up only where there is something to say."""
    found = list(found)
    if not found:
        return []
    places = Places(data.decode("utf-8-sig"), name)
    faults = [fault(each.code, places.where(each.path), **each.values) for each in found]
    return sorted(faults, key=lambda each: (each.where.line or 0, each.where.column or 0))


def _language(translation: Translation, name: str, standard: Standard) -> Iterator[Wrong]:
    language = translation.language
    if not LANGUAGE.fullmatch(language) or not known_language(language):
        yield wrong(("language",), "translation-language-unknown", language=shown(language))
    elif language == standard.language:
        yield wrong(("language",), "translation-own-language", language=language)
    stem = PurePath(name).stem
    version, _, named = stem.rpartition(".")
    if version == standard.version and LANGUAGE.fullmatch(named) and named != language:
        yield wrong(("language",), "translation-misnamed", said=f"language {language}", named=PurePath(name).name)


def _twice(translation: Translation) -> Iterator[Wrong]:
    for kind, ids, code, key in (
        ("scale", [each.value for each in translation.scale], "level-duplicate", "level"),
        ("area", [each.id for each in translation.area], "duplicate-area", "name"),
        ("criterion", [each.id for each in translation.criterion], "duplicate-criterion", "name"),
    ):
        for at, each in enumerate(ids):
            if each in ids[:at]:
                yield wrong((kind, at), code, **{key: each})


def _unknown(translation: Translation, standard: Standard) -> Iterator[Wrong]:
    """Ids that the standard does not have."""
    for kind, given, known in (
        ("scale", [str(each.value) for each in translation.scale], [str(each.value) for each in standard.scale]),
        ("area", [each.id for each in translation.area], [each.id for each in standard.area]),
        ("criterion", [each.id for each in translation.criterion], list(standard.slot)),
    ):
        for at, code in enumerate(given):
            if code not in known:
                hint = did_you_mean(code, known)
                yield wrong((kind, at), "translation-unknown-text", key=f"{kind} {code}", hint=hint)


def _ill_fitting(translation: Translation, standard: Standard) -> Iterator[Wrong]:
    """Of criteria that the standard has: too many or too few level descriptions, and texts where it has none."""
    own, levels = texts_of(standard), len(standard.scale)
    for at, each in enumerate(translation.criterion):
        if each.id not in standard.slot:
            continue
        if each.anchors and len(each.anchors) != levels:
            path = ("criterion", at, "anchors")
            yield wrong(path, "anchors-count", criterion=each.id, count=len(each.anchors), levels=levels)
        for key in ("guidance", "na_when", "unit"):
            if getattr(each, key) and f"{each.id}.{key}" not in own:
                yield wrong(("criterion", at, key), "translation-unknown-text", key=f"{each.id} {key}", hint="")
