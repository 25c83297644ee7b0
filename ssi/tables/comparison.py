"""What changed between two rounds: by shelter, by area, by matched criterion; and what could not be compared.

Never compares: `ssi.scoring.compare` did. The ids are those of the later standard.
"""

from ssi.findings import Comparison
from ssi.tables.tidy import (
    AREA,
    CRITERION,
    SHELTER,
    Field,
    Refers,
    Tidy,
    both,
    code,
    count,
    flat,
    percent,
    points,
    tidy,
    weight,
)

_VERDICTS = ("improved", "probably improved", "no clear change", "probably worse", "worse", "too little to say")
_ROUNDS = (code("before", "The earlier round's id"), code("after", "The later round's id"))
_OF_SHELTER = Refers(("after", "shelter"), "shelters", ("round", "shelter"))
_OF_CRITERION = Refers(("after", "criterion"), "criteria", ("round", "criterion"))


def comparison_tables(found: Comparison) -> tuple[Tidy, ...]:
    """The tables `comparisons`, `area_changes`, `moves` and `left_out`."""
    return _comparisons(found), _area_changes(found), _moves(found), _left_out(found)


def _comparisons(found: Comparison) -> Tidy:
    fields = flat(
        (*_ROUNDS, SHELTER),
        percent("percent_before", "What was met, as published then"),
        percent("percent_after", "What is met, as published"),
        points("change", "The change on matched criteria"),
        count("matched", "Criteria that both rounds have"),
        count("improved", "Criteria that got better"),
        count("regressed", "Criteria that got worse"),
        count("gates_closed", "Stop criteria that reached their minimum"),
        count("gates_opened", "Stop criteria that fell below it"),
        Field("verdict", "string", "Whether the change is beyond chance", required=True, words=_VERDICTS),
    )
    rows = (
        (
            *(found.before, found.after, each.shelter, *both(each.before), *both(each.after), *both(each.change)),
            *(len(each.moves), len(each.improved), len(each.regressed)),
            *(len(each.gates_closed), len(each.gates_opened), each.verdict),
        )
        for each in found.shelters
    )
    return tidy("comparisons", "Before and after, by shelter", fields, "before after shelter", rows, _OF_SHELTER)


def _area_changes(found: Comparison) -> Tidy:
    fields = flat(
        (*_ROUNDS, SHELTER, AREA),
        percent("percent_before", "What was met of the area's matched criteria"),
        percent("percent_after", "What is met of the area's matched criteria"),
    )
    rows = (
        (found.before, found.after, each.shelter, area.area, *both(area.before), *both(area.after))
        for each in found.shelters
        for area in each.areas
    )
    key = "before after shelter area"
    return tidy("area_changes", "Before and after on matched criteria, by area", fields, key, rows, _OF_SHELTER)


def _moves(found: Comparison) -> Tidy:
    fields = flat(
        (*_ROUNDS, SHELTER, CRITERION),
        Field("level_before", "integer", "The level that counted then", required=True),
        Field("level_after", "integer", "The level that counts now", required=True),
        Field("change", "string", "Empty where the level held", words=("improved", "regressed")),
        Field("gate", "string", "What became of a stop criterion; empty where nothing did", words=("closed", "opened")),
        weight("What it weighs in the change"),
    )
    rows = (
        (
            *(found.before, found.after, each.shelter, move.criterion, move.before, move.after),
            _which(move.criterion, improved=each.improved, regressed=each.regressed),
            _which(move.criterion, closed=each.gates_closed, opened=each.gates_opened),
            *both(move.weight),
        )
        for each in found.shelters
        for move in each.moves
    )
    key, refers = "before after shelter criterion", (_OF_SHELTER, _OF_CRITERION)
    return tidy("moves", "From which level to which, by criterion", fields, key, rows, *refers)


def _which(criterion: str, **lists: tuple[str, ...]) -> str | None:
    return next((name for name, ids in lists.items() if criterion in ids), None)


def _left_out(found: Comparison) -> Tidy:
    fields = (
        *_ROUNDS,
        count("number", "The number of the row"),
        code("criterion", "The criterion's id, in the earlier standard where the later one has none"),
        Field("shelter", "string", "The shelter's code; empty where it is left out at every shelter"),
        Field("reason", "string", "Why it was not compared", required=True),
    )
    rows = (
        (found.before, found.after, at, each.criterion, each.shelter, each.reason)
        for at, each in enumerate(found.left_out, 1)
    )
    return tidy("left_out", "What was not compared, and why", fields, "before after number", rows)
