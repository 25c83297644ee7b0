"""The language columns of a standard's workbook → translations, each text with the source text that it was made of.

Never marks a text as good that nobody looked at: where a source text was changed in the workbook and its translation
was not, the translation keeps the fingerprint that it came with, and so is known to be stale. A translation that
somebody had confirmed is a draft again as soon as one of its texts is another.
"""

from collections.abc import Iterator, Mapping

from ssi.checklists.readers.rows import clean
from ssi.errors import Fault, Where, did_you_mean, fault
from ssi.model import Standard, Translation, fingerprint, texts_of
from ssi.standards.lint import known_language, lint
from ssi.standards.readers.imported import Imported
from ssi.standards.translating import LOOK_AGAIN, arranged
from ssi.standards.translation import misfits

_LOOK = "?"  # on the sheet fingerprints: the text is to be looked at again
_STATUS = ("draft", "reviewed", "official")


def languages_of(found: Imported) -> tuple[str, ...]:
    """The languages that the workbook translates into, or names on the sheet translations."""
    return tuple(dict.fromkeys([*found.about, *found.texts]))


def translation_of(found: Imported, language: str, standard: Standard) -> Translation:
    """The translation in this language, of this standard."""
    texts = found.texts.get(language, {})
    about = found.about.get(language, {})
    status = about.get("status", "")
    head = {"made_by": about.get("made_by", ""), "reviewed_by": about.get("reviewed_by", "")}
    head["status"] = status if status in _STATUS else "draft"
    if head["status"] != "draft" and changed(found, language):
        head |= {"status": "draft", "reviewed_by": ""}
    own = texts_of(standard)
    of = dict(_made_of(texts, found.made_of.get(language, {}), own))
    return arranged(standard, language, texts, of, **head)


def _made_of(
    texts: Mapping[str, str], before: Mapping[str, tuple[str, str]], own: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for key, text in texts.items():
        of, was = before.get(key, ("", ""))
        if was != fingerprint(clean(text)):
            yield key, fingerprint(own.get(key, ""))
        else:
            yield key, LOOK_AGAIN if of == _LOOK else of


def changed(found: Imported, language: str) -> frozenset[str]:
    """The keys whose translation is not the one that was exported; of a language that is new, none."""
    before, texts = found.made_of.get(language, {}), found.texts.get(language, {})
    prints = {key: fingerprint(clean(text)) for key, text in texts.items()}
    keys = {*before, *prints} if before else set()
    return frozenset(key for key in keys if prints.get(key) != before.get(key, ("", ""))[1])


def faults_of_translations(found: Imported, standard: Standard) -> Iterator[Fault]:
    """What is wrong with the languages and with the texts that are not as they were exported."""
    own = texts_of(standard)
    for language in languages_of(found):
        yield from _about(found, language)
        if not known_language(language):
            continue
        translation = translation_of(found, language, standard)
        for path, code, values in misfits(translation, "", standard):
            yield fault(code, _where(found, language, str(path[0])), **values)
        for key in found.texts.get(language, {}):
            if key not in own:
                values = {"key": key, "hint": did_you_mean(key, own)}
                yield fault("translation-unknown-text", _where(found, language, key), **values)
        new = changed(found, language) if language in found.made_of else own.keys()
        for key, code, values in lint(translation, standard):
            if key in new:
                yield fault(code, _where(found, language, key), **values)


def _about(found: Imported, language: str) -> Iterator[Fault]:
    if not known_language(language):
        yield fault("language-unknown", _where(found, language, "language"), language=language, hint="", example="km")
    status = found.about.get(language, {}).get("status", "")
    if status and status not in _STATUS:
        values = {"key": "status", "word": status, "allowed": ", ".join(_STATUS), "hint": did_you_mean(status, _STATUS)}
        yield fault("unknown-word", _where(found, language, "status"), **values)


def _where(found: Imported, language: str, key: str) -> Where:
    return found.text_places.get((language, key), Where(found.file))
