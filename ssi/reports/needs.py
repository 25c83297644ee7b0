"""What falls short in a closed round: stop criteria first, what many share, what nearly all share, then each shelter.

Never says how money is to be shared. A need is a criterion below its minimum, not a fault of the people who work there.
"""

from ssi.document import Block, Document, Heading, Note, Paragraph, table
from ssi.findings import Need, Needs, SharedNeed
from ssi.model import Standard
from ssi.reports import cells, phrases
from ssi.reports.page import page
from ssi.words import Words


def needs_page(needs: Needs, standard: Standard, words: Words) -> Document:
    """What falls short in the round, for one shelter, for many, for nearly all."""
    title = words("What falls short in round {round}", round=needs.round)
    return page(words, title, needs_blocks(needs, standard, words), subtitle=f"{standard.title} {standard.version}")


def needs_blocks(needs: Needs, standard: Standard, words: Words) -> list[Block]:
    every = [(shelter, need) for shelter, found in needs.shelters for need in found]
    if not every:
        return [Note("good", words("No criterion that was scored is below its minimum."))]
    return [
        *_worst(every, standard, words),
        *shared_blocks(needs, standard, words),
        Heading(words("Each shelter")),
        *_each(every, standard, words),
    ]


def _worst(every: list[tuple[str, Need]], standard: Standard, words: Words) -> list[Block]:
    worst = standard.scale[0].value
    at = [f"{shelter} {need.criterion}" for shelter, need in every if need.gate and need.level == worst]
    if not at:
        return []
    return [Note("urgent", words("Stop criteria at their worst level: {where}. They come before all else.",
                                 where=", ".join(at)))]  # fmt: skip


def shared_blocks(needs: Needs, standard: Standard, words: Words) -> list[Block]:
    """What many shelters share (a training) and what nearly all share (a matter of policy)."""
    common = _shared(needs.common, standard, words)
    system = _shared(needs.system, standard, words)
    return [
        Heading(words("Shared by several shelters: a common training may help")),
        *(common or [Paragraph(words("None."))]),
        Heading(words("Shared by nearly all, or a matter of rules and systems: for the ministry")),
        *(system or [Paragraph(words("None."))]),
    ]


def _shared(shared: tuple[SharedNeed, ...], standard: Standard, words: Words) -> list[Block]:
    if not shared:
        return []
    heads = (words("Criterion"), words("Shelters below"), words("Shelters scored"), words("Which"), words("Kind"),
             words("Text"))  # fmt: skip
    rows = [
        (
            cells.id_(each.criterion),
            cells.count(len(each.shelters)),
            cells.count(each.assessed),
            cells.ids(each.shelters),
            cells.text(phrases.remedy(words, each.remedy), "quiet"),
            cells.criterion_text(standard, each.criterion, words),
        )
        for each in shared
    ]
    return [table(heads, rows)]


def _each(every: list[tuple[str, Need]], standard: Standard, words: Words) -> list[Block]:
    heads = (words("Shelter"), words("Criterion"), words("Level"), words("Minimum"), words("Class"), words("Text"))
    rows = [
        (
            cells.id_(shelter),
            cells.id_(need.criterion),
            cells.level(need.level, "bad" if need.gate else "warn"),
            cells.level(need.minimum),
            cells.text(phrases.class_(words, standard.criterion(need.criterion)), "quiet"),
            cells.criterion_text(standard, need.criterion, words),
        )
        for shelter, need in every
    ]
    return [table(heads, rows, words("Every criterion that was scored below its minimum."))]
