"""What falls short in a closed round: stop criteria first, what many share, what nearly all share, then each shelter.

Never says how money is to be shared. A need is a criterion below its minimum, not a fault of the people who work there.
The page of the whole country is one to see at a glance: a row a criterion, a row a shelter; the page of one shelter has
every word.
"""

from collections.abc import Sequence

from ssi.document import Block, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings import Need, Needs, SharedNeed
from ssi.model import Standard
from ssi.reports import cells, phrases
from ssi.reports.page import page
from ssi.words import Words

SHORT = 44  # letters of a criterion's text where one line must be enough


def needs_page(needs: Needs, standard: Standard, words: Words, *, shelter: str = "") -> Document:
    """What falls short in the round: at a glance for every shelter, or in full at the one `shelter`."""
    title = words("What falls short in round {round}", round=needs.round)
    blocks = needs_blocks(needs, standard, words)
    if shelter:
        title = words("What falls short at shelter {shelter} in round {round}", shelter=shelter, round=needs.round)
        blocks = _in_full(shelter, dict(needs.shelters).get(shelter, ()), standard, words)
    return page(words, title, blocks, subtitle=f"{standard.title} {standard.version}")


def needs_blocks(needs: Needs, standard: Standard, words: Words) -> list[Block]:
    """The whole country at a glance."""
    every = [(shelter, need) for shelter, found in needs.shelters for need in found]
    if not every:
        return [_nothing(words)]
    return [
        *_worst(every, standard, words),
        Heading(words("Each shelter")),
        *_each(needs, words),
        *shared_blocks(needs, standard, words, short=SHORT),
    ]


def _nothing(words: Words) -> Note:
    return Note("good", words("No criterion that was scored is below its minimum."))


def _worst(every: Sequence[tuple[str, Need]], standard: Standard, words: Words) -> list[Block]:
    worst = standard.scale[0].value
    at = [f"{shelter} {need.criterion}" for shelter, need in every if need.gate and need.level == worst]
    if not at:
        return []
    return [Note("urgent", words("Stop criteria at their worst level: {where}. They come before all else.",
                                 where=", ".join(at)))]  # fmt: skip


# ── at a glance ──────────────────────────────────────────────────────────────────────────────────────────────────────


def shared_blocks(needs: Needs, standard: Standard, words: Words, *, short: int = 0) -> list[Block]:
    """What many shelters share (a training) and what nearly all share (a matter of policy); with `short`, the text of
    a criterion ends after about so many letters."""
    common = _shared(needs.common, needs, standard, words, short)
    system = _shared(needs.system, needs, standard, words, short)
    return [
        Heading(words("Shared by several shelters: a common training may help")),
        *(common or [Paragraph(words("None."))]),
        Heading(words("Shared by nearly all, or a matter of rules and systems: for the ministry")),
        *(system or [Paragraph(words("None."))]),
    ]


def _shared(shared: tuple[SharedNeed, ...], needs: Needs, standard: Standard, words: Words, short: int) -> list[Block]:
    if not shared:
        return []
    heads = (words("Criterion"), words("Below"), words("Of"), words("Which shelters"), words("Text"))
    rows = [
        (
            cells.id_(each.criterion),
            cells.count(len(each.shelters)),
            cells.count(each.assessed),
            _which(each, needs, words),
            cells.criterion_text(standard, each.criterion, words, short=short),
        )
        for each in shared
    ]
    caption = words("Below: the shelters where it is below its minimum. Of: the shelters where it was scored.")
    return [table(heads, rows, caption)]


def _which(each: SharedNeed, needs: Needs, words: Words) -> Cell:
    """The codes of the shelters; one word where it is every shelter of the round."""
    if len(needs.shelters) == len(each.shelters) > 1:
        return cells.text(words("every shelter"))
    return cells.ids(each.shelters)


def _each(needs: Needs, words: Words) -> list[Block]:
    """One row a shelter: how many, then the ids by how much they matter. What many share stands in the lists below
    with its shelters, so of what is not critical only the rest is named here."""
    shared = {each.criterion for each in (*needs.common, *needs.system)}
    heads = [words("Shelter"), words("Below"), words("Stop criteria"), words("Other critical"), words("Others"),
             words("Of the others, not in the lists below")]  # fmt: skip
    rows = []
    for shelter, found in needs.shelters:
        gates = [each.criterion for each in found if each.gate]
        critical = [each.criterion for each in found if each.class_ == "critical" and not each.gate]
        others = [each.criterion for each in found if each.class_ != "critical" and not each.gate]
        rows.append(
            [
                cells.id_(shelter),
                cells.count(len(found)),
                cells.ids(gates, "bad"),
                cells.ids(critical, "warn"),
                cells.count(len(others)),
                cells.ids([each for each in others if each not in shared], "quiet"),
            ]
        )
    if all(row[-1].value is None for row in rows):
        heads, rows = heads[:-1], [row[:-1] for row in rows]
    first = next(shelter for shelter, found in needs.shelters if found)
    said = words("One shelter in full, with what the next level looks like: ssi needs {round} {shelter}",
                 round=needs.round, shelter=first)  # fmt: skip
    return [
        table(heads, rows, words("How many criteria are below their minimum, and which.")),
        Paragraph(said, "quiet"),
    ]


# ── one shelter in full ──────────────────────────────────────────────────────────────────────────────────────────────


def _in_full(shelter: str, found: Sequence[Need], standard: Standard, words: Words) -> list[Block]:
    if not found:
        return [_nothing(words)]
    parts = (
        (words("Stop criteria"), [each for each in found if each.gate]),
        (words("Other critical criteria"), [each for each in found if each.class_ == "critical" and not each.gate]),
        (words("Must"), [each for each in found if each.class_ == "must" and not each.gate]),
        (words("Desired"), [each for each in found if each.class_ == "desired" and not each.gate]),
    )
    blocks = _worst([(shelter, each) for each in found], standard, words)
    for title, needs in parts:
        if needs:
            blocks += [Heading(title), *_steps(needs, standard, words)]
    return blocks


def _steps(needs: Sequence[Need], standard: Standard, words: Words) -> list[Block]:
    """One row a criterion: the level found, the next one up, and what that looks like."""
    heads = (
        words("Criterion"),
        words("Level"),
        words("Minimum"),
        words("Text"),
        words("What the next level looks like"),
    )
    rows = [
        (
            cells.id_(each.criterion),
            cells.level(each.level, "bad" if each.gate else "warn"),
            cells.level(each.minimum),
            cells.criterion_text(standard, each.criterion, words),
            cells.level_description(standard, each.criterion, phrases.next_level(standard, each.level), words),
        )
        for each in needs
    ]
    return [table(heads, rows)]
