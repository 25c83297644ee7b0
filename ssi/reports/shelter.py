"""The report for a shelter's own people: what works, what cannot wait, what changed, what the peers suggest next.

Never names another shelter, never shows who scored what, and tells the number of residents who agreed to talk only from
five on. The order is the one in which the staff who worked for it can use it: with an earlier round, closed stop
criteria and clear steps lead, then what fell, then strengths; without one, strengths lead. The statistical verdict
comes last, because it says least about their work. Two sheets of A4, to pin on a wall.
"""

from collections.abc import Sequence

from ssi.document import Block, Bullets, Document, Heading, Note, Paragraph
from ssi.findings import RULE, Need, Plan, Reply, ShelterChange, ShelterScore
from ssi.model import FEW_RESIDENTS, Interviews, Standard
from ssi.reports import phrases
from ssi.reports.notice import reply_blocks
from ssi.reports.page import page, urgent_gates
from ssi.reports.shelter_change import change_blocks
from ssi.reports.shelter_money import money_blocks
from ssi.reports.shelter_steps import next_blocks, strength_blocks
from ssi.words import Words

NAMED = 8  # criteria at most that a sentence on sureness names
STEPS, STEPS_OF_TWO = 8, 5  # rows on what comes next: fewer where the page also tells what changed


def shelter_report(
    code: str,
    after: ShelterScore,
    standard: Standard,
    words: Words,
    *,
    round: str = "",
    closed: str = "",
    before_round: str = "",
    programme: str = "",
    before: ShelterScore | None = None,
    change: ShelterChange | None = None,
    needs: Sequence[Need] = (),
    plan: Plan | None = None,
    interviews: Interviews | None = None,
    replies: Sequence[Reply] = (),
) -> Document:
    """Two pages on the round `after`, closed at `closed` (ISO 8601). `before` and `change` tell what moved since
    `before_round`; `needs` are this shelter's; of the `plan` only what concerns this shelter is shown."""
    rose = change.improved if change else ()
    strengths = strength_blocks(after, standard, words, known=rose)
    blocks = [
        *_urgent(after, standard, words),
        *([] if change else _result(after, standard, words)),
        *(change_blocks(change, before, after, standard, words) if change else []),
        *strengths,
        *next_blocks(after, needs, standard, words, shown=STEPS_OF_TWO if change else STEPS),
        *money_blocks(code, after, standard, words, plan=plan, before=before, change=change),
        *reply_blocks(replies, words),
        *_sureness(after, words, interviews),
        *_carries(change, words),
    ]
    title = words("Shelter {shelter}: what the visit found", shelter=code)
    if change:
        title = words("Shelter {shelter}: before and after", shelter=code)
    subtitle = " · ".join(filter(None, (
        phrases.rounds(words, before_round if change else "", round, closed), programme,
        f"{standard.title} {standard.version}",
    )))  # fmt: skip
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


def _result(after: ShelterScore, standard: Standard, words: Words) -> list[Block]:
    """The percent in large letters, then what it means; of two rounds `change_blocks` says it."""
    if after.percent is None:
        return [Paragraph(words("Nothing was scored at this visit, so there is no result."))]
    return [Paragraph(words.percent(after.percent), "lead"), Paragraph(phrases.result(words, after, standard))]


def _sureness(after: ShelterScore, words: Words, interviews: Interviews | None) -> list[Block]:
    said = [_bounds(after, words)] if after.percent is not None else []
    if after.unsettled:
        said.append(_unsettled(after, words))
    if interviews and interviews.agreed >= FEW_RESIDENTS:
        said.append(
            words("Residents who agreed to talk: {agreed} of {asked}.", agreed=words.count(interviews.agreed),
                  asked=words.count(interviews.asked))
        )  # fmt: skip
    return [Heading(words("How sure this is")), Bullets(tuple(said))] if said else []


def _unsettled(after: ShelterScore, words: Words) -> str:
    """How many, and where they are few, which."""
    many = words("At {count} criteria the visitors scored differently, and the rule of the standard decided.",
                 count=words.count(len(after.unsettled)))  # fmt: skip
    return many if len(after.unsettled) > NAMED else f"{many} {', '.join(after.unsettled)}."


def _bounds(after: ShelterScore, words: Words) -> str:
    if after.low == after.high:
        return words("Everything that applies here was seen, so nothing that was missed can change the result.")
    return words(
        "{coverage} of what counts was seen. Had the rest been seen, the result would lie between {low} and {high}.",
        coverage=words.percent(after.coverage, 0), low=words.percent(after.low), high=words.percent(after.high),
    )  # fmt: skip


def _carries(change: ShelterChange | None, words: Words) -> list[Block]:
    """What may not be concluded, and last the verdict on the change."""
    if change is None:
        return [Note("caution", phrases.no_ground(words))]
    said = words("For the shelter as a whole: is the change more than chance? The verdict is: {verdict}.",
                 verdict=phrases.verdict(words, change.verdict))  # fmt: skip
    why = f" {phrases.too_little(words)}" if change.verdict == "too little to say" else ""
    return [
        Heading(words("What the numbers can carry")),
        Note("caution", f"{phrases.no_ground(words)} {phrases.no_proof(words)}"),
        Paragraph(said + why),
    ]
