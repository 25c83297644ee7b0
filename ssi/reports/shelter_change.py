"""What changed at one shelter since an earlier round, for its own people: closed stop criteria and clear steps lead.

Never gives a reason for a change. A step is *clear* when every visitor of the later round scored the criterion higher
than every visitor of the earlier one, with two visitors or more in each (scoring.md section 5).
"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from ssi.document import Bar, Block, Chart, Heading, Note, Paragraph, table
from ssi.findings import AreaChange, Move, Outcome, ShelterChange, ShelterScore
from ssi.model import AGREED, Standard
from ssi.reports import cells, phrases
from ssi.words import Words

CLEAR_BY_CHANCE = Fraction(15, 1000)  # of the criteria scored both times, where nothing changed
CHANCE_KNOWN_FROM = 3  # visitors in each round: with so many it was simulated
FEW, MOST = 6, 7  # rows with the criterion's text: the clear steps, and what rose beside them, as far as there is room


def change_blocks(
    change: ShelterChange, before: ShelterScore | None, after: ShelterScore, standard: Standard, words: Words
) -> list[Block]:
    """The figures in large letters, what is to be proud of, areas, what rose, what is lower."""
    lead = words("{before} → {after}", before=words.percent(change.before), after=words.percent(change.after))
    result = [Paragraph(phrases.result(words, after, standard))] if after.percent is not None else []
    if change.change is None:
        nothing = words("What changed: too little to say. No criterion was scored in both rounds.")
        return [Paragraph(lead, "lead"), Paragraph(nothing), *result]
    sure = verified(change, before, after, standard)
    return [
        Paragraph(lead, "lead"),
        Paragraph(_figures(change, before, after, standard, words)),
        *result,
        *_proud(change, sure, standard, words),
        *_areas(change.areas, standard, words),
        *_rose(change, sure, by_chance(change, before, after), standard, words),
        *_fell(change, standard, words),
    ]


def _figures(
    change: ShelterChange, before: ShelterScore | None, after: ShelterScore, standard: Standard, words: Words
) -> str:
    """The matched change; where it is not the difference of the two percents above, first why."""
    said = words(
        "On the {matched} criteria that were scored both times: {change} percent points. Higher: {rose}. "
        "Lower: {fell}.",
        matched=words.count(len(change.moves)), change=words.change(change.change),
        rose=words.count(len(change.improved)), fell=words.count(len(change.regressed)),
    )  # fmt: skip
    if before is None or change.before is None or change.after is None:
        return said
    if change.after - change.before == change.change:
        return said
    why = words(
        "The two percents are of all that was scored each time: {before} criteria, then {after}. So the change is not "
        "their difference.",
        before=words.count(_scored(before, standard)), after=words.count(_scored(after, standard)),
    )  # fmt: skip
    return f"{said} {why}"


def _scored(score: ShelterScore, standard: Standard) -> int:
    return sum(each.score in standard.position for each in score.outcomes)


def _proud(change: ShelterChange, sure: Sequence[str], standard: Standard, words: Words) -> list[Block]:
    """Closed stop criteria in the words of the standard, then how many steps every visitor saw."""
    said = []
    if change.gates_closed:
        own = standard.language == words.language  # a foreign text would stand here without its language
        gates = "; ".join(f"{gate} {standard.criterion(gate).text}" if own else gate for gate in change.gates_closed)
        said.append(words("Stop criteria that are now at their minimum: {gates}.", gates=gates))
    if sure:
        said.append(
            words.many(
                "{count} step up was seen by every visitor; it is marked ✓ below.",
                "{count} steps up were seen by every visitor; they are marked ✓ below.",
                len(sure),
            )
        )
    return [Note("good", " ".join(said))] if said else []


def _areas(areas: tuple[AreaChange, ...], standard: Standard, words: Words) -> list[Block]:
    if not areas:
        return []
    titles = {each.id: each.title for each in standard.area}
    bars = tuple(Bar(f"{each.area} {titles.get(each.area, '')}".strip(), each.after, each.before) for each in areas)
    alt = words("One line an area, on the criteria that were scored both times. The table has the numbers.")
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
    return [
        Chart("dumbbells", words("Areas, before and now"), alt, bars),
        table(heads, rows),
    ]


def by_chance(change: ShelterChange, before: ShelterScore | None, after: ShelterScore) -> int | None:
    """How many of the matched criteria would be a clear step with nothing changed: 1.5 in 100, at least 1. That was
    found by simulation with three visitors in each round; None with fewer, for which nobody worked it out."""
    if before is None or min(len(before.visitors), len(after.visitors)) < CHANCE_KNOWN_FROM:
        return None
    return max(1, round(CLEAR_BY_CHANCE * len(change.moves)))


def _clear(change: ShelterChange, chance: int | None, words: Words) -> str:
    """What a ✓ means, and how many of them chance alone would give."""
    said = words(
        "✓ speaks of one criterion: every visitor of this round scored it higher than every visitor of the last."
    )
    if chance is None:
        return said
    expected = words.many(
        "Of {matched} criteria scored both times, about {count} would show this by chance.",
        "Of {matched} criteria scored both times, about {count} would show this by chance.",
        chance, matched=words.count(len(change.moves)),
    )  # fmt: skip
    return f"{said} {expected}"


def _rose(
    change: ShelterChange, sure: Sequence[str], chance: int | None, standard: Standard, words: Words
) -> list[Block]:
    """What rose: closed stop criteria first, then clear steps, then the rest as far as there is room."""
    if not change.improved:
        return []
    first = {*change.gates_closed, *sure}
    moves = [each for each in change.moves if each.criterion in change.improved]
    moves.sort(key=lambda each: (each.criterion not in change.gates_closed, each.criterion not in sure))
    shown = min(MOST, max(FEW, len(first)))
    rows = [
        (
            cells.id_(each.criterion, "good" if each.criterion in sure else ""),
            cells.text(phrases.arrow(standard, each.before, each.after)),
            cells.criterion_text(standard, each.criterion, words),
        )
        for each in moves[:shown]
    ]
    heads = (words("Criterion"), words("From → to"), words("Text"))
    return [
        Heading(words("What is higher than last time")),
        table(heads, rows, _clear(change, chance, words) if sure else ""),
        *_more(moves[shown:], sure, standard, words),
    ]


def _more(moves: Sequence[Move], sure: Sequence[str], standard: Standard, words: Words) -> list[Block]:
    """The moves for which there was no room, by their kind; a clear step has its ✓ here too."""
    alike: dict[str, list[str]] = defaultdict(list)
    for each in moves:
        code = f"{each.criterion}\u00a0✓" if each.criterion in sure else each.criterion
        alike[phrases.move(words, standard, each.before, each.after)].append(code)
    named = "; ".join(f"{move}: {', '.join(codes)}" for move, codes in alike.items())
    return [Paragraph(words("Also higher – {moves}.", moves=named))] if named else []


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
    """What is lower, without reproach; a stop criterion that fell below its minimum is named first."""
    if not change.regressed:
        return []
    said = words(
        "Conditions may have changed, or other visitors may have looked differently. You know best: please talk about "
        "it in your team, and tell the national group what you think."
    )
    rows = [
        (
            cells.id_(each.criterion),
            cells.text(phrases.arrow(standard, each.before, each.after)),
            cells.criterion_text(standard, each.criterion, words),
        )
        for each in sorted(change.moves, key=lambda each: each.criterion not in change.gates_opened)
        if each.criterion in change.regressed
    ]
    heads = (words("Criterion"), words("From → to"), words("Text"))
    opened: list[Block] = []
    if change.gates_opened:
        gates = ", ".join(change.gates_opened)
        opened = [Note("caution", words("Stop criteria that are now below their minimum: {gates}.", gates=gates))]
    return [Heading(words("What is lower than last time")), *opened, table(heads, rows), Paragraph(said)]
