"""The page that lies on top of a publish pack: what is in it, for whom, and how to see that nothing was changed.

Never repeats the standard: the handbook does.
"""

from collections.abc import Sequence

from ssi.document import Block, Bullets, Document, Heading, Note, Paragraph
from ssi.model import Texts
from ssi.model.adoption import Adoption
from ssi.reports import phrases
from ssi.reports.page import page
from ssi.words import KNOWN_LANGUAGES, Words


def pack_page(adoption: Adoption | None, texts: Sequence[Texts], paths: Sequence[str], words: Words) -> Document:
    """README.txt of a pack that holds these files, in the languages of `texts`: all of one standard, one at least."""
    standard = texts[0].standard
    blocks: list[Block] = [
        Paragraph(_standing(adoption, words), "lead"),
        Paragraph(words("Languages: {languages}.", languages=", ".join(_language(each, words) for each in texts))),
        Heading(words("What is in this pack")),
        Bullets(tuple(_contents(paths, words))),
        Note("caution", phrases.no_ground(words)),
        Heading(words("How to see that nothing was changed")),
        Paragraph(
            words(
                "SHA256SUMS holds the hash of every file; “sha256sum -c SHA256SUMS” compares them. The hash of the "
                "standard's own file is {sha256}. Compare it with the one that the authority made known.",
                sha256=standard.sha256,
            )
        ),
    ]
    return page(words, words("{standard}: pack for shelters", standard=standard), blocks, subtitle=standard.title)


def _language(texts: Texts, words: Words) -> str:
    name = KNOWN_LANGUAGES.get(texts.language, texts.language)
    if texts.translation and texts.translation.draft:
        return words("{language} ({code}, a draft translation)", language=name, code=texts.language)
    return f"{name} ({texts.language})"


def _standing(adoption: Adoption | None, words: Words) -> str:
    if adoption is None:
        return words("No authority has adopted this standard. It binds nobody.")
    return words(
        "Adopted by {authority}: {instrument}. In force from {date}.",
        authority=adoption.authority,
        instrument=adoption.instrument,
        date=words.date(adoption.in_force.isoformat()),
    )


def _contents(paths: Sequence[str], words: Words) -> list[str]:
    """A line for each part that is really there."""
    parts = (
        ("handbook.", words("handbook.…: the whole standard to read and print. Begin here.")),
        ("change-note.", words("change-note.…: what changes for shelters, on one or two pages.")),
        ("sheets/", words("sheets: blank scoring sheets to print, for each kind of shelter and each language.")),
        ("standards/", words("standards: the very files of the standard; only these are what is adopted.")),
        ("oscal/", words("oscal: the same for programs that exchange control catalogues.")),
    )
    return [said for start, said in parts if any(path.startswith(start) for path in paths)]
