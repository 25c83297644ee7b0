"""The table of what can change in a standard: what each change does, and which version number it needs.

Never finds a change; `criteria` and `frame` do. The numbers follow DESIGN section 5: patch = wording; minor = a
criterion added or made stricter while every past percent stays; major = everything by which a past percent would
differ, and whatever is looser. A property test holds the table to the arithmetic: sheets scored under the old standard
give the same percent under the new one wherever the table says less than major. Where a decision was hard:

* A stop criterion more or fewer, and a criterion that becomes a practice, are major though stricter: where a team did
  not agree a stop criterion takes the lowest level, and a practice seen only in documents is capped, so past percents
  move.
* The class is the weight, unless a criterion has its own; one rule for both, so that nobody has to work it out.
* A criterion in another area is weighed with others, so its move is major.
* What is asked of more shelters than before is *added* for them: minor, and the percents of these shelters count it
  from then on.
* A higher minimum, a lower ceiling for NA, a higher floor of coverage and higher bands change what a percent is called,
  never the percent: minor. The other way round somebody passes who did not: major.
* A way to look that is added asks more of the visit; one that is taken away leaves a level with less behind it.
* Another unit of a measure, or another direction, is another question, even where it is a correction of the text.
* A figure that differs in a text: no program knows whether 14 days instead of 7 is stricter. At least minor, and a
  person must judge whether it is looser (then major) or means something else (then a new key as well).
"""

from collections.abc import Mapping
from typing import NamedTuple

from ssi.findings.difference import Bump, Change, Effect, Within


class Means(NamedTuple):
    """What a change does, the version number it needs, and whether a person must judge it."""

    effect: Effect
    bump: Bump
    judge: bool = False


_WORDING = Means("wording", "patch")
_FIGURE = Means("meaning", "minor", judge=True)
_STRICTER = Means("stricter", "minor")
_LOOSER = Means("looser", "major")
_STRICTER_AND_PERCENTS = Means("stricter", "major")
_WEIGHT = Means("reweighted", "major")
_SCALE = Means("rescaled", "major")
_ADDED = Means("added", "minor")
_REMOVED = Means("removed", "major")
_MEANING = Means("meaning", "major")


def words(text: str, /) -> str:
    """The text itself: by this name the translators' tool finds it. A report asks for it in its language."""
    return text


EFFECTS: Mapping[str, Means] = {
    # a criterion
    words("The criterion is new."): _ADDED,
    words("The criterion is dropped."): _REMOVED,
    words("The meaning changed: it has a new key."): _MEANING,
    words("Its id meant another criterion before."): _MEANING,
    words("It has a new id."): _WORDING,
    words("It stands in another area."): _WEIGHT,
    words("The text is worded otherwise."): _WORDING,
    words("The text names another figure."): _FIGURE,
    words("A level description is worded otherwise."): _WORDING,
    words("A level description names another figure."): _FIGURE,
    words("The level descriptions are for another scale."): _SCALE,
    words("The guidance is worded otherwise."): _WORDING,
    words("The guidance names another figure."): _FIGURE,
    words("It is to be seen in one more way."): _STRICTER,
    words("A way to see it is taken away."): _LOOSER,
    words("It is of another class."): _WEIGHT,
    words("It becomes a stop criterion."): _STRICTER_AND_PERCENTS,
    words("It is no longer a stop criterion."): _LOOSER,
    words("The minimum is higher."): _STRICTER,
    words("The minimum is lower."): _LOOSER,
    words("Not applicable is no longer allowed."): _STRICTER,
    words("Not applicable is now allowed."): _LOOSER,
    words("When it does not apply is worded otherwise."): _WORDING,
    words("When it does not apply names another figure."): _FIGURE,
    words("A measure is added."): _STRICTER,
    words("The measure is taken away."): _LOOSER,
    words("It is measured in another way."): _MEANING,
    words("The cuts of the measure are stricter."): _STRICTER,
    words("The cuts of the measure are looser."): _LOOSER,
    words("It is asked of more kinds of shelters."): _ADDED,
    words("It is asked of fewer kinds of shelters."): _LOOSER,
    words("It is no longer asked only of shelters that take in children."): _ADDED,
    words("It is asked only of shelters that take in children."): _LOOSER,
    words("It is now about practice: documents alone are not enough."): _STRICTER_AND_PERCENTS,
    words("It is no longer about practice: documents alone are enough."): _LOOSER,
    words("What usually mends it is another."): _WORDING,
    words("It has another weight."): _WEIGHT,
    words("Its sources are others."): _WORDING,
    # an area
    words("The area is new."): _ADDED,
    words("The area is dropped."): _REMOVED,
    words("The title of the area is worded otherwise."): _WORDING,
    words("The area has another weight."): _WEIGHT,
    words("The area is no longer asked only of shelters that take in children."): _ADDED,
    words("The area is asked only of shelters that take in children."): _LOOSER,
    # the scale
    words("The scale has other levels or points."): _SCALE,
    words("A level has another name."): _WORDING,
    # the rules
    words("The minimum of all criteria without their own is higher."): _STRICTER,
    words("The minimum of all criteria without their own is lower."): _LOOSER,
    words("The classes have other weights."): _WEIGHT,
    words("Where a team did not agree, the lower level counts."): _STRICTER_AND_PERCENTS,
    words("Where a team did not agree, the level in the middle counts."): _LOOSER,
    words("Less may be not applicable before an area is called thin."): _STRICTER,
    words("More may be not applicable before an area is called thin."): _LOOSER,
    words("More must be seen before a result is complete."): _STRICTER,
    words("Less must be seen before a result is complete."): _LOOSER,
    words("The levels of the result begin at higher percents."): _STRICTER,
    words("The levels of the result begin at lower percents."): _LOOSER,
    words("The result has more or fewer levels."): _SCALE,
    words("Practice that was seen only in documents is capped lower."): _STRICTER_AND_PERCENTS,
    words("Practice that was seen only in documents is capped higher, or not at all."): _LOOSER,
    words("Money now mends the stop criteria of this area first."): _STRICTER,
    words("Money no longer mends stop criteria on rights first."): _LOOSER,
    words("Money mends the stop criteria of another area first."): _MEANING,
    # sources and heading
    words("The source is new."): _WORDING,
    words("The source is no longer named."): _WORDING,
    words("The source is described otherwise."): _WORDING,
    words("The title is worded otherwise."): _WORDING,
    words("Another authority is named."): _WORDING,
    words("The licence is another."): _WORDING,
    words("The status is another."): _WORDING,
    words("It is written in another language."): _MEANING,
    words("It rests on another base."): _WORDING,
    words("Areas or criteria stand in another order."): _WORDING,
    words("The worked examples are others."): _WORDING,
    words("Only comments or layout of the file differ."): _WORDING,
}


def change(
    what: str,
    within: Within,
    id: str,
    before: object = "",
    after: object = "",
    *,
    area: str = "",
    level: int | None = None,
) -> Change:
    """A change with what the table says of it. KeyError for a sentence that is not in the table: a bug."""
    effect, bump, judge = EFFECTS[what]
    return Change(within, id, what, effect, bump, str(before), str(after), area, level, judge)
