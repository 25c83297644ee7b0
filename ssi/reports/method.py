"""How the numbers are made, in plain words with the formulas, so that anybody can work a percent out with a pencil.

Never computes. It restates scoring.md sections 1 and 2 with the values of the standard at hand; where a rule changes,
`findings.RULE` changes and this page with it.
"""

from fractions import Fraction

from ssi.document import Block, Bullets, Heading
from ssi.model import CLASSES, Standard
from ssi.words import Words


def method_blocks(standard: Standard, words: Words, *, two_rounds: bool) -> list[Block]:
    """The method page; the part on two rounds only where the report compares two."""
    blocks: list[Block] = [
        Heading(words("How the numbers are made")),
        Heading(words("From the sheets to one level"), 3),
        Bullets(levels(standard, words)),
        Heading(words("From the levels to a percent"), 3),
        Bullets(percents(standard, words)),
        Heading(words("Status and level"), 3),
        Bullets(statuses(standard, words)),
    ]
    if two_rounds:
        blocks += [Heading(words("Before and after"), 3), Bullets(_changes(words))]
    return blocks


def plain(value: Fraction, words: Words) -> str:
    """A number of the standard without needless decimals: 3, 0.5, 1.25."""
    decimals = next(places for places in (0, 1, 2, 4) if places == 4 or (value * 10**places).denominator == 1)
    return words.number(value, decimals)


def levels(standard: Standard, words: Words) -> tuple[str, ...]:
    rule = {
        "median": words("Where they differ, the middle level counts; of two middle levels the lower."),
        "lower": words("Where they differ, the lower level counts."),
    }[standard.rules.unsettled]
    said = [
        words("Each visitor fills in a sheet alone. Where the team agreed on a level afterwards, that level counts."),
        words(
            "Else the level that all visitors gave counts. {rule} For a stop criterion the lower level counts.",
            rule=rule,
        ),
        words("Not seen (NS) gives way to any level. Not applicable (NA) needs a reason. Levels are never averaged."),
    ]
    cap = standard.rules.cap_without_practice
    if cap is not None:
        said.append(
            words(
                "A criterion of daily practice that was seen only in documents counts at most as level {level}.",
                level=cap,
            )
        )
    return tuple(said)


def percents(standard: Standard, words: Words) -> tuple[str, ...]:
    points = "; ".join(f"{each.value} {each.label} = {plain(each.points, words)}" for each in standard.scale)
    names = {"critical": words("critical"), "must": words("must"), "desired": words("desired")}
    weights = "; ".join(
        f"{names[each]} {plain(standard.rules.weights[each], words)}"
        for each in CLASSES
        if each in standard.rules.weights
    )
    return (
        words("Points of a level: {points}. Weights: {weights}.", points=points, weights=weights),
        words(
            "Percent of an area = sum of (weight × points) ÷ sum of weights × 100, over the criteria that were scored."
        ),
        words(
            "Percent of a shelter = mean of its areas' percents, each with the area's weight. Where the standard gives "
            "none, an area weighs what its criteria on this shelter's checklist weigh together."
        ),
        words("At least, at most: the same with everything not seen at the worst, and at the best level."),
        words(
            "Seen (coverage) = weight of what was scored ÷ weight of what applies × 100. What residents preferred "
            "not to "
            "speak about costs the shelter nothing."
        ),
        words("Numbers are exact until they are printed; rounding happens only on this page."),
    )


def statuses(standard: Standard, words: Words) -> tuple[str, ...]:
    rules = standard.rules
    bands = ", ".join(plain(each, words) for each in rules.bands)
    said = [
        words(
            "The first that holds: urgent (a stop criterion at its worst level); incomplete; conditional (a stop "
            "criterion below its minimum, or another critical one at its worst level); meets the standard (every "
            "critical and must criterion at its minimum); else improving."
        ),
        words(
            "Incomplete: a stop criterion was not seen, or less than {floor} percent of an area or of the whole was "
            "seen. "
            "Then no level is given.",
            floor=plain(rules.coverage_floor, words),
        ),
        words(
            "An area is marked where what did not apply takes more than {ceiling} percent of its weight.",
            ceiling=plain(rules.na_ceiling, words),
        ),
    ]
    if rules.bands:
        said.append(
            words(
                "Levels 1, 2, 3 … begin at {bands} percent. While a shelter is urgent its level is 0; its percent "
                "is never altered.",
                bands=bands,
            )
        )
    return tuple(said)


def _changes(words: Words) -> tuple[str, ...]:
    return (
        words(
            "Matched criteria have the same meaning and the same scale in both rounds and were scored in both. What "
            "did not apply or was not seen in one of them is left out of both."
        ),
        words(
            "Before and now are the percents as published. The change is worked out on matched criteria alone, for "
            "both "
            "rounds with the weights of the later standard. So it can differ from now less before: a criterion that "
            "did not apply before and is met now lifts the percent of now and leaves the change as it is."
        ),
        words(
            "Means count shelters that were seen in both rounds; who left and who joined is named. The mean change is "
            "also given as if those who left had not changed."
        ),
    )
