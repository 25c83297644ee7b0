"""Part 3 of the handbook: the worked examples of the standard, told in words.

Never computes a result: what is expected stands in the file, and `ssi check` has recomputed it.
"""

from collections.abc import Iterator, Mapping

from ssi.document import Block, Cell, Facts, Heading, Paragraph
from ssi.model.standard import Example, Scores
from ssi.model.translation import Texts
from ssi.reports import phrases
from ssi.reports.handbook.said import kinds, label, methods
from ssi.words import Words


def worked_examples(texts: Texts, words: Words) -> Iterator[Block]:
    examples = texts.standard.example
    if not examples:
        return
    yield Heading(words("Worked examples"), 1)
    yield Paragraph(
        words("They are part of the standard and fix what its rules mean. `ssi check` works them out again.")
    )
    yield Facts(
        tuple((words("Example {number}", number=at), _told(each, texts, words)) for at, each in enumerate(examples, 1))
    )


def _told(example: Example, texts: Texts, words: Words) -> tuple[Cell, ...]:
    title = Cell(example.title, "text", "good", texts.standard.language)
    case = " ".join(_case(example, texts, words))
    found = words("Result: {found}.", found="; ".join(_found(example, words)))
    return Cell(title.value, lang=texts.standard.language), Cell(case, "text", "quiet"), Cell(found)


def _case(example: Example, texts: Texts, words: Words) -> Iterator[str]:
    kind = kinds(words)[example.kind]
    with_children = example.children == "yes"
    yield (
        words("A {kind} with children.", kind=kind) if with_children else words("A {kind} without children.", kind=kind)
    )
    if example.all is not None:
        yield words("Every criterion not named here: {level}.", level=_level(example.all, texts))
    for at, sheet in enumerate(example.sheets, 1):
        said = _scores(sheet, texts) or words("nothing else")
        yield words("Assessor {number}: {scores}.", number=at, scores=said)
    if example.scores:
        yield f"{_scores(example.scores, texts)}."
    yield from _methods(example, words)


def _level(score: int | str, texts: Texts) -> str:
    return label(texts, score) if isinstance(score, int) else score


def _scores(scores: Scores, texts: Texts) -> str:
    return "; ".join(f"{code}: {_level(score, texts)}" for code, score in scores.items())


def _methods(example: Example, words: Words) -> Iterator[str]:
    names = methods(words)
    given = example.methods
    if not isinstance(given, Mapping):
        if given:
            yield words("Methods of all: {methods}.", methods="; ".join(names[each] for each in given))
        return
    for code, used in given.items():
        yield words(
            "{criterion} was seen by: {methods}.", criterion=code, methods="; ".join(names[each] for each in used)
        )


def _found(example: Example, words: Words) -> Iterator[str]:
    if example.percent is not None:
        yield words("{percent} percent", percent=example.percent)
    if example.low is not None:
        yield words("at least {percent}", percent=example.low)
    if example.high is not None:
        yield words("at most {percent}", percent=example.high)
    if example.coverage is not None:
        yield words("coverage {percent} percent", percent=example.coverage)
    if example.level is not None:
        yield words("level {level}", level=example.level)
    if example.status is not None:
        yield phrases.status(words, example.status)
    if example.unsettled:
        yield words("unsettled: {ids}", ids=", ".join(example.unsettled))
