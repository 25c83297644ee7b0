"""The percent of one assessor's sheet as formulas of a spreadsheet: what the standard's rules make of that sheet alone.

Never the official result: that is settled from all sheets of a visit, in exact fractions. A spreadsheet reckons in
binary fractions, so its last digits may differ. NA and what is not seen leave the denominator; a practice that was seen
in documents alone counts at most what the standard's cap gives.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ssi.model import METHODS, Level, Rules

Columns = Mapping[str, str]  # key of a column → its letters
NOTHING = "–"


def area_percent(scale: Sequence[Level], rules: Rules, columns: Columns, first: int, last: int) -> str:
    """The formula of an area whose criteria stand in these rows."""
    at = {key: f"{letters}{first}:{letters}{last}" for key, letters in columns.items()}
    given = {each.value: f'({at["level"]}&""="{each.value}")' for each in scale}
    scored = f"SUMPRODUCT(({'+'.join(given.values())})*{at['weight']})"
    parts = [f"{_number(each.points)}*SUMPRODUCT({given[each.value]}*{at['weight']})" for each in scale if each.points]
    parts += [f"-{part}" for part in _capped(scale, rules, given, at)]
    earned = "+".join(parts).replace("+-", "-")
    return f'=IF({scored}=0,"{NOTHING}",100*({earned})/{scored})'


def _capped(scale: Sequence[Level], rules: Rules, given: Mapping[int, str], at: Mapping[str, str]) -> list[str]:
    """What the cap takes away again, level by level."""
    most = next((each.points for each in scale if each.value == rules.cap_without_practice), None)
    if most is None:
        return []
    others = "".join(f'*({at[each]}="")' for each in METHODS if each != "document")
    on_paper = f'({at["cap"]}<>"")*({at["document"]}<>""){others}'
    above = [each for each in scale if each.points > most]
    return [
        f"{_number(each.points - most)}*SUMPRODUCT({given[each.value]}*{at['weight']}*{on_paper})" for each in above
    ]


def whole_percent(areas: Sequence[tuple[str, Fraction]]) -> str:
    """The formula of the sheet, from the cell of each area's percent and the area's weight."""
    earned = "+".join(f"N({cell})*{_number(weight)}" for cell, weight in areas)
    there = "+".join(f"ISNUMBER({cell})*{_number(weight)}" for cell, weight in areas)
    return f'=IF(({there})=0,"{NOTHING}",({earned})/({there}))'


def scored_count(columns: Columns, first: int, last: int) -> str:
    """The formula that counts the criteria that have an answer; an area's own row has no weight."""
    level, weight = (f"{columns[each]}{first}:{columns[each]}{last}" for each in ("level", "weight"))
    return f'=SUMPRODUCT(({level}<>"")*ISNUMBER({weight}))'


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"({value.numerator}/{value.denominator})"
