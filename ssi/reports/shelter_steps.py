"""What works well at one shelter, and what its peers suggest next, in the words of the standard.

Never praises without a ground: a strength is a criterion at its best level. Texts stand for a few and ids for the rest,
because a page on a wall is read standing.
"""

from collections.abc import Collection, Iterable, Sequence

from ssi.document import Block, Bullets, Cell, Heading, Paragraph, table
from ssi.findings import Need, Outcome, ShelterScore
from ssi.model import CLASSES, Standard
from ssi.reports import cells, phrases
from ssi.reports.page import urgent_gates
from ssi.words import Words

STRENGTHS = 3  # with their text; each of another area
AREAS = 3  # named as the strongest
FEWEST = 2  # next steps told in words, however many stop criteria stand before them


def strength_blocks(
    after: ShelterScore, standard: Standard, words: Words, *, known: Collection[str] = ()
) -> list[Block]:
    """What is at the best level; else what is at its minimum; else nothing: no empty praise. Texts stand for a few of
    the weightiest, `known` left out because the page has told them."""
    scored = [each for each in after.outcomes if each.score in standard.position]
    met = [each for each in scored if standard.reaches(each.score, standard.criterion(each.criterion).minimum)]
    best = [each for each in met if each.score == standard.scale[-1].value] or met
    if not best:
        return []
    best.sort(key=lambda each: _weightiness(each, standard))
    shown = _of_different_areas([each.criterion for each in best if each.criterion not in known], standard)
    rest = [each.criterion for each in best if each.criterion not in {*shown, *known}]
    blocks: list[Block] = [
        Heading(words("What works well")),
        Bullets(tuple(_counts(after, scored, met, standard, words))),
    ]
    if shown:
        rows = [(cells.id_(code), cells.criterion_text(standard, code, words)) for code in shown]
        blocks.append(table((words("Criterion"), words("Text")), rows))
    return [*blocks, *_rest(words("Found at the same high level:"), rest)]


def _weightiness(outcome: Outcome, standard: Standard) -> tuple[bool, int, int]:
    criterion = standard.criterion(outcome.criterion)
    return not criterion.gate, CLASSES.index(criterion.class_), standard.slot[criterion.id]


def _of_different_areas(codes: Iterable[str], standard: Standard) -> list[str]:
    """The first of each area, so that the few that are told in words are not all of one kind."""
    first: dict[str, str] = {}
    for code in codes:
        first.setdefault(standard.criterion(code).area, code)
    return list(first.values())[:STRENGTHS]


def _counts(
    after: ShelterScore, scored: Sequence[Outcome], met: Sequence[Outcome], standard: Standard, words: Words
) -> Iterable[str]:
    gates = [each for each in scored if standard.criterion(each.criterion).gate]
    yield words(
        "At their minimum or above it: {met} of the {scored} criteria that were scored; of the {gates} stop criteria "
        "{met_gates}.",
        met=words.count(len(met)), scored=words.count(len(scored)), gates=words.count(len(gates)),
        met_gates=words.count(sum(each in met for each in gates)),
    )  # fmt: skip
    titles = {area.id: area.title for area in standard.area}
    short = {standard.criterion(each.criterion).area for each in scored if each not in met}
    whole = [each.area for each in after.areas if each.percent is not None and each.area not in short]
    if whole:
        yield words("Areas where all that was scored is at its minimum or above: {areas}",
                    areas=", ".join(titles[each] for each in whole))  # fmt: skip
    strong = sorted(
        (each for each in after.areas if each.percent and after.percent and each.percent > after.percent),
        key=lambda each: -(each.percent or 0),
    )
    if strong:
        named = ", ".join(f"{titles[each.area]} {words.percent(each.percent)}" for each in strong[:AREAS])
        yield words("Strongest areas: {areas}.", areas=named)


def _rest(lead: str, codes: Sequence[str]) -> list[Block]:
    return [Paragraph(f"{lead} {', '.join(codes)}", "quiet")] if codes else []


# ── what comes next ──────────────────────────────────────────────────────────────────────────────────────────────────


def next_blocks(
    after: ShelterScore, needs: Sequence[Need], standard: Standard, words: Words, *, shown: int
) -> list[Block]:
    """Stop criteria below their minimum with what it looks like when they are met, then the next step of other needs,
    one level up: `shown` rows in all, of others FEWEST at least; the rest by their ids."""
    urgent = urgent_gates(after, standard)
    first = sorted(after.gates, key=lambda gate: gate not in urgent)
    steps = [each for each in needs if not each.gate]
    shown = max(FEWEST, shown - len(first))
    rows = [_row(gate, after.score(gate), standard.criterion(gate).minimum, standard, words) for gate in first]
    rows += [
        _row(each.criterion, each.level, phrases.next_level(standard, each.level), standard, words)
        for each in steps[:shown]
    ]
    if not rows:
        return []
    heads = (words("Criterion"), words("Level"), words("Next"), words("Text"), words("What the next level looks like"))
    rest = [each.criterion for each in steps[shown:]]
    caption = words("One step up is enough for a start. What matters most stands first.")
    if first:
        caption = words("Stop criteria come first, with what it looks like when they are met. For the others one step "
                        "up is enough for a start.")  # fmt: skip
    return [Heading(words("What your peers suggest next")), table(heads, rows, caption), *_also(rest, standard, words)]


def _also(codes: Sequence[str], standard: Standard, words: Words) -> list[Block]:
    """Ids under the titles of their areas, in the standard's order: "Safety: SAF-06, SAF-09"."""
    if not codes:
        return []
    of = {area.title: [code for code in codes if standard.criterion(code).area == area.id] for area in standard.area}
    named = tuple(f"{title}: {', '.join(found)}" for title, found in of.items() if found)
    return [Paragraph(words("Also below their minimum:"), "quiet"), Bullets(named)]


def _row(code: str, level: int | None, aim: int, standard: Standard, words: Words) -> tuple[Cell, ...]:
    gate = standard.criterion(code).gate
    return (
        cells.id_(code),
        cells.level(level, "bad" if gate else ""),
        cells.level(aim),
        cells.criterion_text(standard, code, words),
        cells.level_description(standard, code, aim, words),
    )
