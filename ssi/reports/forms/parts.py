"""What the common forms share: the head, the right to say no, who may see it and how long it is kept, signatures.

Never a place for a resident's name: the head asks for a file code, and a signature may be a mark or a thumbprint.
"""

from ssi.document import Blank, Block, Document, Heading, Note, Paragraph, Ticks
from ssi.words import Words


def form(title: str, purpose: str, blocks: list[Block], words: Words) -> Document:
    """A whole form; its foot says on every page that it is paper, and no record of this program."""
    running = words("{title} · paper only: keep it locked, never type it into ssi or any score sheet", title=title)
    paper = Paragraph(
        words("Paper only: kept locked, not photographed, and never typed into ssi or any score sheet."), "quiet"
    )
    return Document(title, (paper, *blocks), purpose, words.language, running=(running,))


def file_code(words: Words, *others: str) -> list[Block]:
    """The head of a form about a resident."""
    code = words("File code, never a name")
    return [Blank((code, words("Date"))), Blank((words("Staff member, by role or code"), *others))]


def free_to_say_no(words: Words, ask: str) -> list[Block]:
    """Consent before anything else is written; where it is not given, the form ends here. `ask`: what the person agrees
    to with a yes."""
    told = (
        words("what is asked, why, who will see it and how long it is kept, in a language the person chose"),
        words("that every question can be left out, and that a yes can be taken back later, at any time"),
        words("that a no costs nothing: not the bed, not food, not any other help"),
        words("what the law makes staff pass on even without consent, before anything is told"),
    )
    return [
        Heading(words("Before anything is written")),
        Ticks(told, words("The person was told, alone and unhurried:")),
        Ticks((words("yes"), words("not now: ask again on"), words("no")), ask),
        Note("caution", words("Where the answer is not yes, stop here, thank the person and go on helping.")),
    ]


def for_a_child(words: Words) -> list[Block]:
    """Who decides with a child, and what the child says."""
    asked = words("For a child: the person responsible by law agrees, and the child was asked in words for the age")
    return [
        Ticks(
            (words("the person responsible agrees"), words("the child agrees"), words("one does not: do not go on")),
            asked,
        )
    ]


def keeping(words: Words, *, sees: str, kept: str) -> list[Block]:
    """Who may see the form, how long it is kept, and what the person may do about it."""
    rights = words(
        "The person may read this form or have it read aloud, have it corrected, and have a copy where a copy is safe"
        " to hold. The form belongs in a locked cabinet; the list that ties file codes to people lies locked elsewhere."
    )
    return [
        Heading(words("Who may see this form, and how long it is kept")),
        Paragraph(sees),
        Paragraph(kept),
        Blank((words("Destroy on (date)"), words("Destroyed on, by two people, by role"))),
        Paragraph(rights, "quiet"),
        Blank((words("Whom to complain to about the use of this form: an office, and how to reach it"),)),
    ]


def signatures(words: Words) -> list[Block]:
    """The person's own sign, the staff member's and the interpreter's."""
    read = (
        words("It was read back to the person in their language, and corrected."),
        words("The person has a copy."),
        words("A copy would not be safe to hold; the person knows where it lies."),
    )
    return [
        Heading(words("Signed")),
        Ticks(read),
        Blank((words("The person: signature, mark or thumbprint, as they like; and the date"),), 2),
        Blank((words("Staff member: signature and role"), words("Date"))),
        Ticks((words("none was needed"), words("by code:")), words("Interpreter")),
        Blank((words("The interpreter's signature: I said all of it, and I keep it to myself"),)),
    ]


def care_in_words(words: Words) -> Note:
    """How staff write on every form about a person."""
    return Note(
        "caution",
        words(
            "Write “the resident” or “the person”, and what they themselves say matters, in their words. No labels,"
            " no guesses, no story of what was done to them: that is told once, by choice, to somebody trained."
        ),
    )


def usual_keeping(words: Words) -> list[Block]:
    """Of forms that stay in the person's file."""
    return keeping(
        words,
        sees=words(
            "The staff who work with the person, named by role on the file's cover. Nobody else without a signed"
            " consent to share: no visitor, no donor, no assessor, no family."
        ),
        kept=words("As long as the file is open, and then the time that the law or the shelter's own rule sets."),
    )
