"""Bytes of TOML → a Translation that serves its standard, or every fault in it with its line.

Never changes a text (`ssi.acts.translations` completes and puts right what translators hand in). `read_translation`
refuses what cannot be used: no TOML, unknown keys, texts that the standard does not have, another version. What can be
seen to be wrong in the texts themselves (`ssi.standards.lint`) is named by `check_translation` alone, because a page
must not fail in a shelter over a number that somebody spelled out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import PurePath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ssi.errors import Fault, did_you_mean, fault, refuse
from ssi.model import AreaTexts, CriterionTexts, Frozen, LevelTexts, Standard, Translation
from ssi.model.translation import texts_of
from ssi.standards.contents.heading import LANGUAGE
from ssi.standards.contents.outline import Wrong, shown, unknown_word, wrong, wrong_type
from ssi.standards.lint import known_language, lint
from ssi.standards.toml_places import Path, Places
from ssi.standards.toml_text import read_toml

_MODELS: Mapping[str, type[Frozen]] = {"scale": LevelTexts, "area": AreaTexts, "criterion": CriterionTexts}
_EXPECTED = {"string": "a text between quotes", "int": "a whole number", "tuple": "a list between [ and ]"}


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
    truth = {"format": 0} if source.tables.get("format") is True else {}  # to pydantic, true is 1
    try:
        return Translation.model_validate_json(_as_json({**source.tables, **truth}), strict=True), source.faults
    except ValidationError as error:
        found = [_in_words(each, source.tables) for each in error.errors(include_url=False)]
        return None, (*source.faults, *placed(found, data, name))


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


def _as_json(tables: Mapping[str, Any]) -> str:
    """The tables for pydantic, whose strict mode takes lists for tuples in JSON alone; what JSON has no kind for
    becomes a number, which no key but the levels' value takes."""
    return json.dumps(tables, default=lambda value: float(value) if isinstance(value, Fraction) else 0.5)


def _in_words(error: ErrorDetails, raw: Mapping[str, Any]) -> Wrong:
    path, kind = tuple(error["loc"]), error["type"]
    key, given = path[-1], _given(raw, path)
    if kind == "missing":
        within = "the file" if len(path) == 1 else f"the {path[0]} number {int(path[1]) + 1}"
        return wrong(path[:-1], "missing-key", key=key, within=within)
    if kind == "extra_forbidden":
        known = _MODELS[str(path[0])] if len(path) > 1 else Translation
        return wrong(path, "unknown-key", key=key, hint=did_you_mean(str(key), known.model_fields))
    if kind == "literal_error":
        if key == "format":
            return wrong(path, "format-unknown", format=shown(given))
        return unknown_word(path, given, ("draft", "reviewed", "official"))
    if key in _MODELS:
        return wrong_type(path, f"tables that begin with [[{key}]]", given)
    return wrong_type(
        path, next((words for part, words in _EXPECTED.items() if kind.startswith(part)), "a table"), given
    )


def _given(raw: Any, path: Path) -> Any:
    for part in path:
        inside = (isinstance(raw, dict) and part in raw) or (isinstance(raw, list) and isinstance(part, int))
        raw = raw[part] if inside else None
    return raw


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
