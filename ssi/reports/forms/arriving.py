"""The forms of the first days: intake, needs assessment, care plan.

Never asks what happened to somebody. The first day is about today: safety, health, rest, and what the person wants.
"""

from ssi.document import Blank, Block, Document, Heading, Paragraph, Ticks
from ssi.reports.forms.parts import (
    care_in_words,
    file_code,
    for_a_child,
    form,
    free_to_say_no,
    signatures,
    usual_keeping,
)
from ssi.words import Words


def intake(words: Words) -> Document:
    """The first day."""
    yes_no = (words("yes"), words("no"))
    blocks: list[Block] = [
        *file_code(words, words("Language the person chose")),
        care_in_words(words),
        *free_to_say_no(words, words("May I ask about today, and write the answers here?")),
        *for_a_child(words),
        Heading(words("Safe now")),
        Ticks(yes_no, words("Is there anybody the person is afraid of near here, or who may look for them?")),
        Ticks(
            (*yes_no, words("medicine due today")),
            words("Pain, an injury, a pregnancy, or an illness that needs help today?"),
        ),
        Ticks(yes_no, words("Is somebody else in danger, such as a child left behind?")),
        Blank((words("What was done about it at once, and by whom (role)"),), 2),
        Heading(words("Comfort")),
        Ticks(
            (
                words("food and water"),
                words("a wash and clean clothes"),
                words("a bed and rest"),
                words("a call to a safe person"),
                words("a talk with staff of the sex they prefer"),
                words("prayer, faith or food rules"),
            ),
            words("Offered on arrival; tick what was wanted"),
        ),
        Ticks(
            (words("adult"), words("child"), words("not sure: treated as a child")),
            words("Age group"),
        ),
        Ticks((words("none"), words("how many:")), words("Children who came along")),
        Heading(words("Belongings and papers")),
        Paragraph(
            words(
                "Identity papers, money and telephone stay with the person. What the person asks us"
                " to keep is listed, with a receipt."
            )
        ),
        Blank((words("Kept on the person's wish, and where"),), 2),
        Heading(words("Explained today")),
        Ticks(
            (
                words("the stay is voluntary, and how one leaves and comes back"),
                words("rights, house rules and who made them"),
                words("how to complain, also outside the house, without harm"),
                words("who may know that they are here: nobody without their yes"),
                words("what happens tomorrow, and who their own staff member is, by role"),
            ),
        ),
        Heading(words("What the person wants first")),
        Blank((words("In their own words, as far as they like"),), 3),
        *usual_keeping(words),
        *signatures(words),
    ]
    return form(
        words("Intake: the first day"),
        words("Today only: safety, health, rest, and what the person wants first"),
        blocks,
        words,
    )


def needs(words: Words) -> Document:
    """What the person needs, as they see it."""
    subjects = (
        words("Safety here, and of family elsewhere"),
        words("Health and medicine"),
        words("Sleep, fear, sadness; somebody to talk to"),
        words("Legal information, papers, stay in the country"),
        words("Contact with family or others who are safe"),
        words("Children who are here, or left behind"),
        words("Language, faith, food, disability"),
        words("School, skills, work"),
        words("Money, debts, wages owed"),
        words("Where to live afterwards"),
    )
    choice = (words("not now"), words("wanted"), words("urgent"), words("rather not say"))
    blocks: list[Block] = [
        *file_code(words),
        care_in_words(words),
        *free_to_say_no(words, words("Shall we look together at what you need?")),
        *for_a_child(words),
        Heading(words("Together, subject by subject")),
        Paragraph(
            words("The person says what is wanted; staff say what can be done and promise nothing they cannot keep.")
        ),
    ]
    for each in subjects:
        blocks += [Ticks(choice, each), Blank((words("First step, who (role), by when"),))]
    blocks += [
        Heading(words("What the person sees as dangerous, and what keeps them safe")),
        Blank((words("Their own view counts; ask what they already do"),), 3),
        Heading(words("What the person is good at and cares for")),
        Blank(lines=2),
        Blank((words("Look at this again together on (date)"),)),
        *usual_keeping(words),
        *signatures(words),
    ]
    return form(
        words("Needs assessment"),
        words("Made with the person, in the time that your standard sets, and again when something changes"),
        blocks,
        words,
    )


def care_plan(words: Words) -> Document:
    """What will be done, agreed with the person."""
    blocks: list[Block] = [
        *file_code(words, words("Plan number")),
        care_in_words(words),
        *free_to_say_no(words, words("Shall we make a plan together?")),
        *for_a_child(words),
        Heading(words("What the person wants to reach")),
        Blank((words("In their own words, the most important first"),), 3),
        Heading(words("Steps")),
        Paragraph(
            words(
                "Each step is the person's choice. Leaving one out changes nothing in the bed, the"
                " food or the other help."
            )
        ),
    ]
    for number in range(1, 7):
        blocks += [
            Blank((words("{number}. Step", number=number),)),
            Blank((words("who (role)"), words("by when"), words("done on"))),
        ]
    blocks += [
        Heading(words("Staying safe")),
        Blank((words("What to watch for, what the person does then, whom they call"),), 2),
        Heading(words("Leaving, thought of from the start")),
        Blank((words("Where to, what has to be ready before, who goes on helping"),), 2),
        Heading(words("Looked at together")),
        *(Blank((words("on (date)"), words("what changes"))) for _ in range(3)),
        *usual_keeping(words),
        *signatures(words),
    ]
    return form(words("Care plan"), words("Made with the person, who can change it at any time"), blocks, words)
