"""The page of `ssi standard show`: a standard at a glance, or one criterion of it in full.

Never judges. The rules are said in sentences, because a person who reads `na_ceiling = 15` has to look it up.
"""

from collections.abc import Iterable, Iterator

from ssi.document import Block, Bullets, Cell, Document, Facts, Heading, Note, Paragraph, table
from ssi.findings.adoption import Standing
from ssi.model import Area, Criterion, Overlay, Said, Standard, Texts
from ssi.reports import adopted, cells, phrases
from ssi.reports.page import page
from ssi.words import Words


def standard_page(standing: Standing, texts: Texts, words: Words, *, criterion: str = "") -> Document:
    """The whole standard: what it is, what it counts, its rules, its adoption, how it came from a base, its criteria;
    or one criterion with every level description. Raises KeyError for a criterion that it does not have."""
    standard = standing.standard
    said = texts("title")
    blocks = (
        _one(standard, standard.criterion(criterion), texts, words) if criterion else _whole(standing, texts, words)
    )
    unconfirmed = texts.translation is not None and texts.translation.draft
    draft = [Note("caution", words("A draft translation: nobody has confirmed it yet."))] if unconfirmed else []
    footer = (words("Standard: {id} {version}, sha256 {sha256}", id=standard.id, version=standard.version,
                    sha256=standard.sha256),)  # fmt: skip
    subtitle = words("{id} {version}: {status}", id=standard.id, version=standard.version,
                     status=adopted.status(words, standing.status))  # fmt: skip
    return page(words, said.text, [*draft, *blocks], subtitle=subtitle, footer=footer)


def _whole(standing: Standing, texts: Texts, words: Words) -> list[Block]:
    standard = standing.standard
    return [
        *_head(standing, words),
        *_counts(standard, texts, words),
        Heading(words("Rules")),
        Bullets(tuple(rules_in_words(standard, words))),
        *_adoption(standing, words),
        *(_overlay(standard.overlay, words) if standard.overlay else ()),
        *(block for area in standard.area for block in _area(area, texts, words)),
    ]


def _head(standing: Standing, words: Words) -> list[Block]:
    standard = standing.standard
    facts = [
        (words("Authority"), standard.authority),
        (words("Licence"), standard.licence),
        (words("Language"), standard.language),
        (words("File"), standing.place),
    ]
    differs = [Note("urgent", words("This file is not the adopted one: ssi standard verify says what differs."))]
    return [
        *(differs if standing.differs else ()),
        Facts(tuple((label, (cells.text(said),)) for label, said in facts if said)),
    ]


def _counts(standard: Standard, texts: Texts, words: Words) -> list[Block]:
    rows = [
        (_said(texts(f"area.{each.id}.title"), words), cells.id_(each.id), *_row(each.criterion))
        for each in standard.area
    ]
    total = (cells.text(words("All")), cells.text(""), *_row(standard.criteria))
    heads = (words("Area"), words("Id"), words("Criteria"), words("Critical"), words("Must"), words("Desired"),
             words("Stop criteria"))  # fmt: skip
    return [Heading(words("Areas and criteria")), table(heads, [*rows, total])]


def _row(criteria: Iterable[Criterion]) -> tuple[Cell, ...]:
    found = tuple(criteria)
    classes = [each.class_ for each in found]
    return (
        cells.count(len(found)),
        *(cells.count(classes.count(name)) for name in ("critical", "must", "desired")),
        cells.count(sum(each.gate for each in found)),
    )


def rules_in_words(standard: Standard, words: Words) -> Iterator[str]:
    """The scale and the rules as sentences."""
    rules, label = standard.rules, {each.value: each.label for each in standard.scale}
    levels = "; ".join(words("{value} {label} ({points})", value=each.value, label=each.label, points=each.points)
                       for each in standard.scale)  # fmt: skip
    yield words("Levels, worst first, with what each is worth: {levels}.", levels=levels)
    yield words("A criterion is met at level {value} ({label}), unless it says otherwise.", value=rules.minimum,
                label=label[rules.minimum])  # fmt: skip
    yield words("A critical criterion weighs {critical}, a must {must}, a desired one {desired}.",
                **{name: str(each) for name, each in rules.weights.items()})  # fmt: skip
    if rules.unsettled == "median":
        yield words("Where the team did not agree, the level in the middle counts; of a stop criterion the lowest.")
    else:
        yield words("Where the team did not agree, the lowest level counts.")
    yield words("An area in which more than {percent} of the weight is not applicable is called thin.",
                percent=words.percent(rules.na_ceiling, 0))  # fmt: skip
    yield words("An area or shelter of which less than {percent} was seen is incomplete.",
                percent=words.percent(rules.coverage_floor, 0))  # fmt: skip
    if rules.bands:
        bands = ", ".join(words.percent(each, 0) for each in rules.bands)
        yield words("Levels 1, 2, 3 and so on of the result begin at {bands}.", bands=bands)
    if rules.cap_without_practice is not None:
        yield words("A criterion about practice that was seen only in documents reaches level {value} at most.",
                    value=rules.cap_without_practice)  # fmt: skip
    if rules.rights_area:
        yield words("While a stop criterion of area {area} is at its worst level, money mends only that.",
                    area=rules.rights_area)  # fmt: skip


def _adoption(standing: Standing, words: Words) -> list[Block]:
    if standing.adoption is None:
        return [Heading(words("Adoption")), Paragraph(words("No adoption of this standard is at hand."))]
    return [Heading(words("Adoption")), *adopted.adoption_blocks(standing.adoption, words)]


# ── how an overlay came from its base ────────────────────────────────────────────────────────────────────────────────


def _overlay(overlay: Overlay, words: Words) -> list[Block]:
    kinds = {"change": words("changed"), "drop": words("dropped"), "add": words("added")}
    figures = {
        "read": words("figure read in its source"),
        "own": words("figure of its own"),
        "memory": words("figure from memory, not verified"),
        "none": words("no figure in it"),
        "": "",
    }
    rows = [
        (
            cells.id_(each.criterion),
            cells.text(kinds[each.kind]),
            cells.text(each.reason),
            cells.text(figures[each.figure], "warn" if each.figure == "memory" else ""),
        )
        for each in overlay.steps
    ]
    heads = (words("Criterion"), words("What"), words("Why"), words("Figure"))
    weak: list[Block] = []
    if overlay.weakening:
        weak = [Heading(words("What asks less than the base"), 3), Bullets(overlay.weakening)]
    return [Heading(words("What differs from its base, {base}", base=overlay.extends)), table(heads, rows), *weak]


# ── criteria ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _area(area: Area, texts: Texts, words: Words) -> list[Block]:
    title = texts(f"area.{area.id}.title")
    only = [Paragraph(words("Only for shelters that take in children."))] if area.applies == "children" else []
    heads = (words("Criterion"), words("Class"), words("Text"))
    rows = [
        (cells.id_(each.id), cells.text(phrases.class_(words, each)), _said(texts(f"{each.id}.text"), words))
        for each in area.criterion
    ]
    return [Heading(f"{area.id}  {title.text}", lang=title.language), *only, table(heads, rows)]


def _one(standard: Standard, each: Criterion, texts: Texts, words: Words) -> list[Block]:
    """One criterion: its text, each level with its description, and everything that is asked about it."""
    levels = [
        (cells.level(level.value), _said(texts(f"scale.{level.value}.label"), words), _said(said, words))
        for level, said in zip(standard.scale, texts.anchors(each.id), strict=True)
    ]
    text = texts(f"{each.id}.text")
    source = [Paragraph(text.source, "quiet", standard.language)] if text.source else []
    return [
        Heading(each.id),
        Paragraph(text.text, "lead", text.language if text.language != words.language else ""),
        *source,
        table((words("Level"), words("Called"), words("Level description")), levels),
        Facts(tuple(_facts(each, texts, words))),
    ]


def _facts(each: Criterion, texts: Texts, words: Words) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    yield words("Class"), (cells.text(phrases.class_(words, each)),)
    yield words("Weight"), (cells.text(str(each.weight)),)
    yield words("Minimum"), (cells.level(each.minimum),)
    if each.guidance:
        yield words("Guidance"), (_said(texts(f"{each.id}.guidance"), words),)
    if each.na_when:
        yield words("Not applicable when"), (_said(texts(f"{each.id}.na_when"), words),)
    else:
        yield words("Not applicable when"), (cells.text(words("never")),)
    if each.measure:
        cuts = ", ".join(str(float(cut)).removesuffix(".0") for cut in each.measure.cuts)
        yield words("Measured in"), (_said(texts(f"{each.id}.unit"), words),)
        less = words("at most") if each.measure.better == "less" else words("at least")
        yield words("Levels begin at"), (cells.text(f"{less} {cuts}"),)
    if each.practice:
        yield words("About practice"), (cells.text(words("yes: documents alone are not enough")),)
    yield words("Kinds of shelters"), (cells.text(", ".join(adopted.kind(words, kind) for kind in each.kinds)),)
    if each.remedy:
        yield words("What usually mends it"), (cells.text(phrases.remedy(words, each.remedy)),)
    yield words("Sources"), (cells.text(" ".join(each.source)),)


def _said(said: Said, words: Words) -> Cell:
    return Cell(said.text, "text", lang="" if said.language == words.language else said.language)
