"""Two standards side by side, seen from one of them; and what rests on one outside source.

Never says which standard is better: a wider criterion may ask for what a country cannot check.
"""

from ssi.document import Block, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings.coverage import Counterpart, Coverage, SourceUse
from ssi.model import Standard
from ssi.model.mapping import Relation
from ssi.reports import cells
from ssi.reports.page import page
from ssi.words import Words

SHORT = 44  # letters of a criterion's text on the terminal
ORDER: tuple[Relation | None, ...] = ("none", "narrower", None, "wider", "equal")  # what needs reading comes first


def coverage_page(found: Coverage, ours: Standard, other: Standard, words: Words, *, every: bool = False) -> Document:
    """What of `other` has a counterpart in `ours`; with `every`, each text in full."""
    short = 0 if every else SHORT
    blocks: list[Block] = [
        Paragraph(_lead(found, words), "lead"),
        _counts(found, words),
        Note("method", _explained(words)),
    ]
    for relation in ORDER:
        rows = [each for each in found.counterparts if each.relation == relation]
        if rows:
            blocks += [Heading(_heading(words, relation)), _rows(rows, ours, other, words, short)]
    if found.only_ours:
        said = words("Criteria of {standard} that are the counterpart of none of these.", standard=found.ours)
        blocks += [Heading(words("Only in {standard}", standard=found.ours)), Paragraph(said)]
        blocks.append(Paragraph(" ".join(found.only_ours), "quiet"))
    title = words("What {ours} has of {other}", ours=found.ours, other=found.other)
    return page(words, title, blocks, subtitle=ours.title, footer=_rests_on(found, words))


def _lead(found: Coverage, words: Words) -> str:
    return words(
        "{count} of {all} criteria of {other} have an equal or wider counterpart in {ours}.",
        count=words.count(found.counts["equal"] + found.counts["wider"]),
        all=words.count(len(found.counterparts)),
        ours=found.ours,
        other=found.other,
    )


def _counts(found: Coverage, words: Words) -> Block:
    rows = [(cells.text(_heading(words, each)), cells.count(count)) for each, count in found.counts.items()]
    return table((words("Counterpart"), words("Criteria")), rows)


def _explained(words: Words) -> str:
    return words(
        "Equal: it demands the same. Wider: it demands all of it and more. Narrower: it demands less, or covers only a "
        "part. None: there is nothing of the kind. Not yet mapped: a person has to read both and say it in a mapping "
        "file."
    )


def _heading(words: Words, relation: Relation | None) -> str:
    if relation is None:
        return words("Not yet mapped")
    return {
        "equal": words("Equal"),
        "narrower": words("Narrower"),
        "wider": words("Wider"),
        "none": words("No counterpart"),
    }[relation]


def _rows(found: list[Counterpart], ours: Standard, other: Standard, words: Words, short: int) -> Block:
    """A row for each; a column that would be empty in all of them is left out."""
    heads = [str(other), words("Text"), str(ours), words("Text"), words("Remark")]
    rows = [
        [
            cells.id_(each.criterion),
            cells.criterion_text(other, each.criterion, words, short=short),
            cells.ids(each.ours),
            _texts(each, ours, words, short),
            cells.text(each.note),
        ]
        for each in found
    ]
    used = [at for at in range(len(heads)) if any(row[at].value is not None for row in rows)]
    return table([heads[at] for at in used], [[row[at] for at in used] for row in rows])


def _texts(each: Counterpart, ours: Standard, words: Words, short: int) -> Cell:
    """Our criteria's own words, one after another."""
    found = [cells.criterion_text(ours, code, words, short=short) for code in each.ours]
    said = "; ".join(str(cell.value) for cell in found)
    return Cell(said or None, "text", lang=found[0].lang if found else "")


def _rests_on(found: Coverage, words: Words) -> tuple[str, ...]:
    files = ((found.ours, found.ours_sha256), (found.other, found.other_sha256))
    said = [words("Standard: {name}, sha256 {sha256}", name=name, sha256=sha256) for name, sha256 in files]
    return (*said, words("Mapping file: {file}", file=found.mapping)) if found.mapping else tuple(said)


def source_page(found: SourceUse, standard: Standard, words: Words) -> Document:
    """Which criteria rest on a source; those that rest on it alone fall with it."""
    said = words.many(
        "{count} criterion names this source, {alone} of them no other.",
        "{count} criteria name this source, {alone} of them no other.",
        len(found.criteria),
        alone=words.count(len(found.alone)),
    )
    rows = [
        (
            cells.id_(code),
            cells.text(words("yes") if code in found.alone else ""),
            cells.criterion_text(standard, code, words),
        )
        for code in found.criteria
    ]
    blocks: list[Block] = [Paragraph(found.title), *([Paragraph(found.address, "quiet")] if found.address else [])]
    blocks.append(Paragraph(said, "lead"))
    blocks += [table((words("Criterion"), words("This source alone"), words("Text")), rows)] if rows else []
    title = words("What rests on the source {source}", source=found.source)
    footer = (words("Standard: {name}, sha256 {sha256}", name=found.standard, sha256=standard.sha256),)
    return page(words, title, blocks, subtitle=found.standard, footer=footer)
