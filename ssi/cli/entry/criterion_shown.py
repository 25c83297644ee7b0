"""How `ssi record` shows a criterion: its id and marks first, the standard's words last, each on a line of its own.

Never uses colour and never moves the cursor. Nothing stands to the right of local text, because terminals do not agree
how wide Khmer and Burmese are (DESIGN section 10).
"""

from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap

from ssi.acts.record import Typing
from ssi.checklists.scores import score_word
from ssi.model import METHOD_LETTERS, Criterion, Entry, Said, Texts
from ssi.words import Words


def shown(criterion: Criterion, typing: Typing, words: Words, *, brief: bool, marks: bool = True) -> str:
    """The criterion with its levels, the best first because a team begins there, and what is typed so far (unless
    `marks` is False); its guidance too where somebody asked for it."""
    lines = ["", _head(criterion, typing, words), *described(criterion, typing.texts, brief=brief)]
    lines += _given(criterion, typing, words)
    known = typing.draft.entries.get(criterion.id) if marks else None
    if known:
        lines.append("  " + words("now: {entry}", entry=entry_text(known)))
    return "\n".join(lines)


def described(criterion: Criterion, texts: Texts, *, brief: bool, measured: bool = True) -> list[str]:
    """What the standard says: the criterion, its levels from the best, when it is NA, what is measured (unless
    `measured` is False), and its guidance unless `brief`."""
    lines = _said(texts(f"{criterion.id}.text"), "  ")
    for level, anchor in reversed([*zip(texts.standard.scale, texts.anchors(criterion.id), strict=True)]):
        lines += _said(anchor, f"  {level.value} = ")
    if criterion.na_when:
        lines += _said(texts(f"{criterion.id}.na_when"), "  NA = ")
    if criterion.measure and measured:
        lines += _said(texts(f"{criterion.id}.unit"), "  =N = ")
    if criterion.guidance and not brief:
        lines += _said(texts(f"{criterion.id}.guidance"), "  ")
    return lines


def class_marks(criterion: Criterion, words: Words) -> list[str]:
    """`critical`, `stop criterion`, `practice, not paper`: those that hold of it."""
    marks = (
        {"critical": words("critical"), "must": words("must"), "desired": words("desired")}[criterion.class_],
        words("stop criterion") if criterion.gate else "",
        words("practice, not paper") if criterion.practice else "",
    )
    return [each for each in marks if each]


def _said(said: Said, lead: str) -> list[str]:
    """A text in the language asked for; a draft stands under the text that it translates, never instead of it."""
    if not said.source:
        return [lead + said.text]
    return [lead + said.source, " " * len(lead) + said.text]


def _head(criterion: Criterion, typing: Typing, words: Words) -> str:
    """`SAF-01  [3/78]  critical, stop criterion`."""
    total = len(typing.walk)
    contested = any(each.contested for each in typing.differing if each.criterion == criterion.id)
    marks = [*class_marks(criterion, words), *([words("contested")] if contested else [])]
    return f"{criterion.id}  [{total - len(typing.open)}/{total}]  {', '.join(marks)}"


def _given(criterion: Criterion, typing: Typing, words: Words) -> list[str]:
    """What the assessors' sheets say where they differ, the lowest first, a line each with methods and note: in an
    order that names nobody, unless somebody asked who said what."""
    said = typing.said.get(criterion.id, ())
    if not said:
        return []
    position = typing.checklist.standard.position
    ordered = sorted(said, key=lambda each: (position.get(each[1].score, len(position)), -each[1].score, each[1].note))
    given = " ".join(score_word(entry.score) for _, entry in ordered)
    lines = [f"  {words('given: {scores}', scores=given)}"]
    for code, entry in ordered:
        about = entry_text(entry)
        if typing.names_shown or about != score_word(entry.score):
            lines.append(f"    {about}{f'  ({code})' if typing.names_shown else ''}")
    return lines


def entry_text(entry: Entry) -> str:
    """An entry in the words in which it is typed: `1 =12 /od note`."""
    value = f"={entry.value}" if entry.value else ""
    letters = "".join(letter for letter, method in METHOD_LETTERS.items() if method in entry.methods)
    parts = (score_word(entry.score), value, f"/{letters}" if letters else "", entry.note)
    return " ".join(each for each in parts if each)


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
