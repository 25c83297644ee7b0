"""The poster for residents: one page in plain words, to hang up before a visit. What the visitors look at and what they
do not ask, that everybody may say no, and how to complain.

Never names a shelter, a person or a number of anybody: what only the house knows is a line to write on. Apart from the
other pages, because it is no report: large letters for people who may read little, a drawing beside each sentence, and
nothing to calculate. It promises nothing that the pre-visit list does not hold a team to.
"""

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from ssi.words import Words


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to know: its drawing (a name in `ssi/templates/poster/drawings.html`), a heading, sentences, and what
    the house writes on a line of its own."""

    drawing: str
    heading: str
    sentences: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


def poster(words: Words) -> bytes:
    """The page as UTF-8 HTML, one sheet of A4 in the language of these words."""
    return _template().render(words=words, blocks=blocks(words)).encode()


def blocks(words: Words) -> tuple[Block, ...]:
    """What the poster says, from top to bottom."""
    return (
        Block(
            "house",
            words("They look at the house."),
            (
                words("At rooms, doors, food, toilets, rules, and at how staff work here."),
                words("They work in other houses like this one. They want every house to become better."),
            ),
        ),
        Block(
            "silence",
            words("They do not ask what happened to you."),
            (words("You need not tell your story to anybody who visits."),),
        ),
        Block(
            "hand",
            words("You may say no."),
            (
                words("A visitor may ask to talk with you about the house. You may say yes. You may say no."),
                words("You may stop at any time. You lose nothing: you keep your bed, your food and your help."),
            ),
        ),
        Block(
            "pencil",
            words("Nobody writes down who you are."),
            (words("Not your name, not your age, not your story. Nobody takes a photograph of you."),),
        ),
        Block(
            "voice",
            words("You may complain."),
            (words("You may complain about the visit or about the house. Nobody may punish you for it."),),
            (words("In this house:"), words("Outside this house:")),
        ),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("ssi", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    return environment.get_template("poster.html")
