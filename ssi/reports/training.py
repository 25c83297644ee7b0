"""Pages of practice: the list of cases, the form on paper and its answer key, a learner's result, a room's result.

Never shows a reference level on the form, and no form on the answer key, so that the two are never handed out as one.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ssi.document import Block, Bullets, Cell, Document, Heading, Note, Paragraph, table
from ssi.findings import KnownCase, Mark, PracticeResult, RoomResult
from ssi.model import SCORE_WORDS, Case, Observation, Standard, Texts
from ssi.reports import cells
from ssi.reports.page import page
from ssi.words import Words

BOX = "☐"


def cases_page(known: Iterable[KnownCase], words: Words) -> Document:
    """Every case that can be practised, the programme's own first."""
    heads = (words("Case"), words("Criteria"), words("Kind"), words("Children"), words("Standard"), words("About"))
    rows = [_case_row(each, words) for each in known]
    last = Paragraph(words("To practise: {command}", command="ssi train CASE --as A07"))
    return page(words, words("Practice cases"), [table(heads, rows), last])


def _case_row(each: KnownCase, words: Words) -> tuple[Cell, ...]:
    if each.faults:
        said = words("It cannot be used: {command}", command=f"ssi check cases/{each.id}.toml")
        return (cells.id_(each.id), Cell(None), Cell(None), Cell(None), Cell(None), cells.text(said, "warn"))
    children = words("yes") if each.children else words("no")
    return (
        cells.id_(each.id), cells.count(each.criteria), cells.text(each.kind), cells.text(children),
        cells.text(each.standard), Cell(each.title, lang=_lang(each.language, words)),
    )  # fmt: skip


def form_page(case: Case, standard: Standard, texts: Texts, words: Words) -> Document:
    """What a learner is given on paper: the story, what was found out, the levels to choose from, and the grid."""
    lang = _lang(case.language, words)
    blocks: list[Block] = [
        Note("caution", words("This shelter, its people and all that is told of them are invented.")),
        Bullets(rules(words)),
        *(Paragraph(each, lang=lang) for each in case.story),
        Heading(words("What the visitors saw, were told and read")),
    ]
    for each in case.observation:
        blocks += [
            Heading(f"{each.criterion}  {texts(f'{each.criterion}.text').text}", 3),
            Paragraph(each.text, lang=lang),
            Paragraph(_about(each, standard, words), "quiet"),
            Bullets(levels(each.criterion, standard, texts)),
        ]
    blocks += [Heading(words("Your levels"), 1), Paragraph(words("Your code: ________   Date: ________"))]
    blocks.append(_grid(case, standard, words))
    subtitle = words("Practice case {case}, {standard}: form for a learner", case=case.id, standard=standard)
    return page(words, case.title, blocks, subtitle=subtitle, footer=_rests_on(case.standard, standard.sha256, words))


def _about(observation: Observation, standard: Standard, words: Words) -> str:
    """How it was found, and whether the criterion is one about practice: what the rule on documents needs."""
    how = ", ".join(observation.methods) or words("nothing could be seen")
    practice = words("practice, not paper") if standard.criterion(observation.criterion).practice else ""
    return " · ".join(each for each in (words("found by: {how}", how=how), practice) if each)


def levels(code: str, standard: Standard, texts: Texts) -> tuple[str, ...]:
    """The levels of a criterion, the best first, and when it is NA."""
    said = [f"{level.value} = {each.text}" for level, each in zip(standard.scale, texts.anchors(code), strict=True)]
    na = (f"NA = {texts(f'{code}.na_when').text}",) if standard.criterion(code).na_when else ()
    return (*reversed(said), *na)


def rules(words: Words) -> tuple[str, ...]:
    """How a level is chosen, in a few lines; the same on paper and at the screen."""
    return (
        words("Begin at the highest level and go down: the first level of which every part is true is the one."),
        words("Use what is told here, and nothing else. Between two levels take the lower."),
        words("A criterion about practice that was seen only in documents is at most partly met."),
        words("NA only where the criterion says when. NS where nobody could see it. Neither is ever a guess."),
    )


def _grid(case: Case, standard: Standard, words: Words) -> Block:
    marks = [*(str(each.value) for each in reversed(standard.scale)), "NA", "NS"]
    rows = [(cells.id_(each.criterion), *(cells.text(BOX) for _ in marks)) for each in case.observation]
    return table((words("Criterion"), *marks), rows, words("One cross a line."))


def key_page(case: Case, standard: Standard, words: Words) -> Document:
    """For the trainer alone: the reference levels and why."""
    lang = _lang(case.language, words)
    rows = [
        (cells.id_(each.criterion), cells.level(each.score), Cell(each.why, lang=lang)) for each in case.observation
    ]
    blocks: list[Block] = [
        Note("caution", words("For the trainer. Nobody who has not yet scored this case should see it.")),
        table((words("Criterion"), words("Reference"), words("Why")), rows),
    ]
    subtitle = words("Practice case {case}, {standard}: answer key", case=case.id, standard=standard)
    return page(words, case.title, blocks, subtitle=subtitle, footer=_rests_on(case.standard, standard.sha256, words))


def result_page(result: PracticeResult, words: Words, language: str = "en") -> Document:
    """One learner against the reference: how far they agree, which way they differ, and why the reference says so."""
    blocks: list[Block] = [
        Paragraph(words("{percent} exact agreement", percent=words.percent(result.exact)), "lead"),
        _verdict(result, words),
        Bullets(tuple(_figures(result, words))),
    ]
    if result.differing:
        lang = _lang(language, words)
        rows = [
            (cells.id_(each.criterion), cells.level(each.given), cells.level(each.reference), Cell(each.why, lang=lang))
            for each in result.differing
        ]
        heads = (words("Criterion"), words("You"), words("Reference"), words("Why the reference says so"))
        blocks += [Heading(words("Where you differ")), table(heads, rows)]
    blocks.append(Note("caution", words(
        "It counts on a case that you had not seen before. Where you still think that the reference is wrong, read the "
        "level description aloud with a colleague: either it is plain, or it needs better words, and the group should "
        "hear of it.")))  # fmt: skip
    who = words("Learner {code}", code=result.learner) if result.learner else words("A practice for oneself")
    footer = _rests_on(result.standard, result.sha256, words)
    return page(words, result.title, blocks, subtitle=f"{who} · {result.case}", footer=footer)


def _verdict(result: PracticeResult, words: Words) -> Paragraph:
    needed = words.percent(result.needed, 0)
    if result.passed:
        return Paragraph(words("Passed: {needed} is needed.", needed=needed), "good")
    return Paragraph(
        words("Not yet passed: {needed} is needed. Talk about what differs, then take another case.", needed=needed),
        "warn",
    )


def _figures(result: PracticeResult, words: Words) -> Iterable[str]:
    total, marks = len(result.marks), result.marks
    exact, near = total - len(result.differing), sum(each.exact or each.steps in (-1, 1) for each in marks)
    yield words("Exactly as the reference: {n} of {total}", n=exact, total=total)
    yield words("Within one level of it: {n} of {total}", n=near, total=total)
    yield _leniency(result.leniency, words)
    if higher := _ids(each for each in marks if (each.steps or 0) > 0):
        yield words("You score higher on: {ids}", ids=higher)
    if lower := _ids(each for each in marks if (each.steps or 0) < 0):
        yield words("You score lower on: {ids}", ids=lower)
    if other := _ids(each for each in result.differing if each.steps is None and each.given is not None):
        yield words("A level for NA or NS, or the other way round: {ids}", ids=other)
    if left := _ids(each for each in marks if each.given is None):
        yield words("Left open: {ids}", ids=left)


def _ids(marks: Iterable[Mark]) -> str:
    return " ".join(each.criterion for each in marks)


def _leniency(mean: Fraction | None, words: Words) -> str:
    if not mean:
        return words("On average you score neither higher nor lower than the reference.")
    by = words.number(abs(mean), 2)
    if mean > 0:
        return words("On average you score {by} levels higher than the reference.", by=by)
    return words("On average you score {by} levels lower than the reference.", by=by)


def room_page(room: RoomResult, words: Words, language: str = "en") -> Document:
    """Everybody's result, and which words the room should talk about."""
    first = room.results[0]
    rows = [
        (
            cells.id_(each.learner), cells.percent(each.exact), cells.percent(each.within_one),
            Cell(words.change(each.leniency, 2), "text"),
            cells.text(words("passed"), "good") if each.passed else cells.text(words("not yet"), "warn"),
        )
        for each in room.results
    ]  # fmt: skip
    heads = (words("Learner"), words("Exact"), words("Within one level"), words("Higher or lower"), words("Result"))
    caption = words(
        "{needed} exact agreement is needed. Higher or lower: the mean difference from the reference, in levels.",
        needed=words.percent(first.needed, 0),
    )
    blocks: list[Block] = [table(heads, rows, caption), *_hard(room, words, language)]
    subtitle = words("A room of {n} learners · {case}", n=len(room.results), case=first.case)
    return page(words, first.title, blocks, subtitle=subtitle, footer=_rests_on(first.standard, first.sha256, words))


def _hard(room: RoomResult, words: Words, language: str) -> list[Block]:
    if not room.hard:
        return [Paragraph(words("Everybody agrees with the reference everywhere."), "good")]
    lang = _lang(language, words)
    rows = [
        (
            cells.id_(each.criterion), cells.count(each.wrong), cells.text(_marks(each.given.values())),
            cells.level(each.reference), Cell(each.why, lang=lang),
        )
        for each in room.hard
    ]  # fmt: skip
    heads = (words("Criterion"), words("Differ"), words("Given"), words("Reference"), words("Why"))
    caption = words("Given: in the order of the learners above.")
    return [Heading(words("Words to discuss")), table(heads, rows, caption)]


def _marks(given: Iterable[int | None]) -> str:
    return " ".join("-" if each is None else SCORE_WORDS.get(each, str(each)) for each in given)


def _rests_on(standard: str, sha256: str, words: Words) -> Sequence[str]:
    return (words("Standard: {standard}, sha256 {sha256}", standard=standard, sha256=sha256),)


def _lang(language: str, words: Words) -> str:
    return "" if language == words.language else language
