"""The adoption page: which authority adopted the standard, by which instrument, from when and for whom.

Never takes the adoption's word for the bytes: where its hash is not the file's, the page says so first. It says the
same, in the same words, as every other page that names an adoption.
"""

from collections.abc import Iterator

from ssi.document import Block, Bullets, Facts, Note, Paragraph
from ssi.model import Standard
from ssi.model.adoption import Adoption
from ssi.reports.adopted import facts, nobody_heard
from ssi.words import Words


def adoption_page(standard: Standard, adoption: Adoption | None, words: Words) -> Iterator[Block]:
    if adoption is None:
        yield Note("caution", words("No authority has adopted this standard."))
        yield Paragraph(
            words(
                "An adoption names the authority, the instrument with its number, the date in force, and the hash of "
                "exactly this file."
            )
        )
        return
    if adoption.sha256 != standard.sha256:
        yield Note("urgent", words("The adoption is of another file: its hash is {sha256}.", sha256=adoption.sha256))
    yield Facts(tuple(facts(adoption, words)))
    yield from nobody_heard(adoption, words)
    if adoption.weakening:
        yield Paragraph(words("What asks less than before, and was accepted knowingly:"), "warn")
        yield Bullets(adoption.weakening)
