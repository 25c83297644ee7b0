"""The papers of those who work in a shelter or visit it: the undertaking of confidentiality, the letter before a visit.

Never about a resident: who signs here is staff, a volunteer, an interpreter, an assessor or a shelter's head.
"""

from ssi.document import Blank, Block, Bullets, Document, Heading, Note, Paragraph, Ticks
from ssi.reports.forms.parts import form
from ssi.words import Words


def confidentiality(words: Words) -> Document:
    """The undertaking that everybody signs who works or comes into the house."""
    promises = (
        words(
            "I keep to myself who lives here or has lived here, what they tell, and where the"
            " house is; for ever, also after my work here ends."
        ),
        words("I ask only what my task needs. I do not ask anybody for their story."),
        words("I write no resident's name beside a file code, and take no file, list, note or copy out of the house."),
        words("I take no picture or sound of anybody or of the house, and post nothing, also not with faces hidden."),
        words(
            "I pass something on only with the person's signed consent, or where the law orders"
            " it; then I tell my superior first."
        ),
        words(
            "I say at once when I know somebody here, a relative or somebody whom they fear, and"
            " step back from that task."
        ),
        words("I use no shared account or own telephone for what belongs in a file, and lock what I put down."),
        words("I take no gift, service or favour from residents, and meet nobody outside my task."),
        words(
            "If I see somebody in danger, or somebody who breaks these rules, I tell the role"
            " named below on the same day."
        ),
    )
    blocks: list[Block] = [
        Blank((words("Name of who promises, never a resident's"), words("Role"))),
        Ticks(
            (words("staff"), words("volunteer"), words("interpreter"), words("assessor"), words("visitor")),
            words("I come as"),
        ),
        Heading(words("I promise")),
        Bullets(promises),
        Heading(words("I know")),
        Paragraph(
            words(
                "I may ask whenever I am not sure, and may say no to this undertaking; then I do not"
                " do this task. Breaking it can end my work here and, where somebody was harmed, be a"
                " matter for the law."
            )
        ),
        Blank((words("Whom I tell, by role, and how I reach them day and night"),)),
        Ticks(
            (
                words("It was explained to me in a language that I understand."),
                words("I was trained in it on the date below, and will be each year."),
            )
        ),
        Blank((words("Trained on"), words("Again on"))),
        *_keeping(
            words,
            sees=words(
                "The head of the shelter and whoever inspects it. It lies with the staff papers, not"
                " with residents' files."
            ),
            kept=words("As long as the work lasts, and then the time that the law sets for staff papers."),
        ),
        Heading(words("Signed")),
        Blank((words("Signature or thumbprint"), words("Date"))),
        Blank((words("Head of the shelter, or who stands in"), words("Date"))),
        Ticks((words("none was needed"), words("by code:")), words("Interpreter")),
        Blank((words("The interpreter's signature"),)),
    ]
    return form(
        words("Undertaking of confidentiality"),
        words("For staff, volunteers, interpreters, assessors and visitors"),
        blocks,
        words,
    )


def _keeping(words: Words, *, sees: str, kept: str) -> list[Block]:
    return [Heading(words("Who may see this, and how long it is kept")), Paragraph(sees), Paragraph(kept)]


def visit_letter(words: Words) -> Document:
    """The letter before a visit, with the shelter's answer."""
    looked_at = (
        words(
            "how the house works: rooms, water, food, rules, staff, files by their dates and"
            " headings, money for improvements"
        ),
        words(
            "by looking, counting, and asking staff; residents only if they wish, in private, and only about the house"
        ),
        words("by the standard whose checklist comes with this letter, so that you can score yourselves first"),
    )
    never = (
        words("no name, age, story or picture of a resident is asked for, written down or taken along"),
        words("no file leaves its room, and a staff member holds it"),
        words(
            "nobody of the team works here, has family or close friends here, or has come without"
            " signing confidentiality"
        ),
        words("the team does not show anybody where the house is: no uniforms, no signs, no posts"),
    )
    blocks: list[Block] = [
        Blank((words("Shelter code"), words("Programme and round"))),
        Blank((words("From (office)"), words("Date"))),
        Paragraph(
            words(
                "Colleagues, we ask to visit you so that shelters learn from each other and"
                " improvement money goes where it helps residents most."
            )
        ),
        Blank((words("Day and hours we propose"), words("How many come, by codes"), words("Interpreter, by code"))),
        Heading(words("What we look at")),
        Bullets(looked_at),
        Heading(words("What never happens")),
        Bullets(never),
        Heading(words("What comes of it")),
        Paragraph(
            words(
                "You hear what the team settled before it leaves and can reply in your own words;"
                " your reply goes with every later report. Your result is seen by you and the national"
                " group, under a code. A low score is by itself no ground to close a shelter or to"
                " move residents. What puts somebody in danger is not scored first: it is told to the"
                " role below, and help comes first."
            )
        ),
        Blank((words("Told at once, by role, and how to reach them"),)),
        Note(
            "caution",
            words(
                "You may say no to this visit, to a day, to a person of the team or to a part of it,"
                " and may end it at any time. Tell us why if you like: it is no mark against you."
            ),
        ),
        Heading(words("What we ask you to prepare")),
        Bullets(
            (
                words("tell residents in their languages who comes, why, and that nobody has to talk"),
                words("a room in which one cannot be overheard"),
                words("the papers on the list that comes with this letter"),
                words("the list of referrals, and the emergency number, tried out that day"),
            )
        ),
        Heading(words("The shelter's answer")),
        Ticks((words("yes"), words("yes, but:"), words("another day:"), words("no")), words("We agree to the visit")),
        Blank(lines=2),
        Ticks(
            (words("residents were asked, and some may wish to talk"), words("no talks with residents this time")),
            words("Talks"),
        ),
        *_keeping(
            words,
            sees=words("The shelter, the team and the national group."),
            kept=words("Until the round is closed and its report is given, and then as the programme's own rule says."),
        ),
        Heading(words("Signed")),
        Blank((words("For the shelter: signature or thumbprint, and role"), words("Date"))),
        Blank((words("For the team: signature and code"), words("Date"))),
        Blank((words("The interpreter, where there was one: signature and code"),)),
    ]
    return form(
        words("Letter of consent to a visit"),
        words("From the national group to a shelter, with the shelter's answer"),
        blocks,
        words,
    )
