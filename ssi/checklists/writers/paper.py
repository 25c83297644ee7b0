"""The scoring sheet on paper: a plain A4 page to print, fill in and hold beside the laptop.

Never holds anything that could identify a resident: there is no line for it, and the sheet says so. Never holds a score
either: it is printed before the visit. Whatever a team writes on it is typed with `ssi record`, whose line form the
sheet explains.

It is a web page, because a browser draws and breaks every script rightly and prints on any printer. The standard's id,
version and hash stand on every page, so that pages of two versions that were mixed up on a table can be told apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from ssi.checklists.before import before_the_visit
from ssi.model import FEW_RESIDENTS, METHOD_LETTERS, Area, Checklist, Criterion, Interviews, Level, Texts, Visit
from ssi.words import KNOWN_LANGUAGES, Words, rounded

ASSESSORS = 3  # boxes for as many; a team is two or three
HASH = 12  # characters of the standard's sha256 that stand on every page


@dataclass(frozen=True, slots=True)
class Typed:
    """What one types at the laptop, and what it means; with ids of this very checklist where it has them."""

    line: str
    meaning: str


def paper(
    checklist: Checklist,
    *,
    shelter: str = "",
    round: str = "",
    visits: Sequence[Visit] = (),
    interviews: Interviews | None = None,
    language: str = "",
    texts: Texts | None = None,
) -> bytes:
    """The sheet as UTF-8 HTML, one row a criterion of the checklist.

    `visits` are this shelter's in this round: they fill in the assessors and the date. Everything may be left out: a
    blank form has lines to write on. `language` is that of the program's words, by default the standard's; `texts` are
    the standard's in that language, as far as there are any: a draft always has its source text below it.
    """
    standard = checklist.standard
    words = Words(language or standard.language)
    said = texts or Texts(standard)
    page = _template().render(
        words=words,
        standard=standard,
        hash=standard.sha256[:HASH],
        areas=_areas(checklist),
        shelter=shelter,
        round=round,
        kind=_kinds(words)[checklist.kind],
        children=checklist.children,
        classes=_classes(words),
        date=next((each.date for each in visits if each.date), ""),
        assessors=_boxes(visits),
        interviews=interviews,
        few=FEW_RESIDENTS,
        before=before_the_visit(words),
        typed=typed_lines(checklist, words),
        methods=_methods(words),
        steps=_steps,
        texts=said,
        draft=_draft(said, words),
        foreign="" if words.language == said.language else said.language,
    )
    return page.encode()


def typed_lines(checklist: Checklist, words: Words) -> tuple[Typed, ...]:
    """The lines of `ssi record`, shown with criteria of this checklist."""
    ids = [each.id for each in checklist.criteria] or ["SAF-01"]
    measured = next((each.id for each in checklist.criteria if each.measure), None)
    excused = next((each.id for each in checklist.criteria if each.na_when), None)
    top = checklist.standard.scale[-1].value
    lines = [
        Typed(f"{ids[0]} {top}", words("a score")),
        Typed(f"{ids[0]} {top} /od …", words("a score, the methods by their letters, a note")),
        *([Typed(f"{measured} =12", words("what was measured or counted; it proposes the level"))] if measured else []),
        *([Typed(f"{excused} NA …", words("not applicable, with the reason"))] if excused else []),
        Typed(f"{ids[-1]} NS", words("not seen")),
        Typed(f"{ids[-1]} NS declined", words("not seen because residents declined to talk")),
        Typed("interviews 5 3 2", words("asked, agreed, declined")),
        Typed(f"?{ids[0]}", words("guidance for the criterion")),
        Typed("done", words("the sheet is whole: seal it")),
        Typed("q", words("leave; everything is kept")),
    ]
    return tuple(lines)


def _draft(texts: Texts, words: Words) -> str:
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


def _classes(words: Words) -> dict[str, str]:
    return {"critical": words("critical"), "must": words("must"), "desired": words("desired")}


def _kinds(words: Words) -> dict[str, str]:
    return {
        "transit": words("transit shelter"),
        "short-term": words("short-term shelter"),
        "long-term": words("long-term shelter"),
        "community": words("community shelter"),
    }


def _methods(words: Words) -> dict[str, tuple[str, str]]:
    """Each method with its letter at the prompt and its name."""
    names = {
        "observe": words("observe"),
        "measure": words("measure"),
        "staff": words("staff"),
        "resident": words("resident"),
        "document": words("document"),
    }
    return {method: (letter, names[method]) for letter, method in METHOD_LETTERS.items()}


def _areas(checklist: Checklist) -> list[tuple[Area, list[Criterion]]]:
    """The areas that have criteria on this checklist, each with those."""
    here = {each.id for each in checklist.criteria}
    areas = [(area, [each for each in area.criterion if each.id in here]) for area in checklist.standard.area]
    return [(area, criteria) for area, criteria in areas if criteria]


def _boxes(visits: Sequence[Visit]) -> list[str]:
    """The assessors' codes, with blanks for the rest of the boxes."""
    codes = list(dict.fromkeys(each.assessor for each in visits))
    return codes + [""] * (ASSESSORS - len(codes))


def _steps(criterion: Criterion, scale: Sequence[Level], words: Words) -> list[tuple[Level, str]]:
    """From which value on each level above the worst is proposed: level 1, `20 or less`."""
    if criterion.measure is None:
        return []
    cuts = [_decimal(cut, words) for cut in criterion.measure.cuts]
    if criterion.measure.better == "less":
        texts = [words("{value} or less", value=cut) for cut in cuts]
    else:
        texts = [words("{value} or more", value=cut) for cut in cuts]
    return list(zip(scale[1:], texts, strict=True))


def _decimal(value: Fraction, words: Words) -> str:
    """A cut with as many decimals as it needs: 7/2 → 3.5, 20 → 20."""
    decimals = next((places for places in range(6) if rounded(value, places) == value), 6)
    return words.number(value, decimals)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("ssi", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    return environment.get_template("sheet.html")
