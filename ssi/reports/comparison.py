"""What changed between two rounds: what fell comes first, then stop criteria, the shelters, and what rose.

Never says why something changed. Before and after are as published; the change is on matched criteria alone, so the
two may differ, and the page says so where they stand beside each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from ssi.document import Bar, Block, Bullets, Cell, Chart, Document, Heading, Note, Paragraph, table
from ssi.findings import Comparison, Move, ShelterChange
from ssi.model import Standard
from ssi.reports import cells, phrases
from ssi.reports.page import page
from ssi.words import Words


def comparison_page(
    comparison: Comparison, standard_after: Standard, words: Words, *, inputs: Mapping[str, str] | None = None
) -> Document:
    """Two rounds side by side, for the national group; `inputs` = name → sha256 of what it rests on."""
    title = words("What changed from {before} to {after}", before=comparison.before, after=comparison.after)
    blocks = [*opened_note(comparison, words), *comparison_blocks(comparison, standard_after, words),
              Note("caution", phrases.no_proof(words))]  # fmt: skip
    footer = [words("Input: {name}, sha256 {sha256}", name=name, sha256=sha) for name, sha in (inputs or {}).items()]
    return page(words, title, blocks, subtitle=f"{standard_after.title} {standard_after.version}", footer=footer)


def opened_note(comparison: Comparison, words: Words) -> list[Note]:
    """The note that leads the page where a stop criterion fell below its minimum; [] where none did."""
    fallen = [(each.shelter, each.gates_opened) for each in comparison.shelters if each.gates_opened]
    if not fallen:
        return []
    named = "; ".join(f"{code}: {', '.join(gates)}" for code, gates in fallen)
    return [
        Note(
            "urgent",
            words("Stop criteria that are now below their minimum and were not before – {named}.", named=named),
        )
    ]


def comparison_blocks(comparison: Comparison, standard: Standard, words: Words) -> list[Block]:
    """Everything a comparison says, in order: regressions, stop criteria, the shelters, what rose, what was left out.
    What fell stands in full; what rose is named by its ids, because each shelter's own report has the words."""
    return [
        Heading(words("What is lower than before")),
        *_fell(comparison, standard, words),
        Heading(words("Stop criteria")),
        *_gates(comparison, standard, words),
        Heading(words("Each shelter, before and after")),
        *_shelters(comparison, words),
        Heading(words("What is higher than before")),
        *_rose(comparison, standard, words),
        Heading(words("All shelters together")),
        *_network(comparison, words),
        *_moves(comparison, standard, words),
        *_left_out(comparison, words),
    ]


def _ordered(codes: Iterable[str], standard: Standard) -> list[str]:
    """Stop criteria first, then the standard's order."""
    return sorted(codes, key=lambda code: (not standard.criterion(code).gate, standard.slot[code]))


def _fell(comparison: Comparison, standard: Standard, words: Words) -> list[Block]:
    rows = []
    for shelter in comparison.shelters:
        moves = {each.criterion: each for each in shelter.moves}
        for code in _ordered(shelter.regressed, standard):
            rows.append((cells.id_(shelter.shelter), *move_cells(moves[code], standard, words)))
    if not rows:
        return [Paragraph(words("No matched criterion is lower than before."))]
    heads = (words("Shelter"), words("Criterion"), words("Before"), words("Now"), words("Class"), words("Move"),
             words("Text"))  # fmt: skip
    return [table(heads, rows)]


def _rose(comparison: Comparison, standard: Standard, words: Words) -> list[Block]:
    """One row a shelter: what reached its minimum, and what rose and is not there yet: half a step on a stop criterion
    is no reason to rest."""
    rows = []
    for shelter in comparison.shelters:
        now = {each.criterion: each.after for each in shelter.moves}
        rose = _ordered(shelter.improved, standard)
        met = [code for code in rose if standard.reaches(now[code], standard.criterion(code).minimum)]
        short = [code for code in rose if code not in met]
        row = (cells.id_(shelter.shelter), cells.count(len(rose)), cells.ids(met, "good"), cells.ids(short))
        rows += [row] if rose else []
    if not rows:
        return [Paragraph(words("No matched criterion is higher than before."))]
    heads = (words("Shelter"), words("Higher"), words("Now at the minimum or above"), words("Higher, not there yet"))
    return [table(heads, rows, words("Stop criteria stand first. The report of each shelter has the words."))]


def move_cells(move: Move, standard: Standard, words: Words) -> tuple[Cell, ...]:
    """Criterion, level before, level now, class, the move in words, the criterion's text. A rise is marked good only
    where it reaches the minimum: half a step on a stop criterion is no reason to rest."""
    fell = standard.position[move.after] < standard.position[move.before]
    met = standard.reaches(move.after, standard.criterion(move.criterion).minimum)
    return (
        cells.id_(move.criterion),
        cells.level(move.before),
        cells.level(move.after, "bad" if fell else "good" if met else ""),
        cells.text(phrases.class_(words, standard.criterion(move.criterion)), "quiet"),
        cells.text(phrases.move(words, standard, move.before, move.after)),
        cells.criterion_text(standard, move.criterion, words),
    )


def _gates(comparison: Comparison, standard: Standard, words: Words) -> list[Block]:
    opened = [(each.shelter, gate, False) for each in comparison.shelters for gate in each.gates_opened]
    closed = [(each.shelter, gate, True) for each in comparison.shelters for gate in each.gates_closed]
    if not opened and not closed:
        return [Paragraph(words("No stop criterion crossed its minimum in either direction."))]
    heads = (words("Shelter"), words("Criterion"), words("What happened"), words("Text"))
    rows = [
        (
            cells.id_(shelter),
            cells.id_(gate),
            cells.text(
                words("now at its minimum") if mended else words("now below its minimum"), "good" if mended else "bad"
            ),
            cells.criterion_text(standard, gate, words),
        )
        for shelter, gate, mended in opened + closed
    ]
    caption = words("Stop criteria now below their minimum: {opened}. Now at their minimum: {closed}.",
                    opened=words.count(len(opened)), closed=words.count(len(closed)))  # fmt: skip
    return [table(heads, rows, caption)]


def _shelters(comparison: Comparison, words: Words) -> list[Block]:
    shelters = sorted(comparison.shelters, key=lambda each: each.shelter)
    heads = (words("Shelter"), words("Before"), words("Now"), words("Change"), words("Matched"),
             words("Verdict"))  # fmt: skip
    rows = [
        (
            cells.id_(each.shelter),
            cells.percent(each.before),
            cells.percent(each.after),
            cells.change(each.change),
            cells.count(len(each.moves)),
            cells.text(phrases.verdict(words, each.verdict)),
        )
        for each in shelters
    ]
    caption = words("Before and now are as published. The change counts only criteria scored in both rounds; "
                    "matched is how many.")  # fmt: skip
    return [*_dumbbells(shelters, words), table(heads, rows, caption), *_verdicts(shelters, words)]


def _dumbbells(shelters: Iterable[ShelterChange], words: Words) -> list[Block]:
    bars = tuple(Bar(each.shelter, each.after, each.before) for each in shelters if each.after is not None)
    if not bars:
        return []
    alt = words("One line a shelter, from its published percent before to that of now. The table has the numbers.")
    return [Chart("dumbbells", words("Published percent, before and now"), alt, bars)]


def _verdicts(shelters: Iterable[ShelterChange], words: Words) -> list[Block]:
    unsure = any(each.verdict == "too little to say" for each in shelters)
    return [Paragraph(phrases.too_little(words), "quiet")] if unsure else []


def _moves(comparison: Comparison, standard: Standard, words: Words) -> list[Block]:
    """How many criteria made each move, over all shelters; what fell first, then what rose, then what stayed."""
    counted = Counter((move.before, move.after) for shelter in comparison.shelters for move in shelter.moves)
    if not counted:
        return []

    def order(move: tuple[int, int]) -> tuple[int, int, int]:
        before, after = (standard.position[level] for level in move)
        return (0 if after < before else 1 if after > before else 2, before, after)

    rows = [
        (cells.count(counted[each]), cells.text(phrases.move(words, standard, *each)))
        for each in sorted(counted, key=order)
    ]
    heads = (words("Criteria"), words("Move"))
    return [table(heads, rows, words("How many matched criteria made each move, all shelters together."))]


def _network(comparison: Comparison, words: Words) -> list[Block]:
    whole = comparison.network
    said: list[Block] = [Bullets(_panel(comparison, words))]
    if whole.change is None:
        return [*said, Paragraph(words("Mean change: too little to say. No shelter could be compared."))]
    heads = (words("Shelters"), words("Mean before"), words("Mean now"), words("Mean change"),
             words("Change if those who left stayed as they were"))  # fmt: skip
    row = (
        cells.count(whole.shelters),
        cells.percent(whole.before),
        cells.percent(whole.after),
        cells.change(whole.change),
        cells.change(whole.change_if_left_unchanged),
    )
    return [*said, table(heads, [row], words("Means of the percents on matched criteria; each shelter counts once."))]


def _panel(comparison: Comparison, words: Words) -> tuple[str, ...]:
    def named(codes: tuple[str, ...]) -> str:
        return ", ".join(codes) or words("none")

    return (
        words("Seen in both rounds: {shelters}", shelters=named(comparison.both)),
        words("Seen before, not now: {shelters}", shelters=named(comparison.left)),
        words("Seen now, not before: {shelters}", shelters=named(comparison.joined)),
    )


def _left_out(comparison: Comparison, words: Words) -> list[Block]:
    """What was not compared and why: one row for a reason and the shelters it holds for, with the criteria."""
    if not comparison.left_out:
        return []
    where: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in comparison.left_out:
        where[each.criterion, each.reason].append(each.shelter or words("every shelter"))
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (criterion, reason), shelters in where.items():
        alike[reason, tuple(shelters)].append(criterion)
    every = len(comparison.both)
    heads = (words("Why it is left out"), words("Shelters"), words("Criteria"))
    rows = [
        (
            cells.text(phrases.left_out(words, reason)),
            cells.text(words("every shelter") if len(shelters) == every > 1 else " ".join(shelters)),
            cells.ids(criteria),
        )
        for (reason, shelters), criteria in sorted(alike.items(), key=lambda each: each[0][0])
    ]
    return [Heading(words("What was not compared")), table(heads, rows)]
