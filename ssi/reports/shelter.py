"""The report for a shelter's own people: what works, what cannot wait, what changed, what the peers suggest next.

Never names another shelter, never shows who scored what, and tells the number of residents who agreed to talk only from
five on. The order is the one in which the staff who worked for it can use it: strengths before gaps, closed stop
criteria and verified steps before falls, and the statistical verdict last, because it says least about their work.
"""

from collections.abc import Sequence

from ssi.document import Block, Bullets, Document, Heading, Note, Paragraph, table
from ssi.findings import RULE, Need, Outcome, Plan, ShelterChange, ShelterScore
from ssi.model import CLASSES, FEW_RESIDENTS, Interviews, Standard
from ssi.reports import cells, phrases
from ssi.reports.page import page, urgent_gates
from ssi.reports.shelter_change import change_blocks
from ssi.reports.shelter_money import money_blocks
from ssi.words import Words

SHOWN = 8  # rows of a list on the two pages; the rest is named by its ids


def shelter_report(
    code: str,
    after: ShelterScore,
    standard: Standard,
    words: Words,
    *,
    round: str = "",
    before: ShelterScore | None = None,
    change: ShelterChange | None = None,
    needs: Sequence[Need] = (),
    plan: Plan | None = None,
    interviews: Interviews | None = None,
) -> Document:
    """Two pages on the round `after`. `before` and `change` tell what moved since an earlier round; `needs` are this
    shelter's; of the `plan` only what concerns this shelter is shown."""
    blocks = [
        *_urgent(after, standard, words),
        *_result(after, words),
        *_strengths(after, standard, words),
        *_stop_criteria(after, standard, words),
        *(change_blocks(change, before, after, standard, words) if change else []),
        *_next(needs, standard, words),
        *money_blocks(code, after, standard, words, plan=plan, before=before, change=change),
        *_sureness(after, words, interviews),
        *(_verdict(change, words) if change else []),
    ]
    title = words("Shelter {shelter}: what the visit found", shelter=code)
    subtitle = f"{round} · {standard.title} {standard.version}".removeprefix(" · ")
    footer = (
        words("Standard: {id} {version}, sha256 {sha256}", id=standard.id, version=standard.version,
              sha256=standard.sha256),
        words("Rule of scoring: {rule}", rule=RULE),
        *(words("Sheet: sha256 {sha256}", sha256=sha256) for sha256 in after.sheets),
    )  # fmt: skip
    return page(words, title, blocks, subtitle=subtitle, currency=plan.currency if plan else "", footer=footer)


def _urgent(after: ShelterScore, standard: Standard, words: Words) -> list[Block]:
    gates = urgent_gates(after, standard)
    if not gates:
        return []
    text = words(
        "This cannot wait: {gates}. A stop criterion is at its worst level. Please tell the role that the programme's "
        "protocol names, today. You are not alone with it: the national group helps to put it right.",
        gates=", ".join(gates),
    )
    return [Note("urgent", text)]


def _scored(after: ShelterScore, standard: Standard) -> list[Outcome]:
    return [each for each in after.outcomes if each.score in standard.position]


def _result(after: ShelterScore, words: Words) -> list[Block]:
    if after.percent is None:
        return [Paragraph(words("Nothing was scored at this visit, so there is no result."))]
    percent = words.percent(after.percent)
    if after.status == "urgent":
        said = words(
            "The result is {percent}. While a stop criterion is at its worst level, the level is 0, whatever the "
            "percent; it rises as soon as that is put right.",
            percent=percent,
        )
        return [Paragraph(said)]
    said = words("The result is {percent}.", percent=percent)
    if after.level is not None:
        said = words("The result is {percent}, level {level}.", percent=percent, level=after.level)
    return [Paragraph(said), Paragraph(phrases.status_explained(words, after.status))]


def _strengths(after: ShelterScore, standard: Standard, words: Words) -> list[Block]:
    """What is at the best level, the weightiest first; else what is at its minimum; else nothing: no empty praise."""
    scored = _scored(after, standard)
    met = [each for each in scored if standard.reaches(each.score, standard.criterion(each.criterion).minimum)]
    best = [each for each in met if each.score == standard.scale[-1].value] or met
    if not best:
        return []
    best.sort(key=lambda each: _weightiness(each, standard))
    said = words("At their minimum or above it: {met} of the {scored} criteria that were scored.",
                 met=words.count(len(met)), scored=words.count(len(scored)))  # fmt: skip
    whole = _whole_areas(after, standard)
    rows = [
        (
            cells.id_(each.criterion),
            cells.level(each.score, "good"),
            cells.text(phrases.class_(words, standard.criterion(each.criterion)), "quiet"),
            cells.criterion_text(standard, each.criterion, words),
        )
        for each in best[:SHOWN]
    ]
    heads = (words("Criterion"), words("Level"), words("Class"), words("Text"))
    areas = words("Areas where all that was scored is at its minimum or above: {areas}", areas=", ".join(whole))
    return [
        Heading(words("What works well")),
        Bullets((said, areas) if whole else (said,)),
        table(heads, rows, words("What carries most weight among what was found at a high level.")),
        *_rest(words("Found at the same high level:"), [each.criterion for each in best[SHOWN:]]),
    ]


def _weightiness(outcome: Outcome, standard: Standard) -> tuple[bool, int, int]:
    criterion = standard.criterion(outcome.criterion)
    return not criterion.gate, CLASSES.index(criterion.class_), standard.slot[criterion.id]


def _whole_areas(after: ShelterScore, standard: Standard) -> list[str]:
    """Titles of the areas where something was scored and all of it is at its minimum or above."""
    short: dict[str, bool] = {}
    for each in _scored(after, standard):
        criterion = standard.criterion(each.criterion)
        short[criterion.area] = short.get(criterion.area, False) or not standard.reaches(each.score, criterion.minimum)
    return [area.title for area in standard.area if short.get(area.id) is False]


def _rest(lead: str, codes: Sequence[str]) -> list[Block]:
    return [Paragraph(f"{lead} {', '.join(codes)}", "quiet")] if codes else []


def _stop_criteria(after: ShelterScore, standard: Standard, words: Words) -> list[Block]:
    if not after.gates:
        return []
    urgent = urgent_gates(after, standard)
    heads = (words("Criterion"), words("Level"), words("Minimum"), words("What it looks like when it is met"),
             words("Text"))  # fmt: skip
    rows = [
        (
            cells.id_(gate),
            cells.level(after.score(gate), "bad"),
            cells.level(standard.criterion(gate).minimum),
            cells.level_description(standard, gate, standard.criterion(gate).minimum, words),
            cells.criterion_text(standard, gate, words),
        )
        for gate in sorted(after.gates, key=lambda gate: gate not in urgent)
    ]
    caption = words("Stop criteria protect residents directly. They come before everything else.")
    return [Heading(words("What comes first: stop criteria below their minimum")), table(heads, rows, caption)]


def _next(needs: Sequence[Need], standard: Standard, words: Words) -> list[Block]:
    """The next step for each need: one level up, in the words of the standard; stop criteria have their own section."""
    steps = [each for each in needs if not each.gate]
    if not steps:
        return []
    heads = (words("Criterion"), words("Level"), words("Next"), words("What the next level looks like"), words("Text"))
    rows = []
    for each in steps[:SHOWN]:
        above = standard.scale[standard.position[each.level] + 1].value
        rows.append(
            (
                cells.id_(each.criterion),
                cells.level(each.level),
                cells.level(above),
                cells.level_description(standard, each.criterion, above, words),
                cells.criterion_text(standard, each.criterion, words),
            )
        )
    return [
        Heading(words("What your peers suggest next")),
        table(heads, rows, words("One step up is enough for a start. What matters most stands first.")),
        *_rest(words("Also below their minimum:"), [each.criterion for each in steps[SHOWN:]]),
    ]


def _sureness(after: ShelterScore, words: Words, interviews: Interviews | None) -> list[Block]:
    said = [_bounds(after, words)] if after.percent is not None else []
    if after.unsettled:
        said.append(
            words(
                "At {count} criteria the visitors scored differently, and the rule of the standard decided: "
                "{criteria}.",
                count=words.count(len(after.unsettled)),
                criteria=", ".join(after.unsettled),
            )
        )
    if interviews and interviews.agreed >= FEW_RESIDENTS:
        said.append(
            words("Residents who agreed to talk: {agreed} of {asked}.", agreed=words.count(interviews.agreed),
                  asked=words.count(interviews.asked))
        )  # fmt: skip
    return [
        Heading(words("How sure this is")),
        *([Bullets(tuple(said))] if said else []),
        Note("caution", phrases.no_ground(words)),
    ]


def _bounds(after: ShelterScore, words: Words) -> str:
    if after.low == after.high:
        return words("Everything that applies here was seen, so nothing that was missed can change the result.")
    return words(
        "{coverage} of what counts was seen. Had the rest been seen, the result would lie between {low} and {high}.",
        coverage=words.percent(after.coverage, 0), low=words.percent(after.low), high=words.percent(after.high),
    )  # fmt: skip


def _verdict(change: ShelterChange, words: Words) -> list[Block]:
    said = words("Is the change more than chance? The verdict is: {verdict}.",
                 verdict=phrases.verdict(words, change.verdict))  # fmt: skip
    why: list[Block] = [Paragraph(phrases.too_little(words))] if change.verdict == "too little to say" else []
    return [
        Heading(words("What the numbers can carry")),
        Paragraph(said),
        *why,
        Note("caution", phrases.no_proof(words)),
    ]
