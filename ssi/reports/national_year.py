"""The year of the national group on one page: sentences that are read in a minute, then the figures under them.

Never ranks shelters and never says what caused a change. A sentence for which there are no data is left out; where the
data are too few for a number, it says so.
"""

from collections.abc import Iterable
from fractions import Fraction

from ssi.document import Block, Bullets, Cell, Heading, Note, Paragraph, table
from ssi.findings import Comparison, Needs, Plan, SharedNeed, ShelterScore, Status, Summary
from ssi.model import Standard
from ssi.reports import cells, phrases
from ssi.reports.national_money import granted_and_spent
from ssi.words import Words

FEW_SHELTERS = 3  # fewer have no mean: one or two shelters would be read as the country
COMMONEST = 3  # criteria that fall short most often, told in words
STATUSES: tuple[Status, ...] = ("urgent", "incomplete", "conditional", "improving", "meets")


def year_blocks(
    summary: Summary,
    standard: Standard,
    words: Words,
    *,
    comparison: Comparison | None,
    needs: Needs | None,
    plan: Plan | None,
) -> list[Block]:
    """The page: what happened in sentences, what may not be concluded, and the figures, a number to a row."""
    return [
        Heading(words("The year on one page")),
        *_shelters(summary, comparison, words),
        *(_changed(comparison, words) if comparison else []),
        Paragraph(_stop_criteria(summary, comparison, words)),
        *(_worse(comparison, words) if comparison else []),
        *([Paragraph(_money(plan, words))] if plan else []),
        *(_common(needs, standard, words) if needs else []),
        _caution(comparison, words),
        Heading(words("The same in figures"), 3),
        _figures(summary, comparison, needs, words),
        Bullets(_explained(summary.shelters, words)),
    ]


# ── in sentences ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _shelters(summary: Summary, comparison: Comparison | None, words: Words) -> list[Block]:
    said = words.many(
        "{count} shelter has a result in round {round}.",
        "{count} shelters have a result in round {round}.",
        len(summary.shelters), round=summary.round,
    )  # fmt: skip
    if comparison:
        again = words("Seen in {before} too: {both}.", before=comparison.before, both=words.count(len(comparison.both)))
        said = f"{said} {again}"
    found = "; ".join(f"{words.count(number)} {status}" for number, status in _statuses(summary.shelters, words))
    return [Paragraph(f"{said} {words('They are: {statuses}.', statuses=found)}" if found else said)]


def _changed(comparison: Comparison, words: Words) -> list[Block]:
    whole = comparison.network
    if whole.shelters < FEW_SHELTERS or whole.change is None:
        return [Paragraph(words("Mean change since {before}: too little to say.", before=comparison.before))]
    said = words(
        "On the criteria that were scored both times, the mean of the shelters went from {before} to {after}: {change} "
        "percent points.",
        before=words.percent(whole.before), after=words.percent(whole.after), change=words.change(whole.change),
    )  # fmt: skip
    return [Paragraph(said)]


def _stop_criteria(summary: Summary, comparison: Comparison | None, words: Words) -> str:
    """Mended since the round before, and still open; counted at each shelter."""
    where = [len(each.gates) for each in summary.shelters if each.gates]
    still = words.many(
        "Stop criteria still below their minimum: {open}, at {count} shelter.",
        "Stop criteria still below their minimum: {open}, at {count} shelters.",
        len(where), open=words.count(sum(where)),
    )  # fmt: skip
    if not where:
        still = words("No stop criterion is below its minimum.")
    mended = ""
    if comparison:
        closed = sum(len(each.gates_closed) for each in comparison.shelters)
        mended = words("Stop criteria mended since {before}: {closed}.", before=comparison.before,
                       closed=words.count(closed))  # fmt: skip
    return " ".join(filter(None, (mended, still, phrases.stop_criterion(words))))


def _worse(comparison: Comparison, words: Words) -> list[Block]:
    """What got worse, stop criteria first: with its ids, because each of them is to be asked about."""
    opened = [f"{each.shelter} {', '.join(each.gates_opened)}" for each in comparison.shelters if each.gates_opened]
    fell = [f"{each.shelter} {', '.join(each.regressed)}" for each in comparison.shelters if each.regressed]
    blocks: list[Block] = []
    if opened:
        said = words("Stop criteria that are now below their minimum and were not before: {where}.",
                     where="; ".join(opened))  # fmt: skip
        blocks.append(Paragraph(said, "bad"))
    if not fell:
        return [*blocks, Paragraph(words("No criterion that was scored both times is lower than before."))]
    return [*blocks, Paragraph(words("Lower than before: {where}.", where="; ".join(fell)))]


def _money(plan: Plan, words: Words) -> str:
    granted, spent = (words.money(cells.coins(each, plan.decimals), plan.currency) for each in granted_and_spent(plan))
    return words("Money of the plan adopted on round {round}: {granted} granted, {spent} spent so far.",
                 round=plan.round, granted=granted, spent=spent)  # fmt: skip


def _common(needs: Needs, standard: Standard, words: Words) -> list[Block]:
    """How many needs are shared, then the commonest in the standard's words."""
    shared = (*needs.system, *needs.common)
    if not shared:
        return []
    said = words(
        "Needs that shelters share: {common} that a common training may help, {system} that are for the ministry. The "
        "commonest:",
        common=words.count(len(needs.common)), system=words.count(len(needs.system)),
    )  # fmt: skip
    most = sorted(shared, key=lambda each: (-len(each.shelters), standard.slot[each.criterion]))[:COMMONEST]
    return [Paragraph(said), Bullets(tuple(_commonest(each, standard, words) for each in most))]


def _commonest(each: SharedNeed, standard: Standard, words: Words) -> str:
    text = cells.criterion_text(standard, each.criterion, words)
    named = each.criterion if text.lang else f"{each.criterion} {text.value}"  # a foreign text would lose its language
    return words("{criterion}: below at {short} of {assessed}", criterion=named,
                 short=words.count(len(each.shelters)), assessed=words.count(each.assessed))  # fmt: skip


def _caution(comparison: Comparison | None, words: Words) -> Note:
    said = (phrases.no_ground(words), phrases.no_proof(words) if comparison else "")
    return Note("caution", " ".join(filter(None, said)))


# ── in figures ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _figures(summary: Summary, comparison: Comparison | None, needs: Needs | None, words: Words) -> Block:
    scores = summary.shelters
    rows = [
        (cells.count(len(scores)), words("shelters with a result")),
        *_means(scores, words),
        *((cells.count(number), words("shelters: {status}", status=status))
          for number, status in _statuses(scores, words)),
        (
            cells.count(sum(len(each.gates) for each in scores)),
            words("stop criteria below their minimum, counted at each shelter"),
        ),
        *(_moved(comparison, words) if comparison else []),
        *(_needed(needs, words) if needs else []),
    ]  # fmt: skip
    return table((words("Number"), words("What it is")), [(number, cells.text(said)) for number, said in rows])


def _means(scores: tuple[ShelterScore, ...], words: Words) -> list[tuple[Cell, str]]:
    percents = [each.percent for each in scores if each.percent is not None]
    if len(percents) < FEW_SHELTERS:
        return [(cells.percent(None), words("mean and range: too little to say with fewer than {few} shelters",
                                            few=FEW_SHELTERS))]  # fmt: skip
    return [
        (cells.percent(sum(percents, Fraction(0)) / len(percents)), words("mean of the shelters' percents")),
        (cells.percent(min(percents)), words("lowest percent of a shelter")),
        (cells.percent(max(percents)), words("highest percent of a shelter")),
    ]


def _statuses(scores: tuple[ShelterScore, ...], words: Words) -> list[tuple[int, str]]:
    """How many shelters have each status, and its word."""
    counted = [(sum(each.status == status for each in scores), status) for status in STATUSES]
    return [(number, phrases.status(words, status)) for number, status in counted if number]


def _moved(comparison: Comparison, words: Words) -> list[tuple[Cell, str]]:
    closed = sum(len(each.gates_closed) for each in comparison.shelters)
    opened = sum(len(each.gates_opened) for each in comparison.shelters)
    whole = comparison.network
    change = (cells.percent(None), words("mean change since {before}: too little to say", before=comparison.before))
    if whole.shelters >= FEW_SHELTERS:
        change = (cells.change(whole.change), words("percent points of mean change since {before}, on matched criteria",
                                                    before=comparison.before))  # fmt: skip
    return [
        (
            cells.count(opened),
            words("stop criteria that fell below their minimum since {before}", before=comparison.before),
        ),
        (
            cells.count(closed),
            words("stop criteria that reached their minimum since {before}", before=comparison.before),
        ),
        change,
    ]


def _needed(needs: Needs, words: Words) -> list[tuple[Cell, str]]:
    return [
        (
            cells.count(sum(len(found) for _, found in needs.shelters)),
            words("criteria below their minimum, counted at each shelter"),
        ),
        (cells.count(len(needs.common)), words("criteria that fall short at several shelters: matter for a training")),
        (
            cells.count(len(needs.system)),
            words("criteria that fall short nearly everywhere, or are matters of rules and systems: for the ministry"),
        ),
    ]


def _explained(scores: Iterable[ShelterScore], words: Words) -> tuple[str, ...]:
    found = {each.status for each in scores}
    return tuple(phrases.status_explained(words, each) for each in STATUSES if each in found)
