"""The form with which a person agrees, or does not, to each single sharing of something about them.

Never a yes to everything: one line a sharing, each with its own answer, and a page to take it back.
"""

from ssi.document import Blank, Block, Document, Heading, Note, Paragraph, Ticks
from ssi.reports.forms.parts import file_code, for_a_child, form, keeping, signatures
from ssi.words import Words

SHARINGS = 3


def consent(words: Words) -> Document:
    """Consent to share information."""
    told = (
        words(
            "What is written about you is yours. Nothing is passed on without your yes, for each time and each office."
        ),
        words("You may say no, or yes to a part. A no costs you nothing: not the bed, not food, not any other help."),
        words(
            "You may take a yes back. What was passed on already we cannot call back, but we ask them to destroy it."
        ),
        words("Help is never tied to speaking to the police or a court, or to pictures or talks with media or donors."),
        words("Two things we must do without a yes: what the law orders, which is:"),
    )
    blocks: list[Block] = [
        *file_code(words, words("Language the person chose")),
        Note(
            "caution",
            words(
                "A yes counts only where the person has understood it and could say no. Somebody who"
                " is afraid, ill or waiting for help is asked again on another day."
            ),
        ),
        Heading(words("Read aloud to the person")),
        Ticks(told),
        Blank(("",)),
        Paragraph(
            words(
                "and saving somebody's life now. You are told in both cases, before it is done where that is possible."
            )
        ),
        *for_a_child(words),
    ]
    for number in range(1, SHARINGS + 1):
        blocks += [
            Heading(words("Sharing {number}", number=number), 3),
            Blank((words("What exactly"),)),
            Blank((words("To whom: one office or service"), words("What for"))),
            Blank((words("How it travels: by hand, sealed, by file code"), words("Until when"))),
            Ticks((words("yes"), words("yes, except:"), words("no")), words("The person's answer")),
        ]
    blocks += [
        *keeping(
            words,
            sees=words("The staff who work with the person; who receives something sees only the line about it."),
            kept=words("As long as anything that was shared under it is used, and then as the file itself."),
        ),
        *signatures(words),
        Heading(words("Taken back")),
        Blank((words("Sharing number"), words("on (date)"), words("whoever had it was told on"))),
        Blank((words("The person: signature, mark or thumbprint, as they like; and the date"),), 2),
    ]
    return form(
        words("Consent to share information"),
        words("Each sharing has its own answer, and no is an answer"),
        blocks,
        words,
    )
