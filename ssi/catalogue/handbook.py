"""Faults of the handbook and of the formats it is written in: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "pdf-extra-missing": Words(
        "writing a PDF needs the part 'pdf' of ssi, which is not installed here",
        "install it with: pip install 'ssi[pdf]', or write .html or .docx",
    ),
    "pdf-font-missing": Words(
        "no font on this machine has all the {script} letters of this page: the PDF would show empty boxes",
        "install {font}, or write .html or .docx",
    ),
    "handbook-untranslated": Words(
        "{standard} has no translation into '{language}'; it would be the file {place} beside it",
        "name one of these languages: {known}; or leave --lang out",
    ),
}
