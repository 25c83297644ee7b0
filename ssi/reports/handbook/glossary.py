"""The words of the standard, each with one meaning: DESIGN section 2 as a reader needs it.

Never a synonym: a word that stands here is the word used everywhere.
"""

from ssi.document import Cell, Facts
from ssi.words import Words


def glossary(words: Words) -> Facts:
    meanings = (
        (
            words("standard"),
            words(
                "a set of criteria with a scale and rules, in one version; one file, never edited once it is released"
            ),
        ),
        (
            words("overlay"),
            words("a standard that extends another one: it changes, drops and adds criteria, each with a reason"),
        ),
        (words("area"), words("a group of criteria")),
        (
            words("criterion"),
            words(
                "one thing to be scored; critical where people come to harm, must for what a decent shelter has, "
                "desired for the rest"
            ),
        ),
        (words("stop criterion"), words("a critical criterion that no good score elsewhere can make up for")),
        (words("level description"), words("what one level of one criterion looks like")),
        (words("minimum"), words("the level that meets the standard")),
        (words("checklist"), words("the criteria that apply to one shelter, in order")),
        (words("shelter"), words("a place that takes people in; known by a code")),
        (
            words("assessor"),
            words("a person who scores, known by a code; from another shelter, or an outside assessor"),
        ),
        (
            words("round"),
            words("one cycle of visits: baseline, follow-up, or a self-assessment by a shelter's own staff"),
        ),
        (words("visit"), words("one team at one shelter in one round")),
        (words("sheet"), words("one assessor's full scoring sheet of one visit")),
        (
            words("agreed sheet"),
            words("what the team settled where its sheets differ; it stands beside them, never instead of them"),
        ),
        (words("not applicable (NA)"), words("leaves the percent; needs a reason")),
        (words("not seen (NS)"), words("a blank; gives bounds and lowers the coverage")),
        (words("coverage"), words("how much of what applies was seen, in percent of the weight")),
        (words("value"), words("what was measured or counted; it proposes the level, a person confirms it")),
        (words("need"), words("a criterion below its minimum in a closed round")),
        (words("improvement"), words("a proposal, with its cost, that lifts criteria of one shelter")),
        (words("training"), words("an improvement for many shelters together")),
        (words("sharing rule"), words("the named rule by which money is shared")),
    )
    return Facts(tuple((word, (Cell(meaning),)) for word, meaning in meanings))
