"""Part 1 of the handbook: how the standard works, as articles in plain words with the numbers of its rules.

Never computes. The sentences on arithmetic are those of `reports/method.py`, so that a report and the handbook cannot
tell two stories; DESIGN section 9 is the ground of the article on confidentiality.
"""

from collections.abc import Iterator

from ssi.document import Block, Bullets, Cell, Heading, Note, Paragraph, table
from ssi.model import FEW_RESIDENTS, KINDS
from ssi.model.translation import Texts
from ssi.reports import method, phrases
from ssi.reports.handbook.said import cells, kinds, label, language_name, methods
from ssi.words import Words

FEW_SHELTERS = 3  # fewer than this are never shown outside the group
FEW_PEOPLE = 5


def how_it_works(texts: Texts, words: Words) -> Iterator[Block]:
    yield Heading(words("How it works"), 1)
    yield from _purpose(texts, words)
    yield from _no_ground(words)
    yield from _whom(texts, words)
    yield from _scale(texts, words)
    yield from _choosing(texts, words)
    yield from _stop_criteria(texts, words)
    yield from _left_open(words)
    yield from _evidence(texts, words)
    yield Heading(words("From several sheets to one level"), 3)
    yield Bullets(method.levels(texts.standard, words))
    yield Heading(words("From the levels to a percent"), 3)
    yield Bullets(method.percents(texts.standard, words))
    yield Heading(words("Status and level of a shelter"), 3)
    yield Bullets(method.statuses(texts.standard, words))
    yield from _rights_first(texts, words)
    yield from _confidentiality(words)


def _purpose(texts: Texts, words: Words) -> Iterator[Block]:
    standard = texts.standard
    stops = sum(each.gate for each in standard.criteria)
    yield Heading(words("Purpose"), 3)
    yield Bullets(
        (
            words(
                "The standard says, criterion by criterion, what a good shelter is, so that two people who visit it "
                "apart choose the same level."
            ),
            words("It judges shelters, never residents."),
            words(
                "Shelters use it on themselves, and teams of their peers use it on visits: to see what falls short, "
                "to share help where it is needed most, and to see later what has become better."
            ),
            words(
                "It has {areas} areas and {criteria} criteria; {stops} of them are stop criteria.",
                areas=words.count(len(standard.area)),
                criteria=words.count(len(standard.criteria)),
                stops=words.count(stops),
            ),
            words(
                "The file whose hash stands at the foot of every page is the standard. Where this handbook differs "
                "from it, the file holds. Its source text is in {language}.",
                language=language_name(standard.language),
            ),
        )
    )


def _no_ground(words: Words) -> Iterator[Block]:
    yield Heading(words("A score alone is no ground to close a shelter or to move residents"), 3)
    yield Note("caution", phrases.no_ground(words))
    yield Bullets(
        (
            words("This holds for every percent, every level and every status, urgent too."),
            words(
                "A low score is a reason to help. A decision to close a shelter or to move residents needs grounds "
                "and a procedure of its own in law; no result of this standard takes their place."
            ),
            words("No result may be used against a resident."),
        )
    )


def _whom(texts: Texts, words: Words) -> Iterator[Block]:
    names = kinds(words)
    yield Heading(words("Which criteria apply to which shelter"), 3)
    yield Paragraph(
        words(
            "The kind of a shelter and whether it takes in children decide which criteria are on its checklist. What "
            "is not on it is neither scored nor missed."
        )
    )
    rows = [
        (
            Cell(names[kind]),
            Cell(len(texts.standard.checklist(kind, children=False).criteria), "count"),
            Cell(len(texts.standard.checklist(kind, children=True).criteria), "count"),
        )
        for kind in KINDS
    ]
    heads = (words("Kind of shelter"), words("Criteria, without children"), words("Criteria, with children"))
    yield table(heads, rows, words("Number of criteria on the checklist"))


def _scale(texts: Texts, words: Words) -> Iterator[Block]:
    standard = texts.standard
    yield Heading(words("The scale"), 3)
    yield Paragraph(
        words(
            "Each criterion has a description of every level. The level that meets the standard is {minimum}, unless "
            "the article of a criterion says otherwise.",
            minimum=label(texts, standard.rules.minimum),
        )
    )
    rows = []
    for each in standard.scale:
        said = cells(texts(f"scale.{each.value}.label"), texts)
        rows.append((Cell(each.value, "level"), *said, Cell(method.plain(each.points, words))))
    beside = (words("Source text"),) if len(rows[0]) == 4 else ()
    even = [row if len(row) == 3 + len(beside) else (*row[:2], Cell(""), *row[2:]) for row in rows]
    yield table((words("Level"), words("Name"), *beside, words("Points")), even, words("From worst to best"))


def _choosing(texts: Texts, words: Words) -> Iterator[Block]:
    yield Heading(words("How a level is chosen"), 3)
    said = [
        words(
            "Begin at the description of the best level and go down. Choose the first one of which every part is true."
        ),
        words("Between two levels, take the lower one."),
        words(
            "A law or an order from outside that keeps a shelter below a level is a finding for the authorities: "
            "score what is so. It is never “not applicable”."
        ),
        words("Each visitor scores alone, and the team talks only afterwards."),
    ]
    if any(each.measure for each in texts.standard.criteria):
        said.append(words("Where something is measured or counted, the number proposes a level; a person confirms it."))
    yield Bullets(tuple(said))


def _stop_criteria(texts: Texts, words: Words) -> Iterator[Block]:
    standard = texts.standard
    stops = [each for each in standard.criteria if each.gate]
    yield Heading(words("Stop criteria, and what urgent means"), 3)
    if not stops:
        yield Paragraph(words("This standard has no stop criterion."))
        return
    yield Bullets(
        (
            phrases.stop_criterion(words),
            phrases.status_explained(words, "urgent"),
            words("Where a resident is in danger, stop scoring and follow the protocol of the programme at once."),
            words("The stop criteria of this standard are {ids}.", ids=", ".join(each.id for each in stops)),
        )
    )


def _left_open(words: Words) -> Iterator[Block]:
    yield Heading(words("Not applicable and not seen"), 3)
    yield Bullets(
        (
            words(
                "Not applicable (NA) is allowed only where the article of a criterion says when, and needs a reason. "
                "It leaves the percent: it neither helps nor harms."
            ),
            words(
                "Not seen (NS) is a blank. It does not lower the percent, but it lowers the coverage, and the result "
                "is given with its bounds: at least, at most."
            ),
            words(
                "Residents may decline to talk. “Not seen, declined” costs the shelter nothing; use the other "
                "methods first."
            ),
        )
    )


def _evidence(texts: Texts, words: Words) -> Iterator[Block]:
    names = methods(words)
    cap = texts.standard.rules.cap_without_practice
    yield Heading(words("How something is seen"), 3)
    yield Paragraph(words("The article of a criterion names the ways in which it is looked at:"))
    yield Bullets(tuple(names.values()))
    if cap is not None:
        yield Paragraph(
            words(
                "A criterion about daily practice that was seen only in documents counts at most as level {level}.",
                level=label(texts, cap),
            )
        )


def _rights_first(texts: Texts, words: Words) -> Iterator[Block]:
    area = texts.standard.rules.rights_area
    if area is None:
        return
    yield Heading(words("Rights before money"), 3)
    yield Paragraph(
        words(
            "While a stop criterion of the area {area} is at its worst level, improvement money of that shelter may "
            "only mend that.",
            area=f"{area} {texts(f'area.{area}.title').text}",
        )
    )


def _confidentiality(words: Words) -> Iterator[Block]:
    yield Heading(words("Confidentiality"), 3)
    yield Note("caution", words("There is no record of residents. Nobody may make one for the sake of this standard."))
    yield Paragraph(words("What is never written down, on paper or in a file:"))
    yield Bullets(
        (
            words("names, ages, countries, photographs, stories or words of residents"),
            words("addresses and places, telephone numbers, e-mail addresses, numbers of documents or files"),
            words("anything else by which a resident, or the place where she or he lives, could be found"),
        )
    )
    yield Paragraph(words("What holds besides:"))
    yield Bullets(
        (
            words(
                "Residents are only counted: how many were asked, agreed and declined to talk. Nobody asks a "
                "resident what happened to her or him."
            ),
            words(
                "Where fewer than {few} residents agreed to talk, no criterion may show that residents were asked "
                "about it, and no note may be taken of it.",
                few=words.count(FEW_RESIDENTS),
            ),
            words("Shelters and assessors are named by codes. The list of names is kept apart."),
            words(
                "Nothing that leaves the group shows fewer than {shelters} shelters or {people} people.",
                shelters=words.count(FEW_SHELTERS),
                people=words.count(FEW_PEOPLE),
            ),
        )
    )
