"""The pages of `ssi standard adopt`, `verify` and `list`: what is adopted, whether it is the same, what held on a day.

Never decides anything: the findings do.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from ssi.document import Block, Bullets, Document, Heading, Paragraph, table
from ssi.findings.adoption import Edit, Standing, Verified
from ssi.model.adoption import Adoption
from ssi.reports import adopted, cells
from ssi.reports.page import page
from ssi.words import Words


def adoption_page(adoption: Adoption, words: Words) -> Document:
    """One adoption, as it stands in its file."""
    title = words("Adoption of {standard}", standard=adoption.standard)
    return page(words, title, adopted.adoption_blocks(adoption, words))


# ── what held on a day ───────────────────────────────────────────────────────────────────────────────────────────────


def standings_page(found: Sequence[Standing], on: date, words: Words) -> Document:
    """What held on that day and for whom, then every standard at hand."""
    holding = [each for each in found if each.holds]
    title = words("Standards on {day}", day=words.date(on.isoformat()))
    first: list[Block] = [Paragraph(words("No standard at hand held for any shelter on that day."))]
    if holding:
        first = [Heading(words("What held on that day")), _holding(holding, words)]
    first += [Paragraph(_binds_later(each, words), "warn") for each in found if each.waits]
    return page(words, title, [*first, Heading(words("Every standard at hand")), _every(found, words)])


def _holding(found: Sequence[Standing], words: Words) -> Block:
    heads = (words("Standard"), words("In force since"), words("For whom"), words("By"))
    rows = [
        (
            cells.id_(str(each.standard)),
            cells.date(each.adoption.in_force.isoformat() if each.adoption else ""),
            cells.text(adopted.whom_on_that_day(words, each)),
            cells.text(f"{each.adoption.authority}: {each.adoption.instrument}" if each.adoption else ""),
        )
        for each in found
    ]
    return table(heads, rows)


def _every(found: Sequence[Standing], words: Words) -> Block:
    heads = (words("Standard"), words("Status"), words("More"), words("Title"))
    rows = [
        (
            cells.id_(str(each.standard)),
            cells.text(adopted.status(words, each.status)),
            cells.text(_more(each, words), "bad" if each.differs else ""),
            cells.text(each.standard.title, "quiet"),
        )
        for each in found
    ]
    return table(heads, rows)


def _binds_later(each: Standing, words: Words) -> str:
    """Of a standard in force that does not yet bind anybody."""
    whom = adopted.later(words, each)
    return words("{standard} is in force, but binds nobody yet. Later: {whom}.", standard=each.standard, whom=whom)


def _more(each: Standing, words: Words) -> str:
    said = []
    if each.differs:
        said.append(words("the file is not the adopted one; see ssi standard verify"))
    if each.status == "released":
        day = words.date(each.adoption.adopted.isoformat()) if each.adoption else ""
        said.append(words("adopted only on {day}", day=day) if day else words("adopted by nobody here"))
    if each.status == "adopted" and each.adoption:
        said.append(words("in force from {day}", day=words.date(each.adoption.in_force.isoformat())))
    if each.waits:
        said.append(words("binds nobody yet"))
    if each.after and each.since:
        said.append(words("by {standard} on {day}", standard=each.after, day=words.date(each.since.isoformat())))
    if each.until:
        said.append(words("transition until {day}", day=words.date(each.until.isoformat())))
    return "; ".join(said)


# ── whether it is the adopted one ────────────────────────────────────────────────────────────────────────────────────


def verified_page(found: Iterable[Verified], words: Words) -> Document:
    """For each thing that was asked about: adopted, not adopted by anyone here, or what differs."""
    blocks = [block for each in found for block in _verified(each, words)]
    return page(words, words("Whether these are the adopted standards"), blocks)


def _verified(each: Verified, words: Words) -> list[Block]:
    named = words("{standard}, sha256 {sha256}", standard=each.standard, sha256=each.sha256[:12])
    blocks: list[Block] = [Heading(each.what), Paragraph(named, "quiet"), _verdict(each, words)]
    if each.edits:
        blocks += [_edits(each.edits, words)]
    if each.adoption:
        by = words("{authority}: {instrument}. In force from {day}.", authority=each.adoption.authority,
                   instrument=each.adoption.instrument,
                   day=words.date(each.adoption.in_force.isoformat()))  # fmt: skip
        blocks.append(Paragraph(by))
    blocks += [*_signature(each, words), *_scan(each, words)]
    if each.faults:
        blocks.append(Bullets(tuple(f"{fault.message}: {fault.advice}" for fault in each.faults)))
    return blocks


def _verdict(each: Verified, words: Words) -> Block:
    if each.verdict == "not adopted":
        return Paragraph(words("Not adopted by anyone: no adoption of this standard is at hand."), "warn")
    if each.verdict == "adopted":
        return Paragraph(words("Adopted: exactly the bytes that were adopted."), "good")
    parts = ", ".join(edit.part for edit in each.edits if edit.part not in ("bytes", "base"))
    if not parts:
        same = words("Differs from what was adopted, though every word and number in it is the same.")
        return Paragraph(same, "bad")
    return Paragraph(words("Differs from what was adopted: {parts}.", parts=parts), "bad")


def _edits(edits: Sequence[Edit], words: Words) -> Block:
    rows = [(cells.id_(each.part), cells.text(_how(each, words)), cells.text(_in_what(each, words))) for each in edits]
    return table((words("Part"), words("What happened"), words("In what")), rows)


def _how(each: Edit, words: Words) -> str:
    if each.part == "bytes":
        return words("only remarks or spacing were edited")
    if each.part == "base":
        return words("a standard that it extends is not the adopted one")
    return {"changed": words("edited"), "added": words("added"), "missing": words("taken out")}[each.how]


def _in_what(each: Edit, words: Words) -> str:
    """The keys, in the words of the design where they have some."""
    said = {
        "anchors": words("level descriptions"),
        "gate": words("stop criterion"),
        "na_when": words("when NA is allowed"),
    }
    return ", ".join(said.get(key, key) for key in each.keys)


def _signature(each: Verified, words: Words) -> list[Block]:
    if each.signed == "good" and each.trusted:
        return [Paragraph(words("Signature: good, by the key that you gave ({key}).", key=each.key), "good")]
    if each.signed == "good":
        said = words("Signature: good, by the key {key}, which the adoption itself names. Whose key that is, only the "
                     "authority can say: compare it, or give --public-key.", key=each.key)  # fmt: skip
        return [Paragraph(said)]
    if each.signed == "none":
        return [Paragraph(words("Signature: none; the paper is what was signed."), "quiet")] if each.adoption else []
    return [Paragraph(_wrong_signature(each, words), "bad")]


def _wrong_signature(each: Verified, words: Words) -> str:
    if each.signed == "bad":
        return words("Signature: bad. It was not made over the adopted sha256 with the key {key}.", key=each.key)
    if each.signed == "another key":
        return words("Signature: by another key ({key}) than the one you gave.", key=each.key)
    return words("Signature: none, though you gave a key to hold it to.")


def _scan(each: Verified, words: Words) -> list[Block]:
    if each.scan == "same":
        return [Paragraph(words("Scan: the one whose hash stands in the adoption."), "good")]
    if each.scan == "differs":
        return [Paragraph(words("Scan: not the one whose hash stands in the adoption."), "bad")]
    if each.scan == "not stated":
        return [Paragraph(words("Scan: the adoption holds no hash of one to compare with."), "bad")]
    return []
