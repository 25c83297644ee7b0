"""The forms with which somebody goes on: referral to a service, and leaving the shelter.

Never says more than the service needs, and never where somebody goes: a kind of place, no address.
"""

from ssi.document import Blank, Block, Document, Heading, Note, Paragraph, Ticks
from ssi.reports.forms.parts import (
    care_in_words,
    file_code,
    for_a_child,
    form,
    free_to_say_no,
    keeping,
    signatures,
    usual_keeping,
)
from ssi.words import Words


def referral(words: Words) -> Document:
    """To another service."""
    blocks: list[Block] = [
        *file_code(words, words("Consent form signed on")),
        Note(
            "caution",
            words(
                "Only what the service needs goes along. The story does not; the person tells it, or"
                " not, to whom they choose."
            ),
        ),
        *free_to_say_no(words, words("Shall we ask this service for you?")),
        *for_a_child(words),
        Heading(words("To")),
        Blank((words("Service, from the list of referrals"), words("Checked as safe on"))),
        Ticks(
            (
                words("health"),
                words("counselling"),
                words("legal help"),
                words("shelter"),
                words("school or skills"),
                words("work"),
                words("papers and travel"),
            ),
            words("For"),
        ),
        Ticks((words("within hours"), words("within days"), words("when there is room")), words("How soon")),
        Blank((words("What is asked of the service"),), 3),
        Heading(words("What may be told")),
        Ticks(
            (
                words("the file code only"),
                words("language and interpreter"),
                words("age group"),
                words("health need, as far as the service treats it"),
                words("danger to look out for"),
            ),
            words("The person agreed to each of these that is ticked"),
        ),
        Ticks(
            (words("through this shelter only"), words("in another way, which the person tells the service")),
            words("Safe way to reach the person"),
        ),
        Ticks((words("alone"), words("with staff"), words("with somebody they trust")), words("The person goes")),
        *keeping(
            words,
            sees=words(
                "This shelter's staff for the person, and the one service that it is addressed to. It"
                " passes nothing on without asking the person again."
            ),
            kept=words(
                "Here as long as the file. The service sends back the slip below and destroys the"
                " rest when its help ends, or as the law says."
            ),
        ),
        *signatures(words),
        Heading(words("Slip that comes back")),
        Blank((words("File code, never a name"), words("Date"))),
        Ticks((words("taken on"), words("on a waiting list"), words("not possible")), words("The service answers")),
        Blank((words("From when, and who to ask (role)"),)),
    ]
    return form(words("Referral"), words("One service, one purpose, nothing without the person's yes"), blocks, words)


def leaving(words: Words) -> Document:
    """Leaving the shelter."""
    yes_no = (words("yes"), words("no"), words("rather not say"))
    blocks: list[Block] = [
        *file_code(words, words("Days of notice")),
        care_in_words(words),
        *free_to_say_no(words, words("Shall we go through this together before you leave?")),
        Paragraph(words("Nobody is kept for this form. Who wants to leave now, leaves; the rest is offered.")),
        *for_a_child(words),
        Heading(words("Leaving")),
        Ticks(
            (
                words("by own choice"),
                words("as planned"),
                words("to another shelter"),
                words("without notice"),
                words("by an order from outside, which the person was told"),
            ),
            words("How"),
        ),
        Ticks(
            (
                words("own home or family"),
                words("other family or friends"),
                words("own lodging"),
                words("another shelter"),
                words("another country"),
            ),
            words("To what kind of place; no address here"),
        ),
        Heading(words("Risks, as the person sees them")),
        Ticks(yes_no, words("Somebody who hurt or controlled them can find them there")),
        Ticks(yes_no, words("A debt, or pressure from the family")),
        Ticks(yes_no, words("No income for the first months")),
        Blank((words("What was done about each, and whom to call in danger"),), 3),
        Heading(words("Handed over")),
        Ticks(
            (
                words("identity papers"),
                words("money and wages"),
                words("belongings"),
                words("medicine and health papers"),
                words("court and other papers"),
                words("certificates"),
                words("a card with safe numbers to call"),
            )
        ),
        Blank((words("Not handed over, why, and when it will be"),)),
        Heading(words("Afterwards, only if wanted")),
        Ticks(
            (words("after 1 month"), words("after 3 months"), words("after 6 months"), words("none, and that is well")),
            words("Contact wished"),
        ),
        Ticks(
            (
                words("the person calls us"),
                words("we call in a way that was agreed, noted in the locked list, not here"),
            ),
            words("The safe way"),
        ),
        Ticks((words("yes, also at once"), words("other help instead:")), words("May come back")),
        Blank((words("What was good here, and what should change; given on as no one's"),), 3),
        *usual_keeping(words),
        *signatures(words),
    ]
    return form(
        words("Leaving the shelter"),
        words("Papers, belongings, risks, and contact afterwards if it is wanted"),
        blocks,
        words,
    )
