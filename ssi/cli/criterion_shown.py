"""How `ssi record` shows a criterion: its id and marks first, the standard's words last, each on a line of its own.

Never uses colour and never moves the cursor. Nothing stands to the right of local text, because terminals do not agree
how wide Khmer and Burmese are (DESIGN section 10).
"""

from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap

from ssi.acts.record import Typing
from ssi.checklists.scores import score_word
from ssi.model import Criterion


def shown(criterion: Criterion, typing: Typing, *, brief: bool) -> str:
    """The criterion with its levels, the best first because a team begins there, and what is typed so far; its guidance
    too where somebody asked for it."""
    scale = typing.checklist.standard.scale
    lines = [
        "",
        _head(criterion, typing),
        f"  {criterion.text}",
        *(f"  {level.value} = {anchor}" for level, anchor in reversed([*zip(scale, criterion.anchors, strict=True)])),
    ]
    if criterion.na_when:
        lines.append(f"  NA = {criterion.na_when}")
    if criterion.measure:
        lines.append(f"  =N = {criterion.measure.unit}")
    if criterion.guidance and not brief:
        lines.append(f"  {criterion.guidance}")
    if given := _given(criterion, typing):
        lines.append(f"  given: {given}")
    known = typing.draft.entries.get(criterion.id)
    if known:
        value = f"={known.value}" if known.value else ""
        parts = (score_word(known.score), value, *known.methods, known.note)
        lines.append(f"  now: {' '.join(each for each in parts if each)}")
    return "\n".join(lines)


def _head(criterion: Criterion, typing: Typing) -> str:
    """`SAF-01  [3/78]  critical, stop criterion`."""
    total = len(typing.walk)
    marks = (
        criterion.class_,
        "stop criterion" * criterion.gate,
        "practice, not paper" * criterion.practice,
        "contested" * any(each.contested for each in typing.differing if each.criterion == criterion.id),
    )
    return f"{criterion.id}  [{total - len(typing.open)}/{total}]  {', '.join(each for each in marks if each)}"


def _given(criterion: Criterion, typing: Typing) -> str:
    """What the assessors' sheets say where they differ, `0 2 2`: sorted, so that no place in the row names anybody."""
    given = [score for each in typing.differing if each.criterion == criterion.id for _, score in each.given]
    position = typing.checklist.standard.position
    return " ".join(map(score_word, sorted(given, key=lambda each: (position.get(each, len(position)), -each))))


def folded(lines: Iterable[str]) -> list[str]:
    """The lines broken between words where the terminal would break them within one. A script without spaces is left
    to the terminal, which alone knows how wide it draws it."""
    width = get_terminal_size().columns - 1
    return [part for line in lines for part in _fold(line, width)]


def _fold(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
