"""What an assessor's sheet says of each criterion, as pieces of text with their look: made once, drawn on every sheet.

Never opens a workbook. A draft translation always has its source text below it, so that nobody scores from words that
no one has confirmed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ssi.checklists.writers.office import TALLEST, text_height
from ssi.model import Area, Checklist, Criterion, Said, Texts
from ssi.words import KNOWN_LANGUAGES, Words, rounded

TEXT_WIDTH, LEVELS_WIDTH = 34.0, 60.0  # of the columns for a criterion and for its level descriptions
Look = Literal["plain", "strong", "quiet", "source"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or with `on` = False the rest of one, in one look and one language."""

    text: str
    look: Look = "plain"
    language: str = ""
    on: bool = True  # begins on a line of its own


@dataclass(frozen=True, slots=True)
class CriterionCells:
    """A criterion as it stands in its row."""

    criterion: Criterion
    text: tuple[Piece, ...]
    levels: tuple[Piece, ...]
    height: float  # of the row, in points


@dataclass(frozen=True, slots=True)
class AreaCells:
    """An area of the checklist, its weight here, and its criteria."""

    area: Area
    weight: Fraction
    title: tuple[Piece, ...]
    height: float
    criteria: tuple[CriterionCells, ...]


def cells_of(checklist: Checklist, texts: Texts, words: Words) -> tuple[AreaCells, ...]:
    """Every area that has criteria on this checklist, in the standard's order."""
    here = {each.id for each in checklist.criteria}
    areas = []
    for area in checklist.standard.area:
        criteria = [each for each in area.criterion if each.id in here]
        if criteria:
            own = sum((each.weight for each in criteria), Fraction(0))
            cells = tuple(_criterion(each, texts, words) for each in criteria)
            title = tuple(_said(texts(f"area.{area.id}.title"), "strong"))
            weight = own if area.weight is None else area.weight
            areas.append(AreaCells(area, weight, title, _height((title, TEXT_WIDTH)), cells))
    return tuple(areas)


def _criterion(criterion: Criterion, texts: Texts, words: Words) -> CriterionCells:
    text = [*_said(texts(f"{criterion.id}.text"), "plain"), Piece(_marks(criterion, words), "quiet", words.language)]
    if criterion.guidance:
        text += _said(texts(f"{criterion.id}.guidance"), "quiet")
    levels = [*_levels(criterion, texts)]
    if criterion.na_when is not None:
        levels += _led("NA", texts(f"{criterion.id}.na_when"))
    if criterion.measure is not None:
        levels += _led("=", texts(f"{criterion.id}.unit"))
        levels.append(Piece(_steps(criterion, texts, words), "quiet", words.language))
    return CriterionCells(criterion, tuple(text), tuple(levels), _height((text, TEXT_WIDTH), (levels, LEVELS_WIDTH)))


def _marks(criterion: Criterion, words: Words) -> str:
    classes = {"critical": words("critical"), "must": words("must"), "desired": words("desired")}
    marks = [classes[criterion.class_]]
    marks += [words("stop criterion")] if criterion.gate else []
    marks += [words("practice: papers alone are not enough")] if criterion.practice else []
    return " · ".join(marks)


def _levels(criterion: Criterion, texts: Texts) -> Iterator[Piece]:
    """The level descriptions, best first: one begins at the top and goes down to the first that is wholly true."""
    described = zip(texts.standard.scale, texts.anchors(criterion.id), strict=True)
    for level, said in reversed(list(described)):
        yield from _led(str(level.value), said)


def _led(mark: str, said: Said) -> Iterator[Piece]:
    yield Piece(f"{mark}  ", "strong")
    first, *source = _said(said, "plain")
    yield Piece(first.text, first.look, first.language, on=False)
    yield from source


def _said(said: Said, look: Look) -> Iterator[Piece]:
    yield Piece(said.text, look, said.language)
    if said.source:
        yield Piece(said.source, "source")


def _steps(criterion: Criterion, texts: Texts, words: Words) -> str:
    """From which value on each level above the worst is proposed: `20 or less → 1; 10 or less → 2`."""
    if criterion.measure is None:
        return ""
    steps = []
    for level, cut in zip(texts.standard.scale[1:], criterion.measure.cuts, strict=True):
        value = words.number(cut, next((places for places in range(6) if rounded(cut, places) == cut), 6))
        less = criterion.measure.better == "less"
        said = words("{value} or less", value=value) if less else words("{value} or more", value=value)
        steps.append(f"{said} → {level.value}")
    return "; ".join(steps)


def about_draft(texts: Texts, words: Words) -> str:
    """What a reader must know of a translation that nobody has confirmed, or of which a source text has changed since;
    empty where there is none."""
    if texts.translation is None or not (texts.translation.draft or texts.stale):
        return ""
    name = KNOWN_LANGUAGES.get(texts.language, texts.language)
    if texts.translation.draft:
        return words(
            "The standard's texts in {language} are a draft translation that nobody has confirmed. "
            "The source text below each decides.",
            language=name,
        )
    return words(
        "Where a source text stands below, the text in {language} is older. The source decides.", language=name
    )


def _height(*cells: tuple[Sequence[Piece], float]) -> float:
    """Of a row in points, from its cells as (pieces, width of the column)."""
    return min(TALLEST, 4 + max(sum(_of_line(each, width) for each in _lines(pieces)) for pieces, width in cells))


def _lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that share a line as one."""
    lines: list[Piece] = []
    for each in pieces:
        if each.on or not lines:
            lines.append(each)
        else:
            lines[-1] = Piece(lines[-1].text + each.text, each.look, each.language)
    return lines


def _of_line(line: Piece, width: float) -> float:
    if line.look == "quiet":  # in smaller letters
        return 0.9 * text_height(line.text, 1.15 * width, line.language)
    return text_height(line.text, width, line.language) if line.text else 0
