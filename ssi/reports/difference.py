"""What changed between two standards, for a lawyer: the version number it needs, what is comparable, each change whole.

Never says whether a changed figure is stricter: it names it for a person to judge. `whole` is the page for a file, with
both texts side by side; without it the page is short enough for a terminal.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings.difference import Change, Comment, Difference, Effect
from ssi.model import Texts
from ssi.reports import cells, phrases
from ssi.reports.changes import Sides, bump, effect, means
from ssi.reports.consultation import consultation_blocks
from ssi.reports.page import page
from ssi.words import Words

EFFECTS: tuple[Effect, ...] = ("added", "stricter", "looser", "removed", "reweighted", "rescaled", "meaning", "wording")
NAMED = 12  # changes that a sentence names


def difference_page(
    found: Difference, old: Texts, new: Texts, words: Words, *, comments: Sequence[Comment] = (), whole: bool = True
) -> Document:
    """The page of `ssi standard diff A B`."""
    sides = Sides(found, old, new, words)
    blocks = [
        *_version(found, words),
        *_to_judge(found, words),
        *_counts(found, words),
        Heading(words("What of the past can still be compared")),
        *comparable_blocks(found, words),
        *_weakened(found, words),
        *(_whole(sides) if whole else _short(sides)),
        *consultation_blocks(comments, new.standard, words),
    ]
    title = words("{before} → {after}: what changed", before=found.before, after=found.after)
    footer = [words("Standard: {id} {version}, sha256 {sha256}", id=each.id, version=each.version, sha256=each.sha256)
              for each in (found.before, found.after)]  # fmt: skip
    return page(words, title, blocks, subtitle=found.after.title, footer=footer)


def _version(found: Difference, words: Words) -> list[Block]:
    if not found.changes:
        return [Paragraph(words("Nothing differs."), "lead")]
    if not found.versions:
        return [Paragraph(words("These are two standards with different ids, so no version number is asked for."))]
    values = {"needs": bump(words, found.needs), "at_least": found.at_least, "given": found.after.version}
    if not found.enough:
        said = words("These changes need a {needs} version: {at_least} or later. The file says {given}, which is too "
                     "small.", **values)  # fmt: skip
        return [Note("urgent", said)]
    return [Paragraph(words("These changes need a {needs} version: {at_least} or later. The file says {given}.",
                            **values), "lead")]  # fmt: skip


def _to_judge(found: Difference, words: Words) -> list[Block]:
    if not found.to_judge:
        return []
    ids = ", ".join(dict.fromkeys(each.id for each in found.to_judge))
    said = words(
        "Figures differ in texts of {criteria}. A person must judge each: where it asks less, the version must be a "
        "major one; where it asks something else, the criterion needs a new key too.", criteria=ids,
    )  # fmt: skip
    return [Note("caution", said)]


def _counts(found: Difference, words: Words) -> list[Block]:
    if not found.changes:
        return []
    counted = Counter("judge" if each.judge else each.effect for each in found.changes)
    rows = [(cells.text(effect(words, each)), cells.count(counted[each])) for each in EFFECTS if counted[each]]
    if counted["judge"]:
        rows.append((cells.text(words("to be judged by a person")), cells.count(counted["judge"], "warn")))
    return [table((words("What the changes do"), words("Changes")), rows)]


def comparable_blocks(found: Difference, words: Words) -> list[Block]:
    """What of past results can be compared, and why the rest cannot."""
    matched, asked = words.count(len(found.matched)), words.count(found.asked_before)
    said = [words("Single criteria: {matched} of the {asked} asked before can be compared.", matched=matched,
                  asked=asked)]  # fmt: skip
    if found.moving:
        why = _named(found.moving, words)
        said.append(words("The overall percent: not directly, because other things count. {why}", why=why))
        if found.matched:
            said.append(words("'ssi compare' works out both rounds again on the criteria that can be compared."))
    elif found.to_judge:
        said.append(words("The overall percent: yes, if the figures that differ are judged to ask the same."))
    else:
        said.append(words("The overall percent: yes. The same sheets give the same percent."))
    blocks: list[Block] = [Bullets(tuple(said))]
    if found.left_out:
        rows = [
            (cells.id_(each.criterion), cells.text(phrases.left_out(words, each.reason))) for each in found.left_out
        ]
        blocks.append(table((words("Not comparable"), words("Why")), rows))
    return blocks


def _named(changes: Sequence[Change], words: Words) -> str:
    """The changes in a sentence; of many the first."""
    said = [f"{each.id}: {words(each.what)}" if each.id else words(each.what) for each in changes[:NAMED]]
    more = words.many("And {count} more.", "And {count} more.", len(changes) - NAMED) if len(changes) > NAMED else ""
    return " ".join([*said, more]).strip()


def _weakened(found: Difference, words: Words) -> list[Block]:
    if not found.weakened:
        return []
    rows = [(cells.id_(id) if id else cells.text(words("the rules")), cells.text(what, "warn"))
            for id, what in found.weakened]  # fmt: skip
    caption = words("Whoever adopts the later standard must accept each of these knowingly.")
    return [Heading(words("What the later standard asks less of")),
            table((words("Criterion"), words("What is weaker")), rows, caption)]  # fmt: skip


def _short(sides: Sides) -> list[Block]:
    words = sides.words
    if not sides.found.changes:
        return []
    heads = (words("Where"), words("What changed"), words("Does"), words("Needs"))
    rows = [(_where(each, words), cells.text(sides.what(each)), *_ends(each, words)) for each in sides.found.changes]
    return [Heading(words("Every change")), table(heads, rows),
            Paragraph(words("Both texts side by side: --to changes.html"), "quiet")]  # fmt: skip


def _whole(sides: Sides) -> list[Block]:
    """The standard as a whole first, then area by area."""
    words, found = sides.words, sides.found
    frame = [each for each in found.changes if not each.area]
    blocks: list[Block] = [Heading(words("The standard as a whole")), _table(sides, frame)] if frame else []
    titles = {each.id: each.title for side in (sides.old, sides.new) for each in side.standard.area}
    for area, title in titles.items():
        changes = [each for each in found.changes if each.area == area]
        if changes:
            blocks += [Heading(f"{area} · {title}"), _table(sides, changes)]
    return blocks


def _table(sides: Sides, changes: Iterable[Change]) -> Block:
    words = sides.words
    heads = (words("Where"), words("What changed"), words("Before"), words("Now"), words("Does"), words("Needs"))
    rows = [(_where(each, words), cells.text(sides.what(each)), *sides.texts(each), *_ends(each, words))
            for each in changes]  # fmt: skip
    return table(heads, rows, words("Words between [ and ] stand in one of the two texts only."))


def _where(change: Change, words: Words) -> Cell:
    if change.within in ("criterion", "area", "source"):
        return cells.id_(change.id)
    names = {"scale": words("the scale"), "rules": words("the rules"), "heading": words("the heading")}
    return cells.text(names[change.within])


def _ends(change: Change, words: Words) -> tuple[Cell, Cell]:
    tone = {"looser": "warn", "removed": "warn"}.get(change.effect, "")
    judged = Cell(means(words, change), tone="warn" if change.judge or tone else "")
    return judged, cells.text(bump(words, change.bump))
