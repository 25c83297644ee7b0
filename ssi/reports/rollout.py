"""How far the roll-out of a standard has come: stages, what has stalled, what is next for each place.

Never judges a place: a slip that did not come back may lie on a desk of the ministry.
"""

from ssi.document import Block, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings.rollout import STAGES, PlaceState, Reached, Rollout, Stage
from ssi.reports import cells
from ssi.reports.page import page
from ssi.words import Words

FEW = 40  # places that are listed row by row on the terminal


def rollout_page(found: Rollout, words: Words, *, every: bool = False) -> Document:
    """The state of the roll-out; a row for every place where there are few, or where `every` asks for it."""
    blocks: list[Block] = [
        Paragraph(_lead(found, words), "lead"),
        _stages(found, words),
        *_stalled(found, words, every=every),
        *_groups(found, words),
        *_next(found, words),
    ]
    if every or len(found.states) <= FEW:
        blocks += _every(found, words)
    else:
        blocks.append(Paragraph(words("Every place in a row of its own: write it to a file with --to."), "quiet"))
    return page(words, words("Roll-out of the standard on {date}", date=words.date(found.on)), blocks)


def _lead(found: Rollout, words: Words) -> str:
    counts = dict(zip(STAGES, found.all.stages, strict=True))
    return words(
        "Of {all} shelters {sent} were sent the standard, {trained} are trained and {done} have assessed themselves.",
        all=words.count(found.all.shelters),
        sent=words.count(counts["sent"]),
        trained=words.count(counts["trained"]),
        done=words.count(counts["self_assessed"]),
    )


def _stage(words: Words, stage: Stage) -> str:
    return {
        "sent": words("sent"),
        "acknowledged": words("acknowledged"),
        "trained": words("trained"),
        "self_assessed": words("has assessed itself"),
    }[stage]


def _next_step(words: Words, stage: str) -> str:
    return {
        "sent": words("send the standard"),
        "acknowledged": words("ask for the slip that it has come"),
        "trained": words("train the staff"),
        "self_assessed": words("assess itself"),
        "": words("nothing: all is done"),
    }[stage]


def _stages(found: Rollout, words: Words) -> Block:
    rows = [
        (cells.text(_stage(words, stage)), cells.count(count), cells.percent(found.all.percent(stage)))
        for stage, count in zip(STAGES, found.all.stages, strict=True)
    ]
    heads = (words("Stage"), words("Shelters"), words("Percent"))
    return table(heads, rows, words("A later stage counts for the ones before it."))


def _stalled(found: Rollout, words: Words, *, every: bool) -> list[Block]:
    """The longest waiting first; on the terminal the first few."""
    stalled = [each for each in found.states if each.stalled]
    if not stalled:
        return []
    said = words.many(
        "{count} place was sent the standard more than {days} days ago and nothing has been heard of it.",
        "{count} places were sent the standard more than {days} days ago and nothing has been heard of them.",
        len(stalled),
        days=words.count(found.stalled_after),
    )
    longest = sorted(stalled, key=lambda each: -(each.days or 0))[: None if every else FEW]
    rows = [
        (
            cells.id_(each.place.place),
            cells.count(each.place.shelters),
            cells.date(each.place.dates["sent"]),
            cells.count(each.days, "warn"),
        )
        for each in longest
    ]
    heads = (words("Place"), words("Shelters"), words("Sent"), words("Days ago"))
    more = words("The {count} that wait longest.", count=words.count(len(rows))) if len(rows) < len(stalled) else ""
    return [Heading(words("Stalled")), Note("caution", said), table(heads, rows, more)]


def _groups(found: Rollout, words: Words) -> list[Block]:
    if not found.groups:
        return []
    heads = (words("Group"), words("Shelters"), *(_stage(words, stage) for stage in STAGES))
    rows = [_group(each, words) for each in found.groups]
    return [Heading(words("By group")), table(heads, rows, words("Percent of the group's shelters."))]


def _group(each: Reached, words: Words) -> tuple[Cell, ...]:
    name = each.group or words("(none said)")
    return (cells.text(name), cells.count(each.shelters), *(cells.percent(each.percent(stage)) for stage in STAGES))


def _next(found: Rollout, words: Words) -> list[Block]:
    """What is next, and for how many."""
    waiting: dict[str, list[PlaceState]] = {}
    for each in found.states:
        waiting.setdefault(each.next, []).append(each)
    rows = [
        (
            cells.text(_next_step(words, stage)),
            cells.count(len(waiting[stage])),
            cells.count(sum(each.place.shelters for each in waiting[stage])),
        )
        for stage in (*STAGES, "")
        if stage in waiting
    ]
    return [Heading(words("What is next")), table((words("Next"), words("Places"), words("Shelters")), rows)]


def _every(found: Rollout, words: Words) -> list[Block]:
    heads = (words("Place"), words("Shelters"), words("Reached"), words("Days since"), words("Next"))
    rows = [
        (
            cells.id_(each.place.place),
            cells.count(each.place.shelters),
            cells.text(_stage(words, each.reached) if each.reached else ""),
            cells.count(each.days, "warn" if each.stalled else ""),
            cells.text(_next_step(words, each.next), "" if each.next else "good"),
        )
        for each in found.states
    ]
    return [Heading(words("Every place")), table(heads, rows)]
