"""The page for a new coordinator: where the year stands, what is urgent, what lies where, and what to do first.

Never holds a name, a reason or a score: decisions are shown by kind and date alone. What only people can hand over (who
has the keys, whom to call) are lines to fill in by hand.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings import YearStatus
from ssi.model import Decision
from ssi.reports import cells
from ssi.reports.page import page
from ssi.reports.status import status_page
from ssi.words import Words

LINE = "____________________"


def handover_page(
    status: YearStatus, decisions: Sequence[Decision], present: Mapping[str, bool], words: Words, *, programme: str
) -> Document:
    """`present` = file of the programme folder → whether it is there."""
    blocks: list[Block] = [
        Note("caution", words("This page holds codes. It stays with the coordinator's papers.")),
        *status_page(status, words).blocks,
        Heading(words("What lies in the programme folder"), 1),
        table((words("File"), words("There"), words("What it is")), _files(present, words)),
        Heading(words("Handed over by word of mouth")),
        Bullets(_by_mouth(words)),
        Heading(words("The year's commands")),
        table((words("Command"), words("When")), _commands(words)),
        Heading(words("Your first week")),
        Bullets(_first_week(words)),
        Heading(words("Decisions so far")),
        _decisions(decisions, words),
    ]
    return page(words, words("Handover for a new coordinator"), blocks, subtitle=programme)


def file_words(words: Words) -> dict[str, str]:
    """What each file of the folder is, in the order in which a new person should open them."""
    return {
        "ssi.toml": words("the settings: standard, currency, sharing rule, whom to tell of what is urgent"),
        "shelters.csv": words("the shelters, by code"),
        "assessors.csv": words("assessors and trainers, by code: home shelter, training, until when it holds"),
        "visits.csv": words("who visits whom, and when"),
        "improvements.csv": words("what shelters propose, with costs"),
        "trainings.csv": words("common trainings, with costs"),
        "funds.csv": words("the money there is"),
        "actions.csv": words("what the workshop agreed"),
        "services.csv": words("who can take a referral, by code"),
        "standards": words("the exact standards in use; never edit them"),
        "cases": words("practice cases of your own"),
        "scores.db": words("the store: every sheet and decision; copy it every day to an encrypted disk"),
        "reports": words("pages that were written; they can be written again"),
        "names.csv": words("which code is which shelter and person: best kept away from this computer"),
    }


def _files(present: Mapping[str, bool], words: Words) -> list[tuple[Cell, ...]]:
    yes, no = words("yes"), words("no")
    known = file_words(words)

    def what(name: str) -> str:
        """A table may be a workbook, and the store may have another name."""
        return known.get(name) or known.get(f"{name.rpartition('.')[0]}.csv") or known["scores.db"]

    return [
        (cells.id_(name), cells.text(yes if there else no, "" if there else "quiet"), cells.text(what(name)))
        for name, there in present.items()
    ]


def _by_mouth(words: Words) -> tuple[str, ...]:
    """What a page cannot know, with lines to write on."""
    asked = (
        words("Who keeps names.csv, and where"),
        words("Who keeps the keys and passphrases, and who is the second one who can open"),
        words("Where the daily copy of the store lies, and when one was last opened to try it"),
        words("The role to tell of what is urgent, and how that role is reached at night"),
        words("The next meeting of the national group, and what it must decide"),
        words("Which shelters wait for an answer, by code"),
    )
    return tuple(f"{each}: {LINE}" for each in asked)


def _commands(words: Words) -> list[tuple[Cell, ...]]:
    rows = (
        ("ssi status", words("every morning: where the year stands and what to type next")),
        ("ssi check", words("after every edit of a table")),
        ("ssi train", words("before a round: assessors practise; a pass is written into assessors.csv")),
        ("ssi round open R1 --kind baseline", words("a round begins; what it rests on is kept")),
        ("ssi checklist S01 --to sheet.html", words("the scoring sheet of a visit, to print")),
        ("ssi record S01 --as A02", words("teams type their sheets")),
        ("ssi agree S01", words("a team settles what its sheets differ on")),
        ("ssi urgent list", words("stop criteria at their worst level, until they are put right")),
        ("ssi round close R1", words("when all is sealed and agreed; scores can be seen from then on")),
        ("ssi score R1 · ssi needs R1", words("the result, and what falls short")),
        ("ssi allocate R1 --to proposal.json", words("a proposal for the money; the group decides")),
        ("ssi plan adopt proposal.json · ssi plan show", words("the group's decision, and its progress")),
        ("ssi compare R1 R2 · ssi report national", words("after the follow-up round")),
        ("ssi verify", words("every month: nothing in the store was altered")),
    )
    return [(cells.text(command), cells.text(when)) for command, when in rows]


def _first_week(words: Words) -> tuple[str, ...]:
    return (
        words("Day 1: type ssi status, ssi urgent list and ssi verify. What is urgent comes before everything else."),
        words("Day 1: fill in the lines above with the one who leaves. Try every key and passphrase yourself."),
        words("Day 2: copy the store, open the copy on another computer, and lock the old copies away."),
        words("Day 2: type ssi check, and mend what it names."),
        words("Day 3: read the standard in use, one area aloud with a colleague. Practise one case: ssi train."),
        words("Day 4: call each role that a shelter may wait for. Say that you are new; ask what is open."),
        words("Day 5: write down what this page did not tell you, for the one who comes after you."),
        words("All week: never take names or scores out of this folder, by mail, by stick or by telephone."),
    )


def _decisions(decisions: Sequence[Decision], words: Words) -> Block:
    """Kind, round and date; several of a kind on one day are one line."""
    if not decisions:
        return Paragraph(words("None has been taken yet."))
    found = Counter((each.at[:10], each.kind, each.round) for each in decisions)
    kinds = _kinds(words)
    rows = [
        (cells.date(at), cells.id_(round), cells.count(number), cells.text(kinds.get(kind, kind)))
        for (at, kind, round), number in sorted(found.items())
    ]
    return table((words("Date"), words("Round"), words("How many"), words("What was decided")), rows)


def _kinds(words: Words) -> dict[str, str]:
    return {
        "open": words("round opened"),
        "close": words("round closed"),
        "reopen": words("round opened again"),
        "update": words("shelters, assessors and visits taken over"),
        "preview": words("scores looked at before the close"),
        "revise": words("sealed sheet corrected"),
        "notes": words("note confirmed that it identifies nobody"),
        "cleared": words("urgent matter put right"),
        "reply": words("reply of a shelter"),
        "adopt": words("plan for the money adopted"),
        "plan": words("progress of the plan"),
    }
