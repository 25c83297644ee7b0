"""How money could be shared: a proposal that the shelter which did not get more can read and answer.

Never recommends: the tool proposes, the group decides. Changes that cost nothing stand beside those that were bought,
because most changes that matter are free. Amounts stay whole numbers of the smallest coin until they enter a cell.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings import Allocation, ShelterAward
from ssi.model import Improvement, Training
from ssi.reports import cells, phrases
from ssi.reports.page import page
from ssi.reports.plan import plan_page as plan_page
from ssi.words import Words

GAIN_UNITS = 10_000  # a stage counts its gain in so many parts of a percent point


def allocation_page(
    allocation: Allocation, improvements: Sequence[Improvement], trainings: Sequence[Training], words: Words
) -> Document:
    """The proposal with a reason for every shelter; `improvements` and `trainings` = all that was asked for."""
    blocks = [
        *_promises_broken(allocation, words),
        *_at_a_glance(allocation, words),
        *_each_shelter(allocation, improvements, words),
        *_bought(allocation, improvements, words),
        *_trainings(allocation, trainings, words),
        *_free(allocation, improvements, words),
        *_guarantees(allocation, words),
        *_funds(allocation, words),
        *_open_ends(allocation, words),
        *_stages(allocation, words),
    ]
    title = words("How the money of round {round} could be shared", round=allocation.round)
    subtitle = words("A proposal by the sharing rule “{policy}”. The group decides.", policy=allocation.policy)
    footer = [
        words("Input: {name}, sha256 {sha256}", name=name, sha256=sha256)
        for name, sha256 in sorted(allocation.inputs.items())
    ]
    return page(words, title, blocks, subtitle=subtitle, currency=allocation.currency, footer=footer)


def _promises_broken(allocation: Allocation, words: Words) -> list[Block]:
    broken = [each.sentence for each in allocation.guarantees if not each.holds]
    if not broken:
        return []
    return [Note("urgent", words("This proposal does not keep a promise of its sharing rule: {sentences}",
                                 sentences=" ".join(broken)))]  # fmt: skip


def _at_a_glance(allocation: Allocation, words: Words) -> list[Block]:
    def money(amount: int) -> str:
        return words.money(cells.coins(amount, allocation.decimals), allocation.currency)

    rise = sum((each.gain for each in allocation.shelters), Fraction(0))
    proven = words("No other way of sharing would do better under this rule; this is proven.")
    if not allocation.optimal:
        proven = words(
            "It is not proven that no better way exists under this rule: this proposal is worth {value} percent "
            "points, "
            "and none is worth more than {bound}.",
            value=words.number(allocation.objective),
            bound=words.number(allocation.bound),
        )
    said = (
        words(
            "Money to share: {budget}. In this proposal: {spent}. Left: {left}.",
            budget=money(allocation.budget),
            spent=money(allocation.spent),
            left=money(allocation.budget - allocation.spent),
        ),
        words(
            "If everything that the money buys reaches its aim, the percents of all shelters together rise by {rise} "
            "percent points, beyond what the changes without cost bring. That is an expectation, not a promise.",
            rise=words.number(rise),
        ),
        proven,
    )
    return [Bullets(said), *(Paragraph(each.message, "warn") for each in allocation.warnings)]


def asked(improvements: Iterable[Improvement]) -> int:
    """What a shelter's proposals cost together; of alternatives (one `group`) the dearest, since only one is bought."""
    groups: dict[tuple[str, str], int] = {}
    for each in improvements:
        key = ("group", each.group) if each.group else ("", each.improvement)
        groups[key] = max(groups.get(key, 0), each.cost)
    return sum(groups.values())


def _each_shelter(allocation: Allocation, improvements: Sequence[Improvement], words: Words) -> list[Block]:
    """Every shelter that is in the proposal or asked for something, so that nobody is passed over in silence: first the
    figures of all, then the reasons."""
    given = {each.shelter: each for each in allocation.shelters}
    codes = sorted({*given, *(each.shelter for each in improvements)})
    awards = [given.get(code, ShelterAward(code, 0, (), (), Fraction(0), "")) for code in codes]
    heads = (words("Shelter"), words("Given"), words("Asked for"), words("Expected rise"), words("Improvements"),
             words("Trainings"))  # fmt: skip
    rows = [
        (
            cells.id_(award.shelter),
            cells.money(award.amount, allocation.decimals),
            cells.money(asked(each for each in improvements if each.shelter == award.shelter), allocation.decimals),
            cells.points(award.gain),
            cells.ids(award.improvements),
            cells.ids(award.trainings),
        )
        for award in awards
    ]
    caption = words("Given and asked for are a shelter's own improvements, without trainings. The expected rise is in "
                    "percent points.")  # fmt: skip
    silent = words("Nothing of this shelter is in the proposal.")
    reasons = [(cells.id_(award.shelter), cells.text(award.why or silent)) for award in awards]
    return [
        Heading(words("Each shelter: given and asked for")),
        table(heads, rows, caption),
        Heading(words("Each shelter: why")),
        table((words("Shelter"), words("Why")), reasons),
    ]


def _bought(allocation: Allocation, improvements: Sequence[Improvement], words: Words) -> list[Block]:
    """Every proposal that costs something, shelter by shelter: first those in, then those out."""
    chosen = {code for award in allocation.shelters for code in award.improvements}
    paid = [each for each in improvements if each.cost and each.improvement not in allocation.free]
    paid.sort(key=lambda each: (each.shelter, each.improvement not in chosen, each.improvement))
    if not paid:
        return []
    heads = (words("Shelter"), words("Item"), words("Cost"), words("Given"), words("Title"))
    rows = [
        (
            cells.id_(each.shelter),
            cells.id_(each.improvement),
            cells.money(each.cost, allocation.decimals),
            cells.text(words("yes"), "good") if each.improvement in chosen else cells.text(words("no"), "quiet"),
            cells.text(each.title),
        )
        for each in paid
    ]
    return [Heading(words("Every improvement that was asked for")), table(heads, rows)]


def _trainings(allocation: Allocation, trainings: Sequence[Training], words: Words) -> list[Block]:
    if not allocation.trainings:
        return []
    titles = {each.training: each.title for each in trainings}
    heads = (words("Training"), words("Cost"), words("Sessions"), words("Shelters"), words("Title"))
    rows = [
        (
            cells.id_(each.training),
            cells.money(each.amount, allocation.decimals),
            cells.count(each.sessions),
            cells.ids(each.shelters),
            cells.text(titles.get(each.training, "")),
        )
        for each in allocation.trainings
    ]
    return [Heading(words("Common trainings")), table(heads, rows, words("Each is paid once for all who attend."))]


def _free(allocation: Allocation, improvements: Sequence[Improvement], words: Words) -> list[Block]:
    free = [each for each in improvements if each.improvement in allocation.free]
    if not free:
        return []
    heads = (words("Shelter"), words("Item"), words("Title"))
    rows = [(cells.id_(each.shelter), cells.id_(each.improvement), cells.text(each.title)) for each in free]
    caption = words("They need a decision and no money, and go into the improvement plan as they are.")
    return [Heading(words("Changes that cost nothing")), table(heads, rows, caption)]


def _guarantees(allocation: Allocation, words: Words) -> list[Block]:
    if not allocation.guarantees:
        return []
    rows = [
        (cells.text(words("yes") if each.holds else words("no"), "good" if each.holds else "bad"),
         cells.text(each.sentence))
        for each in allocation.guarantees
    ]  # fmt: skip
    heads = (words("Kept"), words("Promise"))
    caption = words("Each promise was checked on this very proposal.")
    return [Heading(words("What the sharing rule promises")), table(heads, rows, caption)]


def _funds(allocation: Allocation, words: Words) -> list[Block]:
    if not allocation.funds:
        return []
    rows = [
        (
            cells.id_(each.fund),
            cells.money(each.spent, allocation.decimals),
            cells.money(each.left, allocation.decimals),
        )
        for each in allocation.funds
    ]
    return [Heading(words("Funds")), table((words("Fund"), words("In the proposal"), words("Left")), rows)]


def _open_ends(allocation: Allocation, words: Words) -> list[Block]:
    """What money cannot reach in this proposal: critical criteria without a proposal, and what nobody saw."""
    proposed = words(
        "These critical criteria fall short and nobody proposed how to mend them. Please propose something."
    )
    unseen = words("Nobody saw these criteria, so no rise is counted for them. Look at them at the next visit.")
    lists = ((allocation.unproposed, proposed), (allocation.unclaimed, unseen))
    heads = (words("Shelter"), words("Criteria"))
    tables = [table(heads, _by_shelter(pairs), caption) for pairs, caption in lists if pairs]
    return [Heading(words("What this proposal cannot reach")), *tables] if tables else []


def _by_shelter(pairs: Iterable[tuple[str, str]]) -> list[tuple[Cell, Cell]]:
    """One row a shelter with all its criteria."""
    of: dict[str, list[str]] = {}
    for shelter, criterion in pairs:
        of.setdefault(shelter, []).append(criterion)
    return [(cells.id_(shelter), cells.ids(criteria)) for shelter, criteria in of.items()]


def _stages(allocation: Allocation, words: Words) -> list[Block]:
    if not allocation.stages:
        return []
    rows = [
        (
            _reached(each.name, each.value, allocation),
            _reached(each.name, each.bound, allocation),
            cells.text(words("yes") if each.optimal else words("no")),
            cells.text(phrases.goal(words, each.name)),
        )
        for each in allocation.stages
    ]
    heads = (words("Reached"), words("Best possible"), words("Proven"), words("Goal"))
    caption = words("The goals of the sharing rule in their order: an earlier one comes before a later one.")
    return [Heading(words("How the proposal was worked out")), table(heads, rows, caption)]


def _reached(goal: str, value: int, allocation: Allocation) -> Cell:
    """A goal's own unit as one that people know: percent points, money, or a count."""
    if goal == "gain":
        return cells.points(Fraction(value, GAIN_UNITS))
    return cells.money(value, allocation.decimals) if goal == "money" else cells.count(value)
