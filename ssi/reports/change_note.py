"""The change note: what a new version of the standard means for a shelter, in plain words, on a page to send.

Never argues and never names who decided: what is new, what is stricter, what is asked less, what to do by when, which
past results can still be compared, and what became of what offices said. The lawyer's page is `difference`.
"""

from collections.abc import Sequence

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings.difference import Change, Comment, Difference
from ssi.model import Criterion, Texts
from ssi.reports import cells, phrases
from ssi.reports.changes import Sides
from ssi.reports.consultation import consultation_blocks
from ssi.reports.page import page
from ssi.words import Words

NEW = "The criterion is new."
LETTERS = 50  # of a criterion's text, to say which it is


def change_note(
    found: Difference, old: Texts, new: Texts, words: Words, *, in_force: str = "", comments: Sequence[Comment] = ()
) -> Document:
    """The note in one language; `in_force` is the day from which the later standard holds (ISO 8601, empty: not yet
    fixed)."""
    sides = Sides(found, old, new, words)
    blocks = [
        _lead(found, words, in_force),
        *_translated(sides),
        *_new(sides),
        *_changed(sides),
        *_reworded(sides),
        Heading(words("What to do, and by when")),
        Bullets(_to_do(found, words, in_force)),
        Heading(words("Your results so far")),
        Bullets(_results(found, words)),
        Note("caution", phrases.no_ground(words)),
        *consultation_blocks(comments, new.standard, words),
    ]
    title = words("What changes for shelters: {standard}", standard=found.after)
    footer = [words("Standard: {id} {version}, sha256 {sha256}", id=each.id, version=each.version, sha256=each.sha256)
              for each in (found.before, found.after)]  # fmt: skip
    return page(words, title, blocks, subtitle=str(_title(new)), footer=footer)


def _title(texts: Texts) -> str:
    return texts("title").text


def _lead(found: Difference, words: Words, in_force: str) -> Block:
    if not found.changes:
        return Paragraph(words("Nothing changes: {before} and {after} ask the same.", before=found.before,
                               after=found.after), "lead")  # fmt: skip
    if in_force:
        return Paragraph(words("From {date} on {after} holds in place of {before}.", date=words.date(in_force),
                               after=found.after, before=found.before), "lead")  # fmt: skip
    return Paragraph(words("{after} is to take the place of {before}. The day from which it holds is not yet fixed.",
                           after=found.after, before=found.before), "lead")  # fmt: skip


def _translated(sides: Sides) -> list[Block]:
    """What a reader must know where texts of the standard stand here in a translation, or in another language."""
    words, texts = sides.words, sides.new
    if texts.translation is None and words.language != texts.standard.language:
        return [Note("caution", words("The texts of the standard are not translated here; they stand in their own "
                                      "language."))]  # fmt: skip
    if sides.draft:
        return [Note("caution", words("The translation of the standard's texts is a draft. Where it is unclear, the "
                                      "standard in its own language holds."))]  # fmt: skip
    return []


def _new(sides: Sides) -> list[Block]:
    words, standard = sides.words, sides.new.standard
    added = [each.id for each in sides.found.changes if each.what == NEW]
    if not added:
        return []
    heads = (words("Criterion"), words("What is asked"), words("It is met when"), words("For whom"))
    rows = [
        (cells.id_(id), sides.text(id), sides.best(id), cells.text(_whom(standard.criterion(id), words)))
        for id in added
    ]
    return [Heading(words("What is new for you")), table(heads, rows)]


def _whom(criterion: Criterion, words: Words) -> str:
    kinds = {"transit": words("transit shelters"), "short-term": words("short-term shelters"),
             "long-term": words("long-term shelters"), "community": words("community shelters")}  # fmt: skip
    every = len(criterion.kinds) == len(kinds)
    said = words("every shelter") if every else ", ".join(kinds[each] for each in criterion.kinds)
    return words("{whom} with children", whom=said) if criterion.applies else said


def _changed(sides: Sides) -> list[Block]:
    """Everything between the new and the reworded, by what it means for a shelter."""
    words = sides.words
    return [
        *_part(sides, words("What is asked of you now and was not before"), [
            each for each in sides.found.changes if each.effect == "added" and each.what != NEW and each.criterion]),
        *_part(sides, words("What is stricter"), _with(sides, "stricter")),
        *_part(sides, words("Figures that differ"), list(sides.found.to_judge)),
        *_part(sides, words("What is asked less, or no longer"), _with(sides, "looser", "removed")),
        *_part(sides, words("What counts otherwise"), _with(sides, "reweighted", "rescaled", "meaning")),
    ]  # fmt: skip


def _with(sides: Sides, *effects: str) -> list[Change]:
    return [each for each in sides.found.changes if each.effect in effects and not each.judge]


def _part(sides: Sides, title: str, changes: Sequence[Change]) -> list[Block]:
    if not changes:
        return []
    words = sides.words
    heads = (words("Criterion"), words("About"), words("What changed"), words("Before"), words("Now"))
    rows = [(*_where(each, sides), cells.text(sides.what(each)), *sides.texts(each)) for each in changes]
    return [Heading(title), table(heads, rows, words("Words between [ and ] stand in one of the two texts only."))]


def _where(change: Change, sides: Sides) -> tuple[Cell, Cell]:
    if change.criterion:
        return cells.id_(change.id), sides.about(change.id, LETTERS)
    named = change.within == "area"
    return (cells.id_(change.id) if named else cells.text(sides.words("the whole"))), cells.text("")


def _reworded(sides: Sides) -> list[Block]:
    words = sides.words
    other = {each.id for each in sides.found.changes if each.effect != "wording"}
    ids = dict.fromkeys(each.criterion for each in _with(sides, "wording") if each.criterion not in other)
    ids.pop("", None)
    if not ids:
        return []
    said = words("Said in better words; nothing more and nothing less is asked: {criteria}.", criteria=", ".join(ids))
    return [Heading(words("What is only worded otherwise")), Paragraph(said)]


def _to_do(found: Difference, words: Words, in_force: str) -> tuple[str, ...]:
    day = words.date(in_force) if in_force else ""
    asked = dict.fromkeys(each.criterion for each in found.changes
                          if each.criterion and (each.effect in ("added", "stricter") or each.judge))  # fmt: skip
    said = [
        words("Visits before {date} still use {before}, and their results stay as they are.", date=day,
              before=found.before)
        if day else words("Until the day is fixed {before} holds, and results by it stay as they are.",
                          before=found.before),
        words("From {date} on use the scoring sheet of {after}; put the old one away.", date=day, after=found.after)
        if day else words("When {after} holds, use its scoring sheet and put the old one away.", after=found.after),
    ]  # fmt: skip
    if asked:
        values = {"criteria": ", ".join(asked), "date": day}
        said.append(words("Before {date} look with your staff at {criteria}: how is it with you today?", **values)
                    if day else
                    words("Look with your staff at {criteria}: how is it with you today?", **values))  # fmt: skip
        said.append(words("What you cannot reach yet is no fault: write it into your improvement plan."))
    return tuple(said)


def _results(found: Difference, words: Words) -> tuple[str, ...]:
    said = [words("No past result changes.")]
    if not found.matched:
        return (*said, words("Results by the two cannot be compared, not even criterion by criterion."))
    if found.moving:
        said.append(words("Do not set an overall percent by {after} beside one by {before}: other things count.",
                          after=found.after, before=found.before))  # fmt: skip
    elif found.to_judge:
        said.append(words("Overall percents may be compared with care: figures in some criteria differ."))
    else:
        said.append(words("Overall percents may be compared as before."))
    said.append(words("Criterion by criterion: {matched} of the {asked} asked before can be compared.",
                      matched=words.count(len(found.matched)), asked=words.count(found.asked_before)))  # fmt: skip
    gone = [each.criterion for each in found.left_out if each.reason != "new"]
    if gone:
        said.append(words("Not these: {criteria}.", criteria=", ".join(gone)))
    return tuple(said)
