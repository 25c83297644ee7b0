"""From a checklist to what stands on its printed sheet: `on_paper.py` has the nouns, `paper` and `paper_pdf` draw.

Never adds to what the standard says of a criterion. Whatever a team writes on the sheet is typed with `ssi record`,
whose line form the sheet explains.

The standard's id, version and hash stand on every page, so that pages of two versions that were mixed up on a table can
be told apart. A draft translation always has its source text beside it, so that nobody scores from a level description
that no one has reviewed.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from ssi.checklists.before import before_the_visit
from ssi.checklists.writers import paper_words, walk
from ssi.checklists.writers.on_paper import Line, Part, Printed, Reply, Row
from ssi.model import Checklist, Criterion, Interviews, Level, Said, Texts, Visit
from ssi.words import Words, rounded

ASSESSORS = 3  # boxes for as many; a team is two or three
HASH = 12  # characters of the standard's sha256 that stand on every page
By = Literal["area", "method"]


def printed(
    checklist: Checklist,
    *,
    shelter: str = "",
    round: str = "",
    visits: Sequence[Visit] = (),
    interviews: Interviews | None = None,
    language: str = "",
    texts: Texts | None = None,
    programme: str = "",
    by: By = "area",
) -> Printed:
    """The sheet of this checklist, each criterion in one row, in the order of areas or of methods.

    `visits` are this shelter's in this round: they fill in the assessors and the date. Everything may be left out: a
    blank form has lines to write on. `language` is that of the program's words, by default the standard's; `texts` are
    the standard's in that language, as far as there are any.
    """
    standard = checklist.standard
    words, said = Words(language or standard.language), texts or Texts(standard)
    own = _own(words)
    date = next((each.date for each in visits if each.date), "")
    return Printed(
        language=own,
        foreign="" if own == said.language else said.language,
        source=standard.language,
        say=paper_words.sentences(words, shelter=shelter),
        standard=str(standard),
        draft_standard=standard.status == "draft",
        hash=standard.sha256[:HASH],
        title=said("title"),
        programme=programme,
        kind=paper_words.kind_names(words)[checklist.kind],
        children=checklist.children,
        about_draft=_draft(said, words),
        shelter=shelter,
        round=round,
        date=words.date(date) if date else "",
        assessors=_boxes(visits),
        interviews=interviews,
        before=before_the_visit(words),
        scale=_scale(said),
        methods=tuple(paper_words.method_names(words).values()),
        typed=paper_words.typed_lines(checklist, words),
        papers=_papers(checklist, said) if by == "method" else (),
        parts=_parts(checklist, said, words, by),
        walked=by == "method",
        reply=Reply(*paper_words.reply(words)),
    )


def _own(words: Words) -> str:
    """The language that the program's own words are really in."""
    return "en" if words.translation == "none" else words.language


def _parts(checklist: Checklist, said: Texts, words: Words, by: By) -> tuple[Part, ...]:
    if by == "method":
        return tuple(_stations(checklist, said, words))
    here = {each.id for each in checklist.criteria}
    areas = ((area, [each for each in area.criterion if each.id in here]) for area in checklist.standard.area)
    return tuple(
        Part(area.id, said(f"area.{area.id}.title"), _rows(criteria, said, words))
        for area, criteria in areas
        if criteria
    )


def _stations(checklist: Checklist, said: Texts, words: Words) -> list[Part]:
    names, own = walk.titles(words), _own(words)
    return [
        Part(
            str(number),
            Said(names[each.method][0], own),
            _rows(each.rows, said, words),
            names[each.method][1],
            tuple(criterion.id for criterion in each.too),
        )
        for number, each in enumerate(walk.stations(checklist.criteria), 2)  # the first is what is asked for before
    ]


def _papers(checklist: Checklist, said: Texts) -> tuple[tuple[str, Said], ...]:
    return tuple((each.id, said(f"{each.id}.text")) for each in walk.papers(checklist.criteria))


def _rows(criteria: Sequence[Criterion], said: Texts, words: Words) -> tuple[Row, ...]:
    scale, classes, methods = said.standard.scale, paper_words.class_names(words), paper_words.method_names(words)
    return tuple(
        Row(
            each.id, classes[each.class_], each.gate, each.practice, said(f"{each.id}.text"),
            _lines(each, said), said(f"{each.id}.guidance") if each.guidance else None,
            said(f"{each.id}.unit") if each.measure else None, _steps(each, scale, words),
            tuple(methods[method] for method in walk.methods_of(each)),
        )
        for each in criteria
    )  # fmt: skip


def _lines(criterion: Criterion, said: Texts) -> tuple[Line, ...]:
    """The level descriptions, best first, and when the criterion does not apply."""
    levels = zip(said.standard.scale, said.anchors(criterion.id), strict=True)
    lines = [Line(str(level.value), anchor) for level, anchor in levels][::-1]
    if criterion.na_when:
        lines.append(Line("NA", said(f"{criterion.id}.na_when")))
    return tuple(lines)


def _scale(said: Texts) -> tuple[Line, ...]:
    return tuple(Line(str(each.value), said(f"scale.{each.value}.label")) for each in reversed(said.standard.scale))


def _draft(texts: Texts, words: Words) -> str:
    """What a reader must know of a translation that nobody has confirmed, or of which a source text has changed since;
    empty where there is none."""
    if texts.translation is None or not (texts.translation.draft or texts.stale):
        return ""
    name = paper_words.language_name(texts.language)
    if texts.translation.draft:
        return words(
            "The standard's texts in {language} are a draft translation that nobody has confirmed. "
            "The source text beside each decides.",
            language=name,
        )
    return words(
        "Where a source text stands beside it, the text in {language} is older. The source decides.", language=name
    )


def _boxes(visits: Sequence[Visit]) -> tuple[str, ...]:
    """The assessors' codes, with blanks for the rest of the boxes."""
    codes = tuple(dict.fromkeys(each.assessor for each in visits))
    return codes + ("",) * (ASSESSORS - len(codes))


def _steps(criterion: Criterion, scale: Sequence[Level], words: Words) -> tuple[tuple[str, str], ...]:
    """From which value on each level above the worst is proposed."""
    if criterion.measure is None:
        return ()
    cuts = [_decimal(cut, words) for cut in criterion.measure.cuts]
    if criterion.measure.better == "less":
        said = [words("{value} or less", value=cut) for cut in cuts]
    else:
        said = [words("{value} or more", value=cut) for cut in cuts]
    return tuple((text, str(level.value)) for level, text in zip(scale[1:], said, strict=True))


def _decimal(value: Fraction, words: Words) -> str:
    """A cut with as many decimals as it needs: 7/2 → 3.5, 20 → 20."""
    decimals = next((places for places in range(6) if rounded(value, places) == value), 6)
    return words.number(value, decimals)
