"""The frame that every report stands in: title, what is urgent, the blocks, and what the page rests on.

Never decides what a report says.
"""

from collections.abc import Iterable, Mapping

from ssi.document import Block, Document, Note
from ssi.findings import RULE, ShelterScore, Summary
from ssi.model import Standard
from ssi.words import Words


def page(
    words: Words,
    title: str,
    blocks: Iterable[Block],
    *,
    subtitle: str = "",
    currency: str = "",
    footer: Iterable[str] = (),
) -> Document:
    return Document(title, tuple(blocks), subtitle, words.language, currency, tuple(footer))


def rests_on(words: Words, summary: Summary, inputs: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The footer's lines: the standard, the rule's name, and the sha256 of each input by its name."""
    return (
        words("Standard: {id} {version}, sha256 {sha256}", id=summary.standard, version=summary.version,
              sha256=summary.sha256),
        words("Rule of scoring: {rule}", rule=RULE),
        *(
            words("Input: {name}, sha256 {sha256}", name=name, sha256=sha256)
            for name, sha256 in sorted((inputs or {}).items())
        ),
    )  # fmt: skip


def urgent_gates(score: ShelterScore, standard: Standard) -> tuple[str, ...]:
    """The stop criteria of this shelter that are at the worst level."""
    worst = standard.scale[0].value
    return tuple(gate for gate in score.gates if score.score(gate) == worst)


def urgent_notes(scores: Iterable[ShelterScore], standard: Standard, words: Words) -> list[Block]:
    """One note that leads the page, naming each shelter with a stop criterion at its worst level; [] where none is."""
    open_ = [(each.shelter, urgent_gates(each, standard)) for each in scores]
    named = "; ".join(f"{code}: {', '.join(gates)}" for code, gates in open_ if gates)
    if not named:
        return []
    text = words(
        "Stop criteria at their worst level – {named}. They come before everything else on this page: tell the role "
        "that the programme's protocol names, now.",
        named=named,
    )
    return [Note("urgent", text)]
