"""Faults of translations of standards: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

_IMPORT = "ssi standard translation import"

FAULTS: dict[str, Words] = {
    "translation-other-version": Words(
        "this translation is of {given}, but here it is to serve {wanted}",
        f"carry it over with `{_IMPORT} {{file}} --for {{target}}`: texts whose source did not change stay valid",
    ),
    "translation-language-unknown": Words(
        "{language} is not a language that is known here", "write its code: km, lo, my, th, vi, zh …"
    ),
    "translation-own-language": Words(
        "the standard itself is in {language}", "write the language that this file translates into"
    ),
    "translation-misnamed": Words(
        "the file says {said}, but it is called {named}",
        "call it <version>.<language>.toml, or correct what it says",
    ),
    "translation-unknown-text": Words(
        "the standard has no text {key}.{hint}", "correct the id or the key, or take the text out"
    ),
    "translation-unreviewed": Words(
        "the translation is called {status}, but nobody is named who reviewed it",
        "write reviewed_by = the office or role that did (no person's name), or status = 'draft'",
        in_cell="write under reviewed_by the office or role that did (no person's name), or choose draft",
    ),
    "translation-incomplete": Words(
        "texts that do not say of which source text they were made: {count}",
        f"run `{_IMPORT} {{file}}`: it completes the file",
        warning=True,
    ),
    "translation-partial": Words(
        "not everything is translated: {counts}",
        "what is missing is shown in the standard's own language; `ssi standard translation export {language}` makes"
        " a workbook for translators",
        warning=True,
    ),
    "translation-stale": Words(
        "{key}: its source text has changed since: {source}",
        f"correct the text, take its line out of [of], and run `{_IMPORT} {{file}}`",
        warning=True,
        in_cell="take a new export, where the present source text stands beside it, and correct the text there",
    ),
    "translation-same": Words("{key} is the same as its source text", "translate it, or leave it empty", warning=True),
    "translation-script": Words(
        "{key} has letters of another script: {letters}", "write it in {script}; abbreviations may be Latin"
    ),
    "translation-latin": Words(
        "{key} has a piece that seems untranslated: {piece}", "translate it; abbreviations may stay", warning=True
    ),
    "translation-unmarked": Words(
        "{key} has no letter with a Vietnamese mark", "write it with its tone marks", warning=True
    ),
    "translation-number-missing": Words(
        "{key}: the source text says {numbers}, the translation does not", "write the numbers of the source: {source}"
    ),
    "translation-number-extra": Words(
        "{key}: the translation says {numbers}, the source text does not, or not as often",
        "compare it with the source: {source}",
        warning=True,
    ),
    "translation-zawgyi": Words(
        "{key} seems to be typed in Zawgyi: {sign}", "convert the text from Zawgyi to Unicode, and read it again"
    ),
    "translation-not-nfc": Words(
        "{key}: letters are put together in another way than the Unicode standard form (NFC)",
        f"run `{_IMPORT} {{file}}`: it puts them right",
    ),
    "translation-invisible": Words(
        "{key} has a character that cannot be seen or read: {character}", "delete it and type the word again"
    ),
    "translation-markup": Words("{key} has markup: {mark}", "write plain text"),
    "translation-key-twice": Words("there are two texts {key}", "keep one of them"),
    "translation-row-without-key": Words(
        "the row has no key, so nobody knows which text it translates", "put the key back as it was, or clear the row"
    ),
    "translation-which-standard": Words(
        "the file does not say which standard and language it is of",
        "take a new export, or name them: --for ID@VERSION --language CODE",
    ),
    "translation-source-gone": Words(
        "the texts were made of {given}, which is not at hand, and the file does not say of which source texts",
        "put the file of {given} beside this one, then run it again",
    ),
    "translation-none": Words(
        "there is no translation of {standard} into {language}.{hint}",
        "make one: `ssi standard translation export {language} --to {language}.xlsx`",
    ),
    "translation-not-ready": Words(
        "the translation cannot be official yet: {why}", "finish that first; until then it can be 'reviewed'"
    ),
    "po-syntax": Words("this is no PO file, or a line of it is broken", "open it with a translators' tool and save it"),
    "po-without-key": Words(
        "the text '{source}' has no msgctxt, so nobody knows where it belongs", "take a new export and copy the text"
    ),
}
