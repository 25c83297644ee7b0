"""What was said in a consultation, by which office, and what was answered: criterion by criterion, what is open first.

Never names a person: a comment comes from an office or a role.
"""

from collections import Counter
from collections.abc import Sequence

from ssi.document import Block, Bullets, Heading, Note, table
from ssi.findings.difference import STATES, Comment, State
from ssi.model import Standard
from ssi.reports import cells
from ssi.words import Words


def consultation_blocks(comments: Sequence[Comment], standard: Standard, words: Words) -> list[Block]:
    """The heading, how many comments are in which state, those without an answer, and all in the standard's order."""
    if not comments:
        return []
    heads = (words("Criterion"), words("Comment"), words("From"), words("What was said"), words("Answer"),
             words("State"))  # fmt: skip
    places = {"": -1, **standard.slot}  # what is about the whole leads, what is about a dropped criterion comes last
    ordered = sorted(comments, key=lambda each: places.get(each.criterion, len(places)))
    rows = [
        (
            cells.id_(each.criterion) if each.criterion else cells.text(words("the whole")),
            cells.id_(each.comment),
            cells.text(each.by),
            cells.text(each.text),
            cells.text(each.answer),
            cells.text(state(words, each.state), "warn" if each.state == "open" else ""),
        )
        for each in ordered
    ]
    caption = words("What was said about each criterion, by which office, and the answer.")
    title = Heading(words("Answers to the consultation"))
    return [title, Bullets(_counts(comments, words)), *_open(comments, words), table(heads, rows, caption)]


def state(words: Words, state: State) -> str:
    return {
        "open": words("open"),
        "accepted": words("accepted"),
        "partly": words("partly accepted"),
        "declined": words("not accepted"),
    }[state]


def _counts(comments: Sequence[Comment], words: Words) -> tuple[str, ...]:
    found = Counter(each.state for each in comments)
    offices = len({each.by.casefold() for each in comments})
    said = words.many("{count} comment", "{count} comments", len(comments))
    who = words.many("{said} from {count} office", "{said} from {count} offices", offices, said=said)
    named = ", ".join(f"{state(words, each)} {words.count(found[each])}" for each in STATES if found[each])
    return (f"{who}: {named}.",)


def _open(comments: Sequence[Comment], words: Words) -> list[Block]:
    waiting = [f"{each.comment} ({each.criterion})" if each.criterion else each.comment
               for each in comments if each.state == "open"]  # fmt: skip
    return [Note("caution", words("Not yet answered: {comments}.", comments=", ".join(waiting)))] if waiting else []
