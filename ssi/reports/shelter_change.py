"""What changed at one shelter since an earlier round, for its own people: verified steps and closed stop criteria lead.

Never gives a reason for a change. A step is *verified* when every visitor of the later round scored the criterion
higher than every visitor of the earlier one, with two visitors or more in each (scoring.md section 5, "clear step").
"""

from ssi.document import Bar, Block, Chart, Heading, Note, Paragraph, table
from ssi.findings import AreaChange, Outcome, ShelterChange, ShelterScore
from ssi.model import AGREED, Standard
from ssi.reports import cells
from ssi.reports.comparison import move_cells
from ssi.words import Words


def change_blocks(
    change: ShelterChange, before: ShelterScore | None, after: ShelterScore, standard: Standard, words: Words
) -> list[Block]:
    """The section "what changed": figures, areas, what rose, what is lower."""
    if change.change is None:
        return [
            Heading(words("What changed since the last visit")),
            Paragraph(words("Too little to say: no criterion was scored in both rounds.")),
        ]
    return [
        Heading(words("What changed since the last visit")),
        *_gates(change, words),
        Paragraph(_figures(change, words)),
        *_areas(change.areas, standard, words),
        *_rose(change, before, after, standard, words),
        *_fell(change, standard, words),
    ]


def _gates(change: ShelterChange, words: Words) -> list[Block]:
    said: list[Block] = []
    if change.gates_closed:
        closed = ", ".join(change.gates_closed)
        said.append(Note("good", words("Stop criteria that are now at their minimum: {gates}.", gates=closed)))
    if change.gates_opened:
        opened = ", ".join(change.gates_opened)
        said.append(Note("caution", words("Stop criteria that are now below their minimum: {gates}.", gates=opened)))
    return said


def _figures(change: ShelterChange, words: Words) -> str:
    return words(
        "Before: {before}. Now: {after}. On the {matched} criteria scored both times the change is {change} percent "
        "points. Higher: {rose}. Lower: {fell}.",
        before=words.percent(change.before), after=words.percent(change.after), matched=words.count(len(change.moves)),
        change=words.change(change.change), rose=words.count(len(change.improved)),
        fell=words.count(len(change.regressed)),
    )  # fmt: skip


def _areas(areas: tuple[AreaChange, ...], standard: Standard, words: Words) -> list[Block]:
    if not areas:
        return []
    titles = {each.id: each.title for each in standard.area}
    bars = tuple(Bar(f"{each.area} {titles.get(each.area, '')}".strip(), each.after, each.before) for each in areas)
    alt = words("One line an area, from before to now. The table has the numbers.")
    rows = [
        (
            cells.id_(each.area),
            cells.percent(each.before),
            cells.percent(each.after),
            cells.change(each.after - each.before),
            cells.area_title(standard, each.area, words),
        )
        for each in areas
    ]
    heads = (words("Area"), words("Before"), words("Now"), words("Change"), words("Title"))
    caption = words("Each area on the criteria that were scored both times.")
    return [Chart("dumbbells", words("Areas, before and now"), alt, bars), table(heads, rows, caption)]


def _rose(
    change: ShelterChange, before: ShelterScore | None, after: ShelterScore, standard: Standard, words: Words
) -> list[Block]:
    """What rose: closed stop criteria first, then verified steps, then the rest."""
    if not change.improved:
        return []
    sure = set(verified(change, before, after, standard))
    closed = set(change.gates_closed)
    moves = [each for each in change.moves if each.criterion in change.improved]
    moves.sort(key=lambda each: (each.criterion not in closed, each.criterion not in sure))
    heads = (words("Criterion"), words("Before"), words("Now"), words("Verified"), words("Move"), words("Text"))
    rows = []
    for each in moves:
        seen = cells.text(words("yes"), "good") if each.criterion in sure else cells.text("")
        code, old, new, _class, moved, text = move_cells(each, standard, words)
        rows.append((code, old, new, seen, moved, text))
    caption = words(
        "What is higher than last time. Verified: every visitor this time scored it higher than every visitor last "
        "time. By chance alone this is seen about once or twice in 100 criteria."
    )
    return [table(heads, rows, caption)]


def verified(
    change: ShelterChange, before: ShelterScore | None, after: ShelterScore, standard: Standard
) -> tuple[str, ...]:
    """The criteria that rose in the eyes of every visitor; () without the earlier round's sheets."""
    if before is None:
        return ()
    old = {each.criterion: _places(each, standard) for each in before.outcomes}
    new = {each.criterion: _places(each, standard) for each in after.outcomes}
    return tuple(
        code
        for code in change.improved
        if min(len(old.get(code, ())), len(new.get(code, ()))) >= 2 and min(new[code]) > max(old[code])
    )


def _places(outcome: Outcome, standard: Standard) -> tuple[int, ...]:
    """Where each visitor's level stands on the scale, NA and NS left out, the team's agreed sheet too."""
    given = (score for assessor, score in outcome.given if assessor != AGREED)
    return tuple(standard.position[score] for score in given if score in standard.position)


def _fell(change: ShelterChange, standard: Standard, words: Words) -> list[Block]:
    if not change.regressed:
        return []
    heads = (words("Criterion"), words("Before"), words("Now"), words("Class"), words("Move"), words("Text"))
    rows = [move_cells(each, standard, words) for each in change.moves if each.criterion in change.regressed]
    caption = words(
        "What is lower than last time. Conditions may have changed, or other visitors may have looked differently. "
        "You know best: please talk about it in your team, and tell the national group what you think."
    )
    return [table(heads, rows, caption)]
