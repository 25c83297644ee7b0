"""The sentences that more than one report says: statuses, verdicts, kinds, and what may not be concluded.

Never sees a table. Every phrase is written out inside a call of `words`, so that the translators' tool finds it; short
sentences, no jargon, because many readers read English as a second or third language.
"""

from ssi.findings import ShelterScore, Status, Verdict
from ssi.model import Criterion, Remedy, RoundKind, Standard
from ssi.words import Words


def round_kind(words: Words, kind: RoundKind) -> str:
    return {
        "baseline": words("baseline round"),
        "follow-up": words("follow-up round"),
        "self": words("self-assessment"),
    }[kind]


def rounds(words: Words, before: str, after: str, closed: str = "") -> str:
    """The rounds of a report for its head: "R1 → R2, closed on 7 Mar 2026"; `closed` is ISO 8601."""
    both = " → ".join(filter(None, (before, after)))
    return words("{rounds}, closed on {date}", rounds=both, date=words.date(closed)) if both and closed else both


def status(words: Words, status: Status) -> str:
    return {
        "urgent": words("urgent"),
        "incomplete": words("incomplete"),
        "conditional": words("conditional"),
        "meets": words("meets the standard"),
        "improving": words("improving"),
    }[status]


def status_explained(words: Words, status: Status) -> str:
    """What the status says, and where it is easily misread, what it does not say."""
    return {
        "urgent": words(
            "Urgent: a stop criterion is at its worst level. This waits for no money and for no next visit."
        ),
        "incomplete": words(
            "Incomplete: too much was not seen, so no level is given. This is no judgement on the work."
        ),
        "conditional": words(
            "Conditional: a stop criterion is below its minimum, or another critical criterion is at its worst level."
        ),
        "meets": words("Meets the standard: every critical and must criterion that applies is at its minimum."),
        "improving": words(
            "Improving: no stop criterion is below its minimum, but other criteria are below theirs or were not seen. "
            "The word says nothing about an earlier round."
        ),
    }[status]


def stop_criterion(words: Words) -> str:
    return words("A stop criterion is one that no good score elsewhere can make up for.")


def result(words: Words, score: ShelterScore, standard: Standard) -> str:
    """The level, where one is given and the standard has levels, what the status says, and what a stop criterion is
    where the status names one."""
    if score.status == "urgent":
        said = words(
            "While a stop criterion is at its worst level, the level is 0, whatever the percent; it rises as soon as "
            "that is put right."
        )
        return f"{said} {stop_criterion(words)}"
    levels = len(standard.rules.bands)
    level = ""
    if score.level is not None and levels:
        level = words("Level {level} of {levels}.", level=words.count(score.level), levels=words.count(levels))
    stop = stop_criterion(words) if score.status in ("conditional", "improving") else ""
    return " ".join(filter(None, (level, status_explained(words, score.status), stop, _below(words, score))))


def _below(words: Words, score: ShelterScore) -> str:
    """The stop criteria below their minimum, by their ids."""
    return words("Below its minimum here: {gates}.", gates=", ".join(score.gates)) if score.gates else ""


def verdict(words: Words, verdict: Verdict) -> str:
    return {
        "improved": words("improved"),
        "probably improved": words("probably improved"),
        "no clear change": words("no clear change"),
        "probably worse": words("probably worse"),
        "worse": words("worse"),
        "too little to say": words("too little to say"),
    }[verdict]


def too_little(words: Words) -> str:
    return words(
        "“Too little to say” means: with these visits nobody can tell a real change of a shelter from a change of the "
        "people who scored it. It means neither that nothing changed nor that the work was not seen."
    )


def no_proof(words: Words) -> str:
    return words(
        "Visits by peers, changes of teams and money came in the same months. "
        "So a change in the scores is no proof of what caused it."
    )


def no_ground(words: Words) -> str:
    return words("A low score is by itself no ground to close a shelter or to move residents.")


def class_(words: Words, criterion: Criterion) -> str:
    """How much a criterion matters: a stop criterion is named as one, whatever its class."""
    if criterion.gate:
        return words("stop criterion")
    return {"critical": words("critical"), "must": words("must"), "desired": words("desired")}[criterion.class_]


def remedy(words: Words, kind: Remedy | None) -> str:
    if kind is None:
        return ""
    return {
        "physical": words("building and equipment"),
        "system": words("rules and systems"),
        "capacity": words("staff and skills"),
        "case-management": words("case management"),
    }[kind]


def progress(words: Words, state: str) -> str:
    """How far an item of the improvement plan is."""
    return {
        "planned": words("planned"),
        "committed": words("committed"),
        "done": words("done"),
        "cancelled": words("cancelled"),
    }.get(state, state)


def goal(words: Words, name: str) -> str:
    """A goal of a sharing rule; one that is not known here is shown as it came."""
    return {
        "gates": words("stop criteria brought to their minimum"),
        "criticals": words("other critical criteria brought to their minimum"),
        "gain": words("percent points gained, all shelters together, by the weights of the rule"),
        "money": words("money needed for this"),
    }.get(name, name)


def move(words: Words, standard: Standard, before: int, after: int) -> str:
    """A move of one criterion in the words of the scale: "from not met to partly met"."""
    labels = {each.value: each.label for each in standard.scale}
    if before == after:
        return words("stayed at {level}", level=labels[after])
    return words("from {before} to {after}", before=labels[before], after=labels[after])


def arrow(standard: Standard, before: int, after: int) -> str:
    """The same in short, for a row of a table: "not met → partly met"; a line may end after the arrow alone."""
    labels = {each.value: each.label.replace(" ", "\u00a0") for each in standard.scale}
    return f"{labels[before]}\u00a0→ {labels[after]}"


def next_level(standard: Standard, level: int) -> int:
    """The level above this one; raises IndexError for the best."""
    return standard.scale[standard.position[level] + 1].value


def left_out(words: Words, reason: str) -> str:
    """Why a criterion was not compared; a reason that is not known here is shown as it came."""
    return {
        "new": words("new in the later standard"),
        "dropped": words("no longer in the later standard"),
        "re-keyed": words("its meaning changed between the two standards"),
        "another scale": words("the two standards use different scales"),
        "NA before": words("did not apply before"),
        "NA after": words("does not apply now"),
        "NS before": words("was not seen before"),
        "NS after": words("was not seen now"),
        "not on the checklist before": words("was not on the checklist of this shelter before"),
        "not on the checklist after": words("is no longer on the checklist of this shelter"),
    }.get(reason, reason)
