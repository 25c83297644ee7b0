"""The words for who adopted a standard and whom it binds: pages that name an adoption take them from here.

Never shows a hash that people need not compare, and says plainly what was not done: no survivors heard, no signature.
"""

from collections.abc import Iterable, Sequence

from ssi.document import Block, Bullets, Cell, Facts, Heading, Note
from ssi.findings.adoption import StandardStatus, Standing
from ssi.model import Kind
from ssi.model.adoption import Adoption, Binds, Consulted
from ssi.reports import cells
from ssi.words import Words


def status(words: Words, status: StandardStatus) -> str:
    return {
        "draft": words("draft"),
        "released": words("released"),
        "adopted": words("adopted, not yet in force"),
        "in force": words("in force"),
        "superseded": words("superseded"),
    }[status]


def kind(words: Words, kind: Kind) -> str:
    return {
        "transit": words("transit"),
        "short-term": words("short-term"),
        "long-term": words("long-term"),
        "community": words("community"),
    }[kind]


def whom(words: Words, binds: Binds) -> str:
    """Which shelters and from when: "long-term shelters; region: north; from 1 Jan 2027"."""
    parts = [words("every shelter") if binds.everybody else words("every kind of shelter")]
    if binds.kinds:
        parts = [words("{kinds} shelters", kinds=", ".join(kind(words, each) for each in binds.kinds))]
    if binds.regions:
        parts.append(words("region: {regions}", regions=", ".join(binds.regions)))
    if binds.operators:
        parts.append(words("run by: {operators}", operators=", ".join(binds.operators)))
    parts.append(words("from {day}", day=words.date(binds.from_.isoformat())))
    return "; ".join(parts)


def later(words: Words, standing: Standing) -> str:
    """Whom a standard will bind only after that day."""
    return " / ".join(whom(words, each) for each in standing.later)


def whom_on_that_day(words: Words, standing: Standing) -> str:
    """Whom a standard binds on a day, and who comes later."""
    said = [whom(words, each) for each in standing.binding]
    if standing.later:
        said.append(words("only later: {whom}", whom=later(words, standing)))
    if standing.partly:
        said.append(words("only those whom {standard} does not bind yet", standard=standing.after))
    elif standing.until:
        day = words.date(standing.until.isoformat())
        said.append(words("in the transition to {standard}, until {day}", standard=standing.after, day=day))
    return " / ".join(said)


def adoption_blocks(adoption: Adoption, words: Words) -> list[Block]:
    """The page of the adoption: who, by what, from when, for whom, who was heard, what was knowingly weakened."""
    blocks: list[Block] = [Facts(tuple(facts(adoption, words))), *nobody_heard(adoption, words)]
    if adoption.weakening:
        blocks += [Heading(words("What asks less than before, and was accepted knowingly"), 3),
                   Bullets(adoption.weakening)]  # fmt: skip
    return blocks


def nobody_heard(adoption: Adoption, words: Words) -> Iterable[Block]:
    """Said plainly where no group of survivors was consulted."""
    if adoption.consulted.survivor_groups == 0:
        yield Note("caution", words("No group of survivors was consulted."))


def facts(adoption: Adoption, words: Words) -> Iterable[tuple[str, tuple[Cell, ...]]]:
    """Who, by what, from when, for whom, who was heard, and of which bytes: a label and what it says."""

    def fact(label: str, *said: str) -> tuple[str, tuple[Cell, ...]]:
        return label, tuple(cells.text(each) for each in said)

    def day(label: str, iso: str) -> tuple[str, tuple[Cell, ...]]:
        return label, (cells.date(iso),)

    yield fact(words("Adopted by"), adoption.authority)
    yield fact(words("Instrument"), adoption.instrument)
    if adoption.instrument_sha256:
        yield fact(words("Scan of the signed paper, sha256"), adoption.instrument_sha256)
    yield day(words("Adopted on"), adoption.adopted.isoformat())
    yield day(words("In force from"), adoption.in_force.isoformat())
    if adoption.transition_until:
        yield day(words("Transition until"), adoption.transition_until.isoformat())
    if adoption.supersedes:
        yield fact(words("Supersedes"), adoption.supersedes)
    yield fact(words("Binds"), " / ".join(whom(words, each) for each in adoption.starts))
    yield fact(words("Consulted"), consulted(adoption.consulted, words))
    yield fact(words("Standard's sha256"), adoption.sha256)
    signed = words("Ed25519, public key {key}", key=adoption.signature.public_key) if adoption.signature else ""
    yield fact(words("Signature"), signed or words("none: the authority signed paper"))


def consulted(counts: Consulted, words: Words) -> str:
    said: Sequence[tuple[str, int]] = (
        (words("groups of survivors"), counts.survivor_groups),
        (words("shelters"), counts.shelters),
        (words("ministries"), counts.ministries),
        (words("organisations"), counts.organisations),
        (words("others"), counts.others),
    )
    return ", ".join(f"{name}: {words.count(number)}" for at, (name, number) in enumerate(said) if number or at == 0)
