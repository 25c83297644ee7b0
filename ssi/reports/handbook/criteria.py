"""Part 2 of the handbook: a chapter for each area, an article for each criterion.

Never leaves out a key of a criterion: what is not said in its article is as the rules of Part 1 say it is.
"""

from collections.abc import Iterator

from ssi.document import Block, Cell, Facts, Heading, Paragraph, Table, table
from ssi.model import KINDS, Area, Criterion, Measure
from ssi.model.standard import Step
from ssi.model.translation import Texts
from ssi.reports import phrases
from ssi.reports.handbook.said import cells, kinds, language_name, methods, number, source_line
from ssi.reports.handbook.steps import figure, keys, step_kind
from ssi.words import Words

Pair = tuple[str, tuple[Cell, ...]]


def chapters(texts: Texts, words: Words) -> Iterator[Block]:
    yield Heading(words("Criteria"), 1)
    for area in texts.standard.area:
        title = texts(f"area.{area.id}.title")
        yield Heading(f"{area.id} · {title.text}", 2, lang=title.language, anchor=area.id)
        yield from source_line(title, texts)
        yield from _about_area(area, words)
        for criterion in area.criterion:
            yield from _article(criterion, texts, words)


def _about_area(area: Area, words: Words) -> Iterator[Block]:
    if area.applies:
        yield Paragraph(words("The whole area applies only to shelters that take in children."))
    if area.weight is not None:
        yield Paragraph(words("The area weighs {weight}.", weight=number(area.weight, words)))


def _article(criterion: Criterion, texts: Texts, words: Words) -> Iterator[Block]:
    said = texts(f"{criterion.id}.text")
    yield Heading(f"{criterion.id} · {said.text}", 3, lang=said.language, anchor=criterion.id)
    yield from source_line(said, texts)
    yield _levels(criterion, texts, words)
    yield Facts((*_weight(criterion, texts, words), *_how(criterion, texts, words), *_rest(criterion, texts, words)))


def _levels(criterion: Criterion, texts: Texts, words: Words) -> Table:
    """Worst to best; while the translation is a draft, the source text stands in a column of its own."""
    described = texts.anchors(criterion.id)
    names = [texts(f"scale.{each.value}.label") for each in texts.standard.scale]
    if not any(each.source for each in (*described, *names)):
        rows = [
            (Cell(f"{level.value} {name.text}", lang=name.language), Cell(each.text, lang=each.language))
            for level, name, each in zip(texts.standard.scale, names, described, strict=True)
        ]
        return table((words("Level"), words("Level description")), rows)
    both = [
        (
            Cell(level.value, "level"),
            Cell(f"{name.text} · {each.text}", lang=each.language),
            Cell(f"{name.source or name.text} · {each.source or each.text}", lang=texts.standard.language),
        )
        for level, name, each in zip(texts.standard.scale, names, described, strict=True)
    ]
    draft = words("{language} (draft)", language=language_name(texts.language))
    own = words("{language} (source text)", language=language_name(texts.standard.language))
    return table((words("Level"), draft, own), both)


def _weight(criterion: Criterion, texts: Texts, words: Words) -> Iterator[Pair]:
    rules = texts.standard.rules
    name = phrases.class_(words, criterion)
    yield words("Class"), (Cell(f"{name} ({words('critical')})", "text", "warn") if criterion.gate else Cell(name),)
    if criterion.weight != rules.weights.get(criterion.class_):
        yield words("Weight"), (Cell(number(criterion.weight, words)),)
    yield words("Minimum"), cells(texts(f"scale.{criterion.minimum}.label"), texts, f"{criterion.minimum} ")


def _how(criterion: Criterion, texts: Texts, words: Words) -> Iterator[Pair]:
    names = methods(words)
    if criterion.guidance:
        yield words("What to look at"), cells(texts(f"{criterion.id}.guidance"), texts)
    if criterion.measure:
        yield words("What is measured"), _measured(criterion.id, criterion.measure, texts, words)
    if criterion.methods:
        yield words("Methods"), (Cell("; ".join(names[each] for each in criterion.methods)),)
    if criterion.practice:
        yield words("Practice"), (Cell(words("It is about what is done, not only about what is written.")),)


def _measured(code: str, measure: Measure, texts: Texts, words: Words) -> tuple[Cell, ...]:
    bound = words("at most") if measure.better == "less" else words("at least")
    levels = texts.standard.scale[1:]
    proposed = "; ".join(
        f"{bound} {number(cut, words)} → {level.value}" for level, cut in zip(levels, measure.cuts, strict=True)
    )
    return (*cells(texts(f"{code}.unit"), texts), Cell(words("Level proposed: {levels}", levels=proposed)))


def _rest(criterion: Criterion, texts: Texts, words: Words) -> Iterator[Pair]:
    if criterion.na_when:
        yield words("Not applicable where"), cells(texts(f"{criterion.id}.na_when"), texts)
    else:
        yield words("Not applicable"), (Cell(words("never")),)
    yield words("Applies to"), (Cell(_applies(criterion, words)),)
    if criterion.remedy:
        yield words("Usually mended by"), (Cell(phrases.remedy(words, criterion.remedy)),)
    if criterion.key != criterion.id:
        yield words("Compared as"), (Cell(criterion.key, "id"),)
    if criterion.source:
        yield words("Sources"), (Cell(", ".join(criterion.source)),)
    overlay = texts.standard.overlay
    for step in overlay.steps if overlay else ():
        if step.criterion == criterion.id:
            yield words("Differs from the base"), tuple(_differs(step, texts, words))


def _applies(criterion: Criterion, words: Words) -> str:
    names = kinds(words)
    every = set(criterion.kinds) == set(KINDS)
    who = words("every shelter") if every else ", ".join(names[each] for each in KINDS if each in criterion.kinds)
    return words("{who}, if it takes in children", who=who) if criterion.applies else who


def _differs(step: Step, texts: Texts, words: Words) -> Iterator[Cell]:
    what = step_kind(step, words)
    yield Cell(f"{what}: {keys(step, words)}" if step.keys else what)
    yield Cell(step.reason, lang=texts.standard.language)
    yield Cell(figure(step, words), "text", "quiet")
