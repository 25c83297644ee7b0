"""The adoption page: which authority adopted the standard, by which instrument, from when and for whom.

Never takes the adoption's word for the bytes: where its hash is not the file's, the page says so first.
"""

from collections.abc import Iterator

from ssi.document import Block, Bullets, Cell, Facts, Note, Paragraph
from ssi.model import Standard
from ssi.model.adoption import Adoption, Binds, Consulted
from ssi.reports.handbook.said import kinds
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
    yield Facts(tuple(_facts(adoption, words)))
    yield Paragraph(words("It binds:"))
    yield Bullets(tuple(_binds(each, words) for each in adoption.starts))
    yield Paragraph(words("Who was consulted, as counts:"))
    yield Facts(tuple((name, (Cell(count, "count"),)) for name, count in _consulted(adoption.consulted, words)))
    if adoption.weakening:
        yield Paragraph(words("What asks for less than the base, and was accepted knowingly:"), "warn")
        yield Bullets(adoption.weakening)


def _facts(adoption: Adoption, words: Words) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    yield words("Authority"), (Cell(adoption.authority),)
    yield words("Instrument"), (Cell(adoption.instrument),)
    if adoption.instrument_sha256:
        yield words("Hash of the signed paper's scan"), (Cell(adoption.instrument_sha256),)
    yield words("Adopted on"), (Cell(adoption.adopted.isoformat(), "date"),)
    yield words("In force from"), (Cell(adoption.in_force.isoformat(), "date"),)
    if adoption.transition_until:
        yield words("Transition until"), (Cell(adoption.transition_until.isoformat(), "date"),)
    if adoption.supersedes:
        yield words("Takes the place of"), (Cell(adoption.supersedes),)
    yield words("Hash of the adopted file"), (Cell(adoption.sha256),)
    if adoption.signature:
        yield words("Signed with the key"), (Cell(adoption.signature.public_key),)
    else:
        yield words("Signature"), (Cell(words("on paper; the file carries none")),)


def _binds(each: Binds, words: Words) -> str:
    names = kinds(words)
    who = (
        words("every shelter")
        if each.everybody
        else "; ".join(_limits(each, words, [names[kind] for kind in each.kinds]))
    )
    return words("{who}, from {date}", who=who, date=words.date(each.from_.isoformat()))


def _limits(each: Binds, words: Words, named: list[str]) -> Iterator[str]:
    if named:
        yield ", ".join(named)
    if each.regions:
        yield words("regions: {regions}", regions=", ".join(each.regions))
    if each.operators:
        yield words("operators: {operators}", operators=", ".join(each.operators))


def _consulted(consulted: Consulted, words: Words) -> tuple[tuple[str, int], ...]:
    return (
        (words("Groups of survivors"), consulted.survivor_groups),
        (words("Shelters"), consulted.shelters),
        (words("Ministries"), consulted.ministries),
        (words("Organisations"), consulted.organisations),
        (words("Others"), consulted.others),
    )
